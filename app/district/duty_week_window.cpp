// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/district/duty_week_window.h"

#include "app/district/duty_dialog.h"
#include "app/district/duty_form.h"
#include "app/district/duty_rules_dialog.h"
#include "app/district/duty_week_files.h"
#include "app/district/duty_week_table.h"
#include "app/district/form_fields.h"
#include "app/text/days.h"
#include "app/text/duty_text.h"
#include "app/text/message_text.h"
#include "app/workspace/icon.h"
#include "app/workspace/prompts.h"
#include "app/workspace/roomy_delegate.h"
#include "core/district/duty_planning.h"

#include <QComboBox>
#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLabel>
#include <QLineEdit>
#include <QListWidget>
#include <QPushButton>
#include <QSignalBlocker>
#include <QSplitter>
#include <QToolButton>
#include <QVBoxLayout>
#include <algorithm>

namespace gridwarden::app {

namespace {

using std::chrono::days;

enum ItemRole { NumberRole = Qt::UserRole };

QPushButton* makeButton(const char* name, const QString& text, const char* iconName) {
    auto* const button = new QPushButton(icon(QLatin1String(iconName)), text);
    button->setObjectName(QLatin1String(name));
    return button;
}

} // namespace

DutyWeekWindow::DutyWeekWindow(Workspace& workspace, QWidget* parent)
    : QWidget(parent, Qt::Window), m_workspace(workspace),
      m_monday(weekOf(workspace.district()->timeZone().day(core::now())).from), m_table(new DutyWeekTable(m_model)),
      m_kind(new QComboBox), m_days(new QLabel), m_summary(new QLabel), m_problems(new QListWidget), m_cell(new QLabel),
      m_duties(new QListWidget), m_add(makeButton("addDuty", tr("Add …"), "plus")),
      m_edit(makeButton("editDuty", tr("Change …"), "notebook-pen")),
      m_remove(makeButton("removeDuty", tr("Remove …"), "trash-2")), m_places(new MarkedPoints(this)) {
    setObjectName(QStringLiteral("dutyWeekWindow"));
    setWindowTitle(tr("Duty week"));
    resize(1320, 680);
    auto* const left = new QWidget;
    auto* const leftColumn = new QVBoxLayout(left);
    leftColumn->setContentsMargins(0, 0, 0, 0);
    leftColumn->addWidget(m_table, 1);
    leftColumn->addWidget(makeNote(tr("%1 nobody is on duty   %2 something is wrong with this duty: see the list")
                                       .arg(markSign(DutyWeekLine::Mark::Gap), markSign(DutyWeekLine::Mark::Problem)),
                                   left));
    auto* const parts = new QSplitter;
    parts->addWidget(left);
    parts->addWidget(makeSide());
    parts->setStretchFactor(0, 1);
    parts->setSizes({980, 320});
    parts->setChildrenCollapsible(false);
    auto* const all = new QVBoxLayout(this);
    all->setContentsMargins(12, 12, 12, 12);
    all->setSpacing(8);
    all->addLayout(makeBar());
    all->addWidget(parts, 1);

    connect(m_kind, &QComboBox::currentIndexChanged, this, &DutyWeekWindow::refresh);
    connect(m_table->selectionModel(), &QItemSelectionModel::currentChanged, this, [this] {
        listDuties();
        if (const core::AreaId area = m_model.area(m_table->currentIndex()); !area.isNull())
            m_workspace.selectArea(area);
    });
    connect(m_table, &QTableView::doubleClicked, this, [this] { chosenDuty() != nullptr ? edit() : add(); });
    connect(m_problems, &QListWidget::currentRowChanged, this, &DutyWeekWindow::showProblem);
    connect(m_duties, &QListWidget::currentRowChanged, this, &DutyWeekWindow::updateButtons);
    connect(m_duties, &QListWidget::itemDoubleClicked, this, &DutyWeekWindow::edit);
    connect(m_add, &QPushButton::clicked, this, &DutyWeekWindow::add);
    connect(m_edit, &QPushButton::clicked, this, &DutyWeekWindow::edit);
    connect(m_remove, &QPushButton::clicked, this, &DutyWeekWindow::remove);
    connect(m_places, &MarkedPoints::clicked, this, &DutyWeekWindow::followMap);
    connect(&workspace, &Workspace::changed, this, [this](const core::Touched& touched) {
        if (touched.people || touched.areas || touched.settings || touched.everything)
            refresh();
    });
    connect(&workspace, &Workspace::busyChanged, this, &DutyWeekWindow::updateButtons);
    connect(&workspace, &Workspace::districtClosing, this, &DutyWeekWindow::close);
    refresh();
}

QHBoxLayout* DutyWeekWindow::makeBar() {
    const auto step = [this](const char* name, const char* iconName, const QString& tip, int weeks) {
        auto* const button = new QToolButton;
        button->setObjectName(QLatin1String(name));
        button->setIcon(icon(QLatin1String(iconName)));
        button->setToolTip(tip);
        connect(button, &QToolButton::clicked, this, [this, weeks] { showWeek(m_monday + days(7 * weeks)); });
        return button;
    };
    m_days->setObjectName(QStringLiteral("weekDays"));
    m_days->setAlignment(Qt::AlignCenter);
    m_days->setMinimumWidth(fontMetrics().horizontalAdvance(QStringLiteral("0000-00-00 – 0000-00-00")) + 16);
    auto* const today = new QPushButton(tr("This week"));
    today->setObjectName(QStringLiteral("thisWeek"));
    connect(today, &QPushButton::clicked, this,
            [this] { showWeek(weekOf(m_workspace.district()->timeZone().day(core::now())).from); });
    m_kind->setObjectName(QStringLiteral("areaKind"));
    for (const core::AreaKind kind : core::AllAreaKinds)
        if (!m_workspace.district()->areas().ofKind(kind).empty())
            m_kind->addItem(word("area_kinds", core::areaKindKey(kind)), static_cast<int>(kind));
    m_kind->setCurrentIndex(std::max(0, m_kind->findData(static_cast<int>(core::AreaKind::Grid))));
    auto* const filter = new QLineEdit;
    filter->setObjectName(QStringLiteral("filter"));
    filter->setPlaceholderText(tr("Area or person"));
    filter->setClearButtonEnabled(true);
    filter->setMaximumWidth(180);
    connect(filter, &QLineEdit::textChanged, this, [this](const QString& text) { m_model.setFilter(text); });
    QPushButton* const copy = makeButton("copyWeek", tr("Copy to the next week"), "copy");
    QPushButton* const rules = makeButton("dutyRules", tr("Rules …"), "settings");
    QPushButton* const in = makeButton("importDuties", tr("Import …"), "download");
    QPushButton* const out = makeButton("exportDuties", tr("Export …"), "upload");
    copy->setToolTip(tr("Brings to the week after what is not there yet"));
    connect(copy, &QPushButton::clicked, this, &DutyWeekWindow::copyWeek);
    connect(rules, &QPushButton::clicked, this, &DutyWeekWindow::editRules);
    connect(in, &QPushButton::clicked, this, &DutyWeekWindow::importFile);
    connect(out, &QPushButton::clicked, this, &DutyWeekWindow::exportFile);
    m_changers = {copy, rules, in};
    auto* const bar = new QHBoxLayout;
    bar->setSpacing(8);
    bar->addWidget(step("weekBefore", "arrow-left", tr("The week before"), -1));
    bar->addWidget(m_days);
    bar->addWidget(step("weekAfter", "arrow-right", tr("The week after"), 1));
    bar->addWidget(today);
    bar->addSpacing(8);
    bar->addWidget(m_kind);
    bar->addWidget(filter);
    bar->addStretch();
    for (QPushButton* const button : {copy, rules, in, out})
        bar->addWidget(button);
    return bar;
}

QWidget* DutyWeekWindow::makeSide() {
    m_summary->setObjectName(QStringLiteral("dutySummary"));
    m_summary->setWordWrap(true);
    m_problems->setObjectName(QStringLiteral("dutyProblems"));
    m_problems->setWordWrap(true);
    m_problems->setItemDelegate(new RoomyDelegate(m_problems));
    m_problems->setAlternatingRowColors(true);
    m_cell->setObjectName(QStringLiteral("dutyCell"));
    m_cell->setWordWrap(true);
    m_duties->setObjectName(QStringLiteral("cellDuties"));
    m_duties->setMaximumHeight(fontMetrics().height() * 6);
    auto* const buttons = new QHBoxLayout;
    for (QPushButton* const button : {m_add, m_edit, m_remove})
        buttons->addWidget(button);
    auto* const side = new QWidget;
    auto* const column = new QVBoxLayout(side);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(4);
    column->addWidget(m_summary);
    column->addWidget(m_problems, 1);
    column->addSpacing(4);
    column->addWidget(m_cell);
    column->addWidget(m_duties);
    column->addLayout(buttons);
    return side;
}

void DutyWeekWindow::keyPressEvent(QKeyEvent* event) {
    if (event->key() == Qt::Key_Escape)
        close();
    else
        QWidget::keyPressEvent(event);
}

core::Period DutyWeekWindow::week() const {
    return {m_monday, m_monday + days(6)};
}

core::AreaKind DutyWeekWindow::kind() const {
    return static_cast<core::AreaKind>(m_kind->currentData().toInt());
}

void DutyWeekWindow::showWeek(core::Day monday) {
    m_monday = monday;
    refresh();
}

void DutyWeekWindow::refresh() {
    const core::District* const district = m_workspace.district();
    if (district == nullptr)
        return;
    const core::AreaId area = m_model.area(m_table->currentIndex());
    const int day = m_table->currentIndex().column();
    m_days->setText(dutyDaysText(week()));
    auto rules = core::dutyRulesOf(district->setting("duty_rules"));
    if (!rules) {
        m_workspace.notifyFault(rules.error());
        rules = core::DutyRules();
    }
    m_model.setWeek(dutyWeek(*district, kind(), m_monday, *rules));
    listProblems();
    markPlaces();
    const QModelIndex again = m_model.indexOf(area, std::max(day, 0));
    m_table->setCurrentIndex(again.isValid() ? again : m_model.index(0, 0));
    listDuties();
}

void DutyWeekWindow::listProblems() {
    const core::District& district = *m_workspace.district();
    const auto& problems = m_model.week().problems;
    const QSignalBlocker silent(m_problems);
    m_problems->clear();
    for (const core::DutyProblem& problem : problems) {
        const bool isGap = problem.kind == core::DutyProblemKind::Gap;
        const auto mark = isGap ? DutyWeekLine::Mark::Gap : DutyWeekLine::Mark::Problem;
        const QString name = word("duty_problems", core::dutyProblemKey(problem.kind));
        auto* const item = new QListWidgetItem(markSign(mark) + QLatin1Char(' ') + name + QStringLiteral(": ") +
                                                   problemPlaceText(problem, district.areas(), district.people()) +
                                                   QLatin1Char('\n') + problemTimeText(problem),
                                               m_problems);
        item->setToolTip(
            QString::fromStdString(core::wordNote("duty_problems", core::dutyProblemKey(problem.kind), language())));
    }
    m_summary->setText(problems.empty() ? tr("Nothing is wrong in this week.")
                                        : tr("%n problem(s) in this week", nullptr, static_cast<int>(problems.size())));
}

void DutyWeekWindow::listDuties() {
    const QModelIndex index = m_table->currentIndex();
    const QSignalBlocker silent(m_duties);
    m_duties->clear();
    const core::Area* const area = m_workspace.district()->areas().find(m_model.area(index));
    if (area == nullptr) {
        m_cell->setText(tr("Choose a cell to see and change its duties."));
    } else {
        m_cell->setText(areaText(*area) + QStringLiteral(" · ") +
                        m_model.headerData(index.column(), Qt::Horizontal, Qt::DisplayRole).toString());
        for (const DutyWeekLine& line : m_model.lines(index)) {
            if (line.duty.isNull())
                continue;
            auto* const item = new QListWidgetItem(
                markSign(line.mark) + (line.mark == DutyWeekLine::Mark::None ? QString() : QStringLiteral(" ")) +
                    line.text,
                m_duties);
            item->setToolTip(line.tip);
            item->setData(NumberRole, qint64(line.duty.value()));
        }
        m_duties->setCurrentRow(0);
    }
    updateButtons();
}

void DutyWeekWindow::markPlaces() {
    const core::District& district = *m_workspace.district();
    std::vector<core::GeoPoint> points;
    m_placeProblems.clear();
    const auto& problems = m_model.week().problems;
    for (std::size_t i = 0; i < problems.size(); ++i) {
        if (problems[i].kind != core::DutyProblemKind::Gap)
            continue;
        const core::Area* const area = district.areas().find(problems[i].area);
        const auto duties = district.people().duties();
        const auto kept = std::find_if(duties.begin(), duties.end(), [&](const core::Duty& duty) {
            return !problems[i].post.empty() && duty.area == problems[i].area && duty.post == problems[i].post &&
                   duty.place;
        });
        const auto place = kept != duties.end() ? kept->place
                           : area != nullptr    ? core::labelPoint(area->shape)
                                                : std::nullopt;
        if (!place || std::find(points.begin(), points.end(), *place) != points.end())
            continue;
        points.push_back(*place);
        m_placeProblems.push_back(i);
    }
    m_places->setPoints(std::move(points), tr("Nobody on duty at some hour of the week"));
}

void DutyWeekWindow::showProblem(int number) {
    const auto& problems = m_model.week().problems;
    if (number < 0 || number >= static_cast<int>(problems.size()))
        return;
    const core::District& district = *m_workspace.district();
    const core::DutyProblem& problem = problems[static_cast<std::size_t>(number)];
    const auto cell = cellOf(m_model.week(), district, problem);
    if (!cell)
        return;
    const core::AreaId id = m_model.week().rows[cell->row].area;
    if (const QModelIndex index = m_model.indexOf(id, cell->day); index.isValid()) {
        m_table->setCurrentIndex(index);
        m_table->scrollTo(index);
    }
    for (int row = 0; row < m_duties->count(); ++row)
        if (std::binary_search(problem.duties.begin(), problem.duties.end(),
                               core::DutyId(m_duties->item(row)->data(NumberRole).toLongLong()))) {
            m_duties->setCurrentRow(row);
            break;
        }
    if (const core::Area* const area = district.areas().find(id))
        m_workspace.requestZoom(core::boundsOf(area->shape));
}

void DutyWeekWindow::followMap(std::size_t place) {
    if (place < m_placeProblems.size())
        m_problems->setCurrentRow(static_cast<int>(m_placeProblems[place]));
}

void DutyWeekWindow::updateButtons() {
    const bool canWrite = m_workspace.canWrite();
    m_add->setEnabled(canWrite && m_table->currentIndex().isValid());
    m_edit->setEnabled(canWrite && chosenDuty() != nullptr);
    m_remove->setEnabled(canWrite && chosenDuty() != nullptr);
    for (QPushButton* const button : m_changers)
        button->setEnabled(canWrite);
}

const core::Duty* DutyWeekWindow::chosenDuty() const {
    const QListWidgetItem* const item = m_duties->currentItem();
    if (item == nullptr || m_workspace.district() == nullptr)
        return nullptr;
    const auto duties = m_workspace.district()->people().duties();
    const auto found = std::find_if(duties.begin(), duties.end(), [&](const core::Duty& duty) {
        return duty.id.value() == item->data(NumberRole).toLongLong();
    });
    return found == duties.end() ? nullptr : &*found;
}

/// On the day of the cell, each week, in the hours of the first gap there.
void DutyWeekWindow::add() {
    const QModelIndex index = m_table->currentIndex();
    core::Duty duty;
    duty.area = m_model.area(index);
    duty.weekdays = 1 << index.column();
    duty.startMinute = 8 * 60;
    duty.endMinute = 18 * 60;
    const core::Day day = m_monday + days(index.column());
    for (const core::DutyProblem& problem : m_model.week().problems)
        if (problem.kind == core::DutyProblemKind::Gap && problem.area == duty.area && problem.days.contains(day)) {
            duty.startMinute = problem.fromMinute;
            duty.endMinute = problem.toMinute > core::WeekHours::MinutesPerDay
                                 ? problem.toMinute - core::WeekHours::MinutesPerDay
                                 : problem.toMinute;
            duty.post = problem.post;
            break;
        }
    duty.from = m_monday;
    (new DutyDialog(m_workspace, duty, week(), this))->open();
}

void DutyWeekWindow::edit() {
    if (const core::Duty* const duty = chosenDuty(); duty != nullptr && m_workspace.canWrite())
        (new DutyDialog(m_workspace, *duty, week(), this))->open();
}

void DutyWeekWindow::remove() {
    const core::Duty* const chosen = chosenDuty();
    if (chosen == nullptr)
        return;
    const core::Duty duty = *chosen;
    const core::Day day = m_monday + days(m_table->currentIndex().column());
    const core::Period choices[] = {{day, day}, week()};
    const int how = prompts().choose(
        this, {tr("Remove this duty?"),
               tr("It may be taken out of this day or this week only; what it was before stays in the other weeks."),
               {tr("On this day"), tr("In this week"), tr("Altogether")},
               false});
    if (how < 0)
        return;
    const auto pieces = how < 2 ? core::withoutDays(duty, choices[how]) : std::vector<core::Duty>();
    m_workspace.change(dutyLabel("remove-duty", *m_workspace.district(), duty),
                       [&](core::Change& change) { return core::replaceDuty(change, duty.id, pieces); });
}

void DutyWeekWindow::copyWeek() {
    const core::Day next = m_monday + days(7);
    const auto added = core::copiedWeek(m_workspace.district()->people(), m_monday, next);
    if (!added.empty() && !m_workspace.change({"copy-duty-week", {core::dayText(m_monday), core::dayText(next)}},
                                              [&](core::Change& change) -> core::Result<void> {
                                                  for (const core::Duty& duty : added)
                                                      if (const auto saved = core::saveDuty(change, duty); !saved)
                                                          return core::fail(saved);
                                                  return {};
                                              }))
        return;
    showWeek(next);
    m_summary->setText((added.empty() ? tr("All of it was there already.")
                                      : tr("%n duty(ies) came over.", nullptr, static_cast<int>(added.size()))) +
                       QLatin1Char('\n') + m_summary->text());
}

void DutyWeekWindow::editRules() {
    (new DutyRulesDialog(m_workspace, this))->open();
}

void DutyWeekWindow::importFile() {
    importDutyFile(m_workspace, kind(), this);
}

void DutyWeekWindow::exportFile() {
    exportDutyFile(m_workspace, week(), this);
}

} // namespace gridwarden::app
