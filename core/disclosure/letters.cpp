// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/disclosure/letters.h"

#include <unicode/utf8.h>

namespace gridwarden::core {

namespace {

bool takesNoRoom(char32_t letter) {
    return letter == 0xAD || (letter >= 0x200B && letter <= 0x200F) || (letter >= 0x2060 && letter <= 0x2064) || letter == 0xFEFF;
}

char32_t plain(char32_t letter) {
    if (letter >= 0xFF01 && letter <= 0xFF5E)
        letter -= 0xFF01 - U'!';
    if (letter >= U'a' && letter <= U'z')
        return letter - U'a' + U'A';
    if ((letter >= 0x2010 && letter <= 0x2015) || letter == 0x2212)
        return U'-';
    if (letter == U'\t' || letter == U'\r' || letter == U'\n' || letter == 0xA0 || letter == 0x3000 || (letter >= 0x2000 && letter <= 0x200A))
        return U' ';
    return letter;
}

#pragma GCC diagnostic push
#pragma GCC diagnostic ignored "-Wconversion" // inside ICU's macros
/// The letter at a position, which is moved behind it; negative for what is no UTF-8.
UChar32 next(std::string_view text, std::int32_t& at) {
    UChar32 decoded = 0;
    U8_NEXT(text.data(), at, static_cast<std::int32_t>(text.size()), decoded);
    return decoded;
}
#pragma GCC diagnostic pop

} // namespace

Letters::Letters(std::string_view text) {
    const auto size = static_cast<std::int32_t>(text.size());
    letters.reserve(text.size());
    for (std::int32_t at = 0; at < size;) {
        const auto begin = static_cast<std::size_t>(at);
        const UChar32 read = next(text, at);
        constexpr char32_t Unreadable = 0xFFFD;
        const char32_t letter = read < 0 ? Unreadable : static_cast<char32_t>(read);
        if (takesNoRoom(letter))
            continue;
        letters.push_back(plain(letter));
        begins.push_back(begin);
        ends.push_back(static_cast<std::size_t>(at));
    }
}

bool isIdeograph(char32_t letter) {
    return (letter >= 0x3400 && letter <= 0x9FFF) || (letter >= 0xF900 && letter <= 0xFAFF) || (letter >= 0x20000 && letter <= 0x3FFFF) || letter == 0x3007;
}

} // namespace gridwarden::core
