// SPDX-License-Identifier: GPL-3.0-or-later
// The state of a case (状态), derived from its steps alone.
#pragma once

#include "core/cases/step.h"

#include <optional>
#include <span>
#include <string>
#include <string_view>

namespace gridwarden::core {

/// Numbers are stored; never renumber.
enum class CaseState { Reported = 1, Filed = 2, Handling = 3, Handled = 4, Closed = 5, Rejected = 6, Suspended = 7, Transferred = 8, Void = 9 };
inline constexpr std::array AllCaseStates = {CaseState::Reported, CaseState::Filed,     CaseState::Handling,
                                             CaseState::Handled,  CaseState::Closed,    CaseState::Rejected,
                                             CaseState::Suspended, CaseState::Transferred, CaseState::Void};
/// "reported", "filed" …: also keys of words.json "states".
[[nodiscard]] std::string_view caseStateKey(CaseState state);
[[nodiscard]] std::optional<CaseState> caseStateFromKey(std::string_view key);

/// Every case is exactly one of these.
enum class CaseClass { Open, Closed, Void };
[[nodiscard]] CaseClass classOf(CaseState state);

/// Lamp (亮灯): green up to 80 % of the limit, yellow to 100 %, red beyond; grey when closed; none without a deadline.
enum class Lamp { None, Green, Yellow, Red, Grey };
[[nodiscard]] std::string_view lampKey(Lamp lamp);
[[nodiscard]] std::optional<Lamp> lampFromKey(std::string_view key);

/// What was reported: the unchanging row of a case.
struct CaseReport {
    CaseId id;
    std::string number;
    CategoryId category;
    std::string categoryText; ///< as the source wrote it, when the category is not known here
    std::string description;
    std::string address;
    std::string source; ///< key of the list of sources
    std::optional<double> quantity;
    std::string unit;
    std::optional<GeoPoint> place; ///< CGCS2000
    std::string reporter;
};

/// All that follows from the steps.
struct DerivedCase {
    CaseState state = CaseState::Reported;
    CaseState resumed = CaseState::Reported; ///< while suspended: the state after it
    CategoryId category;
    std::optional<GeoPoint> place;
    std::optional<std::string> description; ///< set only when corrected
    std::optional<std::string> address;     ///< set only when corrected
    Moment reported;
    std::optional<Moment> filed, dispatched, handled, closed;
    std::optional<Moment> suspendedUntil;   ///< ends by itself then
    std::optional<Limit> limit;             ///< that applies, or would
    std::optional<Moment> due;              ///< end of the handling clock; none before dispatch (a forecast then) or without limit
    std::optional<Moment> soon;             ///< when 80 % of the limit is used
    OrganisationId handlerOrganisation;
    PersonId handlerPerson;
    int reworks = 0;
    int extensions = 0;
    int suspensions = 0;
    int returns = 0;
    bool isSelfHandled = false;
    bool isForced = false;
    bool isReopened = false;
    bool appealPending = false;
    bool appealGranted = false;
    bool lastCheckFailed = false;
    bool closedBeforeReported = false; ///< a problem noted
    int calendarVersion = 0;
    std::optional<double> handledQuantity;
    bool operator==(const DerivedCase&) const = default;
};

/// State as of a moment: a suspension that has run out is over.
[[nodiscard]] inline CaseState stateAt(CaseState state, CaseState resumed, std::optional<Moment> until, Moment asOf) {
    return state == CaseState::Suspended && until && *until <= asOf ? resumed : state;
}

/// Derives a case from its report and its steps (in order of time, of equal times in order of entry).
/// \pre the first step is a report or an import.
[[nodiscard]] DerivedCase derive(const CaseReport& report, std::span<const Step> steps, const CalendarHistory& calendars);

/// Why a step is not allowed now, as a message for people ("step-needs-filed" …); nothing when it is allowed.
[[nodiscard]] std::optional<Message> whyNot(StepKind kind, const DerivedCase& current, Moment at);
/// As whyNot, and whether what the step needs (an organisation, an end, a result …) is given and sensible.
[[nodiscard]] std::optional<Message> whyNot(const Step& step, const DerivedCase& current, const CalendarHistory& calendars);

} // namespace gridwarden::core
