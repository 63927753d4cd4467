// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/activities/activity_import_dialog.h"

#include "app/activities/activity_labels.h"
#include "app/cases/case_labels.h"
#include "app/cases/panel_text.h"
#include "app/text/activity_kind_name.h"
#include "app/text/message_text.h"
#include "app/workspace/newest_work.h"
#include "app/workspace/prompts.h"
#include "app/workspace/roomy_delegate.h"

#include <QCheckBox>
#include <QComboBox>
#include <QDialogButtonBox>
#include <QFileInfo>
#include <QHeaderView>
#include <QPointer>
#include <QPushButton>
#include <QTabWidget>
#include <QTableWidget>
#include <QTreeWidget>
#include <QVBoxLayout>

namespace gridwarden::app {

namespace {

constexpr std::size_t MostShown = 500; ///< rows of the lists; all of them count
constexpr const char* KindPrefix = "kind:";

std::filesystem::path toPath(const QString& path) {
    return std::filesystem::path(path.toStdU16String());
}

QString targetName(gis::ActivityTarget target) {
    switch (target) {
    case gis::ActivityTarget::Kind:
        return ActivityImportDialog::tr("Kind of work");
    case gis::ActivityTarget::Quantity:
        return ActivityImportDialog::tr("Quantity");
    case gis::ActivityTarget::Unit:
        return ActivityImportDialog::tr("Unit");
    case gis::ActivityTarget::People:
        return ActivityImportDialog::tr("People");
    case gis::ActivityTarget::Day:
        return ActivityImportDialog::tr("Day, or the first one");
    case gis::ActivityTarget::To:
        return ActivityImportDialog::tr("Last day");
    case gis::ActivityTarget::Place:
        return ActivityImportDialog::tr("Place in words");
    case gis::ActivityTarget::Description:
        return ActivityImportDialog::tr("Description");
    case gis::ActivityTarget::Longitude:
        return ActivityImportDialog::tr("Longitude");
    case gis::ActivityTarget::Latitude:
        return ActivityImportDialog::tr("Latitude");
    case gis::ActivityTarget::Area:
        return ActivityImportDialog::tr("Code of the grid");
    case gis::ActivityTarget::Organisation:
        return ActivityImportDialog::tr("Organisation");
    case gis::ActivityTarget::Person:
        return ActivityImportDialog::tr("Person");
    case gis::ActivityTarget::Note:
        return ActivityImportDialog::tr("Note");
    }
    return {};
}

QTreeWidget* makeList(const char* name, const QStringList& headings, QWidget* parent) {
    auto* const list = new QTreeWidget(parent);
    list->setObjectName(QLatin1String(name));
    list->setHeaderLabels(headings);
    list->setRootIsDecorated(false);
    list->setUniformRowHeights(true);
    list->setAlternatingRowColors(true);
    list->setItemDelegate(new RoomyDelegate(list));
    return list;
}

} // namespace

/// What a look at the table found; written by the worker, read here when it has ended.
struct ActivityImportDialog::Trial {
    core::Result<gis::TableColumns> columns;
    core::Result<gis::ActivityImportReport> report;
    gis::ActivityMapping guess;
};

ActivityImportDialog::ActivityImportDialog(Workspace& workspace, const QString& file, QWidget* parent)
    : QDialog(parent), m_workspace(workspace), m_looking(new NewestWork(workspace, this)), m_file(file), m_columns(new QTableWidget(this)),
      m_fillDown(new QCheckBox(tr("Empty cells are those of the row above (merged cells)"), this)),
      m_summary(makeLabel(tr("Reading …"), TextSize::Body, /*isMuted=*/false, this)), m_tabs(new QTabWidget(this)),
      m_counted(makeList("toBeCounted", {tr("Day"), tr("Work"), tr("Quantity"), tr("Place and people")}, this)),
      m_problems(makeList("problems", {tr("Row"), tr("Column"), tr("What was found")}, this)), m_import(nullptr) {
    setObjectName(QStringLiteral("activityImport"));
    setAttribute(Qt::WA_DeleteOnClose);
    setWindowTitle(tr("Import activities from %1").arg(QFileInfo(file).fileName()));
    build();
    connect(m_fillDown, &QCheckBox::toggled, this, &ActivityImportDialog::look);
    connect(m_import, &QPushButton::clicked, this, &ActivityImportDialog::import);
    connect(&workspace, &Workspace::districtClosed, this, &QDialog::close);
    look();
}

void ActivityImportDialog::build() {
    auto* const column = new QVBoxLayout(this);
    m_columns->setObjectName(QStringLiteral("columns"));
    m_columns->setColumnCount(3);
    m_columns->setHorizontalHeaderLabels({tr("Column"), tr("For instance"), tr("Means")});
    m_columns->verticalHeader()->hide();
    m_columns->setEditTriggers(QAbstractItemView::NoEditTriggers);
    m_columns->setSelectionMode(QAbstractItemView::NoSelection);
    m_columns->horizontalHeader()->setSectionResizeMode(QHeaderView::Stretch);
    m_columns->horizontalHeader()->setDefaultAlignment(Qt::AlignLeft | Qt::AlignVCenter);
    m_columns->horizontalHeader()->setHighlightSections(false);
    column->addWidget(m_columns, 2);
    m_fillDown->setObjectName(QStringLiteral("fillDown"));
    column->addWidget(m_fillDown);
    m_summary->setObjectName(QStringLiteral("summary"));
    m_summary->setWordWrap(true);
    column->addWidget(m_summary);
    m_tabs->addTab(m_counted, tr("To be counted"));
    m_tabs->addTab(m_problems, tr("Refused and noted"));
    column->addWidget(m_tabs, 3);
    auto* const buttons = new QDialogButtonBox(QDialogButtonBox::Close, this);
    m_import = buttons->addButton(tr("Import"), QDialogButtonBox::AcceptRole);
    m_import->setObjectName(QStringLiteral("import"));
    m_import->setEnabled(false);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::close);
    column->addWidget(buttons);
    resize(860, 640);
}

