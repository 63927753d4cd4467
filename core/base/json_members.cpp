// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/json_members.h"

namespace gridwarden::core {

using nlohmann::json;

std::optional<json> parsedJson(std::string_view text) {
    constexpr int DeepestNesting = 64;
    bool isTooDeep = false;
    const auto watchDepth = [&](int depth, json::parse_event_t, const json&) {
        isTooDeep = isTooDeep || depth > DeepestNesting;
        return !isTooDeep;
    };
    auto document = json::parse(text, watchDepth, /*allow_exceptions=*/false);
    return document.is_discarded() || isTooDeep ? std::nullopt : std::optional(std::move(document));
}

json JsonMembers::take(const char* name) {
    const auto found = m_left.find(name);
    if (found == m_left.end())
        return {};
    json value = *found;
    m_left.erase(found);
    if (value.is_null())
        note(name);
    return value;
}

std::string JsonMembers::text(const char* name) {
    const json value = take(name);
    if (!value.is_null() && !value.is_string())
        note(name);
    return value.is_string() ? value.get<std::string>() : std::string();
}

std::vector<std::string> JsonMembers::texts(const char* name) {
    std::vector<std::string> all;
    const json value = take(name);
    if (value.is_null())
        return all;
    if (!value.is_array() || value.empty())
        note(name);
    for (const json& each : value)
        if (each.is_string() && !each.get_ref<const std::string&>().empty())
            all.push_back(each.get<std::string>());
        else
            note(name);
    return all;
}

std::optional<bool> JsonMembers::flag(const char* name) {
    const json value = take(name);
    if (!value.is_null() && !value.is_boolean())
        note(name);
    return value.is_boolean() ? std::optional(value.get<bool>()) : std::nullopt;
}

std::optional<double> JsonMembers::number(const char* name) {
    const json value = take(name);
    if (!value.is_null() && !value.is_number())
        note(name);
    return value.is_number() ? std::optional(value.get<double>()) : std::nullopt;
}

std::vector<json> JsonMembers::objects(const char* name) {
    std::vector<json> all;
    const json value = take(name);
    if (value.is_null())
        return all;
    if (!value.is_array() || value.empty())
        note(name);
    for (const json& each : value)
        if (each.is_object())
            all.push_back(each);
        else
            note(name);
    return all;
}

std::optional<json> JsonMembers::object(const char* name) {
    json value = take(name);
    if (!value.is_null() && !value.is_object())
        note(name);
    return value.is_object() ? std::optional(std::move(value)) : std::nullopt;
}

std::string JsonMembers::textIn(const char* group, const char* name) {
    const auto found = m_left.find(group);
    if (found == m_left.end())
        return {};
    if (!found->is_object()) {
        note(group);
        return {};
    }
    const auto inner = found->find(name);
    if (inner == found->end())
        return {};
    const std::string text = inner->is_string() ? inner->get<std::string>() : std::string();
    if (!inner->is_string())
        note(group);
    found->erase(inner);
    if (found->empty())
        m_left.erase(found);
    return text;
}

} // namespace gridwarden::core
