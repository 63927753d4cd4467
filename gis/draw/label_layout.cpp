// SPDX-License-Identifier: GPL-3.0-or-later
#include "gis/draw/label_layout.h"

#include "gis/draw/shape_painter.h"

#include <QFontMetricsF>
#include <QtMath>
#include <algorithm>
#include <cmath>
#include <deque>
#include <map>
#include <tuple>

namespace gridwarden::gis {

namespace {

constexpr double RepeatLine = 380;          ///< pixels between two of the same name along a line
constexpr double RepeatPlace = 260;         ///< of the same name at places
constexpr std::size_t MostWanted = 200'000; ///< labels that are ranked
constexpr std::size_t MostTries = 3000;     ///< of the first in rank; more would not find room
constexpr std::size_t MostPieces = 200'000; ///< of lines that are looked at for names

/// What wants a label: one shape, or all visible lines of a look with the same name.
struct Candidate {
    const LayerLooks* layer = nullptr;
    const Look* look = nullptr;
    std::vector<std::uint32_t> shapes; ///< positions in `seen`
    SeenShapes seen;
    std::size_t level = 0; ///< of the layer, the uppermost first
    double extent = 0;     ///< map units
    LayerLooks::Drawn drawn;
};

auto rankOf(const Candidate& each) {
    return std::tuple(-each.look->labelPriority, -each.look->labelSize, each.level, -each.extent, each.shapes.front());
}

void collect(const LayerLooks& layer, std::size_t level, const MapView& view, std::deque<Look>& looks,
             std::vector<Candidate>& candidates) {
    const double denominator = view.scaleDenominator();
    const VisibleShapes visible = visibleShapes(layer, view, 0);
    const ShapeStore& shapes = *visible.seen.shapes;
    std::size_t pieces = 0;
    for (const ShapeGroup& group : visible.groups) {
        if (!group.look.isLabelledAt(denominator))
            continue;
        const Look* const look = &looks.emplace_back(group.look);
        std::map<std::string_view, std::size_t> lines; // where the lines of a name are collected
        for (const std::uint32_t shape : group.shapes) {
            const std::uint32_t original = visible.seen.original(shape);
            const std::string& text = layer.labelOf(original);
            if (text.empty() || candidates.size() >= MostWanted)
                continue;
            const double extent = std::max(shapes.box(shape).width(), shapes.box(shape).height());
            if (shapes.kind(shape) == ShapeKind::Line) {
                if (++pieces > MostPieces)
                    continue;
                const auto [known, isNew] = lines.try_emplace(text, candidates.size());
                if (!isNew) {
                    candidates[known->second].shapes.push_back(shape);
                    candidates[known->second].extent += extent;
                    continue;
                }
            }
            candidates.push_back({&layer, look, {shape}, visible.seen, level, extent, layer.drawnOf(original)});
        }
    }
}

class LabelWriter {
  public:
    LabelWriter(const MapView& view, const QString& family, LabelPlacer& placer)
        : m_view(view), m_family(family), m_placer(placer), m_mapper(view, 0) {}

    void write(const Candidate& candidate) {
        const QString text = QString::fromStdString(candidate.layer->labelOf(candidate.seen.original(candidate.shapes.front()))).simplified();
        if (text.isEmpty())
            return;
        if (candidate.drawn.height > 0) {
            asDrawn(candidate, text);
            return;
        }
        const QFont font = mapFont(m_family, candidate.look->labelSize);
        switch (candidate.seen.shapes->kind(candidate.shapes.front())) {
        case ShapeKind::Point:
            atPoint(candidate, text, font);
            break;
        case ShapeKind::Line:
            alongLines(candidate, text, font);
            break;
        case ShapeKind::Polygon:
            inPolygon(candidate, text, font);
            break;
        }
    }
    std::vector<PlacedLabel> take() { return std::move(m_placed); }

  private:
    /// One label for each line of a text around a centre.
    void add(const QStringList& lines, const QFont& font, const QColor& colour, QPointF centre) {
        const double height = QFontMetricsF(font).height() * LineSpacing;
        for (qsizetype i = 0; i < lines.size(); ++i)
            m_placed.push_back({lines[i], font, colour,
                                centre + QPointF(0, (static_cast<double>(i) - static_cast<double>(lines.size() - 1) / 2) * height), 0, {}});
    }

