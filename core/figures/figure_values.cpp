// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/figures/figure_values.h"

#include "core/figures/case_counting.h"
#include "core/figures/figure_parts.h"
#include "core/figures/step_counting.h"

#include <algorithm>
#include <map>
#include <set>
#include <unordered_set>

namespace gridwarden::core {

namespace {

/// Those conditions alone that activities can meet; none where there are others.
std::optional<ActivityFilter> activityFilterOf(const Filter& within, Period period) {
    Filter rest = within;
    rest.areas.clear();
    rest.organisations.clear();
    rest.people.clear();
    rest.from.reset();
    rest.to.reset();
    if (!rest.isEmpty())
        return std::nullopt;
    ActivityFilter filter;
    filter.from = period.from;
    filter.to = period.to;
    filter.areas = within.areas;
    filter.organisations = within.organisations;
    filter.people = within.people;
    return filter;
}

/// Works out the figures one after the other, parts first.
class Evaluation {
public:
    Evaluation(const FigureInput& input, Period period, const std::function<bool()>& goesOn) : m_input(input), m_period(period), m_goesOn(goesOn) {}

    Result<void> run(const std::vector<const FigureDefinition*>& definitions) {
        for (const FigureDefinition* definition : definitions)
            m_values[definition->key].key = definition->key;
        Filter within = m_input.within;
        within.from.reset();
        within.to.reset();
        if (!within.isEmpty() && !definitions.empty()) {
            auto selected = select(m_input.cases, within);
            if (!selected)
                return fail(selected);
            m_within = RowSet::of(std::move(*selected));
        }
        if (auto done = countRecords(definitions); !done)
            return done;
        for (const FigureDefinition* definition : definitions) {
            if (const auto* sum = std::get_if<FigureSum>(&definition->rule)) {
                std::vector<const FigureValue*> parts;
                for (const std::string& part : sum->parts)
                    parts.push_back(&m_values.at(part));
                m_values[definition->key] = addedUp(definition->key, parts);
            }
            if (const auto* rate = std::get_if<FigureRate>(&definition->rule))
                m_values[definition->key] = divided(definition->key, *rate, m_values.at(rate->numerator), m_values.at(rate->denominator));
        }
        return {};
    }
    [[nodiscard]] FigureValue value(const std::string& key) const { return m_values.at(key); }
    /// The value once and for all.
    [[nodiscard]] FigureValue take(const std::string& key) { return std::move(m_values.at(key)); }

private:
    Result<void> countRecords(const std::vector<const FigureDefinition*>& definitions) {
        std::vector<CaseFigure> cases;
        std::vector<StepFigure> steps;
        for (const FigureDefinition* definition : definitions) {
            FigureValue& value = m_values[definition->key];
            if (const auto* count = std::get_if<CaseCount>(&definition->rule)) {
                auto scope = ScopeFilter::of(m_input, *definition, count->scope, m_areas);
                if (!scope)
                    return fail(scope);
                cases.push_back({count, std::move(*scope), &value});
            } else if (const auto* counted = std::get_if<StepCount>(&definition->rule)) {
                auto scope = ScopeFilter::of(m_input, *definition, counted->scope, m_areas);
                if (!scope)
                    return fail(scope);
                steps.push_back({counted, std::move(*scope), &value});
            } else if (const auto* activities = std::get_if<ActivityCount>(&definition->rule)) {
                if (auto done = countActivities(*definition, *activities, value); !done)
                    return done;
            }
        }
        if (auto done = countCases(m_input.cases, m_period, cases, m_within ? &*m_within : nullptr, m_goesOn); !done)
            return done;
        return countSteps(m_input.cases, m_period, steps, m_within ? &*m_within : nullptr, m_goesOn);
    }

