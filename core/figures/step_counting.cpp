// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/figures/step_counting.h"

#include <algorithm>
#include <map>

namespace gridwarden::core {

namespace {

/// So many steps are read by one statement.
constexpr std::int64_t PageSize = 65'536;

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
    auto operator<=>(const FoundStep&) const = default;
};

class StepPass {
public:
    StepPass(const FiguresContext& context, Period period, std::vector<StepFigure>& figures, const Selection* within)
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
        std::int64_t last = 0;
        for (std::int64_t read = PageSize; read == PageSize;) {
            if (goesOn && !goesOn())
                return fail(ErrorCode::Cancelled, {"cancelled", {}});
            read = 0;
            Result<void> taken;
            const auto page = m_context.connection->each("SELECT id, case_id, kind, at, detail FROM step WHERE id > ? ORDER BY id LIMIT ?", {last, PageSize},
                                                         [&](const Row& row) {
                                                             ++read;
                                                             last = row.integer(0);
                                                             taken = take(row);
                                                             return taken.has_value();
                                                         });
            if (!page)
                return fail(page);
            if (!taken)
                return taken;
        }
        for (std::size_t i = 0; i < m_figures.size(); ++i)
            finish(*m_figures[i].value, m_found[i]);
        return {};
    }

private:
    Result<void> take(const Row& row) {
        const auto figures = m_byKind.find(static_cast<StepKind>(row.integer(2)));
        const Moment at = row.moment(3);
        if (figures == m_byKind.end() || at < m_begin || at >= m_end)
            return {};
        const auto known = m_context.facts->rowOf(row.id<CaseId>(1));
        if (!known)
            return {};
        const auto position = static_cast<std::uint32_t>(*known);
        if (m_within != nullptr && !std::binary_search(m_within->begin(), m_within->end(), position))
            return {};
        std::optional<StepDetail> detail;
        for (const std::size_t i : figures->second) {
            const StepFigure& figure = m_figures[i];
            const StepCount& count = *figure.count;
            if (!figure.scope.accepts(*m_context.facts->chunks()[position / CaseFacts::ChunkSize], position % CaseFacts::ChunkSize, position))
                continue;
            if (asksDetail(count) && !detail) {
                auto read = detailFromText(row.text(4));
                if (!read)
                    return fail(read);
                detail = std::move(*read);
            }
            if (asksDetail(count) && !fits(count, *detail))
                continue;
            figure.value->value = figure.value->value.value_or(0) + (count.quantityOf ? *detail->quantity : 1);
            figure.value->rowsOfSteps.push_back(position);
            m_found[i].push_back({at, row.id<StepId>(0)});
        }
        return {};
    }

    static void finish(FigureValue& value, std::vector<FoundStep>& found) {
        value.value = value.value.value_or(0);
        std::sort(value.rowsOfSteps.begin(), value.rowsOfSteps.end());
        value.rowsOfSteps.erase(std::unique(value.rowsOfSteps.begin(), value.rowsOfSteps.end()), value.rowsOfSteps.end());
        std::sort(found.begin(), found.end());
        for (const FoundStep& step : found)
            value.steps.push_back(step.id);
    }

    const FiguresContext& m_context;
    Moment m_begin, m_end;
    std::vector<StepFigure>& m_figures;
    const Selection* m_within;
    std::map<StepKind, std::vector<std::size_t>> m_byKind;
    std::vector<std::vector<FoundStep>> m_found;
};

} // namespace

Result<void> countSteps(const FiguresContext& context, Period period, std::vector<StepFigure>& figures, const Selection* within,
                        const std::function<bool()>& goesOn) {
    if (figures.empty())
        return {};
    return StepPass(context, period, figures, within).count(goesOn);
}

} // namespace gridwarden::core
