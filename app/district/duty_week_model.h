// SPDX-License-Identifier: GPL-3.0-or-later
// The matrix of a week of duties for a table: areas down, days across.
#pragma once

#include "app/district/duty_week.h"

#include <QAbstractTableModel>

namespace gridwarden::app {

class DutyWeekModel : public QAbstractTableModel {
    Q_OBJECT
public:
    using QAbstractTableModel::QAbstractTableModel;
    void setWeek(DutyWeek week);
    [[nodiscard]] const DutyWeek& week() const { return m_week; }
    /// Shows only areas whose name or one of whose lines has the text; an empty one shows all.
    void setFilter(const QString& text);
    [[nodiscard]] const std::vector<DutyWeekLine>& lines(const QModelIndex& index) const; ///< \pre the index is valid
    [[nodiscard]] core::AreaId area(const QModelIndex& index) const;                      ///< null of an invalid index
    [[nodiscard]] QModelIndex indexOf(core::AreaId area, int day) const;

    [[nodiscard]] int rowCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] int columnCount(const QModelIndex& parent = {}) const override;
    /// DisplayRole: the lines of a cell, with the words for their marks as a screen reader says them; ToolTipRole.
    [[nodiscard]] QVariant data(const QModelIndex& index, int role) const override;
    [[nodiscard]] QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

private:
    void choose();
    [[nodiscard]] const DutyWeekRow& row(int shown) const {
        return m_week.rows[m_shown[static_cast<std::size_t>(shown)]];
    }
    DutyWeek m_week;
    QString m_filter;
    std::vector<std::size_t> m_shown; ///< rows of the week that pass the filter
};

} // namespace gridwarden::app
