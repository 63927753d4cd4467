// SPDX-License-Identifier: GPL-3.0-or-later
// Counting work by keyboard: a few letters of the kind, Enter, the number, Enter: it is saved, and place and people
// stay for the next one.
#pragma once

#include "app/cases/receiver_field.h"
#include "app/workspace/workspace.h"
#include "core/activity_actions.h"

#include <QWidget>

class QLabel;
class QLineEdit;
class QPushButton;
class QToolButton;

namespace gridwarden::app {

class KindField;

class ActivityForm : public QWidget {
    Q_OBJECT
public:
    ActivityForm(Workspace& workspace, QWidget* parent);
    /// On which the next one counts.
    void setDay(core::Day day);
    /// Begins a new one with what stays of the last.
    void startNew();
    /// Fills the fields with one to be changed, or, where its id is null, with what was planned.
    void show(const core::Activity& activity);
    [[nodiscard]] core::ActivityId shown() const { return m_shown.id; } ///< null: a new one
    /// The kinds and people that the district has now.
    void refreshLists();
    void setPoint(std::optional<core::GeoPoint> point);
    void focusKind();

signals:
    void placeWanted();  ///< a click on the map is asked for
    void pointChanged(); ///< see point()
    void saved(gridwarden::core::ActivityId id);

public:
    [[nodiscard]] std::optional<core::GeoPoint> point() const { return m_point; }

protected:
    void keyPressEvent(QKeyEvent* event) override;

private:
    void build();
    void takeKind();
    void onQuantityEntered();
    void save();
    void showWho(core::OrganisationId organisation, core::PersonId person);
    [[nodiscard]] QString whoLabel(core::OrganisationId organisation, core::PersonId person) const;
    /// None when nobody is called what is written there.
    [[nodiscard]] std::optional<ReceiverField::Receiver> who() const;
    /// What the fields say; a fault is shown.
    std::optional<core::Activity> read();
    void showFault(const QString& fault, QWidget* field = nullptr);
    void showPoint();
    Workspace& m_workspace;
    core::Day m_day;
    core::Activity m_shown; ///< what the fields were filled from
    std::optional<core::GeoPoint> m_point;
    QLabel* m_heading;
    KindField* m_kind;
    QLineEdit* m_quantity;
    QLineEdit* m_unit;
    QLineEdit* m_people;
    QLineEdit* m_place;
    QToolButton* m_pick;
    QToolButton* m_clearPoint;
    QLabel* m_pointText;
    ReceiverField* m_who;
    QLineEdit* m_note;
    QLabel* m_fault;
    QPushButton* m_cancel;
    QPushButton* m_save;
};

} // namespace gridwarden::app
