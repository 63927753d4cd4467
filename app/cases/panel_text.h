// SPDX-License-Identifier: GPL-3.0-or-later
// The three text sizes of the window and labels that fit into narrow panels.
#pragma once

#include <QColor>
#include <QFont>
#include <QLabel>

namespace gridwarden::app {

/// Steps between things, pixels.
inline constexpr int Gap = 8;
inline constexpr int SmallGap = 4;

/// Of a text that says what is wrong.
inline const QColor FaultColour(0xB3, 0x26, 0x1E);

enum class TextSize { Small, Body, Heading }; ///< 0.9, 1 and 1.25 of the system size
[[nodiscard]] QFont sized(QFont font, TextSize size);

/// A label of plain text in one of the sizes; muted ones say what is less important.
[[nodiscard]] QLabel* makeLabel(const QString& text, TextSize size, bool isMuted, QWidget* parent);
/// Colours the text of a label.
void setTextColour(QWidget* widget, const QColor& colour);
/// The widget's text takes the palette's colour for what is less important, also when the theme changes.
void setMuted(QWidget* widget);

/// One line that ends in "…" where it does not fit; the tooltip then tells it in full.
class ElidedLabel : public QLabel {
    Q_OBJECT
  public:
    explicit ElidedLabel(QWidget* parent = nullptr);
    [[nodiscard]] QSize minimumSizeHint() const override;

  protected:
    void paintEvent(QPaintEvent* event) override;
    bool event(QEvent* event) override;
};

} // namespace gridwarden::app
