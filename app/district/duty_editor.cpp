// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/district/duty_editor.h"

#include "app/district/duty_labels.h"
#include "app/district/form_fields.h"
#include "app/text/message_text.h"
#include "core/base/pinyin.h"
#include "core/base/text.h"

#include <QCheckBox>
#include <QDateTimeEdit>
#include <QFormLayout>
#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>
#include <set>

namespace gridwarden::app {

namespace {

QString keyOf(core::DutyId id) { return QString::number(id.value()); }

QString periodText(const core::Duty& duty) {
    const QString from = duty.from ? QString::fromStdString(core::dayText(*duty.from)) : QString();
    const QString to = duty.to ? QString::fromStdString(core::dayText(*duty.to)) : QString();
    return from.isEmpty() && to.isEmpty() ? DutyEditor::tr("always") : from + QStringLiteral(" – ") + to;
}

/// The area, with the guard post in it.
QString placeText(const core::Area* area, const core::Duty& duty) {
    const QString name = area != nullptr ? areaText(*area) : QString();
    return duty.post.empty() ? name : name + QStringLiteral(" · ") + QString::fromStdString(duty.post);
}

} // namespace

DutyEditor::DutyEditor(Workspace& workspace, QWidget* parent)
    : RecordEditor(workspace, tr("Duties"), {tr("Area"), tr("Person"), tr("Responsibility"), tr("Days"), tr("Weekdays"), tr("Hours")},
                   tr("Choose a duty, or add the first one: who answers for which area, with what and when."), parent),
      m_onlyOnDuty(new QCheckBox(tr("Only who is on duty at"), this)), m_moment(new QDateTimeEdit(this)),
      m_area(new ChoiceField(QStringLiteral("area"), form())), m_person(new ChoiceField(QStringLiteral("person"), form())),
      m_responsibility(makeLine(QStringLiteral("responsibility"), form())), m_post(makeLine(QStringLiteral("post"), form())),
      m_place(new PlaceField(QStringLiteral("place"), form())), m_from(new DayField(QStringLiteral("from"), tr("since ever"), form())),
      m_to(new DayField(QStringLiteral("to"), tr("open"), form())), m_weekdays(new WeekdaysField(QStringLiteral("weekdays"), form())),
      m_start(makeLine(QStringLiteral("start"), form())), m_end(makeLine(QStringLiteral("end"), form())), m_remove(nullptr) {
    m_onlyOnDuty->setObjectName(QStringLiteral("onlyOnDuty"));
    m_moment->setObjectName(QStringLiteral("moment"));
    m_moment->setDisplayFormat(QStringLiteral("yyyy-MM-dd HH:mm"));
    m_moment->setCalendarPopup(true);
    const QString local = QString::fromStdString(core::localText(core::now(), district().timeZone()));
    m_moment->setDateTime(QDateTime::fromString(local, QStringLiteral("yyyy-MM-dd HH:mm")));
    m_moment->setEnabled(false);
    auto* const when = new QHBoxLayout;
    when->addWidget(m_onlyOnDuty);
    when->addWidget(m_moment);
    when->addStretch();
    besideList()->addLayout(when);

    const auto pair = [this](QWidget* first, const QString& between, QWidget* second) {
        auto* const row = new QHBoxLayout;
        row->addWidget(first);
        row->addWidget(new QLabel(between, form()));
        row->addWidget(second);
        row->addStretch();
        return row;
    };
    for (QLineEdit* const clock : {m_start, m_end}) {
        clock->setMaximumWidth(fontMetrics().horizontalAdvance(QStringLiteral("00:00")) + 32);
        clock->setPlaceholderText(QStringLiteral("00:00"));
    }
    auto* const layout = makeForm(form());
    layout->addRow(tr("Area"), m_area);
    layout->addRow(tr("Person"), m_person);
    m_post->setPlaceholderText(tr("the whole area"));
    layout->addRow(tr("Responsibility"), m_responsibility);
    layout->addRow(tr("Guard post"), m_post);
    layout->addRow(tr("Place of the post"), m_place);
    layout->addRow(tr("Days"), pair(m_from, QStringLiteral("–"), m_to));
    layout->addRow(tr("Weekdays"), m_weekdays);
    layout->addRow(tr("Hours"), pair(m_start, QStringLiteral("–"), m_end));
    layout->addRow(QString(), makeNote(tr("An end that is not after the start means into the next day."), form()));
    watch(form());

    connect(addListButton(QStringLiteral("add"), tr("Add"), QLatin1String("plus")), &QPushButton::clicked, this, [this] { startNew(); });
    m_remove = addListButton(QStringLiteral("remove"), tr("Remove"), QLatin1String("trash-2"));
    connect(m_remove, &QPushButton::clicked, this, &DutyEditor::remove);
    connect(m_onlyOnDuty, &QCheckBox::toggled, this, [this](bool only) {
        m_moment->setEnabled(only);
        refresh();
    });
    connect(m_moment, &QDateTimeEdit::dateTimeChanged, this, &DutyEditor::refresh);
    resize(1280, 600);
    showFirst();
}

core::Moment DutyEditor::chosenMoment() const {
    const std::string typed = m_moment->dateTime().toString(QStringLiteral("yyyy-MM-dd HH:mm")).toStdString();
    return core::parseMoment(typed, district().timeZone()).value_or(core::now());
}

void DutyEditor::refresh() {
    const DutyLabels labels = dutyLabels(district());
    // The labels stand in the order zone, grid, person, responsibility, time; a duty's area is a zone, a grid or another area.
    const QString area = labels[0] + QStringLiteral(" / ") + labels[1];
    model()->setColumns({area, labels[2], labels[3], labels[4], tr("Weekdays"), tr("Hours")});
    RecordEditor::refresh();
}

std::vector<Record> DutyEditor::records() const {
    const core::PeopleRegister& people = district().people();
    const core::AreaRegister& areas = district().areas();
    std::set<core::DutyId> onDuty;
    if (m_onlyOnDuty->isChecked()) {
        std::set<core::AreaId> asked;
        for (const core::Duty& duty : people.duties())
            if (asked.insert(duty.area).second)
                for (const core::Duty* const holds : people.onDuty(duty.area, chosenMoment(), district().timeZone()))
                    onDuty.insert(holds->id);
    }
    const core::Day today = district().timeZone().day(core::now());
    std::vector<Record> all;
    for (const core::Duty& duty : people.duties()) {
        if (m_onlyOnDuty->isChecked() && !onDuty.contains(duty.id))
            continue;
        const core::Area* const area = areas.find(duty.area);
        const core::Person* const person = people.find(duty.person);
        const std::string name = person != nullptr ? person->name : std::string();
        all.push_back({.key = keyOf(duty.id),
                       .parent = {},
                       .cells = {placeText(area, duty), QString::fromStdString(name),
                                 QString::fromStdString(duty.responsibility), periodText(duty), weekdaysText(duty.weekdays),
                                 minuteText(duty.startMinute) + QChar(0x2013) + minuteText(duty.endMinute)},
                       .search = QString::fromStdString(core::pinyinInitials(name) + '\n' + core::pinyinInitials(area != nullptr ? area->name : "")),
                       .isQuiet = duty.to && *duty.to < today});
    }
    return all;
}

void DutyEditor::fill(const QString& key) {
    const core::PeopleRegister& people = district().people();
    const core::DutyId id(key.toLongLong());
    core::Duty shown;
    if (id.isNull()) { // a new one in working hours, for the area chosen on the map
        shown.area = workspace().selectedArea();
        shown.startMinute = 8 * 60;
        shown.endMinute = 18 * 60;
    }
    for (const core::Duty& duty : people.duties())
        if (duty.id == id)
            shown = duty;
    std::vector<ChoiceField::Choice> areas = {{QString(), 0}};
    for (const core::AreaKind kind : core::AllAreaKinds)
        for (const core::Area* const area : district().areas().ofKind(kind))
            areas.push_back({areaText(*area) + QStringLiteral(" · ") + word("area_kinds", core::areaKindKey(kind)), area->id.value()});
    m_area->setChoices(areas);
    m_area->setValue(shown.area.value());
    std::vector<ChoiceField::Choice> persons = {{QString(), 0}};
    for (const core::Person& person : people.people()) {
        if (!person.active && person.id != shown.person)
            continue;
        const core::Organisation* const organisation = people.find(person.organisation);
        QString label = QString::fromStdString(person.name);
        if (organisation != nullptr)
            label += QStringLiteral(" · ") + QString::fromStdString(organisation->name);
        persons.push_back({label, person.id.value()});
    }
    m_person->setChoices(persons);
    m_person->setValue(shown.person.value());
    m_responsibility->setText(QString::fromStdString(shown.responsibility));
    m_post->setText(QString::fromStdString(shown.post));
    m_place->setPlace(shown.place);
    m_from->setDay(shown.from);
    m_to->setDay(shown.to);
    m_weekdays->setWeekdays(shown.weekdays);
    m_start->setText(minuteText(shown.startMinute));
    m_end->setText(minuteText(shown.endMinute));
}

std::optional<QString> DutyEditor::store(const QString& key) {
    core::Duty duty;
    duty.id = core::DutyId(key.toLongLong());
    duty.area = core::AreaId(m_area->value().value_or(0));
    duty.person = core::PersonId(m_person->value().value_or(0));
    duty.responsibility = core::trimmed(m_responsibility->text().toStdString());
    duty.post = core::trimmed(m_post->text().toStdString());
    duty.weekdays = m_weekdays->weekdays();
    const auto place = valueOr(m_place->place());
    if (!place)
        return std::nullopt;
    duty.place = *place;
    const auto from = valueOr(m_from->day());
    const auto to = from ? valueOr(m_to->day()) : std::nullopt;
    if (!to)
        return std::nullopt;
    duty.from = *from;
    duty.to = *to;
    const auto start = minuteFromText(m_start->text());
    const auto end = minuteFromText(m_end->text());
    if (!start || !end) {
        showFault(tr("Give the hours as 08:00; the end of the day is 24:00."));
        return std::nullopt;
    }
    if (duty.weekdays == 0) {
        showFault(tr("Choose at least one weekday."));
        return std::nullopt;
    }
    duty.startMinute = *start;
    duty.endMinute = *end;
    const core::Area* const area = district().areas().find(duty.area);
    const core::Person* const person = district().people().find(duty.person);
    const core::Message label{isNew() ? "add-duty" : "edit-duty",
                              {person != nullptr ? person->name : std::string(), area != nullptr ? areaText(*area).toStdString() : std::string()}};
    const bool done = write(label, [&](core::Change& change) -> core::Result<void> {
        const auto id = core::saveDuty(change, duty);
        if (!id)
            return core::fail(id);
        duty.id = *id;
        return {};
    });
    return done ? std::optional(keyOf(duty.id)) : std::nullopt;
}

void DutyEditor::remove() {
    const core::DutyId id(currentKey().toLongLong());
    if (id.isNull())
        return;
    core::Message label{"remove-duty", {m_person->currentText().section(QStringLiteral(" · "), 0, 0).toStdString(),
                                        m_area->currentText().section(QStringLiteral(" · "), 0, 0).toStdString()}};
    setChanged(false);
    write(label, [id](core::Change& change) { return core::removeDuty(change, id); });
}

void DutyEditor::onCurrentChanged() { onWritableChanged(workspace().canWrite()); }

void DutyEditor::onWritableChanged(bool canWrite) {
    RecordEditor::onWritableChanged(canWrite);
    if (m_remove != nullptr)
        m_remove->setEnabled(canWrite && !currentKey().isEmpty());
}

} // namespace gridwarden::app
