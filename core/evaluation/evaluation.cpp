// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/evaluation/evaluation.h"

#include "core/evaluation/figure_split.h"
#include "core/evaluation/ranking.h"
#include "core/evaluation/shrinkage.h"

#include <algorithm>
#include <fmt/format.h>
#include <map>

namespace gridwarden::core {

namespace {

/// The figures that a scheme asks for, each once.
class Wanted {
public:
    std::size_t add(SplitFigure figure) {
        const auto [known, isNew] = m_positions.try_emplace(figure, m_figures.size());
        if (isNew)
            m_figures.push_back(std::move(figure));
        return known->second;
    }
    [[nodiscard]] const std::vector<SplitFigure>& figures() const { return m_figures; }

private:
    std::vector<SplitFigure> m_figures;
    std::map<SplitFigure, std::size_t> m_positions;
};

/// Marks of each subject and item whose period lies within the evaluated one.
class MarkTable {
public:
    MarkTable(const AreaRegister& areas, std::span<const EvaluationMark> marks, Period period, SubjectKind kind) : m_areas(areas), m_kind(kind) {
        for (const EvaluationMark& mark : marks)
            if (period.contains(mark.period.from) && period.contains(mark.period.to))
                m_marks[{nameOf(mark.subject), mark.item}].push_back(mark);
    }
    [[nodiscard]] std::vector<EvaluationMark> of(const EvaluationSubject& subject, const std::string& item) const {
        const auto found = m_marks.find({nameOf(subject.id), item});
        return found == m_marks.end() ? std::vector<EvaluationMark>() : found->second;
    }

private:
    /// An area stands for its code.
    [[nodiscard]] std::string nameOf(std::int64_t subject) const {
        const Area* const area = m_kind == SubjectKind::Areas ? m_areas.find(AreaId(subject)) : nullptr;
        return area == nullptr ? std::to_string(subject) : std::string(areaKindKey(area->kind)) + ":" + area->code;
    }
    const AreaRegister& m_areas;
    SubjectKind m_kind;
    std::map<std::pair<std::string, std::string>, std::vector<EvaluationMark>> m_marks;
};

/// Evaluates one subject after the other, then all beside one another.
class Evaluating {
public:
    Evaluating(const FigureInput& input, const FigureDefinitions& definitions, const EvaluationScheme& scheme, Period period)
        : m_input(input), m_definitions(definitions), m_scheme(scheme), m_period(period) {
        for (const SchemeItem& item : scheme.items)
            m_figureOfItem.push_back(item.figure() == nullptr ? std::nullopt : std::optional(m_wanted.add({*item.figure(), item.by})));
        for (const TieBreaker& tie : scheme.ties)
            m_figureOfTie.push_back(m_wanted.add({tie.figure, tie.by}));
        if (scheme.fewest)
            m_cases = m_wanted.add({scheme.fewest->figure, scheme.fewest->by});
        if (definitions.find(CollectorReports) != nullptr)
            m_reports =
                m_wanted.add({std::string(CollectorReports), scheme.subjects.kind == SubjectKind::People ? std::optional(StepKind::Report) : std::nullopt});
    }

    Result<Evaluation> run(std::span<const EvaluationMark> marks, const std::vector<EvaluationSubject>& subjects, const std::function<bool()>& goesOn) {
        auto split = splitFigures(m_input, m_definitions, m_wanted.figures(), m_period, subjects, goesOn);
        if (!split)
            return fail(split);
        Evaluation evaluation{m_period, m_input.cases.asOf, {}, split->casesOfNobody};
        const MarkTable table(*m_input.cases.areas, marks, m_period, m_scheme.subjects.kind);
        for (std::size_t i = 0; i < subjects.size(); ++i) {
            EvaluatedSubject one = evaluated(subjects[i], split->values[i], table);
            if (!subjects[i].isActive && !hasAnything(one))
                continue;
            std::vector<std::optional<double>> ties;
            for (const std::size_t figure : m_figureOfTie)
                ties.push_back(split->values[i][figure].value);
            m_standings.push_back({one.whyNotRanked.key.empty(), one.total, std::move(ties), one.grade});
            evaluation.subjects.push_back(std::move(one));
        }
        rank(evaluation.subjects);
        adjust(evaluation.subjects);
        std::stable_sort(evaluation.subjects.begin(), evaluation.subjects.end(), [](const EvaluatedSubject& a, const EvaluatedSubject& b) {
            return a.rank && b.rank ? *a.rank < *b.rank : a.rank.has_value() && !b.rank;
        });
        return evaluation;
    }

private:
    [[nodiscard]] EvaluatedSubject evaluated(const EvaluationSubject& subject, const std::vector<FigureValue>& values, const MarkTable& marks) const {
        EvaluatedSubject one{.subject = subject};
        std::vector<ItemScore> scores;
        for (std::size_t i = 0; i < m_scheme.items.size(); ++i) {
            const SchemeItem& item = m_scheme.items[i];
            EvaluatedItem evaluated;
            if (m_figureOfItem[i]) {
                evaluated.figure = values[*m_figureOfItem[i]];
                evaluated.value = evaluated.figure.value;
            } else {
                evaluated.marks = marks.of(subject, item.key);
                evaluated.value = meanOf(evaluated.marks);
            }
            scores.push_back(scoreOf(item, evaluated.value));
            evaluated.score = scores.back().score;
            one.items.push_back(std::move(evaluated));
        }
        const ScoredTotal total = totalOf(m_scheme, scores);
        for (std::size_t i = 0; i < one.items.size(); ++i) {
            one.items[i].fate = total.items[i].fate;
            one.items[i].weight = total.items[i].weight;
            one.items[i].points = total.items[i].points;
        }
        for (const SchemeGroup& group : m_scheme.groups) {
            double points = 0;
            for (std::size_t i = 0; i < one.items.size(); ++i)
                if (m_scheme.items[i].group == group.key)
                    points += one.items[i].points;
            one.groups.push_back(points);
        }
        one.total = total.total;
        one.definedPercent = total.definedPercent;
        one.whyNotRanked = whyNotRanked(values, total);
        if (one.whyNotRanked.key.empty())
            one.grade = gradeOf(m_scheme, one.total);
        if (m_reports) {
            one.collectorReports = values[*m_reports].value;
            if (one.collectorReports && subject.squareKilometres)
                one.reportsPerSquareKilometre = *one.collectorReports / *subject.squareKilometres;
        }
        return one;
    }

