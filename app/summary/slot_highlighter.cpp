// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/summary/slot_highlighter.h"

#include "core/summary/summary_template.h"

#include <QGuiApplication>
#include <QPalette>
#include <QRegularExpression>
#include <algorithm>

namespace gridwarden::app {

void SlotHighlighter::setFigures(std::shared_ptr<const core::FigureDefinitions> figures) {
    m_figures = std::move(figures);
    rehighlight();
}

/// What is no slot by itself, as a part under a condition that ends elsewhere, counts as known: its faults are told by line.
bool SlotHighlighter::isKnown(const QString& slot) const {
    if (!m_figures)
        return true;
    const auto read = core::SummaryTemplate::parse(slot.toStdString());
    if (!read)
        return true;
    const std::vector<std::string> figures = read->figures();
    return std::all_of(figures.begin(), figures.end(), [this](const std::string& name) { return m_figures->named(name) != nullptr; });
}

void SlotHighlighter::highlightBlock(const QString& line) {
    const QPalette palette = QGuiApplication::palette();
    QTextCharFormat whole;
    if (line.startsWith(QLatin1String("//"))) {
        whole.setForeground(palette.color(QPalette::PlaceholderText));
        setFormat(0, static_cast<int>(line.size()), whole);
        return;
    }
    if (line.startsWith(u'#')) {
        whole.setFontWeight(QFont::Bold);
        setFormat(0, static_cast<int>(line.size()), whole);
    }
    static const QRegularExpression braces(QStringLiteral("\\{[^{}]*\\}"));
    for (auto found = braces.globalMatch(line); found.hasNext();) {
        const QRegularExpressionMatch slot = found.next();
        QTextCharFormat format = whole;
        format.setForeground(palette.color(QPalette::Link));
        if (!isKnown(slot.captured())) {
            format.setUnderlineStyle(QTextCharFormat::SpellCheckUnderline);
            format.setUnderlineColor(QColor(0xB3, 0x26, 0x1E));
            format.setToolTip(tr("No figure of this district has this name"));
        }
        setFormat(static_cast<int>(slot.capturedStart()), static_cast<int>(slot.capturedLength()), format);
    }
}

} // namespace gridwarden::app
