// SPDX-License-Identifier: GPL-3.0-or-later
// The labels of the field's closed lists (steps, states, area kinds, units …) in Chinese and English.
// Reports and the window choose the language separately, so the labels are data and not interface translations.
#pragma once

#include <nlohmann/json_fwd.hpp>
#include <string>
#include <string_view>

namespace gridwarden::core {

enum class Language { Chinese, English };

/// The label of an entry of resources/words/words.json, for instance word("states", "closed", Language::Chinese) → 已结案.
/// An unknown entry gives its key.
[[nodiscard]] std::string word(std::string_view group, std::string_view key, Language language);
/// Its `note`: what it means, for figures and rates the definition. Empty where there is none.
[[nodiscard]] std::string wordNote(std::string_view group, std::string_view key, Language language);

/// The same in a document of that form. What is missing or of another kind counts as unknown.
[[nodiscard]] std::string wordIn(const nlohmann::json& words, std::string_view group, std::string_view key, Language language);
[[nodiscard]] std::string wordNoteIn(const nlohmann::json& words, std::string_view group, std::string_view key, Language language);

} // namespace gridwarden::core
