// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/figures/tally_columns.h"

#include "core/figures/offset_table.h"

#include <algorithm>
#include <fmt/format.h>
#include <map>
#include <unordered_map>

namespace gridwarden::core {

namespace {

constexpr std::size_t ChunkSize = CaseFacts::ChunkSize;
constexpr std::array AllLamps = {Lamp::None, Lamp::Green, Lamp::Yellow, Lamp::Red, Lamp::Grey};
constexpr std::int64_t HoursPerDay = 24, AnHour = 3600, ADay = AnHour * HoursPerDay;

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

/// A constant divisor is a multiplication.
template <std::int64_t By> std::int64_t floorDiv(std::int64_t number) {
    return number >= 0 ? number / By : (number + 1) / By - 1;
}

/// Collects the values of a column. Raw numbers of one group share a value, and all groups without a name share one.
class ValueList {
public:
    template <class Name> std::uint32_t slot(std::int64_t group, Name name) {
        const auto [found, isNew] = m_slots.try_emplace(group, 0);
        if (isNew) {
            TallyValue value = name(group);
            if (!value.text && m_slotOfNone) {
                found->second = *m_slotOfNone;
            } else {
                found->second = static_cast<std::uint32_t>(m_values.size());
                if (!value.text)
                    m_slotOfNone = found->second;
                m_values.push_back(std::move(value));
            }
        }
        return found->second;
    }
    std::vector<TallyValue> take() { return std::move(m_values); }

private:
    std::vector<TallyValue> m_values;
    std::unordered_map<std::int64_t, std::uint32_t> m_slots;
    std::optional<std::uint32_t> m_slotOfNone;
};

/// Which slot a raw number has: a table where the numbers lie close together, else a search.
class SlotTable {
public:
    void put(std::int64_t raw, std::uint32_t slot) { m_sorted.emplace_back(raw, slot); }
    void finish() {
        std::sort(m_sorted.begin(), m_sorted.end());
        if (m_sorted.empty())
            return;
        m_first = m_sorted.front().first;
        const auto width = static_cast<std::uint64_t>(m_sorted.back().first - m_first) + 1;
        if (width > 4 * m_sorted.size() + 1024)
            return;
        m_dense.resize(width);
        for (const auto& [raw, slot] : m_sorted)
            m_dense[static_cast<std::size_t>(raw - m_first)] = slot;
    }
    /// \pre the number was put
    [[nodiscard]] std::uint32_t operator[](std::int64_t raw) const {
        if (!m_dense.empty())
            return m_dense[static_cast<std::size_t>(raw - m_first)];
        return std::lower_bound(m_sorted.begin(), m_sorted.end(), std::pair(raw, std::uint32_t{0}))->second;
    }

private:
    std::vector<std::pair<std::int64_t, std::uint32_t>> m_sorted;
    std::vector<std::uint32_t> m_dense;
    std::int64_t m_first = 0;
};

class ColumnMaker {
public:
    ColumnMaker(const FiguresContext& context, const PeopleRegister& people, const Selection& selection)
        : m_context(context), m_people(people), m_selection(selection), m_codes(context.facts->codes()) {}

