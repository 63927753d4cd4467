// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cases/chip_row.h"

#include "app/cases/panel_text.h"
#include "app/workspace/icon.h"

#include <QHBoxLayout>
#include <QPainter>
#include <QToolButton>

namespace gridwarden::app {

namespace {

constexpr int LongestText = 200;

/// A rounded box in the colour of what is chosen, with the text and a cross.
class Chip : public QWidget {
  public:
    Chip(const FilterChip& chip, ChipRow* row) : QWidget(row) {
        setObjectName(QStringLiteral("chip"));
        auto* layout = new QHBoxLayout(this);
        layout->setContentsMargins(SmallGap, 0, 0, 0);
        layout->setSpacing(0);
        auto* text = new QToolButton(this);
        text->setObjectName(QStringLiteral("chipText"));
        text->setText(text->fontMetrics().elidedText(chip.text, Qt::ElideRight, LongestText));
        text->setToolTip(chip.toolTip.isEmpty() ? chip.text : chip.toolTip);
        text->setAutoRaise(true);
        QObject::connect(text, &QToolButton::clicked, row, [row, text, part = chip.part] { emit row->editWanted(part, text); });
        auto* remove = new QToolButton(this);
        remove->setObjectName(QStringLiteral("chipRemove"));
        remove->setIcon(icon(QLatin1String("x")));
        remove->setIconSize({12, 12});
        remove->setAutoRaise(true);
        remove->setToolTip(ChipRow::tr("Remove this condition"));
        remove->setAccessibleName(ChipRow::tr("Remove “%1”").arg(chip.text));
        QObject::connect(remove, &QToolButton::clicked, row, [row, part = chip.part] { emit row->removeWanted(part); },
                         Qt::QueuedConnection);
        layout->addWidget(text);
        layout->addWidget(remove);
    }

  protected:
    void paintEvent(QPaintEvent*) override {
        QPainter painter(this);
        painter.setRenderHint(QPainter::Antialiasing);
        QColor fill = palette().color(QPalette::Highlight);
        painter.setPen(QPen(fill, 1));
        fill.setAlphaF(0.14F);
        painter.setBrush(fill);
        painter.drawRoundedRect(QRectF(rect()).adjusted(0.5, 0.5, -0.5, -0.5), height() / 2.0, height() / 2.0);
    }
};

} // namespace

void ChipRow::setChips(const std::vector<FilterChip>& chips) {
    clear();
    for (const FilterChip& chip : chips)
        add(new Chip(chip, this));
}

} // namespace gridwarden::app
