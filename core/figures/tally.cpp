// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/figures/tally.h"

#include "core/figures/tally_columns.h"

#include <algorithm>
#include <array>
#include <cassert>
#include <unordered_map>

namespace gridwarden::core {

namespace {

constexpr std::array KeyNames = {std::pair(TallyKey::Area, "area"),
                                 std::pair(TallyKey::Category, "category"),
                                 std::pair(TallyKey::CategoryTop, "category-top"),
                                 std::pair(TallyKey::State, "state"),
                                 std::pair(TallyKey::Lamp, "lamp"),
                                 std::pair(TallyKey::Source, "source"),
                                 std::pair(TallyKey::Handler, "handler"),
                                 std::pair(TallyKey::Organisation, "organisation"),
                                 std::pair(TallyKey::Method, "method"),
                                 std::pair(TallyKey::RoadGrade, "road-grade"),
                                 std::pair(TallyKey::Month, "month"),
                                 std::pair(TallyKey::Week, "week"),
                                 std::pair(TallyKey::Day, "day"),
                                 std::pair(TallyKey::HourOfWeek, "hour-of-week")};

/// Numbers combinations of values as they come: through a table where there can be few, else through a map.
class RowNumbers {
public:
    explicit RowNumbers(const std::vector<TallyColumn>& columns) {
        std::uint64_t combinations = 1;
        for (const TallyColumn& column : columns)
            combinations *= column.values.size();
        if (combinations <= MostInTable)
            m_table.assign(combinations, None);
    }
    /// The number of a combination; a new one gets the next.
    std::uint32_t of(std::uint64_t combination) {
        std::uint32_t& number = m_table.empty() ? m_map.try_emplace(combination, None).first->second : m_table[combination];
        if (number == None)
            number = m_next++;
        return number;
    }

private:
    static constexpr std::uint64_t MostInTable = 1 << 24;
    static constexpr std::uint32_t None = UINT32_MAX;
    std::vector<std::uint32_t> m_table;
    std::unordered_map<std::uint64_t, std::uint32_t> m_map;
    std::uint32_t m_next = 0;
};

/// By keys in the order of their texts, none last, then by ids.
bool comesBefore(const TallyRow& a, const TallyRow& b) {
    for (std::size_t i = 0; i < a.keys.size(); ++i) {
        if (a.keys[i].has_value() != b.keys[i].has_value())
            return a.keys[i].has_value();
        if (a.keys[i] != b.keys[i])
            return *a.keys[i] < *b.keys[i];
    }
    return a.ids < b.ids;
}

} // namespace

std::string_view tallyKeyKey(TallyKey key) {
    return std::find_if(KeyNames.begin(), KeyNames.end(), [&](const auto& entry) { return entry.first == key; })
        ->second;
}

std::optional<TallyKey> tallyKeyFromKey(std::string_view key) {
    for (const auto& [tallyKey, name] : KeyNames)
        if (key == name)
            return tallyKey;
    return std::nullopt;
}

void Counts::add(const CaseFact& fact, Moment asOf) {
    ++count;
    problems += fact.linked || fact.state == CaseState::Void ? 0 : 1;
    switch (classOf(fact.stateAt(asOf))) {
    case CaseClass::Open:
        ++open;
        overdue += fact.isOverdueAt(asOf) ? 1 : 0;
        break;
    case CaseClass::Closed:
        ++closed;
        late += fact.isLate() ? 1 : 0;
        break;
    case CaseClass::Void:
        ++voided;
        break;
    }
}

std::vector<TallyRow> tally(const FiguresContext& context, const PeopleRegister& people, const Selection& selection,
                            const std::vector<TallyKey>& keys, AreaKind kind, GridsOf grids) {
    assert(keys.size() <= 2);
    std::vector<TallyColumn> columns;
    for (const TallyKey key : keys)
        columns.push_back(tallyColumn(context, people, selection, key, kind, grids));

    // First which row each case goes to, so that each row gets its selection in one piece.
    std::vector<TallyRow> rows;
    std::vector<std::uint32_t> rowOfCase;
    rowOfCase.reserve(selection.size());
    RowNumbers numbers(columns);
    std::array<std::array<std::uint32_t, CaseFacts::ChunkSize>, 2> slots;
    context.facts->eachStretch(selection, [&](const FactChunk& chunk, std::span<const std::uint32_t> stretch, std::size_t position) {
        for (std::size_t k = 0; k < columns.size(); ++k)
            columns[k].fill(chunk, stretch, position, slots[k].data());
        for (std::size_t i = 0; i < stretch.size(); ++i) {
            std::uint64_t combined = 0;
            for (std::size_t k = 0; k < columns.size(); ++k)
                combined = combined * columns[k].values.size() + slots[k][i];
            const std::uint32_t number = numbers.of(combined);
            if (number == rows.size()) {
                TallyRow& row = rows.emplace_back();
                for (std::size_t k = 0; k < columns.size(); ++k) {
                    const TallyValue& value = columns[k].values[slots[k][i]];
                    row.keys.push_back(value.text);
                    row.ids.push_back(value.id);
                }
            }
            rows[number].counts.add(chunk.course(stretch[i] % CaseFacts::ChunkSize), context.asOf);
            rowOfCase.push_back(number);
        }
    });
    for (TallyRow& row : rows)
        row.rows.reserve(static_cast<std::size_t>(row.counts.count));
    for (std::size_t i = 0; i < selection.size(); ++i)
        rows[rowOfCase[i]].rows.push_back(selection[i]);
    std::sort(rows.begin(), rows.end(), comesBefore);
    return rows;
}

Counts countAll(const FiguresContext& context, const Selection& selection) {
    Counts counts;
    context.facts->eachStretch(selection, [&](const FactChunk& chunk, std::span<const std::uint32_t> rows, std::size_t) {
        for (const std::uint32_t row : rows)
            counts.add(chunk.course(row % CaseFacts::ChunkSize), context.asOf);
    });
    return counts;
}

} // namespace gridwarden::core
