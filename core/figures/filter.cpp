// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/figures/filter.h"

#include "core/cases/case_words.h"
#include "core/figures/hours_of_week.h"
#include "core/figures/local_clock.h"
#include "core/figures/seen_again.h"

#include <algorithm>
#include <array>
#include <cassert>
#include <iterator>
#include <map>
#include <thread>
#include <unordered_set>

namespace gridwarden::core {

namespace {

/// A set of the values of a small enumeration; without any value it is no condition.
template <class Enum> class Choice {
public:
    explicit Choice(const std::vector<Enum>& values) {
        for (const Enum value : values)
            m_bits |= bit(value);
    }
    [[nodiscard]] bool isEmpty() const { return m_bits == 0; }
    [[nodiscard]] bool accepts(Enum value) const { return m_bits == 0 || (m_bits & bit(value)) != 0; }

private:
    static std::uint32_t bit(Enum value) { return std::uint32_t{1} << static_cast<unsigned>(value); }
    std::uint32_t m_bits = 0;
};

/// Some hours of the week.
class HourChoice {
public:
    HourChoice(const FiguresContext& context, const std::vector<int>& hours) : m_clock(context) {
        for (const int hour : hours)
            if (hour >= 0 && hour < HoursOfWeek::Count)
                m_wanted[static_cast<std::size_t>(hour)] = true;
    }
    [[nodiscard]] bool accepts(std::int64_t utcSeconds) const { return m_wanted[m_clock.at(utcSeconds)]; }

private:
    HoursOfWeek m_clock;
    std::array<bool, HoursOfWeek::Count> m_wanted{};
};

/// The conditions that the columns of a case alone answer, worked out once.
class ColumnCondition {
public:
    ColumnCondition(const FiguresContext& context, const Filter& filter)
        : m_asOf(context.asOf), m_states(filter.states), m_lamps(filter.lamps), m_overdueOnly(filter.overdueOnly),
          m_reworkedOnly(filter.reworkedOnly), m_urgedOnly(filter.urgedOnly), m_problemsOnly(filter.problemsOnly), m_reported(context.zone, filter.from, filter.to),
          m_due(context.zone, filter.dueFrom, filter.dueTo) {
        const FactCodes& codes = context.facts->codes();
        if (!filter.categories.empty()) {
            std::unordered_set<std::int64_t> wanted;
            for (const CategoryId category : filter.categories)
                for (const CategoryId below : context.categories->withAllBelow(category))
                    wanted.insert(below.value());
            accept(m_categories, codes.categories, [&](std::int64_t id) { return wanted.contains(id); });
        }
        if (!filter.organisations.empty() || !filter.people.empty()) {
            assert(filter.organisations.empty() || context.people != nullptr);
            std::unordered_set<std::int64_t> wanted, wantedPeople;
            for (const OrganisationId organisation : filter.organisations)
                for (const OrganisationId below : context.people->withAllBelow(organisation))
                    wanted.insert(below.value());
            for (const PersonId person : filter.people)
                wantedPeople.insert(person.value());
            accept(m_organisations, codes.organisations, [&](std::int64_t id) { return wanted.contains(id); });
            accept(m_people, codes.people, [&](std::int64_t id) { return wantedPeople.contains(id); });
        }
        if (!filter.sources.empty()) {
            m_sources.resize(codes.sources.size() + 1); // first none
            for (const std::string& key : filter.sources)
                m_sources[static_cast<std::size_t>(context.facts->sourceIndex(key) + 1)] = true;
            m_sources.front() = false;
        }
        if (!filter.hoursOfWeek.empty())
            m_hours.emplace(context, filter.hoursOfWeek);
    }
    /// Only cases with one of these grids of the day.
    void requireGrids(const FactCodes& codes, const std::unordered_set<AreaId>& wanted) {
        accept(m_grids, codes.grids, [&](std::int64_t id) { return wanted.contains(AreaId(id)); });
    }

