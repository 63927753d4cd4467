// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/figures/linked_counts.h"

#include <thread>
#include <unordered_set>

namespace gridwarden::core {

namespace {

/// The conditions that a case can miss.
enum Missed : std::uint8_t { None = 0, Category = 1, State = 2, Source = 4, Hour = 8 };

/// What one thread counts.
struct Counters {
    std::int64_t total = 0;
    std::vector<std::int64_t> categories; // by code
    std::array<std::int64_t, 16> states{};
    std::vector<std::int64_t> sources;    // by position + 1
    std::array<std::int64_t, HoursOfWeek::Count> hours{};
};

class Counter {
public:
    Counter(const FiguresContext& context, const Filter& filter) : m_context(context), m_clock(context) {
        const FactCodes& codes = context.facts->codes();
        std::unordered_set<std::int64_t> wanted;
        for (const CategoryId category : filter.categories)
            for (const CategoryId below : context.categories->withAllBelow(category))
                wanted.insert(below.value());
        m_missesCategory.resize(codes.categories.size());
        for (std::size_t code = 0; code < codes.categories.size(); ++code)
            m_missesCategory[code] = filter.categories.empty() || wanted.contains(codes.categories[code]) ? None : Category;
        m_missesState.fill(filter.states.empty() ? None : State);
        for (const CaseState state : filter.states)
            m_missesState[static_cast<std::size_t>(state)] = None;
        m_missesSource.assign(codes.sources.size() + 1, filter.sources.empty() ? None : Source);
        for (const std::string& key : filter.sources)
            if (const auto position = context.facts->sourceIndex(key); position >= 0)
                m_missesSource[static_cast<std::size_t>(position) + 1] = None;
        m_missesHour.fill(filter.hoursOfWeek.empty() ? None : Hour);
        for (const int hour : filter.hoursOfWeek)
            if (hour >= 0 && hour < HoursOfWeek::Count)
                m_missesHour[static_cast<std::size_t>(hour)] = None;
    }

    [[nodiscard]] Counters count(std::span<const std::uint32_t> rows) const {
        Counters counters;
        counters.categories.resize(m_missesCategory.size());
        counters.sources.resize(m_missesSource.size());
        m_context.facts->eachStretch(rows, [&](const FactChunk& chunk, std::span<const std::uint32_t> stretch, std::size_t) { add(chunk, stretch, counters); });
        return counters;
    }

private:
    void add(const FactChunk& chunk, std::span<const std::uint32_t> rows, Counters& counters) const {
        std::array<std::uint32_t, CaseFacts::ChunkSize> category;
        std::array<std::uint8_t, CaseFacts::ChunkSize> state, source, hour;
        const auto unpack = [&](FactColumn column, auto& into, auto value) {
            chunk.column(column).visit([&](auto number) {
                for (std::size_t k = 0; k < rows.size(); ++k)
                    into[k] = static_cast<typename std::decay_t<decltype(into)>::value_type>(value(number(rows[k] % CaseFacts::ChunkSize)));
            });
        };
        unpack(FactColumn::Category, category, [](std::int64_t code) { return code; });
        unpack(FactColumn::Source, source, [](std::int64_t position) { return position + 1; });
        unpack(FactColumn::Reported, hour, [this](std::int64_t reported) { return m_clock.at(reported); });
        for (std::size_t k = 0; k < rows.size(); ++k)
            state[k] = static_cast<std::uint8_t>(chunk.stateAt(rows[k] % CaseFacts::ChunkSize, m_context.asOf));
        for (std::size_t k = 0; k < rows.size(); ++k) {
            const int missed = m_missesCategory[category[k]] | m_missesState[state[k]] | m_missesSource[source[k]] | m_missesHour[hour[k]];
            counters.total += missed == None ? 1 : 0;
            counters.categories[category[k]] += (missed & ~Category) == 0 ? 1 : 0;
            counters.states[state[k]] += (missed & ~State) == 0 ? 1 : 0;
            counters.sources[source[k]] += (missed & ~Source) == 0 ? 1 : 0;
            counters.hours[hour[k]] += (missed & ~Hour) == 0 ? 1 : 0;
        }
    }

    const FiguresContext& m_context;
    HoursOfWeek m_clock;
    std::vector<std::uint8_t> m_missesCategory, m_missesSource; // by code; by position + 1
    std::array<std::uint8_t, 16> m_missesState{};
    std::array<std::uint8_t, HoursOfWeek::Count> m_missesHour{};
};

template <class Numbers> void addTo(Numbers& sums, const Numbers& more) {
    for (std::size_t i = 0; i < sums.size(); ++i)
        sums[i] += more[i];
}

} // namespace

Filter withoutLinked(Filter filter) {
    filter.categories.clear();
    filter.states.clear();
    filter.sources.clear();
    filter.hoursOfWeek.clear();
    return filter;
}

LinkedCounts linkedCounts(const FiguresContext& context, const Filter& filter, const Selection& base) {
    const Counter counter(context, filter);
    const std::size_t middle = base.size() / 2;
    Counters all, half;
    {
        const std::jthread other([&] { half = counter.count(std::span(base).first(middle)); });
        all = counter.count(std::span(base).subspan(middle));
    }
    all.total += half.total;
    addTo(all.categories, half.categories);
    addTo(all.states, half.states);
    addTo(all.sources, half.sources);
    addTo(all.hours, half.hours);

    LinkedCounts counts;
    counts.total = all.total;
    const IdCodes& categories = context.facts->codes().categories;
    for (std::size_t code = 0; code < all.categories.size(); ++code)
        if (all.categories[code] != 0)
            counts.categories.emplace_back(CategoryId(categories[code]), all.categories[code]);
    for (std::size_t i = 0; i < AllCaseStates.size(); ++i)
        counts.states[i] = all.states[static_cast<std::size_t>(AllCaseStates[i])];
    counts.sources.assign(all.sources.begin() + 1, all.sources.end());
    counts.hoursOfWeek = all.hours;
    return counts;
}

} // namespace gridwarden::core
