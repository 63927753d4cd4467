// SPDX-License-Identifier: GPL-3.0-or-later
// Copying the shipped editions of categories and the example limits into a new district.
#include "core/cases/category_files.h"

#include "core/base/resources.h"
#include "core/base/text.h"

#include <nlohmann/json.hpp>
#include <unordered_map>

namespace gridwarden::core {

namespace {

using Json = nlohmann::json;

constexpr const char* EditionFiles[] = {"categories/2026-matter.json",    "categories/2026-component.json", "categories/2013-event.json",
                                        "categories/2013-component.json", "categories/2007-event.json",     "categories/2007-component.json"};
constexpr const char* LimitsFile = "limits/municipal-example.json";

std::string textOf(const Json& object, const char* key) {
    const auto found = object.find(key);
    return found != object.end() && found->is_string() ? found->get<std::string>() : std::string();
}

const Json& listOf(const Json& object, const char* key) {
    static const Json none = Json::array();
    const auto found = object.find(key);
    return found != object.end() && found->is_array() ? *found : none;
}

/// A component has two successors, the component and the matter about it; cases continue as the matter.
std::string successorOf(const Json& entry) {
    std::string successor;
    for (const Json& key : listOf(entry, "replaced_by"))
        if (key.is_string() && (successor.empty() || key.get<std::string>().find(":matter:") != std::string::npos))
            successor = key.get<std::string>();
    return successor;
}

using Ids = std::unordered_map<std::string, CategoryId>;

Result<void> fillEdition(Change& change, const char* file, Ids& ids) {
    const auto document = readJsonResource(file);
    if (!document)
        return fail(document);
    std::unordered_map<std::string, CategoryId> classes;
    for (Category& category : categoriesFromJson(*document)) {
        if (!category.isGroup)
            if (const auto parent = classes.find(category.key.code.substr(0, 2)); parent != classes.end())
                category.parent = parent->second;
        const auto id = saveCategory(change, category);
        if (!id)
            return fail(id);
        ids.emplace(category.key.text(), *id);
        if (category.isGroup)
            classes.emplace(category.key.code, *id);
    }
    return {};
}

Result<void> fillLimits(Change& change, const Ids& ids) {
    const auto document = readJsonResource(LimitsFile);
    if (!document)
        return fail(document);
    auto limits = limitsFromJson(*document);
    if (!limits) {
        limits.error().subject = LimitsFile;
        return fail(limits);
    }
    for (auto& [key, rule] : *limits) {
        const auto category = ids.find(key);
        if (category == ids.end())
            return fail(ErrorCode::BadInput, {"limit-unreadable", {LimitsFile, key}}, LimitsFile);
        rule.category = category->second;
        if (const auto id = saveRule(change, rule); !id)
            return fail(id);
    }
    return {};
}

} // namespace

std::vector<Category> categoriesFromJson(const Json& document) {
    std::vector<Category> all;
    Category category;
    category.key.standard = textOf(document, "standard");
    category.key.kind = textOf(document, "kind");
    category.isGroup = true;
    category.isEnabled = category.key.standard == "2026" && category.key.kind == "matter"; // older ones serve archives
    const auto read = [&](const Json& entry) {
        category.key.code = textOf(entry, "code");
        category.name = textOf(entry, "name");
        category.english = textOf(entry, "english");
    };
    for (const Json& entry : listOf(document, "classes")) {
        read(entry);
        all.push_back(category);
    }
    category.isGroup = false;
    for (const Json& entry : listOf(document, "categories")) {
        read(entry);
        category.replacedBy = successorOf(entry);
        std::vector<std::string> aliases;
        for (const Json& alias : listOf(entry, "aliases"))
            if (alias.is_string())
                aliases.push_back(alias.get<std::string>());
        category.aliases = joined(aliases, " ");
        all.push_back(category);
    }
    return all;
}

Result<std::vector<CategoryLimit>> limitsFromJson(const Json& document) {
    std::vector<CategoryLimit> all;
    for (const Json& entry : listOf(document, "rules")) {
        const auto unit = limitUnitFromKey(textOf(entry, "unit"));
        const auto value = entry.find("limit");
        if (!unit || value == entry.end() || !value->is_number())
            return fail(ErrorCode::BadInput, {"limit-unreadable", {LimitsFile, textOf(entry, "category")}});
        LimitRule rule;
        rule.key = textOf(entry, "key");
        rule.filingCondition = textOf(entry, "condition");
        rule.closingCondition = textOf(entry, "closing");
        rule.limit = Limit{value->get<double>(), *unit};
        const auto isDefault = entry.find("default");
        rule.isDefault = isDefault != entry.end() && *isDefault == true;
        rule.origin = "municipal-example";
        all.push_back({textOf(entry, "category"), std::move(rule)});
    }
    return all;
}

Result<void> fillCategories(Change& change) {
    Ids ids;
    for (const char* file : EditionFiles)
        if (auto filled = fillEdition(change, file, ids); !filled)
            return filled;
    return fillLimits(change, ids);
}

} // namespace gridwarden::core
