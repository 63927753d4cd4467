// SPDX-License-Identifier: GPL-3.0-or-later
// Entering an incident: a small card beside the clicked point. It stays out of the way of the map and is worked by
// keyboard alone; what follows from place and category (grid, who answers, deadline, likely duplicates) shows at once.
#pragma once

#include "app/workspace/workspace.h"

#include <QFrame>
#include <functional>

class QGridLayout;
class QLabel;
class QPushButton;
class QVBoxLayout;

namespace gridwarden::app {

class CategoryField;
class DuplicateList;
class ElidedLabel;
class IncidentFields;

class IncidentCard : public QFrame {
    Q_OBJECT
  public:
    /// \param parent in which the card floats: the map, or the whole window where the map is small
    IncidentCard(Workspace& workspace, QWidget* parent);

    /// Opens empty for a place (degrees, CGCS2000). `anchor` is the clicked point in the parent's coordinates.
    void openAt(core::GeoPoint place, QPoint anchor);
    /// Writes what the card holds; the case that came of it.
    using Writer = std::function<core::Result<core::CaseId>(core::CaseDraft)>;
    /// Opens with what is known already (a proposal that is to be corrected) and has it written by `write`. \pre it has a place
    void openWith(const core::CaseDraft& draft, QPoint anchor, Writer write);
    /// Photos to go with the incident: dropped on the map, for instance.
    void addPhotos(const QStringList& files);
    [[nodiscard]] core::GeoPoint place() const { return m_place; }

  signals:
    void saved(gridwarden::core::CaseId id);
    void closed(); ///< without saving

  protected:
    bool event(QEvent* event) override;
    void paintEvent(QPaintEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;
    void dragEnterEvent(QDragEnterEvent* event) override;
    void dropEvent(QDropEvent* event) override;
    bool eventFilter(QObject* watched, QEvent* event) override;

  private:
    void build();
    QGridLayout* buildFacts(QVBoxLayout* column);
    std::optional<core::CaseDraft> entered();
    void refresh();
    void showPreview(const core::CasePreview& preview);
    void settle();
    void save();
    void dismiss();
    void showFault(const QString& text);

    Workspace& m_workspace;
    core::GeoPoint m_place;
    QPoint m_anchor;
    Writer m_write; ///< empty: reported as usual
    std::string m_origin;

    QLabel* m_position;
    CategoryField* m_category;
    ElidedLabel* m_grid;
    ElidedLabel* m_duty;
    ElidedLabel* m_deadline;
    ElidedLabel* m_number;
    DuplicateList* m_duplicates;
    IncidentFields* m_fields;
    QLabel* m_fault;
    QPushButton* m_save;
};

} // namespace gridwarden::app
