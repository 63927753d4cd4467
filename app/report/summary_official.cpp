// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/report/summary_official.h"

#include "app/report/official_words.h"

#include <fmt/format.h>

namespace gridwarden::app {

using namespace core;

namespace {

constexpr std::size_t ShownDigest = 16;

QString utf8(const std::string& text) {
    return QString::fromStdString(text);
}

QString daysOf(Period period) {
    return utf8(dayText(period.from)) + QLatin1Char('\n') + utf8(dayText(period.to));
}

/// With the period that the value is compared with.
QString periodOf(const SummaryNumber& number, Period period, const ReportText& words) {
    switch (number.shows) {
    case SlotShows::YearOnYear:
        return daysOf(period) + QLatin1Char('\n') + words("summary_against") + QLatin1Char('\n') + daysOf(sameLastYear(period));
    case SlotShows::PeriodOnPeriod:
        return daysOf(period) + QLatin1Char('\n') + words("summary_against") + QLatin1Char('\n') + daysOf(previousPeriod(period));
    case SlotShows::PerMonth:
    case SlotShows::Value:
        break;
    }
    return daysOf(period);
}

DocumentAnnex numbersAnnex(const Summary& summary, const ReportText& words) {
    DocumentTable table;
    table.isDense = true;
    const bool isChinese = words.language() == Language::Chinese; // words of other languages are longer
    table.columns = {{words("summary_column_position"), 9.0, Qt::AlignHCenter},
                     {words("summary_column_name"), isChinese ? 45.0 : 35.0},
                     {words("summary_column_period"), isChinese ? 20.0 : 25.0, Qt::AlignHCenter},
                     {words("summary_column_printed"), 24.0},
                     {words("summary_column_value"), isChinese ? 26.0 : 24.0, Qt::AlignRight},
                     {words("summary_column_records"), isChinese ? 14.0 : 17.0, Qt::AlignRight},
                     {words("summary_column_digest"), isChinese ? 18.0 : 22.0, Qt::AlignHCenter}};
    int position = 0;
    for (const SummaryNumber& number : summary.numbers) {
        QString name = utf8(number.name);
        if (!number.definition.empty())
            name += QLatin1Char('\n') + utf8(number.definition);
        QString digest = shortDigest(number);
        digest.insert(digest.size() / 2, QLatin1Char('\n'));
        table.rows.push_back({words.count(++position), name, periodOf(number, summary.period, words), utf8(number.printed), numberBasis(number, words), numberRecords(number, words), digest});
    }
    table.note = words("summary_numbers_note");
    const QString basis = words("summary_basis", {utf8(dayText(summary.period.from)), utf8(dayText(summary.period.to)), words.time(summary.asOf)});
    return {words("summary_annex"), {documentParagraph(basis + words("summary_basis_end")), std::move(table)}};
}

} // namespace

std::string plainNumber(const std::optional<double>& value) {
    return value ? fmt::format("{:.10g}", *value) : "—";
}

QString numberBasis(const SummaryNumber& number, const ReportText& words) {
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

QString numberRecords(const SummaryNumber& number, const ReportText& words) {
    return number.isWithheld ? words.word("summary", "withheld") : words.count(number.records);
}

QString shortDigest(const SummaryNumber& number) {
    return utf8(number.digest.substr(0, ShownDigest));
}

OfficialDocument summaryDocument(const Summary& summary, const ReportText& words, const TimeZone& zone, const OfficialHeading& heading) {
    OfficialDocument document;
    document.language = words.language();
    for (const SummaryParagraph& paragraph : summary.paragraphs)
        switch (paragraph.style) {
        case ParagraphStyle::Title:
            if (document.title.isEmpty())
                document.title = utf8(paragraph.text());
            else
                document.subtitle += (document.subtitle.isEmpty() ? QString() : QStringLiteral("\n")) + utf8(paragraph.text());
            break;
        case ParagraphStyle::Heading1:
        case ParagraphStyle::Heading2:
            document.body.push_back(DocumentHeading{paragraph.style == ParagraphStyle::Heading1 ? 1 : 2, utf8(paragraph.text())});
            break;
        case ParagraphStyle::Body: {
            DocumentParagraph written;
            for (const SummaryRun& run : paragraph.runs)
                written.runs.push_back({utf8(run.text), run.number});
            document.body.push_back(std::move(written));
            break;
        }
        }
    if (document.title.isEmpty())
        document.title = words("summary_untitled", {utf8(summary.district), words.period(summary.period)});
    giveHeading(document, heading, words.day(zone.day(summary.asOf)));
    if (!summary.numbers.empty())
        document.annexes.push_back(numbersAnnex(summary, words));
    return document;
}

} // namespace gridwarden::app
