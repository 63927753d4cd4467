// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/district/activity_plan_editor.h"

#include "app/district/form_fields.h"
#include "app/text/activity_kind_name.h"
#include "app/text/message_text.h"
#include "core/activity_actions.h"
#include "core/base/pinyin.h"
#include "core/base/text.h"

#include <QCheckBox>
#include <QFormLayout>
#include <QHBoxLayout>
#include <QLabel>
#include <QLocale>
#include <QPushButton>

namespace gridwarden::app {

namespace {

constexpr int LastOfMonth = -1;
constexpr int MostDays = 31;

QString keyOf(core::ActivityPlanId id) {
    return QString::number(id.value());
}

QString monthDaysText(const std::vector<int>& days) {
    QStringList parts;
    for (const int day : days)
        parts << (day == LastOfMonth ? ActivityPlanEditor::tr("last") : QString::number(day));
    return parts.join(QStringLiteral(", "));
}

/// None when a part is no day of a month.
std::optional<std::vector<int>> monthDaysFrom(QString text) {
    std::vector<int> days;
    text.replace(QChar(0xFF0C), QLatin1Char(',')).replace(QChar(0x3001), QLatin1Char(','));
    const QStringList parts = text.split(QLatin1Char(','), Qt::SkipEmptyParts);
    for (const QString& part : parts) {
        const QString day = part.trimmed();
        bool isNumber = false;
        const int number = day.toInt(&isNumber);
        if (day == ActivityPlanEditor::tr("last"))
            days.push_back(LastOfMonth);
        else if (isNumber && number >= 1 && number <= MostDays)
            days.push_back(number);
        else
            return std::nullopt;
    }
    return days;
}

QString recurrenceWords(const core::Recurrence& recurrence) {
    QStringList parts;
    if (recurrence.weekdays != 0)
        parts << weekdaysText(recurrence.weekdays);
    if (!recurrence.monthDays.empty())
        parts << ActivityPlanEditor::tr("day %1 of the month").arg(monthDaysText(recurrence.monthDays));
    return parts.join(QStringLiteral("; "));
}

QHBoxLayout* pairOf(QWidget* first, const QString& between, QWidget* second, QWidget* parent) {
    auto* const row = new QHBoxLayout;
    row->setSpacing(8);
    row->addWidget(first);
    if (!between.isEmpty())
        row->addWidget(new QLabel(between, parent));
    row->addWidget(second);
    if (!between.isEmpty())
        row->addStretch(); // the two stand together
    return row;
}

} // namespace

ActivityPlanEditor::ActivityPlanEditor(Workspace& workspace, QWidget* parent)
    : RecordEditor(workspace, tr("Planned activities"), {tr("Work"), tr("Quantity"), tr("Whose work"), tr("When")},
                   tr("Choose a plan, or add one: what comes again each week or month. On its days it is offered to be "
                      "confirmed."),
                   parent),
      m_kind(new ChoiceField(QStringLiteral("kind"), form())), m_quantity(makeLine(QStringLiteral("quantity"), form())),
      m_unit(makeLine(QStringLiteral("unit"), form())), m_people(makeLine(QStringLiteral("people"), form())),
      m_place(makeLine(QStringLiteral("place"), form())),
      m_organisation(new ChoiceField(QStringLiteral("organisation"), form())),
      m_person(new ChoiceField(QStringLiteral("person"), form())),
      m_weekdays(new WeekdaysField(QStringLiteral("weekdays"), form())),
      m_monthDays(makeLine(QStringLiteral("monthDays"), form())),
      m_from(new DayField(QStringLiteral("from"), tr("since ever"), form())),
      m_to(new DayField(QStringLiteral("to"), tr("open"), form())), m_active(new QCheckBox(tr("Offered"), form())),
      m_remove(nullptr) {
    m_active->setObjectName(QStringLiteral("active"));
    m_quantity->setPlaceholderText(tr("asked for each time"));
    m_unit->setPlaceholderText(tr("that of the kind"));
    m_people->setPlaceholderText(tr("none"));
    m_monthDays->setPlaceholderText(tr("for instance 1, 15, last"));
    auto* const layout = makeForm(form());
    layout->addRow(tr("Work"), m_kind);
    layout->addRow(tr("Quantity"), pairOf(m_quantity, {}, m_unit, form()));
    layout->addRow(tr("People"), m_people);
    layout->addRow(tr("Place"), m_place);
    layout->addRow(tr("Organisation"), m_organisation);
    layout->addRow(tr("Person"), m_person);
    layout->addRow(tr("Weekdays"), m_weekdays);
    layout->addRow(tr("Days of the month"), m_monthDays);
    layout->addRow(tr("Valid"), pairOf(m_from, QStringLiteral("–"), m_to, form()));
    layout->addRow(QString(), m_active);
    watch(form());
    connect(addListButton(QStringLiteral("add"), tr("Add"), QLatin1String("plus")), &QPushButton::clicked, this,
            [this] { startNew(); });
    m_remove = addListButton(QStringLiteral("remove"), tr("Remove"), QLatin1String("trash-2"));
    connect(m_remove, &QPushButton::clicked, this, &ActivityPlanEditor::remove);
    resize(1180, 600);
    showFirst();
}

std::vector<Record> ActivityPlanEditor::records() const {
    const core::ActivityLists& lists = district().activityLists();
    std::vector<Record> all;
    for (const core::ActivityPlan& plan : lists.plans()) {
        const core::ActivityKind* const kind = lists.find(plan.kind);
        const core::Person* const person = district().people().find(plan.person);
        const core::Organisation* const organisation = district().people().find(plan.organisation);
        const QString name = kind != nullptr ? kindName(*kind) : QString::fromStdString(plan.kind);
        all.push_back(
            {.key = keyOf(plan.id),
             .cells = {name,
                       plan.quantity ? QString::fromStdString(core::quantityText(*plan.quantity) + ' ' + plan.unit)
                                     : QString::fromStdString(plan.unit),
                       QString::fromStdString(person != nullptr         ? person->name
                                              : organisation != nullptr ? organisation->name
                                                                        : std::string()),
                       recurrenceWords(plan.recurrence)},
             .search = QString::fromStdString(core::pinyinInitials(kind != nullptr ? kind->name : plan.kind)),
             .isQuiet = !plan.isActive});
    }
    return all;
}

void ActivityPlanEditor::fill(const QString& key) {
    const core::ActivityLists& lists = district().activityLists();
    const core::ActivityPlan* const stored = lists.find(core::ActivityPlanId(key.toLongLong()));
    const core::ActivityPlan shown = stored != nullptr ? *stored : core::ActivityPlan();
    std::vector<ChoiceField::Choice> kinds = {{QString(), 0}};
    qint64 chosen = 0;
    for (std::size_t i = 0; i < lists.kinds().size(); ++i) {
        const core::ActivityKind& kind = lists.kinds()[i];
        if (kind.key == shown.kind)
            chosen = static_cast<qint64>(i) + 1;
        if (kind.isEnabled || kind.key == shown.kind)
            kinds.push_back({kindName(kind), static_cast<qint64>(i) + 1});
    }
    m_kind->setChoices(kinds);
    m_kind->setValue(chosen);
    m_quantity->setText(shown.quantity ? QLocale().toString(*shown.quantity, 'g', 15) : QString());
    m_unit->setText(QString::fromStdString(shown.unit));
    m_people->setText(shown.people ? QString::number(*shown.people) : QString());
    m_place->setText(QString::fromStdString(shown.place));
    std::vector<ChoiceField::Choice> organisations = {{QString(), 0}};
    for (const core::Organisation& organisation : district().people().organisations())
        if (organisation.active || organisation.id == shown.organisation)
            organisations.push_back({QString::fromStdString(organisation.name), organisation.id.value()});
    m_organisation->setChoices(organisations);
    m_organisation->setValue(shown.organisation.value());
    std::vector<ChoiceField::Choice> people = {{QString(), 0}};
    for (const core::Person& person : district().people().people())
        if (person.active || person.id == shown.person)
            people.push_back({QString::fromStdString(person.name), person.id.value()});
    m_person->setChoices(people);
    m_person->setValue(shown.person.value());
    m_weekdays->setWeekdays(shown.recurrence.weekdays);
    m_monthDays->setText(monthDaysText(shown.recurrence.monthDays));
    m_from->setDay(shown.from);
    m_to->setDay(shown.to);
    m_active->setChecked(shown.isActive);
}

bool ActivityPlanEditor::readCounts(core::ActivityPlan& plan) {
    bool isNumber = true;
    plan.quantity.reset();
    plan.people.reset();
    if (const QString text = m_quantity->text().trimmed(); !text.isEmpty())
        plan.quantity = QLocale().toDouble(text, &isNumber);
    if (!isNumber || plan.quantity.value_or(0) < 0) {
        showFault(tr("The quantity is not a number."));
        return false;
    }
    if (const QString text = m_people->text().trimmed(); !text.isEmpty())
        plan.people = QLocale().toLongLong(text, &isNumber);
    if (!isNumber || plan.people.value_or(0) < 0) {
        showFault(tr("The number of people is not a whole number."));
        return false;
    }
    return true;
}

bool ActivityPlanEditor::readDays(core::ActivityPlan& plan) {
    const auto monthDays = monthDaysFrom(m_monthDays->text());
    if (!monthDays) {
        showFault(tr("Give the days of the month as 1, 15, last."));
        return false;
    }
    plan.recurrence = {m_weekdays->weekdays(), *monthDays};
    if (plan.recurrence.isEmpty()) {
        showFault(tr("Choose weekdays or days of the month."));
        return false;
    }
    const auto from = valueOr(m_from->day());
    const auto to = from ? valueOr(m_to->day()) : std::nullopt;
    if (!to)
        return false;
    plan.from = *from;
    plan.to = *to;
    return true;
}

std::optional<core::ActivityPlan> ActivityPlanEditor::read(const QString& key) {
    const core::ActivityLists& lists = district().activityLists();
    core::ActivityPlan plan;
    if (const core::ActivityPlan* const stored = lists.find(core::ActivityPlanId(key.toLongLong())))
        plan = *stored; // with what has no field here
    const qint64 chosen = m_kind->value().value_or(0);
    if (chosen < 1 || chosen > static_cast<qint64>(lists.kinds().size())) {
        showFault(tr("Choose what is done."));
        return std::nullopt;
    }
    const core::ActivityKind& kind = lists.kinds()[static_cast<std::size_t>(chosen - 1)];
    plan.kind = kind.key;
    plan.unit = core::trimmed(m_unit->text().toStdString());
    if (plan.unit.empty())
        plan.unit = kind.unit;
    plan.place = core::trimmed(m_place->text().toStdString());
    plan.organisation = core::OrganisationId(m_organisation->value().value_or(0));
    plan.person = core::PersonId(m_person->value().value_or(0));
    plan.isActive = m_active->isChecked();
    return readCounts(plan) && readDays(plan) ? std::optional(plan) : std::nullopt;
}

std::optional<QString> ActivityPlanEditor::store(const QString& key) {
    auto plan = read(key);
    if (!plan)
        return std::nullopt;
    const core::ActivityKind* const kind = district().activityLists().find(plan->kind);
    const bool done = write({key.isEmpty() ? "add-activity-plan" : "edit-activity-plan", {kind->name}},
                            [&](core::Change& change) -> core::Result<void> {
                                const auto id = core::savePlan(change, *plan);
                                if (!id)
                                    return core::fail(id);
                                plan->id = *id;
                                return {};
                            });
    return done ? std::optional(keyOf(plan->id)) : std::nullopt;
}

void ActivityPlanEditor::remove() {
    const core::ActivityPlanId id(currentKey().toLongLong());
    if (id.isNull())
        return;
    const core::Message label{"remove-activity-plan", {m_kind->currentText().toStdString()}};
    setChanged(false);
    write(label, [id](core::Change& change) { return core::removePlan(change, id); });
}

void ActivityPlanEditor::onCurrentChanged() {
    onWritableChanged(workspace().canWrite());
}

void ActivityPlanEditor::onWritableChanged(bool canWrite) {
    RecordEditor::onWritableChanged(canWrite);
    if (m_remove != nullptr)
        m_remove->setEnabled(canWrite && !currentKey().isEmpty());
}

} // namespace gridwarden::app
