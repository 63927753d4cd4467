// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/figure_desk.h"
#include "app/cli/interrupt.h"
#include "app/cli/official_options.h"
#include "app/cli/output.h"
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
    std::string path, text = "summary", from, to, asOf, out, language = "zh";
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

int writeSummaryVerb(const SummaryOptions& options, const CommonOptions& common) {
    const auto form = formOf(options, common);
    if (!form)
        return printFault({ErrorCode::BadInput, {"summary-ending-unknown", {options.out}}, options.out, {}}), ExitUsage;
    const auto period = periodOf(options.from, options.to);
    if (!period)
        return printFault(period.error()), ExitUsage;
    const auto desk = openFigures(options.path, options.asOf);
    if (!desk)
        return printFault(desk.error());
    const auto text = templateOf(*desk->district, options.text);
    if (!text)
        return printFault(text.error());
    const TimeZone& zone = desk->district->timeZone();
    const auto words = ReportText::load(options.language == "en" ? Language::English : Language::Chinese, zone);
    if (!words)
        return printFault(words.error());
    const SummaryWords inText = summaryWords(*words, desk->district->name(), *period, zone.day(desk->source.input.cases.asOf));
    const Interrupt interrupt;
    const auto summary = writeSummary(desk->source.input, desk->definitions, *text, *period, inText, [] { return goesOn(0); });
    if (!summary)
        return printFault(summary.error());
    Json told = {{"file", options.out}, {"numbers", summary->numbers.size()}};
    if (*form == SummaryForm::Document) {
        const auto written = writeOfficial(options.out, common.force, summaryDocument(*summary, *words, zone, headingOf(options.heading)));
        if (!written)
            return printFault(written.error());
        for (const Message& note : written->notes)
            printNote(sentence(note));
        if (written->pages > 0)
            told["pages"] = written->pages;
    } else {
        const std::string content = *form == SummaryForm::Json ? summaryToText(*summary) : summaryAsPlainText(*summary, *words);
        if (options.out.empty()) {
            printLine(content.substr(0, content.find_last_not_of('\n') + 1));
            return ExitDone;
        }
        if (const auto done = writeDurably(options.out, content, common.force); !done)
            return printFault(done.error());
    }
    if (common.json)
        printJson(told);
    else
        printLine(options.out);
    return ExitDone;
}

struct VerifyOptions {
    std::string path, summary;
};

int verifySummary(const VerifyOptions& options, const CommonOptions& common) {
    const auto text = readFile(options.summary);
    if (!text)
        return printFault(text.error());
    const auto published = summaryFromText(*text);
    if (!published)
        return printFault(published.error());
    const auto desk = openFigures(options.path, isoUtc(published->asOf));
    if (!desk)
        return printFault(desk.error());
    const Interrupt interrupt;
    const auto checks = checkSummary(desk->source.input, desk->definitions, *published, [] { return goesOn(0); });
    if (!checks)
        return printFault(checks.error());
    Json document = {{"as_of", isoText(published->asOf, desk->district->timeZone())}, {"holds", true}, {"numbers", Json::array()}};
    TextTable table({"number", "printed", "holds", "published", "now", "records published", "records now"});
    for (std::size_t i = 0; i < checks->size(); ++i) {
        const SummaryNumber& number = published->numbers[i];
        const NumberCheck& check = (*checks)[i];
        if (!check.holds)
            document["holds"] = false;
        document["numbers"].push_back({{"name", number.name},
                                       {"printed", number.printed},
                                       {"known", check.isKnown},
                                       {"holds", check.holds},
                                       {"published", optionalNumber(number.value)},
                                       {"now", optionalNumber(check.value)},
                                       {"records_published", number.records},
                                       {"records_now", check.records}});
        table.add({number.name, number.printed, !check.isKnown ? "unknown figure" : check.holds ? "yes" : "NO", plainNumber(number.value), plainNumber(check.value),
                   std::to_string(number.records), std::to_string(check.records)});
    }
    if (common.json)
        printJson(document);
    else
        table.print();
    return document["holds"].get<bool>() ? ExitDone : ExitFault;
}

} // namespace

void addSummaryVerbs(CLI::App& app, Command& command) {
    {
        const auto o = std::make_shared<SummaryOptions>();
        CLI::App* verb = addVerb(app, command, "summary", "Fill the numbers of a periodic summary into its text", "gridwarden summary D.gpkg --from 2026-01-01 --to 2026-06-30 --out half-year.json");
        verb->add_option("district", o->path, "The district")->required();
        verb->add_option("--template", o->text, "A text file with slots, or the name of a text of the district or the program")->capture_default_str();
        verb->add_option("--from", o->from, "First day of the period")->required();
        verb->add_option("--to", o->to, "Last day of the period")->required();
        verb->add_option("--as-of", o->asOf, "The state by the steps up to this time");
        verb->add_option("--language", o->language, "Of names, definitions and changes in words")->check(CLI::IsMember({"zh", "en"}))->capture_default_str();
        verb->add_option("--out", o->out, "A .txt, .pdf or .odt file, a .json file that verify reads, or an .xlsx file with the list of numbers; without it to standard output");
        addHeadingOptions(*verb, o->heading);
        verb->callback([o, &command] { command.run = [o, &command] { return writeSummaryVerb(*o, command.common); }; });
    }
    {
        const auto o = std::make_shared<VerifyOptions>();
        CLI::App* verb = addVerb(app, command, "verify", "Work out the numbers of a published summary again and say which still hold", "gridwarden verify D.gpkg half-year.json");
        verb->add_option("district", o->path, "The district")->required();
        verb->add_option("summary", o->summary, "The summary as a .json file")->required();
        verb->callback([o, &command] { command.run = [o, &command] { return verifySummary(*o, command.common); }; });
    }
}

} // namespace gridwarden::app
