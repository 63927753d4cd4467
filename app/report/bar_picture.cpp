// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/report/bar_picture.h"

#include "app/report/official_type.h"
#include "app/report/page_layout.h"
#include "app/report/text_style.h"

#include <QFontMetricsF>
#include <algorithm>

namespace gridwarden::app {

namespace {

constexpr double NamesMm = 44, LabelsMm = 20, RowMm = 5.4, PairMm = 6.8, KeyMm = 6, FootMm = 2, WidthMm = 156;

/// The period before is told from the present one by its outline, not by its colour alone.
void paintBar(QPainter& painter, const QRectF& bar, bool isBefore) {
    if (!isBefore) {
        painter.fillRect(bar, ink::Accent);
        return;
    }
    painter.setPen(QPen(ink::Accent, points(0.6)));
    painter.setBrush(ink::AccentPale);
    painter.drawRect(bar);
}

class BarPainting {
public:
    BarPainting(QPainter& painter, const BarChart& chart, core::Language language)
        : m_painter(painter), m_chart(chart), m_font(officialFont(OfficialStyle::Note, language)), m_metrics(m_font),
          m_row(millimetres(chart.before.isEmpty() ? RowMm : PairMm)) {
        double most = chart.full;
        for (const Bar& bar : chart.bars)
            most = std::max({most, bar.value, chart.before.isEmpty() ? 0.0 : bar.beside});
        m_scale = most > 0 ? millimetres(WidthMm - NamesMm - LabelsMm) / most : 0;
    }

    void paint() {
        m_painter.setFont(m_font);
        double top = 0;
        if (!m_chart.before.isEmpty() || m_chart.mark) {
            key();
            top = millimetres(KeyMm);
        }
        const double first = top;
        for (const Bar& bar : m_chart.bars) {
            row(bar, top);
            top += m_row;
        }
        const double left = millimetres(NamesMm);
        m_painter.setPen(QPen(ink::Text, points(0.5)));
        m_painter.drawLine(QPointF(left, first), QPointF(left, top));
        if (m_chart.mark) {
            const double x = left + *m_chart.mark * m_scale;
            m_painter.setPen(QPen(ink::Text, points(0.8), Qt::DashLine));
            m_painter.drawLine(QPointF(x, first), QPointF(x, top));
        }
    }

private:
    [[nodiscard]] double baseline(double middle) const {
        return middle + (m_metrics.ascent() - m_metrics.descent()) / 2;
    }
    void say(double x, double middle, const QString& text) {
        m_painter.setPen(ink::Text);
        m_painter.drawText(QPointF(x, baseline(middle)), text);
    }

    void key() {
        const double middle = millimetres(KeyMm) / 2 - millimetres(0.5), side = millimetres(3), gap = millimetres(1.5);
        double x = millimetres(NamesMm);
        const auto named = [&](const QString& name) {
            say(x + side + gap, middle, name);
            x += side + gap + m_metrics.horizontalAdvance(name) + millimetres(5);
        };
        if (!m_chart.before.isEmpty())
            for (const bool isBefore : {false, true}) {
                paintBar(m_painter, QRectF(x, middle - side / 2, side, side), isBefore);
                named(isBefore ? m_chart.before : m_chart.now);
            }
        if (m_chart.mark) {
            m_painter.setPen(QPen(ink::Text, points(0.8), Qt::DashLine));
            m_painter.drawLine(QPointF(x, middle), QPointF(x + side, middle));
            named(m_chart.markLabel);
        }
    }

    void row(const Bar& bar, double top) {
        const double left = millimetres(NamesMm), gap = millimetres(1.5), middle = top + m_row / 2;
        const QString name = m_metrics.elidedText(bar.name, Qt::ElideMiddle, left - gap);
        say(left - gap - m_metrics.horizontalAdvance(name), middle, name);
        const double thickness = m_row * (m_chart.before.isEmpty() ? 0.62 : 0.36);
        const double upper = m_chart.before.isEmpty() ? middle - thickness / 2 : middle - thickness;
        paintBar(m_painter, QRectF(left, upper, bar.value * m_scale, thickness), false);
        double end = left + bar.value * m_scale;
        if (!m_chart.before.isEmpty()) {
            paintBar(m_painter, QRectF(left, middle, bar.beside * m_scale, thickness), true);
            end = std::max(end, left + bar.beside * m_scale);
        }
        // Beside each other where the broken line would cross them.
        if (m_chart.mark)
            end = millimetres(WidthMm) - gap - m_metrics.horizontalAdvance(bar.label) - gap;
        say(end + gap, middle, bar.label);
    }

    QPainter& m_painter;
    const BarChart& m_chart;
    QFont m_font;
    QFontMetricsF m_metrics;
    double m_row, m_scale = 0;
};

} // namespace

DocumentPicture barPicture(BarChart chart, core::Language language) {
    const bool isPair = !chart.before.isEmpty();
    const double height = static_cast<double>(chart.bars.size()) * (isPair ? PairMm : RowMm) +
                          (isPair || chart.mark ? KeyMm : 0) + FootMm;
    const QString caption = chart.caption;
    return {caption, {WidthMm, height}, [chart = std::move(chart), language](QPainter& painter, QSizeF) {
                BarPainting(painter, chart, language).paint();
            }};
}

} // namespace gridwarden::app
