// SPDX-License-Identifier: GPL-3.0-or-later
// The limits of one category as they are being edited: conditions of filing and closing with the time allowed.
#pragma once

#include "app/text/limit_text.h"
#include "core/cases/category.h"

#include <QWidget>
#include <vector>

class QCheckBox;
class QComboBox;
class QDoubleSpinBox;
class QLineEdit;
class QPushButton;
class QTreeView;

namespace gridwarden::app {

class RecordModel;


class LimitList : public QWidget {
    Q_OBJECT
  public:
    explicit LimitList(QWidget* parent);
    void setRules(std::vector<core::LimitRule> rules);
    /// New ones have a null id; what was rewritten has no origin any more: it is the bureau's own.
    [[nodiscard]] const std::vector<core::LimitRule>& rules() const { return m_rules; }

  signals:
    void edited();

  private:
    void list();
    void show();
    void takeFields();
    void add();
    void remove();
    [[nodiscard]] core::LimitRule* current();
    std::vector<core::LimitRule> m_rules;
    RecordModel* m_model;
    QTreeView* m_view;
    QWidget* m_fields;
    QLineEdit* m_filing;
    QLineEdit* m_closing;
    QDoubleSpinBox* m_value;
    QComboBox* m_unit;
    QCheckBox* m_default;
    QPushButton* m_remove;
    bool m_isFilling = false;
};

} // namespace gridwarden::app
