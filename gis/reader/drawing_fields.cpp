// SPDX-License-Identifier: GPL-3.0-or-later
#include "gis/reader/drawing_fields.h"

#include <algorithm>

namespace gridwarden::gis {

namespace {

/// Visits each "key:value" of the first tool; quoted values are passed over whole.
template <class Visit> void eachParameter(std::string_view text, Visit visit) {
    const std::size_t open = text.find('(');
    if (open == std::string_view::npos)
        return;
    std::size_t at = open + 1;
    while (at < text.size() && text[at] != ')') {
        const std::size_t colon = text.find(':', at);
        if (colon == std::string_view::npos)
            return;
        const std::string_view key = text.substr(at, colon - at);
        at = colon + 1;
        const std::size_t begin = at;
        bool isQuoted = false;
        for (; at < text.size() && (isQuoted || (text[at] != ',' && text[at] != ')')); ++at) {
            if (text[at] == '\\' && isQuoted)
                ++at;
            else if (text[at] == '"')
                isQuoted = !isQuoted;
        }
        at = std::min(at, text.size());
        visit(key, text.substr(begin, at - begin));
        if (at < text.size() && text[at] == ',')
            ++at;
    }
}

std::string numberOf(std::string_view text) {
    const std::size_t end = text.find_first_not_of("0123456789.+-eE");
    return std::string(text.substr(0, end));
}

} // namespace

std::string drawingField(std::string_view styleText, std::size_t field) {
    const bool isText = styleText.starts_with("LABEL");
    const bool isFill = styleText.starts_with("BRUSH");
    std::string found;
    eachParameter(styleText, [&](std::string_view key, std::string_view value) {
        constexpr std::size_t ColourLength = 7; // "#rrggbb", with or without an opacity behind
        if (field == 0 && key == (isFill ? "fc" : "c") && value.size() >= ColourLength && value.front() == '#')
            found = value.substr(0, ColourLength);
        else if (field == 1 && isText && key == "s" && value.ends_with('g'))
            found = numberOf(value);
        else if ((field == 2 && isText && key == "a") || (field == 3 && isText && key == "p"))
            found = numberOf(value);
    });
    return found;
}

} // namespace gridwarden::gis
