// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/text_terms.h"

#include "core/base/text.h"

#include <unicode/uchar.h>
#include <unicode/uscript.h>
#include <unicode/utf8.h>

namespace gridwarden::core {

namespace {

enum class Kind { Separator, Joining, Alone };

bool isAsciiLetterOrDigit(char32_t c) { return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'z'); }

/// Half-width, lower case.
char32_t plain(char32_t c) {
    constexpr char32_t FullWidthFirst = 0xFF01, FullWidthLast = 0xFF5E, Shift = 0xFEE0;
    if (c >= FullWidthFirst && c <= FullWidthLast)
        c -= Shift;
    if (c >= 'A' && c <= 'Z')
        return c - 'A' + 'a';
    return c < 0x80 ? c : static_cast<char32_t>(u_tolower(static_cast<UChar32>(c)));
}

Kind kindOf(char32_t c) {
    if (c < 0x80)
        return isAsciiLetterOrDigit(c) ? Kind::Joining : Kind::Separator;
    if (c >= 0x4E00 && c <= 0x9FFF) // nearly all there is
        return Kind::Alone;
    const auto character = static_cast<UChar32>(c);
    if (u_hasBinaryProperty(character, UCHAR_IDEOGRAPHIC) != 0)
        return Kind::Alone;
    if (u_isalnum(character) == 0)
        return Kind::Separator;
    UErrorCode problem = U_ZERO_ERROR;
    const UScriptCode script = uscript_getScript(character, &problem);
    return script == USCRIPT_HIRAGANA || script == USCRIPT_KATAKANA || script == USCRIPT_HANGUL ? Kind::Alone : Kind::Joining;
}

#pragma GCC diagnostic push
#pragma GCC diagnostic ignored "-Wconversion" // inside ICU's macros
/// The character at a position, which is moved behind it; negative for what is no UTF-8.
UChar32 next(std::string_view text, int32_t& at) {
    UChar32 decoded = 0;
    U8_NEXT(text.data(), at, static_cast<int32_t>(text.size()), decoded);
    return decoded;
}

void append(std::string& text, char32_t c) {
    char bytes[U8_MAX_LENGTH];
    int length = 0;
    U8_APPEND_UNSAFE(bytes, length, static_cast<UChar32>(c));
    text.append(bytes, static_cast<std::size_t>(length));
}
#pragma GCC diagnostic pop

} // namespace

std::string spacedTerms(std::string_view text) {
    std::string spaced;
    spaced.reserve(text.size() + text.size() / 2);
    bool isOpen = false; // a run of letters and digits
    const auto close = [&] {
        if (isOpen)
            spaced += ' ';
        isOpen = false;
    };
    const auto length = static_cast<int32_t>(text.size());
    for (int32_t at = 0; at < length;) {
        const UChar32 decoded = next(text, at);
        if (decoded < 0) { // no UTF-8
            close();
            continue;
        }
        const char32_t c = plain(static_cast<char32_t>(decoded));
        switch (kindOf(c)) {
        case Kind::Separator:
            close();
            break;
        case Kind::Joining:
            append(spaced, c);
            isOpen = true;
            break;
        case Kind::Alone:
            close();
            append(spaced, c);
            spaced += ' ';
            break;
        }
    }
    close();
    return spaced;
}

std::vector<SearchPart> searchParts(std::string_view text) {
    constexpr std::string_view Ideographic = "\xE3\x80\x80";
    std::string typed(text);
    for (std::size_t at = 0; (at = typed.find(Ideographic, at)) != std::string::npos;)
        typed.replace(at, Ideographic.size(), 1, ' ');
    std::vector<SearchPart> parts;
    for (const std::string& each : split(lowered(typed), ' ')) {
        const std::string_view part = trimmed(each);
        if (part.empty())
            continue;
        std::string terms = spacedTerms(part);
        bool isOpen = false;
        if (!terms.empty()) {
            const std::size_t before = terms.find_last_of(' ', terms.size() - 2);
            auto at = static_cast<int32_t>(before == std::string::npos ? 0 : before + 1);
            isOpen = kindOf(static_cast<char32_t>(next(terms, at))) == Kind::Joining;
        }
        parts.push_back({std::string(part), std::move(terms), isOpen});
    }
    return parts;
}

bool containsPart(std::string_view spaced, const SearchPart& part) {
    std::string_view wanted = part.terms;
    if (wanted.empty())
        return false;
    if (part.isOpen)
        wanted.remove_suffix(1); // the blank
    for (std::size_t at = spaced.find(wanted); at != std::string_view::npos; at = spaced.find(wanted, at + 1))
        if (at == 0 || spaced[at - 1] == ' ')
            return true;
    return false;
}

} // namespace gridwarden::core
