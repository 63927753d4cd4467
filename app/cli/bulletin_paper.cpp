// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/bulletin_paper.h"

#include "app/cli/arguments.h"
#include "app/cli/desk.h"
#include "app/cli/figure_desk.h"
#include "app/cli/official_options.h"
#include "app/cli/output.h"
#include "app/report/bulletin.h"
#include "app/report/desk_paper.h"
#include "app/report/official_file.h"
#include "app/report/supervision.h"

#include <memory>

namespace gridwarden::app {

using namespace core;

namespace {

struct BulletinArguments {
    std::string path, from, to, out, asOf, areas, putRightBy;
    std::string language = "zh";
    HeadingOptions heading;
};

/// A bulletin that was counted, and what a script is told of it.
struct Counted {
    OfficialDocument document;
    Json told;
};

Json toldOf(const Indicators& indicators) {
    Json figures;
    for (const Figure& figure : indicators.figures)
        figures[figure.key] = figure.value();
    return figures;
}

Result<Counted> countBulletin(const ReportScope& scope, const BulletinArguments& arguments) {
    const auto bulletin = readBulletin(scope, areaKindFromKey(arguments.areas));
    if (!bulletin)
        return fail(bulletin);
    return Counted{bulletinDocument(scope, *bulletin, headingOf(arguments.heading)),
                   {{"areas", bulletin->areas.size()}, {"figures", toldOf(bulletin->now)}}};
}

Result<Counted> countSupervision(const ReportScope& scope, const BulletinArguments& arguments) {
    std::optional<Day> putRightBy;
    if (!arguments.putRightBy.empty()) {
        const auto day = parseDay(arguments.putRightBy);
        if (!day)
            return fail(day);
        putRightBy = *day;
    }
    const auto supervision = readSupervision(scope);
    if (!supervision)
        return fail(supervision);
    Json figures = toldOf(supervision->all);
    for (const auto& [key, value] : supervision->work)
        figures[key] = value;
    return Counted{supervisionDocument(scope, *supervision, putRightBy, headingOf(arguments.heading)),
                   {{"units", supervision->units.size()}, {"figures", figures}}};
}

int writeBulletin(const BulletinArguments& arguments, const CommonOptions& common,
                  Result<Counted> (*count)(const ReportScope&, const BulletinArguments&)) {
    if (!officialFileKind(arguments.out))
        return printFault({ErrorCode::BadInput, {"official-ending-unknown", {arguments.out}}, arguments.out, {}}),
               ExitUsage;
    const auto period = periodOf(arguments.from, arguments.to);
    if (!period)
        return printFault(period.error()), ExitUsage;
    const auto district = openDistrict(arguments.path, OpenMode::ReadOnly);
    if (!district)
        return printFault(district.error());
    const auto asOf = asOfOf(**district, arguments.asOf);
    if (!asOf)
        return printFault(asOf.error());
    auto scope = deskScope(**district,
                           {paperLanguage(arguments.language), common.actor}, *asOf);
    if (!scope)
        return printFault(scope.error());
    scope->period = *period;
    auto counted = count(*scope, arguments);
    if (!counted)
        return printFault(counted.error());
    const auto written = writeAndTell(arguments.out, common.force, counted->document);
    if (!written)
        return printFault(written.error());
    if (!common.json) {
        printLine(arguments.out);
        return ExitDone;
    }
    Json document = std::move(counted->told);
    document["file"] = arguments.out;
    document["as_of"] = isoText(scope->asOf(), (*district)->timeZone());
    if (written->pages > 0)
        document["pages"] = written->pages;
    printJson(document);
    return ExitDone;
}

void addCommon(CLI::App& verb, BulletinArguments& arguments) {
    verb.add_option("district", arguments.path, "The district")->required();
    verb.add_option("--from", arguments.from, "First day")->required();
    verb.add_option("--to", arguments.to, "Last day")->required();
    verb.add_option("--out", arguments.out, "FILE.pdf, FILE.odt, or FILE.xlsx with the tables alone")->required();
    addHeadingOptions(verb, arguments.heading);
    verb.add_option("--language", arguments.language, "Language of the bulletin")
        ->check(CLI::IsMember({"zh", "en"}))
        ->capture_default_str();
    verb.add_option("--as-of", arguments.asOf, "The state by the steps up to this time");
}

} // namespace

void addBulletinVerbs(CLI::App& group, Command& command) {
    {
        const auto o = std::make_shared<BulletinArguments>();
        CLI::App* verb =
            addVerb(group, command, "bulletin",
                    "What was reported, filed and closed in a period, by class, source and area, beside the period "
                    "before and last year",
                    "gridwarden report bulletin D.gpkg --from 2026-10-01 --to 2026-10-31 --out october.pdf");
        addCommon(*verb, *o);
        verb->add_option("--areas", o->areas,
                         "The kind of areas that are compared; without it streets, or grids where there are none")
            ->check(CLI::IsMember({"zone", "street", "community", "grid", "management", "evaluation"}));
        verb->callback([o, &command] {
            command.run = [o, &command] { return writeBulletin(*o, command.common, countBulletin); };
        });
    }
    {
        const auto o = std::make_shared<BulletinArguments>();
        CLI::App* verb = addVerb(
            group, command, "supervision",
            "What was supervised in a period, which units do well and which do not, what is overdue and what came back",
            "gridwarden report supervision D.gpkg --from 2026-10-01 --to 2026-10-31 --put-right-by 2026-11-15 --out "
            "notice.odt");
        addCommon(*verb, *o);
        verb->add_option("--put-right-by", o->putRightBy, "The last day for putting it right; without it at once");
        verb->callback([o, &command] {
            command.run = [o, &command] { return writeBulletin(*o, command.common, countSupervision); };
        });
    }
}

} // namespace gridwarden::app
