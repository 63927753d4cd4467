// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/case_actions.h"

#include "core/cases/case_deriving.h"
#include "core/cases/case_number.h"

#include <algorithm>

namespace gridwarden::core {

namespace {

/// Clocks of two machines differ a little; more than this is a slip of the pen.
constexpr seconds FutureTolerance = std::chrono::minutes(5);

/// The rule that a step's condition names, else the category's default one.
std::optional<Limit> limitOf(const District& district, CategoryId category, std::string_view condition) {
    const CategoryRegister& categories = district.categories();
    const LimitRule* rule = condition.empty() ? nullptr : categories.rule(category, condition);
    if (rule == nullptr)
        rule = categories.defaultRule(category);
    return rule == nullptr ? std::nullopt : rule->limit;
}

Result<void> checkTime(Moment time) {
    if (time > now() + FutureTolerance)
        return fail(ErrorCode::BadInput, {"time-in-future", {isoUtc(time)}});
    return {};
}

Result<void> addPhotos(District& district, Change& change, CaseId id, StepId step, const std::vector<PhotoDraft>& photos) {
    for (const PhotoDraft& photo : photos)
        if (auto added = insertPhoto(change, district.filesFolder(), id, step, photo); !added)
            return fail(added);
    return {};
}

/// Who is on duty at the nearest level that has anybody: the grid itself first.
std::vector<Responsible> responsibleFor(const District& district, AreaId grid, const std::vector<AreaId>& above, Moment at) {
    std::vector<AreaId> levels{grid};
    levels.insert(levels.end(), above.begin(), above.end());
    std::vector<Responsible> found;
    for (const AreaId area : levels) {
        for (const Duty* duty : district.people().onDuty(area, at, district.timeZone()))
            if (const Person* person = district.people().find(duty->person))
                found.push_back({person->id, person->name, duty->responsibility, area});
        if (!found.empty())
            break;
    }
    return found;
}

std::vector<CaseId> likelyDuplicates(District& district, GeoPoint place, CategoryId category, Moment at) {
    const double metres = std::atof(district.setting("duplicate_metres", "50").c_str());
    const double hours = std::atof(district.setting("duplicate_hours", "24").c_str());
    const auto facts = district.facts();
    std::vector<std::pair<double, CaseId>> near;
    if (facts)
        (*facts)->each([&](std::size_t, const CaseFact& fact) {
            if (fact.category != category || !fact.hasPlace() || classOf(fact.state) != CaseClass::Open)
                return;
            const double apart = std::abs(static_cast<double>(at.time_since_epoch().count() - fact.reported)) / 3600;
            const double distance = distanceMetres(place, {fact.longitude, fact.latitude});
            if (apart <= hours && distance <= metres)
                near.emplace_back(distance, fact.id);
        });
    std::sort(near.begin(), near.end());
    std::vector<CaseId> found;
    for (const auto& [distance, id] : near)
        found.push_back(id);
    return found;
}

} // namespace

Result<CasePreview> previewCase(District& district, std::optional<GeoPoint> place, CategoryId category, Moment at) {
    CasePreview preview;
    if (place) {
        const Day day = district.timeZone().day(at);
        if (const Area* grid = district.areas().at(*place, AreaKind::Grid, day)) {
            preview.grid = grid->id;
            for (const Area* area : district.areas().above(grid->id, day))
                preview.above.push_back(area->id);
        } else {
            for (const AreaKind kind : {AreaKind::Community, AreaKind::Street, AreaKind::Zone, AreaKind::District})
                if (const Area* area = district.areas().at(*place, kind, day))
                    preview.above.push_back(area->id);
        }
        preview.responsible = responsibleFor(district, preview.grid, preview.above, at);
        if (!category.isNull())
            preview.duplicates = likelyDuplicates(district, *place, category, at);
    }
    preview.limit = limitOf(district, category, {});
    if (preview.limit)
        preview.due = district.calendars().current().end(at, *preview.limit);
    return preview;
}

namespace {

/// The fields of a source; none of one that is not known.
std::span<const SourceField> fieldsOf(const District& district, std::string_view key) {
    const CaseSource* const source = findSource(district.sources(), key);
    return source == nullptr ? std::span<const SourceField>() : std::span<const SourceField>(source->fields);
}

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
    auto fields = checkedFieldValues(fieldsOf(district, report.source), draft.fields, district.timeZone(), /*isCorrection=*/false);
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

Result<StepId> takeStep(District& district, const Actor& actor, CaseId id, StepDraft draft) {
    auto record = loadCase(district.connection(), id);
    if (!record)
        return fail(record);
    // A clock that was set back must not keep anybody from going on with what was done before.
    const Moment time = draft.time.value_or(std::max(now(), record->derived.last));
    if (draft.time)
        if (auto sensible = checkTime(time); !sensible)
            return fail(sensible);
    Step step{StepId(), id, draft.kind, time, now(), actor.name, actor.person, std::move(draft.detail)};
    const CategoryId newCategory = step.detail.category;
    if (!newCategory.isNull()) {
        if (const auto category = categoryOf(district, newCategory); !category)
            return fail(category);
    }
    if (!step.detail.fields.empty()) {
        auto fields = checkedFieldValues(fieldsOf(district, record->report.source), step.detail.fields, district.timeZone(), /*isCorrection=*/true);
        if (!fields)
            return fail(fields);
        step.detail.fields = std::move(*fields);
    }
    // The limit is written down as it is now, so that a later change of the rules leaves the case alone.
    if (draft.kind == StepKind::File || (draft.kind == StepKind::Correct && !newCategory.isNull()))
        step.detail.limit = limitOf(district, newCategory.isNull() ? record->derived.category : newCategory, step.detail.condition);
    else if (draft.kind == StepKind::Dispatch && !step.detail.limit)
        step.detail.limit = record->derived.limit ? record->derived.limit : limitOf(district, record->derived.category, {});
    if (const auto reason = whyNot(step, record->derived, district.calendars()))
        return fail(ErrorCode::Refused, *reason, record->report.number);
    const auto write = [&](Change& change) -> Result<void> {
        step.id = change.newId<StepId>();
        step.recorded = enteredAfter(change.at(), record->steps);
        if (auto done = insertStep(change, step); !done)
            return done;
        return addPhotos(district, change, id, step.id, draft.photos);
    };
    if (auto done = district.change({"take-step", {std::string(stepKindKey(draft.kind)), record->report.number}}, actor, write); !done)
        return fail(done);
    return step.id;
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
