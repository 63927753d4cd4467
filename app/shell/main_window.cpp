// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/shell/main_window.h"

#include "app/activities/activity_import_dialog.h"
#include "app/activities/activity_panel.h"
#include "app/backup/archives.h"
#include "app/backup/backup_watch.h"
#include "app/backup/backup_window.h"
#include "app/cases/case_panel.h"
#include "app/cases/case_table_panel.h"
#include "app/cases/dispatch_dialog.h"
#include "app/cases/hand_over_dialog.h"
#include "app/cases/import_dialog.h"
#include "app/district/area_import_dialog.h"
#include "app/district/check_window.h"
#include "app/district/district_settings.h"
#include "app/district/duty_week_window.h"
#include "app/district/editors.h"
#include "app/district/erasure_job.h"
#include "app/district/history_panel.h"
#include "app/district/personal_data_window.h"
#include "app/district/protect_dialog.h"
#include "app/district/unseal_dialog.h"
#include "app/figures/figure_editor.h"
#include "app/figures/hot_spot_window.h"
#include "app/figures/linked_panel.h"
#include "app/figures/relapse_window.h"
#include "app/figures/single_window.h"
#include "app/handout/handout_dialog.h"
#include "app/inbox/count_badge.h"
#include "app/inbox/inbox_panel.h"
#include "app/map/add_layers.h"
#include "app/map/coordinate_text.h"
#include "app/map/crs_dialog.h"
#include "app/map/identify_panel.h"
#include "app/map/layer_panel.h"
#include "app/map/map_commands.h"
#include "app/map/marked_places_overlay.h"
#include "app/map/marked_points_overlay.h"
#include "app/map/marked_roads_overlay.h"
#include "app/map/print_map.h"
#include "app/map/time_bar.h"
#include "app/patrol/patrol_panel.h"
#include "app/report/bulletin_window.h"
#include "app/report/day_book_window.h"
#include "app/report/report_dialog.h"
#include "app/report/work_list_dialog.h"
#include "app/shell/about_dialog.h"
#include "app/shell/area_panel.h"
#include "app/shell/border_editing.h"
#include "app/shell/facts_saver.h"
#include "app/shell/figure_place.h"
#include "app/shell/filter_badge.h"
#include "app/shell/held_up.h"
#include "app/shell/incident_entry.h"
#include "app/shell/message_bar.h"
#include "app/shell/start_page.h"
#include "app/shell/status_line.h"
#include "app/shell/tool_strip.h"
#include "app/shell/window_menus.h"
#include "app/text/message_text.h"
#include "app/workspace/icon.h"
#include "app/workspace/prompts.h"

#include <QActionGroup>
#include <QApplication>
#include <QCloseEvent>
#include <QMimeData>
#include <QStackedWidget>
#include <QUrl>
#include <QVBoxLayout>

