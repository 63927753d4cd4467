// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/shell/main_window.h"

#include "app/backup/archives.h"
#include "app/backup/backup_watch.h"
#include "app/backup/backup_window.h"
#include "app/cases/case_panel.h"
#include "app/cases/case_table_panel.h"
#include "app/cases/import_dialog.h"
#include "app/cases/incident_card.h"
#include "app/district/area_import_dialog.h"
#include "app/district/check_window.h"
#include "app/district/district_settings.h"
#include "app/district/editors.h"
#include "app/district/erasure_job.h"
#include "app/district/history_panel.h"
#include "app/district/personal_data_window.h"
#include "app/district/protect_dialog.h"
#include "app/district/unseal_dialog.h"
#include "app/map/add_layers.h"
#include "app/map/coordinate_text.h"
#include "app/map/crs_dialog.h"
#include "app/map/identify_panel.h"
#include "app/map/layer_panel.h"
#include "app/map/map_commands.h"
#include "app/map/print_map.h"
#include "app/report/report_dialog.h"
#include "app/shell/about_dialog.h"
#include "app/shell/area_panel.h"
#include "app/shell/file_kinds.h"
#include "app/shell/filter_badge.h"
#include "app/shell/held_up.h"
#include "app/shell/message_bar.h"
#include "app/shell/search_box.h"
#include "app/shell/start_page.h"
#include "app/shell/status_parts.h"
#include "app/text/message_text.h"
#include "app/workspace/icon.h"
#include "app/workspace/prompts.h"
#include "app/workspace/settings.h"

#include <QActionGroup>
#include <QApplication>
#include <QCloseEvent>
#include <QDockWidget>
#include <QFileInfo>
#include <QMenu>
#include <QMenuBar>
#include <QMimeData>
#include <QScreen>
#include <QStackedWidget>
#include <QStatusBar>
#include <QToolButton>
#include <QUrl>

