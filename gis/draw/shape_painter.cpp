// SPDX-License-Identifier: GPL-3.0-or-later
#include "gis/draw/shape_painter.h"

#include <QFontMetricsF>
#include <QPainterPath>
#include <algorithm>
#include <cmath>
#include <tuple>
#include <unordered_map>

namespace gridwarden::gis {

namespace {

constexpr double Invisible = 1;   ///< pixels: smaller shapes are left out
constexpr double SmallFill = 2.5; ///< pixels: a smaller polygon is a filled box

/// The look of each shape of a layer, found once for each value of its class field.
class Looks {
public:
    Looks(const VectorLayer& layer, const LayerStyle& style) : m_column(layer.column(style.field)) {
        m_looks.push_back(style.showOther ? &style.other : nullptr);
        std::unordered_map<std::string, std::size_t> byValue;
        for (const StyleClass& each : style.classes) {
            for (const std::string& value : each.values)
                byValue.try_emplace(value, m_looks.size());
            m_looks.push_back(&each.look);
        }
        if (m_column != nullptr)
            for (const std::string& value : m_column->values) {
                const auto found = byValue.find(value);
                m_classes.push_back(found == byValue.end() ? 0 : found->second);
            }
    }
    /// Position in all(); 0 is what is in no class.
    [[nodiscard]] std::size_t classOf(std::size_t shape) const {
        return m_column == nullptr ? 0 : m_classes[m_column->byShape[shape]];
    }
    [[nodiscard]] const std::vector<const Look*>& all() const { return m_looks; }

private:
    const LayerColumn* m_column;
    std::vector<const Look*> m_looks;
    std::vector<std::size_t> m_classes; // by value
};

struct Group {
    const Look* look = nullptr;
    std::vector<std::uint32_t> shapes; ///< ascending
};

/// What is seen of a layer, by look, in painting order.
std::vector<Group> visibleGroups(const VectorLayer& layer, const LayerStyle& style, const MapView& view) {
    const double denominator = view.scaleDenominator();
    const Looks looks(layer, style);
    std::vector<Group> groups;
    for (const Look* look : looks.all())
        groups.push_back({look != nullptr && look->isShownAt(denominator) ? look : nullptr, {}});
    const ShapeStore& shapes = layer.shapes();
    const double smallest = Invisible * view.unitsPerPixel;
    shapes.tree().visit(view.visibleBox(32), [&](std::uint32_t shape) {
        const Box& box = shapes.box(shape);
        Group& group = groups[looks.classOf(shape)];
        if (group.look != nullptr &&
            (shapes.kind(shape) == ShapeKind::Point || box.width() >= smallest || box.height() >= smallest))
            group.shapes.push_back(shape);
    });
    std::erase_if(groups, [](const Group& group) { return group.shapes.empty(); });
    for (Group& group : groups)
        std::sort(group.shapes.begin(), group.shapes.end());
    std::stable_sort(groups.begin(), groups.end(),
                     [](const Group& a, const Group& b) { return a.look->order < b.look->order; });
    return groups;
}

void paintPolygon(QPainter& painter, const ShapeStore& shapes, std::size_t shape, const ScreenMapper& mapper) {
    const Box& box = shapes.box(shape);
    if (mapper.pixels(std::max(box.width(), box.height())) < SmallFill) {
        const QColor colour = painter.brush().style() == Qt::NoBrush ? painter.pen().color() : painter.brush().color();
        painter.fillRect(QRectF(mapper.map({box.minX, box.maxY}), mapper.map({box.maxX, box.minY})), colour);
        return;
    }
    if (shapes.partCount(shape) == 1) {
        const QPolygonF ring = mapper.ring(shapes.part(shape, 0));
        if (!ring.isEmpty())
            painter.drawPolygon(ring, Qt::OddEvenFill);
        return;
    }
    QPainterPath path;
    path.setFillRule(Qt::OddEvenFill);
    for (std::size_t part = 0; part < shapes.partCount(shape); ++part)
        if (const QPolygonF ring = mapper.ring(shapes.part(shape, part)); !ring.isEmpty()) {
            path.addPolygon(ring);
            path.closeSubpath();
        }
    painter.drawPath(path);
}

void paintLine(QPainter& painter, const ShapeStore& shapes, std::size_t shape, const ScreenMapper& mapper) {
    for (std::size_t part = 0; part < shapes.partCount(shape); ++part)
        for (const QPolygonF& piece : mapper.line(shapes.part(shape, part)))
            painter.drawPolyline(piece);
}

void paintMarkers(QPainter& painter, const ShapeStore& shapes, std::size_t shape, const Look& look,
                  const ScreenMapper& mapper) {
    for (std::size_t part = 0; part < shapes.partCount(shape); ++part)
        painter.drawEllipse(mapper.map(shapes.part(shape, part).front()), look.markerSize / 2, look.markerSize / 2);
}

struct LabelCandidate {
    std::uint32_t shape = 0;
    const Look* look = nullptr;
    double extent = 0;
};

std::optional<PlacedLabel> placeOne(const LabelCandidate& candidate, const ShapeStore& shapes,
                                    const ScreenMapper& mapper, PlacedLabel label, LabelPlacer& placer) {
    constexpr double RepeatLine = 420;
    constexpr double RepeatPlace = 260;
    const QFontMetricsF metrics(label.font);
    const double width = metrics.horizontalAdvance(label.text) + 4;
    const double height = metrics.height();
    const auto boxAt = [&](QPointF centre) {
        return QRectF(centre.x() - width / 2, centre.y() - height / 2, width, height);
    };
    switch (shapes.kind(candidate.shape)) {
    case ShapeKind::Point: {
        const QPointF point = mapper.map(shapes.part(candidate.shape, 0).front());
        const double away = candidate.look->markerSize / 2 + 2;
        const bool isCentred = candidate.look->markerSize <= 0;
        const std::vector<QPointF> offsets =
            isCentred
                ? std::vector<QPointF>{{0, 0}}
                : std::vector<QPointF>{
                      {0, away + height / 2}, {away + width / 2, 0}, {-away - width / 2, 0}, {0, -away - height / 2}};
        for (const QPointF& offset : offsets)
            if (placer.place(boxAt(point + offset), label.text, RepeatPlace)) {
                label.centre = point + offset;
                return label;
            }
        return std::nullopt;
    }
    case ShapeKind::Polygon: {
        const QPointF point = mapper.map(labelPlaceIn(shapes, candidate.shape));
        if (!placer.place(boxAt(point), label.text, RepeatPlace))
            return std::nullopt;
        label.centre = point;
        return label;
    }
    case ShapeKind::Line:
        for (std::size_t part = 0; part < shapes.partCount(candidate.shape); ++part)
            for (const QPolygonF& piece : mapper.line(shapes.part(candidate.shape, part)))
                if (const auto place = placeAlong(piece, width);
                    place && placer.place(boxesAlong(*place, width, height), label.text, RepeatLine)) {
                    label.centre = place->centre;
                    label.angle = place->angle;
                    return label;
                }
        return std::nullopt;
    }
    return std::nullopt;
}

} // namespace

QColor markerColour(const Look& look) {
    return look.line.isValid() ? look.line : look.fill;
}

double lineWidth(const Look& look, double metresPerPixel) {
    constexpr double Widest = 48;
    return std::clamp(look.groundWidth / metresPerPixel, look.width, std::max(Widest, look.width));
}

QPen linePen(const Look& look, double metresPerPixel) {
    if (!look.line.isValid() || look.width <= 0)
        return Qt::NoPen;
    QPen pen(look.line, lineWidth(look, metresPerPixel), Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin);
    if (!look.dash.empty()) {
        QList<qreal> pattern;
        for (const double length : look.dash)
            pattern.push_back(length / pen.widthF()); // Qt counts in line widths
        pen.setDashPattern(pattern);
        pen.setCapStyle(Qt::FlatCap);
    }
    return pen;
}

QPen casingPen(const Look& look, double metresPerPixel) {
    if (!look.casing.isValid() || look.casingWidth <= 0)
        return Qt::NoPen;
    return {look.casing, lineWidth(look, metresPerPixel) + 2 * look.casingWidth, Qt::SolidLine, Qt::RoundCap,
            Qt::RoundJoin};
}

void paintShape(QPainter& painter, const ShapeStore& shapes, std::size_t shape, const Look& look,
                const ScreenMapper& mapper, double metresPerPixel) {
    const auto paintWith = [&](const QPen& pen, const QColor& fill) {
        if (pen.style() == Qt::NoPen && !fill.isValid())
            return;
        painter.setPen(pen);
        painter.setBrush(fill.isValid() ? QBrush(fill) : QBrush(Qt::NoBrush));
        if (shapes.kind(shape) == ShapeKind::Polygon)
            paintPolygon(painter, shapes, shape, mapper);
        else if (shapes.kind(shape) == ShapeKind::Line)
            paintLine(painter, shapes, shape, mapper);
    };
    paintWith(casingPen(look, metresPerPixel), {});
    paintWith(linePen(look, metresPerPixel), look.fill);
}

void paintLayer(QPainter& painter, const VectorLayer& layer, const LayerStyle& style, const MapView& view,
                const std::stop_token& stop) {
    const std::vector<Group> groups = visibleGroups(layer, style, view);
    const ScreenMapper mapper(view);
    const ShapeStore& shapes = layer.shapes();
    const double metres = view.metresPerPixel();
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setOpacity(painter.opacity() * style.opacity);
    const auto each = [&](ShapeKind kind, auto&& prepare, auto&& paintOne) {
        for (const Group& group : groups) {
            if (!prepare(*group.look))
                continue;
            for (const std::uint32_t shape : group.shapes) {
                if (stop.stop_requested())
                    return;
                if (shapes.kind(shape) == kind)
                    paintOne(shape, *group.look);
            }
        }
    };
    const auto setPaint = [&painter](const QPen& pen, const QColor& fill) {
        painter.setPen(pen);
        painter.setBrush(fill.isValid() ? QBrush(fill) : QBrush(Qt::NoBrush));
        return pen.style() != Qt::NoPen || fill.isValid();
    };
    const auto line = [&](std::uint32_t shape, const Look&) { paintLine(painter, shapes, shape, mapper); };
    each(
        ShapeKind::Polygon,
        [&](const Look& look) {
            Look outline = look;
            outline.groundWidth = 0;
            return setPaint(linePen(outline, metres), look.fill);
        },
        [&](std::uint32_t shape, const Look&) { paintPolygon(painter, shapes, shape, mapper); });
    each(
        ShapeKind::Line, [&](const Look& look) { return setPaint(casingPen(look, metres), {}); }, line);
    each(
        ShapeKind::Line, [&](const Look& look) { return setPaint(linePen(look, metres), {}); }, line);
    each(
        ShapeKind::Point,
        [&](const Look& look) {
            const QColor colour = markerColour(look);
            return look.markerSize > 0 &&
                   setPaint(look.casing.isValid() ? QPen(look.casing, look.casingWidth) : QPen(Qt::NoPen), colour);
        },
        [&](std::uint32_t shape, const Look& look) { paintMarkers(painter, shapes, shape, look, mapper); });
    painter.restore();
}

std::vector<PlacedLabel> placeLayerLabels(const VectorLayer& layer, const LayerStyle& style, const MapView& view,
                                          const QString& fontFamily, LabelPlacer& placer, const std::stop_token& stop) {
    constexpr std::size_t MostTries = 2500; // of the largest; more would not find room
    const LayerColumn* column = layer.column(style.labelField);
    if (column == nullptr)
        return {};
    const ShapeStore& shapes = layer.shapes();
    const double denominator = view.scaleDenominator();
    std::vector<LabelCandidate> candidates;
    for (const Group& group : visibleGroups(layer, style, view)) {
        if (!group.look->isLabelledAt(denominator))
            continue;
        for (const std::uint32_t shape : group.shapes)
            if (column->byShape[shape] != 0)
                candidates.push_back(
                    {shape, group.look, std::max(shapes.box(shape).width(), shapes.box(shape).height())});
    }
    const auto rank = [](const LabelCandidate& each) {
        return std::tuple(-each.look->labelSize, -each.extent, each.shape);
    };
    std::sort(candidates.begin(), candidates.end(),
              [&rank](const auto& a, const auto& b) { return rank(a) < rank(b); });
    candidates.resize(std::min(candidates.size(), MostTries));

    const ScreenMapper mapper(view, 0);
    std::vector<PlacedLabel> placed;
    for (const LabelCandidate& candidate : candidates) {
        if (stop.stop_requested())
            break;
        const QString text = QString::fromStdString(column->of(candidate.shape)).simplified();
        const QFont font = mapFont(fontFamily, candidate.look->labelSize);
        const bool isRoomy =
            shapes.kind(candidate.shape) != ShapeKind::Polygon ||
            mapper.pixels(shapes.box(candidate.shape).width()) >= 0.6 * QFontMetricsF(font).horizontalAdvance(text);
        if (!isRoomy)
            continue;
        if (auto label = placeOne(candidate, shapes, mapper, {text, font, candidate.look->label, {}, 0}, placer))
            placed.push_back(std::move(*label));
    }
    return placed;
}

} // namespace gridwarden::gis
