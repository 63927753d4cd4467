// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/report/report_map.h"

#include "app/map/still_picture.h"
#include "app/report/marker_placer.h"
#include "app/report/page_layout.h"
#include "app/report/text_style.h"
#include "gis/draw/ground_painter.h"

#include <QPainterPath>
#include <algorithm>

namespace gridwarden::app {

namespace {

constexpr double PaperDpi = 300;          // how finely images are read for paper
constexpr double UnitsPerPixel = 6;       // a map pixel is 0.6 points: labels of 7.8 points
constexpr double UnitsPerPixelCrowded = 5;
constexpr double SurroundingMetres = 150; // shown around a case at the rim
constexpr std::size_t Crowded = 60;       // incidents from which symbols are smaller

bool isOpen(const CaseLine& line, core::Moment asOf) { return core::classOf(line.fact.stateAt(asOf)) == core::CaseClass::Open; }

/// Overdue first, then open, then the latest report.
std::vector<std::size_t> byImportance(const std::vector<CaseLine>& lines, core::Moment asOf) {
    std::vector<std::size_t> order(lines.size());
    for (std::size_t i = 0; i < order.size(); ++i)
        order[i] = i;
    const auto rank = [&](std::size_t i) {
        const core::CaseFact& fact = lines[i].fact;
        if (fact.isOverdueAt(asOf))
            return 0;
        return isOpen(lines[i], asOf) ? 1 : 2;
    };
    std::stable_sort(order.begin(), order.end(), [&](std::size_t a, std::size_t b) {
        return std::pair(rank(a), -lines[a].fact.reported) < std::pair(rank(b), -lines[b].fact.reported);
    });
    return order;
}

} // namespace

// ── One map ──

void AreaMap::paint(QPainter& painter, QPointF corner) const {
    const QRectF window(QPointF(), QSizeF(m_view.size));
    painter.save();
    painter.translate(corner);
    painter.scale(m_unitsPerPixel, m_unitsPerPixel);
    painter.setFont(gis::mapFont(reportFontFamily(), 1));
    painter.save();
    painter.setClipRect(window);
    gis::paint(painter, m_below, m_view);
    painter.setRenderHint(QPainter::Antialiasing);
    paintFocus(painter);
    for (const Leader& leader : m_leaders) {
        painter.setPen(QPen(ink::Text, 0.8));
        painter.drawLine(m_view.toScreen(leader.place), leader.marker);
        gis::drawIncidentSymbol(painter, m_view.toScreen(leader.place), 6, gis::lampSymbol(leader.lamp));
    }
    gis::paintFront(painter, m_above, m_view);
    const QColor halo(255, 255, 255, 200);
    gis::paintScaleBar(painter, {12, window.height() - 10}, window.width() / 4, m_view, ink::Text, halo);
    gis::paintNorthArrow(painter, {window.width() - 18, 6}, 38, ink::Text, halo);
    painter.restore();
    painter.setBrush(Qt::NoBrush);
    painter.setPen(QPen(ink::Faint, 0.8));
    painter.drawRect(window);
    painter.restore();
}

/// Makes what is not the area paler, and draws its outline.
void AreaMap::paintFocus(QPainter& painter) const {
    if (!m_shape)
        return;
    const gis::ShapeStore& shapes = m_areas->shapes();
    const bool isPolygon = shapes.kind(*m_shape) == gis::ShapeKind::Polygon;
    QPainterPath outline;
    for (std::size_t part = 0; part < shapes.partCount(*m_shape); ++part) {
        QPolygonF ring;
        for (const gis::MapPoint& vertex : shapes.part(*m_shape, part))
            ring += m_view.toScreen(vertex);
        outline.addPolygon(ring);
    }
    if (isPolygon) {
        QPainterPath outside = outline;
        outside.setFillRule(Qt::OddEvenFill);
        outside.addRect(QRectF(QPointF(), QSizeF(m_view.size)));
        painter.fillPath(outside, QColor(255, 255, 255, 120));
    }
    painter.setBrush(Qt::NoBrush);
    painter.setPen(QPen(ink::Accent, 2.5, Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin));
    painter.drawPath(outline);
}

// ── All maps of a report ──

ReportMaps::ReportMaps(const ReportScope& scope, gis::Crs crs, gis::Transform toMap, gis::MapTheme theme)
    : m_scope(&scope), m_crs(std::move(crs)), m_toMap(std::move(toMap)), m_theme(std::move(theme)) {}

core::Result<ReportMaps> ReportMaps::load(const ReportScope& scope, const std::vector<ReportLayer>& layers, std::stop_token stop) {
    gis::Crs crs = mapCrsOf(scope.district);
    auto toMap = gis::Transform::between(gis::Crs::cgcs2000(), crs);
    if (!toMap)
        return core::fail(toMap);
    auto theme = gis::MapTheme::load(gis::ThemeVariant::Light);
    if (!theme)
        return core::fail(theme);
    ReportMaps maps(scope, std::move(crs), std::move(*toMap), std::move(*theme));
    int position = 0;
    for (const ReportLayer& layer : layers) {
        auto loaded = gis::loadLayer(layer.source, maps.m_crs, stop);
        if (!loaded && loaded.error().code == core::ErrorCode::Cancelled)
            return core::fail(loaded);
        if (!loaded) {
            maps.m_notes.push_back(loaded.error().what);
            continue;
        }
        gis::LayerStyle style = layer.style ? *layer.style : maps.m_theme.styleFor(gis::traitsOf(*loaded, position));
        maps.m_layers.insert(maps.m_layers.begin(), {std::move(*loaded), std::move(style)});
        ++position;
    }
    return maps;
}

std::shared_ptr<const gis::AreaLayer> ReportMaps::areasOf(core::AreaKind kind) {
    auto& layer = m_areas[kind];
    if (!layer) {
        std::vector<core::Area> areas;
        for (const core::Area* area : m_scope->district.areas().ofKind(kind, m_scope->period.to))
            areas.push_back(*area);
        layer = gis::AreaLayer::build(kind, areas, m_toMap);
    }
    return layer;
}

std::shared_ptr<const gis::GroundContent> ReportMaps::groundFor(core::AreaKind kind) {
    auto& known = m_grounds[kind];
    if (known)
        return known;
    auto ground = std::make_shared<gis::GroundContent>(gis::GroundContent{m_theme, m_layers, {}, reportFontFamily()});
    const auto add = [&](core::AreaKind each) {
        if (const auto areas = areasOf(each); areas->size() > 0)
            ground->areas.push_back({areas, m_theme.areaLook(each), nullptr});
    };
    if (kind != core::AreaKind::Grid && kind != core::AreaKind::Cell)
        add(core::AreaKind::Grid);
    add(kind);
    known = std::move(ground);
    return known;
}

std::optional<gis::MapPoint> ReportMaps::placeOf(const CaseLine& line) const {
    if (!line.fact.hasPlace())
        return std::nullopt;
    const auto place = m_toMap.forward(gis::toMapPoint({line.fact.longitude, line.fact.latitude}));
    return place ? std::optional(*place) : std::nullopt;
}

void ReportMaps::placeIncidents(const std::vector<CaseLine>& cases, AreaMap& map) const {
    MarkerPlacer placer(QSizeF(map.m_view.size));
    std::vector<gis::MapPoint> dots;
    std::vector<gis::IncidentLook> looks;
    const auto hasPlace = [](const CaseLine& line) { return line.fact.hasPlace(); };
    map.m_numbersOnlyOpen = std::count_if(cases.begin(), cases.end(), hasPlace) > static_cast<std::ptrdiff_t>(MaxNumberedCases);
    for (const std::size_t i : byImportance(cases, m_scope->asOf())) {
        const CaseLine& line = cases[i];
        const auto place = placeOf(line);
        if (!place) {
            ++map.m_withoutPlace;
            continue;
        }
        const core::Lamp lamp = line.fact.lampAt(m_scope->asOf());
        const QPointF screen = map.m_view.toScreen(*place);
        const QString number = QString::number(i + 1);
        const bool isNumbered = map.m_markers.size() < MaxNumberedCases && (!map.m_numbersOnlyOpen || isOpen(line, m_scope->asOf()));
        const auto marker = isNumbered ? placer.place(screen, number) : std::nullopt;
        if (!marker) {
            dots.push_back(*place);
            looks.push_back(gis::lampLook(lamp));
            continue;
        }
        if (*marker != screen)
            map.m_leaders.push_back({*place, *marker, lamp});
        map.m_markers.push_back({map.m_view.toMap(*marker), number, lamp});
    }
    std::reverse(map.m_markers.begin(), map.m_markers.end()); // the most important ones are painted last
    map.m_unnumbered = dots.size();
    if (!dots.empty())
        map.m_below.incidents = gis::IncidentIndex::build(gis::IncidentPlaces::build(dots), looks);
}

std::shared_ptr<const AreaMap> ReportMaps::of(const AreaReport& report, QSizeF size) {
    return make(report.area->kind, report.area->id, report.cases, size);
}

std::shared_ptr<const AreaMap> ReportMaps::of(const std::vector<CaseLine>& cases, QSizeF size) { return make(core::AreaKind::Grid, {}, cases, size); }

std::shared_ptr<const AreaMap> ReportMaps::make(core::AreaKind kind, std::optional<core::AreaId> focus, const std::vector<CaseLine>& cases, QSizeF size) {
    auto map = std::make_shared<AreaMap>();
    map->m_areas = areasOf(kind);
    if (focus)
        map->m_shape = map->m_areas->shapeOf(*focus);
    gis::Box box;
    if (map->m_shape) {
        box = map->m_areas->shapes().box(*map->m_shape);
    } else {
        for (const CaseLine& line : cases)
            if (const auto place = placeOf(line)) {
                const double around = SurroundingMetres / m_crs.metresPerUnit();
                box.include(place->x - around, place->y - around);
                box.include(place->x + around, place->y + around);
            }
        if (box.isEmpty())
            return nullptr;
    }
    map->m_unitsPerPixel = cases.size() > Crowded ? UnitsPerPixelCrowded : UnitsPerPixel;
    map->m_view.size = (size / map->m_unitsPerPixel).toSize();
    map->m_view.metresPerUnit = m_crs.metresPerUnit();
    map->m_view.pixelRatio = PaperDpi / UnitsPerInch * map->m_unitsPerPixel;
    map->m_view = map->m_view.fittedTo(box, 22);
    map->m_below.ground = groundFor(kind);
    placeIncidents(cases, *map);
    map->m_above.ground = map->m_below.ground;
    map->m_above.markers = map->m_markers;

    gis::FrameContent all = map->m_below;
    all.markers = map->m_markers;
    map->m_legend = gis::legendOf(all, map->m_view, gis::LegendClasses::InView);
    std::erase_if(map->m_legend, [&](const gis::LegendEntry& entry) {
        if (entry.kind == gis::LegendEntry::Kind::Note)
            return true; // the map's own note says which cases have a number
        return entry.kind == gis::LegendEntry::Kind::Incident && std::none_of(cases.begin(), cases.end(), [&](const CaseLine& line) {
                   return line.fact.hasPlace() && gis::lampSymbol(line.fact.lampAt(m_scope->asOf())) == entry.incident;
               });
    });
    return map;
}

} // namespace gridwarden::app
