// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/summary_document.h"

namespace gridwarden::app {

using namespace core;

namespace {

QString utf8(const std::string& text) {
    return QString::fromStdString(text);
}

} // namespace

Json optionalNumber(const std::optional<double>& value) {
    return value ? Json(*value) : Json();
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
        text += words("summary_number", {words.count(++position), utf8(number.name), utf8(number.printed), numberBasis(number, words), numberRecords(number, words),
                                         shortDigest(number)})
                    .toStdString() +
                "\n";
        if (!number.definition.empty())
            text += indent + number.definition + "\n";
    }
    return text;
}

} // namespace gridwarden::app
