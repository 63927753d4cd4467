// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/map/map_widget.h"

#include "app/map/area_editing.h"
#include "app/map/map_overlay.h"

#include "gis/draw/decorations.h"

#include <QDragEnterEvent>
#include <QDropEvent>
#include <QMimeData>
#include <QMouseEvent>
#include <QPainter>
#include <QUrl>

namespace gridwarden::app {

namespace {

constexpr double PickPixels = 9;
constexpr double SmallestZoomBox = 5;  // pixels; less is a slip of the hand
constexpr int Margin = 12;

} // namespace

MapWidget::MapWidget(Workspace& workspace, LayerList& layers, QWidget* parent)
    : QWidget(parent), m_picture(workspace, layers), m_layers(layers), m_areaEditing(new AreaEditing(*this, layers.jobs())), m_navigation(*this) {
    setObjectName(QStringLiteral("map"));
    setFocusPolicy(Qt::StrongFocus);
    setMouseTracking(true);
    setAcceptDrops(true);
    setAttribute(Qt::WA_OpaquePaintEvent);
    setMinimumSize(240, 180);
    m_view.metresPerUnit = layers.mapCrs().metresPerUnit();
    m_tool = makeTool(ToolKind::Pan, *this);
    m_tool->activate();
    updateCursor();
    connect(&m_picture, &MapPicture::changed, this, [this] {
        m_picture.prepare(m_view);
        update();
    });
    connect(&m_picture, &MapPicture::mapCrsChanged, this, [this] {
        m_view.metresPerUnit = m_layers.mapCrs().metresPerUnit();
        m_history.clear();
        showAll();
    });
    connect(&workspace, &Workspace::districtOpened, this, [this] {
        m_hasExtent = false;
        m_history.clear();
        showAll();
    });
    connect(&workspace, &Workspace::changed, this, [this] {
        if (!m_hasExtent)
            showAll();
    });
    connect(&workspace, &Workspace::zoomRequested, this, &MapWidget::zoomTo);
    followTheme();
    if (workspace.district() != nullptr)
        showAll();
}

MapWidget::~MapWidget() = default;

// ── View ──

void MapWidget::present(const gis::MapView& view) {
    m_view = view;
    m_picture.prepare(m_view);
    update();
    emit viewChanged();
}

void MapWidget::setView(const gis::MapView& view) {
    m_showsAll = false;
    if (view == m_view)
        return;
    m_history.visit(view);
    present(view);
    emit historyChanged();
}

void MapWidget::zoomTo(const core::GeoBox& box) {
    const gis::Box onMap = m_picture.toMap(box);
    if (onMap.isEmpty())
        return;
    gis::MapView fitted = m_view.fittedTo(onMap, 32);
    constexpr double NearestFit = 500; // a single case is shown with its surroundings
    if (fitted.scaleDenominator() < NearestFit || onMap.width() + onMap.height() <= 0)
        fitted = fitted.withScale(std::min(m_view.scaleDenominator(), 2000.0));
    setView(fitted);
    m_hasExtent = true;
}

void MapWidget::zoomToMapBox(const gis::Box& box) {
    if (box.isEmpty())
        return;
    constexpr double LeastStep = 2;
    const gis::MapView fitted = m_view.fittedTo(box, 48);
    const gis::MapView step = m_view.centredOn({(box.minX + box.maxX) / 2, (box.minY + box.maxY) / 2})
                                  .zoomedAbout(QPointF(width(), height()) / 2, LeastStep);
    setView(fitted.unitsPerPixel < step.unitsPerPixel ? fitted : step);
}

void MapWidget::centreOn(core::GeoPoint place) {
    if (const auto point = m_picture.toMap(place))
        setView(m_view.centredOn(*point));
}

void MapWidget::zoomBy(double factor) { setView(m_view.zoomedAbout(QPointF(width(), height()) / 2, factor)); }

void MapWidget::setScale(double denominator) { setView(m_view.withScale(denominator)); }

void MapWidget::showAll() {
    const core::District* const district = workspace().district();
    if (district == nullptr)
        return;
    core::GeoBox box = district->areas().bounds();
    if (box.isEmpty())
        workspace().facts()->each([&](std::size_t, const core::CaseFact& fact) {
            if (fact.hasPlace())
                box.include(core::GeoPoint{fact.longitude, fact.latitude});
        });
    for (int row = 0; box.isEmpty() && row < m_layers.rowCount(); ++row)
        box = m_layers.extentOf(row);
    if (!box.isEmpty()) {
        zoomTo(box);
        m_showsAll = true;
    } else if (!m_hasExtent) {
        present(m_view.centredOn(m_picture.toMap(core::GeoPoint{105, 35}).value_or(gis::MapPoint{})).withScale(20'000'000));
    }
}

void MapWidget::zoomToSelection() {
    core::GeoBox box;
    const core::CaseFacts& facts = *workspace().facts();
    for (const core::CaseId id : workspace().selectedCases())
        if (const auto row = facts.rowOf(id); row && facts[*row].hasPlace())
            box.include(core::GeoPoint{facts[*row].longitude, facts[*row].latitude});
    if (box.isEmpty() && workspace().district() != nullptr)
        if (const core::Area* const area = workspace().district()->areas().find(workspace().selectedArea()))
            box = core::boundsOf(area->shape);
    zoomTo(box);
}

void MapWidget::goBack() {
    if (const auto view = m_history.back())
        present(view->resized(size()));
    emit historyChanged();
}

void MapWidget::goForward() {
    if (const auto view = m_history.forward())
        present(view->resized(size()));
    emit historyChanged();
}

void MapWidget::zoomToScreenBox(const QRectF& box, bool zoomsOut) {
    if (box.width() < SmallestZoomBox || box.height() < SmallestZoomBox)
        return;
    const double factor = std::min(width() / box.width(), height() / box.height());
    const gis::MapView centred = m_view.centredOn(m_view.toMap(box.center()));
    setView(centred.zoomedAbout(QPointF(width(), height()) / 2, zoomsOut ? 1 / factor : factor));
}

std::optional<core::GeoPoint> MapWidget::geoAt(QPointF screen) const { return m_picture.toGeo(m_view.toMap(screen)); }

std::optional<QPointF> MapWidget::screenAt(core::GeoPoint place) const {
    const auto point = m_picture.toMap(place);
    return point ? std::optional(m_view.toScreen(*point)) : std::nullopt;
}

core::GeoBox MapWidget::visibleDegrees() const {
    core::GeoBox box;
    const double w = width();
    const double h = height();
    for (const QPointF corner : {QPointF(0, 0), QPointF(w, 0), QPointF(0, h), QPointF(w, h)})
        if (const auto place = geoAt(corner))
            box.include(*place);
    return box;
}

double MapWidget::pickTolerance() const { return PickPixels * m_view.unitsPerPixel; }

void MapWidget::panBy(QPointF distance) { setView(m_view.panned(distance)); }

// ── Tools ──

void MapWidget::setTool(ToolKind kind) {
    if (m_tool->kind() == kind) {
        emit toolChanged();
        return;
    }
    m_tool->deactivate();
    showReading({});
    const bool editedAreas = m_areaEditing->isActive();
    m_tool = makeTool(kind, *this);
    m_tool->activate();
    if (editedAreas && !isAreaTool(kind))
        m_areaEditing->end();
    updateCursor();
    update();
    emit toolChanged();
    emit hintChanged(m_tool->hint());
}

void MapWidget::showReading(const QString& text) {
    if (m_reading == text)
        return;
    m_reading = text;
    update();
}

void MapWidget::setMark(std::optional<core::GeoPoint> place) {
    m_mark = place;
    update();
}

void MapWidget::addOverlay(MapOverlay* overlay) {
    m_overlays.push_back(overlay);
    update();
}

void MapWidget::removeOverlay(MapOverlay* overlay) {
    std::erase(m_overlays, overlay);
    update();
    emit overlaysChanged();
}

void MapWidget::updateCursor() { setCursor(m_navigation.cursor() ? QCursor(*m_navigation.cursor()) : m_tool->cursor()); }

// ── Painting ──

void MapWidget::followTheme() {
    const bool isDark = palette().color(QPalette::Window).lightness() < 128;
    const auto wanted = isDark ? gis::ThemeVariant::Dark : gis::ThemeVariant::Light;
    if (m_layers.theme().variant() != wanted)
        m_layers.setTheme(wanted);
}

void MapWidget::paintEvent(QPaintEvent*) {
    m_view.pixelRatio = devicePixelRatioF();
    QPainter painter(this);
    if (workspace().district() == nullptr || !m_picture.content().ground) {
        painter.fillRect(rect(), m_layers.theme().background());
        return;
    }
    const auto ground = m_picture.ground();
    composeFrame(m_frame, ground.get(), m_picture.content(), m_view);
    m_frame.setDevicePixelRatio(m_view.pixelRatio);
    painter.drawImage(QPointF(0, 0), m_frame);
    painter.setRenderHint(QPainter::Antialiasing);
    for (const MapOverlay* const overlay : m_overlays)
        overlay->paint(painter);
    m_tool->paint(painter);
    m_navigation.paint(painter);
    if (const auto mark = m_mark ? screenAt(*m_mark) : std::nullopt) {
        painter.setBrush(Qt::NoBrush);
        for (const QPen& pen : {QPen(m_layers.theme().halo(), 6), QPen(palette().color(QPalette::Highlight), 2.5)}) {
            painter.setPen(pen);
            painter.drawEllipse(*mark, 9, 9);
            painter.drawPoint(*mark);
        }
    }
    paintDecorations(painter);
}

void MapWidget::paintDecorations(QPainter& painter) const {
    const gis::MapTheme& theme = m_layers.theme();
    const QRectF bar =
        gis::paintScaleBar(painter, QPointF(Margin, height() - Margin), 140, m_view, theme.text(), theme.halo());
    if (const QStringList owners = gis::attributionsOf(*m_picture.content().ground, m_view); !owners.isEmpty())
        gis::paintAttribution(painter, QPointF(width(), height()), width() - bar.right() - Margin,
                              owners.join(QStringLiteral(" · ")), theme.text(), theme.background());
    if (m_reading.isEmpty())
        return;
    const QFontMetricsF metrics(font());
    const QRectF box(QPointF(0, 0), QSizeF(metrics.horizontalAdvance(m_reading) + 24, metrics.height() + 12));
    const QRectF placed = box.translated((width() - box.width()) / 2, height() - box.height() - Margin);
    painter.setPen(palette().color(QPalette::Mid));
    painter.setBrush(palette().color(QPalette::Base));
    painter.drawRoundedRect(placed, 4, 4);
    painter.setPen(palette().color(QPalette::Text));
    painter.drawText(placed, Qt::AlignCenter, m_reading);
}

void MapWidget::resizeEvent(QResizeEvent*) {
    present(m_view.resized(size()));
    if (m_showsAll || !m_hasExtent)
        showAll();
}

void MapWidget::changeEvent(QEvent* event) {
    if (event->type() == QEvent::PaletteChange)
        followTheme();
    QWidget::changeEvent(event);
}

// ── Pointer ──

MapPointer MapWidget::pointer(const QMouseEvent* event) const {
    return {event->position(), m_view.toMap(event->position()), event->button(), event->buttons(), event->modifiers()};
}

void MapWidget::mousePressEvent(QMouseEvent* event) {
    if (m_navigation.press(*event) || workspace().district() == nullptr || m_tool->press(pointer(event)))
        return;
    if (event->button() == Qt::RightButton)
        if (const auto place = geoAt(event->position()))
            emit contextMenuRequested(*place, event->globalPosition().toPoint());
}

void MapWidget::mouseMoveEvent(QMouseEvent* event) {
    emit pointerMoved(geoAt(event->position()));
    if (!m_navigation.move(*event) && workspace().district() != nullptr)
        m_tool->move(pointer(event));
}

void MapWidget::mouseReleaseEvent(QMouseEvent* event) {
    if (!m_navigation.release(*event) && workspace().district() != nullptr)
        m_tool->release(pointer(event));
}

void MapWidget::mouseDoubleClickEvent(QMouseEvent* event) {
    if (event->button() != Qt::LeftButton || workspace().district() == nullptr) {
        mousePressEvent(event);
        return;
    }
    if (!m_tool->doubleClick(pointer(event)))
        mousePressEvent(event);
}

void MapWidget::wheelEvent(QWheelEvent* event) {
    if (m_navigation.wheel(*event))
        event->accept();
}

void MapWidget::leaveEvent(QEvent*) { emit pointerMoved(std::nullopt); }

// ── Keys ──

bool MapWidget::event(QEvent* event) {
    // Keys that the map needs itself are not for shortcuts of the window while it has the focus.
    if (event->type() == QEvent::ShortcutOverride) {
        const auto* const key = static_cast<QKeyEvent*>(event);
        if (key->key() == Qt::Key_Escape || key->key() == Qt::Key_Space || key->key() == Qt::Key_Backspace) {
            event->accept();
            return true;
        }
    }
    return QWidget::event(event);
}

void MapWidget::keyPressEvent(QKeyEvent* event) {
    if (m_tool->key(event) || m_navigation.keyPress(*event))
        return;
    if (event->key() != Qt::Key_Escape)
        QWidget::keyPressEvent(event);
    else if (!m_tool->leaveSketch() && m_tool->kind() != ToolKind::Pan)
        setTool(ToolKind::Pan);
}

void MapWidget::keyReleaseEvent(QKeyEvent* event) {
    if (!m_navigation.keyRelease(*event))
        QWidget::keyReleaseEvent(event);
}

// ── Files ──

void MapWidget::dragEnterEvent(QDragEnterEvent* event) {
    if (event->mimeData()->hasUrls() && event->source() == nullptr) // what is dragged from a case goes elsewhere
        event->acceptProposedAction();
}

void MapWidget::dropEvent(QDropEvent* event) {
    QStringList files;
    const QList<QUrl> urls = event->mimeData()->urls();
    for (const QUrl& url : urls)
        if (url.isLocalFile())
            files << url.toLocalFile();
    if (files.isEmpty())
        return;
    event->acceptProposedAction();
    emit filesDropped(files, geoAt(event->position()), mapToGlobal(event->position().toPoint()));
}

} // namespace gridwarden::app
