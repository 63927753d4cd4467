// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/cases/second_check.h"

#include <algorithm>
#include <vector>

namespace gridwarden::core {

namespace {

constexpr std::string_view All = "all";

std::vector<std::string> keysOf(std::string_view setting) {
    std::vector<std::string> keys;
    while (!setting.empty()) {
        const std::size_t end = std::min(setting.find_first_of(" ,;\n\t"), setting.size());
        if (end > 0)
            keys.emplace_back(setting.substr(0, end));
        setting.remove_prefix(std::min(end + 1, setting.size()));
    }
    return keys;
}

bool isSamePerson(const Step& a, const Step& b) {
    return a.person.isNull() || b.person.isNull() ? a.actor == b.actor : a.person == b.person;
}

bool isPassedCheck(const Step& step) {
    return step.kind == StepKind::CheckAfter && step.detail.result == StepResult::Pass;
}

} // namespace

bool asksForSecondCheck(std::string_view setting, std::span<const std::string> categoryAndAbove) {
    const std::vector<std::string> keys = keysOf(setting);
    return std::any_of(keys.begin(), keys.end(), [&](const std::string& key) {
        return key == All || std::find(categoryAndAbove.begin(), categoryAndAbove.end(), key) != categoryAndAbove.end();
    });
}

std::optional<std::string> unknownCategory(std::string_view setting, const std::function<bool(const std::string&)>& isKnown) {
    for (std::string& key : keysOf(setting))
        if (key != All && !isKnown(key))
            return std::move(key);
    return std::nullopt;
}

std::optional<Message> whyNotAlone(const Step& step, std::span<const Step> before) {
    if (step.kind != StepKind::Close && !isPassedCheck(step))
        return std::nullopt;
    const auto handling = std::find_if(before.rbegin(), before.rend(), [](const Step& each) { return each.kind == StepKind::Handle; });
    if (handling == before.rend() || !isSamePerson(step, *handling))
        return std::nullopt;
    const bool wasChecked =
        std::any_of(before.rbegin(), handling, [&](const Step& each) { return isPassedCheck(each) && !isSamePerson(each, *handling); });
    if (step.kind == StepKind::Close && wasChecked)
        return std::nullopt;
    return Message{"step-needs-another-person", {handling->actor}};
}

} // namespace gridwarden::core
