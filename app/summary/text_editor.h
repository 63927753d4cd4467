// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/activities/activity_lists.h"
#include "core/figures/figure_definition.h"

#include <QPlainTextEdit>

namespace gridwarden::app {

class SlotCompletion;
class SlotHighlighter;

/// The text that a summary is written from; an open brace offers the figures.
class TextEditor : public QPlainTextEdit {
    Q_OBJECT
  public:
    explicit TextEditor(QWidget* parent);
    void setFigures(std::shared_ptr<const core::FigureDefinitions> figures, const core::ActivityLists& lists);
    /// Marks a line that cannot be used; 0: none.
    void markLine(int line);
    [[nodiscard]] SlotCompletion& completion() { return *m_completion; }

  protected:
    void keyPressEvent(QKeyEvent* event) override;
    void inputMethodEvent(QInputMethodEvent* event) override;

  private:
    void offer();
    void insertName(const QModelIndex& index);
    SlotHighlighter* m_highlighter;
    SlotCompletion* m_completion;
};

} // namespace gridwarden::app
