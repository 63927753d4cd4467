// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/patrol/patrol_track.h"

#include <algorithm>

namespace gridwarden::core {

Result<TrackId> addTrack(Change& change, const PatrolTrack& track) {
    const auto id = change.newId<TrackId>();
    const auto done = change.connection().run(
        "INSERT INTO patrol_track(id, organisation, source, mark, started, ended, metres, moving, unmatched, passages) "
        "VALUES (?1,?2,?3,?4,?5,?6,?7,?8,?9,?10)",
        {id, track.organisation, track.source, track.mark, track.started, track.ended, track.metres,
         std::int64_t{track.moving.count()}, track.unmatchedMetres, Blob{encodePassages(track.passages)}});
    if (!done)
        return fail(done);
    return id;
}

Result<bool> hasTrack(Connection& connection, std::string_view mark) {
    const auto count = connection.integer("SELECT count(*) FROM patrol_track WHERE mark = ?", {mark});
    return count ? Result<bool>(*count > 0) : fail(count);
}

Result<std::vector<PatrolTrack>> loadTracks(Connection& connection, Moment from, Moment to,
                                            const std::vector<OrganisationId>& organisations) {
    std::vector<PatrolTrack> tracks;
    Result<void> decoded;
    const auto read = connection.each(
        "SELECT id, organisation, source, mark, started, ended, metres, moving, unmatched, passages FROM patrol_track "
        "WHERE started < ?1 AND ended >= ?2 ORDER BY started, id",
        {to, from}, [&](const Row& row) -> bool {
            const auto organisation = row.id<OrganisationId>(1);
            if (!organisations.empty() &&
                std::find(organisations.begin(), organisations.end(), organisation) == organisations.end())
                return true;
            auto passages = decodePassages(row.blob(9));
            if (!passages) {
                decoded = fail(passages);
                return false;
            }
            tracks.push_back({row.id<TrackId>(0), organisation, row.text(2), row.text(3), row.moment(4), row.moment(5),
                              row.real(6), seconds(row.integer(7)), row.real(8), std::move(*passages)});
            return true;
        });
    if (!read)
        return fail(read);
    if (!decoded)
        return fail(decoded);
    return tracks;
}

} // namespace gridwarden::core
