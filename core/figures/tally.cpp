// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/figures/tally.h"

#include "core/district/people.h"
#include "core/figures/local_clock.h"

#include <algorithm>
#include <array>
#include <cassert>
#include <fmt/format.h>
#include <numeric>
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
                                 std::pair(TallyKey::Month, "month"),
                                 std::pair(TallyKey::Week, "week"),
                                 std::pair(TallyKey::Day, "day"),
                                 std::pair(TallyKey::HourOfWeek, "hour-of-week")};

/// A value of a key: its text (none: in none) and the id behind it, else 0.
struct KeyValue {
    std::optional<std::string> text;
    std::int64_t id = 0;
};

/// The values of one key that occur in a selection, and which of them each selected case has.
struct Column {
    std::vector<std::uint32_t> slots; ///< beside the selection; index into values
    std::vector<KeyValue> values;
};

/// Numbers what `code(fact, position)` gives for each selected case, and names each different code once. All codes that
/// name nothing share a slot.
template <class Code, class Name>
Column makeColumn(const CaseFacts& facts, const Selection& selection, Code code, Name name) {
    Column column;
    column.slots.reserve(selection.size());
    std::unordered_map<std::int64_t, std::uint32_t> slotOf;
    std::optional<std::uint32_t> slotOfNone;
    const auto addSlot = [&](KeyValue value) {
        if (!value.text && slotOfNone)
            return *slotOfNone;
        const auto slot = static_cast<std::uint32_t>(column.values.size());
        if (!value.text)
            slotOfNone = slot;
        column.values.push_back(std::move(value));
        return slot;
    };
    for (std::size_t i = 0; i < selection.size(); ++i) {
        const std::int64_t value = code(facts[selection[i]], i);
        const auto [found, isNew] = slotOf.try_emplace(value, 0);
        if (isNew)
            found->second = addSlot(name(value));
        column.slots.push_back(found->second);
    }
    return column;
}

std::string orElse(const std::string& code, const std::string& name) {
    return code.empty() ? name : code;
}

std::string monthText(std::int64_t monthNumber) {
    return fmt::format("{:04}-{:02}", monthNumber / 12, monthNumber % 12 + 1);
}

/// The ISO week that begins on a Monday: it belongs to the year of its Thursday.
std::string weekText(Day monday) {
    const Day thursday = monday + std::chrono::days(3);
    const auto year = std::chrono::year_month_day(thursday).year();
    const Day newYear(year / std::chrono::January / 1);
    return fmt::format("{:04}-W{:02}", static_cast<int>(year), (thursday - newYear).count() / 7 + 1);
}

Day dayNumbered(std::int64_t number) {
    return Day(std::chrono::days(static_cast<int>(number)));
}

int isoWeekday(Day day) {
    return static_cast<int>(std::chrono::weekday(day).iso_encoding());
}

std::int64_t monthNumber(Day day) {
    const std::chrono::year_month_day date(day);
    return static_cast<int>(date.year()) * std::int64_t{12} + static_cast<unsigned>(date.month()) - 1;
}

class ColumnMaker {
public:
    ColumnMaker(const FiguresContext& context, const PeopleRegister& people, const Selection& selection)
        : m_context(context), m_people(people), m_selection(selection) {}

    [[nodiscard]] Column make(TallyKey key, AreaKind kind, GridsOf grids) const {
        switch (key) {
        case TallyKey::Area:
            return byArea(kind, grids);
        case TallyKey::Category:
            return byCategory([](CategoryId id) { return id; });
        case TallyKey::CategoryTop:
            return byCategory([this](CategoryId id) {
                const Category* top = m_context.categories->top(id);
                return top == nullptr ? CategoryId() : top->id;
            });
        case TallyKey::State:
            return column(
                [this](const CaseFact& fact, std::size_t) {
                    return static_cast<std::int64_t>(fact.stateAt(m_context.asOf));
                },
                [](std::int64_t state) { return KeyValue{std::string(caseStateKey(static_cast<CaseState>(state)))}; });
        case TallyKey::Lamp:
            return column([this](const CaseFact& fact,
                                 std::size_t) { return static_cast<std::int64_t>(fact.lampAt(m_context.asOf)); },
                          [](std::int64_t number) {
                              const auto lamp = static_cast<Lamp>(number);
                              return lamp == Lamp::None ? KeyValue{} : KeyValue{std::string(lampKey(lamp))};
                          });
        case TallyKey::Source:
            return column([](const CaseFact& fact, std::size_t) { return std::int64_t{fact.source}; },
                          [this](std::int64_t index) {
                              return index < 0 ? KeyValue{}
                                               : KeyValue{m_context.facts->sources()[static_cast<std::size_t>(index)]};
                          });
        case TallyKey::Handler:
            return column(
                [this](const CaseFact& fact, std::size_t) {
                    return m_people.find(fact.person) == nullptr ? fact.organisation.value() : fact.person.value();
                },
                [this](std::int64_t id) { return person(PersonId(id)).value_or(organisation(OrganisationId(id))); });
        case TallyKey::Organisation:
            return column([](const CaseFact& fact, std::size_t) { return fact.organisation.value(); },
                          [this](std::int64_t id) { return organisation(OrganisationId(id)); });
        case TallyKey::Month:
            return byLocalTime([](LocalTime time) { return monthNumber(std::chrono::floor<std::chrono::days>(time)); },
                               [](std::int64_t number) { return monthText(number); });
        case TallyKey::Week:
            return byLocalTime(
                [](LocalTime time) {
                    const Day day = std::chrono::floor<std::chrono::days>(time);
                    return std::int64_t{(day - std::chrono::days(isoWeekday(day) - 1)).time_since_epoch().count()};
                },
                [](std::int64_t monday) { return weekText(dayNumbered(monday)); });
        case TallyKey::Day:
            return byLocalTime(
                [](LocalTime time) {
                    return std::int64_t{std::chrono::floor<std::chrono::days>(time).time_since_epoch().count()};
                },
                [](std::int64_t day) { return dayText(dayNumbered(day)); });
        case TallyKey::HourOfWeek:
            return byLocalTime(
                [](LocalTime time) {
                    const Day day = std::chrono::floor<std::chrono::days>(time);
                    return isoWeekday(day) * std::int64_t{24} +
                           std::chrono::floor<std::chrono::hours>(time - day).count();
                },
                [](std::int64_t hour) { return fmt::format("{}-{:02}", hour / 24, hour % 24); });
        }
        return {};
    }

private:
    template <class Code, class Name> [[nodiscard]] Column column(Code code, Name name) const {
        return makeColumn(*m_context.facts, m_selection, code, name);
    }

