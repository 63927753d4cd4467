// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/words.h"

#include "core/base/resources.h"

#include <nlohmann/json.hpp>

namespace gridwarden::core {

namespace {

const nlohmann::json& shippedWords() {
    static const nlohmann::json words = readJsonResource("words/words.json").value_or(nlohmann::json::object());
    return words;
}

/// A member of a member; null when there is none.
const nlohmann::json* entryOf(const nlohmann::json& words, std::string_view group, std::string_view key) {
    const auto entries = words.find(std::string(group));
    if (entries == words.end())
        return nullptr;
    const auto entry = entries->find(std::string(key));
    return entry == entries->end() ? nullptr : &*entry;
}

std::string textIn(const nlohmann::json& entry, Language language, std::string_view otherwise) {
    const auto text = entry.find(language == Language::Chinese ? "zh" : "en");
    return text != entry.end() && text->is_string() ? text->get<std::string>() : std::string(otherwise);
}

} // namespace

std::string wordIn(const nlohmann::json& words, std::string_view group, std::string_view key, Language language) {
    const nlohmann::json* const entry = entryOf(words, group, key);
    return entry == nullptr ? std::string(key) : textIn(*entry, language, key);
}

std::string wordNoteIn(const nlohmann::json& words, std::string_view group, std::string_view key, Language language) {
    const nlohmann::json* const entry = entryOf(words, group, key);
    if (entry == nullptr)
        return {};
    const auto note = entry->find("note");
    return note == entry->end() ? std::string() : textIn(*note, language, "");
}

std::string word(std::string_view group, std::string_view key, Language language) {
    return wordIn(shippedWords(), group, key, language);
}

std::string wordNote(std::string_view group, std::string_view key, Language language) {
    return wordNoteIn(shippedWords(), group, key, language);
}

} // namespace gridwarden::core
