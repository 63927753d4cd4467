// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/figures/board_counting.h"

#include <QTreeWidget>
#include <set>

namespace gridwarden::app {

/// All figures in their groups, beside those of the periods they are compared with. Each number leads to its records.
class FigureTable : public QTreeWidget {
    Q_OBJECT
  public:
    enum Column { Name, Now, Before, ChangeOfBefore, LastYear, ChangeOfYear, ColumnCount };
    explicit FigureTable(QWidget* parent = nullptr);

    /// Stays on the figure that it is on.
    void setAnswer(std::shared_ptr<const BoardAnswer> answer);
    void showNothing();
    [[nodiscard]] const std::shared_ptr<const BoardAnswer>& answer() const { return m_answer; }
    [[nodiscard]] std::string current() const; ///< the key of a figure; empty: none
    void choose(const std::string& key);
    /// Only figures whose name has the text, and with `hidesZeros` only those with a number other than 0 in one of the periods.
    void narrow(const QString& text, bool hidesZeros);
    /// As text with tabs for the clipboard, with headings; what is hidden is left out.
    [[nodiscard]] QString tabbedText() const;

  signals:
    void currentChanged();
    /// The number itself was clicked, or Enter pressed on it.
    void recordsWanted(const std::string& key, gridwarden::app::BoardPeriod period);

  protected:
    void keyPressEvent(QKeyEvent* event) override;
    void mouseMoveEvent(QMouseEvent* event) override;

  private:
    void fill(QTreeWidgetItem& item, std::size_t figure);
    void ask(QTreeWidgetItem* item, int column);
    [[nodiscard]] std::optional<BoardPeriod> periodAt(int column) const;
    void applyNarrowing();
    std::shared_ptr<const BoardAnswer> m_answer;
    QString m_text;
    bool m_hidesZeros = true;
    std::set<QString> m_closed; ///< groups that somebody closed
};

} // namespace gridwarden::app