namespace gridwarden::app {

namespace {

constexpr int LayoutVersion = 1;
const QString GeometryKey = QStringLiteral("window/geometry");
const QString PlaceKey = QStringLiteral("window/place");

QString layoutKey(WorkPlace place) { return u"window/layout" + QString::number(static_cast<int>(place)); }

QString fileNames(const QStringList& files) {
    QStringList names;
    for (const QString& file : files)
        names << QFileInfo(file).fileName();
    return names.join(QStringLiteral(", "));
}

} // namespace

MainWindow::MainWindow(Workspace& workspace, Jobs& jobs, QWidget* parent)
    : QMainWindow(parent), m_workspace(workspace), m_jobs(jobs), m_actions(this), m_layers(workspace, jobs),
      m_files(workspace, jobs, this), m_centre(new QStackedWidget(this)), m_start(new StartPage(this)),
      m_map(new MapWidget(workspace, m_layers, this)), m_messages(nullptr), m_identify(new IdentifyPanel(*m_map, m_layers, jobs)),
      m_mapCommands(new MapCommands(*m_map, m_layers)), m_rail(nullptr) {
    setObjectName(QStringLiteral("mainWindow"));
    setWindowIcon(programIcon());
    setAcceptDrops(true);
    setDockOptions(AnimatedDocks | AllowNestedDocks | AllowTabbedDocks);
    setCorner(Qt::BottomLeftCorner, Qt::LeftDockWidgetArea);
    setCorner(Qt::BottomRightCorner, Qt::RightDockWidgetArea);
    setTabPosition(Qt::AllDockWidgetAreas, QTabWidget::North);
    m_centre->addWidget(m_start);
    m_centre->addWidget(m_map);
    setCentralWidget(m_centre);
    new FilterBadge(workspace, m_map);
    new HeldUp(workspace, this);
    m_messages = new MessageBar(workspace, m_centre);
    m_rail = new PlaceRail(m_actions[ActionId::GridReport], this);
    addToolBar(Qt::LeftToolBarArea, m_rail);
    new BackupWatch(workspace, jobs, this);
    buildDocks();
    buildMenus();
    buildToolBar();
    buildStatusBar();
    wireActions();
    wireMap();

    connect(&workspace, &Workspace::districtOpened, this, &MainWindow::followDistrict);
    connect(&workspace, &Workspace::districtClosed, this, &MainWindow::followDistrict);
    connect(&workspace, &Workspace::changed, this, &MainWindow::followUndo);
    connect(m_rail, &PlaceRail::placeChanged, this, [this](WorkPlace from, WorkPlace to) {
        remember(layoutKey(from), saveState(LayoutVersion));
        arrange(to);
    });

    if (!restoreGeometry(remembered(GeometryKey).toByteArray())) {
        const QRect room = screen()->availableGeometry();
        resize(std::min(1440, room.width()), std::min(860, room.height()));
    }
    m_rail->blockSignals(true);
    m_rail->setPlace(remembered(PlaceKey).toInt() == static_cast<int>(WorkPlace::Cases) ? WorkPlace::Cases : WorkPlace::Map);
    m_rail->blockSignals(false);
    followDistrict();
}

MainWindow::~MainWindow() = default;

// ── Building ──

QDockWidget* MainWindow::addDock(const QString& name, const QString& title, QWidget* content, Qt::DockWidgetArea area) {
    auto* const dock = new QDockWidget(title, this);
    dock->setObjectName(name);
    dock->setWidget(content);
    addDockWidget(area, dock);
    m_docks.push_back(dock);
    return dock;
}

QDockWidget* MainWindow::dockOf(const char* name) const { return findChild<QDockWidget*>(QLatin1String(name)); }

void MainWindow::buildDocks() {
    auto* const areas = new AreaPanel(m_workspace, m_jobs, this);
    auto* const layers = new LayerPanel(m_layers, m_workspace, this);
    layers->showLegendOf(*m_map);
    m_casePanel = new CasePanel(m_workspace, this);
    addDock(QStringLiteral("areasDock"), tr("Areas"), areas, Qt::LeftDockWidgetArea);
    addDock(QStringLiteral("layersDock"), tr("Layers"), layers, Qt::LeftDockWidgetArea);
    QDockWidget* const caseDock = addDock(QStringLiteral("caseDock"), tr("Case"), m_casePanel, Qt::RightDockWidgetArea);
    QDockWidget* const history = addDock(QStringLiteral("historyDock"), tr("History"), new HistoryPanel(m_workspace, this), Qt::RightDockWidgetArea);
    addDock(QStringLiteral("tableDock"), tr("Cases"), new CaseTablePanel(m_workspace, this), Qt::BottomDockWidgetArea);
    tabifyDockWidget(caseDock, history);
    caseDock->raise();
    connect(layers, &LayerPanel::addRequested, m_actions[ActionId::AddLayers], &QAction::trigger);
    connect(areas, &AreaPanel::importRequested, m_actions[ActionId::ImportAreas], &QAction::trigger);
    connect(areas, &AreaPanel::reportRequested, m_actions[ActionId::GridReport], &QAction::trigger);
    connect(m_casePanel, &CasePanel::placeWanted, this, [this] {
        m_pickingPlace = true;
        m_map->setTool(ToolKind::AddIncident);
        m_workspace.notify(NoticeKind::Note, tr("Click the map where the case belongs."));
    });
}

void MainWindow::buildMenus() {
    const auto fill = [this](QMenu* menu, std::initializer_list<std::optional<ActionId>> entries) {
        for (const auto& entry : entries) {
            if (entry)
                menu->addAction(m_actions[*entry]);
            else
                menu->addSeparator();
        }
    };
    constexpr std::nullopt_t line = std::nullopt;
    using enum ActionId;
    QMenu* const file = menuBar()->addMenu(tr("&File"));
    fill(file, {NewDistrict, NewDemo, OpenDistrict, OpenReadOnly, SwitchToWriting});
    QMenu* const recent = file->addMenu(icon(QLatin1String("history")), tr("Open re&cent"));
    connect(recent, &QMenu::aboutToShow, this, [this, recent] { fillRecentMenu(recent); });
    fill(file, {line, AddLayers, ImportCases, ImportAreas, line, PrintMap, line, CloseDistrict, Quit});
    QMenu* const edit = menuBar()->addMenu(tr("&Edit"));
    fill(edit, {Undo, Redo, line, SelectAll, ClearSelection, line, Search});
    QMenu* const view = menuBar()->addMenu(tr("&View"));
    fill(view, {ZoomIn, ZoomOut, ShowAll, ZoomToSelection, line, ViewBack, ViewForward, line, FullScreenMap});
    QMenu* const panels = view->addMenu(icon(QLatin1String("panel-right")), tr("&Panels"));
    for (QDockWidget* const dock : m_docks)
        panels->addAction(dock->toggleViewAction());
    dockOf("historyDock")->toggleViewAction()->setShortcut(Qt::CTRL | Qt::Key_H);
    fill(view, {ResetLayout, line});
    QMenu* const languages = view->addMenu(icon(QLatin1String("languages")), tr("&Language"));
    fill(languages, {Chinese, English});
    QMenu* const map = menuBar()->addMenu(tr("&Map"));
    fill(map, {Pan, Select, ZoomBox, Identify, MeasureLength, MeasureArea, line, AddBookmark});
    QMenu* const marks = map->addMenu(icon(QLatin1String("bookmark")), tr("&Bookmarks"));
    connect(marks, &QMenu::aboutToShow, this, [this, marks] { m_mapCommands->fillBookmarks(marks); });
    fill(map, {line, MapCrs});
    QMenu* const cases = menuBar()->addMenu(tr("&Case"));
    fill(cases, {AddIncident, line, ShowAreaCases, ClearFilter, line, GridReport});
    QMenu* const lists = menuBar()->addMenu(tr("&District"));
    fill(lists, {EditAreas, line, EditOrganisations, EditPeople, EditDuties, line, EditCategories, EditSources, EditCalendar, EditNumbering, line, EditSettings,
                 PersonalData, line, CheckDistrict, Backups, PackDistrict, UnpackArchive});
    QMenu* const help = menuBar()->addMenu(tr("&Help"));
    fill(help, {Shortcuts, About});
}

void MainWindow::buildToolBar() {
    m_tools = addToolBar(tr("Tools"));
    m_tools->setObjectName(QStringLiteral("toolBar"));
    m_tools->setMovable(false);
    m_tools->setIconSize({20, 20});
    using enum ActionId;
    const auto add = [this](std::initializer_list<ActionId> ids) {
        for (const ActionId id : ids)
            m_tools->addAction(m_actions[id]);
        m_tools->addSeparator();
    };
    add({Undo, Redo});
    add({ViewBack, ViewForward, ShowAll, ZoomToSelection});
    add({Pan, Select, ZoomBox, Identify, MeasureLength, MeasureArea});
    m_tools->addAction(m_actions[AddIncident]);
    if (auto* const button = qobject_cast<QToolButton*>(m_tools->widgetForAction(m_actions[AddIncident])))
        button->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
    auto* const stretch = new QWidget(m_tools);
    stretch->setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Preferred);
    m_tools->addWidget(stretch);
    m_search = new SearchBox(*m_map, m_layers, m_actions, m_tools);
    m_tools->addWidget(m_search);
    m_actor = new QToolButton(m_tools);
    m_actor->setObjectName(QStringLiteral("actor"));
    m_actor->setIcon(icon(QLatin1String("user")));
    m_actor->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
    m_actor->setPopupMode(QToolButton::InstantPopup);
    m_actor->setToolTip(tr("Who acts: written beside every change. This is not a login."));
    auto* const people = new QMenu(m_actor);
    connect(people, &QMenu::aboutToShow, this, [this, people] { fillActorMenu(people); });
    m_actor->setMenu(people);
    m_tools->addWidget(m_actor);
    connect(&m_workspace, &Workspace::actorChanged, this, [this] { m_actor->setText(QString::fromStdString(m_workspace.actor().name)); });
    m_actor->setText(QString::fromStdString(m_workspace.actor().name));
}

