// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/map/style_dialog.h"

#include "app/map/count_classes_editor.h"
#include "app/map/look_editor.h"
#include "app/text/message_text.h"
#include "app/workspace/prompts.h"
#include "core/base/durable_file.h"
#include "gis/draw/decorations.h"
#include "gis/draw/style_classes.h"

#include <QComboBox>
#include <QDialogButtonBox>
#include <QFile>
#include <QFileInfo>
#include <QFormLayout>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QLabel>
#include <QLocale>
#include <QMessageBox>
#include <QPushButton>
#include <QSlider>
#include <QSpinBox>
#include <QTableWidget>
#include <algorithm>
#include <nlohmann/json.hpp>

namespace gridwarden::app {

namespace {

constexpr qint64 LargestFile = 4'000'000; // bytes

const gis::VectorLayer* vectorOf(const LayerEntry& entry) {
    if (!entry.layer)
        return nullptr;
    const auto* const layer = std::get_if<std::shared_ptr<const gis::VectorLayer>>(&*entry.layer);
    return layer != nullptr ? layer->get() : nullptr;
}

core::Result<gis::LayerStyle> readStyle(const QString& path) {
    QFile file(path);
    if (!QFileInfo(path).isFile() || !file.open(QIODevice::ReadOnly)) // a pipe would be waited for
        return core::fail(core::ErrorCode::Io, {"file-unreadable", {path.toStdString()}}, path.toStdString(), file.errorString().toStdString());
    const QByteArray bytes = file.read(LargestFile);
    const auto document = nlohmann::json::parse(bytes.begin(), bytes.end(), nullptr, /*allow_exceptions=*/false);
    if (document.is_discarded() || !file.atEnd())
        return core::fail(core::ErrorCode::BadInput, {"style-unreadable", {"JSON"}}, path.toStdString());
    return gis::styleFromJson(document);
}

QString captionOf(const gis::StyleClass& each) {
    const QString caption = QString::fromStdString(each.caption.text(language()));
    if (!caption.isEmpty())
        return caption;
    QStringList values;
    for (const std::string& value : each.values)
        values << (value.empty() ? StyleDialog::tr("(empty)") : QString::fromStdString(value));
    return values.join(QStringLiteral(", "));
}

} // namespace

StyleDialog::StyleDialog(LayerList& layers, int row, QWidget* parent)
    : QDialog(parent), m_layers(layers), m_row(row), m_before(layers.entry(row).style), m_countsBefore(layers.entry(row).counts), m_style(layers.styleOf(row)) {
    setObjectName(QStringLiteral("styleDialog"));
    setWindowTitle(tr("Style of %1").arg(layers.titleOf(row)));
    build();
    connect(&layers, &QAbstractItemModel::dataChanged, this, [this](const QModelIndex& index) {
        if (m_isWaiting && index.row() == m_row && m_layers.entry(m_row).state == LayerState::Ready)
            makeClasses();
    });
}

// ── Rows ──

void StyleDialog::build() {
    const LayerEntry& entry = m_layers.entry(m_row);
    const gis::VectorLayer* const layer = vectorOf(entry);
    const bool isAreas = entry.role == LayerRole::Areas;
    m_hasFill = isAreas || (layer != nullptr && layer->shapes().has(gis::ShapeKind::Polygon));
    m_hasLines = layer != nullptr && layer->shapes().has(gis::ShapeKind::Line);
    m_hasPoints = layer != nullptr && layer->shapes().has(gis::ShapeKind::Point);
    auto* const form = new QFormLayout(this);
    if (layer != nullptr)
        addClassRows(form);
    if (layer != nullptr || isAreas) {
        m_look = new LookEditor({m_hasFill, m_hasLines, m_hasPoints}, this);
        form->addRow(m_look);
        connect(m_look, &LookEditor::edited, this, [this] {
            current() = m_look->look();
            if (m_table != nullptr)
                if (QTableWidgetItem* const sample = m_table->item(m_table->currentRow(), 0))
                    sample->setIcon(colourSwatch(m_hasFill || m_hasPoints ? current().fill : current().line));
            preview();
        });
    }
    if (isAreas) {
        auto* const counts = new CountClassesEditor(entry.counts, *form, this);
        connect(counts, &CountClassesEditor::edited, this, [this](const std::optional<gis::CountClasses>& classes) { m_layers.previewCounts(m_row, classes); });
    }
    if (layer != nullptr)
        addLabelRow(form);
    if (entry.role == LayerRole::Source) {
        addScaleRow(form);
        addOpacityRow(form);
    }
    auto* const buttons = new QDialogButtonBox(QDialogButtonBox::Ok | QDialogButtonBox::Cancel, this);
    QPushButton* const load = buttons->addButton(tr("Load …"), QDialogButtonBox::ResetRole);
    QPushButton* const save = buttons->addButton(tr("Save …"), QDialogButtonBox::ResetRole);
    load->setObjectName(QStringLiteral("loadStyle"));
    save->setObjectName(QStringLiteral("saveStyle"));
    load->setToolTip(tr("Take the style from a file"));
    save->setToolTip(tr("Write the style to a file, for another layer or district"));
    connect(load, &QPushButton::clicked, this, &StyleDialog::loadStyle);
    connect(save, &QPushButton::clicked, this, &StyleDialog::saveStyle);
    connect(buttons, &QDialogButtonBox::accepted, this, &StyleDialog::accept);
    connect(buttons, &QDialogButtonBox::rejected, this, &StyleDialog::reject);
    form->addRow(buttons);
    setMinimumWidth(400);
    fillTable();
}

void StyleDialog::addClassRows(QFormLayout* form) {
    const gis::VectorLayer& layer = *vectorOf(m_layers.entry(m_row));
    m_field = new QComboBox(this);
    m_field->setObjectName(QStringLiteral("classField"));
    m_field->addItem(tr("One colour for all"), QString());
    for (const std::string& field : layer.fields())
        m_field->addItem(QString::fromStdString(field), QString::fromStdString(field));
    m_methodBox = new QComboBox(this);
    m_methodBox->setObjectName(QStringLiteral("classMethod"));
    m_methodBox->addItem(tr("Each value"), -1);
    m_methodBox->addItem(tr("Equal intervals"), static_cast<int>(gis::ClassMethod::Equal));
    m_methodBox->addItem(tr("Quantiles"), static_cast<int>(gis::ClassMethod::Quantiles));
    m_methodBox->addItem(tr("Natural breaks"), static_cast<int>(gis::ClassMethod::Natural));
    m_count = new QSpinBox(this);
    m_count->setObjectName(QStringLiteral("classCount"));
    m_count->setRange(gis::CountClasses::Fewest, gis::CountClasses::Most);
    m_count->setValue(m_method.classes);
    m_count->setToolTip(tr("Number of classes"));
    auto* const row = new QHBoxLayout;
    row->addWidget(m_field, 1);
    row->addWidget(m_methodBox);
    row->addWidget(m_count);
    form->addRow(tr("Colour by"), row);
    m_table = new QTableWidget(0, 2, this);
    m_table->setObjectName(QStringLiteral("classTable"));
    m_table->horizontalHeader()->hide();
    m_table->horizontalHeader()->setSectionResizeMode(0, QHeaderView::ResizeToContents);
    m_table->horizontalHeader()->setSectionResizeMode(1, QHeaderView::Stretch);
    m_table->verticalHeader()->hide();
    m_table->verticalHeader()->setDefaultSectionSize(24);
    m_table->setShowGrid(false);
    m_table->setIconSize({20, 14});
    m_table->setEditTriggers(QAbstractItemView::NoEditTriggers);
    m_table->setSelectionBehavior(QAbstractItemView::SelectRows);
    m_table->setSelectionMode(QAbstractItemView::SingleSelection);
    m_table->setFixedHeight(172);
    form->addRow(m_table);
    connect(m_field, &QComboBox::activated, this, &StyleDialog::chooseField);
    connect(m_methodBox, &QComboBox::activated, this, &StyleDialog::makeClasses);
    connect(m_count, &QSpinBox::valueChanged, this, &StyleDialog::makeClasses);
    connect(m_table, &QTableWidget::currentCellChanged, this, [this] { m_look->setLook(current()); });
}

void StyleDialog::addLabelRow(QFormLayout* form) {
    auto* const label = new QComboBox(this);
    label->setObjectName(QStringLiteral("labelField"));
    label->addItem(tr("No labels"), QString());
    for (const std::string& field : vectorOf(m_layers.entry(m_row))->fields())
        label->addItem(QString::fromStdString(field), QString::fromStdString(field));
    label->setCurrentIndex(std::max(0, label->findData(QString::fromStdString(m_style.labelField))));
    form->addRow(tr("Labels"), label);
    connect(label, &QComboBox::activated, this, [this, label] {
        m_style.labelField = label->currentData().toString().toStdString();
        m_style.labelElse.clear();
        if (!m_style.labelField.empty() && column(m_style.labelField) == nullptr)
            m_layers.keepField(m_row, m_style.labelField);
        if (!m_style.other.label.isValid())
            m_style.other.label = m_layers.theme().text();
        preview();
    });
}

void StyleDialog::addScaleRow(QFormLayout* form) {
    auto* const row = new QHBoxLayout;
    const auto add = [&](double gis::LayerStyle::* denominator, const QString& unlimited, const QString& name) {
        auto* const box = new QComboBox(this);
        box->setObjectName(name);
        box->addItem(unlimited, 0.0);
        for (const int each : gis::usualDenominators())
            box->addItem(u"1:" + QLocale().toString(each), static_cast<double>(each));
        if (const double own = m_style.*denominator; own > 0 && box->findData(own) < 0)
            box->addItem(u"1:" + QLocale().toString(static_cast<qlonglong>(own)), own);
        box->setCurrentIndex(std::max(0, box->findData(m_style.*denominator)));
        connect(box, &QComboBox::activated, this, [this, box, denominator] {
            m_style.*denominator = box->currentData().toDouble();
            preview();
        });
        row->addWidget(box, 1);
    };
    add(&gis::LayerStyle::minDenominator, tr("Any near scale"), QStringLiteral("nearest"));
    row->addWidget(new QLabel(QStringLiteral("–"), this));
    add(&gis::LayerStyle::maxDenominator, tr("Any far scale"), QStringLiteral("farthest"));
    form->addRow(tr("Shown at"), row);
}

void StyleDialog::addOpacityRow(QFormLayout* form) {
    auto* const opacity = new QSlider(Qt::Horizontal, this);
    opacity->setObjectName(QStringLiteral("opacity"));
    opacity->setRange(0, 100);
    opacity->setValue(static_cast<int>(m_style.opacity * 100 + 0.5));
    connect(opacity, &QSlider::valueChanged, this, [this](int percent) {
        m_style.opacity = percent / 100.0;
        preview();
    });
    form->addRow(tr("Opacity"), opacity);
}

// ── Classes ──

const gis::LayerColumn* StyleDialog::column(const std::string& field) const {
    const gis::VectorLayer* const layer = vectorOf(m_layers.entry(m_row));
    return layer != nullptr ? layer->column(field) : nullptr;
}

gis::Look& StyleDialog::current() {
    const int row = m_table != nullptr ? m_table->currentRow() : -1;
    return row >= 0 && row < static_cast<int>(m_style.classes.size()) ? m_style.classes[static_cast<std::size_t>(row)].look : m_style.other;
}

void StyleDialog::chooseField() {
    m_style.field = m_field->currentData().toString().toStdString();
    m_hasRanges = false;
    m_methodBox->setCurrentIndex(0);
    makeClasses();
}

void StyleDialog::makeClasses() {
    m_isWaiting = false;
    m_style.classes.clear();
    m_style.showOther = true;
    const gis::LayerColumn* const values = column(m_style.field);
    if (!m_style.field.empty() && values == nullptr) {
        m_isWaiting = true;
        m_layers.keepField(m_row, m_style.field);
        return; // goes on when it is loaded
    }
    if (values != nullptr) {
        const auto part = m_hasFill || m_hasPoints ? gis::ColouredPart::Fill : gis::ColouredPart::Line;
        m_hasRanges = m_methodBox->currentData().toInt() >= 0;
        m_method.method = static_cast<gis::ClassMethod>(std::max(0, m_methodBox->currentData().toInt()));
        m_method.classes = m_count->value();
        m_style.classes = m_hasRanges ? gis::rangeClasses(*values, m_method, m_style.other, part) : gis::valueClasses(*values, m_style.other, part);
    }
    fillTable();
    preview();
}

void StyleDialog::fillTable() {
    if (m_table != nullptr) {
        // Classes of several fields have no single field to choose.
        const bool isMixed = std::any_of(m_style.classes.begin(), m_style.classes.end(),
                                         [this](const gis::StyleClass& each) { return !each.field.empty() && each.field != m_style.field; });
        const bool isClassed = !m_style.classes.empty();
        m_field->setCurrentIndex(std::max(0, m_field->findData(QString::fromStdString(m_style.field))));
        m_hasRanges = std::any_of(m_style.classes.begin(), m_style.classes.end(), [](const gis::StyleClass& each) { return each.isRange(); });
        const gis::LayerColumn* const values = column(m_style.field);
        m_methodBox->setVisible(isClassed && !isMixed && values != nullptr && gis::isNumeric(*values));
        m_count->setVisible(m_hasRanges && !isMixed);
        m_table->setVisible(isClassed);
        m_table->setRowCount(static_cast<int>(m_style.classes.size()) + (m_style.showOther ? 1 : 0));
        const auto put = [this](int row, const gis::Look& look, const QString& caption) {
            m_table->setItem(row, 0, new QTableWidgetItem(colourSwatch(m_hasFill || m_hasPoints ? look.fill : look.line), QString()));
            m_table->setItem(row, 1, new QTableWidgetItem(caption));
        };
        int row = 0;
        for (const gis::StyleClass& each : m_style.classes)
            put(row++, each.look, captionOf(each));
        if (m_style.showOther)
            put(row, m_style.other, tr("All others"));
        m_table->setCurrentCell(0, 1);
    }
    if (m_look != nullptr)
        m_look->setLook(current());
    adjustSize();
}

// ── Files ──

void StyleDialog::loadStyle() {
    const QString path = prompts().fileToOpen(this, tr("Load style"), tr("Styles (*.json)"));
    if (path.isEmpty())
        return;
    auto style = readStyle(path);
    if (!style) {
        QMessageBox::warning(this, windowTitle(), text(style.error().what));
        return;
    }
    m_style = std::move(*style);
    for (const std::string& field : {m_style.field, m_style.labelField})
        if (const auto& all = vectorOf(m_layers.entry(m_row)); all != nullptr && !field.empty() && column(field) == nullptr &&
                                                               std::find(all->fields().begin(), all->fields().end(), field) != all->fields().end())
            m_layers.keepField(m_row, field);
    fillTable();
    preview();
}

void StyleDialog::saveStyle() {
    const QString path = prompts().fileToSave(this, tr("Save style"), m_layers.titleOf(m_row) + u".json", tr("Styles (*.json)"));
    if (path.isEmpty())
        return;
    const auto saved = core::writeDurably(path.toStdString(), gis::toJson(m_style).dump(2) + "\n", /*overwrite=*/true);
    if (!saved)
        QMessageBox::warning(this, windowTitle(), text(saved.error().what));
}

// ── The end ──

void StyleDialog::preview() { m_layers.previewStyle(m_row, m_style); }

void StyleDialog::accept() {
    if (const std::optional<gis::CountClasses> counts = m_layers.entry(m_row).counts; counts != m_countsBefore) {
        m_layers.previewCounts(m_row, m_countsBefore);
        m_layers.setCounts(m_row, counts);
    }
    if (m_style != m_layers.styleOf(m_row) || m_layers.entry(m_row).style != m_before) {
        m_layers.previewStyle(m_row, m_before);
        m_layers.setStyle(m_row, m_style);
    }
    QDialog::accept();
}

void StyleDialog::reject() {
    m_layers.previewCounts(m_row, m_countsBefore);
    m_layers.previewStyle(m_row, m_before);
    QDialog::reject();
}

} // namespace gridwarden::app
