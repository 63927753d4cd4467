// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/district/grade_field.h"

#include "app/text/message_text.h"

#include <QLineEdit>
#include <array>

namespace gridwarden::app {

namespace {

constexpr std::array KnownGrades = {"arterial", "secondary", "minor"}; // words.json "road_grades"

} // namespace

QString gradeText(const std::string& grade) { return grade.empty() ? QString() : word("road_grades", grade); }

GradeField::GradeField(const QString& name, const QString& none, QWidget* parent) : QComboBox(parent) {
    setObjectName(name);
    setEditable(true);
    setInsertPolicy(QComboBox::NoInsert);
    addItem(QString(), QString());
    for (const char* const key : KnownGrades)
        addItem(gradeText(key), QString::fromLatin1(key));
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
