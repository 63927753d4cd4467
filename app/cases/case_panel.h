// SPDX-License-Identifier: GPL-3.0-or-later
// The selected case: what it is, who answers for it and until when, what was done, and what can be done next.
#pragma once

#include "app/cases/selection_counts.h"
#include "app/workspace/unsealing.h"
#include "app/workspace/workspace.h"

#include <QPointer>
#include <QWidget>
#include <optional>

class QMenu;
class QScrollArea;

namespace gridwarden::app {

class StepForm;

class CasePanel : public QWidget {
    Q_OBJECT
  public:
    explicit CasePanel(Workspace& workspace, QWidget* parent = nullptr);
    /// Opens the form of a step for the shown case; nothing when there is none or the step is not allowed.
    void openStep(core::StepKind kind);
    /// The place picked on the map for the correction being written (degrees, CGCS2000).
    void setCorrectedPlace(core::GeoPoint place);
    /// What lets the reporters be seen, or not.
    [[nodiscard]] Unsealing& unsealing() { return m_unsealing; }

  signals:
    /// A correction wants a place picked on the map; answer with setCorrectedPlace.
    void placeWanted();
    /// The reporter's data are to be erased for good.
    void erasureWanted(gridwarden::core::CaseId id, const QString& number);

  protected:
    void showEvent(QShowEvent* event) override;

  private:
    void follow();
    void reload();
    void clearActions();
    void showActions();
    void countSelection();
    void showSelection(const SelectionCounts& counts);
    void showSelectionActions(const SelectionCounts& counts);
    void closeForm();

    Workspace& m_workspace;
    Unsealing m_unsealing;
    std::optional<core::CaseRecord> m_record;
    QPointer<QMenu> m_more;    ///< while it is open nothing under it is rebuilt
    bool m_isStale = true; ///< changed while hidden
    int m_counting = 0;        ///< the job that counts what is selected
    std::size_t m_shown = 0;   ///< raised by what is shown anew: what was counted for something else does not count
    QScrollArea* m_scroll;
    QWidget* m_actions;
    StepForm* m_form = nullptr;
};

} // namespace gridwarden::app
