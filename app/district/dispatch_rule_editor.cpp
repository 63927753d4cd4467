// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/district/dispatch_rule_editor.h"

#include "app/cases/case_labels.h"
#include "app/district/form_fields.h"
#include "app/district/grade_field.h"
#include "app/text/message_text.h"
#include "core/base/text.h"

#include <QCheckBox>
#include <QFormLayout>
#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>
#include <QTreeView>
#include <algorithm>

namespace gridwarden::app {

namespace {

QString keyOf(core::DispatchRuleId id) { return QString::number(id.value()); }

QString categoryText(const core::CategoryRegister& categories, core::CategoryId id) {
    const core::Category* const category = categories.find(id);
    return category != nullptr ? categoryName(*category) + QStringLiteral(" · ") + QString::fromStdString(category->key.text()) : QString();
}

QString hoursText(const core::WeekHours& hours) {
    const bool isWholeDay = hours.startMinute == 0 && hours.endMinute == core::WeekHours::MinutesPerDay;
    return weekdaysText(hours.weekdays) + (isWholeDay ? QString() : QLatin1Char(' ') + minuteText(hours.startMinute) + QChar(0x2013) + minuteText(hours.endMinute));
}

} // namespace

DispatchRuleEditor::DispatchRuleEditor(Workspace& workspace, QWidget* parent)
    : RecordEditor(workspace, tr("Rules of dispatch"), {tr("No."), tr("Name"), tr("Category"), tr("Where"), tr("When"), tr("To")},
                   tr("Add a rule: which cases go to whom. The first that fits is taken; where none fits, whoever is on duty gets the case."), parent),
      m_note(makeLine(QStringLiteral("note"), form())), m_category(new ChoiceField(QStringLiteral("category"), form())),
      m_area(new ChoiceField(QStringLiteral("area"), form())), m_grade(new GradeField(QStringLiteral("grade"), tr("any"), form())),
      m_weekdays(new WeekdaysField(QStringLiteral("weekdays"), form())), m_start(makeLine(QStringLiteral("start"), form())),
      m_end(makeLine(QStringLiteral("end"), form())), m_receiver(new ChoiceField(QStringLiteral("receiver"), form())),
      m_enabled(new QCheckBox(tr("The rule is in use"), form())) {
    buildForm();
    watch(form());
    connect(addListButton(QStringLiteral("add"), tr("Add"), QLatin1String("plus")), &QPushButton::clicked, this, [this] { startNew(); });
    const auto forOne = [this](const QString& name, const QString& text, QLatin1String iconName, auto&& done) {
        QPushButton* const button = addListButton(name, text, iconName);
        connect(button, &QPushButton::clicked, this, done);
        m_forOne.push_back(button);
    };
    forOne(QStringLiteral("up"), tr("Up"), QLatin1String("arrow-up"), [this] { move(-1); });
    forOne(QStringLiteral("down"), tr("Down"), QLatin1String("arrow-down"), [this] { move(1); });
    forOne(QStringLiteral("remove"), tr("Remove"), QLatin1String("trash-2"), [this] { remove(); });
    view()->setSortingEnabled(false); // the order says what is taken first
    resize(1280, 600);
    showFirst();
}

void DispatchRuleEditor::buildForm() {
    m_category->lineEdit()->setPlaceholderText(tr("any"));
    m_area->lineEdit()->setPlaceholderText(tr("anywhere"));
    m_receiver->lineEdit()->setPlaceholderText(tr("Person or organisation"));
    m_enabled->setObjectName(QStringLiteral("enabled"));
    auto* const hours = new QHBoxLayout;
    for (QLineEdit* const clock : {m_start, m_end}) {
        clock->setMaximumWidth(fontMetrics().horizontalAdvance(QStringLiteral("00:00")) + 32);
        clock->setPlaceholderText(QStringLiteral("00:00"));
    }
    hours->addWidget(m_start);
    hours->addWidget(new QLabel(QStringLiteral("–"), form()));
    hours->addWidget(m_end);
    hours->addStretch();
    auto* const layout = makeForm(form());
    layout->addRow(tr("Name"), m_note);
    layout->addRow(tr("Category"), m_category);
    layout->addRow(QString(), makeNote(tr("With everything under it."), form()));
    layout->addRow(tr("Area"), m_area);
    layout->addRow(tr("Road grade"), m_grade);
    layout->addRow(tr("Weekdays"), m_weekdays);
    layout->addRow(tr("Hours"), hours);
    layout->addRow(QString(), makeNote(tr("Of the moment of dispatching. An end that is not after the start means into the next day."), form()));
    layout->addRow(tr("To"), m_receiver);
    layout->addRow(QString(), makeNote(tr("Who is away is replaced by the substitute; without one, the next rule is looked at."), form()));
    layout->addRow(QString(), m_enabled);
}

const core::DispatchRule* DispatchRuleEditor::ruleOf(const QString& key) const {
    const auto& rules = district().dispatchRules();
    const auto found = std::find_if(rules.begin(), rules.end(), [&](const auto& rule) { return keyOf(rule.id) == key; });
    return found == rules.end() ? nullptr : &*found;
}

std::vector<Record> DispatchRuleEditor::records() const {
    std::vector<Record> all;
    for (const core::DispatchRule& rule : district().dispatchRules()) {
        QStringList where;
        if (const core::Area* const area = district().areas().find(rule.area))
            where << areaText(*area);
        if (!rule.roadGrade.empty())
            where << gradeText(rule.roadGrade);
        const core::Category* const category = district().categories().find(rule.category);
        all.push_back({.key = keyOf(rule.id),
                       .cells = {QString::number(rule.position), QString::fromStdString(rule.note), category != nullptr ? categoryName(*category) : QString(),
                                 where.join(QStringLiteral(", ")), hoursText(rule.hours),
                                 handlerLabel(district().people(), rule.organisation, rule.person)},
                       .isQuiet = !rule.isEnabled});
    }
    return all;
}

void DispatchRuleEditor::offerChoices(const core::DispatchRule& shown) {
    const core::CategoryRegister& categories = district().categories();
    std::vector<ChoiceField::Choice> choices = {{QString(), 0}};
    for (const core::Category& category : categories.all())
        if (category.isEnabled || category.id == shown.category)
            choices.push_back({categoryText(categories, category.id), category.id.value()});
    m_category->setChoices(choices);
    choices = {{QString(), 0}};
    const core::Day today = district().timeZone().day(core::now());
    for (const core::AreaKind kind : core::AllAreaKinds)
        for (const core::Area* const area : district().areas().ofKind(kind))
            if (area->isValidOn(today) || area->id == shown.area)
                choices.push_back({areaText(*area) + QStringLiteral(" · ") + word("area_kinds", core::areaKindKey(kind)), area->id.value()});
    m_area->setChoices(choices);
    const core::PeopleRegister& people = district().people();
    choices = {{QString(), 0}};
    for (const core::Organisation& organisation : people.organisations())
        if (organisation.active || organisation.id == shown.organisation)
            choices.push_back({QString::fromStdString(organisation.name), -organisation.id.value()});
    for (const core::Person& person : people.people())
        if (person.active || person.id == shown.person)
            choices.push_back({personLabel(people, person.id), person.id.value()});
    m_receiver->setChoices(choices);
}

void DispatchRuleEditor::fill(const QString& key) {
    const core::DispatchRule* const stored = ruleOf(key);
    const core::DispatchRule shown = stored != nullptr ? *stored : core::DispatchRule();
    offerChoices(shown);
    m_note->setText(QString::fromStdString(shown.note));
    m_category->setValue(shown.category.value());
    m_area->setValue(shown.area.value());
    m_grade->setGrade(shown.roadGrade);
    m_weekdays->setWeekdays(shown.hours.weekdays);
    m_start->setText(minuteText(shown.hours.startMinute));
    m_end->setText(minuteText(shown.hours.endMinute));
    m_receiver->setValue(shown.person.isNull() ? -shown.organisation.value() : shown.person.value());
    m_enabled->setChecked(shown.isEnabled);
}

std::optional<QString> DispatchRuleEditor::store(const QString& key) {
    const core::DispatchRule* const stored = ruleOf(key);
    core::DispatchRule rule = stored != nullptr ? *stored : core::DispatchRule();
    const auto category = m_category->value();
    const auto area = m_area->value();
    const auto receiver = m_receiver->value();
    const auto start = minuteFromText(m_start->text());
    const auto end = minuteFromText(m_end->text());
    QString fault;
    if (!category)
        fault = tr("Choose a category of the list, or leave it open.");
    else if (!area)
        fault = tr("Choose an area of the list, or leave it open.");
    else if (m_weekdays->weekdays() == 0)
        fault = tr("Choose at least one weekday.");
    else if (!start || !end)
        fault = tr("Give the hours as 08:00; the end of the day is 24:00.");
    else if (!receiver || *receiver == 0)
        fault = tr("Choose a person or an organisation of the list.");
    if (!fault.isEmpty()) {
        showFault(fault);
        return std::nullopt;
    }
    rule.note = core::trimmed(m_note->text().toStdString());
    rule.category = core::CategoryId(*category);
    rule.area = core::AreaId(*area);
    rule.roadGrade = m_grade->grade();
    rule.hours = {m_weekdays->weekdays(), *start, *end};
    rule.person = core::PersonId(std::max<qint64>(*receiver, 0));
    rule.organisation = core::OrganisationId(std::max<qint64>(-*receiver, 0));
    rule.isEnabled = m_enabled->isChecked();
    const std::string name = rule.note.empty() ? handlerLabel(district().people(), rule.organisation, rule.person).toStdString() : rule.note;
    const bool done = write({stored == nullptr ? "add-dispatch-rule" : "edit-dispatch-rule", {name}}, [&](core::Change& change) -> core::Result<void> {
        const auto id = core::saveDispatchRule(change, rule);
        if (!id)
            return core::fail(id);
        rule.id = *id;
        return {};
    });
    return done ? std::optional(keyOf(rule.id)) : std::nullopt;
}

void DispatchRuleEditor::move(int by) {
    if (const core::DispatchRule* const rule = ruleOf(currentKey()))
        write({"order-dispatch-rules", {std::to_string(rule->position)}},
              [id = rule->id, by](core::Change& change) { return core::moveDispatchRule(change, id, by); });
}

void DispatchRuleEditor::remove() {
    const core::DispatchRule* const rule = ruleOf(currentKey());
    if (rule == nullptr)
        return;
    setChanged(false);
    write({"remove-dispatch-rule", {std::to_string(rule->position)}}, [id = rule->id](core::Change& change) { return core::removeDispatchRule(change, id); });
}

void DispatchRuleEditor::onCurrentChanged() { onWritableChanged(workspace().canWrite()); }

void DispatchRuleEditor::onWritableChanged(bool canWrite) {
    RecordEditor::onWritableChanged(canWrite);
    for (QPushButton* const button : m_forOne)
        button->setEnabled(canWrite && ruleOf(currentKey()) != nullptr);
}

} // namespace gridwarden::app
