// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/evaluation/step_facts.h"

#include <algorithm>
#include <tuple>

namespace gridwarden::core {

namespace {

/// So many records are asked for by one statement.
constexpr std::size_t PageSize = 8'192;

/// Calls use(row) for each row of a statement that takes a list of ids as "?1", page by page.
template <class IdAt, class Use>
Result<void> eachOf(Connection& connection, std::string_view sql, std::size_t count, IdAt idAt, const std::vector<Value>& further, Use use) {
    for (std::size_t begin = 0; begin < count; begin += PageSize) {
        std::string ids;
        for (std::size_t i = begin; i < std::min(count, begin + PageSize); ++i) {
            ids += i == begin ? '[' : ',';
            ids += std::to_string(idAt(i));
        }
        ids += ']';
        std::vector<Value> values{Value(std::move(ids))};
        values.insert(values.end(), further.begin(), further.end());
        const auto done = connection.each(sql, values, use);
        if (!done)
            return done;
    }
    return {};
}

} // namespace

Result<std::unordered_map<StepId, StepFact>> loadStepFacts(const FiguresContext& context, const std::vector<StepId>& steps, bool withQuantities) {
    std::unordered_map<StepId, StepFact> facts;
    facts.reserve(steps.size());
    Result<void> read;
    const auto done = eachOf(
        *context.connection, "SELECT s.id, s.case_id, s.at, s.recorded, s.detail FROM json_each(?1) j JOIN step s ON s.id = j.value", steps.size(),
        [&](std::size_t i) { return steps[i].value(); }, {},
        [&](const Row& row) {
            const auto known = context.facts->rowOf(row.id<CaseId>(1));
            if (!known)
                return true;
            StepFact fact{static_cast<std::uint32_t>(*known), {row.moment(2), row.moment(3), row.id<StepId>(0)}, 0};
            if (withQuantities) {
                const auto detail = detailFromText(row.text(4));
                if (!detail) {
                    read = fail(detail);
                    return false;
                }
                fact.quantity = detail->quantity.value_or(0);
            }
            facts.emplace(fact.order.id, fact);
            return true;
        });
    if (!done)
        return fail(done);
    if (!read)
        return fail(read);
    return facts;
}

Result<StepTakers> StepTakers::load(const FiguresContext& context, const Selection& rows, StepKind kind) {
    StepTakers takers;
    const auto done = eachOf(
        *context.connection,
        "SELECT s.case_id, s.at, s.recorded, s.id, s.person FROM json_each(?1) j JOIN step s ON s.case_id = j.value WHERE s.kind = ?2 AND s.at <= ?3",
        rows.size(), [&](std::size_t i) { return (*context.facts)[rows[i]].id.value(); }, {Value(static_cast<int>(kind)), Value(context.asOf)},
        [&](const Row& row) {
            if (const auto known = context.facts->rowOf(row.id<CaseId>(0)))
                takers.m_taken.push_back({static_cast<std::uint32_t>(*known), {row.moment(1), row.moment(2), row.id<StepId>(3)}, row.id<PersonId>(4)});
            return true;
        });
    if (!done)
        return fail(done);
    std::sort(takers.m_taken.begin(), takers.m_taken.end(), [](const Taken& a, const Taken& b) { return std::tie(a.row, a.order) < std::tie(b.row, b.order); });
    return takers;
}

PersonId StepTakers::last(std::uint32_t row) const {
    return lastUpTo(row, {Moment::max(), Moment::max(), {}});
}

PersonId StepTakers::lastUpTo(std::uint32_t row, const StepOrder& step) const {
    const auto after = std::upper_bound(m_taken.begin(), m_taken.end(), std::tie(row, step),
                                        [](const auto& wanted, const Taken& each) { return wanted < std::tie(each.row, each.order); });
    return after == m_taken.begin() || std::prev(after)->row != row ? PersonId() : std::prev(after)->person;
}

} // namespace gridwarden::core
