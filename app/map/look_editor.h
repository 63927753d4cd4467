// SPDX-License-Identifier: GPL-3.0-or-later
// Colours, widths and pattern of one look, for the dialog of a layer's style.
#pragma once

#include "gis/draw/style.h"

#include <QWidget>

class QComboBox;
class QDoubleSpinBox;
class QFormLayout;
class QToolButton;

namespace gridwarden::app {

class LookEditor : public QWidget {
    Q_OBJECT
  public:
    /// What of a look the layer's shapes have.
    struct Parts {
        bool hasFill = false;
        bool hasLine = false;
        bool hasPoints = false;
    };
    explicit LookEditor(Parts parts, QWidget* parent = nullptr);

    void setLook(const gis::Look& look);
    [[nodiscard]] const gis::Look& look() const { return m_look; }

  signals:
    void edited(); ///< by the user

  private:
    QToolButton* addColour(QFormLayout* form, const QString& title, QColor gis::Look::* colour, QDoubleSpinBox* beside = nullptr);
    QDoubleSpinBox* newPixels(double most, double gis::Look::* length);
    void showLook();

    gis::Look m_look;
    struct ColourButton {
        QToolButton* button;
        QColor gis::Look::* colour;
    };
    struct PixelBox {
        QDoubleSpinBox* box;
        double gis::Look::* length;
    };
    std::vector<ColourButton> m_colours;
    std::vector<PixelBox> m_pixels;
    QComboBox* m_pattern = nullptr;
    bool m_isShowing = false;
};

/// A small field of a colour; hatched where there is none.
[[nodiscard]] QIcon colourSwatch(const QColor& colour);

} // namespace gridwarden::app
