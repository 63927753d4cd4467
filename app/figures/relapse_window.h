// SPDX-License-Identifier: GPL-3.0-or-later
// Cleared, then back again: the places that relapse most, how long cleared places stay clear, and whether that differs between those
// who cleared them. Each place leads to its cases.
#pragma once

#include "app/figures/relapse_finding.h"
#include "app/workspace/marked_places.h"
#include "app/workspace/workspace.h"

#include <QWidget>

class QComboBox;
class QLabel;
class QTableWidget;

namespace gridwarden::app {

class SurvivalChart;

class RelapseWindow : public QWidget {
    Q_OBJECT
  public:
    RelapseWindow(Workspace& workspace, QWidget* parent);
    [[nodiscard]] bool isFinding() const { return m_asked != m_shown; }
    /// The places of the table, for the map.
    [[nodiscard]] MarkedPlaces& marks() { return *m_marks; }

  protected:
    void keyPressEvent(QKeyEvent* event) override;

  private:
    void build();
    [[nodiscard]] core::PlaceChoice placeChoice() const;
    void ask();
    void take(const std::shared_ptr<const RelapseAnswer>& answer);
    void fillTable();
    void drawCurves();
    void selectPlace();
    void selectMarked(std::size_t mark);
    void markPlaces();
    [[nodiscard]] QString placeText(std::size_t place) const;
    [[nodiscard]] QString groupText(const core::TallyValue& value) const;
    [[nodiscard]] QString curveText(const core::SurvivalCurve& curve) const;
    Workspace& m_workspace;
    QComboBox* m_cell;
    QComboBox* m_within;
    QComboBox* m_level;
    QComboBox* m_groups;
    QTableWidget* m_table;
    QLabel* m_summary;
    QLabel* m_test;
    SurvivalChart* m_chart;
    std::shared_ptr<const RelapseAnswer> m_answer;
    MarkedPlaces* m_marks;
    std::vector<std::uint32_t> m_marked; ///< squares beside the marks: several categories can come back in one
    bool m_isOnMap = false;              ///< what is being selected was clicked on the map, which stays where it is
    std::size_t m_asked = 0, m_shown = 0;
    RelapseFinding m_finding; ///< the last: answers through all of the others
};

} // namespace gridwarden::app
