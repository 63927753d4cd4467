// SPDX-License-Identifier: GPL-3.0-or-later
// Categories (类别) of components, matters and events, their limits,.
#pragma once

#include "core/base/id.h"
#include "core/district/calendar.h"
#include "core/store/store.h"

#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

namespace gridwarden::core {

/// Key: (standard, kind, code), written "2026:matter:09006". Standard "local" holds what a bureau adds: "local:KEY".
struct CategoryKey {
    std::string standard;
    std::string kind; ///< component, matter, event; empty for local ones
    std::string code;
    bool operator==(const CategoryKey&) const = default;
    [[nodiscard]] std::string text() const;
};

struct Category {
    CategoryId id;
    CategoryKey key;
    std::string name;
    std::string english;
    bool isGroup = false;     ///< a big class (大类), not to be assigned to a case
    CategoryId parent;        ///< the big class
    std::string initials;     ///< pinyin initials of the name
    std::string aliases;      ///< other names, separated by blanks
    std::string replacedBy;   ///< key of the successor in a newer edition
    bool isEnabled = true;    ///< offered when entering
};

/// A filing and closing condition with its limit. One category has several, one of them the default.
struct LimitRule {
    RuleId id;
    CategoryId category;
    std::string key;              ///< stable within the category, e.g. "1"
    std::string filingCondition;  ///< 立案条件
    std::string closingCondition; ///< 结案条件
    std::optional<Limit> limit;
    bool isDefault = false;
    std::string origin;           ///< e.g. "municipal-example"; empty: the bureau's own
};

/// Adds when the id is null, else rewrites. Errors: BadInput "category-incomplete"; Exists "category-key-taken".
Result<CategoryId> saveCategory(Change& change, Category category);
/// Errors: BadInput "limit-not-positive". A new default takes the mark from the others of the category.
Result<RuleId> saveRule(Change& change, LimitRule rule);
Result<void> removeRule(Change& change, RuleId id);
/// Copies the shipped categories and limits into a new district. Errors: Io, BadInput with the file.
Result<void> fillCategories(Change& change);

} // namespace gridwarden::core
