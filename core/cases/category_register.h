// SPDX-License-Identifier: GPL-3.0-or-later
// All categories and limits in memory, found by key, by name or by typing a few letters. An immutable snapshot.
#pragma once

#include "core/cases/category.h"

namespace gridwarden::core {

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

/// Errors: Database.
[[nodiscard]] Result<CategoryRegister> loadCategories(Connection& connection);

} // namespace gridwarden::core