gis::ActivityImportOptions ActivityImportDialog::options() const {
    gis::ActivityImportOptions options;
    options.fillDown = m_fillDown->isChecked();
    for (int row = 0; row < m_columns->rowCount(); ++row) {
        const auto* const meaning = qobject_cast<const QComboBox*>(m_columns->cellWidget(row, 2));
        const std::string chosen = meaning->currentData().toString().toStdString();
        const std::string field = m_columns->item(row, 0)->data(Qt::UserRole).toString().toStdString();
        if (chosen.starts_with(KindPrefix))
            options.mapping.counted[field] = chosen.substr(std::string_view(KindPrefix).size());
        else if (const auto target = gis::activityTargetFromKey(chosen))
            options.mapping.values[*target].fields.push_back(field);
    }
    return options;
}

void ActivityImportDialog::look() {
    m_import->setEnabled(false);
    if (m_workspace.isBusy())
        m_summary->setText(text(m_workspace.whyBusy()));
    const auto trial = std::make_shared<Trial>();
    const bool isFirst = !m_hasColumns;
    m_looking->ask(
        tr("Reading %1").arg(QFileInfo(m_file).fileName()),
        [trial, isFirst, wanted = options(), path = toPath(m_file)](core::District& district,
                                                                    const Jobs::Progress& progress) {
            gis::ActivityImportOptions looked = wanted;
            if (isFirst) {
                trial->columns = gis::activityColumns(path, looked);
                if (trial->columns)
                    trial->guess = looked.mapping =
                        gis::guessActivityMapping(trial->columns->names, district.activityLists());
            }
            if (trial->columns)
                trial->report = gis::readActivities(district, path, looked, progress);
        },
        [this, trial] { showTrial(*trial); });
}

void ActivityImportDialog::showTrial(const Trial& trial) {
    if (!m_hasColumns && trial.columns)
        showColumns(*trial.columns, trial.guess);
    m_counted->clear();
    m_problems->clear();
    const core::Error* const error = !trial.columns  ? &trial.columns.error()
                                     : !trial.report ? &trial.report.error()
                                                     : nullptr;
    setTextColour(m_summary, error != nullptr ? faultColour(palette()) : palette().color(QPalette::WindowText));
    if (error == nullptr)
        showReport(*trial.report);
    else if (error->what.key == "mapping-needs")
        m_summary->setText(tr("Say in the table above which column has the day, and which one has the kinds of work or "
                              "the number of one kind."));
    else
        m_summary->setText(text(*error));
}

