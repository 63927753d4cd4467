// SPDX-License-Identifier: GPL-3.0-or-later
// The values of a key that a tally groups by, numbered, and which of them each case has.
#pragma once

#include "core/district/people.h"
#include "core/figures/tally.h"

#include <functional>

namespace gridwarden::core {

/// May be asked by several threads.
struct TallyColumn {
    std::vector<TallyValue> values; ///< in any order; some may occur nowhere
    /// Writes the position of its value for each row of one chunk; `position` is that of the first of them in the selection.
    using Fill = std::function<void(const FactChunk& chunk, std::span<const std::uint32_t> rows, std::size_t position, std::uint32_t* slots)>;
    Fill fill;
};

/// \pre what it is given lives as long as the column
[[nodiscard]] TallyColumn tallyColumn(const FiguresContext& context, const PeopleRegister& people, const Selection& selection, TallyKey key,
                                      AreaKind kind, GridsOf grids);

/// The position of its value for each row of a selection, beside it: groups of cases to compare.
[[nodiscard]] std::vector<std::uint32_t> slotsOf(const FiguresContext& context, const Selection& selection, const TallyColumn& column);

} // namespace gridwarden::core