void MainWindow::buildStatusBar() {
    QStatusBar* const bar = statusBar();
    bar->setSizeGripEnabled(false);
    bar->setContentsMargins(4, 0, 8, 0);
    bar->addWidget(new JobBar(m_jobs, bar));
    auto* const hint = new QLabel(bar);
    hint->setObjectName(QStringLiteral("hint"));
    hint->setText(m_map->currentTool().hint());
    hint->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Preferred);
    bar->addWidget(hint, 1);
    connect(m_map, &MapWidget::hintChanged, hint, &QLabel::setText);
    auto* const coordinates = new CoordinateBox(*m_map, m_layers, bar);
    auto* const scale = new ScaleBox(*m_map, bar);
    bar->addPermanentWidget(coordinates);
    bar->addPermanentWidget(scale);
    m_mapStatus = {hint, coordinates, scale};
    auto* const notes = new QToolButton(bar);
    notes->setObjectName(QStringLiteral("notes"));
    notes->setAutoRaise(true);
    notes->setIcon(icon(QLatin1String("info")));
    notes->setToolTip(tr("Notes"));
    notes->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
    connect(notes, &QToolButton::clicked, m_messages, &MessageBar::showHistory);
    const auto count = [this, notes] {
        notes->setText(m_messages->unread() == 0 ? QString() : QLocale().toString(m_messages->unread()));
        notes->setVisible(!m_messages->history().empty());
    };
    connect(m_messages, &MessageBar::historyChanged, notes, count);
    count();
    bar->addPermanentWidget(new SavedLabel(m_workspace, bar));
    bar->addPermanentWidget(notes);
}

