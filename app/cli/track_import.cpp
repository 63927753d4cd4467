// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/track_import.h"

#include "app/cli/activity_document.h"
#include "app/cli/desk.h"
#include "app/cli/import_problems.h"
#include "app/cli/interrupt.h"
#include "app/cli/output.h"
#include "core/patrol_actions.h"
#include "gis/source/track_reading.h"

#include <filesystem>
#include <fmt/format.h>
#include <memory>

namespace gridwarden::app {

using namespace core;

namespace {

struct TrackArguments {
    std::string path, squad, timeZone;
    std::vector<std::string> sources, settings;
    gis::TrackOptions read;
};

/// What came of one file.
struct FileOutcome {
    gis::ReadTracks read;
    TrackImport written;
};

Result<FileOutcome> importFile(const Desk& desk, const std::string& source, const gis::TrackOptions& options,
                               OrganisationId squad) {
    const auto half = [](double from) { return [from](double share) { return goesOn(from + share / 2); }; };
    auto read = gis::readTracks(source, options, half(0));
    if (!read)
        return fail(read);
    auto written = importTracks(*desk.district, desk.actor, read->tracks, squad,
                                std::filesystem::path(source).filename().string(), half(0.5));
    if (!written)
        return fail(written);
    return FileOutcome{std::move(*read), std::move(*written)};
}

/// How many fixes cleaning left out, by the reason; a clock that was set right in days.
Json cleaningDocument(const CleaningAccount& account) {
    constexpr std::int64_t DayMs = 86'400'000;
    return {{"without_place", account.withoutPlace},
            {"wrong_time", account.wrongTime},
            {"repeated", account.repeated},
            {"same_time", account.sameTime},
            {"jumps", account.jumps},
            {"in_stops", account.inStops},
            {"out_of_order", account.outOfOrder},
            {"clock_shift_days", account.clockShiftMs / DayMs}};
}

Json documentOf(const std::string& source, const FileOutcome& outcome, const TimeZone& zone) {
    const TrackImport& written = outcome.written;
    Json remarks = Json::array();
    for (const Message& remark : outcome.read.remarks)
        remarks.push_back(sentence(remark));
    return {{"source", source},
            {"read", outcome.read.read},
            {"accepted", outcome.read.accepted},
            {"rejected", outcome.read.rejected},
            {"tracks", written.tracks},
            {"known", written.known},
            {"unusable", written.unusable},
            {"off_roads", written.offRoads},
            {"metres", written.metres},
            {"unmatched_metres", written.unmatchedMetres},
            {"moving_hours", written.movingHours},
            {"stops", written.stops},
            {"from", written.from ? Json(isoText(*written.from, zone)) : Json()},
            {"to", written.to ? Json(isoText(*written.to, zone)) : Json()},
            {"left_out", cleaningDocument(written.cleaned)},
            {"remarks", remarks},
            {"problems", problemDocuments(outcome.read.problems)}};
}

void print(const std::string& source, const FileOutcome& outcome) {
    const TrackImport& written = outcome.written;
    printLine(fmt::format("{}: fixes read {}, accepted {}, rejected {}; tracks {} ({:.1f} km, {:.1f} h, {:.1f} km "
                          "along no road); in the district already {}, unusable {}",
                          source, outcome.read.read, outcome.read.accepted, outcome.read.rejected, written.tracks,
                          written.metres / 1000, written.movingHours, written.unmatchedMetres / 1000, written.known,
                          written.unusable));
    const Json cleaned = cleaningDocument(written.cleaned);
    std::string parts;
    for (const auto& [key, value] : cleaned.items())
        if (value.get<std::int64_t>() != 0)
            parts += fmt::format("{}{} {}", parts.empty() ? "" : ", ", key, value.get<std::int64_t>());
    if (!parts.empty())
        printNote(source + ": " + parts);
    for (const Message& remark : outcome.read.remarks)
        printNote(sentence(remark));
    printProblems(outcome.read.problems);
}

int importTrackFiles(const TrackArguments& arguments, const CommonOptions& common) {
    const auto desk = openDesk(arguments.path, common.actor);
    if (!desk)
        return printFault(desk.error());
    gis::TrackOptions options = arguments.read;
    options.timeZone = desk->district->timeZone();
    if (!arguments.timeZone.empty()) {
        const auto zone = TimeZone::find(arguments.timeZone);
        if (!zone)
            return printFault(zone.error()), ExitUsage;
        options.timeZone = *zone;
    }
    auto mapping = gis::trackMappingFromTexts(arguments.settings);
    if (!mapping)
        return printFault(mapping.error()), ExitUsage;
    options.mapping = std::move(*mapping);
    OrganisationId squad;
    if (!arguments.squad.empty()) {
        const auto found = organisationOf(*desk->district, arguments.squad);
        if (!found)
            return printFault(found.error());
        squad = *found;
    }
    const Interrupt interrupt;
    Json documents = Json::array();
    int exit = ExitDone;
    for (const std::string& source : arguments.sources) {
        const auto outcome = importFile(*desk, source, options, squad);
        if (!outcome) {
            exit = printFault(outcome.error());
            if (outcome.error().code == ErrorCode::Cancelled)
                break;
            continue; // the others are tracks of their own
        }
        if (common.json)
            documents.push_back(documentOf(source, *outcome, desk->district->timeZone()));
        else
            print(source, *outcome);
    }
    if (common.json)
        printJson({{"files", documents}});
    return exit;
}

} // namespace

void addTrackImport(CLI::App& import, Command& command) {
    const auto o = std::make_shared<TrackArguments>();
    CLI::App* verb =
        addVerb(import, command, "tracks",
                "Import tracks of patrols (GPX, NMEA, tables, layers) and match them to the roads of the district",
                "gridwarden import tracks D.gpkg monday/*.gpx --squad 浦西中队");
    verb->add_option("district", o->path, "The district")->required();
    verb->add_option("sources", o->sources, "The files")->required();
    verb->add_option("--squad", o->squad, "Whose tracks they are, by name or code; who carried the device is not kept");
    verb->add_option(
        "--set", o->settings,
        "Of tables: TARGET=FIELD[+FIELD…] or TARGET==CONSTANT; without any the columns are found by their names. "
        "TARGETs: time longitude latitude wkt device name accuracy hdop");
    verb->add_option("--layer", o->read.layer, "Sheet or layer of the source");
    verb->add_option("--crs", o->read.crs, "CRS of the coordinates");
    verb->add_option("--encoding", o->read.encoding, "Encoding in place of the detected one");
    verb->add_option("--time-format", o->read.timeFormat, "How times are written, as for strptime");
    verb->add_option("--timezone", o->timeZone, "Zone of times that name none; without it that of the district");
    verb->callback([o, &command] { command.run = [o, &command] { return importTrackFiles(*o, command.common); }; });
}

} // namespace gridwarden::app
