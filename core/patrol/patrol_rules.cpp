// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/patrol/patrol_rules.h"

#include "core/base/resources.h"

#include <nlohmann/json.hpp>

namespace gridwarden::core {

namespace {

using Json = nlohmann::json;
constexpr int MostPasses = 1440; // one a minute

Result<PatrolRules> rulesFrom(const Json& document) {
    const auto unreadable = [](const std::string& member) {
        return fail(ErrorCode::BadInput, {"patrol-rules-unreadable", {member}});
    };
    if (!document.is_object())
        return unreadable({});
    PatrolRules rules;
    const Json passes = document.value("passes", Json::object());
    if (!passes.is_object())
        return unreadable("passes");
    for (const auto& [grade, value] : passes.items()) {
        if (!value.is_number_integer() || value.get<std::int64_t>() < 0 || value.get<std::int64_t>() > MostPasses)
            return unreadable("passes." + grade);
        if (value.get<int>() > 0)
            rules.passes[grade] = value.get<int>();
    }
    if (const auto share = document.find("share"); share != document.end()) {
        if (!share->is_number() || share->get<double>() <= 0 || share->get<double>() > 1)
            return unreadable("share");
        rules.share = share->get<double>();
    }
    return rules;
}

} // namespace

Result<PatrolRules> parsePatrolRules(std::string_view json) {
    return rulesFrom(Json::parse(json, nullptr, false));
}

Result<PatrolRules> patrolRulesOf(std::string_view setting) {
    if (!setting.empty())
        return parsePatrolRules(setting);
    const auto shipped = readJsonResource("patrol.json");
    return shipped ? rulesFrom(*shipped) : fail(shipped);
}

std::string patrolRulesText(const PatrolRules& rules) {
    return Json{{"passes", rules.passes}, {"share", rules.share}}.dump();
}

} // namespace gridwarden::core
