// SPDX-License-Identifier: GPL-3.0-or-later
// The grade of a road: one of the field's, or the bureau's own word.
#pragma once

#include <QComboBox>
#include <string>

namespace gridwarden::app {

/// "主干道严管": the word of a known key, else the text itself.
[[nodiscard]] QString gradeText(const std::string& grade);

class GradeField : public QComboBox {
    Q_OBJECT
  public:
    GradeField(const QString& name, const QString& none, QWidget* parent);
    void setGrade(const std::string& grade);
    [[nodiscard]] std::string grade() const;
};

} // namespace gridwarden::app
