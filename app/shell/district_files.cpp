// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/shell/district_files.h"

#include "app/demo/demo_district.h"
#include "app/shell/facts_saver.h"
#include "app/shell/new_district_dialog.h"
#include "app/text/message_text.h"
#include "app/workspace/prompts.h"

#include <QDir>
#include <QFileInfo>
#include <QPointer>
#include <QStandardPaths>

namespace gridwarden::app {

namespace {

std::filesystem::path toPath(const QString& path) { return std::filesystem::path(path.toStdU16String()); }

QString withEnding(QString path) {
    return path.isEmpty() || path.endsWith(QStringLiteral(".gpkg"), Qt::CaseInsensitive) ? path : path + u".gpkg";
}

QString documents() { return QStandardPaths::writableLocation(QStandardPaths::DocumentsLocation); }

} // namespace

DistrictFiles::DistrictFiles(Workspace& workspace, Jobs& jobs, QWidget* window)
    : QObject(window), m_workspace(workspace), m_jobs(jobs), m_window(window) {}

void DistrictFiles::run(const QString& title, Maker maker, std::function<void()> opened, std::function<void(const core::Error&)> failed) {
    if (m_isBusy)
        return;
    m_isBusy = true;
    using Made = core::Result<std::unique_ptr<core::District>>;
    const auto made = std::make_shared<std::optional<Made>>();
    const QPointer<DistrictFiles> self(this);
    m_jobs.start(
        title,
        [maker = std::move(maker), made](const Jobs::Progress& progress, std::stop_token) {
            Made district = maker(progress);
            // The facts of millions of cases are read here and not on the window's thread.
            // So is the backup of the day made here.
            if (district)
                (*district)->keepDay(progress);
            if (district)
                (*district)->setFactsCache(FactsSaver::folder());
            if (district)
                if (auto facts = (*district)->facts(); !facts)
                    district = core::fail(facts);
            *made = std::move(district);
        },
        [self, made, opened = std::move(opened), failed = std::move(failed)] {
            if (!self)
                return;
            self->m_isBusy = false;
            if (!*made)
                return;
            if (!**made) {
                failed((*made)->error());
                return;
            }
            if (const auto adopted = self->m_workspace.adopt(std::move(***made)); !adopted)
                failed(adopted.error());
            else if (opened)
                opened();
        });
}

void DistrictFiles::chooseAndOpen(core::OpenMode mode) {
    const QString path = prompts().fileToOpen(m_window, tr("Open district"), tr("Districts (*.gpkg)"));
    if (!path.isEmpty())
        open(path, mode);
}

void DistrictFiles::makeNew() {
    NewDistrictDialog dialog(m_window);
    if (dialog.exec() != QDialog::Accepted)
        return;
    const QString path = dialog.path();
    const core::NewDistrict description = dialog.description();
    run(tr("Creating %1").arg(QFileInfo(path).completeBaseName()),
        [path, description](const Jobs::Progress&) { return core::District::create(toPath(path), description); }, {},
        [this](const core::Error& error) { m_workspace.notifyFault(error); });
}

void DistrictFiles::makeDemo() {
    const QString suggestion = QDir(documents()).filePath(tr("Demo district") + u".gpkg");
    const QString path = withEnding(prompts().fileToSave(m_window, tr("Where to put the demo district"), suggestion, tr("Districts (*.gpkg)")));
    if (!path.isEmpty())
        makeDemoAt(path);
}

void DistrictFiles::makeDemoAt(const QString& path) {
    run(tr("Creating the demo district"), [path](const Jobs::Progress& progress) { return makeDemoDistrict(toPath(path), progress); }, {},
        [this](const core::Error& error) { m_workspace.notifyFault(error); });
}

} // namespace gridwarden::app
