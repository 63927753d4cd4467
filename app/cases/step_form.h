// SPDX-License-Identifier: GPL-3.0-or-later
// Taking a step: a small form in place, with just the fields that this kind of step needs. Enter confirms, Esc leaves.
#pragma once

#include "app/workspace/workspace.h"

#include <QFrame>

class QCheckBox;
class QComboBox;
class QDateTimeEdit;
class QGridLayout;
class QLabel;
class QLineEdit;
class QPushButton;

namespace gridwarden::app {

class CorrectionFields;
class PhotoStrip;
class ReceiverField;

class StepForm : public QFrame {
    Q_OBJECT
  public:
    StepForm(Workspace& workspace, const core::CaseRecord& record, core::StepKind kind, QWidget* parent);
    [[nodiscard]] core::StepKind kind() const { return m_kind; }
    /// The corrected place, picked on the map (degrees, CGCS2000).
    void setPlace(core::GeoPoint place);

  signals:
    void taken();
    void cancelled();
    void placeWanted(); ///< the user wants to pick a place on the map

  protected:
    void keyPressEvent(QKeyEvent* event) override;

  private:
    void build();
    void addFields();
    QLabel* addRow(const QString& label, QWidget* field);
    void addNote(const QString& label);
    void addResult();
    void addCondition(bool isFiling);
    void addReceiver(bool withPersons);
    void addUntil(core::Moment preset);
    void addQuantity();
    void addMethod();
    void addLinked();
    void addPhotos();
    void propose();
    void addUrging();
    void followUrging();
    [[nodiscard]] bool isReply() const; ///< to an urging
    void addCorrection();
    void addCaseNumber();
    void confirm();
    /// Fills the draft from the fields; the text says what is wrong.
    QString fill(core::StepDraft& draft) const;
    void showFault(const QString& text);

    Workspace& m_workspace;
    core::CaseRecord m_record;
    core::StepKind m_kind;
    QGridLayout* m_fields;
    QLabel* m_fault;
    QPushButton* m_confirm;
    bool m_timeEdited = false;
    QDateTimeEdit* m_time = nullptr;
    // Of these, what the kind needs.
    QLineEdit* m_note = nullptr;
    QLabel* m_noteLabel = nullptr;
    QComboBox* m_result = nullptr;
    QComboBox* m_condition = nullptr;
    ReceiverField* m_receiver = nullptr;
    QDateTimeEdit* m_until = nullptr;
    QLineEdit* m_quantity = nullptr;
    QLineEdit* m_unit = nullptr;
    QComboBox* m_method = nullptr;
    QCheckBox* m_withLinked = nullptr;
    PhotoStrip* m_photos = nullptr;
    QComboBox* m_urging = nullptr;
    CorrectionFields* m_correction = nullptr;
    QLineEdit* m_number = nullptr;
};

} // namespace gridwarden::app
