// SPDX-License-Identifier: GPL-3.0-or-later
// How long counting takes at 2.46 million cases: a year of one busy district. Prints the
// medians of seven runs in processor time, since other work on the machine does not count; not a test.
#include "core/district/people.h"
#include "core/figures/facts_builder.h"
#include "core/figures/indicators.h"
#include "core/figures/tally.h"

#include <algorithm>
#include <cstdio>
#include <ctime>
#include <random>

using namespace gridwarden::core;

namespace {

constexpr std::int64_t CaseCount = 2'460'000;
constexpr int AreasPerSide = 20;
constexpr double West = 120.60, South = 27.95, AreaSize = 0.005; // degrees; 400 grids in 16 zones and 16 streets

Shape square(double west, double south, double size) {
    return {{{{{west, south}, {west + size, south}, {west + size, south + size}, {west, south + size}, {west, south}}}},
            {}};
}

Area area(std::int64_t id, AreaKind kind, Shape shape) {
    Area made;
    made.id = AreaId(id);
    made.kind = kind;
    made.code = std::to_string(id);
    made.shape = std::move(shape);
    return made;
}

/// Grids and streets have shapes; zones are known through their grids.
AreaRegister makeAreas() {
    std::vector<Area> areas;
    std::vector<Membership> memberships;
    for (int i = 0; i < 16; ++i) {
        areas.push_back(area(1001 + i, AreaKind::Zone, {}));
        areas.push_back(area(2001 + i, AreaKind::Street,
                             square(West + i % 4 * 5 * AreaSize, South + i / 4 * 5 * AreaSize, 5 * AreaSize)));
    }
    for (int i = 0; i < AreasPerSide * AreasPerSide; ++i) {
        const int column = i % AreasPerSide, row = i / AreasPerSide;
        areas.push_back(
            area(1 + i, AreaKind::Grid, square(West + column * AreaSize, South + row * AreaSize, AreaSize)));
        memberships.push_back({AreaId(1 + i), AreaId(1001 + column / 5 + row / 5 * 4), {}, {}});
    }
    return {std::move(areas), std::move(memberships)};
}

CategoryRegister makeCategories() {
    std::vector<Category> categories;
    for (int i = 0; i < 250; ++i) {
        Category category;
        category.id = CategoryId(i + 1);
        category.key = {"2026", "matter", std::to_string(10000 + i)};
        category.isGroup = i < 10;
        if (i >= 10)
            category.parent = CategoryId(i % 10 + 1);
        categories.push_back(category);
    }
    return {std::move(categories), {}};
}

std::shared_ptr<const CaseFacts> makeFacts(std::int64_t newYear) {
    std::mt19937_64 random(246);
    const auto below = [&](std::int64_t end) {
        return static_cast<std::int64_t>(random() % static_cast<std::uint64_t>(end));
    };
    FactsBuilder builder;
    for (const char* key : {"patrol", "hotline", "video"})
        (void)builder.source(key);
    for (std::int64_t i = 0; i < CaseCount; ++i) {
        CaseFact fact;
        fact.id = CaseId(i + 1);
        const double across = static_cast<double>(below(1'000'000)) / 1e6 * AreasPerSide;
        const double up = static_cast<double>(below(1'000'000)) / 1e6 * AreasPerSide;
        fact.longitude = West + across * AreaSize;
        fact.latitude = South + up * AreaSize;
        fact.grid = AreaId(1 + static_cast<int>(across) + static_cast<int>(up) * AreasPerSide);
        fact.reported = newYear + i * 365 * 86400 / CaseCount + below(3600);
        fact.filed = fact.reported + below(7200);
        fact.dispatched = fact.filed + below(7200);
        fact.due = fact.dispatched + 86400 + below(4 * 86400);
        fact.soon = fact.dispatched + (fact.due - fact.dispatched) / 5 * 4;
        fact.state = below(10) == 0 ? CaseState::Handling : CaseState::Closed;
        if (fact.state == CaseState::Closed) {
            fact.handled = fact.dispatched + below(4 * 86400);
            fact.closed = fact.handled + below(86400);
        }
        fact.category = CategoryId(11 + below(240));
        fact.organisation = OrganisationId(1 + below(30));
        fact.source = static_cast<std::int16_t>(below(3));
        builder.append(fact);
    }
    return builder.finish();
}

template <class Work> void measure(const char* name, Work work) {
    std::vector<double> milliseconds;
    for (int i = 0; i < 7; ++i) {
        const std::clock_t start = std::clock();
        const std::size_t result = work();
        milliseconds.push_back(static_cast<double>(std::clock() - start) * 1000 / CLOCKS_PER_SEC);
        if (i == 0)
            std::printf("%-36s %10zu", name, result);
        if (milliseconds.front() > 3000) // slow ones are told apart without seven runs
            break;
    }
    std::sort(milliseconds.begin(), milliseconds.end());
    std::printf(" %10.1f ms\n", milliseconds[milliseconds.size() / 2]);
}

} // namespace

