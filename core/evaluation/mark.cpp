// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/evaluation/mark.h"

#include <algorithm>
#include <fmt/format.h>

namespace gridwarden::core {

bool counts(const EvaluationMark& mark, const EvaluationScheme& scheme) {
    return std::any_of(scheme.items.begin(), scheme.items.end(), [&](const SchemeItem& item) { return item.key == mark.item && item.figure() == nullptr; });
}

Result<std::vector<EvaluationMark>> loadMarks(Connection& connection, std::string_view scheme) {
    return connection.rows("SELECT id, scheme, item, subject, first, last, score, evidence FROM evaluation_mark WHERE scheme = ? ORDER BY first, last, id",
                           {scheme}, [](const Row& row) {
                               EvaluationMark mark{row.id<EvaluationMarkId>(0), row.text(1), row.text(2), row.integer(3), {}, row.real(6), row.text(7)};
                               if (const auto from = row.optionalDay(4), to = row.optionalDay(5); from && to)
                                   mark.period = {*from, *to};
                               return mark;
                           });
}

Result<EvaluationMarkId> saveMark(Change& change, const EvaluationScheme& scheme, EvaluationMark mark) {
    const SchemeItem* const item = scheme.item(mark.item);
    if (item == nullptr)
        return fail(ErrorCode::NotFound, {"scheme-item-unknown", {scheme.key, mark.item}}, mark.item);
    const auto* const hand = std::get_if<HandItem>(&item->source);
    if (hand == nullptr)
        return fail(ErrorCode::BadInput, {"scheme-item-counted", {scheme.key, item->key}}, item->key);
    const double least = item->weight > 0 ? 0 : -hand->outOf;
    if (!(mark.score >= least && mark.score <= hand->outOf))
        return fail(ErrorCode::BadInput, {"mark-out-of-range", {item->key, fmt::format("{:g}", least), fmt::format("{:g}", hand->outOf)}}, item->key);
    if (mark.period.to < mark.period.from)
        return fail(ErrorCode::BadInput, {"period-ends-before-start", {dayText(mark.period.from), dayText(mark.period.to)}});
    if (mark.subject == 0)
        return fail(ErrorCode::BadInput, {"mark-without-subject", {item->key}}, item->key);
    if (mark.id.isNull())
        mark.id = change.newId<EvaluationMarkId>();
    const auto done = change.connection().run(
        "INSERT INTO evaluation_mark(id, scheme, item, subject, first, last, score, evidence) VALUES (?1,?2,?3,?4,?5,?6,?7,?8) ON CONFLICT(id) DO "
        "UPDATE SET scheme = ?2, item = ?3, subject = ?4, first = ?5, last = ?6, score = ?7, evidence = ?8",
        {mark.id, scheme.key, item->key, mark.subject, mark.period.from, mark.period.to, mark.score, mark.evidence});
    if (!done)
        return fail(done);
    return mark.id;
}

Result<void> removeMark(Change& change, EvaluationMarkId id) {
    const auto removed = change.connection().run("DELETE FROM evaluation_mark WHERE id = ?", {id});
    if (!removed)
        return fail(removed);
    if (*removed == 0)
        return fail(ErrorCode::NotFound, {"mark-unknown", {std::to_string(id.value())}});
    return {};
}

} // namespace gridwarden::core
