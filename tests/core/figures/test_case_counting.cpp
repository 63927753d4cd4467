// SPDX-License-Identifier: GPL-3.0-or-later
// Figures of cases, counted in blocks of rows, against going through the cases one by one with the rules as their definitions say them.
#include "core/figures/cell_lattice.h"
#include "core/figures/figure_values.h"
#include "tests/core/figures/figures_sample.h"

#include <cmath>
#include <nlohmann/json.hpp>
#include <random>
#include <set>

using namespace gridwarden;
using namespace gridwarden::test;
using core::CaseFact;
using core::CaseIs;
using core::CaseState;
using core::CaseWhen;
using core::FigureDefinition;
using core::FigureValue;
using core::Selection;

namespace {

/// A case within a period, read off the definitions of CaseWhen and CaseIs.
struct PlainCase {
    const CaseFact& fact;
    std::int64_t begin, end;
    core::Moment asOf;

    [[nodiscard]] bool in(std::int64_t time) const { return time != 0 && begin <= time && time < end; }
    [[nodiscard]] bool isClosed() const { return fact.state == CaseState::Closed; }
    [[nodiscard]] std::int64_t filed() const {
        if (fact.filed != 0 || fact.selfHandled)
            return fact.filed;
        std::vector<std::int64_t> later;
        for (const std::int64_t time : {fact.dispatched, fact.handled, isClosed() ? fact.closed : 0})
            if (time != 0)
                later.push_back(time);
        return later.empty() ? 0 : *std::min_element(later.begin(), later.end());
    }
    [[nodiscard]] std::int64_t handled() const { return fact.handled == 0 && isClosed() && !fact.forced ? fact.closed : fact.handled; }
    [[nodiscard]] bool wasDispatched() const { return !fact.selfHandled && (fact.dispatched != 0 || handled() != 0); }
    [[nodiscard]] bool endedOtherwise() const {
        return fact.state == CaseState::Rejected || fact.state == CaseState::Transferred || fact.state == CaseState::Void;
    }
    [[nodiscard]] bool fallsDue(std::int64_t done) const { return in(fact.due) || (in(done) && (fact.due == 0 || fact.due >= end)); }
    [[nodiscard]] bool inTime(std::int64_t done) const { return fact.due == 0 || done <= fact.due || fact.appealGranted; }
    [[nodiscard]] bool isOpen() const { return core::classOf(fact.stateAt(asOf)) == core::CaseClass::Open; }

    [[nodiscard]] bool canBeLate() const { return isOpen() && fact.stateAt(asOf) != CaseState::Suspended && fact.due != 0; }