    /// Adds the accepted rows of a chunk whose first row is `firstRow`.
    void select(const FactChunk& chunk, std::uint32_t firstRow, Selection& selection) const {
        const PackedNumbers& reported = chunk.column(FactColumn::Reported);
        if (!m_reported.mayHold(reported))
            return;
        if (m_reworkedOnly && chunk.column(FactColumn::Reworks).greatest() == 0)
            return;
        if (m_due.isSet && !m_due.mayHold(chunk.column(FactColumn::Due)))
            return;
        std::array<std::uint8_t, CaseFacts::ChunkSize> accepted;
        const std::size_t size = chunk.size();
        std::fill_n(accepted.begin(), size, std::uint8_t{1});
        const auto keep = [&](auto isAccepted) {
            for (std::size_t i = 0; i < size; ++i)
                accepted[i] &= static_cast<std::uint8_t>(isAccepted(i));
        };
        const auto keepCodes = [&](FactColumn wanted, const std::vector<std::uint8_t>& known, std::int64_t shift) {
            if (!known.empty())
                chunk.column(wanted).visit(
                    [&](auto number) { keep([&](std::size_t i) { return known[static_cast<std::size_t>(number(i) + shift)]; }); });
        };
        if (chunk.presentCount() < size)
            keep([&](std::size_t i) { return chunk.hasMark(i, IsPresent); });
        const auto keepWithin = [&](const Seconds& wanted, const PackedNumbers& times) {
            if (!wanted.holdsAll(times))
                times.visit([&](auto number) {
                    keep([&](std::size_t i) { return (int{number(i) >= wanted.begin} & int{number(i) < wanted.end}) != 0; });
                });
        };
        keepWithin(m_reported, reported);
        keepCodes(FactColumn::Category, m_categories, 0);
        keepCodes(FactColumn::Grid, m_grids, 0);
        keepCodes(FactColumn::Source, m_sources, 1);
        if (m_hours)
            reported.visit([&](auto number) { keep([&](std::size_t i) { return accepted[i] != 0 && m_hours->accepts(number(i)); }); });
        if (!m_people.empty())
            keepHandled(chunk, keep);
        if (m_reworkedOnly)
            chunk.column(FactColumn::Reworks).visit([&](auto number) {
                keep([&](std::size_t i) { return number(i) > 0; });
            });
        if (m_urgedOnly)
            keep([&](std::size_t i) { return chunk.hasMark(i, IsUrged); });
        if (m_problemsOnly)
            keep([&](std::size_t i) { return !chunk.hasMark(i, IsLinked); });
        if (m_due.isSet) {
            keepWithin(m_due, chunk.column(FactColumn::Due));
            keep([&](std::size_t i) {
                if (accepted[i] == 0 || chunk.column(FactColumn::Due)[i] == 0)
                    return false;
                const CaseState state = chunk.stateAt(i, m_asOf);
                return state != CaseState::Suspended && classOf(state) == CaseClass::Open;
            });
        }
        if (!m_states.isEmpty())
            keep([&](std::size_t i) { return m_states.accepts(chunk.stateAt(i, m_asOf)); });
        if (!m_lamps.isEmpty())
            keep([&](std::size_t i) { return accepted[i] != 0 && m_lamps.accepts(chunk.lampAt(i, m_asOf)); });
        if (m_overdueOnly)
            keep([&](std::size_t i) {
                return accepted[i] != 0 && chunk.lampAt(i, m_asOf) != Lamp::Grey && chunk.course(i).isOverdueAt(m_asOf);
            });
        const std::size_t before = selection.size();
        selection.resize(before + size);
        std::uint32_t* next = selection.data() + before;
        for (std::size_t i = 0; i < size; ++i) {
            *next = firstRow + static_cast<std::uint32_t>(i);
            next += accepted[i];
        }
        selection.resize(static_cast<std::size_t>(next - selection.data()));
    }

private:
    template <class Keep> void keepHandled(const FactChunk& chunk, const Keep& keep) const {
        std::array<std::uint8_t, CaseFacts::ChunkSize> isHandled;
        chunk.column(FactColumn::Organisation).visit([&](auto code) {
            for (std::size_t i = 0; i < chunk.size(); ++i)
                isHandled[i] = m_organisations[static_cast<std::size_t>(code(i))];
        });
        chunk.column(FactColumn::Person).visit([&](auto code) {
            keep([&](std::size_t i) { return (isHandled[i] | m_people[static_cast<std::size_t>(code(i))]) != 0; });
        });
    }
    /// Local days as seconds, the end exclusive.
    struct Seconds {
        Seconds(const TimeZone& zone, std::optional<Day> first, std::optional<Day> last) : isSet(first || last) {
            if (first)
                begin = zone.start(*first).time_since_epoch().count();
            if (last)
                end = zone.start(*last + std::chrono::days(1)).time_since_epoch().count();
        }
        [[nodiscard]] bool mayHold(const PackedNumbers& times) const {
            return times.greatest() >= begin && times.least() < end;
        }
        [[nodiscard]] bool holdsAll(const PackedNumbers& times) const {
            return times.least() >= begin && times.greatest() < end;
        }
        bool isSet;
        std::int64_t begin = std::numeric_limits<std::int64_t>::min();
        std::int64_t end = std::numeric_limits<std::int64_t>::max();
    };
    template <class Test> static void accept(std::vector<std::uint8_t>& accepted, const IdCodes& codes, Test test) {
        accepted.resize(codes.size());
        for (std::size_t code = 0; code < codes.size(); ++code)
            accepted[code] = test(codes[code]) ? 1 : 0;
    }
    Moment m_asOf;
    Choice<CaseState> m_states;
    Choice<Lamp> m_lamps;
    bool m_overdueOnly;
    bool m_reworkedOnly, m_urgedOnly, m_problemsOnly;
    Seconds m_reported, m_due;
    std::vector<std::uint8_t> m_categories, m_grids;     // by code; empty: no condition
    std::vector<std::uint8_t> m_organisations, m_people; // by code, either is enough; both empty: no condition
    std::vector<std::uint8_t> m_sources;             // by position + 1
    std::optional<HourChoice> m_hours;
};

void keep(const std::vector<std::uint32_t>& rows, Selection& selection) {
    Selection kept;
    std::set_intersection(selection.begin(), selection.end(), rows.begin(), rows.end(), std::back_inserter(kept));
    selection = std::move(kept);
}

Result<void> keepWithText(const FiguresContext& context, const std::string& text, Selection& selection) {
    assert(context.connection != nullptr);
    const auto ids = findText(*context.connection, text);
    if (!ids)
        return fail(ids);
    keep(context.facts->rowsOf(*ids), selection);
    return {};
}

/// Keeps the rows for which `wanted` holds of the position in the selection.
template <class Wanted> void keepWhere(Selection& selection, Wanted wanted) {
    std::size_t kept = 0;
    for (std::size_t i = 0; i < selection.size(); ++i)
        if (wanted(i))
            selection[kept++] = selection[i];
    selection.resize(kept);
}

using WantedAreas = std::map<AreaKind, std::unordered_set<AreaId>>;

/// An area stands for its code.
WantedAreas wantedAreas(const AreaRegister& areas, const Filter& filter) {
    WantedAreas wanted;
    for (const AreaId id : filter.areas)
        if (const Area* area = areas.find(id))
            for (const Area* same : areas.withCode(area->code))
                if (same->kind == area->kind)
                    wanted[same->kind].insert(same->id);
    return wanted;
}

void keepInAreas(const FiguresContext& context, const WantedAreas& wanted, GridsOf grids, Selection& selection) {
    std::vector<bool> isInside(selection.size());
    for (const auto& [kind, ids] : wanted) {
        const std::vector<AreaId> areas = areasOf(context, selection, kind, grids);
        for (std::size_t i = 0; i < areas.size(); ++i)
            if (ids.contains(areas[i]))
                isInside[i] = true;
    }
    keepWhere(selection, [&](std::size_t i) { return isInside[i]; });
}

/// Finds areas by place, chunk by chunk.
class AreaLocator {
public:
    AreaLocator(const FiguresContext& context, const ChunkAreas::Key& key) : m_areas(*context.areas), m_key(key), m_clock(context.zone) {}

