// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/case_actions.h"

#include "core/cases/case_number.h"
#include "core/figures/likely_duplicates.h"
#include "core/one_problem.h"
#include "core/step_taking.h"

#include <algorithm>

namespace gridwarden::core {

namespace {

std::vector<CaseId> duplicatesOf(District& district, GeoPoint place, CategoryId category, Moment at) {
    const auto facts = district.facts();
    if (!facts)
        return {};
    const DuplicateRule rule{std::atof(district.setting("duplicate_metres", "50").c_str()), std::atof(district.setting("duplicate_hours", "24").c_str())};
    return likelyDuplicates(**facts, place, category, at, rule);
}

} // namespace

Result<CasePreview> previewCase(District& district, std::optional<GeoPoint> place, CategoryId category, Moment at) {
    CasePreview preview;
    if (place) {
        const PlaceAreas over = areasOver(district.areas(), *place, district.timeZone().day(at));
        preview.grid = over.grid;
        preview.above = over.above;
        if (auto levels = levelsOfDuty(district.areas(), district.people(), place, at, district.timeZone()); !levels.empty())
            preview.responsible = std::move(levels.front());
        if (!category.isNull())
            preview.duplicates = duplicatesOf(district, *place, category, at);
    }
    preview.limit = limitOf(district, category, {});
    if (preview.limit)
        preview.due = district.calendars().current().end(at, *preview.limit);
    return preview;
}

namespace {

Result<const Category*> categoryOf(const District& district, CategoryId id) {
    const Category* const category = district.categories().find(id);
    if (category == nullptr)
        return fail(ErrorCode::BadInput, {"category-missing", {}});
    if (category->isGroup)
        return fail(ErrorCode::BadInput, {"category-is-group", {category->name}});
    return category;
}

} // namespace

Result<CaseId> writeReport(District& district, Change& change, const CaseDraft& draft) {
    if (const auto category = categoryOf(district, draft.category); !category)
        return fail(category);
    const Moment time = draft.time.value_or(change.at());
    if (auto sensible = checkTime(time); !sensible)
        return fail(sensible);
    CaseReport report;
    report.source = draft.source.empty() ? "patrol" : draft.source;
    auto fields = checkedFieldValues(fieldsOfSource(district, report.source), draft.fields, district.timeZone(), /*isCorrection=*/false);
    if (!fields)
        return fail(fields);
    report.category = draft.category;
    report.description = draft.description;
    report.address = draft.address;
    report.quantity = draft.quantity;
    report.unit = draft.unit;
    report.place = draft.place;
    auto number = nextCaseNumber(change, district.timeZone().day(time));
    if (!number)
        return fail(number);
    report.number = std::move(*number);
    report.id = change.newId<CaseId>();
    Step step{change.newId<StepId>(), report.id, StepKind::Report, time, change.at(), change.actor().name, change.actor().person, {}};
    step.detail.limit = limitOf(district, draft.category, {});
    step.detail.fields = std::move(*fields);
    step.detail.origin = draft.origin;
    if (auto done = insertCase(change, report); !done)
        return fail(done);
    if (auto done = writeContact(change, report.id, draft.contact); !done)
        return fail(done);
    if (auto done = insertStep(change, step); !done)
        return fail(done);
    if (auto done = addPhotos(district, change, report.id, step.id, draft.photos); !done)
        return fail(done);
    if (!draft.linkTo.isNull()) {
        const auto main = standsFor(district, draft.linkTo, report.id);
        if (!main)
            return fail(main);
        Step link{change.newId<StepId>(), report.id, StepKind::Link, std::max(time, change.at()), change.at(), step.actor, step.person, {}};
        link.detail.with = *main;
        if (auto done = insertStep(change, link); !done)
            return fail(done);
    }
    return report.id;
}

Result<CaseId> reportCase(District& district, const Actor& actor, const CaseDraft& draft) {
    const auto category = categoryOf(district, draft.category);
    if (!category)
        return fail(category);
    const auto expected = expectedCaseNumber(district.connection(), district.timeZone().day(draft.time.value_or(now()))); // for the label; there is one writer
    if (!expected)
        return fail(expected);
    CaseId id;
    const auto write = [&](Change& change) -> Result<void> {
        const auto written = writeReport(district, change, draft);
        if (!written)
            return fail(written);
        id = *written;
        return {};
    };
    if (auto done = district.change({"report-case", {(*category)->name, *expected}}, actor, write); !done)
        return fail(done);
    return id;
}

Result<StepId> takeStep(District& district, const Actor& actor, CaseId id, const StepDraft& draft) {
    const auto record = loadCase(district.connection(), id);
    if (!record)
        return fail(record);
    const auto prepared = prepareStep(district, actor, *record, draft);
    if (!prepared)
        return fail(prepared);
    StepId taken;
    const auto write = [&](Change& change) -> Result<void> {
        const auto written = writeStep(district, change, *prepared, draft.photos);
        if (!written)
            return fail(written);
        taken = *written;
        return {};
    };
    if (auto done = district.change({"take-step", {std::string(stepKindKey(draft.kind)), record->report.number}}, actor, write); !done)
        return fail(done);
    return taken;
}

std::vector<StepKind> allowedSteps(const CaseRecord& record, Moment at) {
    std::vector<StepKind> allowed;
    for (int number = 1; number <= StepKindCount; ++number)
        if (const auto kind = static_cast<StepKind>(number); !whyNot(kind, record.derived, at))
            allowed.push_back(kind);
    return allowed;
}

std::optional<Deadline> deadlineOf(const DerivedCase& derived, const CalendarHistory& calendars, Moment asOf) {
    if (derived.due)
        return Deadline{*derived.due, false};
    const CaseState state = stateAt(derived.state, derived.resumed, derived.suspendedUntil, asOf);
    if (!derived.limit || (state != CaseState::Reported && state != CaseState::Filed))
        return std::nullopt;
    const auto end = calendars.current().end(asOf, *derived.limit);
    return end ? std::optional(Deadline{*end, true}) : std::nullopt;
}

} // namespace gridwarden::core
