// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/arguments.h"
#include "app/cli/desk_papers.h"

#include "app/cli/case_dispatch.h"
#include "app/cli/desk.h"
#include "app/cli/interrupt.h"
#include "app/cli/output.h"
#include "app/report/day_book_report.h"
#include "app/report/paper_document.h"
#include "app/report/work_list.h"

#include <memory>

namespace gridwarden::app {

using namespace core;

namespace {

struct PaperArguments {
    std::string path, to, day, out;
    std::string language = "zh";
    int shift = 1;
};

PaperOptions optionsOf(const PaperArguments& arguments, const CommonOptions& common) {
    return {paperLanguage(arguments.language), common.actor};
}

int write(const PaperArguments& arguments, const CommonOptions& common, const QString& title,
          const std::shared_ptr<const Chapter>& chapter, Json document) {
    const auto written =
        writePaperAs(arguments.out, common.force, title, {chapter}, optionsOf(arguments, common).language);
    if (!written)
        return printFault(written.error());
    document["file"] = arguments.out;
    if (written->pages > 0)
        document["pages"] = written->pages;
    common.json ? printJson(document) : printLine(arguments.out);
    return ExitDone;
}

int writeWorkList(const PaperArguments& arguments, const CommonOptions& common) {
    const auto district = openDistrict(arguments.path, OpenMode::ReadOnly);
    if (!district)
        return printFault(district.error());
    StepDetail receiver;
    if (auto found = addReceiver(**district, arguments.to, receiver); !found)
        return printFault(found.error());
    const auto list = makeWorkList(**district, {receiver.organisation, receiver.person}, optionsOf(arguments, common));
    if (!list)
        return printFault(list.error());
    for (const Message& note : list->notes)
        printNote(sentence(note));
    return write(arguments, common, list->title, list->chapter, {{"cases", list->cases}});
}

int writeDayBook(const PaperArguments& arguments, const CommonOptions& common) {
    const auto district = openDistrict(arguments.path, OpenMode::ReadOnly);
    if (!district)
        return printFault(district.error());
    const auto day = parseDay(arguments.day);
    if (!day)
        return printFault(day.error());
    const ShiftOfDay shift{*day, static_cast<std::size_t>(std::max(1, arguments.shift)) - 1};
    const Interrupt interrupt;
    const auto pages = makeDayBook(**district, {shift, {}}, optionsOf(arguments, common), [] { return goesOn(0); });
    if (!pages)
        return printFault(pages.error());
    const DayBook& book = pages->read.book;
    Json document = {{"from", isoText(book.shift.from, (*district)->timeZone())},
                     {"to", isoText(book.shift.to, (*district)->timeZone())}};
    for (const Figure& figure : book.figures)
        document["figures"][figure.key] = figure.value();
    return write(arguments, common, pages->title, pages->chapter, std::move(document));
}

void addCommon(CLI::App& verb, PaperArguments& arguments) {
    verb.add_option("--out", arguments.out, "FILE.pdf, FILE.odt, or FILE.xlsx with the tables alone")->required();
    verb.add_option("--language", arguments.language, "Language of the paper")
        ->check(CLI::IsMember({"zh", "en"}))
        ->capture_default_str();
}

} // namespace

void addDeskPaperVerbs(CLI::App& group, Command& command) {
    {
        const auto o = std::make_shared<PaperArguments>();
        CLI::App* verb = addVerb(group, command, "worklist", "What a person or an organisation has in hand, with a map",
                                 "gridwarden report worklist D.gpkg --to 浦西中队 --out worklist.pdf");
        verb->add_option("district", o->path, "The district")->required();
        verb->add_option("--to", o->to, "Person or organisation, by name or code")->required();
        addCommon(*verb, *o);
        verb->callback([o, &command] { command.run = [o, &command] { return writeWorkList(*o, command.common); }; });
    }
    {
        const auto o = std::make_shared<PaperArguments>();
        CLI::App* verb = addVerb(group, command, "daybook", "The day book of a shift",
                                 "gridwarden report daybook D.gpkg --day 2026-11-20 --out daybook.pdf");
        verb->add_option("district", o->path, "The district")->required();
        verb->add_option("--day", o->day, "The day on which the shift begins")->required();
        verb->add_option("--shift", o->shift, "Which shift of the day, from 1 on")
            ->capture_default_str()
            ->check(CLI::PositiveNumber);
        addCommon(*verb, *o);
        verb->callback([o, &command] { command.run = [o, &command] { return writeDayBook(*o, command.common); }; });
    }
}

} // namespace gridwarden::app