    static QSizeF sizeOf(const QStringList& lines, const QFont& font) {
        constexpr double Beside = 4;
        const QFontMetricsF metrics(font);
        double width = 0;
        for (const QString& line : lines)
            width = std::max(width, metrics.horizontalAdvance(line));
        return {width + Beside, metrics.height() * (1 + LineSpacing * static_cast<double>(lines.size() - 1))};
    }

    void atPoint(const Candidate& candidate, const QString& text, const QFont& font) {
        const QStringList lines = wrapped(text);
        const QSizeF size = sizeOf(lines, font);
        const QPointF point = m_mapper.map(candidate.seen.shapes->part(candidate.shapes.front(), 0).front());
        const double away = candidate.look->markerSize / 2 + 2;
        const double right = away + size.width() / 2;
        const double down = away + size.height() / 2;
        const std::vector<QPointF> offsets = candidate.look->markerSize <= 0
                                                 ? std::vector<QPointF>{{0, 0}}
                                                 : std::vector<QPointF>{{right, 0}, {0, down}, {-right, 0}, {0, -down}};
        for (const QPointF& offset : offsets) {
            const QPointF centre = point + offset;
            if (m_placer.place(QRectF(centre.x() - size.width() / 2, centre.y() - size.height() / 2, size.width(), size.height()), text, RepeatPlace)) {
                add(lines, font, candidate.look->label, centre);
                return;
            }
        }
    }

    void inPolygon(const Candidate& candidate, const QString& text, const QFont& font) {
        const ShapeStore& shapes = *candidate.seen.shapes;
        const Box& box = shapes.box(candidate.shapes.front());
        const QStringList lines = wrapped(text);
        const QSizeF size = sizeOf(lines, font);
        constexpr double LeastRoom = 0.6; // a name may reach a little over its pond, and not more
        if (m_mapper.pixels(box.width()) < LeastRoom * size.width() || m_mapper.pixels(box.height()) < LeastRoom * size.height())
            return;
        std::vector<QPolygonF> rings;
        std::vector<MapPoint> room;
        for (std::size_t part = 0; part < shapes.partCount(candidate.shapes.front()); ++part)
            if (QPolygonF ring =
                    m_mapper.ring(shapes.partSeenFrom(m_mapper.seen(), candidate.shapes.front(), part, room));
                !ring.isEmpty())
                rings.push_back(std::move(ring));
        const Stretch stretch = widestStretch(rings);
        if (stretch.width < LeastRoom * size.width())
            return;
        const QRectF place(stretch.centre.x() - size.width() / 2, stretch.centre.y() - size.height() / 2, size.width(), size.height());
        if (m_placer.place(place, text, RepeatPlace))
            add(lines, font, candidate.look->label, stretch.centre);
    }

    void alongLines(const Candidate& candidate, const QString& text, const QFont& font) {
        const ShapeStore& shapes = *candidate.seen.shapes;
        std::vector<std::span<const MapPoint>> pieces;
        std::deque<std::vector<MapPoint>> rooms;
        for (const std::uint32_t shape : candidate.shapes)
            for (std::size_t part = 0; part < shapes.partCount(shape); ++part)
                pieces.push_back(shapes.partSeenFrom(m_mapper.seen(), shape, part, rooms.emplace_back()));
        std::vector<QPolygonF> lines;
        for (const std::vector<MapPoint>& line : joined(std::move(pieces)))
            for (QPolygonF& piece : m_mapper.line(line))
                lines.push_back(std::move(piece));
        std::vector<std::pair<double, const QPolygonF*>> byLength;
        for (const QPolygonF& line : lines)
            byLength.emplace_back(-lengthOf(line), &line);
        std::sort(byLength.begin(), byLength.end());
        for (const auto& [length, line] : byLength)
            along(*line, -length, candidate, text, font);
    }

