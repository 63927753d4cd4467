// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/figures/step_counting.h"

#include "core/figures/steps_by_time.h"

#include <algorithm>
#include <map>

namespace gridwarden::core {

namespace {

bool asksDetail(const StepCount& count) {
    return count.result || count.isReply || !count.urging.empty() || count.quantityOf || !count.scope.methods.empty();
}

bool fits(const StepCount& count, const StepDetail& detail) {
    if (count.result && detail.result != count.result)
        return false;
    if (count.isReply && !detail.reply.empty() != *count.isReply)
        return false;
    if (!count.urging.empty() && detail.urging != count.urging)
        return false;
    if (count.quantityOf && (!detail.quantity || detail.unit != *count.quantityOf))
        return false;
    const auto& methods = count.scope.methods;
    return methods.empty() || std::find(methods.begin(), methods.end(), detail.method) != methods.end();
}

struct FoundStep {
    Moment at;
    StepId id;
    std::uint32_t row; ///< of its case
    double amount;
};

class StepPass {
public:
    StepPass(const FiguresContext& context, Period period, std::vector<StepFigure>& figures, const RowSet* within)
        : m_context(context), m_begin(context.zone.start(period.from)),
          m_end(std::min(context.zone.start(period.to + std::chrono::days(1)), context.asOf + seconds(1))), m_figures(figures), m_within(within),
          m_found(figures.size()) {
        for (std::size_t i = 0; i < figures.size(); ++i) {
            figures[i].scope.ignoreMethods();
            for (const StepKind kind : figures[i].count->kinds)
                m_byKind[kind].push_back(i);
        }
    }

    Result<void> count(const std::function<bool()>& goesOn) {
        if (auto done = eachStepByTime(*m_context.connection, m_begin, m_end, "detail", goesOn, [this](const Row& step) { return take(step); }); !done)
            return done;
        for (std::size_t i = 0; i < m_figures.size(); ++i)
            finish(*m_figures[i].value, m_found[i]);
        return {};
    }

private:
    Result<void> take(const Row& row) {
        const auto figures = m_byKind.find(static_cast<StepKind>(row.integer(2)));
        if (figures == m_byKind.end())
            return {};
        const auto known = m_context.facts->rowOf(row.id<CaseId>(1));
        if (!known)
            return {};
        const auto position = static_cast<std::uint32_t>(*known);
        if (m_within != nullptr && !m_within->contains(position))
            return {};
        std::optional<StepDetail> detail;
        for (const std::size_t i : figures->second) {
            const StepFigure& figure = m_figures[i];
            const StepCount& count = *figure.count;
            if (!figure.scope.accepts(*m_context.facts->chunks()[position / CaseFacts::ChunkSize], position))
                continue;
            if (asksDetail(count) && !detail) {
                auto read = detailFromText(row.text(4));
                if (!read)
                    return fail(read);
                detail = std::move(*read);
            }
            if (asksDetail(count) && !fits(count, *detail))
                continue;
            m_found[i].push_back({row.moment(3), row.id<StepId>(0), position, count.quantityOf ? *detail->quantity : 1});
        }
        return {};
    }

    static void finish(FigureValue& value, std::vector<FoundStep>& found) {
        // A sum of fractions depends on the order; that of the ids stays as it is when steps are found in another one.
        std::sort(found.begin(), found.end(), [](const FoundStep& a, const FoundStep& b) { return a.id < b.id; });
        value.value = 0;
        std::vector<std::uint32_t> rows;
        for (const FoundStep& step : found) {
            *value.value += step.amount;
            rows.push_back(step.row);
        }
        value.rowsOfSteps = RowSet::of(std::move(rows));
        std::stable_sort(found.begin(), found.end(), [](const FoundStep& a, const FoundStep& b) { return a.at < b.at; });
        for (const FoundStep& step : found)
            value.steps.push_back(step.id);
    }

    const FiguresContext& m_context;
    Moment m_begin, m_end;
    std::vector<StepFigure>& m_figures;
    const RowSet* m_within;
    std::map<StepKind, std::vector<std::size_t>> m_byKind;
    std::vector<std::vector<FoundStep>> m_found;
};

} // namespace

Result<void> countSteps(const FiguresContext& context, Period period, std::vector<StepFigure>& figures, const RowSet* within,
                        const std::function<bool()>& goesOn) {
    if (figures.empty())
        return {};
    return StepPass(context, period, figures, within).count(goesOn);
}

} // namespace gridwarden::core
