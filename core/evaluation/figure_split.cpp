// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/evaluation/figure_split.h"

#include "core/evaluation/record_owners.h"
#include "core/figures/cell_lattice.h"
#include "core/figures/figure_parts.h"

#include <algorithm>
#include <map>
#include <set>

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

/// What was counted over all records, and how a part of it is shared out.
class Sharing {
public:
    Sharing(const FigureInput& input, const std::vector<EvaluationSubject>& subjects) : m_input(input), m_subjects(subjects) {}

    /// \param counted values of the figures that are no sums and no rates
    Result<void> prepare(const std::vector<FigureValue>& counted, const FigureDefinitions& definitions) {
        bool hasQuantities = false;
        std::vector<StepId> steps;
        for (const FigureValue& value : counted) {
            m_rows.insert(m_rows.end(), value.rows.begin(), value.rows.end());
            m_rows.insert(m_rows.end(), value.rowsOfSteps.begin(), value.rowsOfSteps.end());
            steps.insert(steps.end(), value.steps.begin(), value.steps.end());
            const auto* const rule = std::get_if<StepCount>(&definitions.find(value.key)->rule);
            hasQuantities = hasQuantities || (rule != nullptr && rule->quantityOf);
        }
        keepEachOnce(m_rows);
        keepEachOnce(steps);
        auto facts = loadStepFacts(m_input.cases, steps, hasQuantities);
        if (!facts)
            return fail(facts);
        m_steps = std::move(*facts);
        return {};
    }

    [[nodiscard]] Result<RecordOwners> owners(std::optional<StepKind> by) const { return RecordOwners::load(m_input.cases, m_subjects, m_rows, by); }
    [[nodiscard]] const Selection& rows() const { return m_rows; }

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

private:
    void shareCases(const CaseCount& count, const FigureValue& whole, const RecordOwners& owners, Values& parts) {
        for (const std::uint32_t row : whole.rows)
            for (const std::uint32_t subject : owners.ofCase(row))
                parts[subject].rows.push_back(row);
        for (FigureValue& part : parts)
            part.value = static_cast<double>(count.countsPlaces ? placesOf(part.rows) : part.rows.size());
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
        for (const StepId id : whole.steps) {
            const auto step = m_steps.find(id);
            if (step == m_steps.end())
                continue;
            for (const std::uint32_t subject : owners.ofStep(step->second)) {
                FigureValue& part = parts[subject];
                *part.value += count.quantityOf ? step->second.quantity : 1;
                part.steps.push_back(id);
                part.rowsOfSteps.push_back(step->second.row);
            }
        }
        for (FigureValue& part : parts)
            keepEachOnce(part.rowsOfSteps);
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
    const std::vector<EvaluationSubject>& m_subjects;
    Selection m_rows; ///< of all cases behind the figures, ascending
    std::unordered_map<StepId, StepFact> m_steps;
    std::optional<CellLattice> m_squares;
};

/// Sums and rates of a subject from its parts.
FigureValue madeOf(const FigureDefinition& definition, const ValuesByKey& known, std::size_t subject) {
    if (const auto* rate = std::get_if<FigureRate>(&definition.rule))
        return divided(definition.key, *rate, known.at(rate->numerator)[subject], known.at(rate->denominator)[subject]);
    std::vector<const FigureValue*> parts;
    for (const std::string& part : partsOf(definition))
        parts.push_back(&known.at(part)[subject]);
    return addedUp(definition.key, parts);
}

} // namespace

Result<SplitFigures> splitFigures(const FigureInput& input, const FigureDefinitions& definitions, const std::vector<SplitFigure>& figures, Period period,
                                  const std::vector<EvaluationSubject>& subjects, const std::function<bool()>& goesOn) {
    std::vector<std::string> keys;
    for (const SplitFigure& figure : figures) {
        if (definitions.find(figure.key) == nullptr)
            return fail(ErrorCode::NotFound, {"figure-unknown", {figure.key}}, figure.key);
        keys.push_back(figure.key);
    }
    std::vector<std::string> countedKeys;
    for (const FigureDefinition* const definition : definitions.withParts(keys))
        if (isCounted(*definition))
            countedKeys.push_back(definition->key);
    const auto counted = evaluateFigures(input, definitions, countedKeys, period, goesOn);
    if (!counted)
        return fail(counted);
    Sharing sharing(input, subjects);
    if (auto done = sharing.prepare(*counted, definitions); !done)
        return fail(done);
    SplitFigures split;
    split.values.assign(subjects.size(), std::vector<FigureValue>(figures.size()));
    std::vector<std::uint8_t> isSomebodys(sharing.rows().size());
    std::set<std::optional<StepKind>> ways;
    for (const SplitFigure& figure : figures)
        ways.insert(figure.by);
    for (const auto& by : ways) {
        if (goesOn && !goesOn())
            return fail(ErrorCode::Cancelled, {"cancelled", {}});
        auto owners = sharing.owners(by);
        if (!owners)
            return fail(owners);
        for (std::size_t i = 0; i < isSomebodys.size(); ++i)
            isSomebodys[i] |= static_cast<std::uint8_t>(!owners->ofCase(sharing.rows()[i]).empty());
        std::vector<std::string> wanted;
        for (const SplitFigure& figure : figures)
            if (figure.by == by)
                wanted.push_back(figure.key);
        ValuesByKey known;
        for (const FigureDefinition* const definition : definitions.withParts(wanted)) {
            Values& parts = known[definition->key];
            if (isCounted(*definition)) {
                const auto at = std::find(countedKeys.begin(), countedKeys.end(), definition->key) - countedKeys.begin();
                parts = sharing.share(*definition, (*counted)[static_cast<std::size_t>(at)], *owners);
                continue;
            }
            for (std::size_t subject = 0; subject < subjects.size(); ++subject)
                parts.push_back(madeOf(*definition, known, subject));
        }
        for (std::size_t i = 0; i < figures.size(); ++i)
            if (figures[i].by == by)
                for (std::size_t subject = 0; subject < subjects.size(); ++subject)
                    split.values[subject][i] = known.at(figures[i].key)[subject];
    }
    split.casesOfNobody = static_cast<std::size_t>(std::count(isSomebodys.begin(), isSomebodys.end(), 0));
    return split;
}

} // namespace gridwarden::core
