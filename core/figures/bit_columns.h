// SPDX-License-Identifier: GPL-3.0-or-later
// From what is asked of one row after the other to rows for which each question holds.
#pragma once

#include <array>
#include <cstdint>

namespace gridwarden::core {

/// Of 64 rows of 32 bits the columns: bit i of column c is bit c of row i (Warren, Hacker's Delight, section 7-3).
[[nodiscard]] inline std::array<std::uint64_t, 32> bitColumns(std::array<std::uint32_t, 64> rows) {
    const auto transpose = [](std::uint32_t* bits) {
        for (std::uint32_t half = 16, mask = 0x0000'FFFF; half != 0; half /= 2, mask ^= mask << half)
            for (std::uint32_t from = 0; from < 32; from += 2 * half)
                for (std::uint32_t i = from; i < from + half; ++i) {
                    const std::uint32_t changed = (bits[i] >> half ^ bits[i + half]) & mask;
                    bits[i + half] ^= changed;
                    bits[i] ^= changed << half;
                }
    };
    transpose(rows.data());
    transpose(rows.data() + 32);
    std::array<std::uint64_t, 32> columns;
    for (std::size_t i = 0; i < columns.size(); ++i)
        columns[i] = rows[i] | std::uint64_t{rows[i + 32]} << 32;
    return columns;
}

} // namespace gridwarden::core