    /// \param rows of the chunk; \param found theirs
    void locate(const FactChunk& chunk, std::span<const std::uint32_t> rows, std::span<AreaId> found) {
        auto known = chunk.areas().find(m_key);
        constexpr std::size_t WorthKeeping = 4; // a quarter of the chunk
        if (!known && rows.size() * WorthKeeping >= chunk.size()) {
            std::vector<std::uint32_t> all(chunk.size());
            for (std::size_t i = 0; i < all.size(); ++i)
                all[i] = positionOf(chunk, i);
            known = std::make_shared<const std::vector<std::uint32_t>>(std::move(all));
            chunk.areas().keep(m_key, known);
        }
        for (std::size_t k = 0; k < rows.size(); ++k) {
            const std::size_t i = rows[k] % CaseFacts::ChunkSize;
            if (const std::uint32_t position = known ? (*known)[i] : positionOf(chunk, i); position != 0)
                found[k] = m_areas.all()[position - 1].id;
        }
    }

private:
    std::uint32_t positionOf(const FactChunk& chunk, std::size_t i) {
        if (!chunk.hasMark(i, IsPresent) || !chunk.hasMark(i, HasPlace))
            return 0;
        const Day day = m_key.day ? *m_key.day : m_clock.day(chunk.column(FactColumn::Reported)[i]);
        const Area* const area = m_areas.at({chunk.longitude(i), chunk.latitude(i)}, m_key.kind, day);
        return area == nullptr ? 0 : static_cast<std::uint32_t>(area - m_areas.all().data()) + 1;
    }
    const AreaRegister& m_areas;
    ChunkAreas::Key m_key;
    LocalClock m_clock;
};

} // namespace

Result<Selection> select(const FiguresContext& context, const Filter& filter) {
    ColumnCondition condition(context, filter);
    const WantedAreas wanted = wantedAreas(*context.areas, filter);
    const bool isByGrid = filter.grids == GridsOf::Then; // which stands in a column
    if (isByGrid && filter.outside)
        condition.requireGrids(context.facts->codes(), {AreaId()});
    const bool isInGrids = isByGrid && wanted.size() == 1 && wanted.contains(AreaKind::Grid);
    if (isInGrids)
        condition.requireGrids(context.facts->codes(), wanted.at(AreaKind::Grid));
    Selection selection;
    selection.reserve(context.facts->size() + CaseFacts::ChunkSize);
    std::uint32_t firstRow = 0;
    for (const auto& chunk : context.facts->chunks()) {
        condition.select(*chunk, firstRow, selection);
        firstRow += CaseFacts::ChunkSize;
    }
    if (filter.listed)
        keep(context.facts->rowsOf(filter.listed->cases), selection);
    if (!filter.text.empty())
        if (const auto done = keepWithText(context, filter.text, selection); !done)
            return fail(done);
    if (filter.outside && !isByGrid) {
        const std::vector<AreaId> grids = areasOf(context, selection, AreaKind::Grid, filter.grids);
        keepWhere(selection, [&](std::size_t i) { return grids[i].isNull(); });
    }
    if (!filter.areas.empty() && !isInGrids)
        keepInAreas(context, wanted, filter.grids, selection);
    if (filter.seenAgain)
        selection = seenAgain(context, selection, *filter.seenAgain);
    if (selection.size() < selection.capacity() / 2)
        selection.shrink_to_fit();
    return selection;
}

std::vector<AreaId> areasOf(const FiguresContext& context, const Selection& selection, AreaKind kind, GridsOf grids) {
    const CaseFacts& facts = *context.facts;
    std::vector<AreaId> areas(selection.size());
    if (kind == AreaKind::Grid && grids == GridsOf::Then) {
        facts.eachStretch(selection, [&](const FactChunk& chunk, std::span<const std::uint32_t> rows, std::size_t position) {
            const PackedNumbers& column = chunk.column(FactColumn::Grid);
            for (const std::uint32_t row : rows)
                areas[position++] = AreaId(facts.codes().grids[static_cast<std::size_t>(column[row % CaseFacts::ChunkSize])]);
        });
        return areas;
    }
    const ChunkAreas::Key key{context.areas->identity(), kind, grids == GridsOf::Now ? std::optional(context.zone.day(context.asOf)) : std::nullopt,
                              context.zone.name()};
    const auto locate = [&](std::size_t begin, std::size_t end) {
        AreaLocator locator(context, key);
        const auto part = std::span(selection).subspan(begin, end - begin);
        facts.eachStretch(part, [&](const FactChunk& chunk, std::span<const std::uint32_t> rows, std::size_t position) {
            locator.locate(chunk, rows, std::span(areas).subspan(begin + position, rows.size()));
        });
    };
    constexpr std::size_t WorthTwoThreads = 50'000;
    if (selection.size() < WorthTwoThreads) {
        locate(0, selection.size());
    } else {
        const std::size_t half = selection.size() / 2;
        std::jthread other([&] { locate(half, selection.size()); });
        locate(0, half);
    }
    return areas;
}

} // namespace gridwarden::core
