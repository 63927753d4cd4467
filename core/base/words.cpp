// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/words.h"

#include "core/base/resources.h"

#include <nlohmann/json.hpp>

namespace gridwarden::core {

namespace {

/// The entry of words.json; null when there is none.
const nlohmann::json* entryOf(std::string_view group, std::string_view key) {
    static const nlohmann::json words = readJsonResource("words/words.json").value_or(nlohmann::json::object());
    const auto entries = words.find(std::string(group));
    if (entries == words.end())
        return nullptr;
    const auto entry = entries->find(std::string(key));
    return entry == entries->end() ? nullptr : &*entry;
}

const char* memberOf(Language language) { return language == Language::Chinese ? "zh" : "en"; }

} // namespace

std::string word(std::string_view group, std::string_view key, Language language) {
    const nlohmann::json* const entry = entryOf(group, key);
    return entry == nullptr ? std::string(key) : entry->value(memberOf(language), std::string(key));
}

std::string wordNote(std::string_view group, std::string_view key, Language language) {
    const nlohmann::json* const entry = entryOf(group, key);
    if (entry == nullptr || !entry->contains("note"))
        return {};
    return (*entry)["note"].value(memberOf(language), std::string());
}

} // namespace gridwarden::core