void ActivityImportDialog::showColumns(const gis::TableColumns& columns, const gis::ActivityMapping& mapping) {
    m_hasColumns = true;
    m_columns->setRowCount(static_cast<int>(columns.names.size()));
    for (int row = 0; row < m_columns->rowCount(); ++row) {
        const auto at = static_cast<std::size_t>(row);
        const QString name = QString::fromStdString(columns.names[at]);
        auto* const cell = new QTableWidgetItem(name);
        cell->setData(Qt::UserRole, name);
        m_columns->setItem(row, 0, cell);
        m_columns->setItem(row, 1, new QTableWidgetItem(QString::fromStdString(columns.samples[at])));
        auto* const meaning = new QComboBox(m_columns);
        meaning->setObjectName(QStringLiteral("means") + QString::number(row));
        meaning->addItem(tr("nothing"), QString());
        for (const gis::ActivityTarget target : gis::AllActivityTargets) {
            const std::string key(gis::activityTargetKey(target));
            meaning->addItem(targetName(target), QString::fromStdString(key));
            const auto mapped = mapping.values.find(target);
            if (mapped != mapping.values.end() && std::find(mapped->second.fields.begin(), mapped->second.fields.end(),
                                                            columns.names[at]) != mapped->second.fields.end())
                meaning->setCurrentIndex(meaning->count() - 1);
        }
        meaning->insertSeparator(meaning->count());
        const auto counted = mapping.counted.find(columns.names[at]);
        for (const core::ActivityKind& kind : m_workspace.district()->activityLists().kinds()) {
            meaning->addItem(tr("Number of: %1").arg(kindName(kind)), QString::fromStdString(KindPrefix + kind.key));
            if (counted != mapping.counted.end() && counted->second == kind.key)
                meaning->setCurrentIndex(meaning->count() - 1);
        }
        connect(meaning, &QComboBox::currentIndexChanged, this, &ActivityImportDialog::look);
        m_columns->setCellWidget(row, 2, meaning);
    }
}

void ActivityImportDialog::showReport(const gis::ActivityImportReport& report) {
    const core::District& district = *m_workspace.district();
    m_summary->setText(tr("%1 rows give %2 activities. Refused: %3. Left out: %4, of these totals: %5.")
                           .arg(report.read)
                           .arg(report.activities.size())
                           .arg(report.rejected)
                           .arg(report.leftOut)
                           .arg(report.totals));
    for (std::size_t i = 0; i < report.activities.size() && i < MostShown; ++i) {
        const core::Activity& activity = report.activities[i];
        new QTreeWidgetItem(m_counted,
                            {QString::fromStdString(core::dayText(activity.time.day())),
                             kindName(district.activityLists(), activity.kind),
                             countText(activity.quantity, activity.unit, activity.people),
                             whereAndWho(district.people(), activity.place, activity.organisation, activity.person)});
    }
    for (std::size_t i = 0; i < report.problems.size() && i < MostShown; ++i) {
        const gis::ImportProblem& problem = report.problems[i];
        const QString what = text(problem.reason);
        auto* const item =
            new QTreeWidgetItem(m_problems, {QString::number(problem.row), QString::fromStdString(problem.field),
                                             problem.isRefused ? tr("Refused: %1").arg(what) : what});
        item->setToolTip(2, item->text(2));
    }
    for (QTreeWidget* const list : {m_counted, m_problems})
        for (int i = 0; i + 1 < list->columnCount(); ++i)
            list->resizeColumnToContents(i);
    m_tabs->setTabText(1, tr("Refused and noted (%1)").arg(report.problems.size()));
    m_import->setEnabled(!report.activities.empty() && m_workspace.canWrite());
}

void ActivityImportDialog::import() {
    const auto done = std::make_shared<core::Result<gis::ActivityImportReport>>();
    m_import->setEnabled(false);
    const auto begun = m_workspace.run(
        tr("Importing %1").arg(QFileInfo(m_file).fileName()),
        [done, wanted = options(), path = toPath(m_file), actor = m_workspace.actor()](core::District& district,
                                                                                       const Jobs::Progress& progress) {
            *done = gis::importActivities(district, actor, path, wanted, progress);
        },
        [self = QPointer<ActivityImportDialog>(this), &workspace = m_workspace, done] {
            if (!*done) {
                if (self != nullptr)
                    self->m_import->setEnabled(workspace.canWrite()); // for another try
                if (done->error().code != core::ErrorCode::Cancelled)
                    workspace.notifyFault(done->error());
                return;
            }
            workspace.notify(NoticeKind::Note, tr("%1 activities were imported, %2 rows refused. Undo takes them back.")
                                                   .arg((*done)->activities.size())
                                                   .arg((*done)->rejected));
            if (self != nullptr)
                self->close();
        });
    if (!begun)
        m_import->setEnabled(true);
}

void openActivityImport(Workspace& workspace, QWidget* parent, const QString& given) {
    if (!workspace.canWrite())
        return;
    const QString file =
        given.isEmpty() ? prompts().fileToOpen(
                              parent, ActivityImportDialog::tr("Import activities"),
                              ActivityImportDialog::tr("Tables (*.xlsx *.xls *.ods *.csv *.tsv *.txt);;All files (*)"))
                        : given;
    if (!file.isEmpty())
        (new ActivityImportDialog(workspace, file, parent))->show();
}

} // namespace gridwarden::app
