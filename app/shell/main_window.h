// SPDX-License-Identifier: GPL-3.0-or-later
// The window: builds the parts and wires them together. What does work lives in the parts.
#pragma once

#include "app/map/map_widget.h"
#include "app/shell/actions.h"
#include "app/shell/district_files.h"
#include "app/shell/place_rail.h"
#include "app/workspace/job.h"

#include <QMainWindow>

class QDockWidget;
class QStackedWidget;
class QToolButton;

namespace gridwarden::app {

class CasePanel;
class IncidentCard;
class IdentifyPanel;
class MapCommands;
class MessageBar;
class SearchBox;
class StartPage;

/// The workspace and the jobs outlive the window: it can be built anew, for instance in another language, with the
/// district open.
class MainWindow : public QMainWindow {
    Q_OBJECT
  public:
    MainWindow(Workspace& workspace, Jobs& jobs, QWidget* parent = nullptr);
    ~MainWindow() override;

    [[nodiscard]] MapWidget& map() { return *m_map; }
    [[nodiscard]] LayerList& layers() { return m_layers; }
    [[nodiscard]] QAction* action(ActionId id) const { return m_actions[id]; }
    [[nodiscard]] DistrictFiles& files() { return m_files; }
    /// Districts are opened, data files offered as layers or for import; photos open the incident card at `place`.
    void takeFiles(const QStringList& files, std::optional<core::GeoPoint> place, QPoint globalPosition);

  signals:
    /// The window has to be built anew in this language.
    void languageWanted(gridwarden::core::Language language);

  protected:
    void closeEvent(QCloseEvent* event) override;
    void dragEnterEvent(QDragEnterEvent* event) override;
    void dropEvent(QDropEvent* event) override;
    void changeEvent(QEvent* event) override;

  private:
    void buildMenus();
    void buildToolBar();
    void buildDocks();
    void buildStatusBar();
    void wireActions();
    void wireMap();
    void followDistrict();
    void followUndo();
    void followTool();
    void fillActorMenu(QMenu* menu);
    void fillRecentMenu(QMenu* menu);
    void arrange(WorkPlace place);
    void resetLayout();
    void showFullScreenMap(bool on);
    void setPanelsVisible(bool visible);
    void updateTitle();
    void saveLayout();
    QDockWidget* addDock(const QString& name, const QString& title, QWidget* content, Qt::DockWidgetArea area);
    [[nodiscard]] QDockWidget* dockOf(const char* name) const;
    void chooseMapCrs();
    void openIncident(core::GeoPoint place, QPoint globalPosition, const QStringList& photos);
    void takeDistrict(const QString& file);
    void moveCase(core::CaseId id, core::GeoPoint place);

    Workspace& m_workspace;
    Jobs& m_jobs;
    Actions m_actions;
    LayerList m_layers;
    DistrictFiles m_files;
    QStackedWidget* m_centre;
    StartPage* m_start;
    MapWidget* m_map;
    MessageBar* m_messages;
    IdentifyPanel* m_identify;
    MapCommands* m_mapCommands;
    IncidentCard* m_card = nullptr;
    CasePanel* m_casePanel = nullptr;
    PlaceRail* m_rail;
    SearchBox* m_search = nullptr;
    QToolBar* m_tools = nullptr;
    QToolButton* m_actor = nullptr;
    std::vector<QDockWidget*> m_docks;
    std::vector<QWidget*> m_mapStatus; ///< parts of the status bar that tell about the map
    std::map<ToolKind, ActionId> m_toolActions;
    QByteArray m_beforeFullScreen;
    bool m_pickingPlace = false; ///< the case panel waits for a place from the map
};

} // namespace gridwarden::app
