// SPDX-License-Identifier: GPL-3.0-or-later
// Morton codes of a square lattice of 2^32 × 2^32 lines: the bits of x and y in turn, x lowest. Codes of one quad cell have a
// prefix in common; a cell of depth d is 2^(32 − d) lines wide.
#pragma once

#include <bit>
#include <cstdint>

namespace gridwarden::gis::morton {

inline constexpr int Depths = 32;

[[nodiscard]] constexpr std::uint64_t spread(std::uint32_t value) {
    std::uint64_t bits = value;
    bits = (bits | (bits << 16)) & 0x0000ffff0000ffffULL;
    bits = (bits | (bits << 8)) & 0x00ff00ff00ff00ffULL;
    bits = (bits | (bits << 4)) & 0x0f0f0f0f0f0f0f0fULL;
    bits = (bits | (bits << 2)) & 0x3333333333333333ULL;
    return (bits | (bits << 1)) & 0x5555555555555555ULL;
}

[[nodiscard]] constexpr std::uint32_t gathered(std::uint64_t bits) {
    bits &= 0x5555555555555555ULL;
    bits = (bits | (bits >> 1)) & 0x3333333333333333ULL;
    bits = (bits | (bits >> 2)) & 0x0f0f0f0f0f0f0f0fULL;
    bits = (bits | (bits >> 4)) & 0x00ff00ff00ff00ffULL;
    bits = (bits | (bits >> 8)) & 0x0000ffff0000ffffULL;
    return static_cast<std::uint32_t>(bits | (bits >> 16));
}

[[nodiscard]] constexpr std::uint64_t codeAt(std::uint32_t x, std::uint32_t y) { return spread(x) | (spread(y) << 1); }
[[nodiscard]] constexpr std::uint32_t xOf(std::uint64_t code) { return gathered(code); }
[[nodiscard]] constexpr std::uint32_t yOf(std::uint64_t code) { return gathered(code >> 1); }

/// What the codes of one cell have in common.
[[nodiscard]] constexpr std::uint64_t cellOf(std::uint64_t code, int depth) {
    return depth == 0 ? 0 : code >> (2 * (Depths - depth));
}

/// The depth of the smallest cell that holds both; Depths when they are equal.
[[nodiscard]] constexpr int sharedDepth(std::uint64_t a, std::uint64_t b) { return std::countl_zero(a ^ b) / 2; }

} // namespace gridwarden::gis::morton