    /// Once in each stretch of the repeating distance, as near to its middle as there is room.
    void along(const QPolygonF& line, double length, const Candidate& candidate, const QString& text, const QFont& font) {
        const double width = QFontMetricsF(font).horizontalAdvance(text);
        if (length < width + 4)
            return;
        const int stretches = std::max(1, static_cast<int>(length / RepeatLine));
        const double stretch = length / stretches;
        const double step = std::clamp(width / 2, 10.0, 60.0);
        for (int i = 0; i < stretches; ++i) {
            const double middle = (i + 0.5) * stretch;
            bool isPlaced = false;
            for (double away = 0; !isPlaced && away <= stretch / 2; away += step)
                for (const double at : {middle - away, middle + away}) {
                    auto place = textOnLine(line, at, text, font);
                    if (!place || !m_placer.place(place->boxes, text, RepeatLine * 0.7))
                        continue;
                    m_placed.push_back({text, font, candidate.look->label, place->centre, place->angle, std::move(place->glyphs)});
                    isPlaced = true;
                    break;
                }
        }
    }

    /// A text of a drawing, turned and sized as it was drawn.
    void asDrawn(const Candidate& candidate, const QString& text) {
        constexpr double Smallest = 6; // pixels: below it cannot be read
        constexpr double Largest = 120;
        const double height = m_mapper.pixels(candidate.drawn.height) * 1.35; // of capital letters, to that of the face
        if (height < Smallest || height > Largest)
            return;
        QFont font = mapFont(m_family, 1);
        font.setPixelSize(std::max(1, static_cast<int>(std::lround(height))));
        const QFontMetricsF metrics(font);
        const double width = metrics.horizontalAdvance(text);
        const double capital = metrics.capHeight();
        const int anchor = candidate.drawn.anchor < 1 || candidate.drawn.anchor > 9 ? 1 : candidate.drawn.anchor;
        const QPointF fromAnchor(width * (0.5 - (anchor - 1) % 3 * 0.5), -capital * (0.5 - (anchor - 1) / 3 * 0.5));
        const double angle = -candidate.drawn.angle;
        const QPointF point = m_mapper.map(candidate.seen.shapes->part(candidate.shapes.front(), 0).front());
        const QPointF centre = point + QTransform().rotate(angle).map(fromAnchor);
        const QPointF direction(std::cos(qDegreesToRadians(angle)), std::sin(qDegreesToRadians(angle)));
        const int count = std::max(1, static_cast<int>(std::ceil(width / height)));
        std::vector<QRectF> boxes;
        for (int i = 0; i < count; ++i) {
            const QPointF middle = centre + direction * ((i + 0.5) / count - 0.5) * width;
            boxes.emplace_back(middle.x() - height / 2, middle.y() - height / 2, height, height);
        }
        if (m_placer.place(boxes, text, 0))
            m_placed.push_back({text, font, candidate.look->label, centre, std::abs(angle) < 0.5 ? 0 : angle, {}});
    }

    static constexpr double LineSpacing = 0.92;
    const MapView& m_view;
    QString m_family;
    LabelPlacer& m_placer;
    ScreenMapper m_mapper;
    std::vector<PlacedLabel> m_placed;
};

} // namespace

std::vector<PlacedLabel> placeLayerLabels(std::span<const std::shared_ptr<const LayerLooks>> layers, const MapView& view,
                                          const QString& fontFamily, LabelPlacer& placer, const std::stop_token& stop) {
    std::deque<Look> looks;
    std::vector<Candidate> candidates;
    for (std::size_t i = layers.size(); i-- > 0 && !stop.stop_requested();)
        if (layers[i] && layers[i]->hasLabels() && layers[i]->style().isShownAt(view.scaleDenominator()))
            collect(*layers[i], layers.size() - i, view, looks, candidates);
    std::sort(candidates.begin(), candidates.end(), [](const Candidate& a, const Candidate& b) { return rankOf(a) < rankOf(b); });
    if (candidates.size() > MostTries)
        candidates.erase(candidates.begin() + MostTries, candidates.end());
    LabelWriter writer(view, fontFamily, placer);
    for (const Candidate& candidate : candidates) {
        if (stop.stop_requested())
            break;
        writer.write(candidate);
    }
    return writer.take();
}

} // namespace gridwarden::gis
