// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/patrol/coverage_table.h"

#include <QHeaderView>
#include <QSortFilterProxyModel>

namespace gridwarden::app {

CoverageModel::CoverageModel(std::vector<CoverageColumn> columns, QObject* parent)
    : QAbstractTableModel(parent), m_columns(std::move(columns)) {}

void CoverageModel::setRows(std::vector<CoverageRow> rows) {
    beginResetModel();
    m_rows = std::move(rows);
    endResetModel();
}

int CoverageModel::rowCount(const QModelIndex& parent) const {
    return parent.isValid() ? 0 : static_cast<int>(m_rows.size());
}
int CoverageModel::columnCount(const QModelIndex& parent) const {
    return parent.isValid() ? 0 : static_cast<int>(m_columns.size());
}

QVariant CoverageModel::data(const QModelIndex& index, int role) const {
    if (!index.isValid())
        return {};
    const CoverageRow& row = m_rows[static_cast<std::size_t>(index.row())];
    switch (role) {
    case Qt::DisplayRole:
    case Qt::ToolTipRole:
        return row.texts.value(index.column());
    case SortRole:
        return row.values[static_cast<std::size_t>(index.column())];
    case MissedRole:
        return row.isMissed;
    case Qt::TextAlignmentRole:
        return QVariant(m_columns[static_cast<std::size_t>(index.column())].isNumber
                            ? Qt::AlignRight | Qt::AlignVCenter
                            : Qt::AlignLeft | Qt::AlignVCenter);
    default:
        return {};
    }
}

QVariant CoverageModel::headerData(int section, Qt::Orientation orientation, int role) const {
    if (orientation != Qt::Horizontal)
        return {};
    const CoverageColumn& column = m_columns[static_cast<std::size_t>(section)];
    if (role == Qt::DisplayRole)
        return column.title;
    if (role == Qt::ToolTipRole)
        return column.tip.isEmpty() ? column.title : column.tip;
    return {};
}

CoverageTable::CoverageTable(std::vector<CoverageColumn> columns, int sortColumn, QWidget* parent)
    : QTableView(parent), m_model(new CoverageModel(std::move(columns), this)),
      m_sorted(new QSortFilterProxyModel(this)) {
    m_sorted->setSourceModel(m_model);
    m_sorted->setSortRole(CoverageModel::SortRole);
    m_sorted->setFilterRole(CoverageModel::MissedRole);
    m_sorted->setFilterKeyColumn(0);
    setModel(m_sorted);
    setSortingEnabled(true);
    sortByColumn(sortColumn, sortColumn == 0 ? Qt::AscendingOrder : Qt::DescendingOrder);
    setSelectionBehavior(SelectRows);
    setSelectionMode(SingleSelection);
    setEditTriggers(NoEditTriggers);
    setAlternatingRowColors(true);
    setShowGrid(false);
    setWordWrap(false);
    verticalHeader()->hide();
    horizontalHeader()->setHighlightSections(false);
    horizontalHeader()->setStretchLastSection(true);
    connect(selectionModel(), &QItemSelectionModel::currentRowChanged, this,
            [this] { emit currentRowChanged(currentRow()); });
}

void CoverageTable::setRows(std::vector<CoverageRow> rows) {
    const int before = currentRow();
    const core::AreaId area = before < 0 ? core::AreaId() : m_model->rows()[static_cast<std::size_t>(before)].area;
    const bool isFirst = m_model->rows().empty();
    m_model->setRows(std::move(rows));
    if (isFirst && !m_model->rows().empty())
        resizeColumnsToContents();
    for (std::size_t i = 0; before >= 0 && i < m_model->rows().size(); ++i)
        if (m_model->rows()[i].area == area)
            return selectRow(static_cast<int>(i));
}

void CoverageTable::setOnlyMissed(bool only) {
    m_sorted->setFilterFixedString(only ? QStringLiteral("true") : QString());
}

int CoverageTable::shownRows() const {
    return m_sorted->rowCount();
}

int CoverageTable::currentRow() const {
    return currentIndex().isValid() ? m_sorted->mapToSource(currentIndex()).row() : -1;
}

void CoverageTable::selectRow(int row) {
    const QModelIndex index = m_sorted->mapFromSource(m_model->index(row, 0));
    setCurrentIndex(index);
    if (index.isValid())
        scrollTo(index);
}

} // namespace gridwarden::app
