// SPDX-License-Identifier: GPL-3.0-or-later
#include "gis/draw/label.h"

#include <QFontMetricsF>
#include <QTextBoundaryFinder>
#include <QtMath>
#include <algorithm>
#include <cmath>

namespace gridwarden::gis {

namespace {

constexpr double SharpestBend = 24;  // degrees from one character to the next
constexpr double WidestTurn = 75;    // degrees within a text
constexpr double AlmostStraight = 5; // degrees: such a text is painted in one piece
constexpr double Steep = 52;         // degrees from the horizontal: Chinese characters stand one below the other

/// Points at given lengths of a line.
class MeasuredLine {
  public:
    explicit MeasuredLine(const QPolygonF& line) : m_line(line), m_lengths{0} {
        for (qsizetype i = 1; i < line.size(); ++i)
            m_lengths.push_back(m_lengths.back() + std::hypot(line[i].x() - line[i - 1].x(), line[i].y() - line[i - 1].y()));
    }
    [[nodiscard]] double length() const { return m_lengths.back(); }
    [[nodiscard]] QPointF at(double length) const {
        const auto next = std::upper_bound(m_lengths.begin(), m_lengths.end() - 1, length) - m_lengths.begin();
        const auto i = static_cast<qsizetype>(std::max<std::ptrdiff_t>(1, next));
        const double before = m_lengths[static_cast<std::size_t>(i - 1)];
        const double step = m_lengths[static_cast<std::size_t>(i)] - before;
        return m_line[i - 1] + (m_line[i] - m_line[i - 1]) * (step > 0 ? (length - before) / step : 0);
    }

  private:
    const QPolygonF& m_line;
    std::vector<double> m_lengths;
};

double degreesOf(QPointF direction) { return qRadiansToDegrees(std::atan2(direction.y(), direction.x())); }

/// −180 to 180.
double turned(double degrees) { return std::remainder(degrees, 360.0); }

bool isChinese(QChar c) { return c.unicode() >= 0x2e80 && !c.isSurrogate() && c.unicode() < 0xff00; }

/// Characters that may be painted one by one; empty for a text whose letters join or run from right to left.
QStringList charactersOf(const QString& text) {
    QStringList all;
    QTextBoundaryFinder finder(QTextBoundaryFinder::Grapheme, text);
    for (qsizetype from = 0, to = 0; (to = finder.toNextBoundary()) > 0; from = to) {
        const QString character = text.sliced(from, to - from);
        const QChar first = character.front();
        if (character.size() > 2 || first.direction() == QChar::DirR || first.direction() == QChar::DirAL ||
            first.joiningType() > QChar::Joining_Causing)
            return {};
        all << character;
    }
    return all;
}

bool standsUpright(const QStringList& characters, double degrees) {
    const auto chinese = std::count_if(characters.begin(), characters.end(),
                                       [](const QString& c) { return isChinese(c.front()); });
    const double fromHorizontal = std::abs(std::remainder(degrees, 180.0));
    return fromHorizontal > Steep && 2 * chinese > characters.size();
}

} // namespace

double lengthOf(const QPolygonF& line) { return line.isEmpty() ? 0 : MeasuredLine(line).length(); }

std::optional<TextOnLine> textOnLine(const QPolygonF& line, double at, const QString& text, const QFont& font) {
    const QStringList characters = charactersOf(text);
    const MeasuredLine measured(line);
    const QFontMetricsF metrics(font);
    const double across = metrics.horizontalAdvance(text);
    const double height = metrics.height();
    const auto directionOver = [&](double width) { return measured.at(at + width / 2) - measured.at(at - width / 2); };
    const bool isUpright = standsUpright(characters, degreesOf(directionOver(across)));
    const double step = font.pixelSize() * 1.12; // from one upright character to the next
    const double width = isUpright ? step * static_cast<double>(characters.size()) : across;
    constexpr double Room = 3;
    if (at - width / 2 < Room || at + width / 2 > measured.length() - Room)
        return std::nullopt;
    const QPointF chord = directionOver(width);
    // Read from left to right, upright ones from top to bottom.
    const bool isForward = isUpright ? chord.y() > 0 : chord.x() >= 0;
    const double turn = (isForward ? 0 : 180) - (isUpright ? 90 : 0);

    TextOnLine placed;
    std::vector<PlacedGlyph> glyphs;
    double before = 0;
    for (const QString& character : characters) {
        const double advance = isUpright ? step : metrics.horizontalAdvance(character);
        const double along = before + advance / 2 - width / 2;
        before += advance;
        const double here = at + (isForward ? along : -along);
        const double reach = std::max(advance, height * 0.8) / 2;
        const QPointF from = measured.at(std::max(0.0, here - reach));
        const QPointF to = measured.at(std::min(measured.length(), here + reach));
        glyphs.push_back({character, (from + to + measured.at(here) * 2) / 4, turned(degreesOf(to - from) + turn)});
    }
    const double middle = turned(degreesOf(chord) + turn);
    double least = 0;
    double most = 0;
    for (std::size_t i = 0; i < glyphs.size(); ++i) {
        const double away = turned(glyphs[i].angle - middle);
        least = std::min(least, away);
        most = std::max(most, away);
        if (i > 0 && std::abs(turned(glyphs[i].angle - glyphs[i - 1].angle)) > SharpestBend)
            return std::nullopt;
    }
    if (most - least > WidestTurn || std::hypot(chord.x(), chord.y()) < 0.9 * width)
        return std::nullopt;
    const bool isStraight = !isUpright && most - least < AlmostStraight && std::hypot(chord.x(), chord.y()) > 0.997 * width;
    if (characters.isEmpty() && std::hypot(chord.x(), chord.y()) < 0.985 * width)
        return std::nullopt;
    placed.centre = (measured.at(at - width / 2) + measured.at(at + width / 2) + measured.at(at) * 2) / 4;
    placed.angle = std::abs(middle) < 1 ? 0 : middle;
    if (isStraight || characters.isEmpty()) {
        const QPointF direction(std::cos(qDegreesToRadians(placed.angle)), std::sin(qDegreesToRadians(placed.angle)));
        const int count = std::max(1, static_cast<int>(std::ceil(width / height)));
        for (int i = 0; i < count; ++i) {
            const QPointF centre = placed.centre + direction * ((i + 0.5) / count - 0.5) * width;
            placed.boxes.emplace_back(centre.x() - height / 2, centre.y() - height / 2, height, height);
        }
        return placed;
    }
    for (PlacedGlyph& glyph : glyphs) {
        if (std::abs(glyph.angle) < 2)
            glyph.angle = 0; // sharper
        placed.boxes.emplace_back(glyph.centre.x() - height / 2, glyph.centre.y() - height / 2, height, height);
    }
    placed.glyphs = std::move(glyphs);
    return placed;
}

} // namespace gridwarden::gis