    [[nodiscard]] TallyColumn make(TallyKey key, AreaKind kind, GridsOf grids) const {
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
            return byNumber(AllCaseStates, [](CaseState state) { return TallyValue{std::string(caseStateKey(state))}; },
                            [asOf = m_context.asOf](const FactChunk& chunk, std::size_t i) { return chunk.stateAt(i, asOf); });
        case TallyKey::Lamp:
            return byNumber(AllLamps,
                            [](Lamp lamp) { return lamp == Lamp::None ? TallyValue{} : TallyValue{std::string(lampKey(lamp))}; },
                            [asOf = m_context.asOf](const FactChunk& chunk, std::size_t i) { return chunk.lampAt(i, asOf); });
        case TallyKey::Source:
            return byKeys(FactColumn::Source, m_codes.sources);
        case TallyKey::Handler:
            return byHandler();
        case TallyKey::Organisation:
            return byCodes(FactColumn::Organisation, m_codes.organisations, [](std::int64_t id) { return id; },
                           [this](std::int64_t id) { return organisation(OrganisationId(id)); });
        case TallyKey::Method:
            return byKeys(FactColumn::Method, m_codes.methods);
        case TallyKey::RoadGrade:
            return byRoadGrade(grids);
        case TallyKey::Month:
            return byLocalTime<ADay>([](std::int64_t day) { return monthNumber(dayNumbered(day)); },
                               [](std::int64_t number) { return monthText(number); });
        case TallyKey::Week:
            return byLocalTime<ADay>([](std::int64_t day) { return day - (isoWeekday(dayNumbered(day)) - 1); },
                               [](std::int64_t monday) { return weekText(dayNumbered(monday)); });
        case TallyKey::Day:
            return byLocalTime<ADay>([](std::int64_t day) { return day; },
                               [](std::int64_t day) { return dayText(dayNumbered(day)); });
        case TallyKey::HourOfWeek:
            return byLocalTime<AnHour>([](std::int64_t hour) {
                                   const std::int64_t day = floorDiv<HoursPerDay>(hour);
                                   return isoWeekday(dayNumbered(day)) * HoursPerDay + hour - day * HoursPerDay;
                               },
                               [](std::int64_t hour) { return fmt::format("{}-{:02}", hour / HoursPerDay, hour % HoursPerDay); });
        }
        return {};
    }

private:
    /// `slotOf(chunk, position in it)` for each row.
    template <class SlotOf> static TallyColumn::Fill filling(SlotOf slotOf) {
        return [slotOf = std::move(slotOf)](const FactChunk& chunk, std::span<const std::uint32_t> rows, std::size_t, std::uint32_t* slots) {
            for (const std::uint32_t row : rows)
                *slots++ = slotOf(chunk, row % ChunkSize);
        };
    }

    /// `slotOf(number)` for the number of a column in each row.
    template <class SlotOf> static TallyColumn::Fill fillingFrom(FactColumn column, SlotOf slotOf) {
        return [column, slotOf = std::move(slotOf)](const FactChunk& chunk, std::span<const std::uint32_t> rows, std::size_t, std::uint32_t* slots) {
            chunk.column(column).visit([&](auto number) {
                for (const std::uint32_t row : rows)
                    *slots++ = slotOf(number(row % ChunkSize));
            });
        };
    }

    template <class Group, class Name> [[nodiscard]] TallyColumn byCodes(FactColumn column, const IdCodes& codes, Group group, Name name) const {
        ValueList values;
        std::vector<std::uint32_t> slots;
        for (const std::int64_t id : codes.ids())
            slots.push_back(values.slot(group(id), name));
        return {values.take(),
                fillingFrom(column, [slots = std::move(slots)](std::int64_t code) { return slots[static_cast<std::size_t>(code)]; })};
    }

    template <class All, class Name, class Of> static TallyColumn byNumber(const All& all, Name name, Of of) {
        ValueList values;
        SlotTable table;
        for (const auto value : all)
            table.put(static_cast<std::int64_t>(value),
                      values.slot(static_cast<std::int64_t>(value), [&](std::int64_t) { return name(value); }));
        table.finish();
        return {values.take(), filling([table = std::move(table), of](const FactChunk& chunk, std::size_t i) {
                    return table[static_cast<std::int64_t>(of(chunk, i))];
                })};
    }

    /// By positions in a list of keys, -1 for none.
    [[nodiscard]] static TallyColumn byKeys(FactColumn column, const std::vector<std::string>& keys) {
        ValueList values;
        std::vector<std::uint32_t> slots{values.slot(-1, [](std::int64_t) { return TallyValue{}; })};
        for (std::size_t i = 0; i < keys.size(); ++i)
            slots.push_back(values.slot(static_cast<std::int64_t>(i), [&](std::int64_t) { return TallyValue{keys[i]}; }));
        return {values.take(), fillingFrom(column, [slots = std::move(slots)](std::int64_t position) { return slots[static_cast<std::size_t>(position + 1)]; })};
    }

