// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/cases/category.h"

#include "core/base/pinyin.h"
#include "core/base/text.h"

namespace gridwarden::core {

std::string CategoryKey::text() const { return kind.empty() ? standard + ":" + code : standard + ":" + kind + ":" + code; }

Result<CategoryId> saveCategory(Change& change, Category category) {
    category.key.code = trimmed(category.key.code);
    if (category.key.standard.empty() || category.key.code.empty() || trimmed(category.name).empty())
        return fail(ErrorCode::BadInput, {"category-incomplete", {category.key.text()}});
    const auto taken = change.connection().integer(
        "SELECT count(*) FROM category WHERE standard = ? AND kind = ? AND code = ? AND id IS NOT ?",
        {category.key.standard, category.key.kind, category.key.code, category.id});
    if (!taken)
        return fail(taken);
    if (*taken > 0)
        return fail(ErrorCode::Exists, {"category-key-taken", {category.key.text()}}, category.key.text());
    if (category.id.isNull())
        category.id = change.newId<CategoryId>();
    const auto done = change.connection().run(
        "INSERT INTO category(id, standard, kind, code, name, english, is_group, parent, initials, aliases, replaced_by, is_enabled, batch) "
        "VALUES (?1,?2,?3,?4,?5,?6,?7,?8,?9,?10,?11,?12,?13) ON CONFLICT(id) DO UPDATE SET standard = ?2, kind = ?3, code = ?4, name = ?5, "
        "english = ?6, is_group = ?7, parent = ?8, initials = ?9, aliases = ?10, replaced_by = ?11, is_enabled = ?12",
        {category.id, category.key.standard, category.key.kind, category.key.code, category.name, category.english, category.isGroup,
         category.parent, pinyinInitials(category.name), category.aliases, category.replacedBy, category.isEnabled, change.batch()});
    if (!done)
        return fail(done);
    return category.id;
}

Result<RuleId> saveRule(Change& change, LimitRule rule) {
    if (rule.limit && !(rule.limit->value > 0))
        return fail(ErrorCode::BadInput, {"limit-not-positive", {rule.filingCondition}});
    Connection& connection = change.connection();
    if (rule.isDefault)
        if (auto cleared = connection.run("UPDATE limit_rule SET is_default = 0 WHERE category = ? AND is_default = 1 AND id IS NOT ?", {rule.category, rule.id}); !cleared)
            return fail(cleared);
    if (rule.id.isNull()) {
        rule.id = change.newId<RuleId>();
        if (rule.key.empty()) {
            const auto next = connection.integer("SELECT coalesce(max(CAST(key AS INTEGER)), 0) + 1 FROM limit_rule WHERE category = ?", {rule.category});
            if (!next)
                return fail(next);
            rule.key = std::to_string(*next);
        }
    }
    const auto value = rule.limit ? Value(rule.limit->value) : Value(nullptr);
    const auto unit = rule.limit ? Value(limitUnitKey(rule.limit->unit)) : Value(nullptr);
    const auto done = connection.run(
        "INSERT INTO limit_rule(id, category, key, filing_condition, closing_condition, value, unit, is_default, origin) VALUES "
        "(?1,?2,?3,?4,?5,?6,?7,?8,?9) ON CONFLICT(id) DO UPDATE SET category = ?2, key = ?3, filing_condition = ?4, closing_condition = ?5, "
        "value = ?6, unit = ?7, is_default = ?8, origin = ?9",
        {rule.id, rule.category, rule.key, rule.filingCondition, rule.closingCondition, value, unit, rule.isDefault, rule.origin});
    if (!done)
        return fail(done);
    return rule.id;
}

Result<void> removeRule(Change& change, RuleId id) {
    const auto done = change.connection().run("DELETE FROM limit_rule WHERE id = ?", {id});
    if (!done)
        return fail(done);
    return {};
}

} // namespace gridwarden::core
