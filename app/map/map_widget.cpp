// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/map/map_widget.h"

#include "app/map/picking.h"
#include "app/text/message_text.h"
#include "gis/draw/decorations.h"

#include <QDragEnterEvent>
#include <QDropEvent>
#include <QMenu>
#include <QMimeData>
#include <QMouseEvent>
#include <QPainter>
#include <QUrl>
#include <cmath>

namespace gridwarden::app {

namespace {

constexpr double WheelStep = 1.5;      // factor of one notch
constexpr double FineWheelStep = 1.08; // with Ctrl
constexpr double KeyPanShare = 0.2;    // of the window
constexpr double PickPixels = 9;
constexpr double SmallestZoomBox = 5;  // pixels; less is a slip of the hand
constexpr int Margin = 12;

} // namespace

MapWidget::MapWidget(Workspace& workspace, LayerList& layers, QWidget* parent)
    : QWidget(parent), m_picture(workspace, layers), m_layers(layers) {
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
    m_tool = makeTool(kind, *this);
    m_tool->activate();
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

void MapWidget::offerCases(const std::vector<core::CaseId>& cases, QPoint globalPosition) {
    auto* const menu = new QMenu(this);
    menu->setObjectName(QStringLiteral("casesHere"));
    menu->setAttribute(Qt::WA_DeleteOnClose);
    menu->addSection(tr("%n case(s) here", "", static_cast<int>(cases.size())));
    constexpr std::size_t Longest = 20;
    const std::vector<core::CaseId> shown(cases.begin(), cases.begin() + static_cast<std::ptrdiff_t>(std::min(cases.size(), Longest)));
    core::Connection* const connection = workspace().connection(); // none while a worker has the district: then without number
    const auto texts = connection != nullptr ? core::loadTexts(*connection, shown) : core::Result<std::vector<core::CaseText>>(std::vector<core::CaseText>(shown.size()));
    for (std::size_t i = 0; i < shown.size(); ++i) {
        const core::CaseId id = shown[i];
        const auto row = workspace().facts()->rowOf(id);
        if (!texts || !row)
            continue;
        const core::CaseFact& fact = (*workspace().facts())[*row];
        const core::Category* const category = workspace().district()->categories().find(fact.category);
        const std::string name = category == nullptr                             ? (*texts)[i].categoryText
                                 : language() == core::Language::English ? category->english
                                                                         : category->name;
        const QString title = QString::fromStdString((*texts)[i].number + "  " + name).trimmed();
        const QImage symbol = gis::lampSymbolImage(16, devicePixelRatioF(), fact.lampAt(core::now()));
        connect(menu->addAction(QIcon(QPixmap::fromImage(symbol)), title), &QAction::triggered, this,
                [this, id] { workspace().selectCases({id}); });
    }
    if (cases.size() > 1) {
        menu->addSeparator();
        connect(menu->addAction(tr("Select all")), &QAction::triggered, this, [this, cases] { workspace().selectCases(cases); });
    }
    menu->popup(globalPosition);
}

void MapWidget::updateCursor() {
    switch (m_gesture) {
    case Gesture::Pan:
    case Gesture::SpacePan:
        setCursor(Qt::ClosedHandCursor);
        return;
    case Gesture::ZoomBox:
        setCursor(Qt::CrossCursor);
        return;
    case Gesture::None:
        setCursor(m_tool->cursor());
    }
}

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
    m_tool->paint(painter);
    if (m_gesture == Gesture::ZoomBox)
        paintBox(painter, QRectF(m_gestureStart, m_boxEnd).normalized(), palette());
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
    gis::paintScaleBar(painter, QPointF(Margin, height() - Margin), 140, m_view, theme.text(), theme.halo());
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
    m_lastPointer = event->position();
    m_gestureStart = event->position();
    m_boxEnd = event->position();
    switch (event->button()) {
    case Qt::BackButton:
        goBack();
        return;
    case Qt::ForwardButton:
        goForward();
        return;
    case Qt::MiddleButton:
        m_gesture = Gesture::Pan;
        updateCursor();
        return;
    case Qt::LeftButton:
        if (event->modifiers() & Qt::ShiftModifier) {
            m_gesture = Gesture::ZoomBox;
            updateCursor();
            return;
        }
        break;
    default:
        break;
    }
    if (workspace().district() == nullptr || m_tool->press(pointer(event)))
        return;
    if (event->button() == Qt::RightButton)
        if (const auto place = geoAt(event->position()))
            emit contextMenuRequested(*place, event->globalPosition().toPoint());
}

void MapWidget::mouseMoveEvent(QMouseEvent* event) {
    emit pointerMoved(geoAt(event->position()));
    const QPointF distance = event->position() - m_lastPointer;
    m_lastPointer = event->position();
    switch (m_gesture) {
    case Gesture::Pan:
    case Gesture::SpacePan:
        panBy(distance);
        return;
    case Gesture::ZoomBox:
        m_boxEnd = event->position();
        update();
        return;
    case Gesture::None:
        if (workspace().district() != nullptr)
            m_tool->move(pointer(event));
    }
}

void MapWidget::mouseReleaseEvent(QMouseEvent* event) {
    if (m_gesture == Gesture::ZoomBox && event->button() == Qt::LeftButton) {
        m_gesture = Gesture::None;
        zoomToScreenBox(QRectF(m_gestureStart, event->position()).normalized(), event->modifiers() & Qt::AltModifier);
        updateCursor();
        update();
        return;
    }
    if (m_gesture == Gesture::Pan && event->button() == Qt::MiddleButton) {
        m_gesture = Gesture::None;
        updateCursor();
        return;
    }
    if (workspace().district() != nullptr)
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
    // A touch pad with Ctrl sends the vertical angle sideways under some platforms.
    const int angle = event->angleDelta().y() != 0 ? event->angleDelta().y() : event->angleDelta().x();
    if (angle == 0)
        return;
    const double step = event->modifiers() & Qt::ControlModifier ? FineWheelStep : WheelStep;
    setView(m_view.zoomedAbout(event->position(), std::pow(step, angle / 120.0)));
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
    if (m_tool->key(event))
        return;
    const QPointF step(width() * KeyPanShare, height() * KeyPanShare);
    switch (event->key()) {
    case Qt::Key_Left:
        panBy({step.x(), 0});
        return;
    case Qt::Key_Right:
        panBy({-step.x(), 0});
        return;
    case Qt::Key_Up:
        panBy({0, step.y()});
        return;
    case Qt::Key_Down:
        panBy({0, -step.y()});
        return;
    case Qt::Key_PageUp:
    case Qt::Key_Plus:
        zoomBy(WheelStep);
        return;
    case Qt::Key_PageDown:
    case Qt::Key_Minus:
        zoomBy(1 / WheelStep);
        return;
    case Qt::Key_Space:
        if (!event->isAutoRepeat() && m_gesture == Gesture::None) {
            m_gesture = Gesture::SpacePan;
            updateCursor();
        }
        return;
    case Qt::Key_Escape:
        if (m_gesture == Gesture::ZoomBox) {
            m_gesture = Gesture::None;
            updateCursor();
            update();
        } else if (!m_tool->leaveSketch() && m_tool->kind() != ToolKind::Pan) {
            setTool(ToolKind::Pan);
        }
        return;
    default:
        QWidget::keyPressEvent(event);
    }
}

void MapWidget::keyReleaseEvent(QKeyEvent* event) {
    if (event->key() == Qt::Key_Space && !event->isAutoRepeat() && m_gesture == Gesture::SpacePan) {
        m_gesture = Gesture::None;
        updateCursor();
        return;
    }
    QWidget::keyReleaseEvent(event);
}

// ── Files ──

void MapWidget::dragEnterEvent(QDragEnterEvent* event) {
    if (event->mimeData()->hasUrls())
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
