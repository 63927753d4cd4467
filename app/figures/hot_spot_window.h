// SPDX-License-Identifier: GPL-3.0-or-later
// Hot spots with a test: squares where cases crowd more than chance would have it, or clusters that are new in the last weeks; with the
// method, its options and the number of cases, and a sentence instead of a guess where there are too few. Each leads to its cases.
#pragma once

#include "app/figures/hot_spot_finding.h"
#include "app/workspace/marked_places.h"
#include "app/workspace/workspace.h"

#include <QWidget>

class QComboBox;
class QLabel;
class QTableWidget;

namespace gridwarden::app {

class HotSpotWindow : public QWidget {
    Q_OBJECT
  public:
    HotSpotWindow(Workspace& workspace, QWidget* parent);
    [[nodiscard]] bool isFinding() const { return m_asked != m_shown; }
    /// The squares of the table, for the map.
    [[nodiscard]] MarkedPlaces& marks() { return *m_marks; }

  protected:
    void keyPressEvent(QKeyEvent* event) override;

  private:
    /// A line of the table and where it leads.
    struct Spot {
        core::Selection rows;
        MarkedPlaces::Place squares;
    };
    void build();
    void ask();
    void take(const std::shared_ptr<const HotSpotAnswer>& answer);
    void list(const core::HotSpots& found);
    void list(const core::NewClusters& found);
    void addRow(const QStringList& texts, Spot spot);
    void selectSpot();
    void selectRow(std::size_t row);
    void markSpots();
    [[nodiscard]] bool isScan() const;
    [[nodiscard]] QString placeOf(const core::Selection& rows) const; ///< the grid that most of the cases are in
    Workspace& m_workspace;
    QComboBox* m_method;
    QComboBox* m_cell;
    QLabel* m_summary;
    QLabel* m_footnote;
    QTableWidget* m_table;
    std::vector<Spot> m_spots; ///< by row of the table
    MarkedPlaces* m_marks;
    bool m_isOnMap = false; ///< what is being selected was clicked on the map, which stays where it is
    std::shared_ptr<const HotSpotAnswer> m_answer;
    std::size_t m_asked = 0, m_shown = 0;
    HotSpotFinding m_finding; ///< the last: answers through all of the others
};

} // namespace gridwarden::app
