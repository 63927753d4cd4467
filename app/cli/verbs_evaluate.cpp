// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/arguments.h"
#include "app/cli/desk.h"
#include "app/cli/evaluation_document.h"
#include "app/cli/figure_desk.h"
#include "app/cli/interrupt.h"
#include "app/cli/official_options.h"
#include "app/cli/published_comparison.h"
#include "app/cli/publishing.h"
#include "app/cli/verbs.h"
#include "app/report/evaluation_table.h"
#include "app/report/official_file.h"
#include "app/report/ranking_document.h"
#include "core/base/durable_file.h"
#include "core/base/json_members.h"
#include "core/base/resources.h"
#include "core/base/text.h"

#include <algorithm>
#include <charconv>
#include <memory>

namespace gridwarden::app {

using namespace core;

namespace {

struct Options {
    std::string path, scheme, from, to, asOf, kind, publish, out, language = "zh";
    std::string published, saveScheme, removeScheme, evidence;
    std::vector<std::string> mark;
    std::int64_t removeMark = 0;
    bool lists = false;
    HeadingOptions heading;
};

/// A file, or a scheme of the district by its key or name.
Result<EvaluationScheme> schemeOf(District& district, const Options& options) {
    const bool isFile = options.scheme.ends_with(".json");
    auto scheme = isFile ? Result<EvaluationScheme>() : findScheme(district.connection(), options.scheme);
    if (isFile) {
        const auto text = readFile(options.scheme);
        if (!text)
            return fail(text);
        const auto document = parsedJson(*text);
        if (!document)
            return fail(ErrorCode::BadInput, {"json-unreadable", {options.scheme}}, options.scheme);
        scheme = schemeFromJson(*document);
    }
    if (!scheme || options.kind.empty())
        return scheme;
    const auto kind = areaKindOf(options.kind);
    if (!kind)
        return fail(kind);
    if (scheme->subjects.kind != SubjectKind::Areas)
        return fail(ErrorCode::BadInput, {"scheme-not-of-areas", {scheme->key}}, scheme->key);
    scheme->subjects.areas = *kind;
    return scheme;
}

/// A number of the command line; none: it is none.
template <class Number> std::optional<Number> numberOf(const std::string& text) {
    Number value{};
    const auto [end, problem] = std::from_chars(text.data(), text.data() + text.size(), value);
    return problem != std::errc{} || end != text.data() + text.size() ? std::nullopt : std::optional(value);
}

Result<void> writeOut(const Evaluation& evaluation, const PublishedEvaluation& published, const Options& options, const TimeZone& zone, bool overwrite) {
    if (std::filesystem::path(options.out).extension() == ".json")
        return writeDurably(options.out, evaluationToText(published), overwrite);
    const Language language = paperLanguage(options.language);
    const std::string ending = std::filesystem::path(options.out).extension().string();
    if (ending == ".xlsx" || ending == ".csv")
        return writeEvaluation(evaluation, published.scheme, options.out, language, zone, overwrite);
    const auto text = ReportText::load(language, zone);
    if (!text)
        return fail(text);
    const auto definitions = FigureDefinitions::of(published.figures);
    if (!definitions)
        return fail(definitions);
    const auto written = writeAndTell(options.out, overwrite, rankingDocument(evaluation, published.scheme, *definitions, *text, published.district, zone, headingOf(options.heading)));
    if (!written)
        return fail(written);
    return {};
}

int evaluateVerb(const Options& options, const CommonOptions& common) {
    const std::string ending = std::filesystem::path(options.out).extension().string();
    if (!options.out.empty() && ending != ".json" && ending != ".csv" && !officialFileKind(options.out))
        return printFault({ErrorCode::BadInput, {"evaluation-ending-unknown", {options.out}}, options.out, {}}), ExitUsage;
    const auto period = periodOf(options.from, options.to);
    if (!period)
        return printFault(period.error()), ExitUsage;
    auto opened = openDesk(options.path, common.actor, options.publish.empty() ? OpenMode::ReadOnly : OpenMode::ReadWrite);
    if (!opened)
        return printFault(opened.error());
    const auto desk = figureDeskOf(std::move(opened->district), options.asOf);
    if (!desk)
        return printFault(desk.error());
    District& district = *desk->district;
    const auto scheme = schemeOf(district, options);
    if (!scheme)
        return printFault(scheme.error());
    const auto marks = loadMarks(district.connection(), scheme->key);
    if (!marks)
        return printFault(marks.error());
    const auto subjects = subjectsOf(desk->source.input.cases, *scheme, *period);
    if (!subjects)
        return printFault(subjects.error());
    const Interrupt interrupt;
    const auto evaluation = evaluate(desk->source.input, desk->definitions, *scheme, *marks, *period, *subjects, [] { return goesOn(0); });
    if (!evaluation)
        return printFault(evaluation.error());
    const PublishedEvaluation published = frozen(*evaluation, *scheme, desk->definitions, desk->source.input, district.name());
    if (!options.out.empty())
        if (const auto done = writeOut(*evaluation, published, options, district.timeZone(), common.force); !done)
            return printFault(done.error());
    Json document = evaluationDocument(*evaluation, *scheme, district.timeZone());
    if (!options.publish.empty()) {
        const auto id = publishIn(district, opened->actor,
                                  {.kind = "evaluation",
                                   .title = options.publish,
                                   .period = *period,
                                   .content = evaluationToText(published)});
        if (!id)
            return printFault(id.error());
        document["publication"] = id->value();
    }
    if (common.json)
        printJson(document);
    else if (!options.out.empty())
        printLine(options.out);
    else
        printEvaluation(*evaluation, *scheme);
    if (document.contains("publication") && !common.json)
        printLine("publication " + document["publication"].dump());
    return ExitDone;
}

int listSchemes(const Options& options, const CommonOptions& common) {
    const auto district = openDistrict(options.path, OpenMode::ReadOnly);
    if (!district)
        return printFault(district.error());
    const auto schemes = evaluationSchemes((*district)->connection());
    if (!schemes)
        return printFault(schemes.error());
    if (common.json)
        printJson(schemesDocument(*schemes));
    else
        printSchemes(*schemes);
    return ExitDone;
}

int listPublished(const Options& options, const CommonOptions& common) {
    const auto district = openDistrict(options.path, OpenMode::ReadOnly);
    if (!district)
        return printFault(district.error());
    const auto all = publications((*district)->connection(), "evaluation");
    if (!all)
        return printFault(all.error());
    Json document = Json::array();
    TextTable table({"id", "at", "title", "from", "to"});
    for (const Publication& each : *all) {
        const std::string at = isoText(each.at, (*district)->timeZone());
        document.push_back({{"id", each.id.value()}, {"at", at}, {"title", each.title}, {"from", dayText(each.period.from)}, {"to", dayText(each.period.to)}});
        table.add({std::to_string(each.id.value()), at, each.title, dayText(each.period.from), dayText(each.period.to)});
    }
    if (common.json)
        printJson(document);
    else
        table.print();
    return ExitDone;
}

/// With the records as they are told now of the published moment, and with those of now.
int comparePublished(const Options& options, const CommonOptions& common) {
    const auto id = numberOf<std::int64_t>(options.published);
    if (!id)
        return printFault({ErrorCode::NotFound, {"publication-unknown", {options.published}}, options.published, {}}), ExitUsage;
    const auto district = openDistrict(options.path, OpenMode::ReadOnly);
    if (!district)
        return printFault(district.error());
    const auto publication = loadPublication((*district)->connection(), PublicationId(*id));
    if (!publication)
        return printFault(publication.error());
    if (publication->kind != "evaluation")
        return printFault({ErrorCode::BadInput, {"publication-not-evaluation", {options.published}}, options.published, {}});
    return printEvaluationAgain(**district, *publication, common.json);
}

int giveMark(const Options& options, const CommonOptions& common) {
    const auto period = periodOf(options.from, options.to);
    if (!period)
        return printFault(period.error()), ExitUsage;
    const auto score = numberOf<double>(options.mark[2]);
    if (!score)
        return printFault({ErrorCode::BadInput, {"mark-unreadable", {options.mark[2]}}, options.mark[2], {}}), ExitUsage;
    const auto desk = openDesk(options.path, common.actor);
    if (!desk)
        return printFault(desk.error());
    District& district = *desk->district;
    const auto scheme = schemeOf(district, options);
    if (!scheme)
        return printFault(scheme.error());
    const FiguresContext context{nullptr, &district.areas(), &district.categories(), district.timeZone(), now(), nullptr, &district.people()};
    const auto subjects = subjectsOf(context, *scheme, *period);
    if (!subjects)
        return printFault(subjects.error());
    const std::string& name = options.mark[1];
    auto subject = std::find_if(subjects->begin(), subjects->end(), [&](const EvaluationSubject& each) { return each.code == name; });
    if (subject == subjects->end())
        subject = std::find_if(subjects->begin(), subjects->end(), [&](const EvaluationSubject& each) { return each.name == name; });
    if (subject == subjects->end())
        return printFault({ErrorCode::NotFound, {"scheme-subject-unknown", {scheme->key, name}}, name, {}});
    EvaluationMarkId id;
    const auto done = district.change({"save-mark", {options.mark[0], name}}, desk->actor, [&](Change& change) -> Result<void> {
        const SchemeItem* const item = scheme->item(options.mark[0]);
        const auto saved = saveMark(change, *scheme,
                                    {.scheme = scheme->key,
                                     .item = item == nullptr ? options.mark[0] : item->key,
                                     .subject = subject->id,
                                     .period = *period,
                                     .score = *score,
                                     .evidence = options.evidence});
        if (!saved)
            return fail(saved);
        id = *saved;
        return {};
    });
    if (!done)
        return printFault(done.error());
    if (common.json)
        printJson({{"id", id.value()}});
    else
        printLine("mark " + std::to_string(id.value()));
    return ExitDone;
}

/// A change of the lists that says nothing further.
int changeLists(const Options& options, const CommonOptions& common) {
    const auto desk = openDesk(options.path, common.actor);
    if (!desk)
        return printFault(desk.error());
    Options named = options;
    named.scheme = options.saveScheme;
    const auto scheme = options.saveScheme.empty() ? Result<EvaluationScheme>() : schemeOf(*desk->district, named);
    if (!scheme)
        return printFault(scheme.error());
    const Message label = !options.saveScheme.empty()     ? Message{"save-scheme", {scheme->name}}
                          : !options.removeScheme.empty() ? Message{"remove-scheme", {options.removeScheme}}
                                                          : Message{"remove-mark", {}};
    const auto done = desk->district->change(label, desk->actor, [&](Change& change) {
        if (!options.saveScheme.empty())
            return saveScheme(change, *scheme);
        return options.removeScheme.empty() ? removeMark(change, EvaluationMarkId(options.removeMark)) : removeScheme(change, options.removeScheme);
    });
    return done ? ExitDone : printFault(done.error());
}

} // namespace

void addEvaluateVerb(CLI::App& app, Command& command) {
    const auto o = std::make_shared<Options>();
    CLI::App* verb = addVerb(app, command, "evaluate", "Evaluate areas, organisations or people by a scheme, rank them, and publish the result",
                             "gridwarden evaluate D.gpkg --scheme department --from 2026-10-01 --to 2026-12-31 --out ranking.xlsx");
    verb->add_option("district", o->path, "The district")->required();
    CLI::Option* scheme = verb->add_option("--scheme", o->scheme, "A scheme by its key or name, or a file F.json");
    verb->add_option("--from", o->from, "First day of the period");
    verb->add_option("--to", o->to, "Last day of the period");
    verb->add_option("--as-of", o->asOf, "The state by the steps up to this time");
    verb->add_option("--kind", o->kind, "Which areas a scheme of areas evaluates, in place of its own kind");
    verb->add_option("--publish", o->publish, "Keep the result under this title; what happens to the records later does not change it");
    verb->add_option("--out", o->out, "The ranking as a .pdf or .odt bulletin, as a table in an .xlsx or .csv file, or as a .json file");
    addHeadingOptions(*verb, o->heading);
    verb->add_option("--language", o->language, "Of headings and names in a table")->check(CLI::IsMember({"zh", "en"}))->capture_default_str();
    CLI::Option* list = verb->add_flag("--list", o->lists, "List the schemes");
    CLI::Option* published = verb->add_option("--published", o->published, "List what was published, or compare one with the records of now")->expected(0, 1);
    CLI::Option* mark = verb->add_option("--mark", o->mark, "Give a mark for the period: ITEM SUBJECT SCORE")->expected(3)->needs(scheme);
    verb->add_option("--evidence", o->evidence, "What the mark is based on")->needs(mark);
    CLI::Option* removesMark = verb->add_option("--remove-mark", o->removeMark, "Remove a mark by its number");
    CLI::Option* save = verb->add_option("--save-scheme", o->saveScheme, "Keep a scheme of a file F.json in the district");
    CLI::Option* remove =
        verb->add_option("--remove-scheme", o->removeScheme, "Remove a scheme of the district; one that comes with the program is in its place again");
    verb->callback([=, &command] {
        const int chosen = static_cast<int>(list->count() > 0) + static_cast<int>(published->count() > 0) + static_cast<int>(mark->count() > 0) +
                           static_cast<int>(removesMark->count() > 0) + static_cast<int>(save->count() > 0) + static_cast<int>(remove->count() > 0);
        if (chosen > 1)
            throw CLI::ValidationError("evaluate", "one of --list, --published, --mark, --remove-mark, --save-scheme, --remove-scheme");
        if (chosen == 0 && scheme->count() == 0)
            throw CLI::RequiredError("--scheme");
        command.run = [=, &command] {
            if (list->count() > 0)
                return listSchemes(*o, command.common);
            if (published->count() > 0)
                return o->published.empty() ? listPublished(*o, command.common) : comparePublished(*o, command.common);
            if (mark->count() > 0)
                return giveMark(*o, command.common);
            return chosen > 0 ? changeLists(*o, command.common) : evaluateVerb(*o, command.common);
        };
    });
}

} // namespace gridwarden::app
