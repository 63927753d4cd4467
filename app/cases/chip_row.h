// SPDX-License-Identifier: GPL-3.0-or-later
// The parts of a filter as chips, each to be edited or taken out.
#pragma once

#include "app/cases/filter_words.h"
#include "app/cases/flow_row.h"

namespace gridwarden::app {

class ChipRow : public FlowRow {
    Q_OBJECT
public:
    using FlowRow::FlowRow;
    void setChips(const std::vector<FilterChip>& chips);

signals:
    void editWanted(gridwarden::app::FilterPart part, QWidget* chip);
    void removeWanted(gridwarden::app::FilterPart part);
};

} // namespace gridwarden::app
