// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/summary_document.h"

#include <fmt/format.h>

namespace gridwarden::app {

using namespace core;

namespace {

constexpr std::size_t ShownDigest = 16;

QString utf8(const std::string& text) {
    return QString::fromStdString(text);
}

/// What the number was worked out from.
QString basisOf(const SummaryNumber& number, const ReportText& words) {
    if (number.isWithheld)
        return words("summary_withheld");
    const QString value = utf8(plainNumber(number.value)), base = utf8(plainNumber(number.base));
    switch (number.shows) {
    case SlotShows::YearOnYear:
        return words("summary_last_year", {value, base});
    case SlotShows::PeriodOnPeriod:
        return words("summary_before", {value, base});
    case SlotShows::PerMonth:
    case SlotShows::Value:
        break;
    }
    return value;
}

} // namespace

Json optionalNumber(const std::optional<double>& value) {
    return value ? Json(*value) : Json();
}

std::string plainNumber(const std::optional<double>& value) {
    return value ? fmt::format("{:.10g}", *value) : "—";
}

std::string summaryAsPlainText(const Summary& summary, const ReportText& words) {
    const std::string indent = words("summary_indent").toStdString();
    std::string text;
    for (const SummaryParagraph& paragraph : summary.paragraphs)
        text += (paragraph.style == ParagraphStyle::Body ? indent : "") + paragraph.text() + "\n\n";
    text += words("summary_numbers").toStdString() + "\n\n" +
            words("summary_basis", {utf8(dayText(summary.period.from)), utf8(dayText(summary.period.to)), words.time(summary.asOf)}).toStdString() + "\n\n";
    int position = 0;
    for (const SummaryNumber& number : summary.numbers) {
        text += words("summary_number", {words.count(++position), utf8(number.name), utf8(number.printed), basisOf(number, words), words.count(number.records),
                                         utf8(number.digest.substr(0, ShownDigest))})
                    .toStdString() +
                "\n";
        if (!number.definition.empty())
            text += indent + number.definition + "\n";
    }
    return text;
}

} // namespace gridwarden::app
