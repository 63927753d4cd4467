// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/cases/case_store.h"

#include "core/base/resources.h"
#include "core/cases/case_values.h"

namespace gridwarden::core {

namespace fs = std::filesystem;

namespace {

Value longitudeOf(const std::optional<GeoPoint>& place) { return place ? Value(place->longitude) : Value(nullptr); }
Value latitudeOf(const std::optional<GeoPoint>& place) { return place ? Value(place->latitude) : Value(nullptr); }

Result<void> plain(const Result<int>& done) {
    if (!done)
        return fail(done);
    return {};
}

} // namespace

Result<void> insertCase(Change& change, const CaseReport& report) {
    std::vector<Value> values;
    caseValues(report, change.batch(), [&](const auto& value) { values.emplace_back(value); });
    return plain(change.connection().run(InsertCaseSql, values));
}

Result<void> insertStep(Change& change, const Step& step) {
    std::vector<Value> values;
    stepValues(step, detailText(step.detail), change.batch(), [&](const auto& value) { values.emplace_back(value); });
    return plain(change.connection().run(InsertStepSql, values));
}

Result<void> writeState(Connection& connection, CaseId id, const DerivedCase& derived, AreaId grid, const TimeZone& zone) {
    std::vector<Value> values;
    stateValues(id, derived, grid, zone.offset(derived.reported), [&](const auto& value) { values.emplace_back(value); });
    return plain(connection.run(WriteStateSql, values));
}

Result<void> removeState(Connection& connection, CaseId id) {
    return plain(connection.run("DELETE FROM case_state WHERE case_id = ?", {id}));
}

Result<PhotoId> insertPhoto(Change& change, const fs::path& filesFolder, CaseId caseId, StepId step, const PhotoDraft& draft) {
    std::shared_ptr<const StagedFile> staged = draft.staged;
    if (!staged) {
        auto copied = StagedFile::copy(draft.file, filesFolder);
        if (!copied)
            return fail(copied);
        staged = std::move(*copied);
    }
    if (auto kept = staged->keep(); !kept)
        return fail(kept);
    const auto id = change.newId<PhotoId>();
    const auto done = change.connection().run(
        "INSERT INTO photo(id, case_id, step, sha256, name, kind, taken, longitude, latitude, thumbnail) VALUES (?,?,?,?,?,?,?,?,?,?)",
        {id, caseId, step, staged->sha256(), draft.name.empty() ? draft.file.filename().string() : draft.name, draft.kind, draft.taken, longitudeOf(draft.place), latitudeOf(draft.place),
         draft.thumbnail.empty() ? Value(nullptr) : Value(Blob{draft.thumbnail})});
    if (!done)
        return fail(done);
    return id;
}

} // namespace gridwarden::core
