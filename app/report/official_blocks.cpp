// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/report/official_blocks.h"

#include "app/report/official_table.h"
#include "app/report/page_layout.h"

#include <QFontMetricsF>
#include <algorithm>

namespace gridwarden::app {

namespace {

constexpr double AroundTables = points(10);

OfficialStyle headingStyle(int level) {
    return level == 1 ? OfficialStyle::Heading1 : level == 2 ? OfficialStyle::Heading2 : OfficialStyle::Body;
}

class BlockSetting {
public:
    BlockSetting(core::Language language, Flow& flow) : m_language(language), m_flow(flow) {}

    void operator()(const DocumentHeading& heading) {
        const OfficialStyle style = headingStyle(heading.level);
        Flow lines = textLines(heading.text, style, false);
        for (Piece& line : lines)
            line.keepsWithNext = true;
        if (heading.level == 1)
            lines.front().bookmark = heading.text;
        add(std::move(lines));
    }
    void operator()(const DocumentParagraph& paragraph) {
        const QFont note = officialFont(OfficialStyle::Note, m_language);
        add(paragraph.isNote
                ? officialLines(setLines(paragraph.text(), note, sheet::TypeWidth), OfficialStyle::Note, m_language)
                : textLines(paragraph.text(), OfficialStyle::Body, m_language == core::Language::Chinese));
    }
    void operator()(const DocumentTable& table) {
        add(officialTable(table, m_language));
        m_isAfterTable = true;
    }
    void operator()(const DocumentPicture& picture) {
        const QSizeF size(millimetres(picture.millimetres.width()), millimetres(picture.millimetres.height()));
        Flow pieces = {{.height = size.height(),
                        .paint =
                            [size, paint = picture.paint](QPainter& painter, QPointF corner) {
                                painter.translate(corner + QPointF((sheet::TypeWidth - size.width()) / 2, 0));
                                paint(painter, size);
                            },
                        .spaceBefore = AroundTables,
                        .keepsWithNext = !picture.caption.isEmpty()}};
        if (!picture.caption.isEmpty()) {
            const QFont font = officialFont(OfficialStyle::Caption, m_language);
            Flow caption = officialLines(setAligned(picture.caption, font, sheet::TypeWidth, Qt::AlignHCenter),
                                         OfficialStyle::Caption, m_language);
            caption.front().spaceBefore = points(4);
            append(pieces, std::move(caption));
        }
        add(std::move(pieces));
        m_isAfterTable = true;
    }
    void operator()(const DocumentPageBreak&) { m_breaks = true; }

private:
    [[nodiscard]] Flow textLines(const QString& text, OfficialStyle style, bool fills) const {
        return officialLines(
            setLines(text, officialFont(style, m_language), sheet::TypeWidth, officialIndent(m_language), fills), style,
            m_language);
    }
    void add(Flow pieces) {
        if (m_isAfterTable)
            pieces.front().spaceBefore = std::max(pieces.front().spaceBefore, AroundTables);
        if (m_breaks)
            pieces.front().startsPage = true;
        m_isAfterTable = m_breaks = false;
        append(m_flow, std::move(pieces));
    }

    core::Language m_language;
    Flow& m_flow;
    bool m_isAfterTable = false, m_breaks = false;
};

} // namespace

double officialIndent(core::Language language) {
    return 2 * QFontMetricsF(officialFont(OfficialStyle::Body, language)).horizontalAdvance(QStringLiteral("字"));
}

Flow officialLines(const std::vector<SetLine>& lines, OfficialStyle style, core::Language language,
                   const QColor& colour) {
    Flow flow;
    for (const SetLine& line : lines)
        flow.push_back({.height = officialPitch(style),
                        .paint = [line, style, language, colour](QPainter& painter, QPointF corner) {
                            paintSetLine(painter, corner, line, officialFont(style, language), officialBaseline(style),
                                         colour);
                        }});
    return flow;
}

Flow officialBlocks(const std::vector<DocumentBlock>& blocks, core::Language language) {
    Flow flow;
    BlockSetting setting(language, flow);
    for (const DocumentBlock& block : blocks)
        std::visit(setting, block);
    return flow;
}

} // namespace gridwarden::app
