// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/activity_document.h"
#include "app/cli/arguments.h"
#include "app/cli/desk.h"
#include "app/cli/figure_desk.h"
#include "app/cli/official_options.h"
#include "app/cli/output.h"
#include "app/cli/verbs.h"
#include "app/report/coverage_document.h"
#include "app/report/desk_paper.h"
#include "app/report/official_file.h"
#include "core/district/road_grade.h"
#include "core/patrol_actions.h"

#include <charconv>
#include <fmt/format.h>
#include <memory>

namespace gridwarden::app {

using namespace core;

namespace {

struct CoverageArguments {
    std::string path, from, to, squad, out;
    std::string by = "grid", language = "zh";
};
struct MissedArguments {
    std::string path, day, out;
    std::string language = "zh";
};
struct RuleArguments {
    std::string path;
    std::vector<std::string> passes;
    std::optional<double> share;
};

Json areaDocument(const Area* area) {
    return area == nullptr ? Json() : Json(area->code);
}

Json roadDocument(const RoadCoverage& road, const TimeZone& zone) {
    return {{"road", road.road->code},    {"name", road.road->name},
            {"grade", road.road->grade},  {"grid", areaDocument(road.grid)},
            {"metres", road.metres},      {"covered_metres", road.coveredMetres},
            {"passes", road.passes},      {"required_each_day", road.required},
            {"days_kept", road.daysKept}, {"passes_kept", road.passesKept},
            {"minutes", road.minutes},    {"last", road.last ? Json(isoText(*road.last, zone)) : Json()}};
}

Json gridDocument(const GridCoverage& grid) {
    return {{"grid", areaDocument(grid.grid)},
            {"metres", grid.metres},
            {"covered_metres", grid.coveredMetres},
            {"minutes", grid.minutes},
            {"minutes_of_hour", grid.minutesOfHour}};
}

Json coverageJson(const Coverage& coverage, bool isByRoad, const TimeZone& zone) {
    Json rows = Json::array();
    if (isByRoad)
        for (const RoadCoverage& road : coverage.roads)
            rows.push_back(roadDocument(road, zone));
    else
        for (const GridCoverage& grid : coverage.grids)
            rows.push_back(gridDocument(grid));
    return {{"tracks", coverage.tracks},
            {"track_metres", coverage.trackMetres},
            {"track_hours", coverage.trackHours},
            {"unmatched_metres", coverage.unmatchedMetres},
            {"unknown_roads", coverage.unknownRoads},
            {"metres", coverage.metres()},
            {"covered_metres", coverage.coveredMetres()},
            {"passes_required", coverage.passesRequired()},
            {"passes_kept", coverage.passesKept()},
            {"rows", rows}};
}

/// Writes a document and says what the face notes say. The exit code.
int write(const std::string& out, const OfficialDocument& document, const CommonOptions& common) {
    const auto written = writeAndTell(out, common.force, document);
    if (!written)
        return printFault(written.error());
    if (!common.json)
        printLine(out);
    return ExitDone;
}

bool isUnknownEnding(const std::string& out) {
    if (out.empty() || officialFileKind(out))
        return false;
    printFault({ErrorCode::BadInput, {"official-ending-unknown", {out}}, out, {}});
    return true;
}

void printCoverage(const Coverage& coverage, bool isByRoad) {
    const auto percent = [](double part, double whole) {
        return whole > 0 ? fmt::format("{:.2f}%", 100 * part / whole) : std::string("—");
    };
    printLine(fmt::format(
        "tracks {}, {:.1f} km, {:.1f} h; roads {:.1f} km, covered {:.1f} km ({}); passes required {}, kept {} ({})",
        coverage.tracks, coverage.trackMetres / 1000, coverage.trackHours, coverage.metres() / 1000,
        coverage.coveredMetres() / 1000, percent(coverage.coveredMetres(), coverage.metres()),
        coverage.passesRequired(), coverage.passesKept(),
        percent(static_cast<double>(coverage.passesKept()), static_cast<double>(coverage.passesRequired()))));
    if (isByRoad)
        for (const RoadCoverage& road : coverage.roads)
            printLine(fmt::format("{}  {}  {:.0f} m  {}  passes {}, days kept {}", road.road->code, road.road->name,
                                  road.metres, percent(road.coveredMetres, road.metres), road.passes, road.daysKept));
    else
        for (const GridCoverage& grid : coverage.grids)
            printLine(fmt::format("{}  {:.1f} km  {}  {:.0f} min", grid.grid == nullptr ? "—" : grid.grid->code,
                                  grid.metres / 1000, percent(grid.coveredMetres, grid.metres), grid.minutes));
}

int tellCoverage(const CoverageArguments& arguments, const CommonOptions& common) {
    if (isUnknownEnding(arguments.out))
        return ExitUsage;
    const auto period = periodOf(arguments.from, arguments.to);
    if (!period)
        return printFault(period.error()), ExitUsage;
    const auto district = openDistrict(arguments.path, OpenMode::ReadOnly);
    if (!district)
        return printFault(district.error());
    std::vector<OrganisationId> squads;
    if (!arguments.squad.empty()) {
        const auto squad = organisationOf(**district, arguments.squad);
        if (!squad)
            return printFault(squad.error());
        squads.push_back(*squad);
    }
    const auto picture = patrolCoverage(**district, *period, squads);
    if (!picture)
        return printFault(picture.error());
    if (!arguments.out.empty()) {
        const auto text = ReportText::load(paperLanguage(arguments.language), **district);
        if (!text)
            return printFault(text.error());
        const QString squad =
            squads.empty() ? QString() : QString::fromStdString((*district)->people().find(squads.front())->name);
        if (const int exit = write(arguments.out, coverageDocument(**district, *picture, squad, *text), common);
            exit != ExitDone)
            return exit;
    }
    if (common.json)
        printJson(coverageJson(picture->coverage, arguments.by == "road", (*district)->timeZone()));
    else if (arguments.out.empty())
        printCoverage(picture->coverage, arguments.by == "road");
    return ExitDone;
}

int tellMissed(const MissedArguments& arguments, const CommonOptions& common) {
    if (isUnknownEnding(arguments.out))
        return ExitUsage;
    const auto day = parseDay(arguments.day);
    if (!day)
        return printFault(day.error()), ExitUsage;
    const auto district = openDistrict(arguments.path, OpenMode::ReadOnly);
    if (!district)
        return printFault(district.error());
    const auto missed = missedRoads(**district, *day);
    if (!missed)
        return printFault(missed.error());
    if (!arguments.out.empty()) {
        const auto text = ReportText::load(paperLanguage(arguments.language), **district);
        if (!text)
            return printFault(text.error());
        if (const int exit = write(arguments.out, missedDocument(**district, *missed, *text), common); exit != ExitDone)
            return exit;
    }
    Json rows = Json::array();
    for (const RoadCoverage& road : missed->day.coverage.roads) {
        if (!isMissed(road, missed->day.coverage))
            continue;
        rows.push_back({{"road", road.road->code},
                        {"name", road.road->name},
                        {"grade", road.road->grade},
                        {"grid", areaDocument(road.grid)},
                        {"metres", road.metres},
                        {"passes", road.passes},
                        {"required", road.required}});
        if (!common.json && arguments.out.empty())
            printLine(fmt::format("{}  {}  {}/{}", road.road->code, road.road->name, road.passes, road.required));
    }
    if (common.json)
        printJson({{"day", dayText(*day)}, {"rows", rows}});
    return ExitDone;
}

/// "arterial=4"
bool takePasses(const std::string& text, PatrolRules& rules) {
    const std::size_t sign = text.rfind('=');
    int passes = 0;
    if (sign == std::string::npos || sign == 0)
        return false;
    const char* const end = text.data() + text.size();
    const auto [read, problem] = std::from_chars(text.data() + sign + 1, end, passes);
    if (problem != std::errc{} || read != end || passes < 0)
        return false;
    const std::string grade = roadGradeFrom(text.substr(0, sign));
    rules.passes.erase(grade);
    if (passes > 0)
        rules.passes[grade] = passes;
    return true;
}

int printRules(const PatrolRules& rules, const CommonOptions& common) {
    if (common.json)
        printJson({{"passes", rules.passes}, {"share", rules.share}});
    else
        printLine(patrolRulesText(rules));
    return ExitDone;
}

int changeRules(const RuleArguments& arguments, const CommonOptions& common) {
    const auto desk = openDesk(arguments.path, common.actor);
    if (!desk)
        return printFault(desk.error());
    auto rules = patrolRules(*desk->district);
    if (!rules)
        return printFault(rules.error());
    for (const std::string& each : arguments.passes)
        if (!takePasses(each, *rules))
            return printFault({ErrorCode::BadInput, {"patrol-rules-unreadable", {each}}, each, {}}), ExitUsage;
    rules->share = arguments.share.value_or(rules->share);
    // What could not be read again is not written.
    if (const auto again = parsePatrolRules(patrolRulesText(*rules)); !again)
        return printFault(again.error()), ExitUsage;
    if (const auto done = setPatrolRules(*desk->district, desk->actor, *rules); !done)
        return printFault(done.error());
    return printRules(*rules, common);
}

int tellRules(const RuleArguments& arguments, const CommonOptions& common) {
    if (!arguments.passes.empty() || arguments.share)
        return changeRules(arguments, common);
    const auto district = openDistrict(arguments.path, OpenMode::ReadOnly);
    if (!district)
        return printFault(district.error());
    const auto rules = patrolRules(**district);
    return rules ? printRules(*rules, common) : printFault(rules.error());
}

void addOut(CLI::App& verb, std::string& out, std::string& language) {
    verb.add_option("--out", out, "FILE.pdf, FILE.odt, or FILE.xlsx with the tables alone");
    verb.add_option("--language", language, "Language of the file")
        ->check(CLI::IsMember({"zh", "en"}))
        ->capture_default_str();
}

} // namespace

void addPatrolVerbs(CLI::App& app, Command& command) {
    CLI::App* group = app.add_subcommand("patrol", "What patrols covered of the roads, and what they did not");
    group->require_subcommand(1);
    {
        const auto o = std::make_shared<CoverageArguments>();
        CLI::App* verb = addVerb(*group, command, "coverage",
                                 "Coverage of roads and grids in a period, against how often roads have to be passed",
                                 "gridwarden patrol coverage D.gpkg --from 2026-11-02 --to 2026-11-08 --out week.pdf");
        verb->add_option("district", o->path, "The district")->required();
        verb->add_option("--from", o->from, "First day")->required();
        verb->add_option("--to", o->to, "Last day")->required();
        verb->add_option("--squad", o->squad, "Only tracks of this organisation and those below it");
        verb->add_option("--by", o->by, "What the rows are")
            ->check(CLI::IsMember({"grid", "road"}))
            ->capture_default_str();
        addOut(*verb, o->out, o->language);
        verb->callback([o, &command] { command.run = [o, &command] { return tellCoverage(*o, command.common); }; });
    }
    {
        const auto o = std::make_shared<MissedArguments>();
        CLI::App* verb =
            addVerb(*group, command, "missed", "The roads that were passed too seldom on a day, to be made up for",
                    "gridwarden patrol missed D.gpkg --day 2026-11-08 --out monday.pdf");
        verb->add_option("district", o->path, "The district")->required();
        verb->add_option("--day", o->day, "The day")->required();
        addOut(*verb, o->out, o->language);
        verb->callback([o, &command] { command.run = [o, &command] { return tellMissed(*o, command.common); }; });
    }
    {
        const auto o = std::make_shared<RuleArguments>();
        CLI::App* verb = addVerb(*group, command, "rules",
                                 "How often roads have to be passed on a day, by their grade; shows or changes it",
                                 "gridwarden patrol rules D.gpkg --passes arterial=4 --passes secondary=2");
        verb->add_option("district", o->path, "The district")->required();
        verb->add_option("--passes", o->passes, "GRADE=N; 0 takes the requirement away");
        verb->add_option("--share", o->share,
                         "Share of a road's length that has to be passed for it to count, above 0 to 1");
        verb->callback([o, &command] { command.run = [o, &command] { return tellRules(*o, command.common); }; });
    }
}

} // namespace gridwarden::app
