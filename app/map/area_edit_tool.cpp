// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/map/area_edit_tool.h"

#include "app/map/coordinate_text.h"
#include "app/map/map_widget.h"
#include "app/text/message_text.h"
#include "gis/crs/geodesic.h"

#include <QCoreApplication>
#include <QPainterPath>
#include <algorithm>

namespace gridwarden::app {

namespace {

QString say(const char* text) { return QCoreApplication::translate("AreaEdit", text); }

const QColor GainColour(0x1B, 0x7F, 0xB5);
const QColor NewColour(0xE6, 0x9F, 0x00); // told apart from the other with any kind of colour vision

} // namespace

AreaEditTool::AreaEditTool(MapWidget& map, AreaEditKind kind) : MapTool(map), m_kind(kind) {}

AreaEditTool::~AreaEditTool() { QObject::disconnect(m_done); }

AreaEditing& AreaEditTool::editing() const { return m_map.areaEditing(); }

ToolKind AreaEditTool::kind() const {
    switch (m_kind) {
    case AreaEditKind::Draw:
        return ToolKind::DrawArea;
    case AreaEditKind::Split:
        return ToolKind::SplitArea;
    case AreaEditKind::Merge:
        return ToolKind::MergeAreas;
    case AreaEditKind::Reshape:
        return ToolKind::ReshapeBorder;
    case AreaEditKind::Vertices:
        break;
    }
    return ToolKind::MoveVertices;
}

QString AreaEditTool::hint() const {
    switch (m_kind) {
    case AreaEditKind::Draw:
        return say(QT_TRANSLATE_NOOP("AreaEdit", "Click around the new area; Enter or a double click confirms, Backspace takes the last vertex away, S turns snapping on and off."));
    case AreaEditKind::Split:
        return say(QT_TRANSLATE_NOOP("AreaEdit", "Click a line from border to border; Enter or a double click confirms, Backspace takes the last vertex away, S turns snapping on and off."));
    case AreaEditKind::Merge:
        return say(QT_TRANSLATE_NOOP("AreaEdit", "Click the areas that become one; Enter confirms."));
    case AreaEditKind::Reshape:
        return say(QT_TRANSLATE_NOOP("AreaEdit", "Click the new course of a border, from the border and back to it; Enter or a double click confirms."));
    case AreaEditKind::Vertices:
        break;
    }
    return say(QT_TRANSLATE_NOOP("AreaEdit", "Drag vertices or edges of borders; Delete takes the vertex under the pointer away, Backspace the last step back, Enter confirms."));
}

void AreaEditTool::activate() {
    editing().begin();
    editing().propose(m_kind, std::nullopt);
    m_done = QObject::connect(&editing(), &AreaEditing::sketchDone, &m_map, [this] { leaveSketch(); });
}

void AreaEditTool::deactivate() {
    QObject::disconnect(m_done);
    leaveSketch();
}

// ── Pointer ──

bool AreaEditTool::press(const MapPointer& pointer) {
    if (pointer.button == Qt::RightButton) {
        if (!editing().proposal())
            return false;
        editing().confirm();
        return true;
    }
    if (pointer.button != Qt::LeftButton)
        return false;
    const auto place = snapped(m_map, editing(), pointer);
    const auto plain = m_map.picture().toGeo(pointer.map);
    if (!place || !plain)
        return true;
    if (m_kind == AreaEditKind::Merge)
        choose(*plain);
    else if (m_kind == AreaEditKind::Vertices)
        grab(pointer);
    else if (m_vertices.empty() || !(m_vertices.back() == place->place))
        m_vertices.push_back(place->place);
    m_pointer.reset();
    propose();
    return true;
}

bool AreaEditTool::move(const MapPointer& pointer) {
    m_pointer = snapped(m_map, editing(), pointer);
    if (isSketch() ? !m_vertices.empty() : m_held.has_value())
        propose();
    m_map.update();
    return true;
}

bool AreaEditTool::release(const MapPointer& pointer) {
    if (!m_held || pointer.button != Qt::LeftButton)
        return false;
    if (const auto place = snapped(m_map, editing(), pointer))
        drop(place->place);
    m_held.reset();
    propose();
    return true;
}

bool AreaEditTool::doubleClick(const MapPointer&) {
    if (!isSketch())
        return true; // the second click of two
    m_pointer.reset(); // its first click has set the last vertex
    propose();
    editing().confirm();
    return true;
}

bool AreaEditTool::key(QKeyEvent* event) {
    switch (event->key()) {
    case Qt::Key_Return:
    case Qt::Key_Enter:
        m_pointer.reset();
        propose();
        editing().confirm();
        return true;
    case Qt::Key_Backspace:
        return takeBack();
    case Qt::Key_Delete:
        if (m_kind == AreaEditKind::Vertices && m_pointer) {
            const auto found = gis::borderAt(draftCover(), m_pointer->place, snapMetres(m_map));
            if (found && found->isVertex()) {
                auto edit = gis::removeVertex(draftCover(), found->place);
                m_fault = edit ? std::nullopt : std::optional(edit.error());
                if (edit) {
                    Draft draft = m_drafts.empty() ? Draft() : m_drafts.back();
                    for (gis::CoverEdit::Changed& changed : edit->changed)
                        draft[changed.id] = std::move(changed.shape);
                    m_drafts.push_back(std::move(draft));
                }
                propose();
            }
            return true;
        }
        return takeBack();
    case Qt::Key_S:
        if (event->modifiers() == Qt::NoModifier) {
            editing().setSnaps(!editing().snaps());
            return true;
        }
        return false;
    default:
        return false;
    }
}

bool AreaEditTool::takeBack() {
    m_fault.reset();
    if (isSketch() && !m_vertices.empty())
        m_vertices.pop_back();
    else if (m_kind == AreaEditKind::Merge && !m_chosen.empty())
        m_chosen.pop_back();
    else if (m_kind == AreaEditKind::Vertices && !m_drafts.empty())
        m_drafts.pop_back();
    else
        return false;
    propose();
    return true;
}

bool AreaEditTool::leaveSketch() {
    const bool was = !m_vertices.empty() || !m_chosen.empty() || !m_drafts.empty() || m_held;
    m_vertices.clear();
    m_chosen.clear();
    m_drafts.clear();
    m_held.reset();
    m_fault.reset();
    m_pointer.reset();
    if (editing().isActive())
        editing().propose(m_kind, std::nullopt);
    m_map.showReading({});
    m_map.update();
    return was;
}

// ── What is drawn ──

void AreaEditTool::choose(core::GeoPoint place) {
    const core::Area* const area = editing().areaAt(place);
    if (area == nullptr)
        return;
    if (const auto known = std::find(m_chosen.begin(), m_chosen.end(), area->id); known != m_chosen.end())
        m_chosen.erase(known);
    else
        m_chosen.push_back(area->id);
}

std::vector<gis::CoverArea> AreaEditTool::draftCover() const {
    std::vector<gis::CoverArea> cover = editing().cover();
    if (!m_drafts.empty())
        for (gis::CoverArea& area : cover)
            if (const auto changed = m_drafts.back().find(area.id); changed != m_drafts.back().end())
                area = gis::CoverArea(area.id, &changed->second);
    return cover;
}

void AreaEditTool::grab(const MapPointer& pointer) {
    m_fault.reset();
    if (const auto place = m_map.picture().toGeo(pointer.map))
        m_held = gis::borderAt(draftCover(), *place, snapMetres(m_map));
}

void AreaEditTool::drop(core::GeoPoint place) {
    if (place == m_held->place)
        return; // let go where it was taken
    auto edit = m_held->isVertex() ? gis::moveVertex(draftCover(), m_held->place, place) : gis::insertVertex(draftCover(), *m_held->from, *m_held->to, place);
    m_fault = edit ? std::nullopt : std::optional(edit.error());
    if (!edit)
        return;
    Draft draft = m_drafts.empty() ? Draft() : m_drafts.back();
    for (gis::CoverEdit::Changed& changed : edit->changed)
        draft[changed.id] = std::move(changed.shape);
    m_drafts.push_back(std::move(draft));
}

void AreaEditTool::propose() {
    std::optional<core::Result<gis::CoverEdit>> edit;
    core::Line line = m_vertices;
    if (m_pointer && !line.empty() && !(line.back() == m_pointer->place))
        line.push_back(m_pointer->place);
    const core::AreaId selected = m_map.workspace().selectedArea();
    switch (m_kind) {
    case AreaEditKind::Draw:
        if (line.size() > 2) {
            line.push_back(line.front());
            edit = gis::drawArea(editing().cover(), line, editing().rule());
        } else if (!m_vertices.empty()) {
            edit = core::fail(core::ErrorCode::BadInput, {"sketch-too-short", {}});
        }
        break;
    case AreaEditKind::Split:
        if (!m_vertices.empty())
            edit = gis::splitAreas(editing().cover(), line);
        break;
    case AreaEditKind::Reshape:
        if (!m_vertices.empty())
            edit = gis::reshapeBorder(editing().cover(), line, selected);
        break;
    case AreaEditKind::Merge:
        if (!m_chosen.empty())
            edit = gis::mergeAreas(editing().cover(), m_chosen);
        break;
    case AreaEditKind::Vertices: {
        if (m_fault) {
            edit = tl::unexpected<core::Error>(*m_fault);
            break;
        }
        gis::CoverEdit whole;
        Draft draft = m_drafts.empty() ? Draft() : m_drafts.back();
        if (m_held && m_pointer && !(m_pointer->place == m_held->place)) {
            auto step = m_held->isVertex() ? gis::moveVertex(draftCover(), m_held->place, m_pointer->place)
                                           : gis::insertVertex(draftCover(), *m_held->from, *m_held->to, m_pointer->place);
            if (!step) {
                edit = std::move(step);
                break;
            }
            for (gis::CoverEdit::Changed& changed : step->changed)
                draft[changed.id] = std::move(changed.shape);
        }
        for (auto& [id, shape] : draft)
            whole.changed.push_back({id, shape});
        if (!whole.changed.empty())
            edit = std::move(whole);
        break;
    }
    }
    editing().propose(m_kind, std::move(edit));
    tell();
}

void AreaEditTool::tell() {
    QStringList parts;
    core::Line line = m_vertices;
    if (m_pointer && !line.empty())
        line.push_back(m_pointer->place);
    if (line.size() > 1)
        parts << say(QT_TRANSLATE_NOOP("AreaEdit", "Length %1")).arg(lengthText(gis::lengthMetres(line)));
    if (m_kind == AreaEditKind::Draw && line.size() > 2)
        parts << say(QT_TRANSLATE_NOOP("AreaEdit", "Area %1")).arg(areaText(gis::areaSquareMetres(line)));
    const auto& proposal = editing().proposal();
    if (proposal && !*proposal && !m_pointer)
        parts << text(proposal->error());
    m_map.showReading(parts.join(QStringLiteral(" · ")));
    m_map.update();
}

// ── Painting ──

void AreaEditTool::paintShape(QPainter& painter, const core::Shape& shape, const QColor& fill, const QPen& line) const {
    QPainterPath path;
    path.setFillRule(Qt::OddEvenFill);
    for (const core::Polygon& polygon : shape.polygons)
        for (const core::Line& ring : polygon) {
            QPolygonF points;
            for (const core::GeoPoint place : ring)
                if (const auto screen = m_map.screenAt(place))
                    points << *screen;
            path.addPolygon(points);
        }
    painter.setPen(line);
    painter.setBrush(fill);
    painter.drawPath(path);
}

void AreaEditTool::paint(QPainter& painter) const {
    const auto faded = [](QColor colour) {
        colour.setAlpha(60);
        return colour;
    };
    const QColor halo = m_map.picture().layers().theme().halo();
    for (const gis::CoverArea& area : editing().cover())
        if (std::find(m_chosen.begin(), m_chosen.end(), area.id) != m_chosen.end())
            paintShape(painter, *area.shape, faded(NewColour), QPen(NewColour, 2));
    if (const auto& proposal = editing().proposal(); proposal && *proposal) {
        for (const auto& changed : (*proposal)->changed)
            paintShape(painter, changed.shape, faded(GainColour), QPen(GainColour, 2));
        for (const auto& added : (*proposal)->added)
            paintShape(painter, added.shape, faded(NewColour), QPen(NewColour, 2));
    }
    QPolygonF points;
    for (const core::GeoPoint vertex : m_vertices)
        if (const auto screen = m_map.screenAt(vertex))
            points << *screen;
    const qsizetype fixed = points.size();
    const auto pointer = m_pointer ? m_map.screenAt(m_pointer->place) : std::nullopt;
    if (pointer && !points.isEmpty())
        points << *pointer;
    const QColor colour = m_map.palette().color(QPalette::Highlight);
    painter.setBrush(Qt::NoBrush);
    for (const QPen& pen : {QPen(halo, 5), QPen(colour, 2.5)}) {
        painter.setPen(pen);
        painter.drawPolyline(points);
        if (m_kind == AreaEditKind::Draw && points.size() > 2)
            painter.drawLine(points.last(), points.first());
    }
    painter.setPen(QPen(colour, 2));
    painter.setBrush(halo);
    for (qsizetype i = 0; i < fixed; ++i)
        painter.drawEllipse(points[i], 3.5, 3.5);
    if (pointer && m_kind != AreaEditKind::Merge)
        paintSnap(painter, *pointer, m_pointer->kind, halo);
}

} // namespace gridwarden::app