    /// Of the road that a case lies in.
    [[nodiscard]] TallyColumn byRoadGrade(GridsOf grids) const {
        std::map<std::string, std::int64_t> numbers; // of the grades; none is 0
        for (const Area& area : m_context.areas->all())
            if (area.kind == AreaKind::Road && !area.grade.empty())
                numbers.try_emplace(area.grade, static_cast<std::int64_t>(numbers.size()) + 1);
        ValueList values;
        std::unordered_map<AreaId, std::uint32_t> slotOf;
        std::vector<std::uint32_t> slots;
        slots.reserve(m_selection.size());
        for (const AreaId id : areasOf(m_context, m_selection, AreaKind::Road, grids)) {
            const auto [found, isNew] = slotOf.try_emplace(id, 0);
            if (isNew) {
                const Area* road = m_context.areas->find(id);
                const bool hasGrade = road != nullptr && !road->grade.empty();
                found->second = values.slot(hasGrade ? numbers[road->grade] : 0,
                                            [&](std::int64_t) { return hasGrade ? TallyValue{road->grade} : TallyValue{}; });
            }
            slots.push_back(found->second);
        }
        return beside(values.take(), std::move(slots));
    }

    /// Slots that were worked out for each selected case.
    static TallyColumn beside(std::vector<TallyValue> values, std::vector<std::uint32_t> slots) {
        return {std::move(values), [slots = std::move(slots)](const FactChunk&, std::span<const std::uint32_t> rows, std::size_t position,
                                                              std::uint32_t* into) { std::copy_n(&slots[position], rows.size(), into); }};
    }

    /// A person who is known, else the organisation.
    [[nodiscard]] TallyColumn byHandler() const {
        constexpr std::uint32_t Unknown = UINT32_MAX;
        ValueList values;
        std::vector<std::uint32_t> ofPerson, ofOrganisation;
        for (const std::int64_t id : m_codes.organisations.ids())
            ofOrganisation.push_back(values.slot(id, [this](std::int64_t each) { return organisation(OrganisationId(each)); }));
        for (const std::int64_t id : m_codes.people.ids()) {
            const Person* person = m_people.find(PersonId(id));
            ofPerson.push_back(person == nullptr ? Unknown : values.slot(id, [&](std::int64_t) {
                return TallyValue{orElse(person->code, person->name), id};
            }));
        }
        return {values.take(), filling([=](const FactChunk& chunk, std::size_t i) {
                    const std::uint32_t slot = ofPerson[static_cast<std::size_t>(chunk.column(FactColumn::Person)[i])];
                    return slot != Unknown ? slot : ofOrganisation[static_cast<std::size_t>(chunk.column(FactColumn::Organisation)[i])];
                })};
    }

    /// Areas of one code are one key; the id is that of the newest of them.
    [[nodiscard]] TallyColumn byArea(AreaKind kind, GridsOf grids) const {
        const AreaRegister& areas = *m_context.areas;
        std::unordered_map<std::string_view, const Area*> newestOfCode;
        for (const Area& area : areas.all())
            if (area.kind == kind)
                if (const Area*& newest = newestOfCode[area.code];
                    newest == nullptr || newest->from.value_or(Day::min()) < area.from.value_or(Day::min()))
                    newest = &area;
        const auto newest = [&](std::int64_t id) -> std::int64_t {
            const Area* area = areas.find(AreaId(id));
            const auto found = area == nullptr ? newestOfCode.end() : newestOfCode.find(area->code);
            return found == newestOfCode.end() ? 0 : found->second->id.value();
        };
        const auto name = [&](std::int64_t id) {
            const Area* area = areas.find(AreaId(id));
            return area == nullptr ? TallyValue{} : TallyValue{area->code, id};
        };
        if (kind == AreaKind::Grid && grids == GridsOf::Then)
            return byCodes(FactColumn::Grid, m_codes.grids, newest, name);
        ValueList values;
        std::unordered_map<AreaId, std::uint32_t> slotOf;
        std::vector<std::uint32_t> slots;
        slots.reserve(m_selection.size());
        for (const AreaId area : areasOf(m_context, m_selection, kind, grids)) {
            const auto [found, isNew] = slotOf.try_emplace(area, 0);
            if (isNew)
                found->second = values.slot(newest(area.value()), name);
            slots.push_back(found->second);
        }
        return beside(values.take(), std::move(slots));
    }

