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
    Moment last; ///< of the steps and the times an import gave (as far as they had passed): no step may be earlier
    std::optional<Moment> filed, dispatched, handled; ///< of the present round: a return, rework or reopening clears what it undoes
    std::optional<Moment> closed;           ///< when it was closed, rejected or transferred; none when open or void
    std::optional<Moment> suspendedUntil;   ///< ends by itself then
    std::optional<Limit> limit;             ///< that applies, or would
    std::optional<Moment> due;              ///< end of the handling clock; none before dispatch (unless imported) or without limit
    std::optional<Moment> soon;             ///< when 80 % of the clock time up to due is used
    OrganisationId handlerOrganisation;
    PersonId handlerPerson;
    int reworks = 0;
    int extensions = 0;
    int suspensions = 0;
    int returns = 0;
    bool isSelfHandled = false;
    bool isForced = false;
    bool isReopened = false;
    bool appealPending = false; ///< an appeal waits for its result
    bool appealGranted = false;
    bool appealRefused = false;
    std::optional<StepResult> verified; ///< result of the last verification before filing
    bool lastCheckFailed = false; ///< no handling and no passed check since
    bool closedBeforeReported = false; ///< a problem noted
    bool urgePending = false; ///< an urging waits for its reply
    std::string method;       ///< key of the list of methods, of the handling that stands
    CaseId linkedTo;          ///< the case of the same problem that stands for it; null: it stands for itself
    int calendarVersion = 0; ///< of an open case the current one, else the one current when its end was entered
    std::optional<double> handledQuantity; ///< of the handling that stands
    bool operator==(const DerivedCase&) const = default;
};

/// State as of a moment: a suspension that has run out is over.
[[nodiscard]] inline CaseState stateAt(CaseState state, CaseState resumed, std::optional<Moment> until, Moment asOf) {
    return state == CaseState::Suspended && until && *until <= asOf ? resumed : state;
}

/// Whether a step has a transition from a state:
///   verify_before, self_handle, file, reject: reported; dispatch: filed, handling; return, handle, extend: handling;
///   check_after, rework, close: handled; force_close, urge: any open state; reopen: closed, rejected, transferred;
///   suspend: filed, handling; resume: suspended; appeal: closed; transfer: reported, filed, handling;
///   correct, link, void: any but void; import: any; report: none, being the first.
[[nodiscard]] bool hasTransition(StepKind kind, CaseState state);

/// Derives a case from its report and its steps (in order of time, of equal times in order of entry). A step without a
/// transition from the state it meets changes nothing.
///
/// - dispatch starts the clock: due is the end of the limit. return and reopen clear it; rework lets it stand. A dispatch while
///   it is being handled hands it over to somebody else, and the clock runs on.
/// - extend moves due to its `until`, by default by one more limit from the deadline on.
/// - suspend stops the clock until its `until`, when it ends by itself, or until an earlier resume: the time that
///   remained on the clock then runs on from there.
/// - correct with a limit computes due anew from the start of the clock; extensions are given up, suspensions keep counting.
/// - import: the furthest time it gives makes the state, `due` (else the limit from the dispatched, else the reported time)
///   the deadline, which stands until a dispatch. A later import on the case overrides its times; it overrides the state
///   too, unless it gives none or is stale: a step taken here since the last one that did is not older than the newest
///   time it gives. A case voided by a step stays void.
/// - reopen counts as a rework and keeps the filed time (a rejected case gets one).
/// - soon of a deadline that came without a limit is 80 % of the plain time up to it.
/// \pre the first step is a report or an import; its time is the reported time.
[[nodiscard]] DerivedCase derive(const CaseReport& report, std::span<const Step> steps, const CalendarHistory& calendars);

/// Why a step is not allowed now, as a message for people; nothing when it is allowed:
///   "step-only-first" (report), "step-only-by-import" (import), "step-is-void", "step-before-last" {time of the last one, UTC},
///   "step-needs-state" {step, state}, "step-extension-late", "step-extension-limit-reached", "step-suspended-once",
///   "step-suspend-late", "step-appeal-not-late", "step-appeal-once", "step-check-failed".
[[nodiscard]] std::optional<Message> whyNot(StepKind kind, const DerivedCase& current, Moment at);
/// As whyNot, and whether what the step needs is given and sensible: "step-needs-receiver", "step-needs-result",
///   "step-needs-note", "step-needs-until", "step-until-past", "step-until-not-later" (than the deadline),
///   "step-suspend-too-long", "step-needs-change", "step-place-invalid", "step-needs-case", "step-links-itself",
///   "step-quantity-invalid", "step-urging-unknown" {kind}, "step-nothing-urged" (a reply), "limit-not-positive".
[[nodiscard]] std::optional<Message> whyNot(const Step& step, const DerivedCase& current, const CalendarHistory& calendars);

} // namespace gridwarden::core
