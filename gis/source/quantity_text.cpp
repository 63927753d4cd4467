// SPDX-License-Identifier: GPL-3.0-or-later
#include "gis/source/quantity_text.h"

#include "core/base/text.h"

#include <charconv>
#include <cmath>

namespace gridwarden::gis {

namespace {

/// Full-width digits, point, comma and blank as ASCII.
std::string narrowed(std::string_view text) {
    std::string narrow;
    for (std::size_t i = 0; i < text.size(); ++i) {
        const auto at = [&](std::size_t k) {
            return i + k < text.size() ? static_cast<unsigned char>(text[i + k]) : 0U;
        };
        constexpr unsigned FullWidthZero = 0x90; // U+FF10 is EF BC 90
        if (at(0) == 0xEF && at(1) == 0xBC && at(2) >= FullWidthZero && at(2) <= FullWidthZero + 9) {
            narrow += static_cast<char>('0' + at(2) - FullWidthZero);
            i += 2;
        } else if (text.substr(i).starts_with("，") || text.substr(i).starts_with("．") ||
                   text.substr(i).starts_with("　")) {
            narrow += text.substr(i).starts_with("，") ? ',' : text.substr(i).starts_with("．") ? '.' : ' ';
            i += 2;
        } else {
            narrow += text[i];
        }
    }
    return narrow;
}

bool takePrefix(std::string_view& text, std::string_view prefix) {
    if (!text.starts_with(prefix))
        return false;
    text.remove_prefix(prefix.size());
    text = core::trimmed(text);
    return true;
}

} // namespace

std::optional<QuantityReading> readQuantity(std::string_view text) {
    const std::string narrow = narrowed(text);
    std::string_view rest = core::trimmed(narrow);
    QuantityReading reading;
    reading.isAbout = takePrefix(rest, "约");
    std::string digits;
    while (!rest.empty() && (std::isdigit(static_cast<unsigned char>(rest.front())) != 0 || rest.front() == '.' ||
                             rest.front() == ',')) {
        if (rest.front() != ',')
            digits += rest.front();
        rest.remove_prefix(1);
    }
    const auto [end, problem] = std::from_chars(digits.data(), digits.data() + digits.size(), reading.value);
    if (digits.empty() || problem != std::errc{} || end != digits.data() + digits.size())
        return std::nullopt;
    rest = core::trimmed(rest);
    const auto takeAbout = [&] {
        while (takePrefix(rest, "余") || takePrefix(rest, "多"))
            reading.isAbout = true;
    };
    takeAbout();
    constexpr double TenThousand = 10'000;
    if (!rest.starts_with("万元") && !rest.starts_with("万余元") && takePrefix(rest, "万"))
        reading.value *= TenThousand;
    if (rest.starts_with("万余元")) {
        reading.isAbout = true;
        rest = "万元";
    }
    takeAbout();
    reading.unit = std::string(rest);
    return reading;
}

} // namespace gridwarden::gis
