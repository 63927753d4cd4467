// SPDX-License-Identifier: GPL-3.0-or-later
// The filtered cases as rows. Only what is looked at is read from the file, a page at a time; everything else comes from
// the facts in memory, so that millions of rows cost nothing.
#pragma once

#include "app/cases/case_cells.h"
#include "app/cases/case_order.h"
#include "app/workspace/latest_wish.h"
#include "app/workspace/workspace.h"

#include <QAbstractTableModel>
#include <QCache>

namespace gridwarden::app {

class CaseTableModel : public QAbstractTableModel {
    Q_OBJECT
  public:
    /// In full and without colour, for copies and exports: times as "2026-11-21 09:31".
    static constexpr int PlainRole = Qt::UserRole;

    explicit CaseTableModel(Workspace& workspace, QObject* parent = nullptr);

    [[nodiscard]] int rowCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] int columnCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex& index, int role) const override;
    [[nodiscard]] QVariant headerData(int section, Qt::Orientation orientation, int role) const override;
    void sort(int column, Qt::SortOrder order) override;

    [[nodiscard]] core::CaseId caseAt(int row) const;
    /// The row of a case, −1 when it is filtered out.
    [[nodiscard]] int rowOf(core::CaseId id) const;
    /// What the rows are: of facts(), in their order.
    [[nodiscard]] const core::Selection& rows() const { return m_rows; }
    [[nodiscard]] const std::shared_ptr<const core::CaseFacts>& facts() const { return m_facts; }
    [[nodiscard]] const CaseCells& cells() const { return m_cells; }
    [[nodiscard]] CaseColumn sortColumn() const { return m_column; }
    [[nodiscard]] Qt::SortOrder sortOrder() const { return m_order; }
    /// Whether rows or an order that were asked for are still to come.
    [[nodiscard]] bool isArranging() const { return m_asked != m_answered; }

  signals:
    void sortRefused(); ///< the order stays what it was

  private:
    struct Arranged {
        CaseOrderWish wish;
        core::Result<core::Selection> rows;
    };
    void refill();
    void replace(core::Selection rows, const CaseOrderWish& wish);
    void reorder(core::Selection rows);
    [[nodiscard]] bool isTooMuchToSort(CaseColumn column) const;
    /// Beside the window where there are many cases.
    void arrange();
    void take(Arranged arranged);
    [[nodiscard]] core::CaseFact fact(int row) const { return (*m_facts)[m_rows[static_cast<std::size_t>(row)]]; }
    /// Read from the file only for a column that shows it.
    [[nodiscard]] const core::CaseText& textOf(int row, CaseColumn column) const;
    [[nodiscard]] QString shortText(int row, CaseColumn column) const;
    [[nodiscard]] QString fullText(int row, CaseColumn column) const;
    [[nodiscard]] QVariant toolTip(int row, CaseColumn column) const;
    void tick();

    Workspace& m_workspace;
    std::shared_ptr<const core::CaseFacts> m_facts;
    core::Selection m_rows;
    std::shared_ptr<const core::Selection> m_source; ///< that the rows are an order of
    CaseOrder m_caseOrder;                           ///< of the window's thread
    std::size_t m_asked = 0, m_answered = 0;         ///< numbers of wishes
    std::size_t m_numbers = 0;                       ///< see CaseOrderWish
    CaseColumn m_column = CaseColumn::Reported;
    Qt::SortOrder m_order = Qt::DescendingOrder;
    CaseColumn m_wantedColumn = m_column; ///< what was asked for last; the rows follow
    Qt::SortOrder m_wantedOrder = m_order;
    CaseCells m_cells;
    mutable QCache<std::int64_t, core::CaseText> m_texts;
    mutable std::vector<std::int32_t> m_positions; ///< by row of the facts, made when first asked for; empty: not made
    std::unique_ptr<LatestWish<CaseOrderWish>> m_beside; ///< the last: its thread calls us
};

} // namespace gridwarden::app