int main() {
    const TimeZone zone;
    const Day newYear = parseDay("2026-01-01").value();
    const auto facts = makeFacts(zone.start(newYear).time_since_epoch().count());
    const AreaRegister areas = makeAreas();
    const CategoryRegister categories = makeCategories();
    std::vector<Organisation> organisations;
    for (int i = 0; i < 30; ++i) {
        Organisation organisation;
        organisation.id = OrganisationId(i + 1);
        organisation.code = std::to_string(i + 1);
        organisations.push_back(organisation);
    }
    const PeopleRegister people(organisations, {}, {});
    const FiguresContext context{facts.get(), &areas, &categories, zone, zone.start(newYear + std::chrono::days(365)),
                                 nullptr};

    const Filter everything;
    Filter narrow;
    narrow.categories = {CategoryId(1)};
    narrow.states = {CaseState::Handling};
    narrow.from = newYear + std::chrono::days(90);
    narrow.to = newYear + std::chrono::days(180);
    Filter inGrid = everything, inStreet = everything, inZone = everything;
    inGrid.areas = {AreaId(1)};
    inStreet.areas = {AreaId(2001)};
    inZone.areas = {AreaId(1001)};

    std::printf("%-36s %10s %13s\n", "2,460,000 cases", "result", "median");
    const auto countOf = [&](const Filter& filter) { return select(context, filter).value().size(); };
    measure("select all", [&] { return countOf(everything); });
    measure("select by category, state and days", [&] { return countOf(narrow); });
    measure("select a grid", [&] { return countOf(inGrid); });
    measure("select a street", [&] { return countOf(inStreet); });
    measure("select a zone without a shape", [&] { return countOf(inZone); });
    const Selection all = select(context, everything).value();
    const auto rowsOf = [&](const std::vector<TallyKey>& keys, AreaKind kind, GridsOf grids) {
        return tally(context, people, all, keys, kind, grids).size();
    };
    for (const TallyKey key :
         {TallyKey::Category, TallyKey::CategoryTop, TallyKey::State, TallyKey::Lamp, TallyKey::Source,
          TallyKey::Organisation, TallyKey::Month, TallyKey::Week, TallyKey::Day, TallyKey::HourOfWeek})
        measure(("tally by " + std::string(tallyKeyKey(key))).c_str(),
                [&] { return rowsOf({key}, AreaKind::Grid, GridsOf::Then); });
    measure("tally by grid of then", [&] { return rowsOf({TallyKey::Area}, AreaKind::Grid, GridsOf::Then); });
    measure("tally by grid of now", [&] { return rowsOf({TallyKey::Area}, AreaKind::Grid, GridsOf::Now); });
    measure("tally by street", [&] { return rowsOf({TallyKey::Area}, AreaKind::Street, GridsOf::Then); });
    measure("tally by zone without shapes", [&] { return rowsOf({TallyKey::Area}, AreaKind::Zone, GridsOf::Then); });
    measure("tally by grid and category", [&] {
        return rowsOf({TallyKey::Area, TallyKey::Category}, AreaKind::Grid, GridsOf::Then);
    });
    measure("count all", [&] { return static_cast<std::size_t>(countAll(context, all).late); });
    measure("indicators of a month", [&] {
        const Period month{newYear + std::chrono::days(59), newYear + std::chrono::days(89)};
        return static_cast<std::size_t>(indicators(context, everything, month).value().figure("due_to_close").value());
    });
    measure("one case changed", [&] {
        FactsBuilder builder(*facts);
        CaseFact fact = (*facts)[1'000'000];
        fact.state = CaseState::Closed;
        builder.put(fact);
        return builder.finish()->size();
    });
}
