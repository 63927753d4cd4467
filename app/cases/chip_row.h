// SPDX-License-Identifier: GPL-3.0-or-later
// Chips in a row that continues below where it does not fit.
#pragma once

#include "app/cases/filter_words.h"

#include <QWidget>

namespace gridwarden::app {

class ChipRow : public QWidget {
    Q_OBJECT
  public:
    explicit ChipRow(QWidget* parent = nullptr);
    void setChips(const std::vector<FilterChip>& chips);
    [[nodiscard]] bool hasHeightForWidth() const override { return true; }
    [[nodiscard]] int heightForWidth(int width) const override;
    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSizeHint() const override;

  signals:
    void editWanted(gridwarden::app::FilterPart part, QWidget* chip);
    void removeWanted(gridwarden::app::FilterPart part);

  protected:
    void resizeEvent(QResizeEvent* event) override;

  private:
    /// Gives each chip its place for a width; \return the height. Moves nothing with `isTrial`.
    int place(int width, bool isTrial) const;
    std::vector<QWidget*> m_chips;
};

} // namespace gridwarden::app
