// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/cases/case_number.h"

#include <charconv>
#include <fmt/format.h>

namespace gridwarden::core {

Result<NumberPattern> NumberPattern::parse(std::string_view text) {
    const auto bad = [&] { return fail(ErrorCode::BadInput, {"number-pattern-wrong", {std::string(text)}}); };
    NumberPattern pattern;
    bool hasSerial = false;
    for (std::string_view rest = text; !rest.empty();) {
        const auto open = rest.find('{');
        if (open != 0) {
            pattern.m_parts.push_back({Part::Text, std::string(rest.substr(0, open)), 0});
            rest.remove_prefix(open == std::string_view::npos ? rest.size() : open);
            continue;
        }
        const auto close = rest.find('}');
        if (close == std::string_view::npos)
            return bad();
        const std::string_view field = rest.substr(1, close - 1);
        rest.remove_prefix(close + 1);
        if (field == "year")
            pattern.m_parts.push_back({Part::Year, {}, 4});
        else if (field == "month")
            pattern.m_parts.push_back({Part::Month, {}, 2});
        else if (field == "day")
            pattern.m_parts.push_back({Part::DayOfMonth, {}, 2});
        else if (field.starts_with("serial:") && !hasSerial) {
            int width = 0;
            const auto [end, problem] = std::from_chars(field.data() + 7, field.data() + field.size(), width);
            if (problem != std::errc{} || end != field.data() + field.size() || width < 1 || width > 12)
                return bad();
            pattern.m_parts.push_back({Part::Serial, {}, width});
            hasSerial = true;
        } else
            return bad();
    }
    if (!hasSerial)
        return bad();
    return pattern;
}

std::string NumberPattern::number(Day day, std::int64_t serial) const {
    const std::chrono::year_month_day date(day);
    std::string text;
    for (const Part& part : m_parts) {
        switch (part.kind) {
        case Part::Text:
            text += part.text;
            break;
        case Part::Year:
            text += fmt::format("{:04}", static_cast<int>(date.year()));
            break;
        case Part::Month:
            text += fmt::format("{:02}", static_cast<unsigned>(date.month()));
            break;
        case Part::DayOfMonth:
            text += fmt::format("{:02}", static_cast<unsigned>(date.day()));
            break;
        case Part::Serial:
            text += serial < 0 ? std::string("*") : fmt::format("{:0{}}", serial, part.width);
            break;
        }
    }
    return text;
}

namespace {

Result<NumberPattern> patternOf(Connection& connection) {
    const auto text = connection.text("SELECT value FROM setting WHERE key = 'case_number_pattern'");
    if (!text)
        return fail(text);
    return NumberPattern::parse(text->empty() ? DefaultNumberPattern : std::string_view(*text));
}

/// The first serial after the high-water mark whose number no case bears.
Result<std::pair<std::string, std::int64_t>> firstFree(Connection& connection, const NumberPattern& pattern, Day day, std::int64_t mark) {
    for (std::int64_t serial = mark + 1;; ++serial) {
        std::string number = pattern.number(day, serial);
        const auto taken = connection.integer("SELECT count(*) FROM case_report WHERE number = ?", {number});
        if (!taken)
            return fail(taken);
        if (*taken == 0)
            return std::pair(std::move(number), serial);
    }
}

Result<std::int64_t> markOf(Connection& connection, const std::string& name) {
    return connection.integer("SELECT value FROM counter WHERE name = ?", {name});
}

} // namespace

Result<std::string> NumberTaker::next(Day day) {
    Connection& connection = m_change.connection();
    if (!m_pattern) {
        auto pattern = patternOf(connection);
        if (!pattern)
            return fail(pattern);
        m_pattern = std::move(*pattern);
    }
    const auto [mark, isNew] = m_marks.try_emplace(m_pattern->number(day, -1), 0);
    if (isNew) {
        const auto known = markOf(connection, mark->first);
        if (!known)
            return fail(known);
        mark->second = *known;
    }
    auto found = firstFree(connection, *m_pattern, day, mark->second);
    if (!found)
        return fail(found);
    mark->second = found->second;
    return std::move(found->first);
}

Result<void> NumberTaker::keep() {
    for (const auto& [name, serial] : m_marks)
        if (auto kept = m_change.connection().run("INSERT INTO counter(name, value) VALUES (?1, ?2) ON CONFLICT(name) DO UPDATE SET value = ?2",
                                                  {name, serial});
            !kept)
            return fail(kept);
    return {};
}

Result<std::string> nextCaseNumber(Change& change, Day day) {
    NumberTaker taker(change);
    auto number = taker.next(day);
    if (!number)
        return number;
    if (auto kept = taker.keep(); !kept)
        return fail(kept);
    return number;
}

Result<std::string> expectedCaseNumber(Connection& connection, Day day) {
    const auto pattern = patternOf(connection);
    if (!pattern)
        return fail(pattern);
    const auto mark = markOf(connection, pattern->number(day, -1));
    if (!mark)
        return fail(mark);
    auto next = firstFree(connection, *pattern, day, *mark);
    if (!next)
        return fail(next);
    return std::move(next->first);
}

} // namespace gridwarden::core
