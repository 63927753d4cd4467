// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/shell/facts_saver.h"

#include <QStandardPaths>

namespace gridwarden::app {

FactsSaver::FactsSaver(Workspace& workspace, Jobs& jobs, QObject* parent) : QObject(parent), m_workspace(workspace), m_jobs(jobs) {
    constexpr std::chrono::seconds Quiet(15);
    m_quiet.setSingleShot(true);
    m_quiet.setInterval(Quiet);
    connect(&m_quiet, &QTimer::timeout, this, &FactsSaver::save);
    connect(&workspace, &Workspace::districtOpened, &m_quiet, qOverload<>(&QTimer::start));
    connect(&workspace, &Workspace::changed, &m_quiet, [this] { m_quiet.start(); });
    connect(&workspace, &Workspace::districtClosing, &m_quiet, &QTimer::stop);
}

std::filesystem::path FactsSaver::folder() {
    const QString cache = QStandardPaths::writableLocation(QStandardPaths::GenericCacheLocation);
    return cache.isEmpty() ? std::filesystem::path() : std::filesystem::path(cache.toStdU16String()) / "gridwarden" / "facts";
}

void FactsSaver::save() {
    if (m_workspace.district() == nullptr)
        return;
    if (m_workspace.isBusy() || m_jobs.isBusy()) {
        m_quiet.start();
        return;
    }
    auto keep = m_workspace.district()->factsToKeep();
    if (!keep)
        return;
    // Where it fails the next opening takes longer, and that is all.
    m_jobs.start(tr("Preparing the next opening"),
                 [keep = std::move(*keep)](const Jobs::Progress&, std::stop_token) { (void)keep(&Jobs::goesOn); }, {});
}

} // namespace gridwarden::app
