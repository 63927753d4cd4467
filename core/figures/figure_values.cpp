// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/figures/figure_values.h"

#include "core/figures/cell_lattice.h"
#include "core/figures/figure_parts.h"
#include "core/figures/figure_scope.h"
#include "core/figures/step_counting.h"

#include <algorithm>
#include <array>
#include <bitset>
#include <map>
#include <memory>
#include <set>
#include <thread>
#include <unordered_map>

namespace gridwarden::core {

namespace {

/// A figure of cases, ready to be asked of a row.
struct CaseFigure {
    const CaseCount* count;
    ScopeFilter scope;
    FigureValue* value;

    [[nodiscard]] bool counts(std::uint32_t when, std::uint32_t is) const {
        return (when & static_cast<std::uint32_t>(count->when)) != 0 && (is & count->is) == count->is && (is & count->isNot) == 0;
    }
};

/// By which a case may fall into a period.
constexpr std::array Times = {FactColumn::Reported, FactColumn::Filed, FactColumn::Dispatched, FactColumn::Handled, FactColumn::Closed, FactColumn::Due};

/// Counts the rows of some chunks for all figures at once.
class CasePass {
public:
    CasePass(const FiguresContext& context, const CaseRules& rules, const std::vector<CaseFigure>& figures)
        : m_facts(*context.facts), m_rules(rules), m_figures(figures), m_rows(figures.size()) {
        for (const CaseFigure& figure : figures)
            m_asked |= static_cast<std::uint32_t>(figure.count->when);
    }

    /// \param within null: all rows
    void count(std::size_t firstChunk, std::size_t lastChunk, const Selection* within) {
        for (Selection& rows : m_rows) // takes no memory before it is written, and nothing is moved afterwards
            rows.reserve((lastChunk - firstChunk) * CaseFacts::ChunkSize);
        std::array<std::uint8_t, CaseFacts::ChunkSize> wanted;
        for (std::size_t at = firstChunk; at < lastChunk; ++at) {
            const FactChunk& chunk = *m_facts.chunks()[at];
            const auto first = static_cast<std::uint32_t>(at * CaseFacts::ChunkSize);
            const std::size_t size = chunk.size();
            wanted.fill(within == nullptr ? 1 : 0);
            if (within != nullptr)
                for (auto row = std::lower_bound(within->begin(), within->end(), first); row != within->end() && *row < first + size; ++row)
                    wanted[*row - first] = 1;
            mark(chunk, wanted);
            for (std::size_t i = 0; i < size; ++i)
                if (wanted[i] != 0 && chunk.hasMark(i, IsPresent))
                    countRow(chunk, i, first + static_cast<std::uint32_t>(i));
        }
    }
    [[nodiscard]] std::vector<Selection>& rows() { return m_rows; }

private:
    /// Leaves those that have a time in the period, or are open where that is asked: most cases of other years are passed over without being taken apart.
    void mark(const FactChunk& chunk, std::array<std::uint8_t, CaseFacts::ChunkSize>& wanted) const {
        std::array<std::uint8_t, CaseFacts::ChunkSize> touched{};
        const std::size_t size = chunk.size();
        for (const FactColumn time : Times) {
            const PackedNumbers& times = chunk.column(time);
            if (times.greatest() < m_rules.begin() || times.least() >= m_rules.end())
                continue;
            times.visit([&](auto number) {
                for (std::size_t i = 0; i < size; ++i)
                    touched[i] |= static_cast<std::uint8_t>(int{number(i) >= m_rules.begin()} & int{number(i) < m_rules.end()});
            });
        }
        if ((m_asked & static_cast<std::uint32_t>(CaseWhen::Open)) != 0)
            chunk.column(FactColumn::State).visit([&](auto number) {
                for (std::size_t i = 0; i < size; ++i)
                    touched[i] |= static_cast<std::uint8_t>(classOf(static_cast<CaseState>(number(i))) == CaseClass::Open);
            });
        for (std::size_t i = 0; i < size; ++i)
            wanted[i] &= touched[i];
    }

    void countRow(const FactChunk& chunk, std::size_t position, std::uint32_t row) {
        const CaseFact fact = ruledFact(chunk, position);
        const std::uint32_t when = m_rules.when(fact) & m_asked;
        if (when == 0)
            return;
        for (const std::uint32_t figure : counting(when, m_rules.is(fact)))
            if (m_figures[figure].scope.accepts(chunk, position, row))
                m_rows[figure].push_back(row);
    }

    /// What the rules ask of a case and nothing else.
    static CaseFact ruledFact(const FactChunk& chunk, std::size_t position) {
        const auto number = [&](FactColumn column) { return chunk.column(column)[position]; };
        CaseFact fact = chunk.course(position);
        fact.reported = number(FactColumn::Reported);
        fact.filed = number(FactColumn::Filed);
        fact.dispatched = number(FactColumn::Dispatched);
        fact.handled = number(FactColumn::Handled);
        fact.reworks = static_cast<std::uint8_t>(number(FactColumn::Reworks));
        fact.extensions = static_cast<std::uint8_t>(number(FactColumn::Extensions));
        fact.suspensions = static_cast<std::uint8_t>(number(FactColumn::Suspensions));
        fact.selfHandled = chunk.hasMark(position, WasSelfHandled);
        fact.forced = chunk.hasMark(position, WasForced);
        return fact;
    }

