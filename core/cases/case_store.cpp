// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/cases/case_store.h"

#include "core/base/digest.h"
#include "core/base/durable_file.h"
#include "core/base/resources.h"
#include "core/cases/state_flags.h"
#include "core/store/geometry_blob.h"


namespace gridwarden::core {

namespace fs = std::filesystem;

namespace {

int flagsOf(const DerivedCase& derived) {
    return (derived.isSelfHandled ? SelfHandled : 0) | (derived.isForced ? Forced : 0) | (derived.isReopened ? Reopened : 0) |
           (derived.appealPending ? AppealPending : 0) | (derived.appealGranted ? AppealGranted : 0) |
           (derived.lastCheckFailed ? LastCheckFailed : 0) | (derived.closedBeforeReported ? ClosedBeforeReported : 0) |
           (derived.appealRefused ? AppealRefused : 0) | (derived.verified ? static_cast<int>(*derived.verified) << VerifiedShift : 0);
}

Value longitudeOf(const std::optional<GeoPoint>& place) { return place ? Value(place->longitude) : Value(nullptr); }
Value latitudeOf(const std::optional<GeoPoint>& place) { return place ? Value(place->latitude) : Value(nullptr); }

Result<void> plain(const Result<int>& done) {
    if (!done)
        return fail(done);
    return {};
}

} // namespace

Result<void> insertCase(Change& change, const CaseReport& report) {
    return plain(change.connection().run(
        "INSERT INTO case_report(id, number, category, category_text, description, address, source, quantity, unit, longitude, latitude, "
        "batch) VALUES (?,?,?,?,?,?,?,?,?,?,?,?)",
        {report.id, report.number, report.category, report.categoryText, report.description, report.address, report.source, report.quantity,
         report.unit, longitudeOf(report.place), latitudeOf(report.place), change.batch()}));
}

Result<void> insertStep(Change& change, const Step& step) {
    return plain(change.connection().run(
        "INSERT INTO step(id, case_id, kind, at, recorded, actor, person, detail, batch) VALUES (?,?,?,?,?,?,?,?,?)",
        {step.id, step.caseId, static_cast<int>(step.kind), step.at, step.recorded, step.actor, step.person, detailText(step.detail), change.batch()}));
}

Result<void> writeState(Connection& connection, CaseId id, const DerivedCase& d, AreaId grid, const TimeZone& zone) {
    return plain(connection.run(
        "INSERT OR REPLACE INTO case_state(case_id, state, resumed, category, longitude, latitude, geometry, grid, description, address, reported, "
        "filed, dispatched, handled, closed, suspended_until, limit_value, limit_unit, due, soon, organisation, person, reworks, extensions, "
        "suspensions, returns, flags, calendar_version, handled_quantity, last_step, utc_offset) VALUES "
        "(?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?)",
        {id, static_cast<int>(d.state), static_cast<int>(d.resumed), d.category, longitudeOf(d.place), latitudeOf(d.place),
         d.place ? Value(pointBlob(*d.place)) : Value(nullptr), grid, d.description, d.address, d.reported, d.filed, d.dispatched, d.handled,
         d.closed, d.suspendedUntil, d.limit ? Value(d.limit->value) : Value(nullptr),
         d.limit ? Value(limitUnitKey(d.limit->unit)) : Value(nullptr), d.due, d.soon, d.handlerOrganisation, d.handlerPerson, d.reworks,
         d.extensions, d.suspensions, d.returns, flagsOf(d), d.calendarVersion, d.handledQuantity, d.last,
         std::int64_t{zone.offset(d.reported).count()}}));
}

Result<void> removeState(Connection& connection, CaseId id) {
    return plain(connection.run("DELETE FROM case_state WHERE case_id = ?", {id}));
}

Result<PhotoId> insertPhoto(Change& change, const fs::path& filesFolder, CaseId caseId, StepId step, const PhotoDraft& draft) {
    const auto bytes = readFile(draft.file);
    if (!bytes)
        return fail(ErrorCode::Io, {"photo-unreadable", {draft.file.string()}}, draft.file.string());
    const std::string hash = sha256(*bytes);
    const fs::path kept = filesFolder / hash;
    std::error_code problem;
    if (!fs::exists(kept, problem)) { // written once, whole or not at all
        fs::create_directories(filesFolder, problem);
        if (auto written = writeDurably(kept, *bytes, /*overwrite=*/true); !written)
            return fail(ErrorCode::Io, {"photo-not-kept", {kept.string()}}, kept.string(), written.error().detail);
    }
    const auto id = change.newId<PhotoId>();
    const auto done = change.connection().run(
        "INSERT INTO photo(id, case_id, step, sha256, name, kind, taken, longitude, latitude, thumbnail) VALUES (?,?,?,?,?,?,?,?,?,?)",
        {id, caseId, step, hash, draft.file.filename().string(), draft.kind, draft.taken, longitudeOf(draft.place), latitudeOf(draft.place),
         draft.thumbnail.empty() ? Value(nullptr) : Value(Blob{draft.thumbnail})});
    if (!done)
        return fail(done);
    return id;
}

} // namespace gridwarden::core
