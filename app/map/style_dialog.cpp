// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/map/style_dialog.h"

#include "gis/draw/symbol.h"

#include <QColorDialog>
#include <QComboBox>
#include <QDialogButtonBox>
#include <QDoubleSpinBox>
#include <QFormLayout>
#include <QHeaderView>
#include <QLabel>
#include <QPainter>
#include <QSlider>
#include <QTableWidget>
#include <QToolButton>
#include <algorithm>
#include <map>

namespace gridwarden::app {

namespace {

constexpr std::size_t MostClasses = 30;

QIcon swatch(const QColor& colour) {
    QPixmap picture(20, 14);
    picture.fill(colour.isValid() ? colour : QColor(Qt::transparent));
    QPainter painter(&picture);
    painter.setPen(Qt::gray);
    painter.drawRect(0, 0, 19, 13);
    return QIcon(picture);
}

const gis::VectorLayer* vectorOf(const LayerEntry& entry) {
    if (!entry.layer)
        return nullptr;
    const auto* const layer = std::get_if<std::shared_ptr<const gis::VectorLayer>>(&*entry.layer);
    return layer != nullptr ? layer->get() : nullptr;
}

} // namespace

StyleDialog::StyleDialog(LayerList& layers, int row, QWidget* parent)
    : QDialog(parent), m_layers(layers), m_row(row), m_before(layers.entry(row).style), m_style(layers.styleOf(row)) {
    setObjectName(QStringLiteral("styleDialog"));
    setWindowTitle(tr("Style of %1").arg(layers.titleOf(row)));
    build();
    connect(&layers, &QAbstractItemModel::dataChanged, this, [this](const QModelIndex& index) {
        if (index.row() == m_row && m_layers.entry(m_row).state == LayerState::Ready && m_style.classes.empty() && !m_style.field.empty())
            fillClasses();
    });
}

QToolButton* StyleDialog::colourButton(QColor* colour) {
    auto* const button = new QToolButton(this);
    button->setIconSize({20, 14});
    button->setIcon(swatch(*colour));
    connect(button, &QToolButton::clicked, this, [this, colour, button] {
        const QColor chosen = QColorDialog::getColor(*colour, this, {}, QColorDialog::ShowAlphaChannel);
        if (!chosen.isValid())
            return;
        *colour = chosen;
        button->setIcon(swatch(chosen));
        preview();
    });
    return button;
}

void StyleDialog::build() {
    const LayerEntry& entry = m_layers.entry(m_row);
    const gis::VectorLayer* const layer = vectorOf(entry);
    const bool isRaster = entry.role == LayerRole::Source && layer == nullptr;
    m_hasFill = entry.role == LayerRole::Areas || (layer != nullptr && layer->shapes().has(gis::ShapeKind::Polygon));
    m_hasPoints = layer != nullptr && layer->shapes().has(gis::ShapeKind::Point);
    auto* const form = new QFormLayout(this);
    if (!isRaster) {
        if (m_hasFill || m_hasPoints)
            form->addRow(tr("Fill"), colourButton(&m_style.other.fill));
        form->addRow(tr("Line"), colourButton(&m_style.other.line));
        m_width = new QDoubleSpinBox(this);
        m_width->setRange(0, 20);
        m_width->setSingleStep(0.5);
        m_width->setSuffix(tr(" px"));
        m_width->setValue(m_style.other.width);
        connect(m_width, &QDoubleSpinBox::valueChanged, this, [this](double width) {
            m_style.other.width = width;
            preview();
        });
        form->addRow(tr("Width"), m_width);
    }
    if (m_hasPoints) {
        m_marker = new QDoubleSpinBox(this);
        m_marker->setRange(2, 40);
        m_marker->setSuffix(tr(" px"));
        m_marker->setValue(m_style.other.markerSize);
        connect(m_marker, &QDoubleSpinBox::valueChanged, this, [this](double size) {
            m_style.other.markerSize = size;
            for (gis::StyleClass& each : m_style.classes)
                each.look.markerSize = size;
            preview();
        });
        form->addRow(tr("Point size"), m_marker);
    }
    if (layer != nullptr) {
        m_field = new QComboBox(this);
        m_label = new QComboBox(this);
        m_field->setObjectName(QStringLiteral("classField"));
        m_field->addItem(tr("One colour for all"), QString());
        m_label->addItem(tr("No labels"), QString());
        for (const std::string& field : layer->fields()) {
            m_field->addItem(QString::fromStdString(field), QString::fromStdString(field));
            m_label->addItem(QString::fromStdString(field), QString::fromStdString(field));
        }
        m_field->setCurrentIndex(std::max(0, m_field->findData(QString::fromStdString(m_style.field))));
        m_label->setCurrentIndex(std::max(0, m_label->findData(QString::fromStdString(m_style.labelField))));
        form->addRow(tr("Colour by"), m_field);
        m_table = new QTableWidget(0, 2, this);
        m_table->setObjectName(QStringLiteral("classTable"));
        m_table->setHorizontalHeaderLabels({tr("Colour"), tr("Value")});
        m_table->horizontalHeader()->setSectionResizeMode(1, QHeaderView::Stretch);
        m_table->verticalHeader()->hide();
        m_table->setEditTriggers(QAbstractItemView::NoEditTriggers);
        m_table->setMinimumHeight(180);
        form->addRow(m_table);
        form->addRow(tr("Labels"), m_label);
        connect(m_field, &QComboBox::activated, this, [this] {
            m_style.field = m_field->currentData().toString().toStdString();
            m_style.classes.clear();
            fillClasses();
        });
        connect(m_label, &QComboBox::activated, this, [this] {
            m_style.labelField = m_label->currentData().toString().toStdString();
            const gis::VectorLayer* const shown = vectorOf(m_layers.entry(m_row));
            if (!m_style.labelField.empty() && shown != nullptr && shown->column(m_style.labelField) == nullptr)
                m_layers.keepField(m_row, m_style.labelField);
            if (!m_style.other.label.isValid())
                m_style.other.label = m_layers.theme().text();
            preview();
        });
    }
    if (entry.role == LayerRole::Source) {
        m_opacity = new QSlider(Qt::Horizontal, this);
        m_opacity->setObjectName(QStringLiteral("opacity"));
        m_opacity->setRange(0, 100);
        m_opacity->setValue(static_cast<int>(m_style.opacity * 100 + 0.5));
        connect(m_opacity, &QSlider::valueChanged, this, [this](int percent) {
            m_style.opacity = percent / 100.0;
            preview();
        });
        form->addRow(tr("Opacity"), m_opacity);
    }
    auto* const buttons = new QDialogButtonBox(QDialogButtonBox::Ok | QDialogButtonBox::Cancel, this);
    connect(buttons, &QDialogButtonBox::accepted, this, &StyleDialog::accept);
    connect(buttons, &QDialogButtonBox::rejected, this, &StyleDialog::reject);
    form->addRow(buttons);
    if (layer != nullptr)
        fillTable();
}

std::vector<std::string> StyleDialog::valuesOf(const std::string& field) const {
    const gis::VectorLayer* const layer = vectorOf(m_layers.entry(m_row));
    const gis::LayerColumn* const column = layer != nullptr ? layer->column(field) : nullptr;
    if (column == nullptr)
        return {};
    std::vector<std::pair<std::size_t, std::string>> counted(column->values.size());
    for (std::size_t i = 0; i < counted.size(); ++i)
        counted[i] = {0, column->values[i]};
    for (const std::uint32_t value : column->byShape)
        ++counted[value].first;
    std::erase_if(counted, [](const auto& each) { return each.first == 0; });
    std::stable_sort(counted.begin(), counted.end(), [](const auto& a, const auto& b) { return a.first > b.first; });
    std::vector<std::string> values;
    for (std::size_t i = 0; i < counted.size() && i < MostClasses; ++i)
        values.push_back(counted[i].second);
    return values;
}

void StyleDialog::fillClasses() {
    if (!m_style.field.empty()) {
        const gis::VectorLayer* const layer = vectorOf(m_layers.entry(m_row));
        if (layer != nullptr && layer->column(m_style.field) == nullptr) {
            m_layers.keepField(m_row, m_style.field);
            return; // goes on when it is loaded
        }
        const auto& hues = gis::categoryHues();
        std::size_t next = 0;
        for (const std::string& value : valuesOf(m_style.field)) {
            gis::StyleClass each;
            each.values = {value};
            each.caption.chinese = each.caption.english = value;
            each.look = m_style.other;
            const QColor hue = hues[1 + next++ % (hues.size() - 1)];
            if (m_hasFill || m_hasPoints) {
                each.look.fill = hue;
                each.look.fill.setAlpha(m_hasPoints ? 255 : 120);
            }
            each.look.line = m_hasFill || m_hasPoints ? hue.darker(130) : hue;
            m_style.classes.push_back(std::move(each));
        }
    }
    fillTable();
    preview();
}

void StyleDialog::fillTable() {
    m_table->setVisible(!m_style.classes.empty());
    m_table->setRowCount(static_cast<int>(m_style.classes.size()));
    for (int i = 0; i < m_table->rowCount(); ++i) {
        gis::StyleClass& each = m_style.classes[static_cast<std::size_t>(i)];
        m_table->setCellWidget(i, 0, colourButton(m_hasFill || m_hasPoints ? &each.look.fill : &each.look.line));
        QStringList values;
        for (const std::string& value : each.values)
            values << (value.empty() ? tr("(empty)") : QString::fromStdString(value));
        m_table->setItem(i, 1, new QTableWidgetItem(values.join(QStringLiteral(", "))));
    }
}

void StyleDialog::preview() { m_layers.previewStyle(m_row, m_style); }

void StyleDialog::accept() {
    if (m_style != m_layers.styleOf(m_row) || m_layers.entry(m_row).style != m_before) {
        m_layers.previewStyle(m_row, m_before);
        m_layers.setStyle(m_row, m_style);
    }
    QDialog::accept();
}

void StyleDialog::reject() {
    m_layers.previewStyle(m_row, m_before);
    QDialog::reject();
}

} // namespace gridwarden::app
