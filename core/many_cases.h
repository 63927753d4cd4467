// SPDX-License-Identifier: GPL-3.0-or-later
// One thing done to many cases: one change and one undo. Each case gets its step or is refused with the reason; a fault of the file
// changes none.
#pragma once

#include "core/case_actions.h"

#include <functional>
#include <span>

namespace gridwarden::core {

struct ManySteps {
    struct Refused {
        CaseId id;
        std::string number;
        Message why;
    };
    std::vector<CaseId> done;
    std::vector<Refused> refused;
};

/// Asked from time to time; false ends it with Cancelled "cancelled" and nothing done.
using GoesOn = std::function<bool()>;

/// The same step for all; a case that is with the wanted receiver already is refused ("dispatch-same-receiver" {name}).
/// Errors: BadInput as takeStep, Cancelled, Database. Cases that do not exist are errors (NotFound).
Result<ManySteps> takeStepForMany(District& district, const Actor& actor, std::span<const CaseId> cases, const StepDraft& draft, const GoesOn& goesOn = {});

/// Each to its own receiver by rules and duty (see receiverFor); one for which there is nobody is refused ("dispatch-nobody").
/// \param draft its kind and receiver are set for each case
Result<ManySteps> dispatchMany(District& district, const Actor& actor, std::span<const CaseId> cases, const StepDraft& draft, const GoesOn& goesOn = {});

} // namespace gridwarden::core
