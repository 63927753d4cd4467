// SPDX-License-Identifier: GPL-3.0-or-later
// The extra fields of one source as they are being edited.
#pragma once

#include "core/cases/source_fields.h"

#include <QWidget>
#include <vector>

class QCheckBox;
class QComboBox;
class QLineEdit;
class QPushButton;
class QTreeView;

namespace gridwarden::app {

class RecordModel;

class SourceFieldList : public QWidget {
    Q_OBJECT
  public:
    explicit SourceFieldList(QWidget* parent);
    void setFields(std::vector<core::SourceField> fields);
    /// New ones have a key made from their place in the list where none was given.
    [[nodiscard]] std::vector<core::SourceField> fields() const;

  signals:
    void edited();

  private:
    struct EditedField {
        core::SourceField field;
        std::vector<core::FieldChoice> given; ///< what could be chosen before it was edited
    };
    void list();
    void show();
    void takeEntries();
    void add();
    void remove();
    void move(int by);
    [[nodiscard]] EditedField* current();
    std::vector<EditedField> m_fields;
    RecordModel* m_model;
    QTreeView* m_view;
    QWidget* m_entries;
    QLineEdit* m_name;
    QLineEdit* m_english;
    QComboBox* m_kind;
    QLineEdit* m_choices;
    QCheckBox* m_required;
    QCheckBox* m_later;
    QPushButton* m_remove;
    QPushButton* m_up;
    QPushButton* m_down;
    bool m_isFilling = false;
};

} // namespace gridwarden::app
