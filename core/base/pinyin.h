// SPDX-License-Identifier: GPL-3.0-or-later
// Latin readings of Chinese text, for finding by typing a few letters.
#pragma once

#include <string>
#include <string_view>

namespace gridwarden::core {

/// First letters of the pinyin syllables in lower case: 店外经营 → "dwjy". Latin letters and digits keep their place as
/// they are, other characters are left out. Where a character has several readings, the commonest is taken.
[[nodiscard]] std::string pinyinInitials(std::string_view text);

/// Whole pinyin without tones or blanks: 店外经营 → "dianwaijingying".
[[nodiscard]] std::string pinyin(std::string_view text);

} // namespace gridwarden::core
