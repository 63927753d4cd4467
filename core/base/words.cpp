// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/words.h"

#include "core/base/resources.h"

#include <nlohmann/json.hpp>

namespace gridwarden::core {

std::string word(std::string_view group, std::string_view key, Language language) {
    static const nlohmann::json words = readJsonResource("words/words.json").value_or(nlohmann::json::object());
    const auto entries = words.find(std::string(group));
    if (entries != words.end()) {
        const auto entry = entries->find(std::string(key));
        if (entry != entries->end())
            return entry->value(language == Language::Chinese ? "zh" : "en", std::string(key));
    }
    return std::string(key);
}

} // namespace gridwarden::core