    [[nodiscard]] Message whyNotRanked(const std::vector<FigureValue>& values, const ScoredTotal& total) const {
        if (m_cases)
            if (const double cases = values[*m_cases].value.value_or(0); cases < m_scheme.fewest->least)
                return {"evaluation-too-few-cases", {fmt::format("{:g}", cases), fmt::format("{:g}", m_scheme.fewest->least)}};
        if (!isDefinedEnough(total))
            return {"evaluation-little-defined", {fmt::format("{:.4g}", total.definedPercent), fmt::format("{:g}", m_scheme.leastDefined)}};
        return {};
    }
    [[nodiscard]] bool isDefinedEnough(const ScoredTotal& total) const {
        constexpr double Slack = 1e-9; // of sums of weights
        return total.definedPercent > 0 && total.definedPercent + Slack >= m_scheme.leastDefined;
    }

    [[nodiscard]] static std::optional<double> meanOf(const std::vector<EvaluationMark>& marks) {
        if (marks.empty())
            return std::nullopt;
        double sum = 0;
        for (const EvaluationMark& mark : marks)
            sum += mark.score;
        return sum / static_cast<double>(marks.size());
    }
    [[nodiscard]] static bool hasAnything(const EvaluatedSubject& one) {
        return std::any_of(one.items.begin(), one.items.end(), [](const EvaluatedItem& item) {
            return !item.marks.empty() || item.figure.denominator != 0 || (item.figure.value && *item.figure.value != 0);
        });
    }

    void rank(std::vector<EvaluatedSubject>& subjects) const {
        const auto ranks = ranksOf(m_standings, m_scheme.ties);
        const auto lists = listsOf(m_scheme, m_standings, ranks);
        for (std::size_t i = 0; i < subjects.size(); ++i) {
            subjects[i].rank = ranks[i];
            subjects[i].isRed = lists[i].isRed;
            subjects[i].isBlack = lists[i].isBlack;
        }
    }

    void adjust(std::vector<EvaluatedSubject>& subjects) const {
        std::vector<std::vector<ItemScore>> scores(subjects.size(), std::vector<ItemScore>(m_scheme.items.size()));
        for (std::size_t i = 0; i < m_scheme.items.size(); ++i) {
            const SchemeItem& item = m_scheme.items[i];
            if (std::holds_alternative<RateItem>(item.source))
                shrink(subjects, i);
            for (std::size_t k = 0; k < subjects.size(); ++k) {
                const EvaluatedItem& evaluated = subjects[k].items[i];
                if (std::holds_alternative<RateItem>(item.source))
                    scores[k][i] = scoreOf(item, evaluated.shrunk);
                else if (std::holds_alternative<HandItem>(item.source))
                    scores[k][i] = scoreOf(item, evaluated.value);
                else
                    scores[k][i].isUsed = false;
            }
        }
        std::vector<Standing> standings;
        for (std::size_t k = 0; k < subjects.size(); ++k) {
            const ScoredTotal total = totalOf(m_scheme, scores[k]);
            subjects[k].adjusted.total = total.total;
            standings.push_back({isDefinedEnough(total), total.total, {}, {}});
        }
        const auto ranks = ranksOf(standings, {});
        for (std::size_t k = 0; k < subjects.size(); ++k)
            subjects[k].adjusted.rank = ranks[k];
    }

    void shrink(std::vector<EvaluatedSubject>& subjects, std::size_t item) const {
        const auto* const rate = std::get_if<FigureRate>(&m_definitions.find(*m_scheme.items[item].figure())->rule);
        std::vector<CountedRate> rates;
        for (const EvaluatedSubject& subject : subjects)
            rates.push_back({subject.items[item].figure.numerator, subject.items[item].figure.denominator});
        const auto shrunk = shrunkRates(rates);
        for (std::size_t k = 0; k < subjects.size(); ++k)
            if (shrunk[k])
                subjects[k].items[item].shrunk = rate->isInverse ? 1 - *shrunk[k] : *shrunk[k];
    }

    const FigureInput& m_input;
    const FigureDefinitions& m_definitions;
    const EvaluationScheme& m_scheme;
    Period m_period;
    Wanted m_wanted;
    std::vector<std::optional<std::size_t>> m_figureOfItem; ///< positions in what is wanted
    std::vector<std::size_t> m_figureOfTie;
    std::optional<std::size_t> m_cases, m_reports;
    std::vector<Standing> m_standings;
};

} // namespace

Result<Evaluation> evaluate(const FigureInput& input, const FigureDefinitions& definitions, const EvaluationScheme& scheme,
                            std::span<const EvaluationMark> marks, Period period, const std::vector<EvaluationSubject>& subjects,
                            const std::function<bool()>& goesOn) {
    if (auto done = checkScheme(scheme, definitions); !done)
        return fail(done);
    return Evaluating(input, definitions, scheme, period).run(marks, subjects, goesOn);
}

} // namespace gridwarden::core
