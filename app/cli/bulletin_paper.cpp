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

#include <memory>

namespace gridwarden::app {

using namespace core;

namespace {

struct BulletinArguments {
    std::string path, from, to, out, asOf, areas;
    std::string language = "zh";
    HeadingOptions heading;
};

int writeBulletin(const BulletinArguments& arguments, const CommonOptions& common) {
    if (!officialFileKind(arguments.out))
        return printFault({ErrorCode::BadInput, {"official-ending-unknown", {arguments.out}}, arguments.out, {}}), ExitUsage;
    const auto period = periodOf(arguments.from, arguments.to);
    if (!period)
        return printFault(period.error()), ExitUsage;
    const auto district = openDistrict(arguments.path, OpenMode::ReadOnly);
    if (!district)
        return printFault(district.error());
    const auto asOf = asOfOf(**district, arguments.asOf);
    if (!asOf)
        return printFault(asOf.error());
    auto scope = deskScope(**district, {arguments.language == "en" ? Language::English : Language::Chinese, common.actor}, *asOf);
    if (!scope)
        return printFault(scope.error());
    scope->period = *period;
    const auto bulletin = readBulletin(*scope, areaKindFromKey(arguments.areas));
    if (!bulletin)
        return printFault(bulletin.error());
    const auto written = writeOfficial(arguments.out, common.force, bulletinDocument(*scope, *bulletin, headingOf(arguments.heading)));
    if (!written)
        return printFault(written.error());
    for (const Message& note : written->notes)
        printNote(sentence(note));
    if (!common.json) {
        printLine(arguments.out);
        return ExitDone;
    }
    Json document = {{"file", arguments.out}, {"as_of", isoText(scope->asOf(), (*district)->timeZone())}, {"areas", bulletin->areas.size()}};
    if (written->pages > 0)
        document["pages"] = written->pages;
    for (const Figure& figure : bulletin->now.figures)
        document["figures"][figure.key] = figure.value();
    printJson(document);
    return ExitDone;
}

} // namespace

void addBulletinVerb(CLI::App& group, Command& command) {
    const auto o = std::make_shared<BulletinArguments>();
    CLI::App* verb = addVerb(group, command, "bulletin",
                             "What was reported, filed and closed in a period, by class, source and area, beside the period before and last year",
                             "gridwarden report bulletin D.gpkg --from 2026-10-01 --to 2026-10-31 --out october.pdf");
    verb->add_option("district", o->path, "The district")->required();
    verb->add_option("--from", o->from, "First day")->required();
    verb->add_option("--to", o->to, "Last day")->required();
    verb->add_option("--out", o->out, "FILE.pdf, FILE.odt, or FILE.xlsx with the tables alone")->required();
    verb->add_option("--areas", o->areas, "The kind of areas that are compared; without it streets, or grids where there are none")
        ->check(CLI::IsMember({"zone", "street", "community", "grid", "management", "evaluation"}));
    addHeadingOptions(*verb, o->heading);
    verb->add_option("--language", o->language, "Language of the bulletin")->check(CLI::IsMember({"zh", "en"}))->capture_default_str();
    verb->add_option("--as-of", o->asOf, "The state by the steps up to this time");
    verb->callback([o, &command] { command.run = [o, &command] { return writeBulletin(*o, command.common); }; });
}

} // namespace gridwarden::app
