// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cases/import_mapping_page.h"

#include "app/cases/case_labels.h"
#include "app/cases/field_names.h"
#include "app/cases/import_tables.h"
#include "app/cases/panel_text.h"
#include "app/text/message_text.h"

#include <QComboBox>
#include <QGridLayout>
#include <QHeaderView>
#include <QLineEdit>
#include <QScrollArea>
#include <QSplitter>
#include <QTableView>
#include <QVBoxLayout>

namespace gridwarden::app {

using gis::CaseTarget;

namespace {

/// "=text" is the same text for every row, anything else names fields.
std::optional<gis::ValueSource> sourceOf(const QString& typed, const std::vector<std::string>& known) {
    gis::ValueSource source;
    if (typed.startsWith(QLatin1Char('=')))
        source.constant = typed.mid(1).trimmed().toStdString();
    else
        source.fields = fieldsNamed(typed, known);
    if (source.constant ? source.constant->empty() : source.fields.empty())
        return std::nullopt;
    return source;
}

QString sourceText(const gis::ValueSource& source) {
    if (source.constant)
        return QLatin1Char('=') + QString::fromStdString(*source.constant);
    return joinedFields(source.fields);
}

QString sampleOf(const gis::ValueSource& source, const gis::CaseImportPreview& preview) {
    if (source.constant)
        return QString::fromStdString(*source.constant);
    QStringList parts;
    for (const auto& row : preview.rows) {
        parts.clear();
        for (const std::string& field : source.fields) {
            const auto found = std::find(preview.fields.begin(), preview.fields.end(), field);
            const auto place = static_cast<std::size_t>(found - preview.fields.begin());
            if (place < row.values.size() && !row.values[place].empty())
                parts << QString::fromStdString(row.values[place]);
        }
        if (!parts.isEmpty())
            break;
    }
    return parts.join(QLatin1Char(' '));
}

} // namespace

QString caseTargetName(CaseTarget target) {
    switch (target) {
    case CaseTarget::Number:
        return ImportMappingPage::tr("Number");
    case CaseTarget::Reported:
        return ImportMappingPage::tr("Reported");
    case CaseTarget::Filed:
        return ImportMappingPage::tr("Filed");
    case CaseTarget::Dispatched:
        return ImportMappingPage::tr("Dispatched");
    case CaseTarget::Handled:
        return ImportMappingPage::tr("Handled");
    case CaseTarget::Closed:
        return ImportMappingPage::tr("Closed");
    case CaseTarget::Due:
        return ImportMappingPage::tr("Due");
    case CaseTarget::Category:
        return ImportMappingPage::tr("Category");
    case CaseTarget::Description:
        return ImportMappingPage::tr("Description");
    case CaseTarget::Address:
        return ImportMappingPage::tr("Address");
    case CaseTarget::Source:
        return ImportMappingPage::tr("Source");
    case CaseTarget::Quantity:
        return ImportMappingPage::tr("Quantity");
    case CaseTarget::Unit:
        return ImportMappingPage::tr("Unit");
    case CaseTarget::Longitude:
        return ImportMappingPage::tr("Longitude or x");
    case CaseTarget::Latitude:
        return ImportMappingPage::tr("Latitude or y");
    case CaseTarget::Wkt:
        return ImportMappingPage::tr("Point as WKT");
    case CaseTarget::Area:
        return ImportMappingPage::tr("Code of the grid");
    case CaseTarget::Handler:
        return ImportMappingPage::tr("Handler");
    case CaseTarget::Reporter:
        return ImportMappingPage::tr("Reporter");
    case CaseTarget::Phone:
        return ImportMappingPage::tr("Phone of the reporter");
    }
    return {};
}

ImportMappingPage::ImportMappingPage(CaseImportSession& session, QWidget* parent)
    : QWidget(parent), m_session(session), m_timeFormat(new QComboBox(this)),
      m_problems(makeLabel({}, TextSize::Body, /*isMuted=*/false, this)), m_rows(new ReadRowsModel(this)) {
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(12, 12, 12, 12);
    column->setSpacing(Gap);
    column->addWidget(makeLabel(tr("Choose the field for each part of a case. Join several fields with +, and write = before a "
                                   "text that is the same for every row."),
                                TextSize::Body, /*isMuted=*/true, this));
    auto* splitter = new QSplitter(Qt::Horizontal, this);
    splitter->setChildrenCollapsible(false);
    column->addWidget(splitter, 1);
    m_problems->setObjectName(QStringLiteral("mappingProblems"));
    m_problems->setWordWrap(true);
    column->addWidget(m_problems);

    auto* scroll = new QScrollArea(splitter);
    scroll->setFrameShape(QFrame::NoFrame);
    scroll->setWidgetResizable(true);
    auto* targets = new QWidget(scroll);
    auto* grid = new QGridLayout(targets);
    grid->setContentsMargins(0, 0, Gap, 0);
    grid->setHorizontalSpacing(Gap);
    grid->setVerticalSpacing(SmallGap);
    grid->setColumnStretch(1, 3);
    grid->setColumnStretch(2, 2);
    for (const CaseTarget target : gis::AllCaseTargets)
        addTarget(grid, target);
    m_timeFormat->setObjectName(QStringLiteral("timeFormat"));
    m_timeFormat->setEditable(true);
    m_timeFormat->setToolTip(tr("How all times are written, for instance %d/%m/%Y %H:%M; found by itself where the rows leave no doubt"));
    const int last = grid->rowCount();
    grid->addWidget(makeLabel(tr("Time format"), TextSize::Body, /*isMuted=*/true, targets), last, 0);
    grid->addWidget(m_timeFormat, last, 1, 1, 2);
    grid->setRowStretch(last + 1, 1);
    scroll->setWidget(targets);
    scroll->viewport()->setAutoFillBackground(false);
    targets->setAutoFillBackground(false);

    auto* view = new QTableView(splitter);
    view->setObjectName(QStringLiteral("readRows"));
    view->setModel(m_rows);
    view->setEditTriggers(QAbstractItemView::NoEditTriggers);
    view->setWordWrap(false);
    view->verticalHeader()->setDefaultSectionSize(fontMetrics().height() + Gap);
    view->setColumnWidth(ReadRowsModel::Remark, 180);
    view->setColumnWidth(ReadRowsModel::Reported, 130);
    view->setColumnWidth(ReadRowsModel::Category, 160);
    view->setColumnWidth(ReadRowsModel::Description, 220);
    view->setColumnWidth(ReadRowsModel::Place, 150);
    splitter->setSizes({480, 460});

    const auto chooseFormat = [this] {
        const QString typed = m_timeFormat->currentText() == m_timeFormat->itemText(0) ? QString() : m_timeFormat->currentText().trimmed();
        if (typed.toStdString() != m_session.options().timeFormat)
            m_session.change([&](gis::CaseImportOptions& options) { options.timeFormat = typed.toStdString(); });
    };
    connect(m_timeFormat, &QComboBox::activated, this, chooseFormat);
    connect(m_timeFormat->lineEdit(), &QLineEdit::editingFinished, this, chooseFormat);
    connect(&session, &CaseImportSession::previewChanged, this, &ImportMappingPage::follow);
    follow();
}

void ImportMappingPage::addTarget(QGridLayout* grid, CaseTarget target) {
    QWidget* parent = grid->parentWidget();
    const int row = grid->rowCount();
    auto* field = new QComboBox(parent);
    field->setObjectName(QStringLiteral("target_") + QString::fromStdString(std::string(gis::caseTargetKey(target))));
    field->setEditable(true);
    field->setInsertPolicy(QComboBox::NoInsert);
    field->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
    field->setMinimumContentsLength(12);
    auto* sample = new ElidedLabel(parent);
    setMuted(sample);
    const bool isNeeded = target == CaseTarget::Reported;
    auto* label = makeLabel(isNeeded ? tr("%1 (needed)").arg(caseTargetName(target)) : caseTargetName(target), TextSize::Body,
                            /*isMuted=*/!isNeeded, parent);
    label->setBuddy(field);
    grid->addWidget(label, row, 0);
    grid->addWidget(field, row, 1);
    grid->addWidget(sample, row, 2);
    m_lines.emplace(target, Line{field, sample});
    connect(field, &QComboBox::activated, this, [this, target] { choose(target); });
    connect(field->lineEdit(), &QLineEdit::editingFinished, this, [this, target] { choose(target); });
}

void ImportMappingPage::choose(CaseTarget target) {
    const QComboBox* field = m_lines.at(target).field;
    const QString typed = field->currentText() == field->itemText(0) ? QString() : field->currentText();
    const auto source = sourceOf(typed, m_fields);
    const auto known = m_session.options().mapping.find(target);
    const bool isSame = known == m_session.options().mapping.end() ? !source : source && *source == known->second;
    if (isSame)
        return;
    m_session.change([&](gis::CaseImportOptions& options) {
        if (source)
            options.mapping[target] = *source;
        else
            options.mapping.erase(target);
    });
}

void ImportMappingPage::fillFields() {
    const auto& preview = m_session.preview();
    if (!preview || preview->fields == m_fields)
        return;
    m_fields = preview->fields;
    for (auto& [target, line] : m_lines) {
        const QSignalBlocker quiet(line.field);
        line.field->clear();
        line.field->addItem(tr("—"));
        for (const std::string& field : m_fields)
            line.field->addItem(QString::fromStdString(field));
    }
}

void ImportMappingPage::follow() {
    fillFields();
    const auto& preview = m_session.preview();
    const core::District& district = *m_session.workspace().district();
    m_rows->setPreview(preview ? std::make_shared<const gis::CaseImportPreview>(*preview) : nullptr, district.categorySnapshot(),
                       district.timeZone());
    QStringList problems;
    if (preview)
        for (const core::Message& problem : preview->problems)
            problems << text(problem);
    setTextColour(m_problems, faultColour(palette()));
    m_problems->setText(problems.join(QLatin1Char('\n')));
    m_problems->setVisible(!problems.isEmpty());
    if (!preview)
        return;
    for (auto& [target, line] : m_lines) {
        const QSignalBlocker quiet(line.field);
        const auto chosen = m_session.options().mapping.find(target);
        const bool isSet = chosen != m_session.options().mapping.end();
        line.field->setEditText(isSet ? sourceText(chosen->second) : line.field->itemText(0));
        QString sample = isSet ? sampleOf(chosen->second, *preview) : QString();
        for (const gis::ColumnTimeFormat& format : preview->timeFormats)
            if (format.target == target)
                sample = tr("%1  as %2").arg(sample, QString::fromStdString(format.pattern));
        line.sample->setText(sample);
        line.sample->setToolTip(sample);
    }
    const QSignalBlocker quiet(m_timeFormat);
    m_timeFormat->clear();
    m_timeFormat->addItem(tr("found by itself"));
    for (const core::Message& problem : preview->problems)
        if (problem.key == "time-format-ambiguous") // column, then the formats that are possible
            for (std::size_t i = 1; i < problem.arguments.size(); ++i)
                m_timeFormat->addItem(QString::fromStdString(problem.arguments[i]));
    if (!m_session.options().timeFormat.empty())
        m_timeFormat->setEditText(QString::fromStdString(m_session.options().timeFormat));
}

} // namespace gridwarden::app
