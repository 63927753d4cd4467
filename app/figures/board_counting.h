// SPDX-License-Identifier: GPL-3.0-or-later
// Working out all figures of a board, for its period and the two that it is compared with.
#pragma once

#include "app/figures/figure_basis.h"

#include <array>

namespace gridwarden::app {

/// The period that is asked for, the one just before, and the same days of the year before.
enum class BoardPeriod { Now, Before, LastYear };
inline constexpr std::size_t BoardPeriodCount = 3;
[[nodiscard]] core::Period periodOf(BoardPeriod which, core::Period period);

struct BoardWish {
    FigureBasis basis;
    core::Period period;
};

struct BoardAnswer {
    BoardWish wish;
    /// Of each period in the order of the definitions; what cannot be worked out is not known and named in `problems`.
    std::array<std::vector<core::FigureValue>, BoardPeriodCount> values;
    std::vector<core::Error> problems;
};

/// Null once the token is stopped.
[[nodiscard]] std::shared_ptr<const BoardAnswer> countBoard(const BoardWish& wish, const std::stop_token& stop);

} // namespace gridwarden::app
