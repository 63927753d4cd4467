// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/shell/place_rail.h"

#include "app/workspace/icon.h"

#include <QActionGroup>
#include <QToolButton>

namespace gridwarden::app {

PlaceRail::PlaceRail(QAction* reports, QWidget* parent) : QToolBar(parent), m_group(new QActionGroup(this)) {
    setObjectName(QStringLiteral("placeRail"));
    setWindowTitle(tr("Work places"));
    setMovable(false);
    setOrientation(Qt::Vertical);
    setToolButtonStyle(Qt::ToolButtonTextUnderIcon);
    setIconSize({22, 22});
    addPlace(WorkPlace::Map, "map", tr("Map"), tr("The map with areas, layers and the selected case (Ctrl+1)"))->setShortcut(Qt::CTRL | Qt::Key_1);
    addPlace(WorkPlace::Cases, "table-2", tr("Cases"), tr("The table of cases beside the map (Ctrl+2)"))->setShortcut(Qt::CTRL | Qt::Key_2);
    addPlace(WorkPlace::Figures, "chart-column", tr("Figures"), tr("The figures of a period, each with the cases behind it (Ctrl+3)"))->setShortcut(Qt::CTRL | Qt::Key_3);
    addPlace(WorkPlace::Patrol, "route", tr("Patrol"), tr("What patrols covered of the roads and what they missed (Ctrl+4)"))->setShortcut(Qt::CTRL | Qt::Key_4);
    // A report is a dialog over whatever place one is at; its long name is for menus.
    auto* const report = new QAction(icon(QLatin1String("file-text")), tr("Reports"), this);
    report->setObjectName(QStringLiteral("placeReports"));
    report->setToolTip(reports->toolTip());
    report->setEnabled(reports->isEnabled());
    connect(report, &QAction::triggered, reports, &QAction::trigger);
    connect(reports, &QAction::changed, report, [report, reports] { report->setEnabled(reports->isEnabled()); });
    addAction(report);
    // Equal widths, whatever the words.
    int widest = 0;
    for (QAction* const action : actions())
        widest = std::max(widest, widgetForAction(action)->sizeHint().width());
    for (QAction* const action : actions())
        widgetForAction(action)->setMinimumWidth(std::max(widest, 52));
}

QAction* PlaceRail::addPlace(WorkPlace place, const char* iconName, const QString& text, const QString& tip) {
    QAction* const action = addAction(icon(QLatin1String(iconName)), text);
    action->setObjectName(u"place" + QString::number(static_cast<int>(place)));
    action->setCheckable(true);
    action->setChecked(place == m_place);
    action->setToolTip(tip);
    m_group->addAction(action);
    connect(action, &QAction::triggered, this, [this, place] { setPlace(place); });
    return action;
}

void PlaceRail::setPlace(WorkPlace place) {
    if (place == m_place)
        return;
    const WorkPlace from = m_place;
    m_place = place;
    m_group->actions().at(static_cast<int>(place))->setChecked(true);
    emit placeChanged(from, place);
}

} // namespace gridwarden::app
