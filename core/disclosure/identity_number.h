// SPDX-License-Identifier: GPL-3.0-or-later
// The number of a Chinese identity card (GB 11643-1999): six digits of a place, eight of the day of birth, three of an order, and a
// check character by ISO 7064 MOD 11-2.
#pragma once

#include <string_view>

namespace gridwarden::core {

/// '0' to '9' or 'X'. \pre seventeen digits
[[nodiscard]] char identityCheckCharacter(std::string_view seventeenDigits);
/// Eighteen characters of which the last fits the others; 'x' counts as 'X'.
[[nodiscard]] bool hasIdentityCheck(std::string_view number);
/// Whether eighteen characters, or the fifteen of the numbers before 1999, begin with a province and hold a day of birth before
/// `beforeYear`, whatever the last one is: a number that was typed wrongly.
[[nodiscard]] bool looksLikeIdentity(std::string_view number, int beforeYear);

} // namespace gridwarden::core
