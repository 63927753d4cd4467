// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cases/import_tables.h"

#include "app/cases/case_labels.h"
#include "app/text/message_text.h"

#include <QApplication>

namespace gridwarden::app {

void SourceRowsModel::setPreview(std::shared_ptr<const gis::CaseImportPreview> preview) {
    beginResetModel();
    m_preview = std::move(preview);
    endResetModel();
}

int SourceRowsModel::rowCount(const QModelIndex& parent) const {
    return parent.isValid() || !m_preview ? 0 : static_cast<int>(m_preview->rows.size());
}

int SourceRowsModel::columnCount(const QModelIndex& parent) const {
    return parent.isValid() || !m_preview ? 0 : static_cast<int>(m_preview->fields.size());
}

QVariant SourceRowsModel::data(const QModelIndex& index, int role) const {
    if (!index.isValid() || (role != Qt::DisplayRole && role != Qt::ToolTipRole))
        return {};
    const auto& values = m_preview->rows[static_cast<std::size_t>(index.row())].values;
    const auto column = static_cast<std::size_t>(index.column());
    return column < values.size() ? QString::fromStdString(values[column]) : QString();
}

QVariant SourceRowsModel::headerData(int section, Qt::Orientation orientation, int role) const {
    if (!m_preview || (role != Qt::DisplayRole && role != Qt::ToolTipRole))
        return {};
    const auto place = static_cast<std::size_t>(section);
    if (orientation == Qt::Horizontal)
        return place < m_preview->fields.size() ? QString::fromStdString(m_preview->fields[place]) : QString();
    return place < m_preview->rows.size() ? QVariant(static_cast<qulonglong>(m_preview->rows[place].number)) : QVariant();
}

void ReadRowsModel::setPreview(std::shared_ptr<const gis::CaseImportPreview> preview,
                               std::shared_ptr<const core::CategoryRegister> categories, const core::TimeZone& zone) {
    beginResetModel();
    m_preview = std::move(preview);
    m_categories = std::move(categories);
    m_zone = zone;
    endResetModel();
}

int ReadRowsModel::rowCount(const QModelIndex& parent) const {
    return parent.isValid() || !m_preview ? 0 : static_cast<int>(m_preview->rows.size());
}

int ReadRowsModel::columnCount(const QModelIndex& parent) const { return parent.isValid() ? 0 : ColumnCount; }

QString ReadRowsModel::cell(const gis::CaseImportPreview::PreviewRow& row, int column) const {
    const core::ImportedCase& read = row.read;
    switch (column) {
    case Remark: {
        QStringList reasons;
        for (const gis::ImportProblem& problem : row.problems)
            reasons << text(problem.reason);
        return reasons.join(QLatin1Char(' '));
    }
    case Number:
        return QString::fromStdString(read.number);
    case Reported:
        return read.reported == core::Moment() ? QString() : fullTime(read.reported, m_zone);
    case Category:
        return categoryLabel(*m_categories, read.category, read.categoryText);
    case Description:
        return QString::fromStdString(read.description);
    case Address:
        return QString::fromStdString(read.address);
    case Place:
        return read.place ? QStringLiteral("%1, %2").arg(read.place->longitude, 0, 'f', 5).arg(read.place->latitude, 0, 'f', 5) : QString();
    case Quantity:
        return read.quantity ? quantityText(*read.quantity, read.unit) : QString();
    case Source:
        return QString::fromStdString(read.source);
    case Closed:
        return read.closed ? fullTime(*read.closed, m_zone) : QString();
    default:
        return {};
    }
}

QVariant ReadRowsModel::data(const QModelIndex& index, int role) const {
    if (!index.isValid())
        return {};
    const auto& row = m_preview->rows[static_cast<std::size_t>(index.row())];
    if (role == Qt::DisplayRole || role == Qt::ToolTipRole)
        return cell(row, index.column());
    if (role == Qt::ForegroundRole && row.isRefused)
        return faultColour(QApplication::palette());
    if (role == Qt::ForegroundRole && index.column() == Remark)
        return lampTextColour(core::Lamp::Yellow, QApplication::palette());
    return {};
}

QVariant ReadRowsModel::headerData(int section, Qt::Orientation orientation, int role) const {
    if (role != Qt::DisplayRole)
        return {};
    if (orientation == Qt::Vertical)
        return m_preview && section < rowCount()
                   ? QVariant(static_cast<qulonglong>(m_preview->rows[static_cast<std::size_t>(section)].number))
                   : QVariant();
    switch (section) {
    case Remark:
        return tr("Remark");
    case Number:
        return tr("Number");
    case Reported:
        return tr("Reported");
    case Category:
        return tr("Category");
    case Description:
        return tr("Description");
    case Address:
        return tr("Address");
    case Place:
        return tr("Longitude, latitude");
    case Quantity:
        return tr("Quantity");
    case Source:
        return tr("Source");
    case Closed:
        return tr("Closed");
    default:
        return {};
    }
}

void ProblemsModel::setProblems(std::vector<gis::ImportProblem> problems) {
    beginResetModel();
    m_problems = std::move(problems);
    endResetModel();
}

int ProblemsModel::rowCount(const QModelIndex& parent) const { return parent.isValid() ? 0 : static_cast<int>(m_problems.size()); }

int ProblemsModel::columnCount(const QModelIndex& parent) const { return parent.isValid() ? 0 : ColumnCount; }

QVariant ProblemsModel::data(const QModelIndex& index, int role) const {
    if (!index.isValid())
        return {};
    const gis::ImportProblem& problem = m_problems[static_cast<std::size_t>(index.row())];
    if (role == Qt::TextAlignmentRole)
        return static_cast<int>((index.column() == Row ? Qt::AlignRight : Qt::AlignLeft) | Qt::AlignVCenter);
    if (role == Qt::ForegroundRole && index.column() == Kind)
        return lampTextColour(problem.isRefused ? core::Lamp::Red : core::Lamp::Yellow, QApplication::palette());
    if (role != Qt::DisplayRole && role != Qt::ToolTipRole)
        return {};
    switch (index.column()) {
    case Row:
        return problem.row == 0 ? QVariant(tr("all")) : QVariant(static_cast<qulonglong>(problem.row));
    case Kind:
        return problem.isRefused ? tr("refused") : tr("noted");
    case Field:
        return QString::fromStdString(problem.field);
    case Value:
        return QString::fromStdString(problem.value);
    case Reason:
        return text(problem.reason);
    default:
        return {};
    }
}

QVariant ProblemsModel::headerData(int section, Qt::Orientation orientation, int role) const {
    if (role != Qt::DisplayRole || orientation != Qt::Horizontal)
        return {};
    switch (section) {
    case Row:
        return tr("Row");
    case Kind:
        return tr("What");
    case Field:
        return tr("Field");
    case Value:
        return tr("Value");
    case Reason:
        return tr("Reason");
    default:
        return {};
    }
}

} // namespace gridwarden::app
