// SPDX-License-Identifier: GPL-3.0-or-later
// The work place of patrols (巡查): what was covered of the roads and grids in a period and what was not, in tables and on the map.
#pragma once

#include "app/report/official_document.h"
#include "app/workspace/marked_roads.h"
#include "app/workspace/newest_work.h"
#include "core/patrol_actions.h"

#include <QWidget>

class QCheckBox;
class QComboBox;
class QLabel;
class QPushButton;
class QTabWidget;

namespace gridwarden::app {

class CoverageTable;
struct CoverageView;
class PeriodStepper;

class PatrolPanel : public QWidget {
    Q_OBJECT
  public:
    PatrolPanel(Workspace& workspace, Jobs& jobs, QWidget* parent);
    /// For the map, as long as the panel is seen.
    [[nodiscard]] MarkedRoads& roads() { return *m_marks; }
    void setPeriod(core::Period period);
    [[nodiscard]] bool isCounting() const { return m_isCounting || m_isStale; }

  protected:
    void showEvent(QShowEvent* event) override;
    void hideEvent(QHideEvent* event) override;

  private:
    void build();
    void buildTables();
    void followDistrict();
    void fillSquads(); ///< the one that was chosen stays
    void ask();
    void showView(CoverageView view);
    void zoomToRoad();
    void selectRoad(int row);
    void chooseTracks();
    /// Makes a document beside the window and shows it.
    using Making = std::function<core::Result<OfficialDocument>(core::District&)>;
    void open(const QString& title, Making making);
    void openMissed();
    void openReport();
    [[nodiscard]] std::vector<core::OrganisationId> squads() const;

    Workspace& m_workspace;
    Jobs& m_jobs;
    PeriodStepper* m_period;
    QComboBox* m_squad;
    QLabel* m_summary;
    QCheckBox* m_onlyMissed;
    QTabWidget* m_tabs;
    CoverageTable* m_roadTable = nullptr;
    CoverageTable* m_gridTable = nullptr;
    MarkedRoads* m_marks;
    std::vector<QPushButton*> m_buttons; ///< that need a district
    std::shared_ptr<const core::RoadCells> m_cells; ///< of the last counting
    bool m_isStale = true, m_isCounting = false;
    NewestWork m_counting, m_making;
};

} // namespace gridwarden::app
