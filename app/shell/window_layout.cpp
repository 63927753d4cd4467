// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/shell/window_layout.h"

#include "app/workspace/settings.h"

#include <QScreen>
#include <QStyle>
#include <algorithm>

namespace gridwarden::app {

namespace {

constexpr int LayoutVersion = 4;
const QString GeometryKey = QStringLiteral("window/geometry");
const QString PlaceKey = QStringLiteral("window/place");

QString layoutKey(WorkPlace place) { return u"window/layout" + QString::number(static_cast<int>(place)); }

/// What a window may take on its screen besides its frame, which nobody knows before it is shown.
QSize roomFor(const QWidget& window) {
    const QStyle* const style = window.style();
    const int side = style->pixelMetric(QStyle::PM_MdiSubWindowFrameWidth, nullptr, &window);
    const int title = style->pixelMetric(QStyle::PM_TitleBarHeight, nullptr, &window);
    const QSize guess(2 * side, 2 * side + title);
    const QSize known = window.frameGeometry().size() - window.geometry().size();
    return window.screen()->availableSize() - guess.expandedTo(known);
}

} // namespace

WindowLayout::WindowLayout(QMainWindow& window, PlaceRail& rail) : QObject(&window), m_window(window), m_rail(rail) {
    connect(&rail, &PlaceRail::placeChanged, this, [this](WorkPlace from, WorkPlace) {
        remember(layoutKey(from), m_window.saveState(LayoutVersion));
        arrange();
    });
}

QDockWidget* WindowLayout::addDock(const QString& name, const QString& title, QWidget* content, Qt::DockWidgetArea area) {
    auto* const dock = new QDockWidget(title, &m_window);
    dock->setObjectName(name);
    dock->setWidget(content);
    m_window.addDockWidget(area, dock);
    m_docks.push_back(dock);
    return dock;
}

QDockWidget* WindowLayout::dock(const char* name) const { return m_window.findChild<QDockWidget*>(QLatin1String(name)); }

void WindowLayout::setPanelsVisible(bool visible) {
    for (QDockWidget* const dock : m_docks)
        dock->setVisible(visible);
}

void WindowLayout::restoreWindow() {
    if (!m_window.restoreGeometry(remembered(GeometryKey).toByteArray())) {
        const QSize room = roomFor(m_window);
        m_window.resize(std::min(1440, room.width()), std::min(860, room.height()));
    }
    const QSignalBlocker silent(m_rail); // nothing is arranged before a district is open
    const auto place = static_cast<WorkPlace>(remembered(PlaceKey).toInt());
    m_rail.setPlace(std::find(AllWorkPlaces.begin(), AllWorkPlaces.end(), place) != AllWorkPlaces.end() ? place : WorkPlace::Map);
}

void WindowLayout::arrange() {
    if (!m_window.restoreState(remembered(layoutKey(m_rail.place())).toByteArray(), LayoutVersion))
        arrangeAsShipped();
}

void WindowLayout::arrangeAsShipped() {
    const bool isFigures = m_rail.place() == WorkPlace::Figures, isPatrol = m_rail.place() == WorkPlace::Patrol;
    const auto isShown = [&](const QString& name) {
        if (name == QLatin1String("figuresDock"))
            return isFigures;
        if (name == QLatin1String("patrolDock"))
            return isPatrol;
        if (name == QLatin1String("tableDock"))
            return !isPatrol;
        return !isFigures && !isPatrol && name != QLatin1String("historyDock") && name != QLatin1String("activitiesDock") && name != QLatin1String("inboxDock");
    };
    // What is hidden first, so that the window never has to hold all of them.
    for (const bool shown : {false, true})
        for (QDockWidget* const each : m_docks)
            if (isShown(each->objectName()) == shown) {
                each->setFloating(false);
                each->setVisible(shown);
            }
    m_window.addDockWidget(Qt::LeftDockWidgetArea, dock("figuresDock"));
    m_window.addDockWidget(Qt::LeftDockWidgetArea, dock("patrolDock"));
    m_window.addDockWidget(Qt::LeftDockWidgetArea, dock("areasDock"));
    m_window.addDockWidget(Qt::LeftDockWidgetArea, dock("layersDock"));
    m_window.splitDockWidget(dock("areasDock"), dock("layersDock"), Qt::Vertical);
    m_window.addDockWidget(Qt::RightDockWidgetArea, dock("caseDock"));
    m_window.tabifyDockWidget(dock("caseDock"), dock("countsDock"));
    m_window.tabifyDockWidget(dock("caseDock"), dock("historyDock"));
    m_window.tabifyDockWidget(dock("caseDock"), dock("activitiesDock"));
    m_window.tabifyDockWidget(dock("caseDock"), dock("inboxDock"));
    m_window.addDockWidget(Qt::BottomDockWidgetArea, dock("tableDock"));
    dock("caseDock")->raise();
    const int height = std::max(m_window.centralWidget()->height() + dock("tableDock")->height(), 400);
    const bool isTable = m_rail.place() == WorkPlace::Cases;
    const bool isNarrow = m_window.width() < 1600;
    m_window.resizeDocks({dock("areasDock"), dock("caseDock")}, {isNarrow ? 236 : 280, isNarrow ? 312 : 360}, Qt::Horizontal);
    m_window.resizeDocks({dock("areasDock"), dock("layersDock")}, {height * 55 / 100, height * 45 / 100}, Qt::Vertical);
    m_window.resizeDocks({dock("tableDock")}, {height * (isTable ? 60 : isFigures ? 40 : 28) / 100}, Qt::Vertical);
    if (isFigures)
        m_window.resizeDocks({dock("figuresDock")}, {m_window.width() * 54 / 100}, Qt::Horizontal);
    if (isPatrol)
        m_window.resizeDocks({dock("patrolDock")}, {m_window.width() * 48 / 100}, Qt::Horizontal);
}

void WindowLayout::reset() {
    for (const WorkPlace place : AllWorkPlaces)
        remember(layoutKey(place), QByteArray());
}

void WindowLayout::save() {
    if (m_beforeFullScreen.isEmpty())
        remember(layoutKey(m_rail.place()), m_window.saveState(LayoutVersion));
    remember(GeometryKey, m_window.saveGeometry());
    remember(PlaceKey, static_cast<int>(m_rail.place()));
}

void WindowLayout::showFullScreen(bool on) {
    if (on) {
        m_beforeFullScreen = m_window.saveState(LayoutVersion);
        setPanelsVisible(false);
        m_rail.hide();
        m_window.showFullScreen();
    } else {
        m_window.showNormal();
        m_window.restoreState(m_beforeFullScreen, LayoutVersion);
        m_beforeFullScreen.clear();
        m_rail.show();
    }
}

} // namespace gridwarden::app
