// SPDX-License-Identifier: GPL-3.0-or-later
#include "gis/draw/decorations.h"

#include "core/base/words.h"
#include "gis/draw/incident_clusters.h"
#include "gis/draw/incident_heat.h"
#include "gis/draw/label.h"
#include "gis/draw/layer_looks.h"
#include "gis/draw/shape_painter.h"

#include <QFontMetricsF>
#include <array>
#include <cmath>
#include <iterator>

namespace gridwarden::gis {

namespace {

Caption captionOf(std::string_view group, std::string_view key) {
    return {core::word(group, key, core::Language::Chinese), core::word(group, key, core::Language::English)};
}

LegendEntry note(std::string chinese, std::string english) {
    LegendEntry entry;
    entry.kind = LegendEntry::Kind::Note;
    entry.caption = {std::move(chinese), std::move(english)};
    return entry;
}

/// By position in LayerLooks::looks(): whether a shape that is drawn so may be in view.
std::vector<bool> classesInView(const FrameLayer& layer, const std::shared_ptr<const VectorLayer>& shapes, const MapTheme& theme, const MapView& view) {
    const LayerLooks looks(shapes, layer.style, theme.background(), theme.text());
    std::vector<bool> isThere(looks.looks().size());
    std::size_t missing = isThere.size();
    shapes->shapes().tree().visit(view.visibleBox(), [&](std::uint32_t shape) {
        const std::size_t at = looks.classOf(shape);
        if (!isThere[at]) {
            isThere[at] = true;
            --missing;
        }
        return missing > 0;
    });
    return isThere;
}

void addSymbols(std::vector<LegendEntry>& entries, const IncidentSymbols& symbols) {
    for (const IncidentSymbols::Class& each : symbols.classes) {
        LegendEntry entry;
        entry.kind = LegendEntry::Kind::Incident;
        entry.incident = each.symbol;
        entry.caption = each.caption;
        entries.push_back(std::move(entry));
    }
}

std::vector<LegendEntry> symbolLegend(const IncidentSymbols& symbols) {
    std::vector<LegendEntry> entries{note(symbols.rule.chinese, symbols.rule.english)};
    addSymbols(entries, symbols);
    return entries;
}

std::vector<LegendEntry> clusterLegend(const IncidentSymbols& symbols) {
    std::vector<LegendEntry> entries(1);
    entries.front().kind = LegendEntry::Kind::Cluster;
    entries.front().caption = {"圈内数字为案件数", "Number of cases"};
    addSymbols(entries, symbols);
    return entries;
}

std::vector<LegendEntry> heatLegend(const IncidentIndex& incidents, double metresPerUnit, double radius) {
    const std::string length = lengthText(radius).toStdString();
    std::vector<LegendEntry> entries{note("案件密度（件/平方公里）", "Cases in a square kilometre"),
                                     note("高斯核，半径 " + length, "Gaussian kernel, radius " + length)};
    const double scale = densityScale(incidents, metresPerUnit, radius);
    for (auto stop = heatStops().rbegin(); scale > 0 && stop != heatStops().rend(); ++stop) {
        LegendEntry entry;
        entry.kind = LegendEntry::Kind::Area;
        entry.look.fill = stop->colour;
        const std::string bound = QString::number(stop->share * scale, 'g', 6).toStdString();
        entry.caption = {"≥ " + bound, "≥ " + bound};
        entries.push_back(std::move(entry));
    }
    return entries;
}

std::vector<LegendEntry> incidentLegend(const FrameContent& content, const MapView& view) {
    std::vector<LegendEntry> lamps;
    if (!content.incidents && !content.markers.empty())
        addSymbols(lamps, *IncidentSymbols::lamps());
    if (!content.incidents)
        return lamps;
    switch (content.incidentStyle.drawing) {
    case IncidentDrawing::Clusters:
        return clusterLegend(*content.symbols);
    case IncidentDrawing::Heat:
        return heatLegend(*content.incidents, view.metresPerUnit, content.incidentStyle.heatRadius);
    case IncidentDrawing::Symbols:
        break;
    }
    return symbolLegend(*content.symbols);
}

ShapeKind mainKind(const ShapeStore& shapes) {
    if (shapes.has(ShapeKind::Polygon))
        return ShapeKind::Polygon;
    return shapes.has(ShapeKind::Line) ? ShapeKind::Line : ShapeKind::Point;
}

} // namespace

double roundLength(double metres) {
    const double power = std::pow(10, std::floor(std::log10(metres)));
    for (const double digit : {5.0, 2.0})
        if (digit * power <= metres * (1 + 1e-9))
            return digit * power;
    return power;
}

QString lengthText(double metres) {
    if (metres >= 1000)
        return QString::number(metres / 1000) + QStringLiteral(" km");
    if (metres >= 1)
        return QString::number(metres) + QStringLiteral(" m");
    return QString::number(metres * 100) + QStringLiteral(" cm");
}

QRectF paintScaleBar(QPainter& painter, QPointF corner, double maxWidth, const MapView& view, QColor ink, QColor halo) {
    constexpr double BarHeight = 5;
    const double metres = roundLength(maxWidth * view.metresPerPixel());
    const double width = metres / view.metresPerPixel();
    const QFont font = mapFont(painter.font().family(), 0.9);
    const QFontMetricsF metrics(font);
    const double textWidth = metrics.horizontalAdvance(lengthText(metres));
    const QRectF bar(corner.x(), corner.y() - BarHeight, width, BarHeight);
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing, false);
    painter.fillRect(bar.adjusted(-1.5, -1.5, 1.5, 1.5), halo);
    for (int quarter = 0; quarter < 4; ++quarter)
        painter.fillRect(QRectF(bar.left() + quarter * width / 4, bar.top() + (quarter % 2) * BarHeight / 2, width / 4,
                                BarHeight / 2),
                         ink);
    painter.setBrush(Qt::NoBrush);
    painter.setPen(QPen(ink, 0.8));
    painter.drawRect(bar);
    painter.setRenderHint(QPainter::Antialiasing);
    drawLabelAsText(painter, {lengthText(metres), font, ink, {bar.right(), bar.top() - metrics.height() / 2 - 1}, 0, {}}, halo);
    painter.restore();
    return bar.adjusted(-1.5, -metrics.height() - 2, textWidth / 2, 1.5);
}

