// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/map/incident_style_dialog.h"

#include "app/map/incident_class_editor.h"

#include <QComboBox>
#include <QDialogButtonBox>
#include <QDoubleSpinBox>
#include <QFormLayout>
#include <QLabel>

namespace gridwarden::app {

using gis::IncidentDrawing;
using gis::IncidentStyle;

IncidentStyleDialog::IncidentStyleDialog(LayerList& layers, const Workspace& workspace, QWidget* parent)
    : QDialog(parent), m_layers(layers), m_workspace(workspace), m_before(layers.incidentStyle()), m_style(m_before), m_form(new QFormLayout(this)),
      m_drawing(new QComboBox(this)), m_by(new QComboBox(this)), m_classes(new IncidentClassEditor(this)), m_clusterSize(new QDoubleSpinBox(this)), m_heatRadius(new QDoubleSpinBox(this)) {
    setObjectName(QStringLiteral("incidentStyleDialog"));
    setWindowTitle(tr("Style of incidents"));
    m_drawing->setObjectName(QStringLiteral("incidentDrawing"));
    m_drawing->addItem(tr("Symbols"), static_cast<int>(IncidentDrawing::Symbols));
    m_drawing->addItem(tr("Numbered clusters"), static_cast<int>(IncidentDrawing::Clusters));
    m_drawing->addItem(tr("Heat map"), static_cast<int>(IncidentDrawing::Heat));
    m_drawing->setCurrentIndex(m_drawing->findData(static_cast<int>(m_style.drawing)));
    m_by->setObjectName(QStringLiteral("symbolsBy"));
    for (const auto& [title, key] : {std::pair(tr("Lamp"), gis::SymbolKey::Lamp), std::pair(tr("Category"), gis::SymbolKey::Category),
                                     std::pair(tr("State"), gis::SymbolKey::State), std::pair(tr("Source"), gis::SymbolKey::Source)})
        m_by->addItem(title, static_cast<int>(key));
    m_by->setCurrentIndex(m_by->findData(static_cast<int>(m_style.by)));
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
    m_form->addRow(tr("Symbols by"), m_by);
    m_form->addRow(tr("Classes"), m_classes);
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
    connect(m_by, &QComboBox::currentIndexChanged, this, [this] {
        m_style.by = static_cast<gis::SymbolKey>(m_by->currentData().toInt());
        m_style.classes.clear();
        m_style.others = {};
        m_classes->setEnabled(false); // until the map has found those of the new key
        preview();
    });
    connect(m_classes, &IncidentClassEditor::edited, this, [this](const IncidentStyle& style) {
        m_style.classes = style.classes;
        m_style.others = style.others;
        preview();
    });
    connect(&m_layers, &LayerList::incidentSymbolsChanged, this, [this] {
        m_classes->setEnabled(true);
        showClasses();
    });
    connect(m_clusterSize, &QDoubleSpinBox::valueChanged, this, [this](double pixels) {
        m_style.clusterSize = pixels;
        preview();
    });
    connect(m_heatRadius, &QDoubleSpinBox::valueChanged, this, [this](double metres) {
        m_style.heatRadius = metres;
        preview();
    });
    setMinimumWidth(400);
    showFields();
    showClasses();
}

void IncidentStyleDialog::showFields() {
    const auto show = [this](QWidget* field, bool isShown) {
        field->setVisible(isShown);
        m_form->labelForField(field)->setVisible(isShown);
    };
    show(m_by, m_style.drawing != IncidentDrawing::Heat);
    show(m_classes, m_style.drawing != IncidentDrawing::Heat);
    show(m_clusterSize, m_style.drawing == IncidentDrawing::Clusters);
    show(m_heatRadius, m_style.drawing == IncidentDrawing::Heat);
}

void IncidentStyleDialog::showClasses() {
    if (const core::District* const district = m_workspace.district())
        m_classes->showClasses(m_style, *m_layers.incidentSymbols(), symbolValues(m_style.by, district->categories(), district->sources()));
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
