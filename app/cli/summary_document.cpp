// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/summary_document.h"

#include <fmt/format.h>

namespace gridwarden::app {

using namespace core;

namespace {

constexpr std::size_t ShownDigest = 16;
constexpr const char* Indent = "　　";

std::string basis(const SummaryNumber& number) {
    switch (number.shows) {
    case SlotShows::YearOnYear:
        return "；上年同期 " + plainNumber(number.base);
    case SlotShows::PeriodOnPeriod:
        return "；上期 " + plainNumber(number.base);
    case SlotShows::PerMonth:
    case SlotShows::Value:
        break;
    }
    return {};
}

} // namespace

Json optionalNumber(const std::optional<double>& value) {
    return value ? Json(*value) : Json();
}

std::string plainNumber(const std::optional<double>& value) {
    return value ? fmt::format("{:.10g}", *value) : "—";
}

std::string summaryAsPlainText(const Summary& summary, const TimeZone& zone) {
    std::string text;
    for (const SummaryParagraph& paragraph : summary.paragraphs)
        text += (paragraph.style == ParagraphStyle::Body ? Indent : "") + paragraph.text() + "\n\n";
    text += fmt::format("附：数据清单\n\n统计期间 {} 至 {}，数据截至 {}\n\n", dayText(summary.period.from), dayText(summary.period.to), localText(summary.asOf, zone));
    for (std::size_t i = 0; i < summary.numbers.size(); ++i) {
        const SummaryNumber& number = summary.numbers[i];
        text += fmt::format("{}. {}：{}（{}{}；{} 条记录，{}）\n", i + 1, number.name, number.printed, number.isWithheld ? "不公开" : plainNumber(number.value),
                            number.isWithheld ? "" : basis(number), number.records, number.digest.substr(0, ShownDigest));
        if (!number.definition.empty())
            text += std::string(Indent) + number.definition + "\n";
    }
    return text;
}

} // namespace gridwarden::app
