// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/map/layer_list.h"

#include <QDialog>

class QComboBox;
class QDoubleSpinBox;
class QFormLayout;

namespace gridwarden::app {

class IncidentClassEditor;

/// How incidents are drawn: each as a symbol of its class, counted in circles, or as a heat map. Changes show on the map at once and are taken
/// back by Cancel.
class IncidentStyleDialog : public QDialog {
    Q_OBJECT
  public:
    IncidentStyleDialog(LayerList& layers, const Workspace& workspace, QWidget* parent = nullptr);
    void accept() override;
    void reject() override;

  private:
    void showFields();
    void showClasses();
    void preview();

    LayerList& m_layers;
    const Workspace& m_workspace;
    const gis::IncidentStyle m_before;
    gis::IncidentStyle m_style;
    QFormLayout* m_form;
    QComboBox* m_drawing;
    QComboBox* m_by;
    IncidentClassEditor* m_classes;
    QDoubleSpinBox* m_clusterSize;
    QDoubleSpinBox* m_heatRadius;
};

} // namespace gridwarden::app
