// SPDX-License-Identifier: GPL-3.0-or-later
#include "gis/source/row_readers.h"

#include <set>
#include <unordered_map>

namespace gridwarden::gis {

std::vector<std::string> distinctNames(std::vector<std::string> names) {
    std::set<std::string> taken;
    std::unordered_map<std::string, int> repeated; // the next number to try
    for (std::size_t i = 0; i < names.size(); ++i) {
        const std::string name = names[i].empty() ? "column " + std::to_string(i + 1) : names[i];
        std::string distinct = name;
        while (!taken.insert(distinct).second) {
            const int again = repeated.try_emplace(name, 2).first->second++;
            distinct = name + " (" + std::to_string(again) + ")";
        }
        names[i] = std::move(distinct);
    }
    return names;
}

} // namespace gridwarden::gis
