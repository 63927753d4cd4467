// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/activities/activity_sums.h"

#include "app/activities/activity_labels.h"
#include "app/cases/period_stepper.h"
#include "app/cases/panel_text.h"
#include "app/text/activity_kind_name.h"
#include "app/text/message_text.h"
#include "app/workspace/icon.h"
#include "app/workspace/prompts.h"
#include "app/workspace/roomy_delegate.h"
#include "app/workspace/work_beside.h"

#include <QApplication>
#include <QClipboard>
#include <QComboBox>
#include <QFileInfo>
#include <QHeaderView>
#include <QKeyEvent>
#include <QLocale>
#include <QPointer>
#include <QPushButton>
#include <QTreeWidget>
#include <QVBoxLayout>

namespace gridwarden::app {

namespace {

enum Column { What, Quantity, People, Entries, ColumnCount };
constexpr int GroupRole = Qt::UserRole,
              LineRole = Qt::UserRole + 1; // positions in the table; a group alone has no line
constexpr int IdRole = Qt::UserRole;
constexpr std::size_t MostListed = 1000; // rows of the list; all of them are counted

QString countText(std::int64_t count) {
    return count == 0 ? QString() : QLocale().toString(static_cast<qlonglong>(count));
}

QString quantityWords(const SumLine& line) {
    return QStringLiteral("%1 %2").arg(QLocale().toString(line.quantity, 'g', 12), line.unit);
}

} // namespace

ActivitySums::ActivitySums(Workspace& workspace, QWidget* parent)
    : QWidget(parent), m_workspace(workspace), m_period(new PeriodStepper(this)), m_by(new QComboBox(this)),
      m_sums(new QTreeWidget(this)), m_total(makeLabel({}, TextSize::Body, /*isMuted=*/false, this)),
      m_entriesTitle(makeLabel({}, TextSize::Body, /*isMuted=*/true, this)), m_entries(new QTreeWidget(this)),
      m_export(new QPushButton(icon(QLatin1String("download")), tr("Export …"), this)) {
    setObjectName(QStringLiteral("activitySums"));
    build();
    connect(m_period, &PeriodStepper::periodChanged, this, &ActivitySums::refresh);
    connect(m_by, &QComboBox::currentIndexChanged, this, &ActivitySums::refresh);
    connect(m_sums, &QTreeWidget::currentItemChanged, this, &ActivitySums::listEntries);
    connect(m_sums, &QTreeWidget::itemClicked, this, &ActivitySums::listEntries); // another number of the same row
    connect(m_entries, &QTreeWidget::currentItemChanged, this, &ActivitySums::listedChanged);
    connect(m_entries, &QTreeWidget::itemDoubleClicked, this, [this] { emit entryWanted(current()); });
    connect(m_export, &QPushButton::clicked, this, &ActivitySums::exportSums);
    m_entries->installEventFilter(this);
}

void ActivitySums::build() {
    auto* const column = new QVBoxLayout(this);
    column->setContentsMargins(Gap, Gap, Gap, Gap);
    column->setSpacing(Gap);
    column->addWidget(m_period);
    auto* const choice = new QHBoxLayout;
    auto* const by = makeLabel(tr("By"), TextSize::Body, /*isMuted=*/true, this);
    by->setBuddy(m_by);
    m_by->setObjectName(QStringLiteral("sumsBy"));
    for (const QString& name : {tr("Kind of work"), tr("Organisation"), tr("Person")})
        m_by->addItem(name);
    choice->addWidget(by);
    choice->addWidget(m_by, 1);
    column->addLayout(choice);
    m_sums->setObjectName(QStringLiteral("sums"));
    m_sums->setHeaderLabels({tr("Work"), tr("Quantity"), tr("People"), tr("Entries")});
    m_sums->setIndentation(12);
    m_entries->setObjectName(QStringLiteral("sumEntries"));
    m_entries->setColumnCount(2);
    m_entries->setHeaderHidden(true);
    m_entries->setRootIsDecorated(false);
    m_entries->setToolTip(tr("Enter or a double click shows an entry on its day"));
    for (QTreeWidget* const list : {m_sums, m_entries}) {
        list->setUniformRowHeights(true);
        list->setAlternatingRowColors(true);
        list->header()->setStretchLastSection(false);
        list->header()->setMinimumSectionSize(24);
        list->setItemDelegate(new RoomyDelegate(list));
        list->header()->setSectionResizeMode(QHeaderView::ResizeToContents);
        list->header()->setSectionResizeMode(0, QHeaderView::Stretch);
    }
    for (int number = Quantity; number < ColumnCount; ++number)
        m_sums->headerItem()->setTextAlignment(number, Qt::AlignRight | Qt::AlignVCenter);
    column->addWidget(m_sums, 3);
    m_total->setObjectName(QStringLiteral("sumsTotal"));
    m_total->setWordWrap(true);
    column->addWidget(m_total);
    column->addWidget(m_entriesTitle);
    column->addWidget(m_entries, 2);
    auto* const buttons = new QHBoxLayout;
    auto* const copyButton = new QPushButton(icon(QLatin1String("copy")), tr("Copy"), this);
    copyButton->setObjectName(QStringLiteral("copySums"));
    copyButton->setToolTip(tr("The sums with their headings, for a spreadsheet (Ctrl+C)"));
    connect(copyButton, &QPushButton::clicked, this, &ActivitySums::copy);
    m_export->setObjectName(QStringLiteral("exportSums"));
    m_export->setToolTip(tr("The sums as a workbook or a text table"));
    buttons->addStretch();
    buttons->addWidget(copyButton);
    buttons->addWidget(m_export);
    column->addLayout(buttons);
}

void ActivitySums::begin(core::Day day) {
    m_period->setDay(day);
}

void ActivitySums::showEvent(QShowEvent* event) {
    QWidget::showEvent(event);
    refresh();
}

void ActivitySums::refresh() {
    core::District* const district = m_workspace.district();
    if (district == nullptr || !isVisible() || m_workspace.isBusy())
        return;
    auto activities = district->activities();
    if (!activities)
        return m_workspace.notifyFault(activities.error());
    m_activities = std::move(*activities);
    const core::ActivityContext context{.activities = m_activities.get(),
                                        .lists = &district->activityLists(),
                                        .areas = &district->areas(),
                                        .people = &district->people(),
                                        .gridsOf = {}};
    m_table = sumActivities(context, m_period->period(), static_cast<SumsBy>(m_by->currentIndex()));
    fillSums();
    listEntries();
}

void ActivitySums::fillSums() {
    const QSignalBlocker silent(m_sums);
    m_sums->clear();
    const bool isGrouped = m_table.by != SumsBy::Kind;
    m_sums->setRootIsDecorated(isGrouped);
    const auto fill = [](QTreeWidgetItem& item, const QString& what, const QString& quantity, std::int64_t people,
                         std::int64_t entries) {
        const QStringList texts = {what, quantity, countText(people), countText(entries)};
        for (int i = 0; i < texts.size(); ++i) {
            item.setText(i, texts[i]);
            item.setToolTip(i, texts[i]);
            item.setTextAlignment(i, (i == What ? Qt::AlignLeft : Qt::AlignRight) | Qt::AlignVCenter);
        }
    };
    for (std::size_t g = 0; g < m_table.groups.size(); ++g) {
        const SumGroup& group = m_table.groups[g];
        QTreeWidgetItem* above = m_sums->invisibleRootItem();
        if (isGrouped) {
            above = new QTreeWidgetItem(m_sums);
            fill(*above, group.name, {}, group.people, group.entries);
            above->setData(0, GroupRole, static_cast<qulonglong>(g));
            above->setExpanded(true);
        }
        for (std::size_t i = 0; i < group.lines.size(); ++i) {
            const SumLine& line = group.lines[i];
            auto* const item = new QTreeWidgetItem(above);
            fill(*item, line.kind, quantityWords(line), line.people, line.entries);
            item->setData(0, GroupRole, static_cast<qulonglong>(g));
            item->setData(0, LineRole, static_cast<qulonglong>(i));
        }
    }
    const SumGroup& all = m_table.all;
    m_total->setText(all.entries == 0 ? tr("Nothing was counted in this period.")
                     : all.people == 0
                         ? tr("All: %1 entries").arg(countText(all.entries))
                         : tr("All: %1 entries, %2 people").arg(countText(all.entries), countText(all.people)));
    m_export->setEnabled(all.entries > 0);
}

/// Those behind the number that was clicked; of the number of people those that give one; without a choice all.
std::vector<core::ActivityId> ActivitySums::chosenRecords() const {
    const QTreeWidgetItem* const item = m_sums->currentItem();
    std::vector<core::ActivityId> records = m_table.all.records;
    if (item != nullptr) {
        const SumGroup& group = m_table.groups[item->data(0, GroupRole).toULongLong()];
        const QVariant line = item->data(0, LineRole);
        records = line.isValid() ? group.lines[line.toULongLong()].records : group.records;
        if (m_sums->currentColumn() == People)
            std::erase_if(records, [this](core::ActivityId id) { return !m_activities->find(id)->people; });
    }
    return records;
}

void ActivitySums::listEntries() {
    const core::District* const district = m_workspace.district();
    if (district == nullptr || !m_activities)
        return;
    list(chosenRecords());
}

void ActivitySums::list(core::Period period, std::vector<core::ActivityId> entries) {
    m_period->setPeriod(period);
    if (!m_activities) // busy
        return;
    std::erase_if(entries, [this](core::ActivityId id) { return m_activities->find(id) == nullptr; });
    m_sums->setCurrentItem(nullptr);
    list(std::move(entries));
}

void ActivitySums::list(std::vector<core::ActivityId> entries) {
    const core::District* const district = m_workspace.district();
    m_listed = std::move(entries);
    std::stable_sort(m_listed.begin(), m_listed.end(), [this](core::ActivityId a, core::ActivityId b) {
        return m_activities->find(a)->time.first < m_activities->find(b)->time.first;
    });
    const QSignalBlocker silent(m_entries);
    m_entries->clear();
    for (std::size_t i = 0; i < m_listed.size() && i < MostListed; ++i) {
        const core::Activity& entry = *m_activities->find(m_listed[i]);
        QStringList words = {QString::fromStdString(core::dayText(entry.time.day())),
                             kindName(district->activityLists(), entry.kind)};
        if (const QString where = whereAndWho(district->people(), entry.place, entry.organisation, entry.person);
            !where.isEmpty())
            words << where;
        auto* const item = new QTreeWidgetItem(
            m_entries, {words.join(QStringLiteral(" · ")), app::countText(entry.quantity, entry.unit, entry.people)});
        item->setTextAlignment(1, Qt::AlignRight | Qt::AlignVCenter);
        item->setToolTip(0, item->text(0));
        item->setData(0, IdRole, static_cast<qlonglong>(entry.id.value()));
    }
    const QString count = QLocale().toString(static_cast<qlonglong>(m_listed.size()));
    m_entriesTitle->setText(m_listed.size() <= MostListed
                                ? tr("Entries behind it: %1").arg(count)
                                : tr("Entries behind it: %1; the first %2 are listed")
                                      .arg(count, QLocale().toString(static_cast<qlonglong>(MostListed))));
    emit listedChanged();
}

core::ActivityId ActivitySums::current() const {
    const QTreeWidgetItem* const item = m_entries->currentItem();
    return core::ActivityId(item == nullptr ? 0 : item->data(0, IdRole).toLongLong());
}

void ActivitySums::choose(core::ActivityId id) {
    for (int i = 0; i < m_entries->topLevelItemCount(); ++i)
        if (m_entries->topLevelItem(i)->data(0, IdRole).toLongLong() == id.value())
            m_entries->setCurrentItem(m_entries->topLevelItem(i));
}

void ActivitySums::copy() {
    QApplication::clipboard()->setText(tabbedText(m_table));
}

void ActivitySums::exportSums() {
    const core::District* const district = m_workspace.district();
    if (district == nullptr)
        return;
    QString file = prompts().fileToSave(this, tr("Export the sums"), tr("activities.xlsx"),
                                        tr("Workbooks (*.xlsx);;Text tables (*.csv)"));
    if (file.isEmpty())
        return;
    const bool isComplete = !QFileInfo(file).suffix().isEmpty(); // about which the dialog has asked
    if (!isComplete)
        file += QStringLiteral(".xlsx");
    const auto written = std::make_shared<core::Result<void>>();
    const auto write = [written, table = m_table, file, zone = district->timeZone(), isComplete](const Jobs::Progress&) {
        *written = writeSums(table, file.toStdString(), zone, /*overwrite=*/isComplete);
    };
    const auto tell = [written, file, workspace = QPointer<Workspace>(&m_workspace)] {
        if (workspace && !*written)
            workspace->notifyFault(written->error());
        else if (workspace)
            workspace->notify(NoticeKind::Note, tr("The sums were written to %1.").arg(file));
    };
    workBeside(m_workspace, tr("Writing %1").arg(QFileInfo(file).fileName()), write, tell, Workspace::AtOnce);
}

void ActivitySums::keyPressEvent(QKeyEvent* event) {
    if (event->matches(QKeySequence::Copy))
        copy();
    else
        QWidget::keyPressEvent(event);
}

bool ActivitySums::eventFilter(QObject* watched, QEvent* event) {
    if (watched != m_entries || event->type() != QEvent::KeyPress || current().isNull())
        return false;
    const int key = static_cast<QKeyEvent*>(event)->key();
    if (key != Qt::Key_Return && key != Qt::Key_Enter)
        return false;
    emit entryWanted(current());
    return true;
}

} // namespace gridwarden::app
