// SPDX-License-Identifier: GPL-3.0-or-later
// What people do with cases: report one, take a step, import many. The window and the command line call these.
#pragma once

#include "core/cases/case_store.h"
#include "core/cases/contact.h"
#include "core/district.h"
#include "core/district/responsible.h"

#include <unordered_set>

namespace gridwarden::core {

struct CaseDraft {
    std::optional<GeoPoint> place; ///< CGCS2000
    CategoryId category;
    std::string description;
    std::string address;
    std::string source; ///< empty: "patrol"
    std::optional<double> quantity;
    std::string unit;
    Contact contact; ///< of the reporter
    std::optional<Moment> time; ///< none: now
    std::vector<PhotoDraft> photos;
    FieldValues fields; ///< of the source, as people write them (core/cases/source_fields.h)
    std::string origin; ///< where it came from: a file and the row in it; empty: entered here
    CaseId linkTo;      ///< a further report of the problem of this case; null: it stands for itself
};

/// What entering an incident at a place would give, before it is saved.
struct CasePreview {
    AreaId grid;                          ///< null: outside
    std::vector<AreaId> above;            ///< the areas over it, nearest first
    std::vector<Responsible> responsible; ///< on duty there at that moment; of the areas above where the grid has nobody
    std::optional<Limit> limit;
    std::optional<Moment> due;            ///< as if dispatched at that moment
    std::vector<CaseId> duplicates;       ///< open cases of the category within 50 m and 24 h (settings duplicate_metres, duplicate_hours)
};
[[nodiscard]] Result<CasePreview> previewCase(District& district, std::optional<GeoPoint> place, CategoryId category, Moment at);

/// Errors: BadInput "category-missing", "category-is-group", "time-in-future"; those of checkedFieldValues and of a link (see takeStep); ReadOnly; Database; Io for photos.
Result<CaseId> reportCase(District& district, const Actor& actor, const CaseDraft& draft);
/// For what reports several cases, or more than cases, in one change. Errors: as reportCase.
Result<CaseId> writeReport(District& district, Change& change, const CaseDraft& draft);

struct StepDraft {
    StepKind kind = StepKind::File;
    std::optional<Moment> time; ///< none: now
    StepDetail detail;
    std::vector<PhotoDraft> photos;
    bool withLinked = false; ///< close, force_close: also the open cases that are linked to it, by force, with its number as the reason
};
/// Appends a step. A link leads to the case that stands for the problem, also when another report of it was named.
/// Errors: Refused with the sentence why not, besides those of whyNot: "step-links-in-circle" {number}, "step-links-to-void" {number},
/// "step-has-reports" {how many cases are linked to the one to be void}, "step-needs-another-person" (second_check.h); BadInput "method-unknown" {key}; of a correction's fields as
/// checkedFieldValues; NotFound; as reportCase.
Result<StepId> takeStep(District& district, const Actor& actor, CaseId id, const StepDraft& draft);
/// The steps allowed now, in the order of the list.
[[nodiscard]] std::vector<StepKind> allowedSteps(const CaseRecord& record, Moment at);
/// Deadline to show: the fixed one, or before dispatch the forecast as if dispatched at `asOf`.
struct Deadline {
    Moment due;
    bool isForecast;
};
[[nodiscard]] std::optional<Deadline> deadlineOf(const DerivedCase& derived, const CalendarHistory& calendars, Moment asOf);

/// One case of an import, already read and resolved.
struct ImportedCase {
    std::string number; ///< empty: the next of the district's pattern
    Moment reported;
    std::optional<Moment> filed, dispatched, handled, closed, due;
    std::string closedAs;     ///< see StepDetail
    CategoryId category;      ///< null: unknown, categoryText kept
    std::string categoryText;
    std::string description, address, source, unit;
    Contact contact; ///< of the reporter; an update of a known case leaves the one it has
    std::optional<double> quantity;
    std::optional<GeoPoint> place;
    OrganisationId organisation;
    PersonId person;
};
enum class OnDuplicate { Reject, Update, Skip };
struct CaseImportCounts {
    std::int64_t created = 0, updated = 0, outside = 0;
};
/// Writes cases inside District::importBatch. With Update, a known number gets an `import` step with the new values.
/// The counts of `outside` are of kind grid.
Result<CaseImportCounts> writeImportedCases(District& district, Change& change, std::span<const ImportedCase> cases, OnDuplicate onDuplicate);
/// Writes a report with its steps and the state that follows from them; for bulk writing inside District::importBatch or
/// District::fillNew. Returns the grid of the day, null when outside. \pre the steps are in order, the first a report or an import.
Result<AreaId> writeWholeCase(District& district, Change& change, const CaseReport& report, std::span<const Step> steps);
/// Numbers already in the district, for refusing duplicates before writing.
[[nodiscard]] Result<std::unordered_set<std::string>> caseNumbers(Connection& connection);

} // namespace gridwarden::core
