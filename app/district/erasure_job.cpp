// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/district/erasure_job.h"

#include "app/text/message_text.h"
#include "app/workspace/prompts.h"

#include <QCoreApplication>
#include <QTimer>

namespace gridwarden::app {

namespace {

struct ErasureWords {
    Q_DECLARE_TR_FUNCTIONS(ErasureJob)
};

struct ErasureOutcome {
    std::optional<core::Error> fault;
    core::ErasureCounts counts;
    core::BackupErasure backups;
};

void say(Workspace& workspace, const ErasureOutcome& outcome, bool erased) {
    if (outcome.fault && outcome.fault->code == core::ErrorCode::Cancelled)
        workspace.notify(NoticeKind::Warning, ErasureWords::tr("The erasure was stopped. What it had begun is finished when the district is opened the next time."));
    else if (outcome.fault)
        workspace.notifyFault(*outcome.fault);
    if (outcome.fault)
        return;
    for (const core::Error& problem : outcome.backups.problems)
        workspace.notify(NoticeKind::Warning, ErasureWords::tr("A backup still holds what was erased: %1 It is tried again tomorrow.").arg(text(problem)));
    QStringList parts;
    if (erased)
        parts << ErasureWords::tr("%n reporter(s)", "", static_cast<int>(outcome.counts.contacts))
              << ErasureWords::tr("%n entry(ies) of the history", "", static_cast<int>(outcome.counts.entries));
    if (outcome.backups.rewritten > 0)
        parts << ErasureWords::tr("%n backup(s) rewritten", "", outcome.backups.rewritten);
    if (!outcome.backups.removed.empty())
        parts << ErasureWords::tr("%n damaged backup(s) removed", "", static_cast<int>(outcome.backups.removed.size()));
    if (!parts.isEmpty())
        workspace.notify(NoticeKind::Note, ErasureWords::tr("Personal data: %1.").arg(parts.join(ErasureWords::tr(", "))));
}

} // namespace

void runErasure(Workspace& workspace, const QString& title, ErasureWork work, std::function<void(bool)> done) {
    if (!workspace.canWrite()) {
        if (done)
            done(false);
        return;
    }
    auto outcome = std::make_shared<ErasureOutcome>();
    const bool erases = static_cast<bool>(work);
    workspace.run(
        title,
        [outcome, actor = workspace.actor(), work = std::move(work)](core::District& district, const Jobs::Progress& progress) {
            progress(0);
            if (work) {
                const auto counts = work(district, actor);
                if (!counts) {
                    outcome->fault = counts.error();
                    return;
                }
                outcome->counts = *counts;
            }
            progress(0.3);
            auto finished = core::finishErasure(district.store(), actor, district.timeZone(), &Jobs::goesOn);
            if (finished)
                outcome->backups = std::move(*finished);
            else
                outcome->fault = finished.error();
        },
        [&workspace, outcome, erases, done = std::move(done)] {
            say(workspace, *outcome, erases);
            if (done)
                done(!outcome->fault);
        });
}

void eraseContactOf(Workspace& workspace, core::CaseId id, const QString& number, QWidget* parent) {
    if (!workspace.canWrite() || !prompts().confirm(parent,
                                                    ErasureWords::tr("Erase name and telephone number of the reporter of %1 for good? They go from the history and the "
                                                                     "backups as well. This cannot be undone, and changes before it may no longer be undone either.")
                                                        .arg(number),
                                                    ErasureWords::tr("Erase")))
        return;
    runErasure(workspace, ErasureWords::tr("Erasing personal data"), [id, number](core::District& district, const core::Actor& actor) {
        return core::eraseContacts(district, actor, std::vector{id}, {"erase-contact", {number.toStdString()}});
    });
}

RetentionKeeper::RetentionKeeper(Workspace& workspace, Jobs& jobs, QObject* parent) : QObject(parent), m_workspace(workspace), m_jobs(jobs) {
    connect(&workspace, &Workspace::districtOpened, this, &RetentionKeeper::look, Qt::QueuedConnection);
    auto* daily = new QTimer(this);
    connect(daily, &QTimer::timeout, this, &RetentionKeeper::look);
    daily->start(std::chrono::hours(24));
}

void RetentionKeeper::look() {
    if (!m_workspace.canWrite())
        return;
    core::District& district = *m_workspace.district();
    const bool interrupted = district.store().needsScrub().value_or(false);
    const core::RetentionRules rules = core::retentionRules(district);
    if (rules.isOff()) {
        if (interrupted)
            runErasure(m_workspace, tr("Finishing an erasure"), {});
        return;
    }
    // Looking is done with a connection of its own, so that the desk can go on.
    auto due = std::make_shared<std::vector<core::CaseId>>();
    const std::filesystem::path path = district.path();
    m_jobs.start(
        tr("Looking for personal data past their time"),
        [due, path, rules](const Jobs::Progress&, std::stop_token) {
            if (auto reader = core::Connection::open(path, core::Connection::Access::ReadOnly))
                *due = core::contactsDue(*reader, rules, core::now()).value_or(std::vector<core::CaseId>());
        },
        [this, due, path, interrupted] {
            const bool same = m_workspace.district() != nullptr && m_workspace.district()->path() == path;
            if (!same || (due->empty() && !interrupted))
                return;
            if (due->empty())
                runErasure(m_workspace, tr("Finishing an erasure"), {});
            else
                runErasure(m_workspace, tr("Erasing personal data"), [due](core::District& open, const core::Actor& actor) {
                    return core::eraseContacts(open, actor, *due, {"erase-contacts", {std::to_string(due->size())}});
                });
        });
}

} // namespace gridwarden::app
