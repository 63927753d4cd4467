// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/map/layer_list.h"

#include <QDialog>

class QCheckBox;
class QComboBox;
class QDoubleSpinBox;
class QSlider;
class QTableWidget;
class QToolButton;

namespace gridwarden::app {

/// How a layer looks: a single symbol or one for each value of a field, its labels and its opacity. Changes show on the map
/// at once and are taken back by Cancel.
class StyleDialog : public QDialog {
    Q_OBJECT
  public:
    StyleDialog(LayerList& layers, int row, QWidget* parent = nullptr);
    void accept() override;
    void reject() override;

  private:
    void build();
    void fillClasses();
    void fillTable();
    void preview();
    [[nodiscard]] std::vector<std::string> valuesOf(const std::string& field) const;
    QToolButton* colourButton(QColor* colour);

    LayerList& m_layers;
    int m_row;
    std::optional<gis::LayerStyle> m_before;
    gis::LayerStyle m_style;
    bool m_hasFill = false;
    bool m_hasPoints = false;
    QComboBox* m_field = nullptr;
    QComboBox* m_label = nullptr;
    QTableWidget* m_table = nullptr;
    QDoubleSpinBox* m_width = nullptr;
    QDoubleSpinBox* m_marker = nullptr;
    QSlider* m_opacity = nullptr;
};

} // namespace gridwarden::app
