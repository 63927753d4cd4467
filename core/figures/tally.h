// SPDX-License-Identifier: GPL-3.0-or-later
// Counting a selection by one or two keys.
#pragma once

#include "core/figures/filter.h"

#include <array>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace gridwarden::core {

#pragma GCC diagnostic push
#pragma GCC diagnostic ignored "-Wshadow" // GCC before 13 takes the enumerator Day for a second core::Day
enum class TallyKey { Area, Category, CategoryTop, State, Lamp, Source, Handler, Organisation, Method, RoadGrade, Month, Week, Day, HourOfWeek };
#pragma GCC diagnostic pop
[[nodiscard]] std::string_view tallyKeyKey(TallyKey key);          ///< "area", "category-top", "hour-of-week" …
[[nodiscard]] std::optional<TallyKey> tallyKeyFromKey(std::string_view key);

struct Counts {
    std::int64_t count = 0; ///< open + closed + voided
    std::int64_t open = 0, closed = 0, voided = 0;
    std::int64_t overdue = 0; ///< open past due
    std::int64_t late = 0;    ///< closed after due
    std::int64_t problems = 0; ///< neither void nor linked to a case that stands for the same problem
    bool operator==(const Counts&) const = default;
    void add(const CaseFact& fact, Moment asOf);
};

/// A value of a key: its text (none: in none) and the id behind it where it is a record, else 0.
struct TallyValue {
    std::optional<std::string> text;
    std::int64_t id = 0;
};

struct TallyRow {
    /// One value per key; none = in none. Area: code; category: full key; handler: person's code or name, else the organisation's; method: key; road-grade: that of
    /// the road at the place;
    /// month "2026-11", week "2026-W47" (ISO), day "2026-11-21", hour-of-week "1-09" (weekday 1 Monday, hour 00–23).
    std::vector<std::optional<std::string>> keys;
    std::vector<std::int64_t> ids; ///< id behind each key where it is a record (area, category, …), else 0
    Counts counts;
    Selection rows;                ///< the records behind the number
};

class PeopleRegister;
/// Rows with count 0 are left out; ordered by the texts of the keys, none last. Areas that share a code through time are one
/// key with the id of the newest; namesakes among people and organisations stay apart. Times are the local ones of the report.
/// \pre one or two keys (without any: one row for all).
[[nodiscard]] std::vector<TallyRow> tally(const FiguresContext& context, const PeopleRegister& people, const Selection& selection,
                                          const std::vector<TallyKey>& keys, AreaKind kind, GridsOf grids);

/// How often each combination of values occurs, without texts and records for each: for many groups at once.
struct CrossCount {
    struct Group {
        std::array<std::uint32_t, 3> values; ///< positions in `values`, 0 beyond the last key
        std::uint32_t count;
    };
    std::vector<std::vector<TallyValue>> values; ///< by key
    std::vector<Group> groups;                   ///< that occur, by their values
};
/// As `tally` groups. \pre one to three keys
[[nodiscard]] CrossCount crossCount(const FiguresContext& context, const PeopleRegister& people, const Selection& selection,
                                    const std::vector<TallyKey>& keys, AreaKind kind, GridsOf grids);
[[nodiscard]] Counts countAll(const FiguresContext& context, const Selection& selection);

} // namespace gridwarden::core
