// SPDX-License-Identifier: GPL-3.0-or-later
// What opening a district leads to: questions where somebody has to decide, and what is said afterwards.
#include "app/shell/district_files.h"

#include "app/backup/backup_window.h"
#include "app/backup/copy_note.h"
#include "app/text/message_text.h"
#include "app/workspace/prompts.h"
#include "core/store/backup_shelf.h"
#include "core/store/damage.h"
#include "core/store/migration.h"
#include "core/store/verified_copy.h"
#include "gis/check/district_check.h"

#include <QDir>
#include <QFileInfo>
#include <QPointer>
#include <QStandardPaths>

namespace gridwarden::app {

namespace {

std::filesystem::path toPath(const QString& path) { return std::filesystem::path(path.toStdU16String()); }
QString nameOf(const QString& path) { return QFileInfo(path).completeBaseName(); }

} // namespace

void DistrictFiles::open(const QString& path, core::OpenMode mode) { openFor(path, mode, std::nullopt); }

void DistrictFiles::switchToWriting() {
    if (const core::District* const district = m_workspace.district())
        open(QString::fromStdString(district->path().string()));
}

void DistrictFiles::openFor(const QString& path, core::OpenMode mode, const std::optional<core::Error>& because) {
    const auto opener = [path, mode](const Jobs::Progress&) { return core::District::open(toPath(path), mode); };
    run(tr("Opening %1").arg(nameOf(path)), opener, [this, path, because] { sayRemarks(path, because); },
        [this, path, mode](const core::Error& error) { answer(path, mode, error); });
}

void DistrictFiles::giveUp(const QString& path, const core::Error& error) {
    m_workspace.notifyFault(error);
    emit failedToOpen(path);
}

void DistrictFiles::answer(const QString& path, core::OpenMode mode, const core::Error& error) {
    using core::ErrorCode;
    const bool isForWriting = mode == core::OpenMode::ReadWrite;
    const QString reading = tr("Open for reading");
    // A file whose beginning is lost is not known for a district, but its backups tell.
    const bool isLost = error.code == ErrorCode::NotDistrict || error.code == ErrorCode::NotFound;
    if (error.code == ErrorCode::Damaged || (isLost && !core::BackupShelf(toPath(path)).files().value_or(std::vector<core::BackupFile>()).empty())) {
        answerDamage(path, error);
    } else if (isForWriting && error.code == ErrorCode::ReadOnly) {
        openFor(path, core::OpenMode::ReadOnly, error);
    } else if (isForWriting && error.code == ErrorCode::Locked) {
        const int chosen = prompts().choose(m_window, {tr("“%1” is open elsewhere").arg(nameOf(path)), app::text(error.what), {reading, tr("Try again")}});
        if (chosen == 0)
            openFor(path, core::OpenMode::ReadOnly, error);
        else if (chosen == 1)
            open(path);
        else
            emit failedToOpen(path);
    } else if (isForWriting && error.code == ErrorCode::OlderSchema) {
        const int chosen = prompts().choose(m_window, {tr("“%1” was written by an older version").arg(nameOf(path)), app::text(error),
                                                       {tr("Back up and bring up to date"), reading}});
        if (chosen == 0)
            migrate(path);
        else if (chosen == 1)
            openFor(path, core::OpenMode::ReadOnly, std::nullopt);
        else
            emit failedToOpen(path);
    } else if (isForWriting && error.what.key == "district-newer-read") {
        if (prompts().choose(m_window, {tr("“%1” was written by a newer version").arg(nameOf(path)), app::text(error), {reading}}) == 0)
            openFor(path, core::OpenMode::ReadOnly, error);
        else
            emit failedToOpen(path);
    } else {
        giveUp(path, error);
    }
}

void DistrictFiles::answerDamage(const QString& path, const core::Error& error) {
    struct Found {
        std::vector<core::Message> parts;
        std::optional<core::BackupEntry> backup;
    };
    // Finding out what is damaged, and which backup is good, reads whole files.
    const auto found = std::make_shared<Found>();
    const QPointer<DistrictFiles> self(this);
    m_jobs.start(
        tr("Looking for the damage in %1").arg(nameOf(path)),
        [path, found, isDamaged = error.code == core::ErrorCode::Damaged](const Jobs::Progress& progress, std::stop_token) {
            if (isDamaged)
                found->parts = core::describeDamage(toPath(path));
            found->backup = core::BackupShelf(toPath(path)).newestGood(progress).value_or(std::nullopt);
        },
        [self, path, found, error] {
            if (!self)
                return;
            QStringList lines{app::text(error)};
            for (const core::Message& part : found->parts)
                lines << app::text(part);
            QStringList actions;
            if (const auto& backup = found->backup) {
                const core::TimeZone zone = core::TimeZone::find(backup->summary->timeZone).value_or(core::TimeZone());
                lines << QString() << tr("The newest good backup was made on %1 and holds %n case(s).", nullptr, static_cast<int>(backup->summary->cases))
                                          .arg(QString::fromStdString(core::localText(backup->file.made, zone)));
                actions << tr("Open the backup for reading") << tr("Restore from the backups …");
            } else {
                lines << QString() << tr("No backup of it was found beside it.");
            }
            self->m_workspace.notify(NoticeKind::Fault, app::text(error), lines.mid(1).join(u'\n').trimmed());
            emit self->failedToOpen(path);
            const int chosen = prompts().choose(self->m_window, {(error.code == core::ErrorCode::Damaged ? tr("“%1” is damaged") : tr("“%1” cannot be opened")).arg(nameOf(path)), lines.join(u'\n'), actions, /*isWarning=*/true});
            if (chosen == 0)
                self->open(QString::fromStdString(found->backup->file.path.string()), core::OpenMode::ReadOnly);
            else if (chosen == 1)
                openBackups(self->m_workspace, self->m_jobs, path, [self](const QString& restored) {
                    if (self)
                        self->open(restored);
                }, self->m_window);
        });
}

void DistrictFiles::saveCopy() {
    core::District* const district = m_workspace.district();
    if (district == nullptr)
        return;
    const QString name = QFileInfo(QString::fromStdString(district->path().string())).fileName();
    const QString folder = QStandardPaths::writableLocation(QStandardPaths::DocumentsLocation);
    QString target = prompts().fileToSave(m_window, tr("Save a copy"), QDir(folder).filePath(name), tr("Districts (*.gpkg)"));
    if (target.isEmpty())
        return;
    if (!target.endsWith(QStringLiteral(".gpkg"), Qt::CaseInsensitive))
        target += u".gpkg";
    const QString unnoted = noteFullCopy(m_workspace, target);
    const auto done = std::make_shared<core::Result<void>>();
    const QPointer<DistrictFiles> self(this);
    m_jobs.start(
        tr("Saving a copy of %1").arg(name),
        [source = district->path(), target, done](const Jobs::Progress& progress, std::stop_token) {
            // The file picker has asked about an existing file already.
            if (auto copied = core::copyVerified(source, toPath(target), core::Existing::Replace, progress); !copied)
                *done = core::fail(copied);
        },
        [self, target, unnoted, done] {
            if (!self)
                return;
            if (!*done) {
                if (done->error().code != core::ErrorCode::Cancelled)
                    self->m_workspace.notifyFault(done->error());
                return;
            }
            Notice notice = copyNotice(tr("The copy is in %1.").arg(target), unnoted);
            notice.kind = NoticeKind::Warning; // stays until somebody looked
            notice.action = tr("Open it");
            notice.run = [self, target] {
                if (self)
                    self->open(target);
            };
            self->m_workspace.notify(notice);
        });
}

void DistrictFiles::migrate(const QString& path) {
    const auto copy = std::make_shared<std::filesystem::path>();
    const auto maker = [path, copy](const Jobs::Progress&) -> core::Result<std::unique_ptr<core::District>> {
        auto done = core::migrate(toPath(path), core::District::systemActor());
        if (!done)
            return core::fail(done);
        *copy = std::move(done->copy);
        return core::District::open(toPath(path), core::OpenMode::ReadWrite);
    };
    run(tr("Bringing %1 up to date").arg(nameOf(path)), maker,
        [this, copy] {
            if (!copy->empty())
                m_workspace.notify(NoticeKind::Warning, tr("The district was brought up to date. As it was before, it is kept in %1.").arg(QString::fromStdString(copy->string())));
        },
        [this, path](const core::Error& error) { answer(path, core::OpenMode::ReadWrite, error); });
}

void DistrictFiles::sayRemarks(const QString& path, const std::optional<core::Error>& because) {
    core::District& district = *m_workspace.district();
    for (const core::OpeningRemark& remark : district.store().remarks()) {
        Notice notice{NoticeKind::Warning, app::text(remark.what), {}};
        if (remark.kind == core::RemarkKind::OtherWriter) {
            notice.action = tr("Check now");
            notice.run = [this, path] { checkNow(path); };
        } else if (remark.kind == core::RemarkKind::OlderSchema) {
            notice.action = tr("Bring up to date …");
            notice.run = [this, path] { open(path); };
        } else if (remark.kind == core::RemarkKind::LeftBehind) {
            notice.kind = NoticeKind::Note;
        }
        m_workspace.notify(notice);
    }
    if (because) {
        Notice notice{NoticeKind::Warning, app::text(because->what), {}};
        if (because->code == core::ErrorCode::Locked) {
            notice.action = tr("Try again");
            notice.run = [this, path] { open(path); };
        } else if (because->code == core::ErrorCode::ReadOnly) {
            notice.action = tr("Save a copy …");
            notice.run = [this] { saveCopy(); };
        }
        m_workspace.notify(notice);
    } else if (district.isReadOnly() && district.store().remarks().empty()) {
        m_workspace.notify(NoticeKind::Note, tr("The district is open for reading only."));
    }
}

void DistrictFiles::checkNow(const QString& path) {
    const auto report = std::make_shared<std::optional<core::Result<core::CheckReport>>>();
    const QPointer<DistrictFiles> self(this);
    m_jobs.start(
        tr("Checking %1").arg(nameOf(path)),
        [path, report](const Jobs::Progress& progress, std::stop_token) {
            auto store = core::Store::open(toPath(path), core::OpenMode::ReadOnly);
            *report = store ? gis::checkDistrict(**store, progress) : core::Result<core::CheckReport>(core::fail(store));
        },
        [self, report] {
            if (!self || !*report)
                return;
            if (!**report) {
                if ((*report)->error().code != core::ErrorCode::Cancelled)
                    self->m_workspace.notifyFault((*report)->error());
                return;
            }
            QStringList faults;
            for (const core::Finding& finding : (**report)->findings)
                if (finding.isFault)
                    faults << app::text(finding.what);
            if (faults.isEmpty())
                self->m_workspace.notify(NoticeKind::Note, tr("The check found no fault."));
            else
                self->m_workspace.notify(NoticeKind::Fault, tr("The check found %n fault(s).", nullptr, static_cast<int>(faults.size())), faults.join(u'\n'));
        });
}

} // namespace gridwarden::app
