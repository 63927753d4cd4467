// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/case_dispatch.h"

#include "app/cli/arguments.h"
#include "app/cli/desk.h"
#include "app/cli/interrupt.h"
#include "app/cli/output.h"
#include "core/many_cases.h"

#include <memory>

namespace gridwarden::app {

using namespace core;

namespace {

struct Options {
    std::string path, to, note, time;
    std::vector<std::string> numbers;
};

/// Code or name of who has a case now.
Json handlerOf(const District& district, const DerivedCase& derived) {
    if (const Person* person = district.people().find(derived.handlerPerson))
        return person->name;
    const Organisation* organisation = district.people().find(derived.handlerOrganisation);
    return organisation != nullptr ? Json(organisation->name) : Json();
}

int print(District& district, const ManySteps& steps, bool asJson) {
    Json document = {{"dispatched", Json::array()}, {"refused", Json::array()}};
    for (const CaseId id : steps.done) {
        const auto record = loadCase(district.connection(), id);
        if (!record)
            return printFault(record.error());
        document["dispatched"].push_back({{"number", record->report.number}, {"to", handlerOf(district, record->derived)}});
        if (!asJson)
            printLine(record->report.number + "  → " + handlerOf(district, record->derived).get<std::string>());
    }
    for (const ManySteps::Refused& refused : steps.refused) {
        document["refused"].push_back({{"number", refused.number}, {"reason", sentence(refused.why)}});
        if (!asJson)
            printNote(refused.number + ": " + sentence(refused.why));
    }
    if (asJson)
        printJson(document);
    return steps.done.empty() && !steps.refused.empty() ? ExitFault : ExitDone;
}

int dispatch(const Options& options, const CommonOptions& common) {
    auto desk = openDesk(options.path, common.actor);
    if (!desk)
        return printFault(desk.error());
    District& district = *desk->district;
    std::vector<CaseId> cases;
    for (const std::string& number : options.numbers) {
        const auto id = caseOf(district, number);
        if (!id)
            return printFault(id.error());
        cases.push_back(*id);
    }
    StepDraft draft;
    draft.kind = StepKind::Dispatch;
    draft.detail.note = options.note;
    const auto time = momentOf(district, options.time);
    if (!time)
        return printFault(time.error());
    draft.time = *time;
    if (!options.to.empty())
        if (auto added = addReceiver(district, options.to, draft.detail); !added)
            return printFault(added.error());
    const Interrupt interrupt;
    const auto going = [] { return goesOn(0); };
    const auto done = options.to.empty() ? dispatchMany(district, desk->actor, cases, draft, going) : takeStepForMany(district, desk->actor, cases, draft, going);
    return done ? print(district, *done, common.json) : printFault(done.error());
}

} // namespace

Result<void> addReceiver(const District& district, const std::string& name, StepDetail& detail) {
    if (const Person* person = district.people().personNamed(name)) {
        detail.person = person->id;
        detail.organisation = person->organisation;
    } else if (const Organisation* organisation = district.people().organisationNamed(name))
        detail.organisation = organisation->id;
    else
        return fail(ErrorCode::NotFound, {"receiver-unknown", {name}});
    return {};
}

void addCaseDispatchVerb(CLI::App& group, Command& command) {
    const auto o = std::make_shared<Options>();
    CLI::App* verb = addVerb(group, command, "dispatch", "Dispatch cases by the rules and duties, or hand them over", "gridwarden case dispatch D.gpkg 2026-000001 --to 浦西中队");
    verb->add_option("district", o->path, "The district")->required();
    verb->add_option("numbers", o->numbers, "Numbers of the cases")->required();
    verb->add_option("--to", o->to, "Person or organisation; by default each by the rules, else by duty");
    verb->add_option("--note", o->note, "Remark");
    verb->add_option("--time", o->time, "When it was done; by default now");
    verb->callback([o, &command] { command.run = [o, &command] { return dispatch(*o, command.common); }; });
}

} // namespace gridwarden::app
