// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/one_problem.h"

#include "core/cases/case_deriving.h"
#include "core/cases/case_store.h"

#include <algorithm>

namespace gridwarden::core {

Result<CaseId> standsFor(District& district, CaseId id, CaseId linking) {
    CaseId current = id;
    constexpr int LongestChain = 1000; // files that others wrote may hold rings
    for (int i = 0; i < LongestChain; ++i) {
        const auto record = loadCase(district.connection(), current);
        if (!record)
            return fail(record);
        const std::string& number = record->report.number;
        if (current == linking)
            return fail(ErrorCode::Refused, {"step-links-in-circle", {number}}, number);
        if (!record->derived.linkedTo.isNull()) {
            current = record->derived.linkedTo;
            continue;
        }
        if (record->derived.state == CaseState::Void)
            return fail(ErrorCode::Refused, {"step-links-to-void", {number}}, number);
        return current;
    }
    return fail(ErrorCode::Database, {"case-unknown", {std::to_string(id.value())}});
}

Result<void> standsForNothing(District& district, CaseId id, const std::string& number) {
    const auto linked = casesLinkedTo(district.connection(), id);
    if (!linked)
        return fail(linked);
    return linked->empty() ? Result<void>() : fail(ErrorCode::Refused, {"step-has-reports", {std::to_string(linked->size())}}, number);
}

Result<void> closeLinked(District& district, Change& change, const Step& closing, const std::string& number) {
    std::vector<CaseId> cases{closing.caseId};
    for (std::size_t i = 0; i < cases.size(); ++i) {
        const auto linked = casesLinkedTo(district.connection(), cases[i]);
        if (!linked)
            return fail(linked);
        for (const CaseId id : *linked)
            if (std::find(cases.begin(), cases.end(), id) == cases.end())
                cases.push_back(id);
    }
    for (const CaseId id : std::span(cases).subspan(1)) {
        const auto record = loadCase(district.connection(), id);
        if (!record)
            return fail(record);
        const DerivedCase derived = derive(record->report, record->steps, district.calendars()); // with what this change did to it so far
        if (classOf(derived.state) != CaseClass::Open)
            continue;
        Step step{change.newId<StepId>(), id, StepKind::ForceClose, std::max(closing.at, derived.last), enteredAfter(change.at(), record->steps),
                  closing.actor, closing.person, {}};
        step.detail.note = number;
        step.detail.with = closing.caseId;
        if (auto done = insertStep(change, step); !done)
            return done;
    }
    return {};
}

} // namespace gridwarden::core