// ── Wiring ──

void MainWindow::wireActions() {
    using enum ActionId;
    const auto on = [this](ActionId id, auto&& slot) { connect(m_actions[id], &QAction::triggered, this, std::forward<decltype(slot)>(slot)); };
    on(NewDistrict, [this] { m_files.makeNew(); });
    on(NewDemo, [this] { m_files.makeDemo(); });
    on(OpenDistrict, [this] { m_files.chooseAndOpen(core::OpenMode::ReadWrite); });
    on(OpenReadOnly, [this] { m_files.chooseAndOpen(core::OpenMode::ReadOnly); });
    on(SwitchToWriting, [this] { m_files.switchToWriting(); });
    on(CloseDistrict, [this] { m_workspace.closeDistrict(); });
    on(Backups, [this] {
        openBackups(m_workspace, m_jobs, QString::fromStdString(m_workspace.district()->path().string()), [this](const QString& path) { m_files.open(path); }, this);
    });
    on(PackDistrict, [this] { packOpenDistrict(m_workspace, m_jobs, this); });
    on(UnpackArchive, [this] { unpackArchive(m_workspace, m_jobs, {}, [this](const QString& path) { m_files.open(path); }, this); });
    on(AddLayers, [this] { addLayers(prompts().filesToOpen(this, tr("Add layers"), layerFilters()), m_layers, m_workspace, m_jobs, this); });
    on(ImportCases, [this] { openCaseImport(m_workspace, m_jobs, this, {}); });
    on(ImportAreas, [this] { openAreaImport(m_workspace, m_jobs, this, {}); });
    on(PrintMap, [this] { printMap(*m_map, this); });
    on(Quit, [this] { close(); });
    on(Undo, [this] { m_workspace.undo(); });
    on(Redo, [this] { m_workspace.redo(); });
    on(SelectAll, [this] {
        std::vector<core::CaseId> all;
        for (const std::uint32_t row : m_workspace.filtered())
            all.push_back((*m_workspace.facts())[row].id);
        m_workspace.selectCases(std::move(all));
    });
    on(ClearSelection, [this] {
        m_workspace.selectCases({});
        m_workspace.selectArea({});
    });
    on(Search, [this] {
        m_search->setFocus(Qt::ShortcutFocusReason);
        m_search->selectAll();
    });
    on(ZoomIn, [this] { m_map->zoomBy(1.5); });
    on(ZoomOut, [this] { m_map->zoomBy(1 / 1.5); });
    on(ShowAll, [this] { m_map->showAll(); });
    on(ZoomToSelection, [this] { m_map->zoomToSelection(); });
    on(ViewBack, [this] { m_map->goBack(); });
    on(ViewForward, [this] { m_map->goForward(); });
    on(FullScreenMap, [this](bool checked) { showFullScreenMap(checked); });
    on(ResetLayout, [this] { resetLayout(); });
    on(AddBookmark, [this] { m_mapCommands->addBookmark(); });
    on(MapCrs, [this] { chooseMapCrs(); });
    on(ClearFilter, [this] { m_workspace.setFilter({}); });
    on(ShowAreaCases, [this] {
        if (!m_workspace.selectedArea().isNull())
            filterByArea(m_workspace, m_workspace.selectedArea());
    });
    on(GridReport, [this] { openGridReportDialog(m_workspace, m_jobs, this); });
    for (const auto& [id, kind] : std::initializer_list<std::pair<ActionId, EditorKind>>{
             {EditAreas, EditorKind::Areas}, {EditCategories, EditorKind::Categories}, {EditCalendar, EditorKind::Calendar},
             {EditSources, EditorKind::Sources}, {EditOrganisations, EditorKind::Organisations}, {EditPeople, EditorKind::People},
             {EditDuties, EditorKind::Duties}, {EditNumbering, EditorKind::Numbering}})
        on(id, [this, kind = kind] { openEditor(kind, m_workspace, m_jobs, this); });
    on(EditSettings, [this] { openDistrictSettings(m_workspace, this); });
    on(CheckDistrict, [this] { openCheck(m_workspace, m_jobs, this); });
    Unsealing& unsealing = m_casePanel->unsealing();
    on(PersonalData, [this, &unsealing] { openPersonalData(m_workspace, unsealing, m_jobs, this); });
    connect(&unsealing, &Unsealing::unsealWanted, this,
            [this, &unsealing] { openUnsealDialog(m_workspace, unsealing, m_jobs, UnsealDialog::Purpose::Show, this); });
    connect(&unsealing, &Unsealing::protectionWanted, this, [this, &unsealing] { openProtectDialog(m_workspace, unsealing, m_jobs, this); });
    connect(m_casePanel, &CasePanel::erasureWanted, this,
            [this](core::CaseId id, const QString& number) { eraseContactOf(m_workspace, id, number, this); });
    new RetentionKeeper(m_workspace, m_jobs, this);
    on(Shortcuts, [this] { showShortcuts(this); });
    on(About, [this] { showAbout(this); });

    auto* const languages = new QActionGroup(this);
    for (const auto& [id, wanted] : std::initializer_list<std::pair<ActionId, core::Language>>{
             {Chinese, core::Language::Chinese}, {English, core::Language::English}}) {
        languages->addAction(m_actions[id]);
        m_actions[id]->setChecked(language() == wanted);
        on(id, [this, wanted = wanted] {
            if (language() == wanted)
                return;
            if (m_workspace.isBusy()) { // whose window would go
                m_actions[language() == core::Language::Chinese ? ActionId::Chinese : ActionId::English]->setChecked(true);
                m_workspace.notify(NoticeKind::Warning, app::text(m_workspace.whyBusy()));
                return;
            }
            emit languageWanted(wanted);
        });
    }
    m_toolActions = {{ToolKind::Pan, Pan}, {ToolKind::Select, Select}, {ToolKind::ZoomBox, ZoomBox}, {ToolKind::Identify, Identify},
                     {ToolKind::MeasureLength, MeasureLength}, {ToolKind::MeasureArea, MeasureArea}, {ToolKind::AddIncident, AddIncident}};
    auto* const tools = new QActionGroup(this);
    for (const auto& [kind, id] : m_toolActions) {
        tools->addAction(m_actions[id]);
        on(id, [this, kind = kind] {
            m_pickingPlace = false;
            m_map->setTool(kind);
            m_map->setFocus();
        });
    }
    followTool();
    connect(m_start, &StartPage::openRequested, this, [this](const QString& path) { m_files.open(path); });
    connect(m_start, &StartPage::chooseRequested, m_actions[OpenDistrict], &QAction::trigger);
    connect(m_start, &StartPage::newRequested, m_actions[NewDistrict], &QAction::trigger);
    connect(m_start, &StartPage::demoRequested, m_actions[NewDemo], &QAction::trigger);
    connect(&m_files, &DistrictFiles::failedToOpen, m_start, &StartPage::refresh);
}

