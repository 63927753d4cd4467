// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cases/flow_row.h"

#include "app/cases/panel_text.h"

#include <algorithm>

namespace gridwarden::app {

FlowRow::FlowRow(QWidget* parent) : QWidget(parent) {
    QSizePolicy policy(QSizePolicy::Expanding, QSizePolicy::Preferred);
    policy.setHeightForWidth(true);
    setSizePolicy(policy);
}

void FlowRow::add(QWidget* part) {
    part->setParent(this);
    part->show();
    m_parts.push_back(part);
    place(width(), /*isTrial=*/false);
    updateGeometry();
}

void FlowRow::clear() {
    for (QWidget* const part : m_parts) {
        part->hide();
        part->deleteLater(); // one may be in its own click
    }
    m_parts.clear();
    updateGeometry();
}

int FlowRow::place(int width, bool isTrial) const {
    int x = 0;
    int y = 0;
    int rowHeight = 0;
    for (QWidget* const part : m_parts) {
        const QSize size = part->sizeHint();
        if (x > 0 && x + size.width() > width) {
            x = 0;
            y += rowHeight + SmallGap;
            rowHeight = 0;
        }
        if (!isTrial)
            part->setGeometry(x, y, std::min(size.width(), std::max(width, 1)), size.height());
        x += size.width() + SmallGap;
        rowHeight = std::max(rowHeight, size.height());
    }
    return y + rowHeight;
}

int FlowRow::heightForWidth(int width) const {
    return place(width, /*isTrial=*/true);
}

QSize FlowRow::sizeHint() const {
    int width = 0;
    for (const QWidget* const part : m_parts)
        width += part->sizeHint().width() + SmallGap;
    return {width, place(std::max(width, 1), /*isTrial=*/true)};
}

QSize FlowRow::minimumSizeHint() const {
    return {m_parts.empty() ? 0 : 80, 0};
}

void FlowRow::resizeEvent(QResizeEvent*) {
    place(width(), /*isTrial=*/false);
}

} // namespace gridwarden::app
