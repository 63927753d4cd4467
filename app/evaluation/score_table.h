// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/evaluation/evaluation_counting.h"

#include <QTableWidget>

namespace gridwarden::app {

/// The ranking: a row for each subject with its scores. The score of an item leads to the records behind it.
class ScoreTable : public QTableWidget {
    Q_OBJECT
  public:
    explicit ScoreTable(QWidget* parent = nullptr);
    void setAnswer(std::shared_ptr<const EvaluationAnswer> answer); ///< \pre its evaluation is none of a fault
    void showNothing();
    /// Positions in the evaluation; none: no row.
    [[nodiscard]] std::optional<std::size_t> currentSubject() const;
    /// As text with tabs for the clipboard, with headings.
    [[nodiscard]] QString tabbedText() const;

  signals:
    void recordsWanted(std::size_t subject, std::size_t item);

  protected:
    void keyPressEvent(QKeyEvent* event) override;

  private:
    enum Fixed { Rank, Name, FirstItem };
    [[nodiscard]] int totalColumn() const { return FirstItem + m_items; }
    void fill(int row, const core::EvaluatedSubject& subject);
    void put(int row, int column, const QString& text, const QString& tip = {});
    std::shared_ptr<const EvaluationAnswer> m_answer;
    int m_items = 0;
};

} // namespace gridwarden::app