void MainWindow::wireMap() {
    connect(m_map, &MapWidget::toolChanged, this, &MainWindow::followTool);
    connect(m_map, &MapWidget::historyChanged, this, [this] {
        m_actions[ActionId::ViewBack]->setEnabled(m_map->history().canGoBack());
        m_actions[ActionId::ViewForward]->setEnabled(m_map->history().canGoForward());
    });
    connect(m_map, &MapWidget::toolChanged, m_identify, &QWidget::hide);
    connect(m_map, &MapWidget::identified, m_identify, [this](gis::MapPoint place) { m_identify->identify(place); });
    connect(m_map, &MapWidget::incidentRequested, this, &MainWindow::openIncident);
    connect(m_map, &MapWidget::caseMoved, this, &MainWindow::moveCase);
    connect(m_map, &MapWidget::filesDropped, this, &MainWindow::takeFiles);
}

void MainWindow::followTool() {
    m_actions[m_toolActions.at(m_map->tool())]->setChecked(true);
    if (m_map->tool() != ToolKind::AddIncident)
        m_pickingPlace = false;
}

void MainWindow::followUndo() {
    core::District* const district = m_workspace.district();
    const auto name = [](QAction* action, const QString& plain, const QString& named, const std::optional<core::JournalEntry>& entry, bool canWrite) {
        action->setText(entry ? named.arg(app::text(entry->label)) : plain);
        action->setEnabled(entry && canWrite);
        action->setToolTip(plainText(action->text()) + u" (" + action->shortcut().toString(QKeySequence::NativeText) + u')');
    };
    const auto undoable = district != nullptr ? district->store().undoable() : std::nullopt;
    const auto redoable = district != nullptr ? district->store().redoable() : std::nullopt;
    name(m_actions[ActionId::Undo], tr("&Undo"), tr("&Undo: %1"), undoable, m_workspace.canWrite());
    name(m_actions[ActionId::Redo], tr("&Redo"), tr("&Redo: %1"), redoable, m_workspace.canWrite());
}

