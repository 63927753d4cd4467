// SPDX-License-Identifier: GPL-3.0-or-later
// The part of a form that says how totals become grades, ranks and lists.
#pragma once

#include "app/evaluation/figure_field.h"
#include "core/evaluation/scheme.h"

#include <QWidget>

class QComboBox;
class QFormLayout;
class QSpinBox;

namespace gridwarden::app {

class KeyChoice;
class LineTable;
class NumberBox;

class RankingFields : public QWidget {
    Q_OBJECT
public:
    explicit RankingFields(QWidget* parent);
    void offerFigures(const std::vector<FigureChoice>& figures);
    void setOfPeople(bool isOfPeople); ///< else nobody's steps are asked about
    void show(const core::EvaluationScheme& scheme);
    /// The scheme with what the fields say.
    [[nodiscard]] core::EvaluationScheme in(core::EvaluationScheme scheme) const;
    /// By the member of a scheme's JSON; null: none.
    [[nodiscard]] QWidget* field(const std::string& member) const;

signals:
    void edited(); ///< also while show fills the fields

private:
    struct ListFields {
        QSpinBox* count;
        KeyChoice* grades;
    };
    [[nodiscard]] ListFields makeList(const QString& name);
    [[nodiscard]] static core::ListRule ruleOf(const ListFields& fields);
    static void setRule(const ListFields& fields, const core::ListRule& rule);
    [[nodiscard]] std::vector<core::SchemeGrade> grades() const;
    void dropGrades();
    void showFewest();
    QFormLayout* m_form;
    bool m_isOfPeople = false;
    LineTable* m_grades;
    ListFields m_red;
    ListFields m_black;
    LineTable* m_ties;
    FigureField* m_fewestFigure;
    NumberBox* m_fewestLeast;
    QComboBox* m_fewestBy;
    QComboBox* m_undefined;
    NumberBox* m_leastDefined;
};

} // namespace gridwarden::app
