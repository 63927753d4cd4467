// SPDX-License-Identifier: GPL-3.0-or-later
// The tables of the import window: the first rows as they are in the source, what they become, and what was wrong with rows.
#pragma once

#include "gis/source/case_import.h"

#include <QAbstractTableModel>
#include <memory>
#include <vector>

namespace gridwarden::app {

/// First rows with the fields of the source.
class SourceRowsModel : public QAbstractTableModel {
    Q_OBJECT
  public:
    using QAbstractTableModel::QAbstractTableModel;
    void setPreview(std::shared_ptr<const gis::CaseImportPreview> preview);
    [[nodiscard]] int rowCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] int columnCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex& index, int role) const override;
    [[nodiscard]] QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

  private:
    std::shared_ptr<const gis::CaseImportPreview> m_preview;
};

/// First rows as the cases they would become; refused ones in the colour of a fault, with the reason.
class ReadRowsModel : public QAbstractTableModel {
    Q_OBJECT
  public:
    enum Column { Remark, Number, Reported, Category, Description, Address, Place, Quantity, Source, Closed, ColumnCount };
    using QAbstractTableModel::QAbstractTableModel;
    void setPreview(std::shared_ptr<const gis::CaseImportPreview> preview, std::shared_ptr<const core::CategoryRegister> categories,
                    const core::TimeZone& zone);
    [[nodiscard]] int rowCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] int columnCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex& index, int role) const override;
    [[nodiscard]] QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

  private:
    [[nodiscard]] QString cell(const gis::CaseImportPreview::PreviewRow& row, int column) const;
    std::shared_ptr<const gis::CaseImportPreview> m_preview;
    std::shared_ptr<const core::CategoryRegister> m_categories;
    core::TimeZone m_zone;
};

/// Rows that were refused, or noted, with field, value and reason.
class ProblemsModel : public QAbstractTableModel {
    Q_OBJECT
  public:
    enum Column { Row, Kind, Field, Value, Reason, ColumnCount };
    using QAbstractTableModel::QAbstractTableModel;
    void setProblems(std::vector<gis::ImportProblem> problems);
    [[nodiscard]] int rowCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] int columnCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex& index, int role) const override;
    [[nodiscard]] QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

  private:
    std::vector<gis::ImportProblem> m_problems;
};

} // namespace gridwarden::app
