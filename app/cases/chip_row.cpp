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

ChipRow::ChipRow(QWidget* parent) : QWidget(parent) {
    QSizePolicy policy(QSizePolicy::Expanding, QSizePolicy::Preferred);
    policy.setHeightForWidth(true);
    setSizePolicy(policy);
}

void ChipRow::setChips(const std::vector<FilterChip>& chips) {
    for (QWidget* chip : m_chips) {
        chip->hide();
        chip->deleteLater(); // one may be in its own click
    }
    m_chips.clear();
    for (const FilterChip& chip : chips) {
        auto* box = new Chip(chip, this);
        box->resize(box->sizeHint());
        box->show();
        m_chips.push_back(box);
    }
    place(width(), /*isTrial=*/false);
    updateGeometry();
}

int ChipRow::place(int width, bool isTrial) const {
    int x = 0;
    int y = 0;
    int rowHeight = 0;
    for (QWidget* chip : m_chips) {
        const QSize size = chip->sizeHint();
        if (x > 0 && x + size.width() > width) {
            x = 0;
            y += rowHeight + SmallGap;
            rowHeight = 0;
        }
        if (!isTrial)
            chip->setGeometry(x, y, std::min(size.width(), std::max(width, 1)), size.height());
        x += size.width() + SmallGap;
        rowHeight = std::max(rowHeight, size.height());
    }
    return y + rowHeight;
}

int ChipRow::heightForWidth(int width) const { return place(width, /*isTrial=*/true); }

QSize ChipRow::sizeHint() const {
    int width = 0;
    for (const QWidget* chip : m_chips)
        width += chip->sizeHint().width() + SmallGap;
    return {width, place(std::max(width, 1), /*isTrial=*/true)};
}

QSize ChipRow::minimumSizeHint() const { return {m_chips.empty() ? 0 : 80, 0}; }

void ChipRow::resizeEvent(QResizeEvent*) { place(width(), /*isTrial=*/false); }

} // namespace gridwarden::app
