// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/activities/activity_panel.h"

#include "app/activities/activity_labels.h"
#include "app/activities/activity_sums.h"
#include "app/cases/panel_text.h"
#include "app/text/activity_kind_name.h"
#include "app/text/days.h"
#include "app/workspace/icon.h"
#include "app/workspace/roomy_delegate.h"

#include <QDateEdit>
#include <QHeaderView>
#include <QKeyEvent>
#include <QPushButton>
#include <QTabWidget>
#include <QTimer>
#include <QToolButton>
#include <QTreeWidget>
#include <QVBoxLayout>

namespace gridwarden::app {

namespace {

constexpr int IdRole = Qt::UserRole;
constexpr int MostPlannedRows = 4; ///< that are seen without scrolling

QTreeWidget* makeList(const char* name, QWidget* parent) {
    auto* const list = new QTreeWidget(parent);
    list->setObjectName(QLatin1String(name));
    list->setColumnCount(2);
    list->setHeaderHidden(true);
    list->setRootIsDecorated(false);
    list->setUniformRowHeights(true);
    list->setAlternatingRowColors(true);
    list->setItemDelegate(new RoomyDelegate(list));
    list->header()->setStretchLastSection(false);
    list->header()->setSectionResizeMode(0, QHeaderView::Stretch);
    list->header()->setSectionResizeMode(1, QHeaderView::ResizeToContents);
    return list;
}

QTreeWidgetItem* addLine(QTreeWidget* list, const QString& what, const QString& count, qint64 id) {
    auto* const item = new QTreeWidgetItem(list, {what, count});
    item->setData(0, IdRole, id);
    item->setTextAlignment(1, Qt::AlignRight | Qt::AlignVCenter);
    item->setToolTip(0, what);
    return item;
}

QString line(const QString& kind, const QString& whereAndWho) {
    return whereAndWho.isEmpty() ? kind : kind + QStringLiteral(" · ") + whereAndWho;
}

qint64 currentId(const QTreeWidget* list) {
    return list->currentItem() == nullptr ? 0 : list->currentItem()->data(0, IdRole).toLongLong();
}

} // namespace

ActivityPanel::ActivityPanel(Workspace& workspace, QWidget* parent)
    : QWidget(parent), m_workspace(workspace), m_day(today()), m_today(m_day), m_places(new MarkedPoints(this)),
      m_tabs(new QTabWidget(this)), m_sums(new ActivitySums(workspace, this)), m_date(new QDateEdit(this)),
      m_form(new ActivityForm(workspace, this)), m_plannedTitle(makeLabel({}, TextSize::Body, /*isMuted=*/true, this)),
      m_planned(makeList("planned", this)),
      m_confirm(new QPushButton(icon(QLatin1String("calendar-check")), tr("Confirm"), this)),
      m_countedTitle(makeLabel({}, TextSize::Body, /*isMuted=*/true, this)), m_counted(makeList("counted", this)),
      m_empty(makeLabel(tr("Nothing counted on this day. Type a few letters above, or import a table."), TextSize::Body,
                        /*isMuted=*/true, this)),
      m_edit(new QPushButton(tr("Change"), this)),
      m_remove(new QPushButton(icon(QLatin1String("trash-2")), tr("Remove"), this)) {
    setObjectName(QStringLiteral("activityPanel"));
    build();
    connect(m_date, &QDateEdit::dateChanged, this, [this](QDate date) { setDay(dayOf(date)); });
    connect(m_form, &ActivityForm::placeWanted, this, &ActivityPanel::placeWanted);
    connect(m_form, &ActivityForm::pointChanged, this, &ActivityPanel::pointChanged);
    connect(m_confirm, &QPushButton::clicked, this, &ActivityPanel::confirm);
    connect(m_edit, &QPushButton::clicked, this, &ActivityPanel::edit);
    connect(m_remove, &QPushButton::clicked, this, &ActivityPanel::remove);
    connect(m_counted, &QTreeWidget::itemDoubleClicked, this, &ActivityPanel::edit);
    connect(m_planned, &QTreeWidget::itemDoubleClicked, this, &ActivityPanel::confirm);
    for (QTreeWidget* const list : {m_planned, m_counted}) {
        connect(list, &QTreeWidget::currentItemChanged, this, &ActivityPanel::followSelection);
        list->installEventFilter(this);
    }
    connect(m_tabs, &QTabWidget::currentChanged, this, &ActivityPanel::markPlaces);
    connect(m_sums, &ActivitySums::listedChanged, this, &ActivityPanel::markPlaces);
    connect(m_sums, &ActivitySums::entryWanted, this, &ActivityPanel::showEntry);
    connect(m_places, &MarkedPoints::clicked, this, &ActivityPanel::onPlaceClicked);
    connect(&workspace, &Workspace::districtOpened, this, &ActivityPanel::begin);
    connect(&workspace, &Workspace::districtClosed, this, [this] {
        m_activities.reset();
        markPlaces();
    });
    connect(&workspace, &Workspace::busyChanged, this, &ActivityPanel::refresh);
    connect(&workspace, &Workspace::changed, this, [this](const core::Touched& touched) {
        m_hasNewLists |= touched.everything || touched.activityLists || touched.people;
        if (touched.everything || touched.activityLists || touched.people || touched.areas ||
            !touched.activities.empty())
            refresh();
    });
    auto* const clock = new QTimer(this);
    connect(clock, &QTimer::timeout, this, &ActivityPanel::followMidnight);
    clock->start(std::chrono::minutes(1));
    begin();
}

void ActivityPanel::build() {
    auto* const whole = new QVBoxLayout(this);
    whole->setContentsMargins(0, 0, 0, 0);
    whole->addWidget(m_tabs);
    auto* const page = new QWidget(this);
    m_tabs->setObjectName(QStringLiteral("activityTabs"));
    m_tabs->setDocumentMode(true);
    m_tabs->addTab(page, tr("Day"));
    m_tabs->addTab(m_sums, icon(QLatin1String("sigma")), tr("Sums"));
    auto* const column = new QVBoxLayout(page);
    column->setContentsMargins(Gap, Gap, Gap, Gap);
    column->setSpacing(Gap);
    auto* const days = new QHBoxLayout;
    const auto addStep = [&](const char* name, const char* iconName, const QString& tip, int by) {
        auto* const button = new QToolButton(this);
        button->setObjectName(QLatin1String(name));
        button->setIcon(icon(QLatin1String(iconName)));
        button->setToolTip(tip);
        button->setAutoRaise(true);
        connect(button, &QToolButton::clicked, this, [this, by] { m_date->setDate(m_date->date().addDays(by)); });
        days->addWidget(button);
    };
    addStep("dayBefore", "arrow-left", tr("The day before"), -1);
    m_date->setObjectName(QStringLiteral("day"));
    m_date->setCalendarPopup(true);
    m_date->setDisplayFormat(QStringLiteral("yyyy-MM-dd ddd"));
    days->addWidget(m_date, 1);
    addStep("dayAfter", "arrow-right", tr("The day after"), 1);
    column->addLayout(days);
    column->addWidget(m_form);
    column->addWidget(m_plannedTitle);
    column->addWidget(m_planned);
    m_confirm->setObjectName(QStringLiteral("confirmPlanned"));
    m_confirm->setToolTip(tr("It was done as planned (Enter)"));
    column->addWidget(m_confirm, 0, Qt::AlignRight);
    m_countedTitle->setObjectName(QStringLiteral("countedTitle"));
    column->addWidget(m_countedTitle);
    column->addWidget(m_counted, 1);
    m_empty->setWordWrap(true);
    column->addWidget(m_empty);
    auto* const buttons = new QHBoxLayout;
    auto* const import = new QPushButton(icon(QLatin1String("upload")), tr("Import …"), this);
    import->setObjectName(QStringLiteral("importActivitiesButton"));
    connect(import, &QPushButton::clicked, this, &ActivityPanel::importWanted);
    m_edit->setObjectName(QStringLiteral("editActivity"));
    m_remove->setObjectName(QStringLiteral("removeActivity"));
    m_edit->setToolTip(tr("Change it (Enter)"));
    m_remove->setToolTip(tr("Take it out (Delete)"));
    buttons->addWidget(import);
    buttons->addStretch();
    buttons->addWidget(m_edit);
    buttons->addWidget(m_remove);
    column->addLayout(buttons);
}

core::Day ActivityPanel::today() const {
    const core::District* const district = m_workspace.district();
    return (district != nullptr ? district->timeZone() : core::TimeZone()).day(core::now());
}

void ActivityPanel::begin() {
    m_activities.reset();
    m_hasNewLists = true;
    m_today = today();
    const QSignalBlocker silent(m_date);
    m_date->setDate(dateOf(m_today));
    m_form->startNew();
    m_form->setPoint(std::nullopt);
    m_sums->begin(m_today);
    setDay(m_today);
}

void ActivityPanel::followMidnight() {
    const core::Day wasToday = std::exchange(m_today, today());
    if (m_day == wasToday && m_today != wasToday && m_form->shown().isNull())
        m_date->setDate(dateOf(m_today));
}

void ActivityPanel::showEvent(QShowEvent* event) {
    QWidget::showEvent(event);
    followMidnight();
    refresh();
}

void ActivityPanel::hideEvent(QHideEvent* event) {
    QWidget::hideEvent(event);
    markPlaces();
}

void ActivityPanel::setDay(core::Day day) {
    m_day = day;
    m_form->setDay(day);
    refresh();
}

void ActivityPanel::startCounting() {
    m_tabs->setCurrentIndex(0);
    followMidnight();
    if (m_form->shown().isNull())
        m_form->startNew();
    m_form->focusKind();
}

void ActivityPanel::setPoint(core::GeoPoint point) {
    m_tabs->setCurrentIndex(0);
    m_form->setPoint(point);
    m_form->focusKind();
}

/// Nothing is read before the panel is seen: opening a district need not wait for it.
void ActivityPanel::refresh() {
    core::District* const district = m_workspace.district();
    m_form->setEnabled(district != nullptr && !district->isReadOnly()); // one may go on typing while it is busy
    if (district == nullptr || !isVisible())
        return;
    if (!m_workspace.isBusy()) {
        if (auto activities = district->activities())
            m_activities = std::move(*activities);
        else
            m_workspace.notifyFault(activities.error());
    }
    if (std::exchange(m_hasNewLists, false))
        m_form->refreshLists();
    if (!m_form->shown().isNull() && (!m_activities || m_activities->find(m_form->shown()) == nullptr))
        m_form->startNew(); // it was taken out meanwhile
    if (m_activities) {
        fillPlanned(*district);
        fillCounted(*district);
    }
    m_sums->refresh();
    followSelection();
}

void ActivityPanel::fillPlanned(const core::District& district) {
    const qint64 chosen = currentId(m_planned);
    m_planned->clear();
    for (const core::ActivityPlan& plan : district.activityLists().plans()) {
        if (!plan.occursOn(m_day) || m_activities->isConfirmed(plan.id, m_day))
            continue;
        const QString what = line(kindName(district.activityLists(), plan.kind),
                                  whereAndWho(district.people(), plan.place, plan.organisation, plan.person));
        const QString count = plan.quantity ? countText(*plan.quantity, plan.unit, plan.people) : tr("how many?");
        auto* const item = addLine(m_planned, what, count, plan.id.value());
        if (plan.id.value() == chosen)
            m_planned->setCurrentItem(item);
    }
    const int rows = m_planned->topLevelItemCount();
    m_plannedTitle->setText(tr("Planned for this day"));
    for (QWidget* const part : std::initializer_list<QWidget*>{m_plannedTitle, m_planned, m_confirm})
        part->setVisible(rows > 0);
    if (rows == 0)
        return;
    if (m_planned->currentItem() == nullptr)
        m_planned->setCurrentItem(m_planned->topLevelItem(0));
    m_planned->setFixedHeight(std::min(rows, MostPlannedRows) * m_planned->sizeHintForRow(0) +
                              2 * m_planned->frameWidth() + SmallGap);
}

void ActivityPanel::fillCounted(const core::District& district) {
    const qint64 chosen = currentId(m_counted);
    m_counted->clear();
    const auto entries = m_activities->onDay(m_day);
    for (const core::Activity* const entry : entries) {
        const QString what = line(kindName(district.activityLists(), entry->kind),
                                  whereAndWho(district.people(), entry->place, entry->organisation, entry->person));
        auto* const item =
            addLine(m_counted, what, countText(entry->quantity, entry->unit, entry->people), entry->id.value());
        if (!entry->note.empty())
            item->setToolTip(0, what + u'\n' + QString::fromStdString(entry->note));
        if (entry->id.value() == chosen)
            m_counted->setCurrentItem(item);
    }
    m_countedTitle->setText(tr("Counted on this day: %1").arg(entries.size()));
    m_counted->setVisible(!entries.empty());
    m_empty->setVisible(entries.empty());
}

void ActivityPanel::followSelection() {
    const bool canWrite = m_workspace.canWrite();
    m_confirm->setEnabled(canWrite && currentId(m_planned) != 0);
    m_edit->setEnabled(canWrite && current() != nullptr);
    m_remove->setEnabled(canWrite && current() != nullptr);
    markPlaces();
}

// ── On the map ──

bool ActivityPanel::showsSums() const {
    return m_tabs->currentWidget() == m_sums;
}

void ActivityPanel::setSeen(bool isSeen) {
    m_isSeen = isSeen;
    markPlaces();
}

void ActivityPanel::markPlaces() {
    m_placed.clear();
    std::vector<core::GeoPoint> points;
    std::optional<std::size_t> selected;
    const core::ActivityId chosen = showsSums() ? m_sums->current() : core::ActivityId(currentId(m_counted));
    const auto add = [&](const core::Activity* entry) {
        if (entry == nullptr || !entry->point)
            return;
        if (entry->id == chosen)
            selected = points.size();
        points.push_back(*entry->point);
        m_placed.push_back(entry->id);
    };
    const bool isShown = isVisible() && m_isSeen && m_activities;
    if (isShown && showsSums())
        for (const core::ActivityId id : m_sums->listed())
            add(m_activities->find(id));
    else if (isShown)
        for (const core::Activity* const entry : m_activities->onDay(m_day))
            add(entry);
    m_places->setPoints(std::move(points), showsSums() ? tr("Work of the period") : tr("Work of the day"), selected);
}

void ActivityPanel::onPlaceClicked(std::size_t place) {
    const core::ActivityId id = m_placed[place];
    if (showsSums())
        m_sums->choose(id);
    else
        showEntry(id);
}

void ActivityPanel::showEntries(core::Period period, std::vector<core::ActivityId> entries) {
    m_tabs->setCurrentWidget(m_sums);
    m_sums->list(period, std::move(entries));
}

void ActivityPanel::showEntry(core::ActivityId id) {
    const core::Activity* const entry = m_activities ? m_activities->find(id) : nullptr;
    if (entry == nullptr)
        return;
    m_date->setDate(dateOf(entry->time.day()));
    m_tabs->setCurrentIndex(0);
    for (int i = 0; i < m_counted->topLevelItemCount(); ++i)
        if (QTreeWidgetItem* const item = m_counted->topLevelItem(i);
            item->data(0, IdRole).toLongLong() == id.value()) {
            m_counted->setCurrentItem(item);
            m_counted->scrollToItem(item);
            m_counted->setFocus();
        }
}

const core::Activity* ActivityPanel::current() const {
    return m_activities ? m_activities->find(core::ActivityId(currentId(m_counted))) : nullptr;
}

void ActivityPanel::confirm() {
    core::District* const district = m_workspace.district();
    if (district == nullptr || !m_workspace.canWrite())
        return;
    const core::ActivityPlan* const plan = district->activityLists().find(core::ActivityPlanId(currentId(m_planned)));
    if (plan == nullptr)
        return;
    if (plan->quantity) {
        if (const auto confirmed = core::confirmPlanned(*district, m_workspace.actor(), plan->id, m_day); !confirmed)
            m_workspace.notifyFault(confirmed.error());
        return;
    }
    m_form->show(core::plannedActivity(*plan));
}

void ActivityPanel::edit() {
    if (const core::Activity* const activity = current(); activity != nullptr && m_workspace.canWrite())
        m_form->show(*activity);
}

void ActivityPanel::remove() {
    core::District* const district = m_workspace.district();
    const core::Activity* const activity = current();
    if (district == nullptr || activity == nullptr || !m_workspace.canWrite())
        return;
    if (const auto removed = core::removeActivity(*district, m_workspace.actor(), activity->id); !removed)
        m_workspace.notifyFault(removed.error());
}

bool ActivityPanel::eventFilter(QObject* watched, QEvent* event) {
    if (event->type() != QEvent::KeyPress)
        return false;
    const int key = static_cast<QKeyEvent*>(event)->key();
    const bool isEnter = key == Qt::Key_Return || key == Qt::Key_Enter;
    if (watched == m_planned && isEnter)
        confirm();
    else if (watched == m_counted && isEnter)
        edit();
    else if (watched == m_counted && key == Qt::Key_Delete)
        remove();
    else
        return false;
    return true;
}

} // namespace gridwarden::app