    [[nodiscard]] bool counts(CaseWhen when) const {
        switch (when) {
        case CaseWhen::Reported: return in(fact.reported);
        case CaseWhen::Filed: return in(filed());
        case CaseWhen::Dispatched: return in(fact.dispatched);
        case CaseWhen::Handled: return in(handled());
        case CaseWhen::Ended: return in(fact.closed);
        case CaseWhen::ToHandle: return wasDispatched() && !endedOtherwise() && fallsDue(handled());
        case CaseWhen::DueToClose: return (filed() != 0 || (fact.selfHandled && isClosed())) && !endedOtherwise() && fallsDue(isClosed() ? fact.closed : 0);
        case CaseWhen::Open: return fact.reported < end && isOpen();
        }
        return false;
    }
    [[nodiscard]] bool is(CaseIs what) const {
        switch (what) {
        case CaseIs::Filed: return filed() != 0;
        case CaseIs::Dispatched: return wasDispatched();
        case CaseIs::Handled: return handled() != 0;
        case CaseIs::HandledInTime: return handled() != 0 && inTime(handled());
        case CaseIs::Closed: return isClosed();
        case CaseIs::ClosedInTime: return isClosed() && inTime(fact.closed);
        case CaseIs::Rejected: return fact.state == CaseState::Rejected;
        case CaseIs::Transferred: return fact.state == CaseState::Transferred;
        case CaseIs::Voided: return fact.state == CaseState::Void;
        case CaseIs::SelfHandled: return fact.selfHandled;
        case CaseIs::Forced: return fact.forced;
        case CaseIs::Reworked: return fact.reworks > 0;
        case CaseIs::Extended: return fact.extensions > 0;
        case CaseIs::Suspended: return fact.suspensions > 0;
        case CaseIs::Overdue: return canBeLate() && fact.due < asOf.time_since_epoch().count() && !fact.appealGranted;
        case CaseIs::Linked: return fact.linked;
        case CaseIs::Excused: return fact.appealGranted;
        case CaseIs::Limited: return fact.due != 0;
        }
        return false;
    }
};

const std::vector<std::string> Sources = {"patrol", "hotline", "video"}, Methods = {"advice", "order"}, GridCodes = {"01", "02", "03"};

/// Categories 1 and 2 with 3, 5, 7, 9 below the first and 4, 6, 8 below the second; squads 1 and 2 with 3 below the first; three grids, by the column.
struct RandomFacts : FiguresSample {
    RandomFacts(unsigned seed, std::size_t count) : FiguresSample({}), random(seed) {
        std::vector<core::Category> list;
        for (int i = 1; i <= 9; ++i) {
            core::Category category;
            category.id = core::CategoryId(i);
            category.key = {"2026", "matter", std::to_string(100 + i)};
            category.isGroup = i <= 2;
            if (i > 2)
                category.parent = core::CategoryId(2 - i % 2);
            list.push_back(category);
        }
        categories = core::CategoryRegister(std::move(list), {});
        std::vector<core::Organisation> squads;
        for (int i = 1; i <= 3; ++i) {
            core::Organisation squad;
            squad.id = core::OrganisationId(i);
            squad.code = "S" + std::to_string(i);
            if (i == 3)
                squad.parent = core::OrganisationId(1);
            squads.push_back(squad);
        }
        people = core::PeopleRegister(squads, {}, {});
        std::vector<core::Area> grids;
        for (int i = 0; i < 3; ++i) {
            core::Area grid;
            grid.id = core::AreaId(i + 1);
            grid.code = GridCodes[static_cast<std::size_t>(i)];
            const double west = 120.64 + 0.01 * i;
            grid.shape = {{{{{west, 28}, {west + 0.01, 28}, {west + 0.01, 28.01}, {west, 28.01}, {west, 28}}}}, {}};
            grids.push_back(std::move(grid));
        }
        areas = core::AreaRegister(std::move(grids), {});
        make(count);
    }

    std::mt19937 random;
    core::PeopleRegister people;

