// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/cases/case_rows.h"

#include "core/cases/state_flags.h"

namespace gridwarden::core {

namespace {

std::optional<std::string> optionalText(const Row& row, int column) {
    return row.isNull(column) ? std::nullopt : std::optional(row.text(column));
}

} // namespace

std::optional<GeoPoint> placeAt(const Row& row, int column) {
    if (row.isNull(column) || row.isNull(column + 1))
        return std::nullopt;
    return GeoPoint{row.real(column), row.real(column + 1)};
}

CaseReport reportFrom(const Row& row, int c) {
    return {row.id<CaseId>(c),     row.text(c + 1), row.id<CategoryId>(c + 2), row.text(c + 3), row.text(c + 4),    row.text(c + 5),
            row.text(c + 6), row.optionalReal(c + 7), row.text(c + 8),     placeAt(row, c + 9)};
}

StoredState stateFrom(const Row& row, int c) {
    StoredState stored;
    DerivedCase& d = stored.derived;
    d.state = static_cast<CaseState>(row.integer(c));
    d.resumed = static_cast<CaseState>(row.integer(c + 1));
    d.category = row.id<CategoryId>(c + 2);
    d.place = placeAt(row, c + 3);
    stored.grid = row.id<AreaId>(c + 5);
    d.description = optionalText(row, c + 6);
    d.address = optionalText(row, c + 7);
    d.reported = row.moment(c + 8);
    d.filed = row.optionalMoment(c + 9);
    d.dispatched = row.optionalMoment(c + 10);
    d.handled = row.optionalMoment(c + 11);
    d.closed = row.optionalMoment(c + 12);
    d.suspendedUntil = row.optionalMoment(c + 13);
    if (const auto unit = limitUnitFromKey(row.text(c + 15)); unit && !row.isNull(c + 14))
        d.limit = Limit{row.real(c + 14), *unit};
    d.due = row.optionalMoment(c + 16);
    d.soon = row.optionalMoment(c + 17);
    d.handlerOrganisation = row.id<OrganisationId>(c + 18);
    d.handlerPerson = row.id<PersonId>(c + 19);
    d.reworks = static_cast<int>(row.integer(c + 20));
    d.extensions = static_cast<int>(row.integer(c + 21));
    d.suspensions = static_cast<int>(row.integer(c + 22));
    d.returns = static_cast<int>(row.integer(c + 23));
    const auto flags = row.integer(c + 24);
    d.isSelfHandled = (flags & SelfHandled) != 0;
    d.isForced = (flags & Forced) != 0;
    d.isReopened = (flags & Reopened) != 0;
    d.appealPending = (flags & AppealPending) != 0;
    d.appealGranted = (flags & AppealGranted) != 0;
    d.lastCheckFailed = (flags & LastCheckFailed) != 0;
    d.closedBeforeReported = (flags & ClosedBeforeReported) != 0;
    d.appealRefused = (flags & AppealRefused) != 0;
    d.urgePending = (flags & UrgePending) != 0;
    if (const auto verified = (flags >> VerifiedShift) & VerifiedMask; verified != 0)
        d.verified = static_cast<StepResult>(verified);
    d.calendarVersion = static_cast<int>(row.integer(c + 25));
    d.handledQuantity = row.optionalReal(c + 26);
    d.last = row.moment(c + 27);
    d.method = row.text(c + 28);
    d.linkedTo = row.id<CaseId>(c + 29);
    return stored;
}

Step stepFrom(const Row& row, std::optional<Error>& fault) {
    Step step{row.id<StepId>(0), row.id<CaseId>(1), static_cast<StepKind>(row.integer(2)), row.moment(3), row.moment(4),
              row.text(5), row.id<PersonId>(6), {}};
    auto detail = detailFromText(row.text(7));
    if (detail)
        step.detail = std::move(*detail);
    else
        fault = detail.error();
    if (step.kind < StepKind::Report || static_cast<int>(step.kind) > StepKindCount)
        fault = Error{ErrorCode::Database, {"step-kind-unknown", {std::to_string(static_cast<int>(step.kind))}}, {}, {}};
    return step;
}

} // namespace gridwarden::core
