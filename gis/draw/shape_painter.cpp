// SPDX-License-Identifier: GPL-3.0-or-later
#include "gis/draw/shape_painter.h"

#include <QPainterPath>
#include <algorithm>
#include <cmath>
#include <tuple>
#include <unordered_map>

namespace gridwarden::gis {

namespace {

constexpr double Invisible = 1;   ///< pixels: smaller shapes are left out
constexpr double SmallFill = 2.5; ///< pixels: a smaller polygon is a filled box

void paintPolygon(QPainter& painter, const ShapeStore& shapes, std::size_t shape, const ScreenMapper& mapper) {
    const Box& box = shapes.box(shape);
    if (mapper.pixels(std::max(box.width(), box.height())) < SmallFill) {
        const QColor colour = painter.brush().style() == Qt::NoBrush ? painter.pen().color() : painter.brush().color();
        painter.fillRect(QRectF(mapper.map({box.minX, box.maxY}), mapper.map({box.maxX, box.minY})), colour);
        return;
    }
    std::vector<MapPoint> room;
    if (shapes.partCount(shape) == 1) {
        const QPolygonF ring = mapper.ring(shapes.partSeenFrom(mapper.seen(), shape, 0, room));
        if (!ring.isEmpty())
            painter.drawPolygon(ring, Qt::OddEvenFill);
        return;
    }
    QPainterPath path;
    path.setFillRule(Qt::OddEvenFill);
    for (std::size_t part = 0; part < shapes.partCount(shape); ++part)
        if (const QPolygonF ring = mapper.ring(shapes.partSeenFrom(mapper.seen(), shape, part, room));
            !ring.isEmpty()) {
            path.addPolygon(ring);
            path.closeSubpath();
        }
    painter.drawPath(path);
}

void paintLine(QPainter& painter, const ShapeStore& shapes, std::size_t shape, const ScreenMapper& mapper) {
    std::vector<MapPoint> room;
    for (std::size_t part = 0; part < shapes.partCount(shape); ++part)
        for (const QPolygonF& piece : mapper.line(shapes.partSeenFrom(mapper.seen(), shape, part, room)))
            painter.drawPolyline(piece);
}

bool setPaint(QPainter& painter, const QPen& pen, const QColor& fill) {
    painter.setPen(pen);
    painter.setBrush(fill.isValid() ? QBrush(fill) : QBrush(Qt::NoBrush));
    return pen.style() != Qt::NoPen || fill.isValid();
}

void paintMarker(QPainter& painter, const Look& look, QPointF centre) {
    setPaint(painter, look.casing.isValid() ? QPen(look.casing, look.casingWidth) : QPen(Qt::NoPen), markerColour(look));
    painter.drawEllipse(centre, look.markerSize / 2, look.markerSize / 2);
}

/// The points of a group, each pixel once: what lies exactly below another of the same look is not seen.
class Markers {
  public:
    Markers(const ShapeGroup& group, const ShapeStore& shapes, const MapView& view) {
        const ScreenMapper mapper(view);
        const QSize size = view.deviceSize();
        const int reach = static_cast<int>(std::ceil((group.look.markerSize / 2 + group.look.casingWidth) * view.pixelRatio)) + 1;
        const int columns = size.width() + 2 * reach;
        const int rows = size.height() + 2 * reach;
        std::vector<bool> taken(static_cast<std::size_t>(columns) * static_cast<std::size_t>(rows));
        for (const std::uint32_t shape : group.shapes)
            for (std::size_t part = 0; shapes.kind(shape) == ShapeKind::Point && part < shapes.partCount(shape); ++part) {
                const QPointF place = mapper.map(shapes.part(shape, part).front());
                const QPointF pixel = place * view.pixelRatio + QPointF(reach, reach);
                if (pixel.x() < 0 || pixel.y() < 0 || pixel.x() >= columns || pixel.y() >= rows)
                    continue;
                const auto cell = static_cast<std::size_t>(pixel.y()) * static_cast<std::size_t>(columns) + static_cast<std::size_t>(pixel.x());
                if (taken[cell])
                    continue;
                taken[cell] = true;
                m_places.push_back(place);
            }
    }
    [[nodiscard]] const std::vector<QPointF>& places() const { return m_places; }

    /// Copies of one painted symbol.
    void paintCopies(QPainter& painter, const Look& look, double ratio) const {
        const int side = 2 * static_cast<int>(std::ceil((look.markerSize / 2 + look.casingWidth) * ratio + 1)) + 1;
        QImage symbol(side, side, QImage::Format_ARGB32_Premultiplied);
        symbol.fill(Qt::transparent);
        {
            QPainter one(&symbol);
            one.setRenderHint(QPainter::Antialiasing);
            one.scale(ratio, ratio);
            paintMarker(one, look, QPointF(side, side) / 2 / ratio);
        }
        symbol.setDevicePixelRatio(ratio);
        for (const QPointF& place : m_places) {
            const QPointF corner = place * ratio - QPointF(side, side) / 2;
            painter.drawImage(QPointF(std::round(corner.x()), std::round(corner.y())) / ratio, symbol);
        }
    }

