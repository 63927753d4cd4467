// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/district/duty_editor.h"

#include "app/district/duty_form.h"
#include "app/district/duty_labels.h"
#include "app/district/form_fields.h"
#include "app/text/message_text.h"
#include "core/base/pinyin.h"

#include <QCheckBox>
#include <QDateTimeEdit>
#include <QHBoxLayout>
#include <QPushButton>
#include <QVBoxLayout>
#include <algorithm>
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
      m_fields(new DutyForm(form())), m_remove(nullptr) {
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

    auto* const layout = new QVBoxLayout(form());
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(m_fields);
    layout->addStretch();
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
    m_fields->setDuty(district(), shown);
}

std::optional<QString> DutyEditor::store(const QString&) {
    auto duty = valueOr(m_fields->duty());
    if (!duty)
        return std::nullopt;
    const bool done = write(dutyLabel(isNew() ? "add-duty" : "edit-duty", district(), *duty), [&](core::Change& change) -> core::Result<void> {
        const auto id = core::saveDuty(change, *duty);
        if (!id)
            return core::fail(id);
        duty->id = *id;
        return {};
    });
    return done ? std::optional(keyOf(duty->id)) : std::nullopt;
}

void DutyEditor::remove() {
    const core::DutyId id(currentKey().toLongLong());
    const auto duties = district().people().duties();
    const auto duty = std::find_if(duties.begin(), duties.end(), [id](const core::Duty& one) { return one.id == id; });
    if (duty == duties.end())
        return;
    setChanged(false);
    write(dutyLabel("remove-duty", district(), *duty), [id](core::Change& change) { return core::removeDuty(change, id); });
}

void DutyEditor::onCurrentChanged() { onWritableChanged(workspace().canWrite()); }

void DutyEditor::onWritableChanged(bool canWrite) {
    RecordEditor::onWritableChanged(canWrite);
    if (m_remove != nullptr)
        m_remove->setEnabled(canWrite && !currentKey().isEmpty());
}

} // namespace gridwarden::app
