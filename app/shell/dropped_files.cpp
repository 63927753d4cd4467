// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/shell/dropped_files.h"

#include "app/backup/archives.h"
#include "app/cases/import_dialog.h"
#include "app/district/area_import_dialog.h"
#include "app/map/add_layers.h"
#include "app/shell/file_kinds.h"
#include "app/workspace/icon.h"
#include "app/workspace/prompts.h"

#include <QFileInfo>
#include <QMenu>
#include <QPointer>

namespace gridwarden::app {

namespace {

QString fileNames(const QStringList& files) {
    QStringList names;
    for (const QString& file : files)
        names << QFileInfo(file).fileName();
    return names.join(QStringLiteral(", "));
}

} // namespace

DroppedFiles::DroppedFiles(DistrictFiles& files, MapWidget& map, LayerList& layers, Jobs& jobs, QWidget* window)
    : QObject(window), m_workspace(map.workspace()), m_files(files), m_map(map), m_layers(layers), m_jobs(jobs), m_window(window) {}

DroppedFiles::Sorted DroppedFiles::sort(const QStringList& files) {
    Sorted sorted;
    for (const QString& file : files) {
        if (!Jobs::goesOn())
            return sorted;
        switch (const FileKind kind = kindOfFile(file)) {
        case FileKind::District:
        case FileKind::Archive:
            sorted.isArchive = sorted.districts.isEmpty() ? kind == FileKind::Archive : sorted.isArchive;
            sorted.districts << file;
            break;
        case FileKind::Photo:
            if (sorted.photos.isEmpty())
                sorted.placeOfPhoto = placeOfPhoto(file);
            sorted.photos << file;
            break;
        case FileKind::Data:
            sorted.tables << file;
            break;
        }
    }
    sorted.isWhole = true;
    return sorted;
}

void DroppedFiles::take(const QStringList& files, std::optional<core::GeoPoint> place, QPoint globalPosition) {
    if (files.isEmpty())
        return;
    const auto sorted = std::make_shared<Sorted>();
    const auto pathOf = [](const Workspace& workspace) {
        return workspace.district() != nullptr ? workspace.district()->path() : std::filesystem::path();
    };
    m_jobs.start(
        tr("Looking into %1")
            .arg(files.size() == 1 ? QFileInfo(files.first()).fileName() : QString::number(files.size())),
        [files, sorted](const Jobs::Progress&, const std::stop_token&) { *sorted = sort(files); },
        [self = QPointer<DroppedFiles>(this), sorted, place, globalPosition, pathOf, path = pathOf(m_workspace)] {
            if (self && sorted->isWhole && pathOf(self->m_workspace) == path)
                self->takeSorted(*sorted, place, globalPosition);
        });
}

void DroppedFiles::takeDistrict(const Sorted& sorted) {
    const QString& file = sorted.districts.first();
    if (sorted.isArchive) {
        if (prompts().confirm(
                m_window,
                tr("%1 holds a district with its photos. Unpack and open it?").arg(QFileInfo(file).fileName()),
                tr("Unpack")))
            unpackArchive(
                m_workspace, m_jobs, file, [this](const QString& path) { m_files.open(path); }, m_window);
        return;
    }
    // Nothing is lost by it, but what one looks at goes away: asked, never silently.
    if (m_workspace.district() == nullptr ||
        prompts().confirm(m_window, tr("Close this district and open %1?").arg(QFileInfo(file).completeBaseName()),
                          tr("Open")))
        m_files.open(file);
}

void DroppedFiles::takeSorted(const Sorted& sorted, std::optional<core::GeoPoint> place, QPoint globalPosition) {
    const QStringList& photos = sorted.photos;
    const QStringList& tables = sorted.tables;
    const QStringList& districts = sorted.districts;
    const std::optional<core::GeoPoint> taken = sorted.placeOfPhoto;
    if (districts.size() > 1) {
        m_workspace.notify(NoticeKind::Warning, tr("Only one district can be open. Drop one of them: %1").arg(fileNames(districts)));
        return;
    }
    if (!districts.isEmpty()) {
        takeDistrict(sorted);
        if (photos.size() + tables.size() > 0)
            m_workspace.notify(NoticeKind::Note, tr("Drop these once more when the district is open: %1").arg(fileNames(photos + tables)));
        return;
    }
    if (m_workspace.district() == nullptr) {
        m_workspace.notify(NoticeKind::Warning, tr("Open a district first."));
        return;
    }
    if (!photos.isEmpty()) {
        if (taken)
            m_map.centreOn(*taken);
        if (const auto where = taken ? taken : place)
            emit incidentWanted(*where, taken ? m_map.mapToGlobal(m_map.rect().center()) : globalPosition, photos);
    }
    if (tables.isEmpty())
        return;
    auto* const menu = new QMenu(m_window);
    menu->setObjectName(QStringLiteral("dropMenu"));
    menu->setAttribute(Qt::WA_DeleteOnClose);
    connect(menu->addAction(icon(QLatin1String("layers")), tr("Add as layers")), &QAction::triggered, this,
            [this, tables = sorted.tables] { addLayers(tables, m_layers, m_workspace, m_jobs, m_window); });
    if (m_workspace.canWrite() && tables.size() == 1) {
        connect(menu->addAction(icon(QLatin1String("upload")), tr("Import as cases …")), &QAction::triggered, this,
                [this, tables = sorted.tables] { openCaseImport(m_workspace, m_jobs, m_window, tables.first()); });
        connect(menu->addAction(icon(QLatin1String("grid-3x3")), tr("Import as areas …")), &QAction::triggered, this,
                [this, tables = sorted.tables] { openAreaImport(m_workspace, m_jobs, m_window, tables.first()); });
    }
    menu->popup(globalPosition);
}

} // namespace gridwarden::app
