// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/map/layer_list.h"

#include <QDialog>

class QComboBox;
class QDoubleSpinBox;
class QFormLayout;

namespace gridwarden::app {

/// How incidents are drawn: each as a symbol, counted in circles, or as a heat map. Changes show on the map at once and are taken
/// back by Cancel.
class IncidentStyleDialog : public QDialog {
    Q_OBJECT
  public:
    explicit IncidentStyleDialog(LayerList& layers, QWidget* parent = nullptr);
    void accept() override;
    void reject() override;

  private:
    void showFields();
    void preview();

    LayerList& m_layers;
    const gis::IncidentStyle m_before;
    gis::IncidentStyle m_style;
    QFormLayout* m_form;
    QComboBox* m_drawing;
    QDoubleSpinBox* m_clusterSize;
    QDoubleSpinBox* m_heatRadius;
};

} // namespace gridwarden::app
