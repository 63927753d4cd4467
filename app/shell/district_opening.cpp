// SPDX-License-Identifier: GPL-3.0-or-later
// What opening a district leads to: questions where somebody has to decide, and what is said afterwards.
#include "app/shell/district_files.h"

#include "app/text/message_text.h"
#include "app/workspace/prompts.h"
#include "core/store/damage.h"
#include "core/store/migration.h"

#include <QFileInfo>
#include <QPointer>

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
    if (error.code == ErrorCode::Damaged) {
        answerDamage(path, error);
    } else if (isForWriting && error.code == ErrorCode::ReadOnly) {
        openFor(path, core::OpenMode::ReadOnly, error);
    } else if (isForWriting && error.code == ErrorCode::Locked) {
        const int chosen = prompts().choose(m_window, {tr("“%1” is open elsewhere").arg(nameOf(path)), app::text(error), {reading, tr("Try again")}});
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
    // Finding out what is damaged reads the whole file.
    const auto parts = std::make_shared<std::vector<core::Message>>();
    const QPointer<DistrictFiles> self(this);
    m_jobs.start(
        tr("Looking for the damage in %1").arg(nameOf(path)),
        [path, parts](const Jobs::Progress&, std::stop_token) { *parts = core::describeDamage(toPath(path)); },
        [self, path, parts, error] {
            if (!self)
                return;
            QStringList lines;
            for (const core::Message& part : *parts)
                lines << app::text(part);
            self->m_workspace.notify(NoticeKind::Fault, app::text(error), lines.join(u'\n'));
            emit self->failedToOpen(path);
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
        Notice notice{NoticeKind::Warning, app::text(*because), {}};
        if (because->code == core::ErrorCode::Locked) {
            notice.action = tr("Try again");
            notice.run = [this, path] { open(path); };
        } else if (because->code == core::ErrorCode::ReadOnly) {
            notice.action = tr("Save a copy …");
            notice.run = [this] { backup(); };
        }
        m_workspace.notify(notice);
    } else if (district.isReadOnly() && district.store().remarks().empty()) {
        m_workspace.notify(NoticeKind::Note, tr("The district is open for reading only."));
    }
}

void DistrictFiles::checkNow(const QString& path) {
    using Findings = core::Result<std::vector<core::District::Finding>>;
    const auto findings = std::make_shared<std::optional<Findings>>();
    const QPointer<DistrictFiles> self(this);
    m_jobs.start(
        tr("Checking %1").arg(nameOf(path)),
        [path, findings](const Jobs::Progress&, std::stop_token) {
            auto district = core::District::open(toPath(path), core::OpenMode::ReadOnly);
            *findings = district ? (*district)->check() : Findings(core::fail(district));
        },
        [self, findings] {
            if (!self || !*findings)
                return;
            if (!**findings) {
                self->m_workspace.notifyFault((*findings)->error());
                return;
            }
            QStringList faults;
            for (const auto& finding : ***findings)
                if (finding.isFault)
                    faults << app::text(finding.what);
            if (faults.isEmpty())
                self->m_workspace.notify(NoticeKind::Note, tr("The check found no fault."));
            else
                self->m_workspace.notify(NoticeKind::Fault, tr("The check found %n fault(s).", nullptr, static_cast<int>(faults.size())), faults.join(u'\n'));
        });
}

} // namespace gridwarden::app
