// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/figures/survival_chart.h"

#include <QAreaSeries>
#include <QChart>
#include <QEvent>
#include <QLegend>
#include <QLineSeries>
#include <QValueAxis>
#include <array>

namespace gridwarden::app {

namespace {

/// Okabe and Ito's, which colour-blind people can tell apart.
const std::array<QColor, SurvivalChart::MostLines> Colours = {QColor(0x00, 0x72, 0xB2), QColor(0xD5, 0x5E, 0x00), QColor(0x00, 0x9E, 0x73),
                            QColor(0xCC, 0x79, 0xA7), QColor(0xE6, 0x9F, 0x00), QColor(0x56, 0xB4, 0xE9)};
constexpr std::array<Qt::PenStyle, SurvivalChart::MostLines> Patterns = {Qt::SolidLine, Qt::DashLine, Qt::DotLine, Qt::DashDotLine, Qt::DashDotDotLine, Qt::SolidLine};

/// The steps of a value of the points, up to the end of the axis; from where there is no value on, the last one.
template <class ValueOf> QLineSeries* stepsOf(const core::SurvivalCurve& curve, double days, ValueOf valueOf) {
    auto* const series = new QLineSeries;
    QList<QPointF> steps{{0, 1}};
    double last = 1;
    for (const core::SurvivalPoint& point : curve.points) {
        if (point.days > days)
            break;
        if (point.events == 0)
            continue;
        steps.push_back({point.days, last});
        last = valueOf(point).value_or(last);
        steps.push_back({point.days, last});
    }
    steps.push_back({days, last});
    series->replace(steps);
    return series;
}

} // namespace

SurvivalChart::SurvivalChart(QWidget* parent) : QChartView(parent) {
    setRenderHint(QPainter::Antialiasing);
    setFrameShape(QFrame::NoFrame);
    setMinimumSize(280, 200);
    setAccessibleName(tr("How long cleared places stay clear"));
}

QString SurvivalChart::mark(std::size_t curve) {
    constexpr std::array Signs = {u"━━━", u"━ ━", u"∙∙∙", u"━∙━", u"━∙∙", u"━━━"};
    return QStringLiteral("<span style=\"color:%1\">%2</span>").arg(Colours[curve].name(), QString::fromUtf16(Signs[curve]));
}

void SurvivalChart::setCurves(const std::vector<core::SurvivalCurve>& curves, double days) {
    m_curves = curves;
    m_days = days;
    draw();
}

void SurvivalChart::changeEvent(QEvent* event) {
    QChartView::changeEvent(event);
    if (event->type() == QEvent::PaletteChange || event->type() == QEvent::FontChange)
        draw();
}

void SurvivalChart::draw() {
    auto* const next = new QChart;
    next->setBackgroundBrush(palette().brush(QPalette::Base));
    next->setBackgroundRoundness(0);
    next->setMargins({4, 4, 4, 4});
    const QColor ink = palette().color(QPalette::Text);
    QColor faint = ink;
    faint.setAlphaF(0.15F);
    const auto axis = [&](Qt::Alignment side, const QString& title, double end) {
        auto* const made = new QValueAxis;
        made->setRange(0, end);
        made->setTitleText(title);
        made->setTitleFont(font());
        made->setLabelsFont(font());
        made->setLabelsColor(ink);
        made->setTitleBrush(ink);
        made->setLinePenColor(ink);
        made->setGridLineColor(faint);
        next->addAxis(made, side);
        return made;
    };
    QValueAxis* const across = axis(Qt::AlignBottom, tr("Days since the clearing"), m_days);
    across->setLabelFormat(QStringLiteral("%.0f"));
    across->setTickCount(7);
    QValueAxis* const up = axis(Qt::AlignLeft, tr("Share that is still clear"), 1);
    up->setLabelFormat(QStringLiteral("%.1f"));
    up->setTickCount(6);
    const auto put = [&](QAbstractSeries* series) {
        next->addSeries(series);
        series->attachAxis(across);
        series->attachAxis(up);
    };
    for (std::size_t i = 0; i < m_curves.size() && i < MostLines; ++i) {
        const core::SurvivalCurve& curve = m_curves[i];
        if (m_curves.size() == 1) {
            auto* const interval = new QAreaSeries(stepsOf(curve, m_days, [](const auto& point) { return point.upper(); }),
                                                   stepsOf(curve, m_days, [](const auto& point) { return point.lower(); }));
            interval->lowerSeries()->setParent(interval);
            interval->upperSeries()->setParent(interval);
            QColor shade = Colours[0];
            shade.setAlphaF(0.2F);
            interval->setBrush(shade);
            interval->setPen(Qt::NoPen);
            put(interval);
        }
        auto* const line = stepsOf(curve, m_days, [](const auto& point) { return std::optional(point.survival); });
        line->setPen(QPen(Colours[i], 2, Patterns[i]));
        put(line);
    }
    next->legend()->hide();
    QChart* const before = chart();
    setChart(next);
    delete before;
}

} // namespace gridwarden::app
