// SPDX-License-Identifier: GPL-3.0-or-later
// Rows of coverage as a table that sorts: roads or grids.
#pragma once

#include "core/base/id.h"

#include <QAbstractTableModel>
#include <QStringList>
#include <QTableView>
#include <vector>

class QSortFilterProxyModel;

namespace gridwarden::app {

struct CoverageColumn {
    QString title;
    QString tip = {};
    bool isNumber = false;
};

struct CoverageRow {
    core::AreaId area; ///< null: roads in no grid
    std::vector<QVariant> values; ///< what is sorted by: numbers and texts
    QStringList texts;
    bool isMissed = false;
};

class CoverageModel : public QAbstractTableModel {
    Q_OBJECT
  public:
    static constexpr int SortRole = Qt::UserRole, MissedRole = Qt::UserRole + 1;
    explicit CoverageModel(std::vector<CoverageColumn> columns, QObject* parent);
    void setRows(std::vector<CoverageRow> rows);
    [[nodiscard]] const std::vector<CoverageRow>& rows() const { return m_rows; }
    [[nodiscard]] int rowCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] int columnCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex& index, int role) const override;
    [[nodiscard]] QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

  private:
    std::vector<CoverageColumn> m_columns;
    std::vector<CoverageRow> m_rows;
};

class CoverageTable : public QTableView {
    Q_OBJECT
  public:
    /// \param sortColumn by which it is sorted first, the greatest on top; the first column from its beginning
    CoverageTable(std::vector<CoverageColumn> columns, int sortColumn, QWidget* parent);
    /// Stays sorted and at the row of the same area.
    void setRows(std::vector<CoverageRow> rows);
    void setOnlyMissed(bool only);
    [[nodiscard]] int shownRows() const;
    /// Position among the rows that were set; -1: none.
    [[nodiscard]] int currentRow() const;
    void selectRow(int row);

  signals:
    void currentRowChanged(int row);

  private:
    CoverageModel* m_model;
    QSortFilterProxyModel* m_sorted;
};

} // namespace gridwarden::app