    template <class Pick> [[nodiscard]] TallyColumn byCategory(Pick pick) const {
        return byCodes(FactColumn::Category, m_codes.categories, [&](std::int64_t id) { return pick(CategoryId(id)).value(); },
                       [this](std::int64_t id) {
                           const Category* category = m_context.categories->find(CategoryId(id));
                           return category == nullptr ? TallyValue{} : TallyValue{category->key.text(), id};
                       });
    }

    /// By the local time of the report in units of so many seconds.
    template <std::int64_t Unit, class Group, class Text> [[nodiscard]] TallyColumn byLocalTime(Group group, Text text) const {
        std::int64_t least = INT64_MAX, greatest = INT64_MIN;
        for (const auto& chunk : m_context.facts->chunks()) {
            least = std::min(least, chunk->column(FactColumn::Reported).least());
            greatest = std::max(greatest, chunk->column(FactColumn::Reported).greatest());
        }
        if (least > greatest)
            least = greatest = 0;
        const OffsetTable offsets(m_context.zone, least, greatest);
        const auto rawOf = [offsets](std::int64_t reported) { return floorDiv<Unit>(offsets.local(reported)); };
        ValueList values;
        SlotTable table;
        const auto put = [&](std::int64_t raw) {
            table.put(raw, values.slot(group(raw), [&](std::int64_t number) { return TallyValue{text(number)}; }));
        };
        constexpr std::int64_t MostUnits = 1'000'000;
        const std::int64_t first = floorDiv<Unit>(least - ADay), last = floorDiv<Unit>(greatest + ADay);
        if (last - first < MostUnits) {
            for (std::int64_t raw = first; raw <= last; ++raw)
                put(raw);
        } else { // some times are far off: only what occurs
            std::vector<std::int64_t> raws;
            m_context.facts->eachStretch(m_selection, [&](const FactChunk& chunk, std::span<const std::uint32_t> rows, std::size_t) {
                for (const std::uint32_t row : rows)
                    if (const std::int64_t raw = rawOf(chunk.column(FactColumn::Reported)[row % ChunkSize]); raws.empty() || raws.back() != raw)
                        raws.push_back(raw);
            });
            std::sort(raws.begin(), raws.end());
            raws.erase(std::unique(raws.begin(), raws.end()), raws.end());
            for (const std::int64_t raw : raws)
                put(raw);
        }
        table.finish();
        return {values.take(),
                fillingFrom(FactColumn::Reported, [rawOf, table = std::move(table)](std::int64_t reported) { return table[rawOf(reported)]; })};
    }

    [[nodiscard]] TallyValue organisation(OrganisationId id) const {
        const Organisation* found = m_people.find(id);
        return found == nullptr ? TallyValue{} : TallyValue{orElse(found->code, found->name), id.value()};
    }

    const FiguresContext& m_context;
    const PeopleRegister& m_people;
    const Selection& m_selection;
    const FactCodes& m_codes;
};

} // namespace

TallyColumn tallyColumn(const FiguresContext& context, const PeopleRegister& people, const Selection& selection, TallyKey key, AreaKind kind,
                        GridsOf grids) {
    return ColumnMaker(context, people, selection).make(key, kind, grids);
}

std::vector<std::uint32_t> slotsOf(const FiguresContext& context, const Selection& selection, const TallyColumn& column) {
    std::vector<std::uint32_t> slots(selection.size());
    context.facts->eachStretch(selection, [&](const FactChunk& chunk, std::span<const std::uint32_t> rows, std::size_t position) {
        column.fill(chunk, rows, position, &slots[position]);
    });
    return slots;
}

} // namespace gridwarden::core
