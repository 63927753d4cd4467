// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/map/control_point_table.h"

#include "app/text/message_text.h"
#include "app/workspace/icon.h"

#include <QClipboard>
#include <QGuiApplication>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QLabel>
#include <QPushButton>
#include <QRegularExpression>
#include <QTableWidget>
#include <QVBoxLayout>
#include <algorithm>
#include <cmath>

namespace gridwarden::app {

namespace {

enum Column { SourceX, SourceY, TargetX, TargetY, ResidualX, ResidualY, Columns };
constexpr int MostRows = 1000;

QTableWidgetItem* cell(const QString& text, bool isEditable) {
    auto* const item = new QTableWidgetItem(text);
    item->setTextAlignment(Qt::AlignRight | Qt::AlignVCenter);
    if (!isEditable)
        item->setFlags(Qt::ItemIsEnabled | Qt::ItemIsSelectable);
    return item;
}

/// As surveyors write places in China: X, which is the northing, before Y with or without the number of its zone.
bool isNorthFirst(gis::MapPoint place) {
    const bool isNorthing = place.x > 1'500'000 && place.x < 6'000'000;
    const bool isEasting = (place.y > 100'000 && place.y < 1'000'000) || (place.y > 13'000'000 && place.y < 46'000'000);
    return isNorthing && isEasting;
}

QString number(double value) {
    return QString::number(value, 'g', 15);
}

} // namespace

std::vector<gis::ControlPoint> controlPointsFromText(const QString& text) {
    static const QRegularExpression between(QStringLiteral("[\\s,;，；]+"));
    std::vector<gis::ControlPoint> points;
    for (const QString& line : text.split(u'\n')) {
        const QStringList words = line.split(between, Qt::SkipEmptyParts);
        std::vector<double> numbers;
        for (const QString& word : words) {
            bool isNumber = false;
            const double value = word.toDouble(&isNumber);
            if (isNumber && std::isfinite(value))
                numbers.push_back(value);
        }
        const std::size_t count = numbers.size();
        const bool hasNumber = count == 5; // the point's own, in front
        if (count == 4 || hasNumber) {
            const double* const first = numbers.data() + (hasNumber ? 1 : 0);
            points.push_back({{first[0], first[1]}, {first[2], first[3]}, true});
        }
    }
    if (!points.empty() && std::all_of(points.begin(), points.end(), [](const gis::ControlPoint& point) { return isNorthFirst(point.target); }))
        for (gis::ControlPoint& point : points)
            point = {{point.source.y, point.source.x}, {point.target.y, point.target.x}, true};
    return points;
}

ControlPointTable::ControlPointTable(QWidget* parent) : QWidget(parent), m_table(new QTableWidget(0, Columns, this)), m_summary(new QLabel(this)) {
    m_table->setObjectName(QStringLiteral("controlPoints"));
    m_table->setHorizontalHeaderLabels({tr("Layer east (Y)"), tr("Layer north (X)"), tr("Plane east (Y)"), tr("Plane north (X)"), tr("Residual east"), tr("Residual north")});
    m_table->horizontalHeader()->setSectionResizeMode(QHeaderView::Stretch);
    m_table->verticalHeader()->setDefaultSectionSize(24);
    m_table->setAccessibleName(tr("Control points"));
    m_summary->setObjectName(QStringLiteral("controlSummary"));
    auto* const add = new QPushButton(icon(QLatin1String("plus")), tr("Add point"), this);
    auto* const remove = new QPushButton(icon(QLatin1String("trash-2")), tr("Remove point"), this);
    auto* const pasted = new QPushButton(icon(QLatin1String("clipboard-list")), tr("Paste points"), this);
    pasted->setObjectName(QStringLiteral("pastePoints"));
    pasted->setToolTip(tr("Lines of four numbers from a table: east and north in the layer, east and north in the plane"));
    auto* const row = new QHBoxLayout;
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(8);
    for (QPushButton* const each : {add, remove, pasted}) {
        each->setAutoDefault(false);
        row->addWidget(each);
    }
    row->addStretch(1);
    auto* const column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(8);
    column->addWidget(m_table, 1);
    column->addLayout(row);
    column->addWidget(m_summary);
    connect(add, &QPushButton::clicked, this, [this] {
        addRow(nullptr);
        m_table->setCurrentCell(m_table->rowCount() - 1, SourceX);
        m_table->editItem(m_table->currentItem());
    });
    connect(remove, &QPushButton::clicked, this, &ControlPointTable::removeRows);
    connect(pasted, &QPushButton::clicked, this, &ControlPointTable::paste);
    connect(m_table, &QTableWidget::itemChanged, this, [this] {
        if (!m_isFilling)
            showFit();
    });
    showFit();
}

void ControlPointTable::addRow(const gis::ControlPoint* point) {
    if (m_table->rowCount() >= MostRows)
        return;
    m_isFilling = true;
    const int row = m_table->rowCount();
    m_table->insertRow(row);
    auto* const head = cell(point ? number(point->source.x) : QString(), true);
    head->setFlags(head->flags() | Qt::ItemIsUserCheckable);
    head->setCheckState(!point || point->isUsed ? Qt::Checked : Qt::Unchecked);
    m_table->setItem(row, SourceX, head);
    m_table->setItem(row, SourceY, cell(point ? number(point->source.y) : QString(), true));
    m_table->setItem(row, TargetX, cell(point ? number(point->target.x) : QString(), true));
    m_table->setItem(row, TargetY, cell(point ? number(point->target.y) : QString(), true));
    m_table->setItem(row, ResidualX, cell({}, false));
    m_table->setItem(row, ResidualY, cell({}, false));
    m_isFilling = false;
}

void ControlPointTable::removeRows() {
    if (m_table->currentRow() >= 0)
        m_table->removeRow(m_table->currentRow());
    showFit();
}

void ControlPointTable::paste() {
    for (const gis::ControlPoint& point : controlPointsFromText(QGuiApplication::clipboard()->text()))
        addRow(&point);
    showFit();
}

void ControlPointTable::setPoints(const std::vector<gis::ControlPoint>& points) {
    m_table->setRowCount(0);
    for (const gis::ControlPoint& point : points)
        addRow(&point);
    showFit();
}

std::optional<gis::ControlPoint> ControlPointTable::pointOf(int row) const {
    double numbers[4] = {};
    for (int column = SourceX; column <= TargetY; ++column) {
        bool isNumber = false;
        numbers[column] = m_table->item(row, column)->text().trimmed().toDouble(&isNumber);
        if (!isNumber || !std::isfinite(numbers[column]))
            return std::nullopt;
    }
    return gis::ControlPoint{{numbers[0], numbers[1]}, {numbers[2], numbers[3]}, m_table->item(row, SourceX)->checkState() == Qt::Checked};
}

std::vector<gis::ControlPoint> ControlPointTable::points() const {
    std::vector<gis::ControlPoint> all;
    for (int row = 0; row < m_table->rowCount(); ++row)
        if (const auto point = pointOf(row))
            all.push_back(*point);
    return all;
}

void ControlPointTable::showFit() {
    const std::vector<gis::ControlPoint> all = points();
    const auto fit = gis::fitControlPoints(all);
    m_isFilling = true;
    std::size_t next = 0;
    for (int row = 0; row < m_table->rowCount(); ++row) {
        const bool isWhole = pointOf(row).has_value();
        const bool isShown = fit && isWhole;
        m_table->item(row, ResidualX)->setText(isShown ? QString::number(fit->residuals[next].x, 'f', 3) : QString());
        m_table->item(row, ResidualY)->setText(isShown ? QString::number(fit->residuals[next].y, 'f', 3) : QString());
        next += isWhole ? 1 : 0;
    }
    m_isFilling = false;
    const auto used = static_cast<int>(std::count_if(all.begin(), all.end(), [](const gis::ControlPoint& point) { return point.isUsed; }));
    if (!fit)
        m_summary->setText(text(fit.error()));
    else
        m_summary->setText(tr("%n point(s) used, RMS %1 m; rotation %2″, scale %3", nullptr, used)
                               .arg(QString::number(fit->rms, 'f', 3), QString::number(fit->similarity.rotationSeconds(), 'f', 2),
                                    QString::number(fit->similarity.scale(), 'f', 9)) +
                           (used == 2 ? QString(u" · " + tr("two points leave nothing to check by")) : QString()));
    emit changed();
}

} // namespace gridwarden::app
