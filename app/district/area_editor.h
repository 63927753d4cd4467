// SPDX-License-Identifier: GPL-3.0-or-later
// The areas (区域) by kind: codes, names, days and what they belong to. An area is ended and succeeded, never deleted.
#pragma once

#include "app/district/record_editor.h"
#include "app/workspace/job.h"

class QComboBox;
class QFormLayout;
class QGroupBox;
class QLabel;
class QTreeView;

namespace gridwarden::app {

class ChoiceField;
class CoverPanel;
class DayField;
class GradeField;

class AreaEditor : public RecordEditor {
    Q_OBJECT
  public:
    AreaEditor(Workspace& workspace, Jobs& jobs, QWidget* parent);

  protected:
    [[nodiscard]] std::vector<Record> records() const override;
    void fill(const QString& key) override;
    std::optional<QString> store(const QString& key) override;
    [[nodiscard]] bool concerns(const core::Touched& touched) const override { return touched.areas; }
    void onCurrentChanged() override;

  private:
    QWidget* makeMemberships();
    QWidget* makeEnding();
    void listMemberships();
    void addMembership();
    void removeMembership();
    void endArea();
    void showOnMap();
    void showGrade();
    [[nodiscard]] QString successionText(core::AreaId id) const;
    [[nodiscard]] const core::Area* current() const;
    QFormLayout* m_fields;
    QComboBox* m_kind;
    QLineEdit* m_code;
    QLineEdit* m_name;
    DayField* m_from;
    DayField* m_to;
    GradeField* m_grade; ///< of roads
    QLineEdit* m_note;
    RecordModel* m_membershipModel;
    QTreeView* m_memberships;
    ChoiceField* m_parent;
    DayField* m_parentFrom;
    DayField* m_parentTo;
    std::vector<core::Membership> m_draft; // memberships as they are being edited
    QGroupBox* m_ending;
    DayField* m_lastDay;
    ChoiceField* m_successor;
    QLabel* m_succession;
    QPushButton* m_show;
    CoverPanel* m_cover;
};

} // namespace gridwarden::app