    /// The figures that count what has these bits. There are few such combinations among millions of cases.
    const std::vector<std::uint32_t>& counting(std::uint32_t when, std::uint32_t is) {
        const auto [known, isNew] = m_counting.try_emplace((std::uint64_t{when} << 32) | is);
        if (isNew)
            for (std::uint32_t i = 0; i < m_figures.size(); ++i)
                if (m_figures[i].counts(when, is))
                    known->second.push_back(i);
        return known->second;
    }

    const CaseFacts& m_facts;
    const CaseRules& m_rules;
    const std::vector<CaseFigure>& m_figures;
    std::uint32_t m_asked = 0;
    std::unordered_map<std::uint64_t, std::vector<std::uint32_t>> m_counting; ///< by when and is
    std::vector<Selection> m_rows;
};

/// How many different squares there are.
std::size_t distinct(const std::vector<std::uint32_t>& cells) {
    constexpr std::size_t PerRow = 65'536; // of a lattice
    std::vector<std::unique_ptr<std::bitset<PerRow>>> rows(PerRow); // a district lies in some hundreds of them
    std::size_t count = 0;
    for (const std::uint32_t cell : cells) {
        if (cell == NoPlace)
            continue;
        auto& row = rows[cell / PerRow];
        if (!row)
            row = std::make_unique<std::bitset<PerRow>>();
        if (!row->test(cell % PerRow)) {
            row->set(cell % PerRow);
            ++count;
        }
    }
    return count;
}

void countCases(const FiguresContext& context, Period period, std::vector<CaseFigure>& figures, const Selection* within) {
    if (figures.empty())
        return;
    const CaseRules rules(context.zone, period, context.asOf);
    const std::size_t chunks = context.facts->chunks().size();
    constexpr std::size_t WorthAThread = 16; // chunks
    CasePass first(context, rules, figures), second(context, rules, figures);
    const std::size_t middle = chunks < 2 * WorthAThread ? chunks : chunks / 2;
    std::thread other;
    if (middle < chunks)
        other = std::thread([&] { second.count(middle, chunks, within); });
    first.count(0, middle, within);
    if (other.joinable())
        other.join();
    std::optional<CellLattice> squares;
    for (std::size_t i = 0; i < figures.size(); ++i) {
        FigureValue& value = *figures[i].value;
        Selection &low = first.rows()[i], &high = second.rows()[i];
        value.rows.reserve(low.size() + high.size());
        value.rows.insert(value.rows.end(), low.begin(), low.end());
        value.rows.insert(value.rows.end(), high.begin(), high.end());
        low = high = {};
        if (!figures[i].count->countsPlaces) {
            value.value = static_cast<double>(value.rows.size());
            continue;
        }
        if (!squares)
            squares.emplace(districtPlane(context), CaseCount::PlaceSize);
        value.value = static_cast<double>(distinct(cellsOf(*context.facts, value.rows, *squares)));
    }
}

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
        if (!within.isEmpty()) {
            auto selected = select(m_input.cases, within);
            if (!selected)
                return fail(selected);
            m_within = std::move(*selected);
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
    /// The value once and for all: millions of rows need not be copied.
    [[nodiscard]] FigureValue take(const std::string& key) { return std::move(m_values.at(key)); }

private:
    Result<void> countRecords(const std::vector<const FigureDefinition*>& definitions) {
        std::vector<CaseFigure> cases;
        std::vector<StepFigure> steps;
        for (const FigureDefinition* definition : definitions) {
            FigureValue& value = m_values[definition->key];
            if (const auto* count = std::get_if<CaseCount>(&definition->rule)) {
                auto scope = ScopeFilter::of(m_input, *definition, count->scope);
                if (!scope)
                    return fail(scope);
                cases.push_back({count, std::move(*scope), &value});
            } else if (const auto* counted = std::get_if<StepCount>(&definition->rule)) {
                auto scope = ScopeFilter::of(m_input, *definition, counted->scope);
                if (!scope)
                    return fail(scope);
                steps.push_back({counted, std::move(*scope), &value});
            } else if (const auto* activities = std::get_if<ActivityCount>(&definition->rule)) {
                if (auto done = countActivities(*definition, *activities, value); !done)
                    return done;
            }
        }
        countCases(m_input.cases, m_period, cases, m_within ? &*m_within : nullptr);
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
    std::optional<Selection> m_within;
    std::optional<std::vector<const Activity*>> m_entries; ///< of the period
    bool m_areEntriesKnown = false;
    std::map<std::string, FigureValue> m_values;
};

template <class Record> void append(std::vector<Record>& all, const std::vector<Record>& more) {
    all.insert(all.end(), more.begin(), more.end());
}
template <class Record> void keepEachOnce(std::vector<Record>& ascending) {
    std::sort(ascending.begin(), ascending.end());
    ascending.erase(std::unique(ascending.begin(), ascending.end()), ascending.end());
}

} // namespace

FigureValue addedUp(std::string key, std::span<const FigureValue* const> parts) {
    FigureValue sum{.key = std::move(key), .value = 0};
    std::set<StepId> known;
    for (const FigureValue* const part : parts) {
        if (!part->value)
            return FigureValue{.key = std::move(sum.key)};
        *sum.value += *part->value;
        append(sum.rows, part->rows);
        append(sum.rowsOfSteps, part->rowsOfSteps);
        append(sum.activities, part->activities);
        std::copy_if(part->steps.begin(), part->steps.end(), std::back_inserter(sum.steps), [&](StepId step) { return known.insert(step).second; });
    }
    keepEachOnce(sum.rows);
    keepEachOnce(sum.rowsOfSteps);
    keepEachOnce(sum.activities);
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
