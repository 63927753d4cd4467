// SPDX-License-Identifier: GPL-3.0-or-later
// The case table on paper: title, conditions, headings on each page, page numbers.
#pragma once

#include "app/cases/table_writer.h"

#include <QRectF>
#include <QString>

#include <vector>

class QPainter;
class QPrinter;

namespace gridwarden::app {

/// So many rows are printed; whoever needs more is better off with a file.
inline constexpr std::size_t MostPrintedRows = 3000;

struct CaseSheet {
    QString title;
    QString subtitle; ///< which cases, how many
    QString note;     ///< below each page at the left: whose, as of when
    std::vector<TableHeading> headings;
    std::vector<std::vector<QString>> rows; ///< of as many cells as there are headings
};

/// The pages of a sheet on paper of a size, in points (1/72 inch).
class CasePages {
public:
    CasePages(const CaseSheet& sheet, QSizeF paper);
    [[nodiscard]] int count() const { return static_cast<int>(m_firstRows.size()); }
    /// \pre 0 <= page < count(); the painter's unit is a point
    void paint(QPainter& painter, int page) const;

private:
    void paintRow(QPainter& painter, double top, double height, const std::vector<QString>& cells) const;
    [[nodiscard]] double heightOf(const std::vector<QString>& cells) const;
    const CaseSheet& m_sheet;
    QSizeF m_paper;
    std::vector<double> m_widths; ///< of the columns
    double m_headHeight = 0;      ///< title and conditions, on the first page
    double m_headingHeight = 0;
    std::vector<double> m_heights; ///< of the rows
    std::vector<std::size_t> m_firstRows;
};

/// Prints the pages that the printer was told to, or all. \return false where the printer or its file does not take
/// them
bool printCases(QPrinter& printer, const CaseSheet& sheet);

} // namespace gridwarden::app