    Result<void> countActivities(const FigureDefinition& definition, const ActivityCount& count, FigureValue& value) {
        if (m_input.activities == nullptr || m_input.lists == nullptr)
            return {};
        const ActivityContext context{m_input.activities, m_input.lists, m_input.cases.areas, m_input.cases.people, AreaKind::Grid, {}};
        if (!m_entries) {
            const auto filter = activityFilterOf(m_input.within, m_period);
            m_entries.emplace();
            m_areEntriesKnown = filter.has_value();
            if (filter)
                *m_entries = select(context, *filter);
        }
        if (!m_areEntriesKnown)
            return {};
        const std::set<std::string> kinds(count.kinds.begin(), count.kinds.end()), chapters(count.chapters.begin(), count.chapters.end());
        std::set<ActivityId> inScope;
        const bool hasScope = !count.scope.areas.empty() || !count.scope.organisations.empty();
        if (hasScope) {
            const auto scope = ScopeFilter::filterOf(m_input, definition, count.scope);
            if (!scope)
                return fail(scope);
            ActivityFilter filter;
            filter.from = m_period.from;
            filter.to = m_period.to;
            filter.areas = scope->areas;
            filter.organisations = scope->organisations;
            for (const Activity* activity : select(context, filter))
                inScope.insert(activity->id);
        }
        double sum = 0;
        for (const Activity* activity : *m_entries) {
            if ((!kinds.empty() && !kinds.contains(activity->kind)) || (hasScope && !inScope.contains(activity->id)))
                continue;
            if (!chapters.empty()) {
                const ActivityKind* const kind = m_input.lists->find(std::string_view(activity->kind));
                if (kind == nullptr || !chapters.contains(kind->chapter))
                    continue;
            }
            if (const auto amount = amountOf(*activity, count)) {
                sum += *amount;
                value.activities.push_back(activity->id);
            }
        }
        value.value = sum;
        return {};
    }

    const FigureInput& m_input;
    Period m_period;
    const std::function<bool()>& m_goesOn;
    std::optional<RowSet> m_within;
    ScopeFilter::KnownAreas m_areas;
    std::optional<std::vector<const Activity*>> m_entries; ///< of the period
    bool m_areEntriesKnown = false;
    std::map<std::string, FigureValue> m_values;
};

} // namespace

std::vector<CaseId> caseIds(const CaseFacts& facts, const RowSet& rows) {
    std::vector<CaseId> ids;
    ids.reserve(rows.size());
    rows.each([&, &chunks = facts.chunks()](std::uint32_t row) {
        ids.emplace_back(chunks[row / CaseFacts::ChunkSize]->column(FactColumn::Id)[row % CaseFacts::ChunkSize]);
    });
    return ids;
}

FigureValue addedUp(std::string key, std::span<const FigureValue* const> parts) {
    FigureValue sum{.key = std::move(key), .value = 0};
    std::unordered_set<StepId> steps;
    std::set<ActivityId> activities;
    for (const FigureValue* const part : parts) {
        if (!part->value)
            return FigureValue{.key = std::move(sum.key)};
        *sum.value += *part->value;
        sum.rows = sum.rows | part->rows;
        sum.rowsOfSteps = sum.rowsOfSteps | part->rowsOfSteps;
        activities.insert(part->activities.begin(), part->activities.end());
        std::copy_if(part->steps.begin(), part->steps.end(), std::back_inserter(sum.steps), [&](StepId step) { return steps.insert(step).second; });
    }
    sum.activities.assign(activities.begin(), activities.end());
    return sum;
}

Result<std::vector<FigureValue>> evaluateFigures(const FigureInput& input, const FigureDefinitions& definitions, std::span<const std::string> keys, Period period,
                                                 const std::function<bool()>& goesOn) {
    for (const std::string& key : keys)
        if (definitions.find(key) == nullptr)
            return fail(ErrorCode::NotFound, {"figure-unknown", {key}}, key);
    Evaluation evaluation(input, period, goesOn);
    if (auto done = evaluation.run(definitions.withParts(keys)); !done)
        return fail(done);
    std::vector<FigureValue> values;
    for (auto key = keys.begin(); key != keys.end(); ++key)
        values.push_back(std::find(std::next(key), keys.end(), *key) == keys.end() ? evaluation.take(*key) : evaluation.value(*key));
    return values;
}

} // namespace gridwarden::core
