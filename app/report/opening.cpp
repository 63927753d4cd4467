// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/report/opening.h"

#include "app/report/key_figures.h"
#include "app/report/page_layout.h"
#include "app/report/text_block.h"

#include <cmath>

namespace gridwarden::app {

namespace {

constexpr double ColumnGap = millimetres(4);

Piece mapAndNumbers(const std::array<KeyFigure, 3>& figures, std::shared_ptr<const AreaMap> map, const QString& noMap) {
    const QSizeF size = mapSize();
    DocumentBlocks content = {keyFigureTable(figures),
                              map ? DocumentBlock(pictureOf(map, size)) : DocumentBlock(documentParagraph(noMap))};
    return {.height = size.height() + points(4),
            .paint =
                [figures, map, noMap, size](QPainter& painter, QPointF corner) {
                    if (map)
                        map->paint(painter, corner);
                    else
                        paintLines(painter, corner + QPointF(0, size.height() / 2), size.width(), {noMap},
                                   TextStyle::Body, ink::Faint, Qt::AlignHCenter);
                    const double left = size.width() + ColumnGap;
                    const double height = (size.height() - 2 * ColumnGap / 2) / 3;
                    for (std::size_t i = 0; i < figures.size(); ++i)
                        paintKeyFigure(painter,
                                       corner + QPointF(left, static_cast<double>(i) * (height + ColumnGap / 2)),
                                       {sheet::TypeWidth - left, height}, figures[i]);
                },
            .content = std::make_shared<const DocumentBlocks>(std::move(content))};
}

QSizeF inMillimetres(QSizeF units) {
    constexpr double Inch = 25.4;
    return units * (Inch / UnitsPerInch);
}

Piece legendPiece(const AreaMap& map, core::Language language) {
    const double row = lineHeight(TextStyle::Fine) + points(1);
    const int columns = language == core::Language::Chinese ? 6 : 4; // English words are longer
    const double column = sheet::TypeWidth / columns;
    const auto rows = std::ceil(static_cast<double>(map.legend().size()) / columns);
    return {.height = rows * row,
            .paint = [entries = map.legend(), background = map.background(), language, columns, row,
                      column](QPainter& painter, QPointF corner) {
                int index = 0;
                for (const gis::LegendEntry& entry : entries) {
                    const QPointF place = corner + QPointF(index % columns * column, index / columns * row);
                    ++index;
                    constexpr double SampleScale = 5; // the map's pixel in report units
                    painter.save();
                    painter.translate(place);
                    painter.scale(SampleScale, SampleScale);
                    const QRectF sample(0, 1, points(17) / SampleScale, row / SampleScale - 2);
                    painter.setClipRect(sample.adjusted(-1, -1, 1, 1));
                    if (entry.kind == gis::LegendEntry::Kind::Shape)
                        painter.fillRect(sample, background); // white roads can be seen on the map's ground only
                    gis::paintLegendSample(painter, sample, entry);
                    painter.restore();
                    const QString caption =
                        wrapped(utf8(entry.caption.text(language)), TextStyle::Fine, column - points(20)).front();
                    paintLines(painter, place + QPointF(points(19), 0), column, {caption}, TextStyle::Fine, ink::Text);
                }
            }};
}

} // namespace

DocumentPicture pictureOf(std::shared_ptr<const AreaMap> map, QSizeF size) {
    return {{}, inMillimetres(size), [map = std::move(map)](QPainter& painter, QSizeF) {
                map->paint(painter, {0, 0});
            }};
}

Piece legendOf(const AreaMap& map, core::Language language) {
    Piece piece = legendPiece(map, language);
    const DocumentPicture picture{
        {}, inMillimetres({sheet::TypeWidth, piece.height}), [paint = piece.paint](QPainter& painter, QSizeF) {
            paint(painter, {0, 0});
        }};
    piece.content = std::make_shared<const DocumentBlocks>(DocumentBlocks{picture});
    return piece;
}

QString mapNote(const AreaMap& map, const ReportText& text) {
    QString note;
    const auto numbered = static_cast<std::int64_t>(map.numbered());
    const auto unnumbered = static_cast<std::int64_t>(map.unnumbered());
    const auto nowhere = static_cast<std::int64_t>(map.withoutPlace());
    if (numbered + unnumbered == 0)
        note = text("map_no_places");
    else if (unnumbered == 0)
        note = text("map_all_numbered", {text.count(numbered)});
    else
        note = text(map.numbersOnlyOpen() ? "map_open_numbered" : "map_some_numbered",
                    {text.count(numbered), text.count(unnumbered)});
    if (nowhere > 0)
        note += (text.language() == core::Language::English ? QStringLiteral(" ") : QString()) +
                text("map_without_place", {text.count(nowhere)});
    return note;
}

QSizeF mapSize() {
    return {millimetres(104), millimetres(98)};
}

Flow titleBlock(const QString& title, const QString& subtitle, const QString& origin) {
    const QStringList titleLines = wrapped(title, TextStyle::Title, sheet::TypeWidth);
    const QStringList subtitleLines = wrapped(subtitle, TextStyle::Subtitle, sheet::TypeWidth);
    const QStringList originLines = wrapped(origin, TextStyle::Small, sheet::TypeWidth);
    const double titleHeight = static_cast<double>(titleLines.size()) * lineHeight(TextStyle::Title);
    const double ruleTop =
        titleHeight + static_cast<double>(subtitleLines.size()) * lineHeight(TextStyle::Subtitle) + points(5);
    const double height =
        ruleTop + points(4) + static_cast<double>(originLines.size()) * lineHeight(TextStyle::Small) + points(4);
    Flow flow = {
        {.height = height, .paint = [=](QPainter& painter, QPointF corner) {
             paintLines(painter, corner, sheet::TypeWidth, titleLines, TextStyle::Title, ink::Text, Qt::AlignHCenter);
             paintLines(painter, corner + QPointF(0, titleHeight), sheet::TypeWidth, subtitleLines, TextStyle::Subtitle,
                        ink::Text, Qt::AlignHCenter);
             painter.fillRect(QRectF(corner + QPointF(0, ruleTop), QSizeF(sheet::TypeWidth, points(1.2))), ink::Accent);
             paintLines(painter, corner + QPointF(0, ruleTop + points(4)), sheet::TypeWidth, originLines,
                        TextStyle::Small, ink::Faint);
         }}};
    setContent(flow,
               {DocumentHeading{1, title}, documentParagraph(subtitle), documentParagraph(origin, /*isNote=*/true)});
    return flow;
}

QString originOf(const ReportScope& scope) {
    const ReportText& text = scope.text;
    const QString printed = scope.printedBy.isEmpty()
                                ? text("printed", {text.time(scope.printedAt)})
                                : text("printed_by", {text.time(scope.printedAt), scope.printedBy});
    return text("as_of", {text.time(scope.asOf())}) + text("separator") + printed;
}

QString leadSentence(const ReportScope& scope, const core::Indicators& now, const QString& who) {
    const ReportText& text = scope.text;
    const auto value = [&](std::string_view key) { return text.count(now.figure(key).value()); };
    return text("lead",
                {text.period(scope.period), who, value("reported"), value("filed"), value("due_to_close"),
                 value("closed"), text.percent(now.rate("closing")), value("closed_in_time"),
                 text.percent(now.rate("closing_in_time")), text.time(scope.asOf()), value("open"), value("overdue")});
}

Flow areaOpening(const ReportScope& scope, const AreaReport& report, std::shared_ptr<const AreaMap> map) {
    const ReportText& text = scope.text;
    const core::Area& area = *report.area;
    const QString district = utf8(scope.district.name());
    const QString kind = text.word("area_kinds", core::areaKindKey(area.kind));
    const QString title = text("title", {district, kind, utf8(area.code)});
    const QString period = text.period(scope.period);
    const QString subtitle = area.name.empty() ? text("subtitle_unnamed", {district, period})
                                               : text("subtitle", {district, utf8(area.name), period});
    QStringList above;
    for (const core::Area* each : report.above)
        above += text.word("area_kinds", core::areaKindKey(each->kind)) + QLatin1Char(' ') +
                 utf8(each->name.empty() ? each->code : each->name);
    QString origin = originOf(scope);
    if (!above.isEmpty())
        origin = text("belongs_to", {above.join(text("list_separator"))}) + QLatin1Char('\n') + origin;

    Flow flow = titleBlock(title, subtitle, origin);
    flow.front().startsPage = true;
    flow.front().keepsWithNext = true;
    flow.push_back(mapAndNumbers(keyFigures(report.now, report.before, text), map, text("map_no_shape")));
    if (map) {
        flow.back().keepsWithNext = true;
        flow.push_back(legendOf(*map, text.language()));
        append(flow, paragraph(mapNote(*map, text), TextStyle::Small, ink::Faint));
    }
    append(flow, paragraph(leadSentence(scope, report.now, labelOf(area, text))));
    return flow;
}

} // namespace gridwarden::app
