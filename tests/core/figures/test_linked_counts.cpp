// SPDX-License-Identifier: GPL-3.0-or-later
// Each of the linked views counts what a tally counts without the condition of that view.
#include "core/figures/linked_counts.h"
#include "core/figures/tally.h"
#include "tests/core/figures/random_desk.h"

#include <fmt/format.h>
#include <map>

using namespace gridwarden::core;
using namespace gridwarden::test;

namespace {

/// Counts by the id behind a key, or by its text.
std::map<std::string, std::int64_t> tallied(RandomDesk& desk, const FiguresContext& context, Filter filter, TallyKey key) {
    switch (key) {
    case TallyKey::Category:
        filter.categories.clear();
        break;
    case TallyKey::State:
        filter.states.clear();
        break;
    case TallyKey::Source:
        filter.sources.clear();
        break;
    default:
        filter.hoursOfWeek.clear();
    }
    std::map<std::string, std::int64_t> counts;
    for (const TallyRow& row : tally(context, desk.sample.district->people(), select(context, filter).value(), {key}, AreaKind::Grid, filter.grids))
        counts[row.keys[0].value_or("")] += row.counts.count;
    return counts;
}

} // namespace

TEST_CASE("linked views count what passes all conditions but their own", "[core][figures]") {
    RandomDesk desk(41);
    for (int turn = 0; turn < 40; ++turn)
        desk.act();
    std::size_t nonEmpty = 0;
    for (int turn = 0; turn < 60; ++turn) {
        const auto figures = desk.sample.district->figures().value();
        const FiguresContext& context = figures.context;
        Filter filter;
        if (desk.below(2) == 0)
            filter.categories = {desk.below(2) == 0 ? desk.category() : desk.sample.category("2026:matter:09")};
        if (desk.below(2) == 0)
            filter.states = {CaseState::Reported, CaseState::Handling};
        if (desk.below(2) == 0)
            filter.sources = {"patrol"};
        if (desk.below(2) == 0)
            for (int hour = 0; hour < 168; ++hour)
                if (desk.below(2) == 0)
                    filter.hoursOfWeek.push_back(hour);
        if (desk.below(3) == 0)
            filter.areas = {desk.sample.zone};
        const Selection base = select(context, withoutLinked(filter)).value();
        const LinkedCounts counts = linkedCounts(context, filter, base);
        CHECK(counts.total == static_cast<std::int64_t>(select(context, filter).value().size()));
        nonEmpty += counts.total > 0 ? 1 : 0;

        std::map<std::string, std::int64_t> mine;
        for (const auto& [id, count] : counts.categories) {
            const Category* const category = context.categories->find(id);
            mine[category == nullptr ? "" : category->key.text()] += count;
        }
        CHECK(mine == tallied(desk, context, filter, TallyKey::Category));
        mine.clear();
        for (std::size_t i = 0; i < AllCaseStates.size(); ++i)
            if (counts.states[i] != 0)
                mine[std::string(caseStateKey(AllCaseStates[i]))] = counts.states[i];
        CHECK(mine == tallied(desk, context, filter, TallyKey::State));
        mine.clear();
        for (std::size_t i = 0; i < counts.sources.size(); ++i)
            if (counts.sources[i] != 0)
                mine[context.facts->sources()[i]] = counts.sources[i];
        CHECK(mine == tallied(desk, context, filter, TallyKey::Source));
        mine.clear();
        for (std::size_t hour = 0; hour < counts.hoursOfWeek.size(); ++hour)
            if (counts.hoursOfWeek[hour] != 0)
                mine[fmt::format("{}-{:02}", hour / 24 + 1, hour % 24)] = counts.hoursOfWeek[hour];
        CHECK(mine == tallied(desk, context, filter, TallyKey::HourOfWeek));
        desk.act();
    }
    CHECK(nonEmpty > 10);
}
