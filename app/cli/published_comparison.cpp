// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/published_comparison.h"

#include "app/cli/evaluation_document.h"
#include "app/cli/interrupt.h"
#include "app/cli/summary_document.h"
#include "core/base/text.h"

namespace gridwarden::app {

using namespace core;

namespace {

bool goesOnNow() {
    return goesOn(0);
}

} // namespace

int printEvaluationAgain(District& district, const Publication& publication, bool isJson) {
    const auto published = evaluationFromText(publication.content);
    if (!published)
        return printFault(published.error());
    const Interrupt interrupt;
    const auto then = comparedAgain(district, *published, published->asOf, goesOnNow);
    if (!then)
        return printFault(then.error());
    const auto present = comparedAgain(district, *published, std::nullopt, goesOnNow);
    if (!present)
        return printFault(present.error());
    const std::string asOf = isoText(published->asOf, district.timeZone());
    if (isJson) {
        printJson({{"id", publication.id.value()},
                   {"title", publication.title},
                   {"at", isoText(publication.at, district.timeZone())},
                   {"from", dayText(published->period.from)},
                   {"to", dayText(published->period.to)},
                   {"as_of", asOf},
                   {"holds", then->holds()},
                   {"then", comparisonDocument(*then)},
                   {"now", comparisonDocument(*present)}});
    } else {
        printComparison("as of " + asOf, *then);
        printComparison("as of now", *present);
    }
    return then->holds() ? ExitDone : ExitFault;
}

int printSummaryAgain(District& district, const Summary& summary, bool isJson) {
    const Interrupt interrupt;
    const auto checks = checkedAgain(district, summary, goesOnNow);
    if (!checks)
        return printFault(checks.error());
    Json document = {
        {"as_of", isoText(summary.asOf, district.timeZone())}, {"holds", true}, {"numbers", Json::array()}};
    TextTable table({"number", "printed", "holds", "published", "now", "records published", "records now"});
    for (std::size_t i = 0; i < checks->size(); ++i) {
        const SummaryNumber& number = summary.numbers[i];
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
        table.add({number.name, number.printed,
                   !check.isKnown ? "unknown figure"
                   : check.holds  ? "yes"
                                  : "NO",
                   plainNumber(number.value), plainNumber(check.value), std::to_string(number.records),
                   std::to_string(check.records)});
    }
    if (isJson)
        printJson(document);
    else
        table.print();
    return document["holds"].get<bool>() ? ExitDone : ExitFault;
}

int printPublicationsAgain(District& district, bool isJson) {
    const auto all = publications(district.connection());
    if (!all)
        return printFault(all.error());
    const Interrupt interrupt;
    Json document = {{"holds", true}, {"publications", Json::array()}};
    TextTable table({"id", "at", "kind", "title", "from", "to", "holds"});
    for (const Publication& each : *all) {
        const auto publication = loadPublication(district.connection(), each.id);
        const auto holds = publication ? publicationHolds(district, *publication, goesOnNow) : fail(publication);
        if (!holds && holds.error().code == ErrorCode::Cancelled)
            return printFault(holds.error());
        if (!holds)
            printNote(each.title + ": " + sentence(holds.error().what));
        if (!holds.value_or(false))
            document["holds"] = false;
        const std::string at = isoText(each.at, district.timeZone()), from = dayText(each.period.from),
                          to = dayText(each.period.to);
        document["publications"].push_back({{"id", each.id.value()},
                                            {"at", at},
                                            {"kind", each.kind},
                                            {"title", each.title},
                                            {"from", from},
                                            {"to", to},
                                            {"holds", holds ? Json(*holds) : Json()}});
        table.add({std::to_string(each.id.value()), at, each.kind, each.title, from, to,
                   !holds   ? "UNREADABLE"
                   : *holds ? "yes"
                            : "NO"});
    }
    if (isJson)
        printJson(document);
    else
        table.print();
    return document["holds"].get<bool>() ? ExitDone : ExitFault;
}

} // namespace gridwarden::app
