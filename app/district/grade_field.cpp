// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/district/grade_field.h"

#include "app/text/message_text.h"

#include "core/district/road_grade.h"

#include <QLineEdit>

namespace gridwarden::app {

QString gradeText(const std::string& grade) { return grade.empty() ? QString() : word("road_grades", grade); }

GradeField::GradeField(const QString& name, const QString& none, QWidget* parent) : QComboBox(parent) {
    setObjectName(name);
    setEditable(true);
    setInsertPolicy(QComboBox::NoInsert);
    addItem(QString(), QString());
    for (const std::string_view key : core::RoadGrades)
        addItem(gradeText(std::string(key)), QString::fromLatin1(key.data(), static_cast<qsizetype>(key.size())));
    lineEdit()->setPlaceholderText(none);
}

void GradeField::setGrade(const std::string& grade) {
    setCurrentIndex(findData(QString::fromStdString(grade)));
    setCurrentText(gradeText(grade));
}

std::string GradeField::grade() const {
    const QString typed = currentText().trimmed();
    const int known = findText(typed, Qt::MatchFixedString);
    return (known >= 0 ? itemData(known).toString() : typed).toStdString();
}

} // namespace gridwarden::app
