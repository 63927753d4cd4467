// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/report/official_lines.h"

#include "core/base/word_breaks.h"

#include <QFontMetricsF>
#include <QTextLayout>
#include <cmath>
#include <limits>

namespace gridwarden::app {

namespace {

constexpr double Tolerance = 1; // what 28 rounded advances may add up to
constexpr double MostSpread = 1.08, LeastSpread = 0.98; // with more the gaps would be read as blanks when the PDF is searched
const QString NeverFirst = QStringLiteral("，。、；：？！）》〉」』】〕”’…—·,.;:?!)]}%％℃");
const QString NeverLast = QStringLiteral("（《〈「『【〔“‘([{");

double widthOf(const QString& text, const QFont& font) {
    return QFontMetricsF(font).horizontalAdvance(text);
}

void setParagraph(const QString& text, const QFont& font, double width, double indent, bool fills, std::vector<SetLine>& lines) {
    QTextLayout layout(text, font);
    QTextOption option;
    option.setWrapMode(QTextOption::WrapAtWordBoundaryOrAnywhere);
    layout.setTextOption(option);
    layout.beginLayout();
    const std::size_t first = lines.size();
    for (QTextLine line = layout.createLine(); line.isValid(); line = layout.createLine()) {
        const double x = lines.size() == first ? indent : 0;
        line.setLineWidth(width - x + Tolerance);
        lines.push_back({text.mid(line.textStart(), line.textLength()).trimmed(), x});
    }
    layout.endLayout();
    if (lines.size() == first)
        lines.push_back({});
    if (!fills)
        return;
    for (std::size_t i = first; i + 1 < lines.size(); ++i) {
        SetLine& line = lines[i];
        const double spread = (width - line.x) / widthOf(line.text, font);
        if (spread >= LeastSpread && spread <= MostSpread)
            line.spread = spread;
    }
}

/// Characters that the dictionary takes for words though they end one.
const QString Endings = QStringLiteral("化的性率数型级局区市县镇乡街道等了们者室部处科队组站所员件次");

/// A date is one word: 2026年7月1日.
bool goesOnWithDate(const QString& before, const QString& word) {
    static const QString units = QStringLiteral("年月日号");
    if (word.front().isDigit())
        return before.size() > 1 && units.left(2).contains(before.back()) && before[before.size() - 2].isDigit();
    return before.back().isDigit() && units.contains(word.front());
}

/// Words with the punctuation that belongs to them.
QStringList unbreakable(const QString& text) {
    QStringList parts;
    for (const std::string& each : core::wordsOf(text.toStdString())) {
        const QString word = QString::fromStdString(each);
        const bool staysWithLast = !parts.isEmpty() && (NeverFirst.contains(word.front()) || NeverLast.contains(parts.last().back()) || (word.size() == 1 && Endings.contains(word)) || goesOnWithDate(parts.last(), word));
        if (staysWithLast)
            parts.last() += word;
        else
            parts += word;
    }
    return parts;
}

} // namespace

std::vector<SetLine> setLines(const QString& text, const QFont& font, double width, double indent, bool fills) {
    std::vector<SetLine> lines;
    for (const QString& paragraph : text.split(QLatin1Char('\n')))
        setParagraph(paragraph, font, width, indent, fills, lines);
    return lines;
}

std::vector<SetLine> setAligned(const QString& text, const QFont& font, double width, Qt::Alignment alignment) {
    std::vector<SetLine> lines = setLines(text, font, width);
    for (SetLine& line : lines) {
        const double spare = width - widthOf(line.text, font);
        if (alignment & Qt::AlignHCenter)
            line.x = spare / 2;
        else if (alignment & Qt::AlignRight)
            line.x = spare;
    }
    return lines;
}

QStringList balancedLines(const QString& text, const QFont& font, double width) {
    QStringList all;
    for (const QString& given : text.split(QLatin1Char('\n'))) {
        const QString line = given.trimmed();
        const auto least = static_cast<int>(std::ceil((widthOf(line, font) - Tolerance) / width));
        if (least <= 1) {
            all += line;
            continue;
        }
        // best[n][i]: how uneven the first i parts are in n lines at best, and where the last of these begins.
        const QStringList parts = unbreakable(line);
        const auto count = static_cast<std::size_t>(parts.size());
        constexpr double Never = std::numeric_limits<double>::infinity();
        bool isDone = false;
        for (int lines = least; lines <= least + 1 && !isDone; ++lines) {
            const double even = widthOf(line, font) / lines;
            std::vector<std::vector<double>> best(static_cast<std::size_t>(lines) + 1, std::vector<double>(count + 1, Never));
            std::vector<std::vector<std::size_t>> from(best.size(), std::vector<std::size_t>(count + 1, 0));
            best[0][0] = 0;
            for (std::size_t n = 1; n < best.size(); ++n)
                for (std::size_t end = n; end <= count; ++end) {
                    QString piece;
                    for (std::size_t begin = end; begin-- > 0;) {
                        piece.prepend(parts[static_cast<qsizetype>(begin)]);
                        const double length = widthOf(piece.trimmed(), font);
                        if (length > width + Tolerance)
                            break;
                        const double uneven = best[n - 1][begin] + (length - even) * (length - even);
                        if (uneven < best[n][end]) {
                            best[n][end] = uneven;
                            from[n][end] = begin;
                        }
                    }
                }
            if (best.back()[count] == Never)
                continue;
            QStringList found;
            std::size_t end = count;
            for (std::size_t n = best.size() - 1; n > 0; --n) {
                const std::size_t begin = from[n][end];
                found.prepend(parts.mid(static_cast<qsizetype>(begin), static_cast<qsizetype>(end - begin)).join(QString()).trimmed());
                end = begin;
            }
            all += found;
            isDone = true;
        }
        if (!isDone) // a word longer than the line
            for (const SetLine& each : setLines(line, font, width))
                all += each.text;
    }
    return all;
}

void paintSetLine(QPainter& painter, QPointF corner, const SetLine& line, const QFont& font, double baseline, const QColor& colour) {
    QFont spread = font;
    spread.setLetterSpacing(QFont::PercentageSpacing, font.letterSpacing() * line.spread);
    painter.setFont(spread);
    painter.setPen(colour);
    painter.drawText(corner + QPointF(line.x, baseline), line.text);
}

} // namespace gridwarden::app
