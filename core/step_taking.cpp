// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/step_taking.h"

#include "core/cases/case_deriving.h"
#include "core/cases/second_check.h"
#include "core/one_problem.h"

#include <algorithm>

namespace gridwarden::core {

namespace {

/// Clocks of two machines differ a little; more than this is a slip of the pen.
constexpr seconds FutureTolerance = std::chrono::minutes(5);

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

bool isKnownMethod(const District& district, const std::string& key) {
    const auto& known = district.methods();
    return key.empty() || std::any_of(known.begin(), known.end(), [&](const HandlingMethod& method) { return method.key == key; });
}

} // namespace

std::optional<Limit> limitOf(const District& district, CategoryId category, std::string_view condition) {
    const CategoryRegister& categories = district.categories();
    const LimitRule* rule = condition.empty() ? nullptr : categories.rule(category, condition);
    if (rule == nullptr)
        rule = categories.defaultRule(category);
    return rule == nullptr ? std::nullopt : rule->limit;
}

std::span<const SourceField> fieldsOfSource(const District& district, std::string_view key) {
    const CaseSource* const source = findSource(district.sources(), key);
    return source == nullptr ? std::span<const SourceField>() : std::span<const SourceField>(source->fields);
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

Result<PreparedStep> prepareStep(District& district, const Actor& actor, const CaseRecord& record, const StepDraft& draft) {
    // A clock that was set back must not keep anybody from going on with what was done before.
    const Moment time = draft.time.value_or(std::max(now(), record.derived.last));
    if (draft.time)
        if (auto sensible = checkTime(time); !sensible)
            return fail(sensible);
    Step step{StepId(), record.report.id, draft.kind, time, enteredAfter({}, record.steps), actor.name, actor.person, draft.detail};
    if (!isKnownMethod(district, step.detail.method))
        return fail(ErrorCode::BadInput, {"method-unknown", {step.detail.method}});
    const CategoryId newCategory = step.detail.category;
    if (!newCategory.isNull()) {
        const Category* category = district.categories().find(newCategory);
        if (category == nullptr || category->isGroup)
            return fail(ErrorCode::BadInput, {category == nullptr ? "category-missing" : "category-is-group", {category == nullptr ? "" : category->name}});
    }
    if (!step.detail.fields.empty()) {
        auto fields = checkedFieldValues(fieldsOfSource(district, record.report.source), step.detail.fields, district.timeZone(), /*isCorrection=*/true);
        if (!fields)
            return fail(fields);
        step.detail.fields = std::move(*fields);
    }
    // The limit is written down as it is now, so that a later change of the rules leaves the case alone.
    if (draft.kind == StepKind::File || (draft.kind == StepKind::Correct && !newCategory.isNull()))
        step.detail.limit = limitOf(district, newCategory.isNull() ? record.derived.category : newCategory, step.detail.condition);
    else if (draft.kind == StepKind::Dispatch && record.derived.state == CaseState::Filed && !step.detail.limit)
        step.detail.limit = record.derived.limit ? record.derived.limit : limitOf(district, record.derived.category, {});
    if (const auto reason = whyNot(step, record.derived, district.calendars()))
        return fail(ErrorCode::Refused, *reason, record.report.number);
    if (const auto reason = whyNotAloneHere(district, step, record))
        return fail(ErrorCode::Refused, *reason, record.report.number);
    if (step.kind == StepKind::Link) {
        const auto main = standsFor(district, step.detail.with, step.caseId);
        if (!main)
            return fail(main);
        step.detail.with = *main;
    }
    if (step.kind == StepKind::Void)
        if (auto alone = standsForNothing(district, step.caseId, record.report.number); !alone)
            return fail(alone);
    return PreparedStep{std::move(step), record.report.number, draft.withLinked};
}

Result<StepId> writeStep(District& district, Change& change, const PreparedStep& prepared, const std::vector<PhotoDraft>& photos) {
    Step step = prepared.step;
    step.id = change.newId<StepId>();
    step.recorded = std::max(change.at(), step.recorded);
    if (auto done = insertStep(change, step); !done)
        return fail(done);
    if (prepared.withLinked && (step.kind == StepKind::Close || step.kind == StepKind::ForceClose))
        if (auto done = closeLinked(district, change, step, prepared.number); !done)
            return fail(done);
    if (auto done = addPhotos(district, change, step.caseId, step.id, photos); !done)
        return fail(done);
    return step.id;
}

} // namespace gridwarden::core
