// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/figures/figure_chart.h"

#include "app/workspace/prompts.h"
#include "core/base/durable_file.h"

#include <QBarCategoryAxis>
#include <QBarSet>
#include <QChart>
#include <QContextMenuEvent>
#include <QFile>
#include <QHorizontalStackedBarSeries>
#include <QLegend>
#include <QMenu>
#include <QPageSize>
#include <QPdfWriter>
#include <QStackedBarSeries>
#include <QSvgGenerator>
#include <QToolTip>
#include <QValueAxis>
#include <algorithm>
#include <cmath>

namespace gridwarden::app {

namespace {

constexpr std::size_t MostLevelLabels = 8; // beside one another
const QColor Usual(0x56, 0xB4, 0xE9), Marked(0x00, 0x72, 0xB2); // Okabe and Ito's

/// From 0, or the least value where it is below; at least one wide.
std::pair<double, double> rangeOf(const std::vector<FigureChart::Bar>& bars) {
    double least = 0, most = 0;
    for (const FigureChart::Bar& bar : bars) {
        least = std::min(least, bar.value.value_or(0));
        most = std::max(most, bar.value.value_or(0));
    }
    return {least, most > least ? most : least + 1};
}

} // namespace

FigureChart::FigureChart(Lie lie, QWidget* parent) : QChartView(parent), m_lie(lie) {
    setRenderHint(QPainter::Antialiasing);
    setFrameShape(QFrame::NoFrame);
    setMinimumSize(200, 100);
    chart()->legend()->hide();
}

void FigureChart::setBars(std::vector<Bar> bars, const QString& title, int marked) {
    m_bars = std::move(bars);
    m_title = title;
    m_marked = marked;
    setAccessibleName(title);
    draw();
}

void FigureChart::changeEvent(QEvent* event) {
    QChartView::changeEvent(event);
    if (event->type() == QEvent::PaletteChange || event->type() == QEvent::FontChange)
        draw();
}

void FigureChart::draw() {
    auto* const next = new QChart;
    next->setBackgroundBrush(palette().brush(QPalette::Base));
    next->setBackgroundRoundness(0);
    next->setMargins({4, 4, 8, 4});
    next->legend()->hide();
    const QColor ink = palette().color(QPalette::Text);
    QColor faint = ink;
    faint.setAlphaF(0.15F);
    next->setTitle(m_title);
    next->setTitleFont(font());
    next->setTitleBrush(ink);

    auto* const usual = new QBarSet(QString());
    auto* const marked = new QBarSet(QString());
    usual->setColor(Usual);
    marked->setColor(Marked);
    usual->setBorderColor(Qt::transparent);
    marked->setBorderColor(Qt::transparent);
    QStringList labels;
    const auto add = [&](std::size_t i) {
        const double value = m_bars[i].value.value_or(0);
        const bool isMarked = static_cast<int>(i) == m_marked;
        usual->append(isMarked ? 0 : value);
        marked->append(isMarked ? value : 0);
        QString label = m_bars[i].label;
        while (labels.contains(label)) // an axis has each name once
            label += QChar(0x200B);
        labels << label;
    };
    for (std::size_t i = 0; i < m_bars.size(); ++i) // an axis that goes up begins at the bottom
        add(m_lie == Lie::Across ? m_bars.size() - 1 - i : i);
    QAbstractBarSeries* series = nullptr;
    if (m_lie == Lie::Across)
        series = new QHorizontalStackedBarSeries;
    else
        series = new QStackedBarSeries;
    series->append(usual);
    series->append(marked);
    series->setBarWidth(0.7);
    const auto barAt = [this](int position) { return m_lie == Lie::Across ? static_cast<int>(m_bars.size()) - 1 - position : position; };
    connect(series, &QAbstractBarSeries::clicked, this, [this, barAt](int position) { emit barClicked(barAt(position)); });
    connect(series, &QAbstractBarSeries::hovered, this, [this, barAt](bool isOver, int position) { showBar(isOver, barAt(position)); });
    next->addSeries(series);

    auto* const names = new QBarCategoryAxis;
    names->append(labels);
    if (m_lie == Lie::Upright && m_bars.size() > MostLevelLabels)
        names->setLabelsAngle(-90);
    names->setTruncateLabels(m_bars.size() <= MostLevelLabels);
    auto* const numbers = new QValueAxis;
    const auto [least, most] = rangeOf(m_bars);
    numbers->setRange(least, most);
    numbers->applyNiceNumbers();
    numbers->setLabelFormat(numbers->max() - numbers->min() < 5 ? QStringLiteral("%.1f") : QStringLiteral("%.0f"));
    for (QAbstractAxis* const axis : {static_cast<QAbstractAxis*>(names), static_cast<QAbstractAxis*>(numbers)}) {
        QFont small = font();
        small.setPointSizeF(small.pointSizeF() * 0.9);
        axis->setLabelsFont(small);
        axis->setTitleFont(small);
        axis->setTitleBrush(ink);
        axis->setLabelsColor(ink);
        axis->setLinePenColor(ink);
        axis->setGridLineColor(axis == names ? QColor(Qt::transparent) : faint);
    }
    next->addAxis(names, m_lie == Lie::Across ? Qt::AlignLeft : Qt::AlignBottom);
    next->addAxis(numbers, m_lie == Lie::Across ? Qt::AlignBottom : Qt::AlignLeft);
    series->attachAxis(names);
    series->attachAxis(numbers);
    QChart* const before = chart();
    setChart(next);
    delete before;
}

void FigureChart::showBar(bool isOver, int bar) {
    if (isOver && bar >= 0 && bar < static_cast<int>(m_bars.size())) {
        const Bar& over = m_bars[static_cast<std::size_t>(bar)];
        QToolTip::showText(QCursor::pos(), over.label + u": " + over.text, this);
    } else {
        QToolTip::hideText();
    }
}

bool FigureChart::save(const QString& path) {
    core::PartialFile partial(path.toStdString());
    const QString target = QString::fromStdString(partial.path().string());
    const QRectF from = scene()->sceneRect();
    bool isPainted = false;
    const auto paint = [&](QPaintDevice& device) {
        QPainter painter;
        isPainted = painter.begin(&device);
        if (isPainted)
            scene()->render(&painter, {}, from, Qt::KeepAspectRatio);
        isPainted = isPainted && painter.end();
    };
    if (path.endsWith(QLatin1String(".pdf"), Qt::CaseInsensitive)) {
        QPdfWriter writer(target);
        writer.setPageSize(QPageSize(from.size() * 0.75, QPageSize::Point));
        writer.setPageMargins({});
        paint(writer);
    } else if (path.endsWith(QLatin1String(".svg"), Qt::CaseInsensitive)) {
        QSvgGenerator writer;
        writer.setFileName(target);
        writer.setViewBox(from);
        writer.setSize(from.size().toSize());
        paint(writer);
    } else {
        QImage picture((from.size() * 2).toSize(), QImage::Format_ARGB32_Premultiplied);
        picture.fill(palette().color(QPalette::Base));
        paint(picture);
        isPainted = isPainted && picture.save(target, "PNG");
    }
    return isPainted && QFile(target).size() > 0 && partial.finish(/*overwrite=*/true).has_value();
}

void FigureChart::contextMenuEvent(QContextMenuEvent* event) {
    QMenu menu(this);
    QAction* const saving = menu.addAction(tr("Save the chart as …"));
    saving->setObjectName(QStringLiteral("saveChart"));
    saving->setEnabled(!m_bars.empty());
    if (menu.exec(event->globalPos()) != saving)
        return;
    const QString path = prompts().fileToSave(this, tr("Save the chart"), m_title + u".pdf", tr("PDF (*.pdf);;SVG (*.svg);;Picture (*.png)"));
    if (!path.isEmpty() && !save(path))
        prompts().choose(this, {tr("The chart could not be written to %1.").arg(path), {}, {tr("Close")}, true});
}

} // namespace gridwarden::app
