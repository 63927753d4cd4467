// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cases/many_steps.h"

#include "app/text/message_text.h"

#include <QCoreApplication>
#include <QStringList>
#include <algorithm>

namespace gridwarden::app {

namespace {

struct Words {
    Q_DECLARE_TR_FUNCTIONS(ManySteps)
};

constexpr std::size_t MostListed = 200; ///< refused cases in a notice

void tell(Workspace& workspace, const core::ManySteps& steps) {
    QStringList said;
    if (!steps.done.empty())
        said << Words::tr("%n case(s) were done. Undo takes it back.", nullptr, static_cast<int>(steps.done.size()));
    if (!steps.refused.empty())
        said << Words::tr("%n case(s) stay as they are.", nullptr, static_cast<int>(steps.refused.size()));
    QStringList details;
    for (std::size_t i = 0; i < std::min(steps.refused.size(), MostListed); ++i)
        details << QString::fromStdString(steps.refused[i].number) + QStringLiteral(": ") + text(steps.refused[i].why);
    if (steps.refused.size() > MostListed)
        details << QStringLiteral("…");
    workspace.notify(steps.refused.empty() ? NoticeKind::Note : NoticeKind::Warning, said.join(QLatin1Char(' ')), details.join(QLatin1Char('\n')));
}

} // namespace

std::vector<core::CaseId> casesInState(const core::CaseFacts& facts, const std::vector<core::CaseId>& cases, core::CaseState state) {
    const core::Moment now = core::now();
    std::vector<core::CaseId> found;
    for (const core::CaseId id : cases)
        if (const auto row = facts.rowOf(id); row && facts[*row].stateAt(now) == state)
            found.push_back(id);
    return found;
}

bool mayHaveSelected(const Workspace& workspace, core::CaseState state) {
    const std::vector<core::CaseId>& cases = workspace.selectedCases();
    const core::CaseFacts& facts = *workspace.facts();
    const core::Moment now = core::now();
    return cases.size() > ManyAtOnce || std::any_of(cases.begin(), cases.end(), [&](core::CaseId id) {
               const auto row = facts.rowOf(id);
               return row && facts[*row].stateAt(now) == state;
           });
}

bool takeForMany(Workspace& workspace, const QString& title, ManyWork work) {
    const auto result = std::make_shared<core::Result<core::ManySteps>>();
    const auto job = workspace.run(
        title,
        [result, actor = workspace.actor(), work = std::move(work)](core::District& district, const Jobs::Progress& progress) {
            *result = work(district, actor, [&progress] { return progress(0); });
        },
        [&workspace, result] {
            if (*result)
                tell(workspace, **result);
            else if (result->error().code != core::ErrorCode::Cancelled)
                workspace.notifyFault(result->error());
        },
        Workspace::AtOnce);
    return job.has_value();
}

} // namespace gridwarden::app
