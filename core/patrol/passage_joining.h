// SPDX-License-Identifier: GPL-3.0-or-later
// Joins the pieces of a way, as they come, to passages.
#pragma once

#include "core/patrol/passage.h"

#include <optional>
#include <vector>

namespace gridwarden::core {

/// Positions that err make a way tremble: some metres back, some into a street beside. Where a way goes back over
/// itself for less than `turnMetres` it is shortened as if it had not gone there; what goes back farther is a turn. The
/// time stays: each passage begins when the one before ends.
class PassageJoining {
public:
    /// \pre turnMetres > 0
    explicit PassageJoining(double turnMetres) : m_turnMetres(turnMetres) {}

    /// A piece within one edge; without length for somebody who stands. \pre begins where and when the one before ended
    void add(const Passage& piece);
    /// The passages up to here; begins anew.
    [[nodiscard]] std::vector<Passage> finish();

private:
    void goOn(const Passage& piece);
    void goBack(const Passage& piece);
    void goForwardAgain(const Passage& piece);
    void forgetTurn();

    double m_turnMetres;
    std::vector<Passage> m_line;
    std::vector<Passage> m_back; ///< from the end of m_line back over it, shorter than a turn
    double m_backMetres = 0;
    std::optional<std::int64_t> m_enterMs; ///< of the next passage when m_line was cut off to its beginning
};

} // namespace gridwarden::core