void MainWindow::followDistrict() {
    const bool isOpen = m_workspace.district() != nullptr;
    m_actions.follow(isOpen, m_workspace.canWrite());
    followUndo();
    m_actions[ActionId::ViewBack]->setEnabled(isOpen && m_map->history().canGoBack());
    m_actions[ActionId::ViewForward]->setEnabled(isOpen && m_map->history().canGoForward());
    if (isOpen == (m_centre->currentWidget() == m_start)) {
        if (isOpen) {
            arrange(m_rail->place());
        } else {
            saveLayout();
            setPanelsVisible(false);
            m_start->refresh();
        }
    } else if (!isOpen) {
        setPanelsVisible(false);
    }
    m_centre->setCurrentWidget(isOpen ? static_cast<QWidget*>(m_map) : m_start);
    m_rail->setVisible(isOpen);
    m_tools->setVisible(isOpen);
    for (QWidget* const part : m_mapStatus)
        part->setVisible(isOpen);
    if (m_card != nullptr)
        m_card->hide();
    m_map->setMark(std::nullopt);
    m_actions[ActionId::SwitchToWriting]->setEnabled(isOpen && m_workspace.district()->isReadOnly());
    if (isOpen)
        m_map->setFocus();
    updateTitle();
}

void MainWindow::updateTitle() {
    const core::District* const district = m_workspace.district();
    setWindowTitle(district == nullptr ? QApplication::applicationDisplayName()
                                       : QString::fromStdString(district->name()) + (m_workspace.canWrite() ? QString() : tr(" (reading only)")) +
                                             QStringLiteral(" – ") + QApplication::applicationDisplayName());
}

void MainWindow::fillActorMenu(QMenu* menu) {
    menu->clear();
    const core::District* const district = m_workspace.district();
    if (district == nullptr)
        return;
    const core::Actor system = core::District::systemActor();
    const auto add = [this, menu](const core::Actor& actor, const QString& title) {
        QAction* const action = menu->addAction(title);
        action->setCheckable(true);
        action->setChecked(actor.name == m_workspace.actor().name && actor.person == m_workspace.actor().person);
        connect(action, &QAction::triggered, this, [this, actor] { m_workspace.setActor(actor); });
    };
    add(system, tr("%1 (user of this computer)").arg(QString::fromStdString(system.name)));
    menu->addSeparator();
    for (const core::Person& person : district->people().people())
        if (person.active)
            add({person.name, person.id}, QString::fromStdString(person.name));
}

void MainWindow::fillRecentMenu(QMenu* menu) {
    menu->clear();
    const QStringList recent = recentDistricts();
    for (const QString& path : recent) {
        QAction* const action = menu->addAction(QFileInfo(path).completeBaseName() + QStringLiteral("   ") + QFileInfo(path).absolutePath());
        action->setEnabled(QFileInfo::exists(path));
        connect(action, &QAction::triggered, this, [this, path] { m_files.open(path); });
    }
    if (menu->isEmpty())
        menu->addAction(tr("No recent districts"))->setEnabled(false);
}

// ── Layout ──

void MainWindow::setPanelsVisible(bool visible) {
    for (QDockWidget* const dock : m_docks)
        dock->setVisible(visible);
}