    [[nodiscard]] int below(int end) { return std::uniform_int_distribution<int>(0, end - 1)(random); }

private:
    /// Near or at the ends of March 2026, often none; in some chunks also before 1970 and after 2038.
    std::int64_t time(bool isWide) {
        const std::int64_t march = utc("2026-03-01T00:00"), april = utc("2026-04-01T00:00");
        switch (below(isWide ? 12 : 10)) {
        case 0: case 1: case 2: return 0;
        case 3: return (below(2) == 0 ? march : april) + below(3) - 1;
        case 10: return -below(1'000'000);
        case 11: return std::int64_t{2'147'483'000} * (1 + below(3)) + below(2000);
        default: return march + below(91 * 86'400) - 30 * 86'400;
        }
    }
    CaseFact fact(std::int64_t id) {
        const bool isWide = id / 5000 % 3 == 1;
        CaseFact one;
        one.id = core::CaseId(id);
        if (below(5) != 0) {
            one.longitude = 120.64 + below(120) * 1e-4;
            one.latitude = 28 + below(120) * 1e-4;
        }
        one.reported = time(isWide);
        one.filed = time(isWide);
        one.dispatched = time(isWide);
        one.handled = time(isWide);
        one.closed = time(isWide);
        one.due = time(isWide);
        one.suspendedUntil = time(isWide);
        one.category = core::CategoryId(below(10));
        one.grid = core::AreaId(below(4));
        one.organisation = core::OrganisationId(below(4));
        one.source = static_cast<std::int16_t>(below(4) - 1);
        one.method = static_cast<std::int16_t>(below(3) - 1);
        one.state = core::AllCaseStates[static_cast<std::size_t>(below(9))];
        one.resumed = core::AllCaseStates[static_cast<std::size_t>(below(4))];
        one.reworks = static_cast<std::uint8_t>(std::max(0, below(6) - 3));
        one.extensions = static_cast<std::uint8_t>(below(2) * 255);
        one.suspensions = static_cast<std::uint8_t>(below(2));
        one.appealGranted = below(4) == 0;
        one.selfHandled = below(4) == 0;
        one.forced = below(4) == 0;
        one.linked = below(4) == 0;
        return one;
    }
    /// Every ninth case is removed again; the last ones came later.
    void make(std::size_t count) {
        core::FactsBuilder first;
        for (const std::string& key : Sources)
            (void)first.source(key);
        for (const std::string& key : Methods)
            (void)first.method(key);
        for (std::size_t i = 0; i < count; ++i)
            first.append(fact(static_cast<std::int64_t>(i) + 1));
        const auto base = first.finish();
        core::FactsBuilder builder(*base);
        for (std::size_t i = 4; i < count; i += 9)
            builder.remove(core::CaseId(static_cast<std::int64_t>(i) + 1));
        facts = builder.finish();
    }
};

core::CaseCount randomCount(RandomFacts& sample) {
    core::CaseCount count;
    const auto all = core::allCaseWhen();
    count.when = all[static_cast<std::size_t>(sample.below(static_cast<int>(all.size())))];
    for (const CaseIs what : core::allCaseIs())
        if (const int chance = sample.below(20); chance < 2)
            (chance == 0 ? count.is : count.isNot) |= static_cast<std::uint32_t>(what);
    count.countsPlaces = sample.below(5) == 0;
    if (sample.below(3) == 0)
        count.scope.categories = {"2026:matter:" + std::to_string(101 + sample.below(9))};
    if (sample.below(4) == 0)
        count.scope.sources = {std::vector<std::string>{"patrol", "video", "@collector", "@public"}[static_cast<std::size_t>(sample.below(4))], "hotline"};
    if (sample.below(5) == 0)
        count.scope.methods = {Methods[static_cast<std::size_t>(sample.below(2))]};
    if (sample.below(5) == 0)
        count.scope.organisations = {"S" + std::to_string(1 + sample.below(3))};
    if (sample.below(5) == 0)
        count.scope.areas = {GridCodes[static_cast<std::size_t>(sample.below(3))]};
    return count;
}

bool isInScope(const CaseFact& fact, const core::FigureScope& scope) {
    const auto names = [](const std::vector<std::string>& wanted, const std::string& key) { return std::count(wanted.begin(), wanted.end(), key) > 0; };
    if (!scope.categories.empty()) {
        const std::int64_t id = fact.category.value(), parent = id > 2 ? 2 - id % 2 : id;
        const auto key = [](std::int64_t of) { return "2026:matter:" + std::to_string(100 + of); };
        if (id == 0 || (!names(scope.categories, key(id)) && !names(scope.categories, key(parent))))
            return false;
    }
    if (!scope.sources.empty()) {
        const std::string key = fact.source < 0 ? "" : Sources[static_cast<std::size_t>(fact.source)];
        if (!names(scope.sources, key) && !(key == "patrol" && names(scope.sources, "@collector")) && !(key == "hotline" && names(scope.sources, "@public")))
            return false;
    }
    if (!scope.methods.empty() && (fact.method < 0 || !names(scope.methods, Methods[static_cast<std::size_t>(fact.method)])))
        return false;
    if (!scope.organisations.empty()) {
        const std::int64_t id = fact.organisation.value();
        if (!names(scope.organisations, "S" + std::to_string(id)) && !(id == 3 && names(scope.organisations, "S1")))
            return false;
    }
    return scope.areas.empty() || (!fact.grid.isNull() && names(scope.areas, GridCodes[static_cast<std::size_t>(fact.grid.value() - 1)]));
}

/// Squares of 25 metres.
double placesOf(const core::FiguresContext& context, const Selection& rows) {
    const core::LocalPlane plane = core::districtPlane(context);
    std::set<std::pair<double, double>> squares;
    for (const std::uint32_t row : rows)
        if (const CaseFact fact = (*context.facts)[row]; fact.hasPlace()) {
            const core::PlanePoint point = plane.toPlane({fact.longitude, fact.latitude});
            squares.emplace(std::floor(point.x / 25), std::floor(point.y / 25));
        }
    return static_cast<double>(squares.size());
}

FigureDefinition definitionOf(std::string key, const core::CaseCount& count) {
    FigureDefinition definition;
    definition.key = definition.name = std::move(key);
    definition.rule = count;
    return definition;
}

const std::vector<core::CaseSource> Marked = [] {
    std::vector<core::CaseSource> all(3);
    for (std::size_t i = 0; i < all.size(); ++i)
        all[i].key = Sources[i];
    all[0].isCollector = all[1].isPublic = true;
    return all;
}();

} // namespace

TEST_CASE("figures of cases are those of going through the cases one by one", "[core][figures]") {
    const std::size_t size = GENERATE(0u, 1u, 63u, 64u, 65u, 4095u, 4096u, 4097u, 15'000u, 140'000u);
    CAPTURE(size);
    RandomFacts sample(static_cast<unsigned>(size) + 7, size);
    core::FiguresContext context = sample.context(moment("2026-03-20T12:00"));
    context.people = &sample.people;
    for (const core::Period period : {core::Period{day("2026-03-01"), day("2026-03-31")}, core::Period{day("2026-03-17"), day("2026-03-17")},
                                      core::Period{day("2030-01-01"), day("2030-12-31")}, core::Period{day("1960-01-01"), day("2120-12-31")}}) {
        CAPTURE(core::dayText(period.from));
        context.asOf = moment("2026-03-01T00:00") + std::chrono::hours(sample.below(40 * 24));
        std::vector<FigureDefinition> definitions;
        std::vector<std::string> keys;
        for (int i = 0; i < (size > 100'000 ? 12 : 30); ++i) {
            keys.push_back("f" + std::to_string(i));
            definitions.push_back(definitionOf(keys.back(), randomCount(sample)));
        }
        core::Filter within;
        if (sample.below(3) == 0)
            within.categories = {core::CategoryId(3)};
        if (sample.below(3) == 0)
            within.lamps = {core::Lamp::Grey};
        const auto list = core::FigureDefinitions::of(definitions);
        REQUIRE(list);
        const core::FigureInput input{.cases = context, .sources = Marked, .within = within};
        const auto values = core::evaluateFigures(input, *list, keys, period);
        REQUIRE(values);
        const auto startOf = [&](core::Day first) { return context.zone.start(first).time_since_epoch().count(); };
        const std::int64_t begin = startOf(period.from), end = startOf(period.to + std::chrono::days(1));
        std::vector<Selection> expected(keys.size());
        sample.facts->each([&](std::size_t row, const CaseFact& fact) {
            if (!within.categories.empty() && fact.category != core::CategoryId(3))
                return;
            if (!within.lamps.empty() && fact.lampAt(context.asOf) != core::Lamp::Grey)
                return;
            const PlainCase plain{fact, begin, end, context.asOf};
            for (std::size_t i = 0; i < keys.size(); ++i) {
                const auto& count = std::get<core::CaseCount>(definitions[i].rule);
                bool holds = plain.counts(count.when) && isInScope(fact, count.scope);
                for (const CaseIs what : core::allCaseIs()) {
                    const auto bit = static_cast<std::uint32_t>(what);
                    holds = holds && ((count.is & bit) == 0 || plain.is(what)) && ((count.isNot & bit) == 0 || !plain.is(what));
                }
                if (holds)
                    expected[i].push_back(static_cast<std::uint32_t>(row));
            }
        });
        for (std::size_t i = 0; i < keys.size(); ++i) {
            INFO(core::figureToJson(definitions[i]).dump());
            CHECK((*values)[i].rows.selection() == expected[i]);
            const bool countsPlaces = std::get<core::CaseCount>(definitions[i].rule).countsPlaces;
            CHECK((*values)[i].value == (countsPlaces ? placesOf(context, expected[i]) : static_cast<double>(expected[i].size())));
        }
    }
}

TEST_CASE("each rule by itself is the one of its definition", "[core][figures]") {
    RandomFacts sample(3, 9000);
    const core::FiguresContext context = sample.context(moment("2026-03-20T12:00"));
    const core::Period march{day("2026-03-01"), day("2026-03-31")};
    std::vector<FigureDefinition> definitions;
    std::vector<std::string> keys;
    for (const CaseWhen when : core::allCaseWhen())
        for (const CaseIs what : core::allCaseIs()) {
            keys.push_back(std::string(core::caseWhenKey(when)) + "_" + std::string(core::caseIsKey(what)));
            definitions.push_back(definitionOf(keys.back(), {.when = when, .is = static_cast<std::uint32_t>(what)}));
        }
    const core::FigureInput input{.cases = context, .sources = {}, .within = {}};
    const auto values = core::evaluateFigures(input, core::FigureDefinitions::of(definitions).value(), keys, march);
    REQUIRE(values);
    std::size_t i = 0;
    for (const CaseWhen when : core::allCaseWhen())
        for (const CaseIs what : core::allCaseIs()) {
            INFO(keys[i]);
            Selection expected;
            sample.facts->each([&](std::size_t row, const CaseFact& fact) {
                const PlainCase plain{fact, utc("2026-03-01T00:00"), utc("2026-04-01T00:00"), context.asOf};
                if (plain.counts(when) && plain.is(what))
                    expected.push_back(static_cast<std::uint32_t>(row));
            });
            CHECK((*values)[i++].rows.selection() == expected);
        }
}

TEST_CASE("figures with the same cases behind them share them", "[core][figures]") {
    RandomFacts sample(4, 5000);
    const core::FiguresContext context = sample.context();
    std::vector<FigureDefinition> definitions;
    for (const char* key : {"a", "same", "b", "sum", "rate"})
        definitions.push_back(definitionOf(key, {}));
    definitions[2] = definitionOf("b", {.when = CaseWhen::Ended});
    definitions[3].rule = core::FigureSum{{"a", "b"}};
    definitions[4].rule = core::FigureRate{.numerator = "a", .denominator = "b"};
    const core::FigureInput input{.cases = context, .sources = {}, .within = {}};
    const std::vector<std::string> keys = {"a", "same", "b", "sum", "rate"};
    const auto found = core::evaluateFigures(input, core::FigureDefinitions::of(definitions).value(), keys, {day("2026-03-01"), day("2026-03-31")});
    REQUIRE(found);
    const std::vector<FigureValue>& values = *found;
    CHECK(values[1].rows.identity() == values[0].rows.identity());
    CHECK(values[4].rows.identity() == values[0].rows.identity());
    std::set<std::uint32_t> either;
    for (const std::size_t i : {0u, 2u})
        values[i].rows.each([&](std::uint32_t row) { either.insert(row); });
    CHECK(values[3].rows.selection() == Selection(either.begin(), either.end()));
    CHECK(values[3].value == *values[0].value + *values[2].value);
}

TEST_CASE("counting cases can be cancelled between chunks", "[core][figures]") {
    RandomFacts sample(5, 15'000); // four chunks
    const core::FigureInput input{.cases = sample.context(), .sources = {}, .within = {}};
    const auto list = core::FigureDefinitions::of({definitionOf("a", {})}).value();
    const std::vector<std::string> keys = {"a"};
    const auto after = [&](int questions) {
        return core::evaluateFigures(input, list, keys, {day("2026-03-01"), day("2026-03-31")}, [&questions] { return questions-- > 0; });
    };
    CHECK(after(4));
    for (const int questions : {0, 3}) {
        const auto stopped = after(questions);
        REQUIRE_FALSE(stopped);
        CHECK(stopped.error().code == core::ErrorCode::Cancelled);
    }
}