namespace gridwarden::app {

MainWindow::MainWindow(Workspace& workspace, Jobs& jobs, QWidget* parent)
    : QMainWindow(parent), m_workspace(workspace), m_jobs(jobs), m_actions(this), m_layers(workspace, jobs),
      m_files(workspace, jobs, this), m_centre(new QStackedWidget(this)), m_start(new StartPage(this)),
      m_map(new MapWidget(workspace, m_layers, this)), m_time(new TimeBar(workspace, jobs, this)), m_messages(nullptr), m_identify(new IdentifyPanel(*m_map, m_layers, jobs)),
      m_mapCommands(new MapCommands(*m_map, m_layers)), m_rail(new PlaceRail(m_actions[ActionId::GridReport], this)),
      m_layout(*this, *m_rail), m_tools(new ToolStrip(workspace, m_actions, *m_map, m_layers, this)),
      m_dropped(m_files, *m_map, m_layers, jobs, this) {
    setObjectName(QStringLiteral("mainWindow"));
    setWindowIcon(programIcon());
    setAcceptDrops(true);
    setDockOptions(AnimatedDocks | AllowNestedDocks | AllowTabbedDocks);
    setCorner(Qt::BottomLeftCorner, Qt::LeftDockWidgetArea);
    setCorner(Qt::BottomRightCorner, Qt::RightDockWidgetArea);
    setTabPosition(Qt::AllDockWidgetAreas, QTabWidget::North);
    m_centre->addWidget(m_start);
    auto* const page = new QWidget(this);
    auto* const column = new QVBoxLayout(page);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(m_map, 1);
    column->addWidget(m_time);
    m_time->hide();
    m_centre->addWidget(page);
    setCentralWidget(m_centre);
    new FilterBadge(workspace, m_map);
    addBorderEditing(*m_map, this);
    new HeldUp(workspace, this);
    m_messages = new MessageBar(workspace, m_centre);
    addToolBar(Qt::LeftToolBarArea, m_rail);
    new BackupWatch(workspace, jobs, this);
    new FactsSaver(workspace, jobs, this);
    buildDocks();
    buildMenus(*this, m_actions, m_layout, m_files, *m_mapCommands);
    addToolBar(m_tools);
    m_status = new StatusLine(workspace, *m_map, m_layers, jobs, *m_messages, this);
    setStatusBar(m_status);
    wireActions();
    wireMap();

    connect(&workspace, &Workspace::districtOpened, this, &MainWindow::followDistrict);
    connect(&workspace, &Workspace::districtClosed, this, &MainWindow::followDistrict);
    connect(&workspace, &Workspace::changed, this, &MainWindow::followUndo);

    m_layout.restoreWindow();
    followDistrict();
}

MainWindow::~MainWindow() = default;

// ── Building ──

void MainWindow::buildDocks() {
    auto* const areas = new AreaPanel(m_workspace, m_jobs, this);
    auto* const layers = new LayerPanel(m_layers, m_workspace, m_jobs, this);
    layers->showLegendOf(*m_map);
    m_casePanel = new CasePanel(m_workspace, this);
    m_layout.addDock(QStringLiteral("areasDock"), tr("Areas"), areas, Qt::LeftDockWidgetArea);
    m_layout.addDock(QStringLiteral("layersDock"), tr("Layers"), layers, Qt::LeftDockWidgetArea);
    QDockWidget* const caseDock = m_layout.addDock(QStringLiteral("caseDock"), tr("Case"), m_casePanel, Qt::RightDockWidgetArea);
    QDockWidget* const history = m_layout.addDock(QStringLiteral("historyDock"), tr("History"), new HistoryPanel(m_workspace, this), Qt::RightDockWidgetArea);
    auto* const table = new CaseTablePanel(m_workspace, m_jobs, this);
    m_layout.addDock(QStringLiteral("tableDock"), tr("Cases"), table, Qt::BottomDockWidgetArea);
    QDockWidget* const counts = m_layout.addDock(QStringLiteral("countsDock"), tr("Counts"), new LinkedPanel(m_workspace, this), Qt::RightDockWidgetArea);
    tabifyDockWidget(caseDock, counts);
    QDockWidget* const activities = m_layout.addDock(QStringLiteral("activitiesDock"), tr("Activities"), m_activityPanel = new ActivityPanel(m_workspace, this),
                                                     Qt::RightDockWidgetArea);
    tabifyDockWidget(caseDock, history);
    tabifyDockWidget(caseDock, activities);
    m_inbox = new Inbox(m_workspace, m_jobs, this);
    m_inboxPanel = new InboxPanel(m_workspace, *m_inbox, this);
    tabifyDockWidget(caseDock, m_layout.addDock(QStringLiteral("inboxDock"), tr("Inbox"), m_inboxPanel, Qt::RightDockWidgetArea));
    caseDock->raise();
    m_figures = new FigurePlace(m_workspace, this);
    m_layout.addDock(QStringLiteral("figuresDock"), tr("Figures"), m_figures, Qt::LeftDockWidgetArea);
    auto* const patrol = new PatrolPanel(m_workspace, m_jobs, this);
    m_layout.addDock(QStringLiteral("patrolDock"), tr("Patrol"), patrol, Qt::LeftDockWidgetArea);
    new MarkedRoadsOverlay(patrol->roads(), *m_map);
    connect(m_figures, &FigurePlace::activitiesWanted, this, [this, activities](core::Period period, const std::vector<core::ActivityId>& entries) {
        activities->show();
        activities->raise();
        m_activityPanel->showEntries(period, entries);
    });
    connect(layers, &LayerPanel::addRequested, m_actions[ActionId::AddLayers], &QAction::trigger);
    connect(layers, &LayerPanel::addServiceRequested, m_actions[ActionId::AddMapService], &QAction::trigger);
    connect(areas, &AreaPanel::importRequested, m_actions[ActionId::ImportAreas], &QAction::trigger);
    connect(areas, &AreaPanel::reportRequested, m_actions[ActionId::GridReport], &QAction::trigger);
    connect(m_casePanel, &CasePanel::placeWanted, this, [this] {
        m_entry->pickPlace(tr("Click the map where the case belongs."), [this](core::GeoPoint place) { m_casePanel->setCorrectedPlace(place); });
    });
    connect(table, &CaseTablePanel::linkWanted, this, [this, caseDock] {
        caseDock->show();
        caseDock->raise();
        m_casePanel->openStep(core::StepKind::Link);
    });
    connect(table, &CaseTablePanel::handOutWanted, this, [this] { openHandout(m_workspace, m_jobs, m_casePanel->unsealing(), this); });
    connect(m_activityPanel, &ActivityPanel::placeWanted, this, [this] {
        m_entry->pickPlace(tr("Click the map where the work was done."), [this](core::GeoPoint place) { m_activityPanel->setPoint(place); });
    });
    connect(m_activityPanel, &ActivityPanel::pointChanged, this, [this] { m_map->setMark(m_activityPanel->point()); });
    m_entry = new IncidentEntry(m_workspace, *m_map, *m_inbox, *this);
    connect(m_inboxPanel, &InboxPanel::correctionWanted, m_entry, &IncidentEntry::correct);
    connect(m_inbox, &Inbox::changed, this, [this] {
        m_actions[ActionId::ShowInbox]->setIcon(badged(icon(QLatin1String("inbox")), m_inbox->count()));
        m_layout.dock("inboxDock")->setWindowTitle(m_inbox->count() > 0 ? tr("Inbox (%1)").arg(m_inbox->count()) : tr("Inbox"));
    });
    new MarkedPointsOverlay(m_activityPanel->places(), *m_map);
    connect(activities, &QDockWidget::visibilityChanged, m_activityPanel, &ActivityPanel::setSeen);
    connect(m_activityPanel, &ActivityPanel::importWanted, m_actions[ActionId::ImportActivities], &QAction::trigger);
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
    on(AddMapService, [this] { addMapService(m_layers, m_jobs, this); });
    on(ImportCases, [this] { openCaseImport(m_workspace, m_jobs, this, {}); });
    on(ImportAreas, [this] { openAreaImport(m_workspace, m_jobs, this, {}); });
    on(ImportActivities, [this] { openActivityImport(m_workspace, this); });
    on(CountWork, [this] {
        QDockWidget* const dock = m_layout.dock("activitiesDock");
        dock->show();
        dock->raise();
        m_activityPanel->startCounting();
    });
    on(ShowInbox, [this] {
        QDockWidget* const dock = m_layout.dock("inboxDock");
        dock->show();
        dock->raise();
        m_inboxPanel->startDeciding();
    });
    on(PrintMap, [this] { printMap(*m_map, m_jobs, this); });
    on(Quit, [this] { close(); });
    on(Undo, [this] { m_workspace.undo(); });
    on(Redo, [this] { m_workspace.redo(); });
    on(SelectAll, [this] {
        std::vector<core::CaseId> all;
        for (const std::uint32_t row : m_workspace.filtered())
            all.push_back((*m_workspace.filteredFacts())[row].id);
        m_workspace.selectCases(std::move(all));
    });
    on(ClearSelection, [this] {
        m_workspace.selectCases({});
        m_workspace.selectArea({});
    });
    on(Search, [this] {
        m_tools->search().setFocus(Qt::ShortcutFocusReason);
        m_tools->search().selectAll();
    });
    on(ZoomIn, [this] { m_map->zoomBy(1.5); });
    on(ZoomOut, [this] { m_map->zoomBy(1 / 1.5); });
    on(ShowAll, [this] { m_map->showAll(); });
    on(ZoomToSelection, [this] { m_map->zoomToSelection(); });
    on(ViewBack, [this] { m_map->goBack(); });
    on(ViewForward, [this] { m_map->goForward(); });
    on(ActionId::ShowTime, [this](bool checked) { m_time->setVisible(checked); });
    connect(m_time, &TimeBar::closeWanted, m_actions[ActionId::ShowTime], &QAction::trigger);
    on(FullScreenMap, [this](bool checked) {
        m_layout.showFullScreen(checked);
        m_map->setFocus();
    });
    on(ResetLayout, [this] {
        m_layout.reset();
        if (m_workspace.district() != nullptr)
            m_layout.arrange();
    });
    on(AddBookmark, [this] { m_mapCommands->addBookmark(); });
    on(MapCrs, [this] { chooseMapCrs(); });
    on(ClearFilter, [this] { m_workspace.setFilter({}); });
    on(ShowAreaCases, [this] {
        if (!m_workspace.selectedArea().isNull())
            filterByArea(m_workspace, m_workspace.selectedArea());
    });
    const auto showOnMap = [this](auto& window) { new MarkedPlacesOverlay(window.marks(), *m_map); };
    on(Relapses, [this, showOnMap] { openSingle<RelapseWindow>(m_workspace, this, showOnMap); });
    on(HotSpots, [this, showOnMap] { openSingle<HotSpotWindow>(m_workspace, this, showOnMap); });
    on(ShowDutyWeek, [this] {
        openSingle<DutyWeekWindow>(m_workspace, this, [this](DutyWeekWindow& window) { new MarkedPointsOverlay(window.places(), *m_map); });
    });
    on(DispatchCases, [this] { openDispatchDialog(m_workspace, DispatchDialog::Purpose::Dispatch, this); });
    on(HandOverCases, [this] { openDispatchDialog(m_workspace, DispatchDialog::Purpose::HandOver, this); });
    on(HandOverInHand, [this] { openHandOver(m_workspace, {}, this); });
    on(WorkListPaper, [this] { openWorkList(m_workspace, m_jobs, this); });
    on(ShowDayBook, [this] { openSingle<DayBookWindow>(m_workspace, this); });
    on(BulletinPaper, [this] { openBulletin(m_workspace, m_jobs, this); });
    on(WorkSummary, [this] { m_figures->openSummary(); });
    on(GridReport, [this] { openGridReportDialog(m_workspace, m_jobs, this); });
    for (const auto& [id, kind] : std::initializer_list<std::pair<ActionId, EditorKind>>{
             {EditAreas, EditorKind::Areas}, {EditCategories, EditorKind::Categories}, {EditCalendar, EditorKind::Calendar},
             {EditSources, EditorKind::Sources}, {EditMethods, EditorKind::Methods}, {EditOrganisations, EditorKind::Organisations}, {EditPeople, EditorKind::People},
             {EditDuties, EditorKind::Duties}, {EditNumbering, EditorKind::Numbering},
             {EditAbsences, EditorKind::Absences}, {EditDispatchRules, EditorKind::DispatchRules},
             {EditActivityKinds, EditorKind::ActivityKinds}, {EditActivityPlans, EditorKind::ActivityPlans}})
        on(id, [this, kind = kind] { openEditor(kind, m_workspace, m_jobs, this); });
    on(EditFigures, [this] { openFigureEditor(m_workspace, {}, this); });
    on(EditSchemes, [this] { m_figures->editSchemes(); });
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
                     {ToolKind::MeasureLength, MeasureLength}, {ToolKind::MeasureArea, MeasureArea}, {ToolKind::AddIncident, AddIncident},
                     {ToolKind::ReshapeBorder, EditBorders}};
    auto* const tools = new QActionGroup(this);
    for (const auto& [kind, id] : m_toolActions) {
        tools->addAction(m_actions[id]);
        on(id, [this, kind = kind] {
            m_entry->forgetPick();
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
    connect(m_map, &MapWidget::filesDropped, &m_dropped, &DroppedFiles::take);
    connect(&m_dropped, &DroppedFiles::incidentWanted, m_entry, &IncidentEntry::open);
}

void MainWindow::followTool() {
    m_actions[m_toolActions.at(isAreaTool(m_map->tool()) ? ToolKind::ReshapeBorder : m_map->tool())]->setChecked(true);
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
            m_layout.arrange();
        } else {
            m_layout.save();
            m_layout.setPanelsVisible(false);
            m_start->refresh();
        }
    } else if (!isOpen) {
        m_layout.setPanelsVisible(false);
    }
    m_centre->setCurrentWidget(isOpen ? m_map->parentWidget() : m_start);
    m_rail->setVisible(isOpen);
    m_tools->setVisible(isOpen);
    m_status->showMapParts(isOpen);
    m_entry->close();
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

void MainWindow::chooseMapCrs() {
    const core::GeoBox bounds = m_workspace.district()->areas().bounds();
    const core::GeoPoint place = bounds.isEmpty() ? core::GeoPoint{114, 32}
                                                  : core::GeoPoint{(bounds.minLongitude + bounds.maxLongitude) / 2,
                                                                   (bounds.minLatitude + bounds.maxLatitude) / 2};
    if (const auto crs = chooseCrs(this, tr("Coordinate system of the map"), place, QString::fromStdString(m_layers.mapCrs().text()), /*planesOnly=*/true))
        m_layers.setMapCrs(*crs);
}

// ── Events ──

void MainWindow::dragEnterEvent(QDragEnterEvent* event) {
    if (event->mimeData()->hasUrls() && event->source() == nullptr) // what is dragged from a case goes elsewhere
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
        m_dropped.take(files, std::nullopt, mapToGlobal(event->position().toPoint()));
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
        m_layout.save();
    QMainWindow::closeEvent(event);
}

void MainWindow::changeEvent(QEvent* event) {
    // Icons take their colour from the palette when they are painted.
    if (event->type() == QEvent::PaletteChange)
        update();
    QMainWindow::changeEvent(event);
}

} // namespace gridwarden::app
