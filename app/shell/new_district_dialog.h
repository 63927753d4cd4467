// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDialog>
#include <optional>

#include "core/district.h"

class QComboBox;
class QLabel;
class QLineEdit;
class QPushButton;

namespace gridwarden::app {

/// Name, file, time zone and, if wanted, the map's plane of a new district.
class NewDistrictDialog : public QDialog {
    Q_OBJECT
  public:
    explicit NewDistrictDialog(QWidget* parent = nullptr);
    [[nodiscard]] QString path() const;
    [[nodiscard]] core::NewDistrict description() const;

  private:
    void judge();
    QLineEdit* m_name;
    QLineEdit* m_path;
    QComboBox* m_zone;
    QComboBox* m_crs;
    QLabel* m_verdict;
    QPushButton* m_create;
    bool m_pathEdited = false;
};

} // namespace gridwarden::app