void MainWindow::arrange(WorkPlace place) {
    if (restoreState(remembered(layoutKey(place)).toByteArray(), LayoutVersion))
        return;
    const auto dock = [this](const char* name) { return dockOf(name); };
    for (QDockWidget* const each : m_docks) {
        each->setFloating(false);
        each->setVisible(each != dock("historyDock"));
    }
    addDockWidget(Qt::LeftDockWidgetArea, dock("areasDock"));
    addDockWidget(Qt::LeftDockWidgetArea, dock("layersDock"));
    splitDockWidget(dock("areasDock"), dock("layersDock"), Qt::Vertical);
    addDockWidget(Qt::RightDockWidgetArea, dock("caseDock"));
    tabifyDockWidget(dock("caseDock"), dock("historyDock"));
    addDockWidget(Qt::BottomDockWidgetArea, dock("tableDock"));
    dock("caseDock")->raise();
    const int height = std::max(m_centre->height() + dock("tableDock")->height(), 400);
    const bool isTable = place == WorkPlace::Cases;
    resizeDocks({dock("areasDock"), dock("caseDock")}, {width() < 1600 ? 236 : 280, width() < 1600 ? 312 : 360}, Qt::Horizontal);
    resizeDocks({dock("areasDock"), dock("layersDock")}, {height * 55 / 100, height * 45 / 100}, Qt::Vertical);
    resizeDocks({dock("tableDock")}, {isTable ? height * 60 / 100 : height * 28 / 100}, Qt::Vertical);
}

void MainWindow::resetLayout() {
    for (const WorkPlace place : {WorkPlace::Map, WorkPlace::Cases})
        remember(layoutKey(place), QByteArray());
    if (m_workspace.district() != nullptr)
        arrange(m_rail->place());
}

void MainWindow::saveLayout() {
    if (m_beforeFullScreen.isEmpty())
        remember(layoutKey(m_rail->place()), saveState(LayoutVersion));
    remember(GeometryKey, saveGeometry());
    remember(PlaceKey, static_cast<int>(m_rail->place()));
}

void MainWindow::showFullScreenMap(bool on) {
    if (on) {
        m_beforeFullScreen = saveState(LayoutVersion);
        setPanelsVisible(false);
        m_rail->hide();
        showFullScreen();
    } else {
        showNormal();
        restoreState(m_beforeFullScreen, LayoutVersion);
        m_beforeFullScreen.clear();
        m_rail->show();
    }
    m_map->setFocus();
}

// ── What happens on the map ──

void MainWindow::openIncident(core::GeoPoint place, QPoint globalPosition, const QStringList& photos) {
    if (m_pickingPlace) {
        m_pickingPlace = false;
        m_map->setTool(ToolKind::Pan);
        m_casePanel->setCorrectedPlace(place);
        return;
    }
    if (!m_workspace.canWrite())
        return;
    if (m_card == nullptr) {
        m_card = new IncidentCard(m_workspace, this); // beside the point even where the map is small
        connect(m_card, &IncidentCard::saved, this, [this](core::CaseId id) {
            m_map->setMark(std::nullopt);
            m_workspace.selectCases({id});
            m_map->setFocus();
        });
        connect(m_card, &IncidentCard::closed, this, [this] {
            m_map->setMark(std::nullopt);
            m_map->setFocus();
        });
    }
    m_map->setMark(place);
    m_card->openAt(place, mapFromGlobal(globalPosition));
    if (!photos.isEmpty())
        m_card->addPhotos(photos);
}

void MainWindow::moveCase(core::CaseId id, core::GeoPoint place) {
    core::StepDraft draft;
    draft.kind = core::StepKind::Correct;
    draft.detail.place = place;
    draft.detail.note = tr("Moved on the map").toStdString();
    if (m_workspace.takeStep(id, draft))
        m_workspace.notify(NoticeKind::Note, tr("The case was moved. Undo takes it back."));
}

void MainWindow::chooseMapCrs() {
    const core::GeoBox bounds = m_workspace.district()->areas().bounds();
    const core::GeoPoint place = bounds.isEmpty() ? core::GeoPoint{114, 32}
                                                  : core::GeoPoint{(bounds.minLongitude + bounds.maxLongitude) / 2,
                                                                   (bounds.minLatitude + bounds.maxLatitude) / 2};
    if (const auto crs = chooseCrs(this, tr("Coordinate system of the map"), place, QString::fromStdString(m_layers.mapCrs().text()), /*planesOnly=*/true))
        m_layers.setMapCrs(*crs);
}

