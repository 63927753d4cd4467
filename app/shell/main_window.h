// SPDX-License-Identifier: GPL-3.0-or-later
// The window: builds the parts and wires them together. What does work lives in the parts.
#pragma once

#include "app/map/map_widget.h"
#include "app/shell/actions.h"
#include "app/shell/district_files.h"
#include "app/shell/dropped_files.h"
#include "app/shell/window_layout.h"
#include "app/workspace/job.h"

#include <QMainWindow>

class QStackedWidget;

namespace gridwarden::app {

class ActivityPanel;
class CasePanel;
class FigurePlace;
class Inbox;
class InboxPanel;
class IncidentEntry;
class IdentifyPanel;
class MapCommands;
class MessageBar;
class StartPage;
class StatusLine;
class TimeBar;
class ToolStrip;

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
    [[nodiscard]] DroppedFiles& dropped() { return m_dropped; }

  signals:
    /// The window has to be built anew in this language.
    void languageWanted(gridwarden::core::Language language);

  protected:
    void closeEvent(QCloseEvent* event) override;
    void dragEnterEvent(QDragEnterEvent* event) override;
    void dropEvent(QDropEvent* event) override;
    void changeEvent(QEvent* event) override;

  private:
    void buildDocks();
    void wireActions();
    void wireMap();
    void followDistrict();
    void followUndo();
    void followTool();
    void updateTitle();
    void chooseMapCrs();

    Workspace& m_workspace;
    Jobs& m_jobs;
    Actions m_actions;
    LayerList m_layers;
    DistrictFiles m_files;
    QStackedWidget* m_centre;
    StartPage* m_start;
    MapWidget* m_map;
    TimeBar* m_time;
    MessageBar* m_messages;
    IdentifyPanel* m_identify;
    MapCommands* m_mapCommands;
    IncidentEntry* m_entry = nullptr;
    CasePanel* m_casePanel = nullptr;
    FigurePlace* m_figures = nullptr;
    ActivityPanel* m_activityPanel = nullptr;
    Inbox* m_inbox = nullptr;
    InboxPanel* m_inboxPanel = nullptr;
    PlaceRail* m_rail;
    WindowLayout m_layout;
    ToolStrip* m_tools;
    DroppedFiles m_dropped;
    StatusLine* m_status = nullptr;
    std::map<ToolKind, ActionId> m_toolActions;
};

} // namespace gridwarden::app
