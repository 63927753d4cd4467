// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cases/step_timeline.h"

#include "app/cases/case_labels.h"
#include "app/cases/panel_text.h"
#include "app/text/message_text.h"

#include <QHBoxLayout>
#include <QPainter>
#include <QVBoxLayout>

namespace gridwarden::app {

namespace {

constexpr int RailWidth = 20;
constexpr int Dot = 8;

/// One step with its piece of the rail; the newest one has a filled dot.
class StepRow : public QWidget {
  public:
    StepRow(bool isFirst, bool isLast, QWidget* parent) : QWidget(parent), m_isFirst(isFirst), m_isLast(isLast) {}

  protected:
    void paintEvent(QPaintEvent*) override {
        QPainter painter(this);
        painter.setRenderHint(QPainter::Antialiasing);
        const QColor line = palette().color(QPalette::Mid);
        const QColor accent = palette().color(QPalette::Highlight);
        const double x = RailWidth / 2.0 - 2;
        const double y = fontMetrics().height() / 2.0;
        painter.setPen(QPen(line, 2));
        if (!m_isFirst)
            painter.drawLine(QPointF(x, 0), QPointF(x, y));
        if (!m_isLast)
            painter.drawLine(QPointF(x, y), QPointF(x, height()));
        painter.setPen(QPen(m_isLast ? accent : line, 2));
        painter.setBrush(m_isLast ? accent : palette().color(QPalette::Window));
        painter.drawEllipse(QPointF(x, y), Dot / 2.0, Dot / 2.0);
    }

  private:
    bool m_isFirst;
    bool m_isLast;
};

void addText(QVBoxLayout* column, const QString& text, bool isMuted, QWidget* parent) {
    auto* label = makeLabel(text, TextSize::Body, isMuted, parent);
    label->setWordWrap(true);
    label->setTextInteractionFlags(Qt::TextSelectableByMouse);
    column->addWidget(label);
}

} // namespace

StepTimeline::StepTimeline(QWidget* parent) : QWidget(parent) {
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
}

void StepTimeline::setSteps(const std::vector<StepWords>& steps, const core::TimeZone& zone) {
    qDeleteAll(findChildren<QWidget*>(QString(), Qt::FindDirectChildrenOnly));
    const core::Moment now = core::now();
    for (std::size_t i = 0; i < steps.size(); ++i) {
        const StepWords& step = steps[i];
        auto* row = new StepRow(i == 0, i + 1 == steps.size(), this);
        row->setObjectName(QStringLiteral("step"));
        auto* column = new QVBoxLayout(row);
        column->setContentsMargins(RailWidth, 0, 0, i + 1 == steps.size() ? 0 : 12);
        column->setSpacing(2);
        auto* heading = new QHBoxLayout;
        heading->setSpacing(Gap);
        auto* name = makeLabel(step.name, TextSize::Body, /*isMuted=*/false, row);
        QFont bold = name->font();
        bold.setWeight(QFont::DemiBold);
        name->setFont(bold);
        heading->addWidget(name);
        auto* actor = new ElidedLabel(row);
        actor->setText(step.actor);
        setMuted(actor);
        heading->addWidget(actor, 1);
        auto* time = makeLabel(shortTime(step.at, zone, now), TextSize::Body, /*isMuted=*/true, row);
        time->setToolTip(fullTime(step.at, zone));
        heading->addWidget(time);
        column->addLayout(heading);
        if (!step.lines.isEmpty())
            addText(column, step.lines.join(QStringLiteral("\n")), /*isMuted=*/true, row);
        if (!step.note.isEmpty())
            addText(column, step.note, /*isMuted=*/false, row);
        layout()->addWidget(row);
    }
}

} // namespace gridwarden::app
