// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/district/duty_rules.h"

#include "core/base/json_members.h"
#include "core/base/resources.h"
#include "core/district/hours_text.h"

#include <algorithm>
#include <cmath>

namespace gridwarden::core {

namespace {

/// Takes the rules out of a document; what cannot be used is noted.
class RuleReader {
public:
    explicit RuleReader(nlohmann::json document) : m_members(std::move(document)) {}

    DutyRules read() {
        DutyRules rules;
        for (const nlohmann::json& each : list("service"))
            rules.service.push_back(serviceHours(JsonMembers(each)));
        rules.longestShift = minutes("longest_shift_hours");
        rules.longestWeek = minutes("longest_week_hours");
        if (const auto areas = m_members.number("largest_round")) {
            if (*areas >= 1 && *areas <= 1000 && *areas == std::floor(*areas))
                rules.largestRound = static_cast<int>(*areas);
            else
                m_members.note("largest_round");
        }
        for (const nlohmann::json& each : list("certificates")) {
            JsonMembers members(each);
            CertificateRule rule{members.text("role"), members.text("kind")};
            if (rule.role.empty() || rule.kind.empty() || !members.wrong().empty())
                m_members.note("certificates");
            rules.certificates.push_back(std::move(rule));
        }
        return rules;
    }
    [[nodiscard]] std::string wrong() const { return m_members.wrong(); }

private:
    std::vector<nlohmann::json> list(const char* name) {
        return m_members.has(name) ? m_members.objects(name) : std::vector<nlohmann::json>();
    }
    ServiceHours serviceHours(JsonMembers members) {
        const auto weekdays = weekdaysFromText(members.text("weekdays"));
        const auto start = clockFromText(members.text("start"));
        const auto end = clockFromText(members.text("end"));
        ServiceHours hours{
            {weekdays.value_or(0), start.value_or(0), end.value_or(0)}, members.text("area"), members.text("post")};
        if (!weekdays || !start || !end || !hours.hours.isSensible() || (hours.area.empty() && !hours.post.empty()) ||
            !members.wrong().empty())
            m_members.note("service");
        return hours;
    }
    std::optional<int> minutes(const char* name) {
        const auto hours = m_members.number(name);
        if (!hours)
            return std::nullopt;
        if (const long minutes = std::lround(std::clamp(*hours, 0.0, 1000.0) * 60);
            minutes > 0 && minutes <= 7 * 24 * 60)
            return static_cast<int>(minutes);
        m_members.note(name);
        return std::nullopt;
    }
    JsonMembers m_members;
};

} // namespace

Result<DutyRules> parseDutyRules(std::string_view json) {
    auto document = parsedJson(json);
    if (!document || !document->is_object())
        return fail(ErrorCode::BadInput, {"duty-rules-unreadable", {""}});
    RuleReader reader(std::move(*document));
    DutyRules rules = reader.read();
    if (const std::string wrong = reader.wrong(); !wrong.empty())
        return fail(ErrorCode::BadInput, {"duty-rules-unreadable", {wrong}});
    return rules;
}

Result<DutyRules> dutyRulesOf(std::string_view setting) {
    if (!setting.empty())
        return parseDutyRules(setting);
    const auto shipped = readResource("duties.json");
    return shipped ? parseDutyRules(*shipped) : fail(shipped);
}

std::vector<int> serviceHoursOfDay(const DutyRules& rules) {
    constexpr int Hour = 60;
    std::vector<int> hours;
    for (int minute = 0; minute < WeekHours::MinutesPerDay; minute += Hour) {
        const auto holds = [minute](const ServiceHours& service) {
            const int start = service.hours.startMinute, end = start + service.hours.length();
            const auto overlaps = [&](int from) { return from < end && start < from + Hour; };
            return overlaps(minute) || overlaps(minute + WeekHours::MinutesPerDay); // past midnight
        };
        if (std::any_of(rules.service.begin(), rules.service.end(), holds))
            hours.push_back(minute / Hour);
    }
    return hours;
}

std::string dutyRulesText(const DutyRules& rules) {
    nlohmann::ordered_json document = nlohmann::ordered_json::object();
    for (const ServiceHours& each : rules.service) {
        nlohmann::ordered_json hours = {{"weekdays", weekdaysCode(each.hours.weekdays)},
                                        {"start", clockText(each.hours.startMinute)},
                                        {"end", clockText(each.hours.endMinute)}};
        if (!each.area.empty())
            hours["area"] = each.area;
        if (!each.post.empty())
            hours["post"] = each.post;
        document["service"].push_back(std::move(hours));
    }
    if (rules.longestShift)
        document["longest_shift_hours"] = *rules.longestShift / 60.0;
    if (rules.longestWeek)
        document["longest_week_hours"] = *rules.longestWeek / 60.0;
    if (rules.largestRound)
        document["largest_round"] = *rules.largestRound;
    for (const CertificateRule& each : rules.certificates)
        document["certificates"].push_back({{"role", each.role}, {"kind", each.kind}});
    return document.dump();
}

} // namespace gridwarden::core
