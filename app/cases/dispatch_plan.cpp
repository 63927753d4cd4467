// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cases/dispatch_plan.h"

#include "app/cases/many_steps.h"
#include "app/cases/receiver_words.h"

namespace gridwarden::app {

DispatchPlanning dispatchPlanning(const Workspace& workspace, std::vector<core::CaseId> cases, core::CaseState state) {
    const core::District& district = *workspace.district();
    return [facts = workspace.facts(), areas = district.areaSnapshot(), people = district.peopleSnapshot(),
            categories = district.categorySnapshot(), rules = district.dispatchRules(), zone = district.timeZone(),
            cases = std::move(cases), state](const Jobs::Progress& progress) -> std::optional<DispatchPlan> {
        const core::DispatchContext context{areas.get(), people.get(), categories.get(), rules, zone};
        const core::Moment now = core::now();
        DispatchPlan plan;
        plan.cases = casesInState(*facts, cases, state);
        std::size_t planned = 0;
        for (const core::CaseId id : plan.cases) {
            if (!progress(static_cast<double>(planned++) / static_cast<double>(plan.cases.size())))
                return std::nullopt;
            const core::CaseFact fact = (*facts)[*facts->rowOf(id)];
            const auto place =
                fact.hasPlace() ? std::optional(core::GeoPoint{fact.longitude, fact.latitude}) : std::nullopt;
            const core::Receiver receiver = core::receiverFor(context, place, fact.category, now);
            DispatchPlan::Share& share = plan.shares[{receiver.organisation, receiver.person}];
            ++share.count;
            if (const QString why = whyReceiver(receiver); !share.reasons.contains(why))
                share.reasons << why;
        }
        return plan;
    };
}

} // namespace gridwarden::app
