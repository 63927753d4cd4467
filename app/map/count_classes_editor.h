// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "gis/draw/count_classes.h"

#include <QObject>
#include <optional>

class QComboBox;
class QFormLayout;
class QLineEdit;
class QSpinBox;

namespace gridwarden::app {

/// Rows of a form: whether and how areas are shaded by their cases.
class CountClassesEditor : public QObject {
    Q_OBJECT
  public:
    /// \pre `form` lies on a widget.
    CountClassesEditor(const std::optional<gis::CountClasses>& classes, QFormLayout& form, QObject* parent);

  signals:
    /// Not told while own bounds are half typed.
    void edited(const std::optional<gridwarden::gis::CountClasses>& classes);

  private:
    void follow();
    /// None when they cannot be read.
    [[nodiscard]] std::optional<std::vector<double>> bounds() const;

    QFormLayout* m_form;
    QComboBox* m_method;
    QComboBox* m_measure;
    QSpinBox* m_classes;
    QLineEdit* m_bounds;
};

} // namespace gridwarden::app
