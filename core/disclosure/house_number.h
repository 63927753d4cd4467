// SPDX-License-Identifier: GPL-3.0-or-later
// Numbers of houses, stairs and rooms in an address: the exact place in words.
#pragma once

#include <cstddef>
#include <string>

namespace gridwarden::core {

/// The letter behind the house number that begins at a letter, or that letter itself: "123号3幢502室", "十二弄5号", what follows the
/// name of a road ("文三路123"), and the number before a street in English ("89 East 42 Street").
[[nodiscard]] std::size_t houseNumberEnd(const std::u32string& letters, std::size_t begin);

} // namespace gridwarden::core
