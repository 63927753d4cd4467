// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/shell/window_menus.h"

#include "app/workspace/icon.h"
#include "app/workspace/settings.h"

#include <QFileInfo>
#include <QMenu>
#include <QMenuBar>

namespace gridwarden::app {

namespace {

struct WindowMenus {
    Q_DECLARE_TR_FUNCTIONS(gridwarden::app::WindowMenus)
};

void fillRecent(QMenu* menu, DistrictFiles& files) {
    menu->clear();
    const QStringList recent = recentDistricts();
    for (const QString& path : recent) {
        QAction* const action = menu->addAction(QFileInfo(path).completeBaseName() + QStringLiteral("   ") + QFileInfo(path).absolutePath());
        action->setEnabled(QFileInfo::exists(path));
        QObject::connect(action, &QAction::triggered, menu, [&files, path] { files.open(path); });
    }
    if (menu->isEmpty())
        menu->addAction(WindowMenus::tr("No recent districts"))->setEnabled(false);
}

} // namespace

void buildMenus(QMainWindow& window, const Actions& actions, const WindowLayout& layout, DistrictFiles& files, MapCommands& map) {
    const auto fill = [&actions](QMenu* menu, std::initializer_list<std::optional<ActionId>> entries) {
        for (const auto& entry : entries) {
            if (entry)
                menu->addAction(actions[*entry]);
            else
                menu->addSeparator();
        }
    };
    constexpr std::nullopt_t line = std::nullopt;
    using enum ActionId;
    QMenuBar* const bar = window.menuBar();
    QMenu* const file = bar->addMenu(WindowMenus::tr("&File"));
    fill(file, {NewDistrict, NewDemo, OpenDistrict, OpenReadOnly, SwitchToWriting});
    QMenu* const recent = file->addMenu(icon(QLatin1String("history")), WindowMenus::tr("Open re&cent"));
    QObject::connect(recent, &QMenu::aboutToShow, recent, [&files, recent] { fillRecent(recent, files); });
    fill(file, {line, AddLayers, AddMapService, ImportCases, ImportAreas, ImportActivities, line, PrintMap, line, CloseDistrict, Quit});
    QMenu* const edit = bar->addMenu(WindowMenus::tr("&Edit"));
    fill(edit, {Undo, Redo, line, SelectAll, ClearSelection, line, Search});
    QMenu* const view = bar->addMenu(WindowMenus::tr("&View"));
    fill(view, {ZoomIn, ZoomOut, ShowAll, ZoomToSelection, line, ViewBack, ViewForward, line, ActionId::ShowTime, FullScreenMap});
    QMenu* const panels = view->addMenu(icon(QLatin1String("panel-right")), WindowMenus::tr("&Panels"));
    for (QDockWidget* const dock : layout.docks())
        panels->addAction(dock->toggleViewAction());
    layout.dock("historyDock")->toggleViewAction()->setShortcut(Qt::CTRL | Qt::Key_H);
    fill(view, {ResetLayout, line});
    QMenu* const languages = view->addMenu(icon(QLatin1String("languages")), WindowMenus::tr("&Language"));
    fill(languages, {Chinese, English});
    QMenu* const mapMenu = bar->addMenu(WindowMenus::tr("&Map"));
    fill(mapMenu, {Pan, Select, ZoomBox, Identify, MeasureLength, MeasureArea, line, EditBorders, line, AddBookmark});
    QMenu* const marks = mapMenu->addMenu(icon(QLatin1String("bookmark")), WindowMenus::tr("&Bookmarks"));
    QObject::connect(marks, &QMenu::aboutToShow, marks, [&map, marks] { map.fillBookmarks(marks); });
    fill(mapMenu, {line, MapCrs});
    QMenu* const cases = bar->addMenu(WindowMenus::tr("&Case"));
    fill(cases, {AddIncident, CountWork, ShowInbox, line, DispatchCases, HandOverCases, HandOverInHand, line, ShowAreaCases, ClearFilter, line, Relapses, HotSpots, line, WorkListPaper, ShowDayBook, GridReport, BulletinPaper, WorkSummary});
    QMenu* const lists = bar->addMenu(WindowMenus::tr("&District"));
    fill(lists, {EditAreas, line, EditOrganisations, EditPeople, EditDuties, ShowDutyWeek, EditAbsences, EditDispatchRules, line, EditCategories, EditSources, EditMethods, EditCalendar, EditNumbering, line, EditActivityKinds, EditActivityPlans, EditFigures, EditSchemes, line, EditSettings,
                 PersonalData, line, CheckDistrict, Backups, PackDistrict, UnpackArchive});
    QMenu* const help = bar->addMenu(WindowMenus::tr("&Help"));
    fill(help, {Shortcuts, About});
}

} // namespace gridwarden::app
