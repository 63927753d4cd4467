// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/district/duty_form.h"

#include "app/cases/case_labels.h"
#include "app/district/form_fields.h"
#include "app/text/message_text.h"
#include "core/base/text.h"

#include <QFormLayout>
#include <QHBoxLayout>
#include <QLabel>
#include <QLineEdit>

namespace gridwarden::app {

DutyForm::DutyForm(QWidget* parent)
    : QWidget(parent), m_area(new ChoiceField(QStringLiteral("area"), this)),
      m_person(new ChoiceField(QStringLiteral("person"), this)),
      m_responsibility(makeLine(QStringLiteral("responsibility"), this)),
      m_post(makeLine(QStringLiteral("post"), this)), m_place(new PlaceField(QStringLiteral("place"), this)),
      m_from(new DayField(QStringLiteral("from"), tr("since ever"), this)),
      m_to(new DayField(QStringLiteral("to"), tr("open"), this)),
      m_weekdays(new WeekdaysField(QStringLiteral("weekdays"), this)), m_start(makeLine(QStringLiteral("start"), this)),
      m_end(makeLine(QStringLiteral("end"), this)) {
    const auto pair = [this](QWidget* first, QWidget* second) {
        auto* const row = new QHBoxLayout;
        row->addWidget(first);
        row->addWidget(new QLabel(QStringLiteral("–"), this));
        row->addWidget(second);
        row->addStretch();
        return row;
    };
    for (QLineEdit* const clock : {m_start, m_end}) {
        clock->setMaximumWidth(fontMetrics().horizontalAdvance(QStringLiteral("00:00")) + 32);
        clock->setPlaceholderText(QStringLiteral("00:00"));
    }
    m_post->setPlaceholderText(tr("the whole area"));
    auto* const layout = makeForm(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addRow(tr("Area"), m_area);
    layout->addRow(tr("Person"), m_person);
    layout->addRow(tr("Responsibility"), m_responsibility);
    layout->addRow(tr("Guard post"), m_post);
    layout->addRow(tr("Place of the post"), m_place);
    layout->addRow(tr("Days"), pair(m_from, m_to));
    layout->addRow(tr("Weekdays"), m_weekdays);
    layout->addRow(tr("Hours"), pair(m_start, m_end));
    layout->addRow(QString(), makeNote(tr("An end that is not after the start means into the next day."), this));
}

void DutyForm::setDuty(const core::District& district, const core::Duty& duty) {
    m_id = duty.id;
    std::vector<ChoiceField::Choice> areas = {{QString(), 0}};
    for (const core::AreaKind kind : core::AllAreaKinds)
        for (const core::Area* const area : district.areas().ofKind(kind))
            areas.push_back({areaText(*area) + QStringLiteral(" · ") + word("area_kinds", core::areaKindKey(kind)),
                             area->id.value()});
    m_area->setChoices(areas);
    m_area->setValue(duty.area.value());
    std::vector<ChoiceField::Choice> people = {{QString(), 0}};
    for (const core::Person& person : district.people().people())
        if (person.active || person.id == duty.person)
            people.push_back({personLabel(district.people(), person.id), person.id.value()});
    m_person->setChoices(people);
    m_person->setValue(duty.person.value());
    m_responsibility->setText(QString::fromStdString(duty.responsibility));
    m_post->setText(QString::fromStdString(duty.post));
    m_place->setPlace(duty.place);
    m_from->setDay(duty.from);
    m_to->setDay(duty.to);
    m_weekdays->setWeekdays(duty.weekdays);
    m_start->setText(minuteText(duty.startMinute));
    m_end->setText(minuteText(duty.endMinute));
}

core::Result<core::Duty> DutyForm::duty() const {
    core::Duty duty;
    duty.id = m_id;
    duty.area = core::AreaId(m_area->value().value_or(0));
    duty.person = core::PersonId(m_person->value().value_or(0));
    if (duty.area.isNull() || duty.person.isNull())
        return core::fail(core::ErrorCode::BadInput, {"duty-incomplete", {}});
    duty.responsibility = core::trimmed(m_responsibility->text().toStdString());
    duty.post = core::trimmed(m_post->text().toStdString());
    duty.weekdays = m_weekdays->weekdays();
    if (duty.weekdays == 0)
        return core::fail(core::ErrorCode::BadInput, {"duty-without-weekday", {}});
    const auto place = m_place->place();
    if (!place)
        return core::fail(place);
    duty.place = *place;
    const auto from = m_from->day();
    const auto to = m_to->day();
    if (!from || !to)
        return core::fail(from ? to : from);
    duty.from = *from;
    duty.to = *to;
    for (const auto& [clock, minute] : {std::pair(m_start, &duty.startMinute), std::pair(m_end, &duty.endMinute)}) {
        const auto read = minuteFromText(clock->text());
        if (!read)
            return core::fail(core::ErrorCode::BadInput, {"clock-unreadable", {clock->text().toStdString()}});
        *minute = *read;
    }
    return duty;
}

core::Message dutyLabel(const char* key, const core::District& district, const core::Duty& duty) {
    const core::Area* const area = district.areas().find(duty.area);
    const core::Person* const person = district.people().find(duty.person);
    return {key,
            {person != nullptr ? person->name : std::string(),
             area != nullptr ? areaText(*area).toStdString() : std::string()}};
}

} // namespace gridwarden::app
