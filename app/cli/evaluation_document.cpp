// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/evaluation_document.h"

#include "app/cli/summary_document.h"
#include "core/summary/summary.h"

#include <algorithm>
#include <fmt/format.h>

namespace gridwarden::app {

using namespace core;

namespace {

constexpr std::string_view Undefined = "—";

std::string rankText(const std::optional<int>& rank) {
    return rank ? std::to_string(*rank) : std::string(Undefined);
}
Json rankJson(const std::optional<int>& rank) {
    return rank ? Json(*rank) : Json();
}

/// A rate in percent with two decimals, as bulletins print it.
std::string valueText(const SchemeItem& item, const std::optional<double>& value) {
    return value && std::holds_alternative<RateItem>(item.source) ? fmt::format("{:.2f}%", 100 * *value) : plainNumber(value);
}

std::string_view fateKey(ItemFate fate) {
    switch (fate) {
    case ItemFate::Counted:
        return "counted";
    case ItemFate::Spread:
        return "spread";
    case ItemFate::Full:
        return "full";
    case ItemFate::None:
        break;
    }
    return "none";
}

Json itemDocument(const EvaluatedItem& item, const SchemeItem& of) {
    Json document = {{"item", of.key},
                     {"name", of.name},
                     {"value", optionalNumber(item.value)},
                     {"score", optionalNumber(item.score)},
                     {"counts", fateKey(item.fate)},
                     {"weight", item.weight},
                     {"points", item.points}};
    if (std::holds_alternative<RateItem>(of.source)) {
        document["numerator"] = item.figure.numerator;
        document["denominator"] = item.figure.denominator;
        document["shrunk"] = optionalNumber(item.shrunk);
    }
    if (of.figure() != nullptr) {
        document["figure"] = *of.figure();
        document["records"] = recordCount(item.figure);
        return document;
    }
    document["marks"] = Json::array();
    for (const EvaluationMark& mark : item.marks)
        document["marks"].push_back({{"id", mark.id.value()},
                                     {"from", dayText(mark.period.from)},
                                     {"to", dayText(mark.period.to)},
                                     {"score", mark.score},
                                     {"evidence", mark.evidence}});
    return document;
}

std::string listText(bool isRed, bool isBlack) {
    return isRed ? "red" : isBlack ? "black" : "";
}

Json standingDocument(const std::optional<PublishedSubject>& subject) {
    if (!subject)
        return {};
    return {{"total", subject->total}, {"grade", subject->grade}, {"rank", rankJson(subject->rank)}, {"list", listText(subject->isRed, subject->isBlack)}};
}
Json numberDocument(const PublishedItem& item) {
    return {{"value", optionalNumber(item.value)},
            {"score", optionalNumber(item.score)},
            {"numerator", item.numerator},
            {"denominator", item.denominator},
            {"records", item.records}};
}
std::string standingText(const std::optional<PublishedSubject>& subject) {
    return subject ? fmt::format("{} / {:.2f} / {}", rankText(subject->rank), subject->total, subject->grade) : std::string(Undefined);
}

} // namespace

Json schemesDocument(const std::vector<ListedScheme>& schemes) {
    Json document = Json::array();
    for (const ListedScheme& each : schemes) {
        const EvaluationScheme& scheme = each.scheme;
        Json entry = {{"key", scheme.key},     {"name", scheme.name}, {"english", scheme.english}, {"subjects", subjectKindKey(scheme.subjects.kind)},
                      {"own", each.isOwn},     {"full", scheme.full}, {"note", scheme.note},       {"source", scheme.source},
                      {"items", Json::array()}};
        for (const SchemeItem& item : scheme.items)
            entry["items"].push_back(
                {{"key", item.key}, {"name", item.name}, {"weight", item.weight}, {"by_hand", item.figure() == nullptr}, {"note", item.note}});
        document.push_back(std::move(entry));
    }
    return document;
}

void printSchemes(const std::vector<ListedScheme>& schemes) {
    TextTable table({"key", "name", "english", "evaluates", "items", "by hand", "own"});
    for (const ListedScheme& each : schemes) {
        const EvaluationScheme& scheme = each.scheme;
        const auto byHand = std::count_if(scheme.items.begin(), scheme.items.end(), [](const SchemeItem& item) { return item.figure() == nullptr; });
        table.add({scheme.key, scheme.name, scheme.english, std::string(subjectKindKey(scheme.subjects.kind)), std::to_string(scheme.items.size()),
                   std::to_string(byHand), each.isOwn ? "yes" : ""});
    }
    table.print();
}

Json evaluationDocument(const Evaluation& evaluation, const EvaluationScheme& scheme, const TimeZone& zone) {
    Json document = {{"scheme", scheme.key},
                     {"name", scheme.name},
                     {"from", dayText(evaluation.period.from)},
                     {"to", dayText(evaluation.period.to)},
                     {"as_of", isoText(evaluation.asOf, zone)},
                     {"full", scheme.full},
                     {"cases_of_nobody", evaluation.casesOfNobody},
                     {"subjects", Json::array()}};
    for (const EvaluatedSubject& one : evaluation.subjects) {
        Json entry = {{"id", one.subject.id},
                      {"code", one.subject.code},
                      {"name", one.subject.name},
                      {"rank", rankJson(one.rank)},
                      {"total", one.definedPercent > 0 ? Json(one.total) : Json()},
                      {"defined_percent", one.definedPercent},
                      {"grade", one.grade},
                      {"list", listText(one.isRed, one.isBlack)},
                      {"not_ranked", one.whyNotRanked.key.empty() ? Json() : Json(sentence(one.whyNotRanked))},
                      {"adjusted_rank", rankJson(one.adjusted.rank)},
                      {"adjusted_total", one.adjusted.rank ? Json(one.adjusted.total) : Json()},
                      {"collector_reports", optionalNumber(one.collectorReports)},
                      {"reports_per_square_kilometre", optionalNumber(one.reportsPerSquareKilometre)},
                      {"groups", Json::object()},
                      {"items", Json::array()}};
        for (std::size_t i = 0; i < scheme.groups.size(); ++i)
            entry["groups"][scheme.groups[i].key] = one.groups[i];
        for (std::size_t i = 0; i < scheme.items.size(); ++i)
            entry["items"].push_back(itemDocument(one.items[i], scheme.items[i]));
        document["subjects"].push_back(std::move(entry));
    }
    return document;
}

void printEvaluation(const Evaluation& evaluation, const EvaluationScheme& scheme) {
    std::vector<std::string> headings = {"rank", "code", "name"};
    for (const SchemeItem& item : scheme.items)
        headings.push_back(item.key);
    for (const char* heading : {"total", "grade", "list", "adjusted", "reports", "per km²", "remark"})
        headings.emplace_back(heading);
    TextTable table(headings);
    for (const EvaluatedSubject& one : evaluation.subjects) {
        std::vector<std::string> cells = {rankText(one.rank), one.subject.code, one.subject.name};
        for (std::size_t i = 0; i < scheme.items.size(); ++i)
            cells.push_back(valueText(scheme.items[i], one.items[i].value));
        cells.push_back(one.definedPercent > 0 ? fmt::format("{:.2f}", one.total) : std::string(Undefined));
        cells.push_back(one.grade);
        cells.push_back(listText(one.isRed, one.isBlack));
        cells.push_back(rankText(one.adjusted.rank));
        cells.push_back(plainNumber(one.collectorReports));
        cells.push_back(one.reportsPerSquareKilometre ? fmt::format("{:.2f}", *one.reportsPerSquareKilometre) : std::string(Undefined));
        cells.push_back(one.whyNotRanked.key.empty() ? "" : sentence(one.whyNotRanked));
        table.add(std::move(cells));
    }
    table.print();
}

Json comparisonDocument(const EvaluationComparison& comparison) {
    Json document = {{"holds", comparison.holds()}, {"subjects", Json::array()}, {"items", Json::array()}};
    for (const SubjectDifference& each : comparison.subjects)
        document["subjects"].push_back(
            {{"code", each.code}, {"name", each.name}, {"published", standingDocument(each.published)}, {"now", standingDocument(each.now)}});
    for (const ItemDifference& each : comparison.items)
        document["items"].push_back(
            {{"code", each.code}, {"name", each.name}, {"item", each.item}, {"published", numberDocument(each.published)}, {"now", numberDocument(each.now)}});
    return document;
}

void printComparison(const std::string& title, const EvaluationComparison& comparison) {
    printLine(title + ": " + (comparison.holds() ? "as published" : "otherwise than published"));
    if (comparison.holds())
        return;
    TextTable table({"code", "name", "what", "published", "now", "records published", "records now"});
    for (const SubjectDifference& each : comparison.subjects)
        table.add({each.code, each.name, "rank / total / grade", standingText(each.published), standingText(each.now), "", ""});
    for (const ItemDifference& each : comparison.items)
        table.add({each.code, each.name, each.item, plainNumber(each.published.value), plainNumber(each.now.value), std::to_string(each.published.records),
                   std::to_string(each.now.records)});
    table.print();
}

} // namespace gridwarden::app
