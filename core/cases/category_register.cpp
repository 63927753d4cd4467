// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/cases/category_register.h"

#include "core/base/pinyin.h"
#include "core/base/text.h"

#include <algorithm>

namespace gridwarden::core {

namespace {

bool isDigits(std::string_view text) {
    return !text.empty() && std::all_of(text.begin(), text.end(), [](char c) { return c >= '0' && c <= '9'; });
}

/// Newer editions first, of one edition matters and events before components; the bureau's own before all.
int preference(const Category& category) {
    if (category.key.standard == "local")
        return 0;
    const int edition = category.key.standard == "2026" ? 1 : category.key.standard == "2013" ? 3 : 5;
    return edition + (category.key.kind == "component" ? 1 : 0);
}

} // namespace

CategoryRegister::CategoryRegister(std::vector<Category> categories, std::vector<LimitRule> rules)
    : m_categories(std::move(categories)), m_rules(std::move(rules)) {
    std::stable_sort(m_categories.begin(), m_categories.end(), [](const Category& a, const Category& b) {
        return preference(a) != preference(b) ? preference(a) < preference(b) : a.key.code < b.key.code;
    });
    m_pinyin.reserve(m_categories.size());
    // Names before aliases, so that a name is never hidden by another category's alias of the same edition.
    for (std::size_t i = 0; i < m_categories.size(); ++i) {
        const Category& category = m_categories[i];
        m_byId.emplace(category.id.value(), i);
        m_byKey.emplace(category.key.text(), i);
        m_pinyin.push_back(pinyin(category.name));
        if (!category.isGroup) {
            m_byName.emplace(category.name, i);
            m_byName.emplace(lowered(category.english), i);
        }
    }
    for (std::size_t i = 0; i < m_categories.size(); ++i)
        if (!m_categories[i].isGroup)
            for (const std::string& alias : split(m_categories[i].aliases, ' '))
                if (!alias.empty())
                    m_byName.emplace(alias, i);
    for (std::size_t i = 0; i < m_rules.size(); ++i)
        m_rulesByCategory.emplace(m_rules[i].category.value(), i);
}

const Category* CategoryRegister::find(CategoryId id) const {
    const auto found = m_byId.find(id.value());
    return found == m_byId.end() ? nullptr : &m_categories[found->second];
}

const Category* CategoryRegister::find(std::string_view keyOrCode) const {
    const std::string key(trimmed(keyOrCode));
    if (const auto found = m_byKey.find(key); found != m_byKey.end())
        return &m_categories[found->second];
    if (key.empty() || key.find(':') != std::string::npos)
        return nullptr;
    const auto found = std::find_if(m_categories.begin(), m_categories.end(),
                                    [&](const Category& category) { return category.key.code == key; });
    return found == m_categories.end() ? nullptr : &*found;
}

const Category* CategoryRegister::named(std::string_view name) const {
    const std::string_view plain = trimmed(name);
    if (plain.empty())
        return nullptr;
    auto found = m_byName.find(std::string(plain));
    if (found == m_byName.end())
        found = m_byName.find(lowered(plain));
    return found == m_byName.end() ? nullptr : &m_categories[found->second];
}

const Category* CategoryRegister::top(CategoryId id) const {
    const Category* category = find(id);
    for (int depth = 0; category != nullptr && !category->parent.isNull() && depth < 8; ++depth) {
        const Category* parent = find(category->parent);
        if (parent == nullptr)
            break;
        category = parent;
    }
    return category;
}

std::vector<CategoryId> CategoryRegister::withAllBelow(CategoryId id) const {
    std::vector<CategoryId> all{id};
    for (std::size_t i = 0; i < all.size(); ++i)
        for (const Category& category : m_categories)
            if (category.parent == all[i] && !category.parent.isNull())
                all.push_back(category.id);
    return all;
}

std::vector<const Category*> CategoryRegister::search(std::string_view typed, std::size_t limit) const {
    const std::string wanted = lowered(trimmed(typed));
    if (wanted.empty())
        return {};
    // The smaller the rank, the better the match; an equal rank keeps the register's order.
    const auto rank = [&](std::size_t index) -> int {
        const Category& category = m_categories[index];
        const std::string english = lowered(category.english);
        if (category.key.code == wanted || category.name == wanted)
            return 0;
        if (isDigits(wanted) || wanted.find('-') != std::string::npos)
            return category.key.code.starts_with(wanted) ? 1 : -1;
        if (category.name.starts_with(wanted) || category.initials == wanted)
            return 1;
        if (category.initials.starts_with(wanted))
            return 2;
        if (category.name.find(wanted) != std::string::npos)
            return 3;
        if (m_pinyin[index].starts_with(wanted) || english.starts_with(wanted))
            return 4;
        if (category.initials.find(wanted) != std::string::npos || category.aliases.find(wanted) != std::string::npos)
            return 5;
        if (english.find(wanted) != std::string::npos || m_pinyin[index].find(wanted) != std::string::npos)
            return 6;
        return -1;
    };
    std::vector<std::pair<int, std::size_t>> matches;
    for (std::size_t i = 0; i < m_categories.size(); ++i)
        if (m_categories[i].isEnabled && !m_categories[i].isGroup)
            if (const int r = rank(i); r >= 0)
                matches.emplace_back(r + 10 * (preference(m_categories[i]) > 2 ? 1 : 0), i);
    std::stable_sort(matches.begin(), matches.end(), [](const auto& a, const auto& b) { return a.first < b.first; });
    std::vector<const Category*> found;
    for (std::size_t i = 0; i < matches.size() && i < limit; ++i)
        found.push_back(&m_categories[matches[i].second]);
    return found;
}

std::vector<const LimitRule*> CategoryRegister::rules(CategoryId id) const {
    std::vector<const LimitRule*> found;
    const auto [begin, end] = m_rulesByCategory.equal_range(id.value());
    for (auto it = begin; it != end; ++it)
        found.push_back(&m_rules[it->second]);
    std::sort(found.begin(), found.end(), [](const LimitRule* a, const LimitRule* b) { return a->id < b->id; });
    return found;
}

const LimitRule* CategoryRegister::rule(CategoryId id, std::string_view key) const {
    const auto all = rules(id);
    const auto found = std::find_if(all.begin(), all.end(), [&](const LimitRule* rule) { return rule->key == key; });
    return found == all.end() ? nullptr : *found;
}

const LimitRule* CategoryRegister::defaultRule(CategoryId id) const {
    const auto all = rules(id);
    const auto found = std::find_if(all.begin(), all.end(), [](const LimitRule* rule) { return rule->isDefault; });
    return found != all.end() ? *found : all.empty() ? nullptr : all.front();
}

Result<CategoryRegister> loadCategories(Connection& connection) {
    auto categories = connection.rows(
        "SELECT id, standard, kind, code, name, english, is_group, parent, initials, aliases, replaced_by, is_enabled FROM category ORDER BY id", {},
        [](const Row& row) {
            return Category{row.id<CategoryId>(0), {row.text(1), row.text(2), row.text(3)}, row.text(4), row.text(5), row.integer(6) != 0,
                            row.id<CategoryId>(7), row.text(8), row.text(9), row.text(10), row.integer(11) != 0};
        });
    if (!categories)
        return fail(categories);
    auto rules = connection.rows(
        "SELECT id, category, key, filing_condition, closing_condition, value, unit, is_default, origin FROM limit_rule ORDER BY id", {},
        [](const Row& row) {
            LimitRule rule{row.id<RuleId>(0), row.id<CategoryId>(1), row.text(2), row.text(3), row.text(4), {}, row.integer(7) != 0, row.text(8)};
            if (const auto unit = limitUnitFromKey(row.text(6)); unit && !row.isNull(5))
                rule.limit = Limit{row.real(5), *unit};
            return rule;
        });
    if (!rules)
        return fail(rules);
    return CategoryRegister(std::move(*categories), std::move(*rules));
}

} // namespace gridwarden::core
