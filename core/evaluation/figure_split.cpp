// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/evaluation/figure_split.h"

#include "core/evaluation/record_owners.h"
#include "core/figures/cell_lattice.h"
#include "core/figures/figure_parts.h"

#include <algorithm>
#include <map>

namespace gridwarden::core {

namespace {

using Values = std::vector<FigureValue>; ///< beside the subjects
using ValuesByKey = std::map<std::string, Values>;

bool isCounted(const FigureDefinition& definition) {
    return !std::holds_alternative<FigureSum>(definition.rule) && !definition.isRate();
}

template <class Record> void keepEachOnce(std::vector<Record>& records) {
    std::sort(records.begin(), records.end());
    records.erase(std::unique(records.begin(), records.end()), records.end());
}

/// Sums and rates of a subject from its parts.
FigureValue madeOf(const FigureDefinition& definition, const ValuesByKey& known, std::size_t subject) {
    if (const auto* rate = std::get_if<FigureRate>(&definition.rule))
        return divided(definition.key, *rate, known.at(rate->numerator)[subject], known.at(rate->denominator)[subject]);
    std::vector<const FigureValue*> parts;
    for (const std::string& part : partsOf(definition))
        parts.push_back(&known.at(part)[subject]);
    return addedUp(definition.key, parts);
}

/// Counts over all records, and shares out what it counted.
class Sharing {
public:
    Sharing(const FigureInput& input, const FigureDefinitions& definitions, const std::vector<EvaluationSubject>& subjects)
        : m_input(input), m_definitions(definitions), m_subjects(subjects), m_isCounted(input.cases.facts->size()), m_isSomebodys(input.cases.facts->size()) {}

    /// With all that the figures are made of.
    Result<void> count(const std::vector<std::string>& figures, Period period, const std::function<bool()>& goesOn) {
        std::vector<std::string> keys;
        for (const FigureDefinition* const definition : m_definitions.withParts(figures))
            if (isCounted(*definition))
                keys.push_back(definition->key);
        auto counted = evaluateFigures(m_input, m_definitions, keys, period, goesOn);
        if (!counted)
            return fail(counted);
        bool hasQuantities = false;
        std::vector<StepId> steps;
        for (FigureValue& value : *counted) {
            const auto* const rule = std::get_if<StepCount>(&m_definitions.find(value.key)->rule);
            hasQuantities = hasQuantities || (rule != nullptr && rule->quantityOf);
            steps.insert(steps.end(), value.steps.begin(), value.steps.end());
            m_counted.emplace(value.key, std::move(value));
        }
        keepEachOnce(steps);
        auto facts = loadStepFacts(m_input.cases, steps, hasQuantities);
        if (!facts)
            return fail(facts);
        m_steps = std::move(*facts);
        return {};
    }

    /// Figures, and what they are made of, of each subject.
    Result<ValuesByKey> shared(const std::vector<std::string>& figures, std::optional<StepKind> by) {
        const auto definitions = m_definitions.withParts(figures);
        const Selection rows = casesBehind(definitions);
        const auto owners = RecordOwners::load(m_input.cases, m_subjects, rows, by);
        if (!owners)
            return fail(owners);
        for (const std::uint32_t row : rows) {
            m_isCounted[row] = true;
            if (!owners->ofCase(row).empty())
                m_isSomebodys[row] = true;
        }
        ValuesByKey known;
        for (const FigureDefinition* const definition : definitions) {
            Values& parts = known[definition->key];
            if (isCounted(*definition))
                parts = share(*definition, m_counted.at(definition->key), *owners);
            else
                for (std::size_t subject = 0; subject < m_subjects.size(); ++subject)
                    parts.push_back(madeOf(*definition, known, subject));
        }
        return known;
    }

    [[nodiscard]] std::size_t casesOfNobody() const {
        std::size_t count = 0;
        for (std::size_t row = 0; row < m_isCounted.size(); ++row)
            count += m_isCounted[row] && !m_isSomebodys[row] ? 1 : 0;
        return count;
    }

private:
    [[nodiscard]] Selection casesBehind(const std::vector<const FigureDefinition*>& definitions) const {
        std::vector<bool> isBehind(m_input.cases.facts->size());
        for (const FigureDefinition* const definition : definitions)
            if (const auto counted = m_counted.find(definition->key); counted != m_counted.end())
                for (const RowSet* const rows : {&counted->second.rows, &counted->second.rowsOfSteps})
                    rows->each([&](std::uint32_t row) { isBehind[row] = true; });
        Selection rows;
        for (std::size_t row = 0; row < isBehind.size(); ++row)
            if (isBehind[row])
                rows.push_back(static_cast<std::uint32_t>(row));
        return rows;
    }