  private:
    std::vector<QPointF> m_places;
};

void paintMarkers(QPainter& painter, const ShapeGroup& group, const ShapeStore& shapes, const MapView& view, const ShapePaper& paper) {
    if (group.look.markerSize <= 0 || !markerColour(group.look).isValid())
        return;
    const Markers markers(group, shapes, view);
    if (!paper.isPaper) {
        markers.paintCopies(painter, group.look, view.pixelRatio);
    } else if (markers.places().size() > paper.maxMarkers) {
        MapView coarse = view;
        coarse.pixelRatio = std::min(view.pixelRatio, ShapePaper::PictureRatio);
        QImage picture(coarse.deviceSize(), QImage::Format_ARGB32_Premultiplied);
        picture.fill(Qt::transparent);
        picture.setDevicePixelRatio(coarse.pixelRatio);
        {
            QPainter inPicture(&picture);
            markers.paintCopies(inPicture, group.look, coarse.pixelRatio);
        }
        painter.drawImage(QRectF(QPointF(), QSizeF(view.size)), picture);
    } else {
        for (const QPointF& place : markers.places())
            paintMarker(painter, group.look, place);
    }
}

} // namespace

VisibleShapes visibleShapes(const LayerLooks& looks, const MapView& view, double margin) {
    const double denominator = view.scaleDenominator();
    const VectorLayer& layer = looks.layer();
    VisibleShapes visible{layer.seenAt(view.unitsPerPixel / view.pixelRatio), {}};
    const ShapeStore& shapes = *visible.seen.shapes;
    constexpr std::size_t Hidden = static_cast<std::size_t>(-1);
    constexpr std::size_t Unknown = Hidden - 1;
    std::vector<std::size_t> groupOfClass(looks.looks().size(), Unknown);
    std::unordered_map<std::uint64_t, std::size_t> groupOfColour; // with the drawing's own colours
    const auto groupOf = [&](std::uint32_t original) {
        const std::size_t styleClass = looks.classOf(original);
        const Look* const look = looks.looks()[styleClass];
        const QColor own = look == nullptr || look->line.isValid() ? QColor() : looks.colourOf(original);
        std::size_t& known = own.isValid() ? groupOfColour.try_emplace(std::uint64_t{styleClass} << 32 | own.rgba(), Unknown).first->second
                                           : groupOfClass[styleClass];
        if (known != Unknown)
            return known;
        if (look == nullptr || !look->isShownAt(denominator))
            return known = Hidden;
        known = visible.groups.size();
        visible.groups.push_back({styleClass, *look, {}});
        Look& painted = visible.groups.back().look;
        if (own.isValid()) {
            painted.line = own;
            if (painted.fill.isValid()) {
                const int alpha = painted.fill.alpha();
                painted.fill = own;
                painted.fill.setAlpha(alpha);
            }
            if (painted.label.isValid())
                painted.label = own;
        }
        return known;
    };
    const double smallest = Invisible * view.unitsPerPixel;
    shapes.tree().visit(view.visibleBox(margin), [&](std::uint32_t shape) {
        const Box& box = shapes.box(shape);
        if (shapes.kind(shape) != ShapeKind::Point && box.width() < smallest && box.height() < smallest)
            return;
        if (const std::size_t group = groupOf(visible.seen.original(shape)); group != Hidden)
            visible.groups[group].shapes.push_back(shape);
    });
    for (ShapeGroup& group : visible.groups)
        std::sort(group.shapes.begin(), group.shapes.end());
    std::sort(visible.groups.begin(), visible.groups.end(), [](const ShapeGroup& a, const ShapeGroup& b) {
        return std::tuple(a.look.order, a.styleClass, a.look.line.rgba()) < std::tuple(b.look.order, b.styleClass, b.look.line.rgba());
    });
    return visible;
}

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
    const double width = lineWidth(look, metresPerPixel);
    constexpr double Full = 3;  // pixels: a thinner line has a thinner casing, else small scales show casings only
    constexpr double Least = 0.45;
    return {look.casing, width + 2 * look.casingWidth * std::clamp(width / Full, Least, 1.0), Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin};
}

void paintShape(QPainter& painter, const ShapeStore& shapes, std::size_t shape, const Look& look,
                const ScreenMapper& mapper, double metresPerPixel) {
    const auto paintWith = [&](const QPen& pen, const QColor& fill) {
        if (!setPaint(painter, pen, fill))
            return;
        if (shapes.kind(shape) == ShapeKind::Polygon)
            paintPolygon(painter, shapes, shape, mapper);
        else if (shapes.kind(shape) == ShapeKind::Line)
            paintLine(painter, shapes, shape, mapper);
    };
    paintWith(casingPen(look, metresPerPixel), {});
    paintWith(linePen(look, metresPerPixel), look.fill);
}

void paintLayer(QPainter& painter, const LayerLooks& looks, const MapView& view, const std::stop_token& stop,
                const ShapePaper& paper) {
    const VisibleShapes visible = visibleShapes(looks, view);
    const ScreenMapper mapper(view, 64, paper.isPaper ? PaperGrid : 0);
    const ShapeStore& shapes = *visible.seen.shapes;
    const double metres = view.metresPerPixel();
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setOpacity(painter.opacity() * looks.style().opacity);
    const auto each = [&](ShapeKind kind, auto&& prepare, auto&& paintOne) {
        for (const ShapeGroup& group : visible.groups) {
            if (!prepare(group.look))
                continue;
            for (const std::uint32_t shape : group.shapes) {
                if (stop.stop_requested())
                    return;
                if (shapes.kind(shape) == kind)
                    paintOne(painter, shapes, shape, mapper);
            }
        }
    };
    each(
        ShapeKind::Polygon,
        [&](const Look& look) {
            Look outline = look;
            outline.groundWidth = 0;
            return setPaint(painter, linePen(outline, metres), look.fill);
        },
        paintPolygon);
    each(
        ShapeKind::Line, [&](const Look& look) { return setPaint(painter, casingPen(look, metres), {}); }, paintLine);
    each(
        ShapeKind::Line, [&](const Look& look) { return setPaint(painter, linePen(look, metres), {}); }, paintLine);
    if (shapes.has(ShapeKind::Point))
        for (const ShapeGroup& group : visible.groups)
            if (!stop.stop_requested())
                paintMarkers(painter, group, shapes, view, paper);
    painter.restore();
}

} // namespace gridwarden::gis
