// SPDX-License-Identifier: GPL-3.0-or-later
// Copying the shipped editions of categories and the example limits into a new district.
#include "core/base/resources.h"
#include "core/base/text.h"
#include "core/cases/category.h"

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
    Category category;
    category.key.standard = textOf(*document, "standard");
    category.key.kind = textOf(*document, "kind");
    const bool isNewestMatter = category.key.standard == "2026" && category.key.kind == "matter"; // older ones serve archives
    const auto save = [&]() -> Result<CategoryId> {
        const auto id = saveCategory(change, category);
        if (id)
            ids.emplace(category.key.text(), *id);
        return id;
    };
    std::unordered_map<std::string, CategoryId> classes;
    category.isGroup = true;
    category.isEnabled = isNewestMatter;
    for (const Json& entry : listOf(*document, "classes")) {
        category.key.code = textOf(entry, "code");
        category.name = textOf(entry, "name");
        category.english = textOf(entry, "english");
        const auto id = save();
        if (!id)
            return fail(id);
        classes.emplace(category.key.code, *id);
    }
    category.isGroup = false;
    for (const Json& entry : listOf(*document, "categories")) {
        category.key.code = textOf(entry, "code");
        category.name = textOf(entry, "name");
        category.english = textOf(entry, "english");
        category.replacedBy = successorOf(entry);
        std::vector<std::string> aliases;
        for (const Json& alias : listOf(entry, "aliases"))
            if (alias.is_string())
                aliases.push_back(alias.get<std::string>());
        category.aliases = joined(aliases, " ");
        const auto parent = classes.find(category.key.code.substr(0, 2));
        category.parent = parent == classes.end() ? CategoryId() : parent->second;
        if (const auto id = save(); !id)
            return fail(id);
    }
    return {};
}

Result<void> fillLimits(Change& change, const Ids& ids) {
    const auto document = readJsonResource(LimitsFile);
    if (!document)
        return fail(document);
    for (const Json& entry : listOf(*document, "rules")) {
        const auto category = ids.find(textOf(entry, "category"));
        const auto unit = limitUnitFromKey(textOf(entry, "unit"));
        const auto value = entry.find("limit");
        if (category == ids.end() || !unit || value == entry.end() || !value->is_number())
            return fail(ErrorCode::BadInput, {"limit-unreadable", {LimitsFile, textOf(entry, "category")}}, LimitsFile);
        LimitRule rule;
        rule.category = category->second;
        rule.key = textOf(entry, "key");
        rule.filingCondition = textOf(entry, "condition");
        rule.closingCondition = textOf(entry, "closing");
        rule.limit = Limit{value->get<double>(), *unit};
        rule.isDefault = entry.value("default", false);
        rule.origin = "municipal-example";
        if (const auto id = saveRule(change, rule); !id)
            return fail(id);
    }
    return {};
}

} // namespace

Result<void> fillCategories(Change& change) {
    Ids ids;
    for (const char* file : EditionFiles)
        if (auto filled = fillEdition(change, file, ids); !filled)
            return filled;
    return fillLimits(change, ids);
}

} // namespace gridwarden::core
