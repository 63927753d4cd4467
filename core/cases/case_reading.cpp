// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/cases/case_store.h"
#include "core/cases/state_flags.h"

#include <unordered_map>

namespace gridwarden::core {

namespace {

std::optional<GeoPoint> placeAt(const Row& row, int column) {
    if (row.isNull(column) || row.isNull(column + 1))
        return std::nullopt;
    return GeoPoint{row.real(column), row.real(column + 1)};
}

std::optional<std::string> optionalText(const Row& row, int column) {
    return row.isNull(column) ? std::nullopt : std::optional(row.text(column));
}

/// The characters that LIKE gives a meaning are meant as they stand.
std::string likePattern(std::string_view text) {
    std::string pattern = "%";
    for (const char c : text) {
        if (c == '%' || c == '_' || c == '\\')
            pattern += '\\';
        pattern += c;
    }
    return pattern + "%";
}

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
    return connection.first(
        "SELECT id, number, category, category_text, description, address, source, quantity, unit, longitude, latitude, reporter FROM case_report "
        "WHERE id = ?",
        {id}, [](const Row& row) {
            return CaseReport{row.id<CaseId>(0), row.text(1), row.id<CategoryId>(2), row.text(3), row.text(4), row.text(5), row.text(6),
                              row.optionalReal(7), row.text(8), placeAt(row, 9), row.text(11)};
        });
}

Result<std::vector<Step>> loadSteps(Connection& connection, CaseId id) {
    std::optional<Error> unreadable;
    auto steps = connection.rows("SELECT id, case_id, kind, at, recorded, actor, person, detail FROM step WHERE case_id = ? ORDER BY at, recorded, id", {id},
                                 [&](const Row& row) {
                                     Step step{row.id<StepId>(0), row.id<CaseId>(1), static_cast<StepKind>(row.integer(2)), row.moment(3), row.moment(4),
                                               row.text(5), row.id<PersonId>(6), {}};
                                     auto detail = detailFromText(row.text(7));
                                     if (detail)
                                         step.detail = std::move(*detail);
                                     else
                                         unreadable = detail.error();
                                     return step;
                                 });
    if (!steps)
        return fail(steps);
    if (unreadable)
        return tl::unexpected<Error>(*unreadable);
    return steps;
}

Result<std::optional<StoredState>> loadState(Connection& connection, CaseId id) {
    return connection.first(
        "SELECT state, resumed, category, longitude, latitude, grid, description, address, reported, filed, dispatched, handled, closed, "
        "suspended_until, limit_value, limit_unit, due, soon, organisation, person, reworks, extensions, suspensions, returns, flags, "
        "calendar_version, handled_quantity, last_step FROM case_state WHERE case_id = ?",
        {id}, [](const Row& row) {
            StoredState stored;
            DerivedCase& d = stored.derived;
            d.state = static_cast<CaseState>(row.integer(0));
            d.resumed = static_cast<CaseState>(row.integer(1));
            d.category = row.id<CategoryId>(2);
            d.place = placeAt(row, 3);
            stored.grid = row.id<AreaId>(5);
            d.description = optionalText(row, 6);
            d.address = optionalText(row, 7);
            d.reported = row.moment(8);
            d.filed = row.optionalMoment(9);
            d.dispatched = row.optionalMoment(10);
            d.handled = row.optionalMoment(11);
            d.closed = row.optionalMoment(12);
            d.suspendedUntil = row.optionalMoment(13);
            if (const auto unit = limitUnitFromKey(row.text(15)); unit && !row.isNull(14))
                d.limit = Limit{row.real(14), *unit};
            d.due = row.optionalMoment(16);
            d.soon = row.optionalMoment(17);
            d.handlerOrganisation = row.id<OrganisationId>(18);
            d.handlerPerson = row.id<PersonId>(19);
            d.reworks = static_cast<int>(row.integer(20));
            d.extensions = static_cast<int>(row.integer(21));
            d.suspensions = static_cast<int>(row.integer(22));
            d.returns = static_cast<int>(row.integer(23));
            const auto flags = row.integer(24);
            d.isSelfHandled = (flags & SelfHandled) != 0;
            d.isForced = (flags & Forced) != 0;
            d.isReopened = (flags & Reopened) != 0;
            d.appealPending = (flags & AppealPending) != 0;
            d.appealGranted = (flags & AppealGranted) != 0;
            d.lastCheckFailed = (flags & LastCheckFailed) != 0;
            d.closedBeforeReported = (flags & ClosedBeforeReported) != 0;
            d.appealRefused = (flags & AppealRefused) != 0;
            if (const auto verified = (flags >> VerifiedShift) & VerifiedMask; verified != 0)
                d.verified = static_cast<StepResult>(verified);
            d.calendarVersion = static_cast<int>(row.integer(25));
            d.handledQuantity = row.optionalReal(26);
            d.last = row.moment(27);
            return stored;
        });
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

Result<std::vector<CaseId>> findText(Connection& connection, std::string_view text) {
    return connection.rows(
        "SELECT r.id FROM case_report r JOIN case_state s ON s.case_id = r.id WHERE r.number LIKE ?1 ESCAPE '\\' OR coalesce(s.description, "
        "r.description) LIKE ?1 ESCAPE '\\' OR coalesce(s.address, r.address) LIKE ?1 ESCAPE '\\' ORDER BY r.id",
        {likePattern(text)}, [](const Row& row) { return row.id<CaseId>(0); });
}

Result<std::vector<CaseId>> idsByNumber(Connection& connection) {
    return connection.rows("SELECT id FROM case_report ORDER BY number, id", {}, [](const Row& row) { return row.id<CaseId>(0); });
}

} // namespace gridwarden::core
