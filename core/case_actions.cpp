// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/case_actions.h"

#include "core/cases/case_deriving.h"
#include "core/cases/case_number.h"
#include "core/cases/second_check.h"
#include "core/figures/likely_duplicates.h"

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

std::vector<CaseId> duplicatesOf(District& district, GeoPoint place, CategoryId category, Moment at) {
    const auto facts = district.facts();
    if (!facts)
        return {};
    const DuplicateRule rule{std::atof(district.setting("duplicate_metres", "50").c_str()), std::atof(district.setting("duplicate_hours", "24").c_str())};
    return likelyDuplicates(**facts, place, category, at, rule);
}

/// The case that stands for the problem of another one.
Result<CaseId> standsFor(District& district, CaseId id, CaseId linking) {
    const auto first = loadCase(district.connection(), id);
    if (!first)
        return fail(first);
    CaseId current = id;
    CaseId next = first->derived.linkedTo;
    std::string number = first->report.number;
    CaseState state = first->derived.state;
    constexpr int LongestChain = 1000; // files that others wrote may hold rings
    for (int i = 0; i < LongestChain && !next.isNull() && current != linking; ++i) {
        const auto record = loadCase(district.connection(), next);
        if (!record)
            return fail(record);
        current = next;
        next = record->derived.linkedTo;
        number = record->report.number;
        state = record->derived.state;
    }
    if (current == linking || !next.isNull())
        return fail(ErrorCode::Refused, {"step-links-in-circle", {number}}, number);
    if (state == CaseState::Void)
        return fail(ErrorCode::Refused, {"step-links-to-void", {number}}, number);
    return current;
}

/// The rule of four eyes, where the bureau has it for the category.
std::optional<Message> whyNotAloneHere(const District& district, const Step& step, const CaseRecord& record) {
    const std::string setting = district.setting("second_check");
    if (setting.empty())
        return std::nullopt;
    std::vector<std::string> keys;
    for (const Category* category = district.categories().find(record.derived.category); category != nullptr;
         category = category->parent == category->id ? nullptr : district.categories().find(category->parent))
        keys.push_back(category->key.text());
    return asksForSecondCheck(setting, keys) ? whyNotAlone(step, record.steps) : std::nullopt;
}

/// Ends the open cases that are linked to one that was closed, or to one of these.
Result<void> closeLinked(District& district, Change& change, const CaseRecord& main, const Step& closing) {
    std::vector<CaseId> cases{main.report.id};
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
        if (classOf(record->derived.state) != CaseClass::Open)
            continue;
        Step step{change.newId<StepId>(), id, StepKind::ForceClose, std::max(closing.at, record->derived.last), enteredAfter(change.at(), record->steps),
                  closing.actor, closing.person, {}};
        step.detail.note = main.report.number;
        step.detail.with = main.report.id;
        if (auto done = insertStep(change, step); !done)
            return done;
    }
    return {};
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
            preview.duplicates = duplicatesOf(district, *place, category, at);
    }
    preview.limit = limitOf(district, category, {});
    if (preview.limit)
        preview.due = district.calendars().current().end(at, *preview.limit);
    return preview;
}

Result<CaseId> reportCase(District& district, const Actor& actor, const CaseDraft& draft) {
    const Category* category = district.categories().find(draft.category);
    if (category == nullptr)
        return fail(ErrorCode::BadInput, {"category-missing", {}});
    if (category->isGroup)
        return fail(ErrorCode::BadInput, {"category-is-group", {category->name}});
    const Moment time = draft.time.value_or(now());
    if (auto sensible = checkTime(time); !sensible)
        return fail(sensible);

    CaseReport report;
    report.category = draft.category;
    report.description = draft.description;
    report.address = draft.address;
    report.source = draft.source.empty() ? "patrol" : draft.source;
    report.quantity = draft.quantity;
    report.unit = draft.unit;
    report.place = draft.place;
    const Day day = district.timeZone().day(time);
    const auto expected = expectedCaseNumber(district.connection(), day); // for the label; there is one writer
    if (!expected)
        return fail(expected);
    const auto write = [&](Change& change) -> Result<void> {
        auto number = nextCaseNumber(change, day);
        if (!number)
            return fail(number);
        report.number = std::move(*number);
        report.id = change.newId<CaseId>();
        Step step{change.newId<StepId>(), report.id, StepKind::Report, time, change.at(), actor.name, actor.person, {}};
        step.detail.limit = limitOf(district, draft.category, {});
        if (auto done = insertCase(change, report); !done)
            return done;
        if (auto done = writeContact(change, report.id, draft.contact); !done)
            return done;
        if (auto done = insertStep(change, step); !done)
            return done;
        return addPhotos(district, change, report.id, step.id, draft.photos);
    };
    if (auto done = district.change({"report-case", {category->name, *expected}}, actor, write); !done)
        return fail(done);
    return report.id;
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
    if (const std::string& method = step.detail.method; !method.empty()) {
        const auto& known = district.methods();
        if (std::none_of(known.begin(), known.end(), [&](const HandlingMethod& each) { return each.key == method; }))
            return fail(ErrorCode::BadInput, {"method-unknown", {method}});
    }
    const CategoryId newCategory = step.detail.category;
    if (!newCategory.isNull()) {
        const Category* category = district.categories().find(newCategory);
        if (category == nullptr || category->isGroup)
            return fail(ErrorCode::BadInput, {category == nullptr ? "category-missing" : "category-is-group", {category == nullptr ? "" : category->name}});
    }
    // The limit is written down as it is now, so that a later change of the rules leaves the case alone.
    if (draft.kind == StepKind::File || (draft.kind == StepKind::Correct && !newCategory.isNull()))
        step.detail.limit = limitOf(district, newCategory.isNull() ? record->derived.category : newCategory, step.detail.condition);
    else if (draft.kind == StepKind::Dispatch && record->derived.state == CaseState::Filed && !step.detail.limit)
        step.detail.limit = record->derived.limit ? record->derived.limit : limitOf(district, record->derived.category, {});
    if (const auto reason = whyNot(step, record->derived, district.calendars()))
        return fail(ErrorCode::Refused, *reason, record->report.number);
    if (const auto reason = whyNotAloneHere(district, step, *record))
        return fail(ErrorCode::Refused, *reason, record->report.number);
    if (step.kind == StepKind::Link) {
        const auto main = standsFor(district, step.detail.with, id);
        if (!main)
            return fail(main);
        step.detail.with = *main;
    }
    if (step.kind == StepKind::Void) {
        const auto linked = casesLinkedTo(district.connection(), id);
        if (!linked)
            return fail(linked);
        if (!linked->empty())
            return fail(ErrorCode::Refused, {"step-has-reports", {std::to_string(linked->size())}}, record->report.number);
    }
    const auto write = [&](Change& change) -> Result<void> {
        step.id = change.newId<StepId>();
        step.recorded = enteredAfter(change.at(), record->steps);
        if (auto done = insertStep(change, step); !done)
            return done;
        if (draft.withLinked && (step.kind == StepKind::Close || step.kind == StepKind::ForceClose))
            if (auto done = closeLinked(district, change, *record, step); !done)
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
