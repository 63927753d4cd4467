// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/cases/case_store.h"
#include "core/cases/case_rows.h"

#include <unordered_map>

namespace gridwarden::core {

namespace {

/// So many rows are gone through by one statement: short enough that it never holds a commit up for long.
constexpr std::int64_t PageSize = 65'536;

Result<std::vector<Photo>> loadPhotos(Connection& connection, CaseId id) {
    return connection.rows("SELECT id, case_id, step, sha256, name, kind, taken, longitude, latitude, thumbnail FROM photo WHERE case_id = ? ORDER BY id", {id},
                           [](const Row& row) {
                               return Photo{row.id<PhotoId>(0), row.id<CaseId>(1), row.id<StepId>(2), row.text(3), row.text(4), row.text(5),
                                            row.optionalMoment(6), placeAt(row, 7), row.blob(9)};
                           });
}

} // namespace

Result<std::optional<CaseId>> findCase(Connection& connection, std::string_view number) {
    return connection.first("SELECT id FROM case_report WHERE number = ? ORDER BY id LIMIT 1", {number}, [](const Row& row) { return row.id<CaseId>(0); });
}

Result<std::optional<CaseReport>> loadReport(Connection& connection, CaseId id) {
    static const std::string sql = std::string("SELECT ") + ReportColumns + " FROM case_report r WHERE r.id = ?";
    return connection.first(sql, {id}, [](const Row& row) { return reportFrom(row, 0); });
}

Result<std::vector<Step>> loadSteps(Connection& connection, CaseId id) {
    static const std::string sql = std::string("SELECT ") + StepColumns + " FROM step WHERE case_id = ? ORDER BY at, recorded, id";
    std::optional<Error> unreadable;
    auto steps = connection.rows(sql, {id}, [&](const Row& row) { return stepFrom(row, unreadable); });
    if (!steps)
        return fail(steps);
    if (unreadable)
        return tl::unexpected<Error>(*unreadable);
    return steps;
}

Result<std::optional<StoredState>> loadState(Connection& connection, CaseId id) {
    static const std::string sql = std::string("SELECT ") + StateColumns + " FROM case_state s WHERE s.case_id = ?";
    return connection.first(sql, {id}, [](const Row& row) { return stateFrom(row, 0); });
}

Result<CaseRecord> loadCase(Connection& connection, CaseId id) {
    auto report = loadReport(connection, id);
    if (!report)
        return fail(report);
    auto state = loadState(connection, id);
    if (!state)
        return fail(state);
    if (!*report || !*state)
        return fail(ErrorCode::NotFound, {"case-unknown", {std::to_string(id.value())}});
    auto steps = loadSteps(connection, id);
    if (!steps)
        return fail(steps);
    auto photos = loadPhotos(connection, id);
    if (!photos)
        return fail(photos);
    return CaseRecord{std::move(**report), std::move((*state)->derived), (*state)->grid, std::move(*steps), std::move(*photos)};
}

Result<std::vector<CaseText>> loadTexts(Connection& connection, std::span<const CaseId> ids) {
    std::vector<CaseText> texts;
    texts.reserve(ids.size());
    for (const CaseId id : ids) {
        auto text = connection.first(
            "SELECT r.number, coalesce(s.description, r.description), coalesce(s.address, r.address), r.category_text, r.quantity, r.unit "
            "FROM case_report r JOIN case_state s ON s.case_id = r.id WHERE r.id = ?",
            {id}, [&](const Row& row) {
                return CaseText{id, row.text(0), row.text(1), row.text(2), row.text(3), row.optionalReal(4), row.text(5)};
            });
        if (!text)
            return fail(text);
        texts.push_back(std::move(*text).value_or(CaseText{id, {}, {}, {}, {}, {}, {}}));
    }
    return texts;
}

Result<std::vector<CaseId>> casesLinkedTo(Connection& connection, CaseId id) {
    return connection.rows("SELECT case_id FROM case_state WHERE linked_to = ? ORDER BY case_id", {id}, [](const Row& row) { return row.id<CaseId>(0); });
}

Result<std::vector<CaseId>> idsByNumber(Connection& connection) {
    std::vector<CaseId> ids;
    std::string number;
    for (std::int64_t read = PageSize; read == PageSize;) {
        read = 0;
        const std::int64_t last = ids.empty() ? 0 : ids.back().value();
        const auto done = connection.each("SELECT id, number FROM case_report WHERE (number, id) > (?, ?) ORDER BY number, id LIMIT ?", {number, last, PageSize},
                                          [&](const Row& row) {
                                              ids.push_back(row.id<CaseId>(0));
                                              if (++read == PageSize)
                                                  number = row.text(1);
                                              return true;
                                          });
        if (!done)
            return fail(done);
    }
    return ids;
}

} // namespace gridwarden::core
