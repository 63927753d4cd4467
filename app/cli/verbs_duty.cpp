// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/activity_document.h"
#include "app/cli/arguments.h"
#include "app/cli/desk.h"
#include "app/cli/duty_document.h"
#include "app/cli/verbs.h"
#include "app/text/duty_text.h"
#include "app/text/message_text.h"
#include "core/base/resources.h"
#include "core/district/hours_text.h"

#include <algorithm>
#include <fmt/format.h>
#include <memory>

namespace gridwarden::app {

using namespace core;

namespace {

struct CheckOptions {
    std::string path, from, to, kind = "grid";
};

struct ListOptions {
    std::string path, on, area, person;
};

struct RuleOptions {
    std::string path, file;
    bool isReset = false;
};

int check(const CheckOptions& options, const CommonOptions& common) {
    const auto district = openDistrict(options.path, OpenMode::ReadOnly);
    if (!district)
        return printFault(district.error());
    const auto kind = areaKindOf(options.kind);
    if (!kind)
        return printFault(kind.error());
    const auto from = parseDay(options.from);
    const auto to = parseDay(options.to);
    if (!from || !to)
        return printFault((from ? to : from).error());
    if (*to < *from)
        return printFault({ErrorCode::BadInput, {"period-ends-before-start", {options.from, options.to}}, {}, {}});
    const auto rules = dutyRulesOf((*district)->setting("duty_rules"));
    if (!rules)
        return printFault(rules.error());
    const auto problems = checkDuties((*district)->areas(), (*district)->people(), *kind, {*from, *to}, *rules);
    if (common.json) {
        Json document = {
            {"from", options.from}, {"to", options.to}, {"kind", options.kind}, {"problems", Json::array()}};
        for (const DutyProblem& problem : problems)
            document["problems"].push_back(dutyProblemDocument(**district, problem));
        printJson(document);
    } else {
        TextTable table({"what", "when", "where and who"});
        for (const DutyProblem& problem : problems)
            table.add({word("duty_problems", dutyProblemKey(problem.kind)).toStdString(),
                       problemTimeText(problem).toStdString(),
                       problemPlaceText(problem, (*district)->areas(), (*district)->people()).toStdString()});
        if (problems.empty())
            printNote(sentence({"duties-in-order", {options.from, options.to}}));
        else
            table.print();
    }
    return problems.empty() ? ExitDone : ExitFault;
}

Result<std::vector<const Duty*>> dutiesFor(const District& district, const ListOptions& options) {
    const auto on = dayOf(options.on);
    if (!on)
        return fail(on);
    const auto area = options.area.empty() ? Result<AreaId>(AreaId()) : areaOf(district, options.area, {});
    if (!area)
        return fail(area);
    const auto person = options.person.empty() ? Result<PersonId>(PersonId()) : personOf(district, options.person);
    if (!person)
        return fail(person);
    std::vector<const Duty*> duties;
    for (const Duty& duty : district.people().duties())
        if ((!*on || (duty.isValidOn(**on) && duty.hours().beginsOn(**on))) && (area->isNull() || duty.area == *area) &&
            (person->isNull() || duty.person == *person))
            duties.push_back(&duty);
    return duties;
}

int list(const ListOptions& options, const CommonOptions& common) {
    const auto opened = openDistrict(options.path, OpenMode::ReadOnly);
    if (!opened)
        return printFault(opened.error());
    const District& district = **opened;
    const auto duties = dutiesFor(district, options);
    if (!duties)
        return printFault(duties.error());
    if (common.json) {
        Json document = {{"duties", Json::array()}};
        for (const Duty* const duty : *duties)
            document["duties"].push_back(dutyDocument(district, *duty));
        printJson(document);
        return ExitDone;
    }
    TextTable table({"area", "post", "person", "responsibility", "weekdays", "hours", "from", "to"});
    for (const Duty* const duty : *duties) {
        const Area* const area = district.areas().find(duty->area);
        const Person* const person = district.people().find(duty->person);
        const auto day = [](const std::optional<Day>& one) { return one ? dayText(*one) : std::string(); };
        table.add({area == nullptr ? "" : area->code, duty->post, person == nullptr ? "" : person->name,
                   duty->responsibility, weekdaysCode(duty->weekdays),
                   clockText(duty->startMinute) + '-' + clockText(duty->endMinute), day(duty->from), day(duty->to)});
    }
    table.print();
    return ExitDone;
}

/// The rules as they hold, or after they were replaced.
int rules(const RuleOptions& options, const CommonOptions& common) {
    const bool isChange = options.isReset || !options.file.empty();
    std::string text;
    if (!options.file.empty()) {
        const auto read = readFile(options.file);
        if (!read)
            return printFault(read.error());
        const auto parsed = parseDutyRules(*read);
        if (!parsed)
            return printFault(parsed.error());
        text = dutyRulesText(*parsed);
    }
    std::unique_ptr<District> district;
    if (isChange) {
        auto desk = openDesk(options.path, common.actor);
        if (!desk)
            return printFault(desk.error());
        district = std::move(desk->district);
        const auto done = district->change({"edit-duty-rules", {}}, desk->actor,
                                           [&](Change& change) { return saveSetting(change, "duty_rules", text); });
        if (!done)
            return printFault(done.error());
    } else {
        auto opened = openDistrict(options.path, OpenMode::ReadOnly);
        if (!opened)
            return printFault(opened.error());
        district = std::move(*opened);
    }
    const auto held = dutyRulesOf(district->setting("duty_rules"));
    if (!held)
        return printFault(held.error());
    printJson(Json::parse(dutyRulesText(*held)));
    return ExitDone;
}

} // namespace

void addDutyVerbs(CLI::App& app, Command& command) {
    CLI::App* group = app.add_subcommand("duty", "List duties, check them against the rules, see and set the rules");
    group->require_subcommand(1);
    {
        const auto o = std::make_shared<CheckOptions>();
        CLI::App* verb = addVerb(*group, command, "check",
                                 "Say where nobody is on duty, who is in two places, away, without certificate or on "
                                 "duty for too long; exit code 1 when there is such",
                                 "gridwarden duty check D.gpkg --from 2026-03-02 --to 2026-03-08");
        verb->add_option("district", o->path, "The district")->required();
        verb->add_option("--from", o->from, "First day")->required();
        verb->add_option("--to", o->to, "Last day")->required();
        verb->add_option("--kind", o->kind, "Areas in which somebody has to be on duty")->capture_default_str();
        verb->callback([o, &command] { command.run = [o, &command] { return check(*o, command.common); }; });
    }
    {
        const auto o = std::make_shared<ListOptions>();
        CLI::App* verb =
            addVerb(*group, command, "list", "List duties", "gridwarden duty list D.gpkg --on 2026-03-02 --area 01");
        verb->add_option("district", o->path, "The district")->required();
        verb->add_option("--on", o->on, "Only those that begin on this day");
        verb->add_option("--area", o->area, "Only those of this area: CODE or KIND:CODE");
        verb->add_option("--person", o->person, "Only those of this person");
        verb->callback([o, &command] { command.run = [o, &command] { return list(*o, command.common); }; });
    }
    {
        const auto o = std::make_shared<RuleOptions>();
        CLI::App* verb = addVerb(
            *group, command, "rules",
            "Print the rules that duties are checked against as JSON, after replacing them where that is asked for",
            "gridwarden duty rules D.gpkg --set rules.json");
        verb->add_option("district", o->path, "The district")->required();
        CLI::Option* set = verb->add_option("--set", o->file, "Take the rules of this JSON file");
        verb->add_flag("--reset", o->isReset, "Take the shipped rules")->excludes(set);
        verb->callback([o, &command] { command.run = [o, &command] { return rules(*o, command.common); }; });
    }
}

} // namespace gridwarden::app
