// SPDX-License-Identifier: GPL-3.0-or-later
// A table as pieces of a flow: the header row repeats on each page, a row is only cut when it is higher than a page.
#pragma once

#include "app/report/flow.h"
#include "app/report/text_style.h"
#include "core/cases/case_state.h"

#include <optional>
#include <vector>

namespace gridwarden::app {

struct TableColumn {
    QString title;
    double width; ///< report units; 0 takes what the others leave
    Qt::Alignment alignment = Qt::AlignLeft;
    bool isOnPaperOnly = false; ///< not in a document to edit, whose pages break elsewhere
};

struct TableCell {
    QString text; ///< "\n" begins a new line
    QColor colour = ink::Text;
    std::optional<core::Lamp> lamp = {}; ///< its symbol before the text
    int linesToWriteOn = 0;              ///< in place of a text
};

/// As wide as the type area.
class Table {
  public:
    /// Body is the style of the rows: Cell, Small or Fine; the header takes its bold twin.
    /// \pre at most one column has no width.
    explicit Table(std::vector<TableColumn> columns, TextStyle body = TextStyle::Cell);

    /// \pre as many cells as columns.
    void addRow(const std::vector<TableCell>& cells);
    /// A bold last row that is not parted from the one before.
    void addTotal(const std::vector<TableCell>& cells);
    /// A line across all columns that names the rows below it and stays with the first of them.
    void addGroup(const QString& title);
    [[nodiscard]] std::size_t rowCount() const { return m_rowCount; }
    [[nodiscard]] Flow flow() &&;

  private:
    void add(const std::vector<TableCell>& cells, TextStyle style, bool keepsWithNext);
    DocumentTable m_content;
    std::vector<TableColumn> m_columns;
    TextStyle m_body;
    TextStyle m_head;
    std::shared_ptr<const Piece> m_header;
    Flow m_flow;
    std::size_t m_rowCount = 0;
};

} // namespace gridwarden::app
