// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/patrol_actions.h"

#include "core/base/digest.h"
#include "core/base/local_plane.h"
#include "core/district/duty_rules.h"
#include "core/patrol/map_matching.h"
#include "core/patrol/road_network.h"
#include "core/patrol/thinning.h"

#include <atomic>
#include <thread>

namespace gridwarden::core {

namespace {

constexpr std::int64_t Thousand = 1000;
constexpr double TouchingMetres = 0.5;
constexpr std::int64_t TouchingSeconds = 30;
constexpr std::int64_t RestMs = 2 * 3600 * Thousand; ///< between two tracks of one device
constexpr std::chrono::hours LocalTimesAhead(14);    ///< devices that write local times as if they were UTC

/// Tells the same track again, whatever the file is called.
std::string markOf(const Track& track) {
    Sha256 digest;
    std::string line;
    for (const Fix& fix : track.fixes) {
        line = std::to_string(fix.at) + ' ' + std::to_string(fix.place.longitude) + ' ' +
               std::to_string(fix.place.latitude) + '\n';
        digest.add(line);
    }
    return digest.hex();
}

/// Streets of a network as places along roads.
class RoadPlaces {
public:
    explicit RoadPlaces(const StreetNetwork& network) {
        for (std::size_t i = 0; i < network.streets().size(); ++i) {
            const Street& street = network.streets()[i];
            const bool isSameRoad = i > 0 && network.streets()[i - 1].id == street.id;
            m_starts.push_back(isSameRoad ? m_starts.back() + m_length : 0);
            m_length = 0;
            for (std::size_t k = 1; k < street.line.size(); ++k)
                m_length += groundMetres(street.line[k - 1], street.line[k]);
        }
    }
    [[nodiscard]] RoadPassage of(const StreetNetwork& network, const Passage& passage) const {
        const double start = m_starts[passage.street];
        return {AreaId(network.streets()[passage.street].id), start + passage.fromMetres, start + passage.toMetres,
                passage.enterMs / Thousand, passage.leaveMs / Thousand};
    }

private:
    std::vector<double> m_starts; ///< of each street along its road
    double m_length = 0;
};

/// A road that goes on over a crossing is one passage.
void join(std::vector<RoadPassage>& passages, const RoadPassage& next) {
    if (!passages.empty()) {
        RoadPassage& before = passages.back();
        const bool goesOn = before.road == next.road && next.enter - before.leave <= TouchingSeconds &&
                            std::abs(before.toMetres - next.fromMetres) < TouchingMetres &&
                            (before.toMetres >= before.fromMetres) == (next.toMetres >= next.fromMetres);
        if (goesOn) {
            before.toMetres = next.toMetres;
            before.leave = next.leave;
            return;
        }
    }
    passages.push_back(next);
}

/// What becomes of the fixes of one device, without the district: a track for each time it was out.
struct Matched {
    std::vector<PatrolTrack> tracks; ///< none: unusable
    CleanedTrack cleaned;
};

Matched match(const Track& track, MapMatcher& matcher, const StreetNetwork& network, const RoadPlaces& places,
              std::int64_t latest) {
    CleaningRules rules;
    rules.latest = latest;
    Matched matched{{}, cleanTrack(track.fixes, rules)};
    std::int64_t before = 0; // the end of the part before
    for (std::size_t i = 0; i < matched.cleaned.parts.size(); ++i) {
        const std::vector<Fix>& part = matched.cleaned.parts[i];
        if (part.size() < 2)
            continue;
        const std::int64_t from = part.front().at, to = part.back().at;
        if (matched.tracks.empty() || from - before > RestMs)
            matched.tracks.emplace_back().started = Moment(seconds(from / Thousand));
        before = to;
        PatrolTrack& made = matched.tracks.back();
        made.ended = Moment(seconds(to / Thousand));
        made.moving += seconds(matched.cleaned.movingMs[i] / Thousand);
        const MatchedPart found = matcher.match(thinned(part));
        made.unmatchedMetres += found.unmatchedMetres();
        made.metres += found.matchedMetres() + found.unmatchedMetres();
        for (const Passage& passage : found.passages)
            join(made.passages, places.of(network, passage));
    }
    return matched;
}

void count(TrackImport& outcome, const Track& track, const Matched& matched) {
    const CleanedTrack& cleaned = matched.cleaned;
    for (const PatrolTrack& made : matched.tracks) {
        ++outcome.tracks;
        outcome.offRoads += made.passages.empty() ? 1 : 0;
        outcome.metres += made.metres;
        outcome.unmatchedMetres += made.unmatchedMetres;
        outcome.movingHours += static_cast<double>(made.moving.count()) / 3600;
        outcome.from = std::min(outcome.from.value_or(made.started), made.started);
        outcome.to = std::max(outcome.to.value_or(made.ended), made.ended);
    }
    outcome.fixes += track.fixes.size();
    outcome.stops += cleaned.stops.size();
    CleaningAccount& all = outcome.cleaned;
    const CleaningAccount& one = cleaned.account;
    for (std::size_t CleaningAccount::*const part :
         {&CleaningAccount::withoutPlace, &CleaningAccount::wrongTime, &CleaningAccount::repeated,
          &CleaningAccount::sameTime, &CleaningAccount::jumps, &CleaningAccount::inStops, &CleaningAccount::outOfOrder})
        all.*part += one.*part;
    if (one.clockShiftMs != 0)
        all.clockShiftMs = one.clockShiftMs;
}

/// On two threads; `goesOn` is asked on this one.
std::vector<Matched> matchAll(std::span<const Track* const> tracks, const StreetNetwork& network,
                              const std::function<bool(double)>& goesOn, std::atomic<bool>& isStopped) {
    const RoadPlaces places(network);
    const std::int64_t latest = std::chrono::milliseconds((now() + LocalTimesAhead).time_since_epoch()).count();
    std::vector<Matched> matched(tracks.size());
    std::atomic<std::size_t> next = 0;
    const auto run = [&](const std::function<bool(double)>& asked) {
        MapMatcher matcher(network);
        for (std::size_t i = next++; i < tracks.size() && !isStopped; i = next++) {
            if (asked && !asked(static_cast<double>(i) / static_cast<double>(tracks.size())))
                isStopped = true;
            else
                matched[i] = match(*tracks[i], matcher, network, places, latest);
        }
    };
    const std::jthread other([&] { run({}); });
    run(goesOn);
    return matched;
}

/// Those that the district does not have yet, each once.
Result<std::vector<std::pair<const Track*, std::string>>> newTracks(District& district, std::span<const Track> tracks,
                                                                    TrackImport& outcome) {
    std::vector<std::pair<const Track*, std::string>> wanted;
    std::set<std::string> marks;
    for (const Track& track : tracks) {
        std::string mark = markOf(track);
        const auto has = hasTrack(district.connection(), mark);
        if (!has)
            return fail(has);
        if (*has || !marks.insert(mark).second)
            ++outcome.known;
        else
            wanted.emplace_back(&track, std::move(mark));
    }
    return wanted;
}

} // namespace

Result<TrackImport> importTracks(District& district, const Actor& actor, std::span<const Track> tracks,
                                 OrganisationId squad, const std::string& source,
                                 const std::function<bool(double)>& progress) {
    if (district.isReadOnly())
        return fail(ErrorCode::ReadOnly, {"district-read-only", {district.path().string()}});
    std::vector<Street> roads = roadsOn(district.areas(), district.timeZone().day(now()));
    if (roads.empty())
        return fail(ErrorCode::NotFound, {"tracks-no-roads", {}});
    TrackImport outcome;
    const auto wanted = newTracks(district, tracks, outcome);
    if (!wanted)
        return fail(wanted);
    const StreetNetwork network(std::move(roads));
    std::vector<const Track*> asked;
    for (const auto& [track, mark] : *wanted)
        asked.push_back(track);
    std::atomic<bool> isStopped = false;
    std::vector<Matched> matched = matchAll(asked, network, progress, isStopped);
    if (isStopped)
        return fail(ErrorCode::Cancelled, {"cancelled", {}});
    for (std::size_t i = 0; i < matched.size(); ++i) {
        if (matched[i].tracks.empty()) {
            ++outcome.unusable;
            continue;
        }
        for (PatrolTrack& made : matched[i].tracks) {
            made.organisation = squad;
            made.source = source;
            made.mark = (*wanted)[i].second;
        }
        count(outcome, *asked[i], matched[i]);
    }
    if (outcome.tracks == 0)
        return outcome;
    const auto done = district.change({"import-tracks", {std::to_string(outcome.tracks), source}}, actor,
                                      [&](Change& change) -> Result<void> {
                                          for (const Matched& each : matched)
                                              for (const PatrolTrack& track : each.tracks)
                                                  if (auto added = addTrack(change, track); !added)
                                                      return fail(added);
                                          return {};
                                      });
    return done ? Result<TrackImport>(outcome) : fail(done);
}

Result<PatrolRules> patrolRules(const District& district) {
    return patrolRulesOf(district.setting("patrol_rules"));
}

Result<void> savePatrolRules(Change& change, const PatrolRules& rules) {
    return saveSetting(change, "patrol_rules", patrolRulesText(rules));
}

Result<void> setPatrolRules(District& district, const Actor& actor, const PatrolRules& rules) {
    const auto done = district.change({"edit-patrol-rules", {}}, actor,
                                      [&](Change& change) { return savePatrolRules(change, rules); });
    return done ? Result<void>() : fail(done);
}

Result<CoveragePicture> patrolCoverage(District& district, Period period, const std::vector<OrganisationId>& squads,
                                       std::shared_ptr<const RoadCells> known) {
    auto rules = patrolRules(district);
    if (!rules)
        return fail(rules);
    const auto duties = dutyRulesOf(district.setting("duty_rules"));
    if (!duties)
        return fail(duties);
    std::vector<OrganisationId> organisations;
    for (const OrganisationId squad : squads)
        for (const OrganisationId below : district.people().withAllBelow(squad))
            organisations.push_back(below);
    const TimeZone& zone = district.timeZone();
    const auto tracks = loadTracks(district.connection(), zone.start(period.from),
                                   zone.start(period.to + std::chrono::days(1)), organisations);
    if (!tracks)
        return fail(tracks);
    std::shared_ptr<const AreaRegister> areas = district.areaSnapshot();
    if (!known || known->day() != period.to || known->areas().identity() != areas->identity())
        known = std::make_shared<const RoadCells>(areas, period.to);
    Coverage coverage = coverageOf(*known, *tracks, period, zone, *rules, zone.day(now()));
    return CoveragePicture{std::move(known), std::move(coverage), std::move(*rules), serviceHoursOfDay(*duties)};
}

Result<MissedRoads> missedRoads(District& district, Day day) {
    constexpr std::chrono::days Before(29);
    auto ofDay = patrolCoverage(district, {day, day});
    if (!ofDay)
        return fail(ofDay);
    auto month = patrolCoverage(district, {day - Before, day}, {}, ofDay->cells);
    if (!month)
        return fail(month);
    return MissedRoads{std::move(*ofDay), std::move(*month)};
}

} // namespace gridwarden::core
