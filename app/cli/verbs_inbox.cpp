// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/arguments.h"
#include "app/cli/case_document.h"
#include "app/cli/desk.h"
#include "app/cli/interrupt.h"
#include "app/cli/output.h"
#include "app/cli/verbs.h"
#include "core/base/text.h"
#include "gis/inbox/inbox_reader.h"
#include "gis/inbox/photo_staging.h"

#include <algorithm>
#include <memory>
#include <thread>

namespace gridwarden::app {

using namespace core;

namespace {

constexpr std::size_t ShortestId = 6;
constexpr std::size_t ShownId = 12;
constexpr std::chrono::seconds LongestWait{8}; ///< for files that are still being written

struct InboxOptions {
    std::string path, category, link, note;
    std::vector<std::string> ids;
    bool isAll = false;
};

/// What lies in the folder and is not decided; files that somebody is writing are waited for a little.
Result<gis::InboxContent> lookInto(District& district) {
    const auto decided = loadDecidedDigests(district.connection());
    if (!decided)
        return fail(decided);
    const Interrupt interrupt;
    const auto goesOnStill = [] { return goesOn(0); };
    gis::InboxReader reader(inboxFolder(district));
    const auto begun = std::chrono::steady_clock::now();
    while (true) {
        auto content = reader.read(gis::CaseRegisters::of(district), *decided, goesOnStill);
        if (!content || !content->isWaiting() || std::chrono::steady_clock::now() - begun > LongestWait || !goesOnStill())
            return content;
        std::this_thread::sleep_for(std::chrono::milliseconds(400));
    }
}

std::string idOf(const gis::Proposal& proposal) { return proposal.digest.substr(0, ShownId); }

std::string nameOf(const gis::Proposal& proposal) { return proposal.file + (proposal.place.empty() ? "" : ":" + proposal.place); }

Json proposalDocument(District& district, const gis::Proposal& proposal) {
    const CaseDraft& draft = proposal.draft;
    const Category* const category = district.categories().find(draft.category);
    Json document = {{"id", idOf(proposal)}, {"file", proposal.file}, {"row", proposal.place}, {"number", proposal.number}};
    document["time"] = optionalTime(draft.time, district.timeZone());
    document["category"] = category == nullptr ? Json() : Json(category->key.text());
    document["category_name"] = category == nullptr ? proposal.categoryText : category->name;
    document["description"] = draft.description;
    document["address"] = draft.address;
    document["source"] = draft.source;
    document["place"] = draft.place ? Json{draft.place->longitude, draft.place->latitude} : Json();
    document["fields"] = Json::object();
    for (const auto& [key, value] : draft.fields)
        document["fields"][key] = value;
    document["photos"] = Json::array();
    for (const PhotoDraft& photo : draft.photos)
        document["photos"].push_back(photo.file.filename().string());
    document["has_contact"] = !draft.contact.isEmpty();
    document["area"] = Json();
    document["duplicates"] = Json::array();
    if (const auto preview = previewCase(district, draft.place, draft.category, draft.time.value_or(now()))) {
        if (const std::string area = areaCode(district, preview->grid); !area.empty())
            document["area"] = area;
        for (const CaseId duplicate : preview->duplicates)
            if (const auto other = loadReport(district.connection(), duplicate); other && *other)
                document["duplicates"].push_back((*other)->number);
    }
    const auto whyNot = gis::whyNotAcceptable(proposal, district.sources(), district.timeZone());
    document["acceptable"] = !whyNot;
    document["problems"] = Json::array();
    for (const Message& problem : proposal.problems)
        document["problems"].push_back(sentence(problem));
    if (whyNot && std::find(proposal.problems.begin(), proposal.problems.end(), *whyNot) == proposal.problems.end())
        document["problems"].push_back(sentence(*whyNot));
    return document;
}

int listInbox(const InboxOptions& options, const CommonOptions& common) {
    const auto district = openDistrict(options.path, OpenMode::ReadOnly);
    if (!district)
        return printFault(district.error());
    const auto content = lookInto(**district);
    if (!content)
        return printFault(content.error());
    Json document = {{"folder", inboxFolder(**district).string()}, {"exists", content->exists}, {"proposals", Json::array()}, {"remarks", Json::array()}};
    for (const gis::Proposal& proposal : content->proposals)
        document["proposals"].push_back(proposalDocument(**district, proposal));
    for (const gis::InboxRemark& remark : content->remarks)
        document["remarks"].push_back({{"file", remark.file}, {"row", remark.place}, {"what", sentence(remark.what)}, {"waiting", remark.isWaiting}});
    document["decided_files"] = Json::array();
    for (const gis::InboxFile& file : content->files)
        if (file.isDecided)
            document["decided_files"].push_back(file.name);
    if (common.json) {
        printJson(document);
        return ExitDone;
    }
    if (!content->exists)
        printNote(sentence({"inbox-no-folder", {inboxFolder(**district).string()}}));
    TextTable table({"id", "from", "time", "category", "grid", "description", "remarks"});
    for (std::size_t i = 0; i < content->proposals.size(); ++i) {
        const gis::Proposal& proposal = content->proposals[i];
        const Json& shown = document["proposals"][i];
        std::vector<std::string> problems;
        for (const Json& problem : shown["problems"])
            problems.push_back(problem.get<std::string>());
        for (const Json& duplicate : shown["duplicates"])
            problems.push_back("= " + duplicate.get<std::string>() + "?");
        table.add({idOf(proposal), nameOf(proposal), proposal.draft.time ? localText(*proposal.draft.time, (*district)->timeZone()) : "—",
                   shown["category_name"].get<std::string>(), shown["area"].is_null() ? "—" : shown["area"].get<std::string>(), proposal.draft.description,
                   joined(problems, " ")});
    }
    table.print();
    for (const gis::InboxRemark& remark : content->remarks)
        printNote(remark.file + (remark.place.empty() ? "" : ":" + remark.place) + ": " + sentence(remark.what));
    return ExitDone;
}

/// The proposals that the ids name, or all. Each id is the beginning of a proposal's.
Result<std::vector<gis::Proposal>> chosen(const gis::InboxContent& content, const InboxOptions& options) {
    if (options.isAll)
        return content.proposals;
    std::vector<gis::Proposal> found;
    for (const std::string& id : options.ids) {
        std::vector<gis::Proposal> matching;
        std::copy_if(content.proposals.begin(), content.proposals.end(), std::back_inserter(matching),
                     [&](const gis::Proposal& proposal) { return id.size() >= ShortestId && proposal.digest.starts_with(lowered(id)); });
        if (matching.size() != 1)
            return fail(ErrorCode::NotFound, {"inbox-id-unknown", {id}});
        if (std::none_of(found.begin(), found.end(), [&](const gis::Proposal& known) { return known.digest == matching.front().digest; }))
            found.push_back(std::move(matching.front()));
    }
    return found;
}

int acceptProposals(const InboxOptions& options, const CommonOptions& common) {
    auto desk = openDesk(options.path, common.actor);
    if (!desk)
        return printFault(desk.error());
    District& district = *desk->district;
    const auto content = lookInto(district);
    if (!content)
        return printFault(content.error());
    auto proposals = chosen(*content, options);
    if (!proposals)
        return printFault(proposals.error());
    CaseId linkTo;
    if (!options.link.empty()) {
        const auto other = caseOf(district, options.link);
        if (!other)
            return printFault(other.error());
        linkTo = *other;
    }
    CategoryId category;
    if (!options.category.empty()) {
        const auto known = categoryOf(district, options.category);
        if (!known)
            return printFault(known.error());
        category = *known;
    }
    std::vector<InboxAcceptance> accepted;
    Json left = Json::array();
    for (gis::Proposal& proposal : *proposals) {
        if (proposal.draft.category.isNull() && !category.isNull())
            proposal.draft.category = category;
        proposal.draft.linkTo = linkTo;
        if (const auto whyNot = gis::whyNotAcceptable(proposal, district.sources(), district.timeZone())) {
            if (!options.isAll) // what was named is meant
                return printFault({ErrorCode::Refused, *whyNot, nameOf(proposal), {}});
            left.push_back({{"id", idOf(proposal)}, {"why", sentence(*whyNot)}});
        } else {
            accepted.push_back({proposal.choice(), proposal.draft});
        }
    }
    if (const auto staged = gis::stagePhotos(accepted, gis::AttachmentOptions::of(district)); !staged)
        return printFault(staged.error());
    const auto cases = acceptFromInbox(district, desk->actor, accepted);
    if (!cases)
        return printFault(cases.error());
    Json document = {{"accepted", Json::array()}, {"left", left}};
    for (std::size_t i = 0; i < cases->size(); ++i)
        if (const auto report = loadReport(district.connection(), (*cases)[i]); report && *report) {
            const InboxThing& thing = accepted[i].choice.thing;
            document["accepted"].push_back({{"id", thing.digest.substr(0, ShownId)}, {"case", (*report)->number}});
            if (!common.json)
                printLine(thing.file + (thing.place.empty() ? "" : ":" + thing.place) + "  " + (*report)->number);
        }
    if (common.json)
        printJson(document);
    else
        for (const Json& each : left)
            printNote(each["id"].get<std::string>() + ": " + each["why"].get<std::string>());
    return ExitDone;
}

int refuseProposals(const InboxOptions& options, const CommonOptions& common) {
    auto desk = openDesk(options.path, common.actor);
    if (!desk)
        return printFault(desk.error());
    const auto content = lookInto(*desk->district);
    if (!content)
        return printFault(content.error());
    const auto proposals = chosen(*content, options);
    if (!proposals)
        return printFault(proposals.error());
    std::vector<InboxChoice> refused;
    for (const gis::Proposal& proposal : *proposals)
        refused.push_back(proposal.choice());
    if (const auto done = refuseFromInbox(*desk->district, desk->actor, refused, options.note); !done)
        return printFault(done.error());
    if (common.json)
        printJson(Json{{"refused", refused.size()}});
    else
        printLine(std::to_string(refused.size()) + " refused");
    return ExitDone;
}

int moveDecided(const InboxOptions& options, const CommonOptions& common) {
    const auto district = openDistrict(options.path, OpenMode::ReadOnly);
    if (!district)
        return printFault(district.error());
    const auto content = lookInto(**district);
    if (!content)
        return printFault(content.error());
    Json moved = Json::array();
    for (const gis::InboxFile& file : content->files) {
        if (!file.isDecided)
            continue;
        const auto name = gis::moveToDone(inboxFolder(**district), file.name, file.mark);
        if (!name)
            return printFault(name.error());
        moved.push_back(file.name);
        if (!common.json)
            printLine(file.name + " -> " + gis::DoneFolder + "/" + *name);
    }
    if (common.json)
        printJson(Json{{"moved", moved}});
    return ExitDone;
}

int setFolder(const std::string& path, const std::string& folder, const CommonOptions& common) {
    auto desk = openDesk(path, common.actor);
    if (!desk)
        return printFault(desk.error());
    const auto done = desk->district->change({"inbox-folder", {folder}}, desk->actor,
                                             [&](Change& change) { return saveSetting(change, "inbox_folder", folder); });
    if (!done)
        return printFault(done.error());
    const std::string now = inboxFolder(*desk->district).string();
    common.json ? printJson(Json{{"folder", now}}) : printLine(now);
    return ExitDone;
}

} // namespace

void addInboxVerbs(CLI::App& app, Command& command) {
    CLI::App* group = app.add_subcommand("inbox", "Decide about what lies in the watched folder");
    group->require_subcommand(1);
    const auto add = [&](const std::string& name, const std::string& description, const std::string& example,
                         int (*run)(const InboxOptions&, const CommonOptions&)) {
        const auto o = std::make_shared<InboxOptions>();
        CLI::App* verb = addVerb(*group, command, name, description, example);
        verb->add_option("district", o->path, "The district")->required();
        verb->callback([o, &command, run] { command.run = [o, &command, run] { return run(*o, command.common); }; });
        return std::pair(verb, o);
    };
    add("list", "What waits, with hints and remarks", "gridwarden inbox list D.gpkg --json", listInbox);
    const auto addIds = [](CLI::App* verb, InboxOptions& o) {
        CLI::Option* ids = verb->add_option("ids", o.ids, "Beginnings of ids, as list shows them");
        verb->add_flag("--all", o.isAll, "All that wait")->excludes(ids);
    };
    {
        const auto [verb, o] = add("accept", "Make cases of proposals; with --all those that can be accepted as they are", "gridwarden inbox accept D.gpkg --all", acceptProposals);
        addIds(verb, *o);
        verb->add_option("--category", o->category, "Category of those that have none");
        verb->add_option("--link", o->link, "Number of the case of the same problem");
    }
    {
        const auto [verb, o] = add("refuse", "Nothing becomes of them; the files stay", "gridwarden inbox refuse D.gpkg --all --note 重复登记", refuseProposals);
        addIds(verb, *o);
        verb->add_option("--note", o->note, "Why")->required();
    }
    add("done", "Move files of which everything is decided into the subfolder done", "gridwarden inbox done D.gpkg", moveDecided);
    {
        struct Options {
            std::string path, folder;
        };
        const auto o = std::make_shared<Options>();
        CLI::App* verb = addVerb(*group, command, "folder", "Watch another folder", "gridwarden inbox folder D.gpkg D.inbox");
        verb->add_option("district", o->path, "The district")->required();
        verb->add_option("folder", o->folder, "The folder; relative to the district's")->required();
        verb->callback([o, &command] { command.run = [o, &command] { return setFolder(o->path, o->folder, command.common); }; });
    }
}

} // namespace gridwarden::app
