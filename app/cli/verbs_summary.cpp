// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/arguments.h"
#include "app/cli/desk.h"
#include "app/cli/figure_desk.h"
#include "app/cli/interrupt.h"
#include "app/cli/official_options.h"
#include "app/cli/output.h"
#include "app/cli/publishing.h"
#include "app/cli/summary_document.h"
#include "app/cli/verbs.h"
#include "app/report/official_file.h"
#include "app/report/summary_words.h"
#include "core/base/durable_file.h"
#include "core/base/resources.h"
#include "core/base/text.h"
#include "core/summary/published_summary.h"
#include "core/summary/summary_texts.h"

#include <memory>

namespace gridwarden::app {

using namespace core;

namespace {

struct SummaryOptions {
    std::string path, text = "summary", from, to, asOf, out, title, language = "zh";
    bool publishes = false;
    HeadingOptions heading;
};

/// How a summary comes out: as plain text, as JSON, or as an official document.
enum class SummaryForm { Text, Json, Document };
std::optional<SummaryForm> formOf(const SummaryOptions& options, const CommonOptions& common) {
    if (options.out.empty())
        return common.json ? SummaryForm::Json : SummaryForm::Text;
    if (officialFileKind(options.out))
        return SummaryForm::Document;
    const std::string ending = lowered(std::filesystem::path(options.out).extension().string());
    return ending == ".json" ? std::optional(SummaryForm::Json) : ending == ".txt" ? std::optional(SummaryForm::Text) : std::nullopt;
}

/// A file, or a text of the district or of the program by its key or name.
Result<SummaryTemplate> templateOf(District& district, const std::string& name) {
    std::error_code problem;
    if (std::filesystem::is_regular_file(name, problem) || name.find('/') != std::string::npos) {
        const auto text = readFile(name);
        return text ? SummaryTemplate::parse(*text) : fail(text);
    }
    const auto text = summaryTextNamed(district.connection(), name);
    return text ? SummaryTemplate::parse(text->text) : fail(text);
}

std::string withoutLineEnd(const std::string& text) { return text.substr(0, text.find_last_not_of('\n') + 1); }

/// How many pages it has; 0: none, because its form has no pages.
Result<int> writeFile(const Summary& summary, SummaryForm form, const ReportText& words, const TimeZone& zone, const SummaryOptions& options, const CommonOptions& common) {
    if (form == SummaryForm::Document) {
        const auto written = writeAndTell(options.out, common.force, summaryDocument(summary, words, zone, headingOf(options.heading)));
        if (!written)
            return fail(written);
        return written->pages;
    }
    const auto done = writeDurably(options.out, form == SummaryForm::Json ? summaryToText(summary) : summaryAsPlainText(summary, words), common.force);
    if (!done)
        return fail(done);
    return 0;
}

/// As the window does; without a title under its first line.
Result<PublicationId> publishSummary(District& district, const Actor& actor, const Summary& summary, std::string title) {
    if (title.empty() && !summary.paragraphs.empty())
        title = summary.paragraphs.front().text();
    return publishIn(
        district, actor,
        {.kind = "summary", .title = title, .period = summary.period, .content = summaryToText(summary)});
}

int writeSummaryVerb(const SummaryOptions& options, const CommonOptions& common) {
    const auto form = formOf(options, common);
    if (!form)
        return printFault({ErrorCode::BadInput, {"summary-ending-unknown", {options.out}}, options.out, {}}), ExitUsage;
    const auto period = periodOf(options.from, options.to);
    if (!period)
        return printFault(period.error()), ExitUsage;
    auto opened = openDesk(options.path, common.actor, !options.publishes ? OpenMode::ReadOnly : OpenMode::ReadWrite);
    if (!opened)
        return printFault(opened.error());
    const auto desk = figureDeskOf(std::move(opened->district), options.asOf);
    if (!desk)
        return printFault(desk.error());
    const auto text = templateOf(*desk->district, options.text);
    if (!text)
        return printFault(text.error());
    const TimeZone& zone = desk->district->timeZone();
    const auto words = ReportText::load(paperLanguage(options.language), zone);
    if (!words)
        return printFault(words.error());
    const SummaryWords inText = summaryWords(*words, desk->district->name(), *period, zone.day(desk->source.input.cases.asOf));
    const Interrupt interrupt;
    const auto summary = writeSummary(desk->source.input, desk->definitions, *text, *period, inText, [] { return goesOn(0); });
    if (!summary)
        return printFault(summary.error());
    Json told = {{"file", options.out}, {"numbers", summary->numbers.size()}};
    if (options.out.empty()) {
        told.erase("file");
        if (!common.json || !options.publishes)
            printLine(withoutLineEnd(common.json ? summaryToText(*summary) : summaryAsPlainText(*summary, *words)));
    } else if (const auto pages = writeFile(*summary, *form, *words, zone, options, common); !pages) {
        return printFault(pages.error());
    } else if (*pages > 0) {
        told["pages"] = *pages;
    }
    if (options.publishes) {
        const auto id = publishSummary(*desk->district, opened->actor, *summary, options.title);
        if (!id)
            return printFault(id.error());
        told["publication"] = id->value();
    }
    if (common.json && (!options.out.empty() || options.publishes))
        printJson(told);
    else if (!options.out.empty())
        printLine(options.out);
    if (options.publishes && !common.json)
        printLine("publication " + told["publication"].dump());
    return ExitDone;
}

} // namespace

void addSummaryVerb(CLI::App& app, Command& command) {
    const auto o = std::make_shared<SummaryOptions>();
    CLI::App* verb = addVerb(app, command, "summary", "Fill the numbers of a periodic summary into its text, and publish it", "gridwarden summary D.gpkg --from 2026-01-01 --to 2026-06-30 --out half-year.json");
    verb->add_option("district", o->path, "The district")->required();
    verb->add_option("--template", o->text, "A text file with slots, or the name of a text of the district or the program")->capture_default_str();
    verb->add_option("--from", o->from, "First day of the period")->required();
    verb->add_option("--to", o->to, "Last day of the period")->required();
    verb->add_option("--as-of", o->asOf, "The state by the steps up to this time");
    verb->add_option("--language", o->language, "Of names, definitions and changes in words")->check(CLI::IsMember({"zh", "en"}))->capture_default_str();
    verb->add_option("--out", o->out, "A .txt, .pdf or .odt file, a .json file that verify reads, or an .xlsx file with the list of numbers; without it to standard output");
    CLI::Option* publish = verb->add_flag("--publish", o->publishes, "Keep its numbers in the district as they are now; verify says later which still hold");
    verb->add_option("--title", o->title, "What it is published as; by default its first line")->needs(publish);
    addHeadingOptions(*verb, o->heading);
    verb->callback([o, &command] { command.run = [o, &command] { return writeSummaryVerb(*o, command.common); }; });
}

} // namespace gridwarden::app