void MainWindow::takeDistrict(const QString& file) {
    if (kindOfFile(file) == FileKind::Archive) {
        if (prompts().confirm(this, tr("%1 holds a district with its photos. Unpack and open it?").arg(QFileInfo(file).fileName()), tr("Unpack")))
            unpackArchive(m_workspace, m_jobs, file, [this](const QString& path) { m_files.open(path); }, this);
        return;
    }
    // Nothing is lost by it, but what one looks at goes away: asked, never silently.
    if (m_workspace.district() == nullptr || prompts().confirm(this, tr("Close this district and open %1?").arg(QFileInfo(file).completeBaseName()), tr("Open")))
        m_files.open(file);
}

void MainWindow::takeFiles(const QStringList& files, std::optional<core::GeoPoint> place, QPoint globalPosition) {
    QStringList photos;
    QStringList tables;
    QStringList districts;
    for (const QString& file : files) {
        switch (kindOfFile(file)) {
        case FileKind::District:
        case FileKind::Archive:
            districts << file;
            break;
        case FileKind::Photo:
            photos << file;
            break;
        case FileKind::Data:
            tables << file;
            break;
        }
    }
    if (districts.size() > 1) {
        m_workspace.notify(NoticeKind::Warning, tr("Only one district can be open. Drop one of them: %1").arg(fileNames(districts)));
        return;
    }
    if (!districts.isEmpty()) {
        takeDistrict(districts.first());
        if (files.size() > 1)
            m_workspace.notify(NoticeKind::Note, tr("Drop these once more when the district is open: %1").arg(fileNames(photos + tables)));
        return;
    }
    if (m_workspace.district() == nullptr) {
        m_workspace.notify(NoticeKind::Warning, tr("Open a district first."));
        return;
    }
    if (!photos.isEmpty()) {
        const auto taken = placeOfPhoto(photos.first());
        if (taken)
            m_map->centreOn(*taken);
        if (const auto where = taken ? taken : place)
            openIncident(*where, taken ? m_map->mapToGlobal(m_map->rect().center()) : globalPosition, photos);
    }
    if (tables.isEmpty())
        return;
    auto* const menu = new QMenu(this);
    menu->setObjectName(QStringLiteral("dropMenu"));
    menu->setAttribute(Qt::WA_DeleteOnClose);
    connect(menu->addAction(icon(QLatin1String("layers")), tr("Add as layers")), &QAction::triggered, this,
            [this, tables] { addLayers(tables, m_layers, m_workspace, m_jobs, this); });
    if (m_workspace.canWrite() && tables.size() == 1) {
        connect(menu->addAction(icon(QLatin1String("upload")), tr("Import as cases …")), &QAction::triggered, this,
                [this, tables] { openCaseImport(m_workspace, m_jobs, this, tables.first()); });
        connect(menu->addAction(icon(QLatin1String("grid-3x3")), tr("Import as areas …")), &QAction::triggered, this,
                [this, tables] { openAreaImport(m_workspace, m_jobs, this, tables.first()); });
    }
    menu->popup(globalPosition);
}

// ── Events ──

void MainWindow::dragEnterEvent(QDragEnterEvent* event) {
    if (event->mimeData()->hasUrls())
        event->acceptProposedAction();
}

void MainWindow::dropEvent(QDropEvent* event) {
    QStringList files;
    const QList<QUrl> urls = event->mimeData()->urls();
    for (const QUrl& url : urls)
        if (url.isLocalFile())
            files << url.toLocalFile();
    event->acceptProposedAction();
    if (!files.isEmpty())
        takeFiles(files, std::nullopt, mapToGlobal(event->position().toPoint()));
}

void MainWindow::closeEvent(QCloseEvent* event) {
    // When the whole session ends there is nobody to ask; stopping is safe at any moment.
    if (m_workspace.isBusy() && !qGuiApp->isSavingSession() &&
        !prompts().confirm(this, tr("“%1” is not finished. Stop it and quit?").arg(m_workspace.workTitle()), tr("Stop and quit"))) {
        event->ignore();
        return;
    }
    m_jobs.cancelAll();
    if (m_workspace.district() != nullptr)
        saveLayout();
    QMainWindow::closeEvent(event);
}

void MainWindow::changeEvent(QEvent* event) {
    // Icons take their colour from the palette when they are painted.
    if (event->type() == QEvent::PaletteChange)
        update();
    QMainWindow::changeEvent(event);
}

} // namespace gridwarden::app
