// SPDX-License-Identifier: GPL-3.0-or-later
// Telephone numbers as people in China write them, in a text of Letters. Each function gives the letter behind the number that begins
// at a letter, or that letter itself where none begins.
#pragma once

#include <cstddef>
#include <string>
#include <utility>

namespace gridwarden::core {

/// 13912345678, 139 1234 5678, +86-139…, 0139…; also several that follow each other without anything between.
[[nodiscard]] std::size_t mobileEnd(const std::u32string& letters, std::size_t begin);
/// 0571-87654321, (010) 6234 5678, +86 571 …, with an extension.
[[nodiscard]] std::size_t landlineEnd(const std::u32string& letters, std::size_t begin);
/// The number of seven digits or more that a word for telephone at `begin` announces; an empty range where there is none.
[[nodiscard]] std::pair<std::size_t, std::size_t> announcedNumber(const std::u32string& letters, std::size_t begin);

} // namespace gridwarden::core
