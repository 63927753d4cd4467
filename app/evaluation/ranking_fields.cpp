// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/evaluation/ranking_fields.h"

#include "app/evaluation/line_table.h"
#include "app/evaluation/number_box.h"
#include "app/evaluation/scheme_words.h"
#include "app/figures/key_choice.h"
#include "app/text/message_text.h"

#include <QFormLayout>
#include <QSpinBox>
#include <algorithm>

namespace gridwarden::app {

namespace {

constexpr int MostOnList = 10'000;
constexpr double MostCases = 1e9;
enum GradeColumn { GradeKey, GradeName, GradeEnglish, GradeFrom };
enum TieColumn { TieFigure, TieLower, TieBy };
const QString Lower = QStringLiteral("lower");

QString utf8(const std::string& text) {
    return QString::fromStdString(text);
}

} // namespace

RankingFields::RankingFields(QWidget* parent)
    : QWidget(parent), m_form(makeForm(this)),
      m_grades(new LineTable(QStringLiteral("grades"), tr("Add grade"),
                             {{QStringLiteral("grade"), LineColumn::Kind::Key},
                              {tr("Grade")},
                              {tr("English name")},
                              {tr("From % of full marks"), LineColumn::Kind::OptionalNumber}},
                             this)),
      m_red(makeList(QStringLiteral("red"))), m_black(makeList(QStringLiteral("black"))),
      m_ties(new LineTable(QStringLiteral("ties"), tr("Add figure"),
                           {{tr("Figure"), LineColumn::Kind::Choice},
                            {tr("Better is"), LineColumn::Kind::Choice, {{QString(), tr("more")}, {Lower, tr("less")}}},
                            {tr("Whose"), LineColumn::Kind::Choice, stepTakers()}},
                           this)),
      m_fewestFigure(new FigureField(QStringLiteral("fewestFigure"), this)),
      m_fewestLeast(new NumberBox(QStringLiteral("fewestLeast"), 0, MostCases, this)),
      m_fewestBy(makeChoiceBox(QStringLiteral("fewestBy"), stepTakers(), this)),
      m_undefined(makeChoiceBox(QStringLiteral("undefined"), {}, this)),
      m_leastDefined(new NumberBox(QStringLiteral("leastDefined"), 0, 100, this)) {
    for (const core::WhenUndefined each :
         {core::WhenUndefined::Spread, core::WhenUndefined::Full, core::WhenUndefined::None})
        m_undefined->addItem(whenUndefinedText(each), static_cast<int>(each));
    m_leastDefined->setSuffix(QStringLiteral(" %"));
    m_fewestFigure->lineEdit()->setPlaceholderText(tr("everybody is ranked"));
    m_form->addRow(tr("Grades"), m_grades);
    m_form->addRow(tr("Red list: first"), m_red.count);
    m_form->addRow(tr("Red list: grades"), m_red.grades);
    m_form->addRow(tr("Black list: last"), m_black.count);
    m_form->addRow(tr("Black list: grades"), m_black.grades);
    m_form->addRow(tr("Equal totals"), m_ties);
    m_form->addRow(tr("Ranked by the number of"), m_fewestFigure);
    m_form->addRow(tr("From so many on"), m_fewestLeast);
    m_form->addRow(tr("Whose"), m_fewestBy);
    m_form->addRow(tr("An item without a value"), m_undefined);
    m_form->addRow(tr("Ranked with a value for"), m_leastDefined);
    m_ties->setToolTip(tr("Between equal totals these figures decide, the first one first"));
    m_leastDefined->setToolTip(
        tr("Of the weight, how much has to have a value; with less a subject is listed and not ranked"));
    whenEdited(this, this, [this] { emit edited(); });
    for (LineTable* const table : {m_grades, m_ties})
        connect(table, &LineTable::edited, this, &RankingFields::edited);
    for (KeyChoice* const choice : {m_red.grades, m_black.grades})
        connect(choice, &KeyChoice::chosen, this, &RankingFields::edited);
    connect(m_grades, &LineTable::edited, this, &RankingFields::dropGrades);
    connect(m_fewestFigure, &QComboBox::currentTextChanged, this, &RankingFields::showFewest);
    showFewest();
}

RankingFields::ListFields RankingFields::makeList(const QString& name) {
    auto* const count = new QSpinBox(this);
    count->setObjectName(name + QStringLiteral("Count"));
    count->setRange(0, MostOnList);
    count->setSpecialValueText(tr("none by rank"));
    auto* const grades = new KeyChoice(
        name + QStringLiteral("Grades"), tr("none by grade"),
        [this] {
            std::vector<KeyChoice::Entry> entries;
            for (const core::SchemeGrade& grade : this->grades())
                entries.push_back({grade.key, utf8(grade.name)});
            return entries;
        },
        this);
    return {count, grades};
}

core::ListRule RankingFields::ruleOf(const ListFields& fields) {
    return {fields.count->value(), fields.grades->keys()};
}

void RankingFields::setRule(const ListFields& fields, const core::ListRule& rule) {
    fields.count->setValue(rule.count);
    fields.grades->setKeys(rule.grades);
}

/// A list cannot name a grade that is not any more.
void RankingFields::dropGrades() {
    const std::vector<core::SchemeGrade> left = grades();
    for (KeyChoice* const choice : {m_red.grades, m_black.grades}) {
        std::vector<std::string> keys = choice->keys();
        std::erase_if(keys, [&](const std::string& key) {
            return std::none_of(left.begin(), left.end(),
                                [&](const core::SchemeGrade& grade) { return grade.key == key; });
        });
        choice->setKeys(std::move(keys));
    }
}

void RankingFields::showFewest() {
    const bool isAsked = !m_fewestFigure->currentText().trimmed().isEmpty();
    m_form->setRowVisible(m_fewestLeast, isAsked);
    m_form->setRowVisible(m_fewestBy, isAsked && m_isOfPeople);
}

void RankingFields::offerFigures(const std::vector<FigureChoice>& figures) {
    SchemeChoices all;
    std::vector<FigureChoice> counts;
    for (const FigureChoice& each : figures) {
        all.emplace_back(utf8(each.key), each.label);
        if (!each.isRate)
            counts.push_back(each);
    }
    m_ties->setChoices(TieFigure, std::move(all));
    m_fewestFigure->offer(counts);
}

void RankingFields::setOfPeople(bool isOfPeople) {
    m_isOfPeople = isOfPeople;
    m_ties->setColumnShown(TieBy, isOfPeople);
    showFewest();
}

std::vector<core::SchemeGrade> RankingFields::grades() const {
    std::vector<core::SchemeGrade> grades;
    for (const QStringList& line : m_grades->lines()) {
        core::SchemeGrade grade{
            line[GradeKey].toStdString(), line[GradeName].toStdString(), line[GradeEnglish].toStdString(), {}};
        if (!line[GradeFrom].isEmpty())
            grade.from = line[GradeFrom].toDouble();
        grades.push_back(std::move(grade));
    }
    return grades;
}

void RankingFields::show(const core::EvaluationScheme& scheme) {
    std::vector<QStringList> grades, ties;
    for (const core::SchemeGrade& grade : scheme.grades)
        grades.push_back({utf8(grade.key), utf8(grade.name), utf8(grade.english),
                          grade.from ? plainNumberText(*grade.from) : QString()});
    for (const core::TieBreaker& tie : scheme.ties)
        ties.push_back({utf8(tie.figure), tie.isLowerBetter ? Lower : QString(), stepTakerKey(tie.by)});
    m_grades->setLines(grades);
    m_ties->setLines(ties);
    setRule(m_red, scheme.red);
    setRule(m_black, scheme.black);
    m_fewestFigure->setFigure(scheme.fewest ? scheme.fewest->figure : std::string());
    m_fewestLeast->setValue(scheme.fewest ? scheme.fewest->least : 1);
    m_fewestBy->setCurrentIndex(
        std::max(m_fewestBy->findData(scheme.fewest ? stepTakerKey(scheme.fewest->by) : QString()), 0));
    m_undefined->setCurrentIndex(m_undefined->findData(static_cast<int>(scheme.undefined)));
    m_leastDefined->setValue(scheme.leastDefined);
    showFewest();
}

core::EvaluationScheme RankingFields::in(core::EvaluationScheme scheme) const {
    scheme.grades = grades();
    scheme.red = ruleOf(m_red);
    scheme.black = ruleOf(m_black);
    scheme.ties.clear();
    for (const QStringList& line : m_ties->lines())
        scheme.ties.push_back({line[TieFigure].toStdString(), line[TieLower] == Lower,
                               m_isOfPeople ? stepTakerFromKey(line[TieBy]) : std::nullopt});
    scheme.fewest.reset();
    if (!m_fewestFigure->currentText().trimmed().isEmpty())
        scheme.fewest =
            core::FewestCases{m_fewestFigure->figure(), m_fewestLeast->value(),
                              m_isOfPeople ? stepTakerFromKey(m_fewestBy->currentData().toString()) : std::nullopt};
    scheme.undefined = static_cast<core::WhenUndefined>(m_undefined->currentData().toInt());
    scheme.leastDefined = m_leastDefined->value();
    return scheme;
}

QWidget* RankingFields::field(const std::string& member) const {
    if (member.starts_with("grades"))
        return m_grades;
    if (member.starts_with("ties"))
        return m_ties;
    if (member == "fewest")
        return m_fewestFigure;
    return nullptr;
}

} // namespace gridwarden::app
