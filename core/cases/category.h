// SPDX-License-Identifier: GPL-3.0-or-later
// Categories (类别) of components, matters and events, their limits, and finding one by typing a few letters.
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

class CategoryRegister {
  public:
    CategoryRegister() = default;
    CategoryRegister(std::vector<Category> categories, std::vector<LimitRule> rules);

    [[nodiscard]] std::span<const Category> all() const { return m_categories; }
    [[nodiscard]] const Category* find(CategoryId id) const;
    /// A key in full ("2026:matter:09006", "2013:event:04-06", "local:KEY") or a bare code (newest matters first, then
    /// groups of them, then components).
    [[nodiscard]] const Category* find(std::string_view keyOrCode) const;
    /// By exact Chinese or English name or alias, newest edition first; for imports.
    [[nodiscard]] const Category* named(std::string_view name) const;
    /// The big class of a category (itself when it is one or has none).
    [[nodiscard]] const Category* top(CategoryId id) const;
    /// The category itself and everything under it.
    [[nodiscard]] std::vector<CategoryId> withAllBelow(CategoryId id) const;
    /// Up to `limit` enabled assignable categories that match what was typed: code prefix, name part, pinyin initials, pinyin,
    /// English part; best first.
    [[nodiscard]] std::vector<const Category*> search(std::string_view typed, std::size_t limit) const;

    [[nodiscard]] std::vector<const LimitRule*> rules(CategoryId id) const;
    [[nodiscard]] const LimitRule* rule(CategoryId id, std::string_view key) const;
    [[nodiscard]] const LimitRule* defaultRule(CategoryId id) const;

  private:
    std::vector<Category> m_categories;
    std::vector<LimitRule> m_rules;
    std::vector<std::string> m_pinyin; // beside m_categories
    std::unordered_map<std::int64_t, std::size_t> m_byId;
    std::unordered_map<std::string, std::size_t> m_byKey;
    std::unordered_map<std::string, std::size_t> m_byName;
    std::unordered_multimap<std::int64_t, std::size_t> m_rulesByCategory;
};

[[nodiscard]] Result<CategoryRegister> loadCategories(Connection& connection);
/// Adds when the id is null, else rewrites. Errors: BadInput "category-incomplete"; Exists "category-key-taken".
Result<CategoryId> saveCategory(Change& change, Category category);
/// Errors: BadInput "limit-not-positive". A new default takes the mark from the others of the category.
Result<RuleId> saveRule(Change& change, LimitRule rule);
Result<void> removeRule(Change& change, RuleId id);
/// Copies the shipped categories and limits into a new district. Errors: Io, BadInput with the file.
Result<void> fillCategories(Change& change);

} // namespace gridwarden::core