void paintNorthArrow(QPainter& painter, QPointF top, double height, QColor ink, QColor halo) {
    const QFont font = mapFont(painter.font().family(), height / 40, true);
    const double letter = QFontMetricsF(font).height() * 0.85;
    const double half = (height - letter) * 0.34;
    const QPointF tip = top + QPointF(0, letter);
    const QPointF tail = top + QPointF(0, height - (height - letter) * 0.22);
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(QPen(halo, 3, Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin));
    const QPolygonF whole({tip, top + QPointF(half, height), tail, top + QPointF(-half, height)});
    painter.setBrush(halo);
    painter.drawPolygon(whole);
    painter.setPen(QPen(ink, 1, Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin));
    painter.setBrush(Qt::white);
    painter.drawPolygon(whole);
    painter.setBrush(ink);
    painter.drawPolygon(QPolygonF({tip, tail, top + QPointF(-half, height)}));
    drawLabelAsText(painter, {QStringLiteral("N"), font, ink, top + QPointF(0, letter / 2), 0, {}}, halo);
    painter.restore();
}

std::span<const int> usualDenominators() {
    static constexpr std::array denominators = {500,    1'000,  2'000,   2'500,   5'000,   10'000,   20'000,
                                                25'000, 50'000, 100'000, 200'000, 500'000, 1'000'000};
    return denominators;
}

std::vector<LegendEntry> legendOf(const FrameContent& content, const MapView& view, LegendClasses classes) {
    std::vector<LegendEntry> entries = incidentLegend(content, view);
    const double denominator = view.scaleDenominator();
    if (!content.ground)
        return entries;
    for (auto overlay = content.ground->areas.rbegin(); overlay != content.ground->areas.rend(); ++overlay)
        if (overlay->isVisible && overlay->areas->size() > 0 && overlay->look.look.isShownAt(denominator)) {
            LegendEntry entry;
            entry.kind = LegendEntry::Kind::Area;
            entry.caption = captionOf("area_kinds", core::areaKindKey(overlay->areas->kind()));
            entry.look = overlay->look.look;
            entry.shape = mainKind(overlay->areas->shapes());
            entries.push_back(entry);
            if (!overlay->shading)
                continue;
            entries.push_back(note(overlay->shading->title.chinese, overlay->shading->title.english));
            for (auto each = overlay->shading->classes.rbegin(); each != overlay->shading->classes.rend(); ++each) {
                entry.look.fill = each->fill;
                entry.caption = each->caption;
                entries.push_back(entry);
            }
        }
    for (auto each = content.ground->layers.rbegin(); each != content.ground->layers.rend(); ++each) {
        const auto* shapes = std::get_if<std::shared_ptr<const VectorLayer>>(&each->layer);
        if (!each->isVisible || shapes == nullptr || !each->style.isShownAt(denominator))
            continue;
        const ShapeKind shape = mainKind((*shapes)->shapes());
        const auto add = [&](const Look& look, const Caption& caption) {
            const bool isUnseen = shape == ShapeKind::Point
                                      ? look.markerSize <= 0
                                      : !look.line.isValid() && look.fill == content.ground->theme.background();
            if (isUnseen || !look.isShownAt(denominator))
                return;
            LegendEntry entry;
            entry.caption = caption == Caption{} ? Caption{(*shapes)->name(), (*shapes)->name()} : caption;
            entry.look = look;
            entry.shape = shape;
            entries.push_back(std::move(entry));
        };
        const std::vector<bool> isThere = classes == LegendClasses::InView ? classesInView(*each, *shapes, content.ground->theme, view)
                                                                            : std::vector<bool>(each->style.classes.size() + 1, true);
        for (std::size_t i = each->style.classes.size(); i-- > 0;)
            if (isThere[i])
                add(each->style.classes[i].look, each->style.classes[i].caption);
        if (each->style.classes.empty() && isThere.back())
            add(each->style.other, each->style.otherCaption);
    }
    return entries;
}

QStringList attributionsOf(const GroundContent& ground, const MapView& view) {
    QStringList all;
    for (auto each = ground.layers.rbegin(); each != ground.layers.rend(); ++each) {
        const auto* const tiles = std::get_if<std::shared_ptr<const TileLayer>>(&each->layer);
        if (tiles == nullptr || !each->isVisible || !each->style.isShownAt(view.scaleDenominator()))
            continue;
        const QString text = QString::fromStdString((*tiles)->service().attribution).simplified();
        if (!text.isEmpty() && !all.contains(text))
            all << text;
    }
    return all;
}

QRectF paintAttribution(QPainter& painter, QPointF corner, double maxWidth, const QString& text, QColor ink,
                        QColor paper) {
    constexpr double Beside = 4;
    painter.save();
    const QFont font = mapFont(painter.font().family(), 0.8);
    const QFontMetricsF metrics(font);
    const QString shown = metrics.elidedText(text, Qt::ElideRight, maxWidth - 2 * Beside);
    const QSizeF size(metrics.horizontalAdvance(shown) + 2 * Beside, metrics.height() + 2);
    const QRectF box(corner - QPointF(size.width(), size.height()), size);
    paper.setAlpha(190);
    painter.setPen(Qt::NoPen);
    painter.setBrush(paper);
    painter.drawRect(box);
    painter.setPen(ink);
    painter.setFont(font);
    painter.drawText(box, Qt::AlignCenter, shown);
    painter.restore();
    return box;
}

void paintLegendSample(QPainter& painter, const QRectF& box, const LegendEntry& entry) {
    constexpr double SampleScale = 2; // metres in a pixel: as on a map of a few streets
    if (entry.kind == LegendEntry::Kind::Incident) {
        drawIncidentSymbol(painter, box.center(), std::min(box.width(), box.height()) * 0.9, entry.incident);
        return;
    }
    if (entry.kind == LegendEntry::Kind::Note)
        return;
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    if (entry.kind == LegendEntry::Kind::Cluster) {
        drawClusterCircle(painter, box.center(), std::min(box.width(), box.height()) / 2, QStringLiteral("12"), mapFont(painter.font().family(), 0.75, true));
        painter.restore();
        return;
    }
    if (entry.shape == ShapeKind::Line) {
        for (const QPen& pen : {casingPen(entry.look, SampleScale), linePen(entry.look, SampleScale)}) {
            painter.setPen(pen);
            if (pen.style() != Qt::NoPen)
                painter.drawLine(QPointF(box.left() + 2, box.center().y()), QPointF(box.right() - 2, box.center().y()));
        }
    } else {
        Look look = entry.look;
        look.groundWidth = 0;
        const bool isPoint = entry.shape == ShapeKind::Point;
        const QColor fill = isPoint ? markerColour(look) : look.fill;
        painter.setPen(isPoint ? QPen(Qt::NoPen) : linePen(look, SampleScale));
        painter.setBrush(fill.isValid() ? QBrush(fill) : QBrush(Qt::NoBrush));
        if (isPoint)
            painter.drawEllipse(box.center(), look.markerSize / 2, look.markerSize / 2);
        else
            painter.drawRect(box.adjusted(2, 2, -2, -2));
    }
    painter.restore();
}

} // namespace gridwarden::gis
