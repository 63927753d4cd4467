// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/figures/figure_definition.h"

#include <QSyntaxHighlighter>

namespace gridwarden::app {

/// Colours the slots of a text for summaries; those that name no figure are underlined. Headings are bold, remarks are faint.
class SlotHighlighter : public QSyntaxHighlighter {
    Q_OBJECT
  public:
    using QSyntaxHighlighter::QSyntaxHighlighter;
    void setFigures(std::shared_ptr<const core::FigureDefinitions> figures);

  protected:
    void highlightBlock(const QString& line) override;

  private:
    [[nodiscard]] bool isKnown(const QString& slot) const;
    std::shared_ptr<const core::FigureDefinitions> m_figures;
};

} // namespace gridwarden::app
