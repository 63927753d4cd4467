// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/report/text_style.h"

#include "app/report/page_layout.h"

#include <QFontDatabase>
#include <QFontMetricsF>
#include <QTextLayout>
#include <array>

namespace gridwarden::app {

namespace {

struct Type {
    double size;    // points
    double leading; // times the size
    bool isBold;
};

Type typeOf(TextStyle style) {
    switch (style) {
    case TextStyle::Title:
        return {22, 1.5, true};
    case TextStyle::Heading:
        return {16, 1.5, true};
    case TextStyle::Subheading:
        return {14, 1.5, false};
    case TextStyle::Subtitle:
        return {12, 1.5, false};
    case TextStyle::Body:
        return {12, 1.75, false};
    case TextStyle::Cell:
        return {10.5, 1.4, false};
    case TextStyle::CellHead:
        return {10.5, 1.4, true};
    case TextStyle::Small:
        return {9, 1.4, false};
    case TextStyle::SmallHead:
        return {9, 1.4, true};
    case TextStyle::Fine:
        return {7.5, 1.4, false};
    case TextStyle::FineHead:
        return {7.5, 1.4, true};
    case TextStyle::KeyFigure:
        return {26, 1.2, true};
    case TextStyle::PageNumber:
        return {14, 1.2, false};
    }
    return {12, 1.5, false};
}

} // namespace

QString reportFontFamily() { return QStringLiteral("WenQuanYi Micro Hei"); }

core::Result<void> requireReportFont() {
    // Under a Chinese locale the list of families holds the face's Chinese name alone; its other names are known once there is a list.
    if (QFontDatabase::families().contains(reportFontFamily()) || QFontDatabase::hasFamily(reportFontFamily()))
        return {};
    return core::fail(core::ErrorCode::NotFound, {"report-font-missing", {reportFontFamily().toStdString()}});
}

QFont fontOf(TextStyle style) {
    const Type type = typeOf(style);
    QFont font(reportFontFamily());
    font.setPixelSize(static_cast<int>(points(type.size)));
    font.setBold(type.isBold);
    font.setHintingPreference(QFont::PreferNoHinting);
    font.setKerning(false);
    return font;
}

double lineHeight(TextStyle style) {
    const Type type = typeOf(style);
    return points(type.size * type.leading);
}

double baselineIn(TextStyle style) {
    // An ideograph of this face reaches from 0.12 of its size below the baseline to 0.86 above it.
    const Type type = typeOf(style);
    return (lineHeight(style) - points(type.size)) / 2 + points(type.size) * 0.87;
}

double textWidth(const QString& text, TextStyle style) { return QFontMetricsF(fontOf(style)).horizontalAdvance(text); }

QStringList wrapped(const QString& text, TextStyle style, double width, double firstLineIndent) {
    QStringList lines;
    const QFont font = fontOf(style);
    const QFontMetricsF metrics(font);
    for (const QString& paragraph : text.split(QLatin1Char('\n'))) {
        if (firstLineIndent == 0 && metrics.horizontalAdvance(paragraph) <= width) {
            lines += paragraph;
            continue;
        }
        QTextLayout layout(paragraph, font);
        QTextOption option;
        option.setWrapMode(QTextOption::WrapAtWordBoundaryOrAnywhere);
        layout.setTextOption(option);
        layout.beginLayout();
        double indent = firstLineIndent;
        for (QTextLine line = layout.createLine(); line.isValid(); line = layout.createLine()) {
            line.setLineWidth(width - indent);
            indent = 0;
            lines += paragraph.mid(line.textStart(), line.textLength()).trimmed();
        }
        layout.endLayout();
        if (paragraph.isEmpty())
            lines += QString();
    }
    return lines;
}

} // namespace gridwarden::app
