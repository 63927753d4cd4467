// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cases/import_run_page.h"

#include "app/cases/case_labels.h"
#include "app/cases/category_field.h"
#include "app/cases/import_tables.h"
#include "app/cases/panel_text.h"
#include "app/text/message_text.h"
#include "app/workspace/prompts.h"

#include <QCheckBox>
#include <QComboBox>
#include <QDir>
#include <QFileInfo>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QLocale>
#include <QProgressBar>
#include <QPushButton>
#include <QTableView>
#include <QTableWidget>

namespace gridwarden::app {

namespace {

using Work = CaseImportSession::Work;
enum UnknownColumn { TextColumn, RowsColumn, ChoiceColumn, UnknownColumnCount };

template <class Number> QString number(Number value) { return QLocale().toString(static_cast<qlonglong>(value)); }

void restrain(QAbstractItemView* view) { view->setEditTriggers(QAbstractItemView::NoEditTriggers); }

} // namespace

ImportRunPage::ImportRunPage(CaseImportSession& session, QWidget* parent)
    : QWidget(parent), m_session(session), m_trial(makeLabel({}, TextSize::Body, /*isMuted=*/false, this)),
      m_choices(new QWidget(this)), m_duplicates(new QComboBox(m_choices)), m_unknownPart(new QWidget(this)), m_unknownTitle(makeLabel({}, TextSize::Body, false, this)),
      m_unknown(new QTableWidget(0, UnknownColumnCount, this)), m_category(new CategoryField(this)),
      m_newCategories(new QCheckBox(tr("Make local categories of those left over"), this)), m_runPart(new QWidget(this)),
      m_progress(new QProgressBar(this)), m_cancel(new QPushButton(tr("Cancel"), this)), m_check(new QPushButton(tr("Check again"), this)),
      m_run(new QPushButton(tr("Import"), this)), m_fault(makeLabel({}, TextSize::Body, false, this)), m_resultPart(new QWidget(this)),
      m_result(makeLabel({}, TextSize::Body, false, this)), m_undoHint(makeLabel({}, TextSize::Body, true, this)),
      m_problems(new QTableView(this)), m_problemRows(new ProblemsModel(this)),
      m_saveRejected(new QPushButton(tr("Save the refused rows …"), this)) {
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(12, 12, 12, 12);
    column->setSpacing(Gap);
    m_trial->setObjectName(QStringLiteral("trial"));
    m_trial->setWordWrap(true);
    column->addWidget(m_trial);
    buildChoices();
    m_fault->setObjectName(QStringLiteral("runFault"));
    m_fault->setWordWrap(true);
    m_fault->hide();
    column->addWidget(m_fault);
    auto* row = new QHBoxLayout(m_runPart);
    row->setContentsMargins(0, 0, 0, 0);
    row->addWidget(m_progress, 1);
    row->addWidget(m_cancel);
    row->addStretch();
    row->addWidget(m_check);
    row->addWidget(m_run);
    m_run->setObjectName(QStringLiteral("runImport"));
    m_check->setObjectName(QStringLiteral("checkImport"));
    m_cancel->setObjectName(QStringLiteral("cancelImport"));
    m_progress->setRange(0, 1000);
    column->addWidget(m_runPart);
    buildResult();
    column->addStretch();

    connect(m_check, &QPushButton::clicked, this, [this] { m_session.check(); });
    connect(m_run, &QPushButton::clicked, this, [this] { m_session.run(); });
    connect(m_cancel, &QPushButton::clicked, this, [this] { m_session.cancel(); });
    connect(&session, &CaseImportSession::workChanged, this, &ImportRunPage::followWork);
    connect(&session, &CaseImportSession::progressed, this, [this](double share) { m_progress->setValue(static_cast<int>(share * 1000)); });
    connect(&session, &CaseImportSession::failed, this, [this](const QString& reason) {
        setTextColour(m_fault, faultColour(palette()));
        m_fault->setText(reason);
        m_fault->show();
    });
    connect(&session, &CaseImportSession::rejectedSaved, this, [this](const QString& target) {
        m_undoHint->setText(tr("The refused rows are in %1. Correct them there and import that file.").arg(target));
    });
    followWork();
}

void ImportRunPage::buildChoices() {
    auto* column = static_cast<QVBoxLayout*>(layout());
    auto* duplicates = new QHBoxLayout(m_choices);
    duplicates->setContentsMargins(0, 0, 0, 0);
    duplicates->setSpacing(12);
    auto* label = makeLabel(tr("Numbers that the district already has"), TextSize::Body, /*isMuted=*/true, m_choices);
    label->setBuddy(m_duplicates);
    duplicates->addWidget(label);
    m_duplicates->setObjectName(QStringLiteral("onDuplicate"));
    m_duplicates->addItem(tr("refuse the row"), static_cast<int>(core::OnDuplicate::Reject));
    m_duplicates->addItem(tr("update the case"), static_cast<int>(core::OnDuplicate::Update));
    m_duplicates->addItem(tr("pass over it"), static_cast<int>(core::OnDuplicate::Skip));
    duplicates->addWidget(m_duplicates);
    duplicates->addStretch();
    column->addWidget(m_choices);
    connect(m_duplicates, &QComboBox::activated, this, [this] {
        const auto choice = static_cast<core::OnDuplicate>(m_duplicates->currentData().toInt());
        m_session.setOnDuplicate(choice);
    });

    auto* part = new QVBoxLayout(m_unknownPart);
    part->setContentsMargins(0, 0, 0, 0);
    part->setSpacing(SmallGap);
    m_unknownTitle->setObjectName(QStringLiteral("unknownTitle"));
    part->addWidget(m_unknownTitle);
    m_unknown->setObjectName(QStringLiteral("unknownCategories"));
    m_unknown->setHorizontalHeaderLabels({tr("Text in the source"), tr("Rows"), tr("Taken as")});
    m_unknown->setSelectionBehavior(QAbstractItemView::SelectRows);
    m_unknown->verticalHeader()->hide();
    m_unknown->verticalHeader()->setDefaultSectionSize(fontMetrics().height() + Gap);
    m_unknown->horizontalHeader()->setStretchLastSection(true);
    m_unknown->setColumnWidth(TextColumn, 280);
    m_unknown->setMaximumHeight(8 * (fontMetrics().height() + Gap));
    restrain(m_unknown);
    part->addWidget(m_unknown);
    auto* assign = new QHBoxLayout;
    assign->setSpacing(12);
    assign->addWidget(makeLabel(tr("Take the selected texts as"), TextSize::Body, /*isMuted=*/true, m_unknownPart), 0, Qt::AlignTop);
    m_category->setCategories(m_session.workspace().district()->categorySnapshot());
    assign->addWidget(m_category, 1);
    m_newCategories->setObjectName(QStringLiteral("newCategories"));
    assign->addWidget(m_newCategories, 0, Qt::AlignTop);
    part->addLayout(assign);
    column->addWidget(m_unknownPart);
    connect(m_category, &CategoryField::categoryChanged, this, &ImportRunPage::assignCategory);
    connect(m_newCategories, &QCheckBox::toggled, this, [this](bool on) { m_session.setNewCategories(on); });
}

void ImportRunPage::buildResult() {
    auto* part = new QVBoxLayout(m_resultPart);
    part->setContentsMargins(0, 0, 0, 0);
    part->setSpacing(Gap);
    m_result->setObjectName(QStringLiteral("result"));
    m_result->setWordWrap(true);
    m_result->setFont(sized(m_result->font(), TextSize::Heading));
    part->addWidget(m_result);
    m_undoHint->setWordWrap(true);
    part->addWidget(m_undoHint);
    m_problems->setObjectName(QStringLiteral("problems"));
    m_problems->setModel(m_problemRows);
    m_problems->setSelectionBehavior(QAbstractItemView::SelectRows);
    m_problems->setWordWrap(false);
    m_problems->verticalHeader()->hide();
    m_problems->verticalHeader()->setDefaultSectionSize(fontMetrics().height() + Gap);
    m_problems->horizontalHeader()->setStretchLastSection(true);
    m_problems->setColumnWidth(ProblemsModel::Field, 140);
    m_problems->setColumnWidth(ProblemsModel::Value, 200);
    m_problems->setMinimumHeight(160);
    restrain(m_problems);
    part->addWidget(m_problems, 1);
    auto* row = new QHBoxLayout;
    row->addStretch();
    m_saveRejected->setObjectName(QStringLiteral("saveRejected"));
    row->addWidget(m_saveRejected);
    part->addLayout(row);
    static_cast<QVBoxLayout*>(layout())->addWidget(m_resultPart, 1);
    m_resultPart->hide();
    connect(m_saveRejected, &QPushButton::clicked, this, &ImportRunPage::saveRejected);
}

void ImportRunPage::enter() {
    if (!m_session.isChecked() && !m_session.report())
        m_session.check();
}

void ImportRunPage::followWork() {
    const Work work = m_session.work();
    const bool isFree = work == Work::None;
    m_progress->setVisible(!isFree);
    m_cancel->setVisible(!isFree);
    m_check->setVisible(isFree);
    m_run->setVisible(isFree);
    m_run->setEnabled(m_session.isChecked() && !m_session.report());
    m_duplicates->setEnabled(isFree);
    m_unknownPart->setEnabled(isFree);
    m_saveRejected->setEnabled(isFree);
    if (!isFree) {
        m_progress->setValue(0);
        m_fault->hide();
        if (work == Work::Checking)
            m_trial->setText(tr("Checking the whole file …"));
        else if (work == Work::Importing)
            m_trial->setText(tr("Importing …"));
        return;
    }
    showTrial();
    showUnknown();
    showReport();
}

void ImportRunPage::showTrial() {
    if (!m_session.isChecked()) {
        m_trial->setText(m_session.report() ? QString() : tr("Not checked yet."));
        return;
    }
    const CaseImportSession::Trial& trial = m_session.trial();
    QStringList words;
    words << (trial.isWhole ? tr("%1 rows were read.").arg(number(trial.rows)) : tr("Of the first %1 rows:").arg(number(trial.rows)));
    words << (trial.refused == 0 ? tr("None would be refused.") : tr("%1 would be refused.").arg(number(trial.refused)));
    if (trial.noted > 0)
        words << tr("%1 would be taken with a remark.").arg(number(trial.noted));
    words << tr("Nothing has been written yet.");
    m_trial->setText(words.join(QLatin1Char(' ')));
}

void ImportRunPage::showUnknown() {
    const auto& unknown = m_session.unknownCategories();
    m_unknownPart->setVisible(!unknown.empty() && !m_session.report());
    m_unknownTitle->setText(tr("%n text(s) are no category known here. Their text is kept unless you say what they mean.", "",
                               static_cast<int>(unknown.size())));
    m_unknown->setRowCount(static_cast<int>(unknown.size()));
    const core::CategoryRegister& categories = m_session.workspace().district()->categories();
    for (int row = 0; row < m_unknown->rowCount(); ++row) {
        const gis::UnknownCategory& entry = unknown[static_cast<std::size_t>(row)];
        auto* rows = new QTableWidgetItem(number(entry.rows));
        rows->setTextAlignment(Qt::AlignRight | Qt::AlignVCenter);
        m_unknown->setItem(row, TextColumn, new QTableWidgetItem(QString::fromStdString(entry.text)));
        m_unknown->setItem(row, RowsColumn, rows);
        const auto chosen = m_session.options().categories.find(entry.text);
        const core::Category* category = chosen == m_session.options().categories.end() ? nullptr : categories.find(chosen->second);
        m_unknown->setItem(row, ChoiceColumn,
                           new QTableWidgetItem(category ? categoryLabel(categories, category->id)
                                                         : m_newCategories->isChecked() ? tr("a new local category") : tr("its text only")));
    }
    if (m_unknown->rowCount() > 0 && !m_unknown->selectionModel()->hasSelection())
        m_unknown->selectRow(0);
}

void ImportRunPage::assignCategory() {
    const core::CategoryId id = m_category->category();
    if (id.isNull())
        return;
    const std::string key = m_session.workspace().district()->categories().find(id)->key.text();
    int last = -1;
    for (const QModelIndex& index : m_unknown->selectionModel()->selectedRows()) {
        m_session.setCategory(m_unknown->item(index.row(), TextColumn)->text().toStdString(), key);
        last = std::max(last, index.row());
    }
    showUnknown();
    m_category->clear();
    if (last >= 0 && last + 1 < m_unknown->rowCount())
        m_unknown->selectRow(last + 1);
}

void ImportRunPage::showReport() {
    const auto& report = m_session.report();
    m_resultPart->setVisible(report.has_value());
    if (!report)
        return;
    m_trial->hide();
    m_choices->hide();
    m_runPart->hide();
    m_result->setText(tr("%1 rows read, %2 accepted, %3 refused. %4 cases, %5 of them outside every grid; %6 numbers were known already.")
                          .arg(number(report->read), number(report->accepted), number(report->rejected), number(report->cases),
                               number(report->outside), number(report->duplicates)));
    if (m_undoHint->text().isEmpty())
        m_undoHint->setText(tr("Ctrl+Z takes the whole import back, as long as none of its cases was worked on."));
    m_problemRows->setProblems(report->problems);
    m_problems->setVisible(!report->problems.empty());
    m_saveRejected->setVisible(report->rejected > 0);
}

void ImportRunPage::saveRejected() {
    const QFileInfo source(m_session.file());
    const QString suggestion = source.dir().filePath(tr("%1 refused.csv").arg(source.completeBaseName()));
    const QString target = prompts().fileToSave(this, tr("Save the refused rows"), suggestion, tr("Tables (*.csv)"));
    if (!target.isEmpty())
        m_session.saveRejected(target);
}

} // namespace gridwarden::app
