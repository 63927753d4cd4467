// SPDX-License-Identifier: GPL-3.0-or-later
// Steps (环节): the closed list of what can be done to a case. A step is appended and never edited.
#pragma once

#include "core/base/geometry.h"
#include "core/base/id.h"
#include "core/base/time.h"
#include "core/district/calendar.h"

#include <array>
#include <map>
#include <optional>
#include <string>
#include <string_view>

namespace gridwarden::core {

/// Numbers are stored; never renumber.
enum class StepKind {
    Report = 1, Import = 2, VerifyBefore = 3, SelfHandle = 4, File = 5, Reject = 6, Dispatch = 7, Return = 8,
    Handle = 9, CheckAfter = 10, Rework = 11, Close = 12, ForceClose = 13, Reopen = 14, Extend = 15, Suspend = 16,
    Resume = 17, Urge = 18, Appeal = 19, Transfer = 20, Correct = 21, Link = 22, Void = 23
};
inline constexpr int StepKindCount = 23;
/// "report", "verify_before" …: the command line's words and the keys of words.json "steps".
[[nodiscard]] std::string_view stepKindKey(StepKind kind);
[[nodiscard]] std::optional<StepKind> stepKindFromKey(std::string_view key);

enum class StepResult { Pass = 1, Fail = 2, Unable = 3 };
[[nodiscard]] std::string_view stepResultKey(StepResult result);
[[nodiscard]] std::optional<StepResult> stepResultFromKey(std::string_view key);

/// Values of a source's extra fields by their keys (core/cases/source_fields.h).
using FieldValues = std::map<std::string, std::string>;

/// What a step says besides its kind and time; only what belongs to its kind is set.
struct StepDetail {
    std::string note;
    OrganisationId organisation;        ///< dispatch, transfer: to whom
    PersonId person;                    ///< dispatch: to whom
    std::optional<Moment> until;        ///< extend: new deadline; suspend: end
    CaseId with;                        ///< link
    std::optional<StepResult> result;   ///< verify_before, check_after, appeal (pass = granted)
    std::string condition;              ///< file, close: key of the limit rule
    std::optional<Limit> limit;         ///< report, file, dispatch, import, correct: the limit that applies, as it was then
    std::optional<double> quantity;     ///< handle, self_handle
    std::string unit;
    std::optional<GeoPoint> place;      ///< correct
    CategoryId category;                ///< correct
    std::optional<std::string> description; ///< correct
    std::optional<std::string> address;     ///< correct
    std::string urging;                 ///< urge: overdue, leader, important
    std::string reply;                  ///< urge: the reply to the urging before it
    std::string method;                 ///< handle, self_handle: key of the list of methods
    std::string origin;                 ///< report: the file and the row in it, or the service, that it came from
    FieldValues fields;                 ///< report, import, correct: of the source's extra fields; an empty value takes one back
    // import: all times its source gave
    std::optional<Moment> filed, dispatched, handled, closed, due;
    std::string closedAs;               ///< import: "rejected", "void", "transferred", "forced"; empty: closed
    bool operator==(const StepDetail&) const = default;
};
/// Compact JSON, absent members left out; "" for an empty detail.
[[nodiscard]] std::string detailText(const StepDetail& detail);
/// Errors: Database "step-detail-unreadable".
[[nodiscard]] Result<StepDetail> detailFromText(std::string_view text);

struct Step {
    StepId id;
    CaseId caseId;
    StepKind kind = StepKind::Report;
    Moment at;       ///< when it was done
    Moment recorded; ///< when it was entered
    std::string actor;
    PersonId person; ///< the actor in the register, when known
    StepDetail detail;
};

} // namespace gridwarden::core
