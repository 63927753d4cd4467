// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/backup/backup_watch.h"

#include "app/text/message_text.h"
#include "core/check/check.h"

#include <QPointer>

namespace gridwarden::app {

namespace {

constexpr int MinuteMs = 60'000;

} // namespace

BackupWatch::BackupWatch(Workspace& workspace, Jobs& jobs, QObject* parent) : QObject(parent), m_workspace(workspace), m_jobs(jobs) {
    connect(&workspace, &Workspace::dayBackupMade, this, [this](const DayBackup& backup) { follow(backup.made); });
    connect(&m_timer, &QTimer::timeout, this, &BackupWatch::lookNow);
    m_timer.start(MinuteMs);
}

void BackupWatch::lookNow() {
    core::District* const district = m_workspace.district();
    if (district == nullptr || !m_workspace.canWrite() || m_isMaking || !district->isDayBackupDue().value_or(false))
        return;
    m_isMaking = true;
    const auto made = std::make_shared<core::Result<core::BackupEntry>>();
    m_jobs.start(
        tr("Backing up the day before"),
        [made, shelf = district->backups()](const Jobs::Progress& progress, std::stop_token) mutable {
            *made = shelf.make(core::BackupReason::NewDay, progress);
        },
        [made, self = QPointer<BackupWatch>(this), path = district->path()] {
            if (!self)
                return;
            self->m_isMaking = false;
            if (core::District* const open = self->m_workspace.district(); open != nullptr && open->path() == path)
                open->dayWasKept();
            self->follow(*made);
        });
}

void BackupWatch::follow(const core::Result<core::BackupEntry>& made) {
    if (made)
        check(made->file.path);
    else
        m_workspace.notify(NoticeKind::Fault, text(core::Message{"day-backup-failed", {text(made.error()).toStdString()}}),
                           QString::fromStdString(made.error().detail));
}

void BackupWatch::check(const std::filesystem::path& backup) {
    const auto faults = std::make_shared<QStringList>();
    m_jobs.start(
        tr("Checking the backup of the day"),
        [backup, faults](const Jobs::Progress& progress, std::stop_token) {
            auto store = core::Store::open(backup, core::OpenMode::ReadOnly);
            const auto report = store ? core::checkFile(**store, progress) : core::Result<core::CheckReport>(core::fail(store));
            if (!report && report.error().code != core::ErrorCode::Cancelled)
                *faults << text(report.error());
            if (!report)
                return;
            for (const core::Finding& finding : report->findings)
                if (finding.isFault && !finding.what.key.starts_with("photo-file")) // photos lie beside the district alone
                    *faults << text(finding.what);
        },
        [faults, of = QPointer<Workspace>(&m_workspace)] {
            if (of && !faults->isEmpty())
                of->notify(NoticeKind::Fault, tr("The check of the day's backup found faults, which the district has as well. Check it (menu District)."),
                           faults->join(u'\n'));
        });
}

} // namespace gridwarden::app
