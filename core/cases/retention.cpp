// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/cases/retention.h"

#include <nlohmann/json.hpp>
#include <set>

namespace gridwarden::core {

namespace {

/// Days between nothing and a century; everything else is no rule.
std::optional<int> daysFrom(const nlohmann::json& value) {
    constexpr int Century = 36525;
    if (!value.is_number_integer() || value.get<std::int64_t>() < 1 || value.get<std::int64_t>() > Century)
        return std::nullopt;
    return value.get<int>();
}

} // namespace

RetentionRules retentionFromText(std::string_view text) {
    RetentionRules rules;
    const auto document = nlohmann::json::parse(text, nullptr, false);
    if (!document.is_object())
        return rules;
    rules.days = daysFrom(document.value("days", nlohmann::json()));
    const auto sources = document.value("sources", nlohmann::json::object());
    if (sources.is_object())
        for (const auto& [key, value] : sources.items())
            if (const auto days = daysFrom(value))
                rules.sources[key] = *days;
    return rules;
}

std::string retentionText(const RetentionRules& rules) {
    if (rules.isOff())
        return {};
    nlohmann::json document = {{"sources", rules.sources}};
    document["days"] = rules.days ? nlohmann::json(*rules.days) : nlohmann::json();
    return document.dump();
}

Result<std::vector<CaseId>> contactsDue(Connection& connection, const RetentionRules& rules, Moment asOf) {
    if (rules.isOff())
        return std::vector<CaseId>();
    const auto isOver = [&](Moment end, const std::string& source) {
        const auto own = rules.sources.find(source);
        const std::optional<int> days = own != rules.sources.end() ? std::optional(own->second) : rules.days;
        return days && end + std::chrono::days(*days) < asOf;
    };
    std::set<std::int64_t> due;
    // Closed, rejected, transferred, void; the others are still being worked on.
    const std::string ended = "s.state IN (5, 6, 8, 9)";
    const std::string inJournal = "SELECT CAST(t.record AS INTEGER) AS id, max(j.at) AS at FROM journal_touch AS t JOIN journal AS j ON j.id = t.entry WHERE "
                                  "t.table_name = 'case_contact' AND j.changeset IS NOT NULL GROUP BY 1";
    auto read = connection.each("SELECT s.case_id, coalesce(s.closed, s.last_step), r.source FROM case_state AS s JOIN case_report AS r ON r.id = s.case_id WHERE " +
                                    ended + " AND s.case_id IN (SELECT case_id FROM case_contact UNION SELECT id FROM (" + inJournal + "))",
                                {}, [&](const Row& row) {
                                    if (isOver(row.moment(1), row.text(2)))
                                        due.insert(row.integer(0));
                                    return true;
                                });
    if (read)
        read = connection.each("SELECT id, at FROM (" + inJournal + ") WHERE id NOT IN (SELECT case_id FROM case_state)", {}, [&](const Row& row) {
            if (isOver(row.moment(1), {}))
                due.insert(row.integer(0));
            return true;
        });
    if (!read)
        return fail(read);
    return std::vector<CaseId>(due.begin(), due.end());
}

} // namespace gridwarden::core
