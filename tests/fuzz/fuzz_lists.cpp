// SPDX-License-Identifier: GPL-3.0-or-later
// The lists that a new district begins with: editions of categories, limits, sources; and the words of the closed lists.
#include "core/base/words.h"
#include "core/cases/category_files.h"
#include "core/cases/source.h"
#include "tests/fuzz/fuzz.h"

#include <cmath>
#include <nlohmann/json.hpp>

using namespace gridwarden;
using namespace gridwarden::core;
using fuzz::isGood;
using fuzz::require;

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    fuzz::Input input(data, size);
    const unsigned kind = input.choice(4);
    const auto document = nlohmann::json::parse(input.rest(), nullptr, /*allow_exceptions=*/false);
    switch (kind) {
    case 0: {
        bool isBehindGroups = false;
        for (const Category& category : categoriesFromJson(document)) {
            require(category.id.isNull() && category.parent.isNull(), "a category of a file has no id yet");
            require(!category.isGroup || !isBehindGroups, "big classes come first");
            isBehindGroups = !category.isGroup;
        }
        break;
    }
    case 1: {
        const auto limits = limitsFromJson(document);
        if (isGood(limits))
            for (const auto& [category, rule] : *limits)
                require(rule.limit && std::isfinite(rule.limit->value), "a rule has a finite limit");
        break;
    }
    case 2: {
        const auto sources = sourcesFromJson(document);
        if (isGood(sources))
            for (std::size_t i = 0; i < sources->size(); ++i)
                require((*sources)[i].position == static_cast<int>(i) + 1, "sources are in their order");
        break;
    }
    default:
        for (const char* key : {"closed", "report", "none"}) {
            (void)wordIn(document, "states", key, Language::Chinese);
            (void)wordIn(document, "steps", key, Language::English);
            (void)wordNoteIn(document, "day_book", key, Language::English);
        }
    }
    return 0;
}