    /// Areas of one code are one key; the id is that of the newest of them.
    [[nodiscard]] Column byArea(AreaKind kind, GridsOf grids) const {
        const AreaRegister& areas = *m_context.areas;
        std::unordered_map<std::string_view, const Area*> newestOfCode;
        for (const Area& area : areas.all())
            if (area.kind == kind)
                if (const Area*& newest = newestOfCode[area.code];
                    newest == nullptr || newest->from.value_or(Day::min()) < area.from.value_or(Day::min()))
                    newest = &area;
        const std::vector<AreaId> areaOfCase = areasOf(m_context, m_selection, kind, grids);
        std::unordered_map<AreaId, std::int64_t> known;
        return column(
            [&](const CaseFact&, std::size_t position) {
                const AreaId id = areaOfCase[position];
                const auto [found, isNew] = known.try_emplace(id, 0);
                if (isNew)
                    if (const Area* area = areas.find(id))
                        found->second = newestOfCode.at(area->code)->id.value();
                return found->second;
            },
            [&](std::int64_t id) {
                const Area* area = areas.find(AreaId(id));
                return area == nullptr ? KeyValue{} : KeyValue{area->code, id};
            });
    }

    template <class Pick> [[nodiscard]] Column byCategory(Pick pick) const {
        return column([&](const CaseFact& fact, std::size_t) { return pick(fact.category).value(); },
                      [this](std::int64_t id) {
                          const Category* category = m_context.categories->find(CategoryId(id));
                          return category == nullptr ? KeyValue{} : KeyValue{category->key.text(), id};
                      });
    }

    template <class Code, class Text> [[nodiscard]] Column byLocalTime(Code code, Text text) const {
        LocalClock clock(m_context.zone);
        return column([&](const CaseFact& fact, std::size_t) { return code(clock.local(fact.reported)); },
                      [&](std::int64_t value) { return KeyValue{text(value)}; });
    }

    [[nodiscard]] std::optional<KeyValue> person(PersonId id) const {
        const Person* found = m_people.find(id);
        return found == nullptr ? std::nullopt : std::optional(KeyValue{orElse(found->code, found->name), id.value()});
    }
    [[nodiscard]] KeyValue organisation(OrganisationId id) const {
        const Organisation* found = m_people.find(id);
        return found == nullptr ? KeyValue{} : KeyValue{orElse(found->code, found->name), id.value()};
    }

    const FiguresContext& m_context;
    const PeopleRegister& m_people;
    const Selection& m_selection;
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
    const ColumnMaker maker(context, people, selection);
    std::vector<Column> columns;
    for (const TallyKey key : keys)
        columns.push_back(maker.make(key, kind, grids));

    // First which row each case goes to, so that each row gets its selection in one piece.
    std::vector<TallyRow> rows;
    std::vector<std::uint32_t> rowOfCase;
    rowOfCase.reserve(selection.size());
    std::unordered_map<std::uint64_t, std::uint32_t> rowOf;
    for (std::size_t i = 0; i < selection.size(); ++i) {
        std::uint64_t slots = 0;
        for (const Column& column : columns)
            slots = slots << 32 | column.slots[i];
        const auto [found, isNew] = rowOf.try_emplace(slots, static_cast<std::uint32_t>(rows.size()));
        if (isNew) {
            TallyRow& row = rows.emplace_back();
            for (const Column& column : columns) {
                const KeyValue& value = column.values[column.slots[i]];
                row.keys.push_back(value.text);
                row.ids.push_back(value.id);
            }
        }
        TallyRow& row = rows[found->second];
        row.counts.add((*context.facts)[selection[i]], context.asOf);
        rowOfCase.push_back(found->second);
    }
    for (TallyRow& row : rows)
        row.rows.reserve(static_cast<std::size_t>(row.counts.count));
    for (std::size_t i = 0; i < selection.size(); ++i)
        rows[rowOfCase[i]].rows.push_back(selection[i]);
    std::sort(rows.begin(), rows.end(), comesBefore);
    return rows;
}

Counts countAll(const FiguresContext& context, const Selection& selection) {
    Counts counts;
    for (const std::uint32_t row : selection)
        counts.add((*context.facts)[row], context.asOf);
    return counts;
}

} // namespace gridwarden::core
