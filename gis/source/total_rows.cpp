// SPDX-License-Identifier: GPL-3.0-or-later
#include "gis/source/total_rows.h"

#include "core/base/text.h"

#include <algorithm>
#include <array>

namespace gridwarden::gis {

namespace {

std::string withoutBlanks(std::string_view text) {
    std::string plain(core::trimmed(text));
    std::erase(plain, ' ');
    for (std::size_t at = 0; (at = plain.find("　", at)) != std::string::npos;)
        plain.erase(at, std::string_view("　").size());
    return core::lowered(plain);
}

} // namespace

bool saysTotal(std::string_view text) {
    const std::string plain = withoutBlanks(text);
    constexpr std::array Words = {"合计", "总计", "小计", "共计", "累计"};
    constexpr std::size_t Longest = 24; // bytes; a sentence that has the word in it is not a heading
    if (plain == "total" || plain == "sum" || plain == "subtotal" || plain == "grandtotal")
        return true;
    return plain.size() <= Longest && std::any_of(Words.begin(), Words.end(), [&](const char* word) {
               return plain.find(word) != std::string::npos;
           });
}

std::string totalAtStart(const std::vector<std::string>& values) {
    const auto first = std::find_if(values.begin(), values.end(),
                                    [](const std::string& value) { return !core::trimmed(value).empty(); });
    return first != values.end() && saysTotal(*first) ? *first : std::string();
}

} // namespace gridwarden::gis
