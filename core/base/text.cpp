// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/text.h"

#include <cstdint>

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
    for (std::size_t i = 0; i < text.size();) {
        const auto lead = static_cast<unsigned char>(text[i]);
        const std::size_t length = lead < 0x80 ? 1 : (lead & 0xE0) == 0xC0 ? 2 : (lead & 0xF0) == 0xE0 ? 3 : (lead & 0xF8) == 0xF0 ? 4 : 0;
        if (length == 0 || i + length > text.size())
            return false;
        std::uint32_t character = length == 1 ? lead : lead & (0xFFU >> (length + 1));
        for (std::size_t k = 1; k < length; ++k) {
            const auto next = static_cast<unsigned char>(text[i + k]);
            if ((next & 0xC0) != 0x80)
                return false;
            character = (character << 6) | (next & 0x3FU);
        }
        constexpr std::uint32_t Smallest[] = {0, 0, 0x80, 0x800, 0x10000};
        const bool isSurrogate = character >= 0xD800 && character <= 0xDFFF;
        if (character < Smallest[length] || character > 0x10FFFF || isSurrogate)
            return false;
        i += length;
    }
    return true;
}

} // namespace gridwarden::core
