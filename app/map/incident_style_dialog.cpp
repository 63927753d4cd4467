// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/map/incident_style_dialog.h"

#include <QComboBox>
#include <QDialogButtonBox>
#include <QDoubleSpinBox>
#include <QFormLayout>
#include <QLabel>

namespace gridwarden::app {

using gis::IncidentDrawing;
using gis::IncidentStyle;

IncidentStyleDialog::IncidentStyleDialog(LayerList& layers, QWidget* parent)
    : QDialog(parent), m_layers(layers), m_before(layers.incidentStyle()), m_style(m_before), m_form(new QFormLayout(this)),
      m_drawing(new QComboBox(this)), m_clusterSize(new QDoubleSpinBox(this)), m_heatRadius(new QDoubleSpinBox(this)) {
    setObjectName(QStringLiteral("incidentStyleDialog"));
    setWindowTitle(tr("Style of incidents"));
    m_drawing->setObjectName(QStringLiteral("incidentDrawing"));
    m_drawing->addItem(tr("Symbols"), static_cast<int>(IncidentDrawing::Symbols));
    m_drawing->addItem(tr("Numbered clusters"), static_cast<int>(IncidentDrawing::Clusters));
    m_drawing->addItem(tr("Heat map"), static_cast<int>(IncidentDrawing::Heat));
    m_drawing->setCurrentIndex(m_drawing->findData(static_cast<int>(m_style.drawing)));
    m_clusterSize->setObjectName(QStringLiteral("clusterSize"));
    m_clusterSize->setRange(IncidentStyle::SmallestCluster, IncidentStyle::LargestCluster);
    m_clusterSize->setDecimals(0);
    m_clusterSize->setSingleStep(8);
    m_clusterSize->setSuffix(tr(" px"));
    m_clusterSize->setValue(m_style.clusterSize);
    m_heatRadius->setObjectName(QStringLiteral("heatRadius"));
    m_heatRadius->setRange(IncidentStyle::SmallestRadius, IncidentStyle::LargestRadius);
    m_heatRadius->setDecimals(0);
    m_heatRadius->setSingleStep(50);
    m_heatRadius->setSuffix(QStringLiteral(" m"));
    m_heatRadius->setValue(m_style.heatRadius);
    m_clusterSize->setToolTip(tr("Cases closer than this are counted together"));
    m_heatRadius->setToolTip(tr("Radius of the kernel on the ground: a colour means the same density at every scale"));
    m_form->addRow(tr("Drawn as"), m_drawing);
    m_form->addRow(tr("Distance"), m_clusterSize);
    m_form->addRow(tr("Kernel radius"), m_heatRadius);
    auto* const buttons = new QDialogButtonBox(QDialogButtonBox::Ok | QDialogButtonBox::Cancel, this);
    m_form->addRow(buttons);
    connect(buttons, &QDialogButtonBox::accepted, this, &IncidentStyleDialog::accept);
    connect(buttons, &QDialogButtonBox::rejected, this, &IncidentStyleDialog::reject);
    connect(m_drawing, &QComboBox::currentIndexChanged, this, [this] {
        m_style.drawing = static_cast<IncidentDrawing>(m_drawing->currentData().toInt());
        showFields();
        preview();
    });
    connect(m_clusterSize, &QDoubleSpinBox::valueChanged, this, [this](double pixels) {
        m_style.clusterSize = pixels;
        preview();
    });
    connect(m_heatRadius, &QDoubleSpinBox::valueChanged, this, [this](double metres) {
        m_style.heatRadius = metres;
        preview();
    });
    setMinimumWidth(320);
    showFields();
}

void IncidentStyleDialog::showFields() {
    const auto show = [this](QWidget* field, bool isShown) {
        field->setVisible(isShown);
        m_form->labelForField(field)->setVisible(isShown);
    };
    show(m_clusterSize, m_style.drawing == IncidentDrawing::Clusters);
    show(m_heatRadius, m_style.drawing == IncidentDrawing::Heat);
}

void IncidentStyleDialog::preview() { m_layers.previewIncidentStyle(m_style); }

void IncidentStyleDialog::accept() {
    m_layers.previewIncidentStyle(m_before);
    m_layers.setIncidentStyle(m_style);
    QDialog::accept();
}

void IncidentStyleDialog::reject() {
    m_layers.previewIncidentStyle(m_before);
    QDialog::reject();
}

} // namespace gridwarden::app
