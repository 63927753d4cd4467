// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cases/label_rows.h"

#include "app/cases/panel_text.h"

#include <algorithm>

namespace gridwarden::app {

QGridLayout* makeLabelRows(int spacing) {
    auto* const rows = new QGridLayout;
    rows->setHorizontalSpacing(Gap + SmallGap);
    rows->setVerticalSpacing(spacing);
    rows->setColumnStretch(1, 1);
    return rows;
}

void addLabelRow(QGridLayout* rows, const QString& label, QWidget* field) {
    const int row = rows->rowCount();
    auto* const words = makeLabel(label, TextSize::Body, /*isMuted=*/true, rows->parentWidget());
    words->setBuddy(field);
    rows->addWidget(words, row, 0);
    rows->addWidget(field, row, 1);
}

void alignLabels(std::initializer_list<QGridLayout*> grids) {
    int width = 0;
    for (const QGridLayout* grid : grids)
        for (int row = 0; row < grid->rowCount(); ++row)
            if (const QLayoutItem* const label = grid->itemAtPosition(row, 0))
                width = std::max(width, label->sizeHint().width());
    for (QGridLayout* const grid : grids)
        grid->setColumnMinimumWidth(0, width);
}

} // namespace gridwarden::app
