// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/district/calendar_editor.h"

#include "app/district/form_fields.h"
#include "app/district/special_days.h"
#include "app/district/working_plan_list.h"
#include "app/district/year_calendar.h"
#include "app/text/message_text.h"
#include "app/workspace/icon.h"
#include "app/workspace/prompts.h"

#include <QComboBox>
#include <QDoubleSpinBox>
#include <QFileInfo>
#include <QFormLayout>
#include <QGroupBox>
#include <QHBoxLayout>
#include <QLabel>
#include <QLineEdit>
#include <QListWidget>
#include <QPointer>
#include <QPushButton>
#include <QSpinBox>
#include <QVBoxLayout>
#include <algorithm>

namespace gridwarden::app {

namespace {

constexpr std::pair<core::WorkingDayRule, const char*> Rules[] = {{core::WorkingDayRule::Hours, "hours"},
                                                                  {core::WorkingDayRule::SameClock, "same-clock"},
                                                                  {core::WorkingDayRule::EndOfDay, "end-of-day"}};
enum DayKind { Ordinary, Holiday, Workday };

int yearOf(core::Day day) { return static_cast<int>(std::chrono::year_month_day(day).year()); }

} // namespace

CalendarEditor::CalendarEditor(Workspace& workspace, Jobs& jobs, QWidget* parent)
    : EditorWindow(workspace, tr("Working calendar"), parent), m_jobs(jobs) {
    m_warning = new QLabel(this);
    m_warning->setObjectName(QStringLiteral("yearWarning"));
    m_warning->setWordWrap(true);
    content()->addWidget(m_warning);
    auto* const row = new QHBoxLayout;
    row->setSpacing(16);
    row->addWidget(makePlans(), 2);
    row->addWidget(makeYear(), 3);
    content()->addLayout(row, 1);
    m_version = makeNote({}, this);
    buttons()->addWidget(m_version);
    m_version->setWordWrap(false);

    connect(m_plans, &WorkingPlanList::edited, this, [this] {
        m_draft.plans = m_plans->plans();
        edit();
    });
    connect(m_rule, &QComboBox::activated, this, [this](int index) {
        m_draft.workingDayRule = Rules[index].first;
        edit();
    });
    connect(m_hours, &QDoubleSpinBox::valueChanged, this, [this](double hours) {
        if (hours == m_draft.hoursPerWorkingDay)
            return;
        m_draft.hoursPerWorkingDay = hours;
        edit();
    });
    connect(m_year, &QSpinBox::valueChanged, this, &CalendarEditor::showYear);
    connect(m_calendar, &YearCalendar::dayChosen, this, &CalendarEditor::showDay);
    connect(m_calendar, &YearCalendar::dayToggled, this, &CalendarEditor::toggleDay);
    connect(m_dayKind, &QComboBox::activated, this, &CalendarEditor::takeDay);
    connect(m_dayName, &QLineEdit::textEdited, this, &CalendarEditor::takeDay);
    connect(m_import, &QPushButton::clicked, this, &CalendarEditor::importDays);
    resize(1120, 660);
    m_year->setValue(yearOf(district().timeZone().day(core::now())));
    refresh();
}

QWidget* CalendarEditor::makePlans() {
    auto* const box = new QGroupBox(tr("Working time"), this);
    m_plans = new WorkingPlanList(box);
    m_rule = new QComboBox(box);
    m_rule->setObjectName(QStringLiteral("rule"));
    m_rule->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
    m_rule->setMinimumContentsLength(20);
    for (const auto& [rule, key] : Rules)
        m_rule->addItem(word("working_day_rules", key));
    m_hours = new QDoubleSpinBox(box);
    m_hours->setObjectName(QStringLiteral("hoursPerDay"));
    m_hours->setRange(0.5, 24);
    m_hours->setDecimals(1);
    m_hours->setSingleStep(0.5);
    m_hours->setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
    auto* const form = makeForm(nullptr);
    form->addRow(tr("A working day is"), m_rule);
    form->addRow(tr("Working hours of a day"), m_hours);
    auto* const column = new QVBoxLayout(box);
    column->addWidget(m_plans, 1);
    column->addLayout(form);
    return box;
}

QWidget* CalendarEditor::makeYear() {
    auto* const box = new QGroupBox(tr("Holidays and make-up working days"), this);
    m_year = new QSpinBox(box);
    m_year->setObjectName(QStringLiteral("year"));
    m_year->setRange(1970, 2099);
    m_import = new QPushButton(icon(QLatin1String("upload")), tr("Import a list of days …"), box);
    m_import->setObjectName(QStringLiteral("importDays"));
    m_import->setToolTip(tr("A table with day, kind (holiday or workday) and name in each row"));
    m_calendar = new YearCalendar(box);
    m_day = new QLabel(box);
    m_day->setObjectName(QStringLiteral("day"));
    m_dayKind = new QComboBox(box);
    m_dayKind->setObjectName(QStringLiteral("dayKind"));
    m_dayKind->addItems({tr("Ordinary day"), word("day_kinds", "holiday"), word("day_kinds", "workday")});
    m_dayName = makeLine(QStringLiteral("dayName"), box);
    m_dayName->setPlaceholderText(tr("Name, for instance 国庆节"));
    m_problems = new QListWidget(box);
    m_problems->setObjectName(QStringLiteral("problems"));
    m_problems->setMaximumHeight(90);
    m_problems->hide();
    auto* const top = new QHBoxLayout;
    top->addWidget(m_year);
    top->addStretch();
    top->addWidget(m_import);
    auto* const chosen = new QHBoxLayout;
    chosen->addWidget(m_day);
    chosen->addWidget(m_dayKind);
    chosen->addWidget(m_dayName, 1);
    auto* const column = new QVBoxLayout(box);
    column->addLayout(top);
    column->addWidget(m_calendar, 1);
    column->addLayout(chosen);
    column->addWidget(m_problems);
    column->addWidget(makeNote(tr("Click a day to make it a holiday, again for a make-up working day, again for an ordinary day."), box));
    return box;
}

void CalendarEditor::refresh() {
    if (isChanged())
        return;
    const auto& versions = district().calendars().versions();
    m_draft = district().calendars().current().definition();
    m_plans->setPlans(m_draft.plans);
    const auto rule = std::find_if(std::begin(Rules), std::end(Rules), [this](const auto& one) { return one.first == m_draft.workingDayRule; });
    m_rule->setCurrentIndex(static_cast<int>(rule - std::begin(Rules)));
    m_hours->setValue(m_draft.hoursPerWorkingDay);
    if (!versions.empty())
        m_version->setText(tr("Version %1, %2")
                               .arg(versions.back().number)
                               .arg(QString::fromStdString(core::localText(versions.back().created, district().timeZone()))));
    m_problems->hide();
    showYear();
}

void CalendarEditor::discard() { refresh(); }

void CalendarEditor::onWritableChanged(bool canWrite) {
    for (QWidget* widget : {static_cast<QWidget*>(m_plans), static_cast<QWidget*>(m_rule), static_cast<QWidget*>(m_hours), static_cast<QWidget*>(m_calendar),
                            static_cast<QWidget*>(m_import)})
        widget->setEnabled(canWrite);
}

void CalendarEditor::edit() {
    setChanged(true);
    showYear();
}

void CalendarEditor::showYear() {
    m_calendar->setCalendar(m_draft, m_year->value());
    showDay();
    const int current = yearOf(district().timeZone().day(core::now()));
    const bool isMissing = std::none_of(m_draft.days.begin(), m_draft.days.end(), [current](const auto& entry) { return yearOf(entry.first) == current; });
    m_warning->setVisible(isMissing);
    m_warning->setText(text(core::Message{"calendar-year-missing", {std::to_string(current)}}));
}

void CalendarEditor::showDay() {
    const auto day = m_calendar->chosenDay();
    const auto special = day ? m_draft.days.find(*day) : m_draft.days.end();
    const bool isSpecial = special != m_draft.days.end();
    m_day->setText(day ? QString::fromStdString(core::dayText(*day)) : tr("No day chosen"));
    m_dayKind->setEnabled(day.has_value() && workspace().canWrite());
    m_dayKind->setCurrentIndex(!isSpecial ? Ordinary : special->second.isWorkday ? Workday : Holiday);
    m_dayName->setEnabled(isSpecial && workspace().canWrite());
    if (const QString name = isSpecial ? QString::fromStdString(special->second.name) : QString(); name != m_dayName->text())
        m_dayName->setText(name);
}

QString CalendarEditor::nameNear(core::Day day) const {
    // A holiday goes on from the day before or the day after.
    for (const int by : {-1, 1})
        if (const auto near = m_draft.days.find(day + std::chrono::days(by)); near != m_draft.days.end() && !near->second.isWorkday)
            return QString::fromStdString(near->second.name);
    return {};
}

void CalendarEditor::toggleDay(core::Day day) {
    if (!workspace().canWrite())
        return;
    const auto special = m_draft.days.find(day);
    if (special == m_draft.days.end())
        m_draft.days[day] = {false, nameNear(day).toStdString()};
    else if (!special->second.isWorkday)
        special->second.isWorkday = true;
    else
        m_draft.days.erase(special);
    edit();
}

void CalendarEditor::takeDay() {
    const auto day = m_calendar->chosenDay();
    if (!day)
        return;
    if (m_dayKind->currentIndex() == Ordinary)
        m_draft.days.erase(*day);
    else
        m_draft.days[*day] = {m_dayKind->currentIndex() == Workday, m_dayName->text().toStdString()};
    edit();
}

void CalendarEditor::importDays() {
    const QString file = prompts().fileToOpen(this, tr("List of holidays and make-up working days"), tr("Tables (*.csv *.txt *.tsv *.xlsx *.ods)"));
    if (file.isEmpty())
        return;
    const auto read = std::make_shared<core::Result<SpecialDayList>>();
    const QPointer<CalendarEditor> self(this);
    m_import->setEnabled(false);
    m_jobs.start(
        tr("Reading %1").arg(QFileInfo(file).fileName()),
        [read, path = std::filesystem::path(file.toStdU16String())](const Jobs::Progress&, std::stop_token) { *read = readSpecialDays(path, &Jobs::goesOn); },
        [self, read] {
            if (!self)
                return;
            self->m_import->setEnabled(self->workspace().canWrite());
            if (const auto list = self->valueOr(*read))
                self->takeDays(*list);
        });
}

void CalendarEditor::takeDays(const SpecialDayList& list) {
    for (const auto& [day, special] : list.days)
        m_draft.days[day] = special;
    if (!list.days.empty()) {
        m_year->setValue(yearOf(list.days.rbegin()->first));
        edit();
    }
    m_problems->clear();
    m_problems->addItem(tr("%n day(s) taken over.", nullptr, static_cast<int>(list.days.size())));
    for (const gis::ImportProblem& problem : list.problems)
        m_problems->addItem(tr("Row %1: %2").arg(problem.row).arg(text(problem.reason)));
    m_problems->show();
}

bool CalendarEditor::save() {
    if (const QString fault = m_plans->fault(); !fault.isEmpty()) {
        showFault(fault);
        return false;
    }
    writeBeside(
        {"edit-calendar", {}},
        [draft = m_draft](core::Change& change) -> core::Result<void> {
            const auto version = core::saveCalendar(change, draft);
            return version ? core::Result<void>() : core::fail(version);
        },
        [this](bool done) {
            if (done)
                setChanged(false);
        });
    return false;
}

} // namespace gridwarden::app
