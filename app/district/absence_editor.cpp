// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/district/absence_editor.h"

#include "app/cases/case_labels.h"
#include "app/cases/hand_over_dialog.h"
#include "app/district/form_fields.h"
#include "core/base/pinyin.h"
#include "core/base/text.h"

#include <QFormLayout>
#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>
#include <algorithm>

namespace gridwarden::app {

namespace {

QString keyOf(core::AbsenceId id) { return QString::number(id.value()); }

std::string nameOf(const core::PeopleRegister& people, core::PersonId id) {
    const core::Person* const person = people.find(id);
    return person != nullptr ? person->name : std::string();
}

std::vector<ChoiceField::Choice> peopleWith(const core::PeopleRegister& people, core::PersonId shown) {
    std::vector<ChoiceField::Choice> choices = {{QString(), 0}};
    for (const core::Person& person : people.people())
        if (person.active || person.id == shown)
            choices.push_back({personLabel(people, person.id), person.id.value()});
    return choices;
}

} // namespace

AbsenceEditor::AbsenceEditor(Workspace& workspace, QWidget* parent)
    : RecordEditor(workspace, tr("Absences"), {tr("Person"), tr("Days"), tr("Substitute"), tr("Note")},
                   tr("Add who is away: meanwhile their cases are dispatched to the substitute."), parent),
      m_person(new ChoiceField(QStringLiteral("person"), form())), m_substitute(new ChoiceField(QStringLiteral("substitute"), form())),
      m_first(new DayField(QStringLiteral("first"), tr("first day"), form())), m_last(new DayField(QStringLiteral("last"), tr("last day"), form())),
      m_note(makeLine(QStringLiteral("note"), form())) {
    m_substitute->lineEdit()->setPlaceholderText(tr("nobody"));
    auto* const days = new QHBoxLayout;
    days->addWidget(m_first);
    days->addWidget(new QLabel(QStringLiteral("–"), form()));
    days->addWidget(m_last);
    days->addStretch();
    auto* const layout = makeForm(form());
    layout->addRow(tr("Person"), m_person);
    layout->addRow(tr("Days"), days);
    layout->addRow(tr("Substitute"), m_substitute);
    layout->addRow(QString(), makeNote(tr("Without a substitute, the next rule or the next person on duty is looked for."), form()));
    layout->addRow(tr("Note"), m_note);
    watch(form());
    connect(addListButton(QStringLiteral("add"), tr("Add"), QLatin1String("plus")), &QPushButton::clicked, this, [this] { startNew(); });
    QPushButton* const give = addListButton(QStringLiteral("handOver"), tr("Hand over cases …"), QLatin1String("arrow-right"));
    connect(give, &QPushButton::clicked, this, &AbsenceEditor::handOver);
    QPushButton* const remove = addListButton(QStringLiteral("remove"), tr("Remove"), QLatin1String("trash-2"));
    connect(remove, &QPushButton::clicked, this, &AbsenceEditor::remove);
    m_forOne = {give, remove};
    resize(1000, 560);
    showFirst();
}

const core::Absence* AbsenceEditor::absenceOf(const QString& key) const {
    const auto absences = district().people().absences();
    const auto found = std::find_if(absences.begin(), absences.end(), [&](const auto& absence) { return keyOf(absence.id) == key; });
    return found == absences.end() ? nullptr : &*found;
}

std::vector<Record> AbsenceEditor::records() const {
    const core::PeopleRegister& people = district().people();
    const core::Day today = district().timeZone().day(core::now());
    std::vector<Record> all;
    const auto absences = people.absences();
    for (auto absence = absences.rbegin(); absence != absences.rend(); ++absence) // the latest first
        all.push_back({.key = keyOf(absence->id),
                       .cells = {QString::fromStdString(nameOf(people, absence->person)),
                                 QString::fromStdString(core::dayText(absence->first) + " – " + core::dayText(absence->last)),
                                 absence->substitute.isNull() ? tr("nobody") : QString::fromStdString(nameOf(people, absence->substitute)),
                                 QString::fromStdString(absence->note)},
                       .search = QString::fromStdString(core::pinyinInitials(nameOf(people, absence->person))),
                       .isQuiet = absence->last < today});
    return all;
}

void AbsenceEditor::fill(const QString& key) {
    const core::Absence* const stored = absenceOf(key);
    core::Absence shown;
    if (stored != nullptr)
        shown = *stored;
    else
        shown.first = shown.last = district().timeZone().day(core::now());
    m_person->setChoices(peopleWith(district().people(), shown.person));
    m_person->setValue(shown.person.value());
    m_substitute->setChoices(peopleWith(district().people(), shown.substitute));
    m_substitute->setValue(shown.substitute.value());
    m_first->setDay(shown.first);
    m_last->setDay(shown.last);
    m_note->setText(QString::fromStdString(shown.note));
}

std::optional<QString> AbsenceEditor::store(const QString& key) {
    const auto person = m_person->value();
    const auto substitute = m_substitute->value();
    if (!person || *person == 0 || !substitute) {
        showFault(tr("Choose a person of the list."));
        return std::nullopt;
    }
    const auto first = valueOr(m_first->day());
    const auto last = first ? valueOr(m_last->day()) : std::nullopt;
    if (!last)
        return std::nullopt;
    if (!*first || !*last) {
        showFault(tr("Give the first and the last day."));
        return std::nullopt;
    }
    core::Absence absence{core::AbsenceId(key.toLongLong()), core::PersonId(*person), core::PersonId(*substitute), **first, **last,
                          std::string(core::trimmed(m_note->text().toStdString()))};
    const std::string name = nameOf(district().people(), absence.person);
    const bool done = write({isNew() ? "add-absence" : "edit-absence", {name, core::dayText(absence.first), core::dayText(absence.last)}},
                            [&](core::Change& change) -> core::Result<void> {
                                const auto id = core::saveAbsence(change, absence);
                                if (!id)
                                    return core::fail(id);
                                absence.id = *id;
                                return {};
                            });
    return done ? std::optional(keyOf(absence.id)) : std::nullopt;
}

void AbsenceEditor::handOver() {
    if (const core::Absence* const absence = absenceOf(currentKey()))
        openHandOver(workspace(), {absence->person, absence->substitute}, window());
}

void AbsenceEditor::remove() {
    const core::Absence* const absence = absenceOf(currentKey());
    if (absence == nullptr)
        return;
    setChanged(false);
    write({"remove-absence", {nameOf(district().people(), absence->person)}}, [id = absence->id](core::Change& change) { return core::removeAbsence(change, id); });
}

void AbsenceEditor::onCurrentChanged() { onWritableChanged(workspace().canWrite()); }

void AbsenceEditor::onWritableChanged(bool canWrite) {
    RecordEditor::onWritableChanged(canWrite);
    for (QPushButton* const button : m_forOne)
        button->setEnabled(canWrite && absenceOf(currentKey()) != nullptr);
}

} // namespace gridwarden::app
