// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/check/number_check.h"

#include "core/cases/case_number.h"

#include <array>
#include <charconv>
#include <fmt/format.h>

namespace gridwarden::core {

namespace {

constexpr std::array TablesWithIds = {"area",   "area_member", "area_succession", "organisation", "person", "duty", "category", "limit_rule",
                                      "case_report", "step",   "photo",           "journal",
                                      "activity",    "activity_plan", "dispatch_rule", "absence", "person_certificate"};
constexpr int DeskLimit = 256;

Result<NumberPattern> patternOf(Connection& connection) {
    const auto text = connection.text("SELECT value FROM setting WHERE key = 'case_number_pattern'");
    if (!text)
        return fail(text);
    return NumberPattern::parse(text->empty() ? DefaultNumberPattern : std::string_view(*text));
}

/// The serial in a number that was counted under a name with "*" in the serial's place.
std::optional<std::int64_t> serialIn(const std::string& number, const std::string& name) {
    const auto star = name.find('*');
    const std::size_t after = name.size() - star - 1;
    if (star == std::string::npos || number.size() <= star + after || number.compare(0, star, name, 0, star) != 0 ||
        number.compare(number.size() - after, after, name, star + 1, after) != 0)
        return std::nullopt;
    std::int64_t serial = 0;
    const char* const end = number.data() + number.size() - after;
    const auto [read, problem] = std::from_chars(number.data() + star, end, serial);
    return problem == std::errc{} && read == end && serial > 0 ? std::optional(serial) : std::nullopt;
}

} // namespace

Result<std::map<std::string, std::int64_t>> highestSerials(Connection& connection) {
    const auto pattern = patternOf(connection);
    if (!pattern)
        return fail(pattern);
    const auto zoneName = connection.text("SELECT value FROM setting WHERE key = 'timezone'");
    if (!zoneName)
        return fail(zoneName);
    const auto zone = TimeZone::find(*zoneName);
    if (!zone)
        return fail(zone);
    std::map<std::string, std::int64_t> highest;
    // A number that an import brought is its source's; the counter passes over it when it comes to it.
    const auto read = connection.each("SELECT r.number, t.at FROM case_report r JOIN step t ON t.case_id = r.id WHERE r.batch IS NULL AND t.kind = 1", {},
                                      [&](const Row& row) {
                                          const std::string number = row.text(0);
                                          const Day day = zone->day(row.moment(1));
                                          const std::string name = pattern->number(day, -1);
                                          const auto serial = serialIn(number, name);
                                          if (serial && pattern->number(day, *serial) == number) {
                                              auto& known = highest[name];
                                              known = std::max(known, *serial);
                                          }
                                          return true;
                                      });
    if (!read)
        return fail(read);
    return highest;
}

Result<std::map<int, std::int64_t>> highestIds(Connection& connection) {
    std::map<int, std::int64_t> highest;
    for (const char* table : TablesWithIds) {
        // By the desk's part of the id; SQLite walks the table once.
        const auto read = connection.each(fmt::format("SELECT (id >> 13) & 255, max(id) FROM {} GROUP BY 1", table), {}, [&](const Row& row) {
            auto& known = highest[static_cast<int>(row.integer(0))];
            known = std::max(known, row.integer(1));
            return true;
        });
        if (!read)
            return fail(read);
    }
    return highest;
}

Result<void> checkCounters(CheckRun& run) {
    const auto highest = highestSerials(run.connection());
    if (!highest)
        return fail(highest);
    for (const auto& [name, serial] : *highest) {
        const auto value = run.connection().integer("SELECT value FROM counter WHERE name = ?", {name});
        if (!value)
            return fail(value);
        if (*value < serial)
            run.fault({"counter-low", {name, std::to_string(*value), std::to_string(serial)}}, Remedy::Repair);
    }
    return {};
}

Result<void> checkDesks(CheckRun& run) {
    Connection& connection = run.connection();
    const auto highest = highestIds(connection);
    if (!highest)
        return fail(highest);
    std::map<int, std::int64_t> desks;
    const auto read = connection.each("SELECT number, last_id FROM desk", {}, [&](const Row& row) {
        if (row.integer(0) < 0 || row.integer(0) >= DeskLimit)
            run.fault({"desk-number-wrong", {row.text(0)}}, Remedy::Restore);
        else
            desks[static_cast<int>(row.integer(0))] = row.integer(1);
        return true;
    });
    if (!read)
        return read;
    for (const auto& [desk, id] : *highest) {
        const auto known = desks.find(desk);
        if (known == desks.end())
            run.fault({"desk-unknown", {std::to_string(desk)}}, Remedy::Repair);
        else if (known->second < id)
            run.fault({"desk-last-id-low", {std::to_string(desk)}}, Remedy::Repair);
    }
    for (const char* table : TablesWithIds) {
        const auto wrong = connection.each(fmt::format("SELECT id FROM {0} WHERE id <= 0 UNION ALL SELECT id FROM {0} WHERE id >= 1 << 53", table), {},
                                           [&](const Row& row) {
                                               run.fault({"id-out-of-range", {table, row.text(0)}}, Remedy::Restore);
                                               return true;
                                           });
        if (!wrong)
            return wrong;
    }
    return {};
}

} // namespace gridwarden::core
