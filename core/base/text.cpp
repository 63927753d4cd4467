// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/text.h"

#include <unicode/utf8.h>

namespace gridwarden::core {

std::string_view trimmed(std::string_view text) {
    constexpr std::string_view Blanks = " \t\r\n\v\f";
    constexpr std::string_view Ideographic = "\xE3\x80\x80";
    for (;;) {
        if (!text.empty() && Blanks.find(text.front()) != std::string_view::npos)
            text.remove_prefix(1);
        else if (text.starts_with(Ideographic))
            text.remove_prefix(Ideographic.size());
        else
            break;
    }
    for (;;) {
        if (!text.empty() && Blanks.find(text.back()) != std::string_view::npos)
            text.remove_suffix(1);
        else if (text.ends_with(Ideographic))
            text.remove_suffix(Ideographic.size());
        else
            break;
    }
    return text;
}

std::string lowered(std::string_view text) {
    std::string result(text);
    for (char& c : result)
        if (c >= 'A' && c <= 'Z')
            c = static_cast<char>(c - 'A' + 'a');
    return result;
}

std::vector<std::string> split(std::string_view text, char separator) {
    std::vector<std::string> parts;
    for (;;) {
        const auto end = text.find(separator);
        parts.emplace_back(text.substr(0, end));
        if (end == std::string_view::npos)
            return parts;
        text.remove_prefix(end + 1);
    }
}

std::string joined(const std::vector<std::string>& parts, std::string_view separator) {
    std::string result;
    for (std::size_t i = 0; i < parts.size(); ++i) {
        if (i != 0)
            result += separator;
        result += parts[i];
    }
    return result;
}

bool isValidUtf8(std::string_view text) {
    const auto length = static_cast<std::int32_t>(text.size());
    for (std::int32_t i = 0; i < length;) {
        UChar32 c = 0;
        U8_NEXT(text.data(), i, length, c);
        if (c < 0)
            return false;
    }
    return true;
}

} // namespace gridwarden::core