    [[nodiscard]] Values share(const FigureDefinition& definition, const FigureValue& whole, const RecordOwners& owners) {
        Values parts(m_subjects.size(), FigureValue{.key = definition.key});
        if (!whole.value)
            return parts;
        for (FigureValue& part : parts)
            part.value = 0;
        if (const auto* cases = std::get_if<CaseCount>(&definition.rule))
            shareCases(*cases, whole, owners, parts);
        else if (const auto* steps = std::get_if<StepCount>(&definition.rule))
            shareSteps(*steps, whole, owners, parts);
        else if (const auto* activities = std::get_if<ActivityCount>(&definition.rule))
            shareActivities(*activities, whole, owners, parts);
        return parts;
    }

    void shareCases(const CaseCount& count, const FigureValue& whole, const RecordOwners& owners, Values& parts) {
        std::vector<Selection> rows(parts.size());
        whole.rows.each([&](std::uint32_t row) {
            for (const std::uint32_t subject : owners.ofCase(row))
                rows[subject].push_back(row);
        });
        for (std::size_t subject = 0; subject < parts.size(); ++subject) {
            parts[subject].value = static_cast<double>(count.countsPlaces ? placesOf(rows[subject]) : rows[subject].size());
            parts[subject].rows = RowSet::of(std::move(rows[subject]));
        }
    }

    std::size_t placesOf(const Selection& rows) {
        if (!m_squares)
            m_squares.emplace(districtPlane(m_input.cases), CaseCount::PlaceSize);
        std::vector<std::uint32_t> cells = cellsOf(*m_input.cases.facts, rows, *m_squares);
        std::erase(cells, NoPlace);
        keepEachOnce(cells);
        return cells.size();
    }

    void shareSteps(const StepCount& count, const FigureValue& whole, const RecordOwners& owners, Values& parts) const {
        std::vector<Selection> rows(parts.size());
        for (const StepId id : whole.steps) {
            const auto step = m_steps.find(id);
            if (step == m_steps.end())
                continue;
            for (const std::uint32_t subject : owners.ofStep(step->second)) {
                FigureValue& part = parts[subject];
                *part.value += count.quantityOf ? step->second.quantity : 1;
                part.steps.push_back(id);
                rows[subject].push_back(step->second.row);
            }
        }
        for (std::size_t subject = 0; subject < parts.size(); ++subject)
            parts[subject].rowsOfSteps = RowSet::of(std::move(rows[subject]));
    }

    void shareActivities(const ActivityCount& count, const FigureValue& whole, const RecordOwners& owners, Values& parts) const {
        for (const ActivityId id : whole.activities) {
            const Activity* const activity = m_input.activities->find(id);
            const auto amount = activity == nullptr ? std::nullopt : amountOf(*activity, count);
            if (!amount)
                continue;
            for (const std::uint32_t subject : owners.ofActivity(*activity)) {
                *parts[subject].value += *amount;
                parts[subject].activities.push_back(id);
            }
        }
    }

    const FigureInput& m_input;
    const FigureDefinitions& m_definitions;
    const std::vector<EvaluationSubject>& m_subjects;
    std::map<std::string, FigureValue> m_counted; ///< of figures that are no sums and no rates
    std::unordered_map<StepId, StepFact> m_steps;
    std::vector<bool> m_isCounted, m_isSomebodys; ///< by row
    std::optional<CellLattice> m_squares;
};

} // namespace

Result<SplitFigures> splitFigures(const FigureInput& input, const FigureDefinitions& definitions, const std::vector<SplitFigure>& figures, Period period,
                                  const std::vector<EvaluationSubject>& subjects, const std::function<bool()>& goesOn) {
    std::vector<std::string> keys;
    for (const SplitFigure& figure : figures) {
        if (definitions.find(figure.key) == nullptr)
            return fail(ErrorCode::NotFound, {"figure-unknown", {figure.key}}, figure.key);
        keys.push_back(figure.key);
    }
    Sharing sharing(input, definitions, subjects);
    if (auto done = sharing.count(keys, period, goesOn); !done)
        return fail(done);
    SplitFigures split;
    split.values.assign(subjects.size(), std::vector<FigureValue>(figures.size()));
    std::map<std::optional<StepKind>, std::vector<std::size_t>> ways;
    for (std::size_t i = 0; i < figures.size(); ++i)
        ways[figures[i].by].push_back(i);
    for (const auto& [by, positions] : ways) {
        if (goesOn && !goesOn())
            return fail(ErrorCode::Cancelled, {"cancelled", {}});
        std::vector<std::string> wanted;
        for (const std::size_t position : positions)
            wanted.push_back(figures[position].key);
        const auto known = sharing.shared(wanted, by);
        if (!known)
            return fail(known);
        for (const std::size_t position : positions)
            for (std::size_t subject = 0; subject < subjects.size(); ++subject)
                split.values[subject][position] = known->at(figures[position].key)[subject];
    }
    split.casesOfNobody = sharing.casesOfNobody();
    return split;
}

} // namespace gridwarden::core
