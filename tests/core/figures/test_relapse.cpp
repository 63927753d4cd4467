// SPDX-License-Identifier: GPL-3.0-or-later
// Expectations: small stories, and for random cases the rules of the header taken one case at a time.
#include "core/figures/relapse.h"

#include "core/figures/cell_lattice.h"
#include "core/figures/tally_columns.h"
#include "tests/core/figures/figures_sample.h"

#include <algorithm>
#include <map>
#include <random>
#include <tuple>

using namespace gridwarden::core;
using namespace gridwarden::test;

namespace {

constexpr std::int64_t Hour = 3600;
constexpr std::int64_t Start = 1'770'000'000; // the hours below count from here

/// Categories 1 and 2 in the big class 10, 3 in none.
CategoryRegister threeCategories() {
    std::vector<Category> list(4);
    const std::int64_t ids[] = {1, 2, 3, 10};
    for (std::size_t i = 0; i < 4; ++i) {
        list[i].id = CategoryId(ids[i]);
        list[i].key = {"2026", "matter", std::to_string(ids[i])};
        list[i].isGroup = ids[i] == 10;
        if (ids[i] < 3)
            list[i].parent = CategoryId(10);
    }
    return {std::move(list), {}};
}

/// A case of category 1, by hours.
CaseFact stay(std::int64_t reported, std::optional<std::int64_t> cleared, CaseState state = CaseState::Closed) {
    static std::int64_t id = 0;
    CaseFact fact = reportedCase(++id);
    fact.category = CategoryId(1);
    fact.reported = Start + reported * Hour;
    fact.state = cleared ? state : CaseState::Handling;
    if (cleared)
        fact.closed = Start + *cleared * Hour;
    return fact;
}

struct Story {
    FiguresSample sample;
    std::vector<std::uint32_t> places;
    std::int64_t asOfHour;

    explicit Story(const std::vector<CaseFact>& cases, std::int64_t asOf = 1000)
        : sample(cases), places(cases.size()), asOfHour(asOf) {
        sample.categories = threeCategories();
    }
    [[nodiscard]] Relapses relapses(const RelapseOptions& options = {}) const {
        return gridwarden::core::relapses(sample.context(Moment(seconds(Start + asOfHour * Hour))), sample.all(),
                                          places, options);
    }
    /// Hours of the spells; negative while they last.
    [[nodiscard]] std::vector<std::int64_t> spells() const {
        std::vector<std::int64_t> hours;
        for (const RelapseSpell& spell : relapses().spells)
            hours.push_back(spell.seconds / Hour * (spell.hasReturned() ? 1 : -1));
        return hours;
    }
    using Hours = std::vector<std::int64_t>;
};

/// What the rules say of one case.
struct PlainCase {
    std::uint32_t position;
    std::int64_t begin;
    std::optional<std::int64_t> end;
    bool isCleared;
};

struct PlainSpell {
    std::int64_t begin;
    std::uint32_t cleared, returned;
    std::int64_t seconds;
    bool operator==(const PlainSpell&) const = default;
};

std::optional<PlainCase> plainCase(const CaseFact& fact, std::uint32_t position, std::int64_t asOf) {
    if (fact.reported > asOf || fact.state == CaseState::Void || fact.state == CaseState::Rejected)
        return std::nullopt;
    PlainCase plain{position, fact.reported, std::nullopt, false};
    if (fact.state == CaseState::Closed) {
        plain.isCleared = fact.handled != 0 || (fact.closed != 0 && !fact.forced);
        plain.end = fact.handled != 0 ? fact.handled : fact.closed != 0 ? fact.closed : fact.reported;
    } else if (fact.state == CaseState::Transferred) {
        plain.end = fact.closed != 0 ? fact.closed : fact.reported;
    }
    if (plain.end && *plain.end > asOf) {
        plain.end.reset();
        plain.isCleared = false;
    }
    if (plain.end && *plain.end < plain.begin)
        plain.end = plain.begin;
    return plain;
}

/// The spells of one place and category: at each clearing one looks at all other cases.
std::vector<PlainSpell> plainSpells(const std::vector<PlainCase>& cases, std::int64_t asOf) {
    std::vector<PlainSpell> spells;
    for (const PlainCase& cleared : cases) {
        if (!cleared.isCleared)
            continue;
        const std::int64_t at = *cleared.end;
        bool isBegin = true;
        const PlainCase* next = nullptr;
        for (const PlainCase& other : cases) {
            if (other.begin <= at && (!other.end || *other.end > at)) // still there
                isBegin = false;
            if (other.end == at && (!other.isCleared || std::tuple(other.begin, other.position) >
                                                            std::tuple(cleared.begin, cleared.position)))
                isBegin = false;
            if (other.begin > at &&
                (next == nullptr || std::tuple(other.begin, other.position) < std::tuple(next->begin, next->position)))
                next = &other;
        }
        if (!isBegin || (next == nullptr && at == asOf))
            continue;
        spells.push_back({at, cleared.position, next == nullptr ? RelapseSpell::NotReturned : next->position,
                          (next == nullptr ? asOf : next->begin) - at});
    }
    std::sort(spells.begin(), spells.end(), [](const PlainSpell& a, const PlainSpell& b) { return a.begin < b.begin; });
    return spells;
}

CaseFact randomCase(std::mt19937& random, std::int64_t id) {
    const auto below = [&](std::int64_t end) {
        return static_cast<std::int64_t>(random() % static_cast<std::uint64_t>(end));
    };
    CaseFact fact = reportedCase(id);
    fact.category = CategoryId(below(4)); // also none
    fact.reported = Start + below(200) * Hour;
    constexpr std::array Others = {CaseState::Transferred, CaseState::Rejected, CaseState::Void,    CaseState::Handled,
                                   CaseState::Suspended,   CaseState::Handling, CaseState::Reported};
    fact.state = below(4) != 0 ? CaseState::Closed : Others[static_cast<std::size_t>(below(Others.size()))];
    if (fact.state == CaseState::Closed || fact.state == CaseState::Transferred || fact.state == CaseState::Rejected) {
        if (below(8) != 0)
            fact.closed = fact.reported + below(12) * Hour;
        if (fact.closed != 0 && below(10) == 0)
            fact.closed -= 6 * Hour; // a few before the report
        fact.forced = fact.state == CaseState::Closed && below(5) == 0;
    }
    if ((fact.state == CaseState::Closed || fact.state == CaseState::Handled) && below(2) == 0)
        fact.handled = fact.reported + below(6) * Hour;
    return fact;
}

} // namespace

TEST_CASE("a spell lasts from the clearing to the next report", "[core][figures]") {
    using Hours = Story::Hours;
    CHECK(Story({stay(0, 10), stay(34, 40)}).spells() == Hours{24, -960});
    CHECK(Story({stay(34, 40), stay(0, 10)}).spells() == Hours{24, -960}); // in any order
    CHECK(Story({stay(0, 10)}).spells() == Hours{-990});
    CHECK(Story({stay(0, 10), stay(34, {})}).spells() == Hours{24});
    CHECK(Story({stay(0, {})}).spells().empty());
    CHECK(Story({}).spells().empty());
}

TEST_CASE("cases that overlap or meet are one mess", "[core][figures]") {
    using Hours = Story::Hours;
    CHECK(Story({stay(0, 10), stay(5, 20), stay(50, 60)}).spells() == Hours{30, -940});
    CHECK(Story({stay(0, 20), stay(5, 10), stay(50, 60)}).spells() == Hours{30, -940});  // one within the other
    CHECK(Story({stay(0, 10), stay(5, {}), stay(50, 60)}).spells().empty());             // never clear
    CHECK(Story({stay(0, 10), stay(10, 20), stay(50, 60)}).spells() == Hours{30, -940}); // at the same moment
}

TEST_CASE("a clearing is what was closed by handling it", "[core][figures]") {
    using Hours = Story::Hours;
    CaseFact handled = stay(0, 30);
    handled.handled = Start + 10 * Hour;
    CHECK(Story({handled, stay(34, {})}).spells() == Hours{24}); // since it was handled, not since it was checked
    CaseFact waiting = handled;                                  // for its check
    waiting.state = CaseState::Handled;
    waiting.closed = 0;
    CHECK(Story({waiting, stay(34, {})}).spells().empty());
    CaseFact forced = stay(0, 10);
    forced.forced = true;
    CHECK(Story({forced, stay(34, 40)}).spells() == Hours{-960});
    forced.handled = Start + 10 * Hour;
    CHECK(Story({forced, stay(34, 40)}).spells() == Hours{24, -960});
    CHECK(Story({stay(0, 10, CaseState::Transferred), stay(34, 40)}).spells() == Hours{-960});
    CHECK(Story({stay(0, 10), stay(5, 20, CaseState::Transferred), stay(34, 40)}).spells() == Hours{-960});
    CHECK(Story({stay(0, 10), stay(34, 40, CaseState::Transferred)}).spells() ==
          Hours{24}); // its report is a return all the same
    CHECK(
        Story({stay(0, 10), stay(20, 22, CaseState::Rejected), stay(23, 24, CaseState::Void), stay(34, {})}).spells() ==
        Hours{24});
    CaseFact unknown = stay(0, 10);
    unknown.closed = 0;
    CHECK(Story({unknown, stay(34, 40)}).spells() == Hours{-960});
}

TEST_CASE("a spell is seen until the moment asked for", "[core][figures]") {
    using Hours = Story::Hours;
    const std::vector<CaseFact> cases = {stay(0, 10), stay(34, 40)};
    CHECK(Story(cases, 20).spells() == Hours{-10});
    CHECK(Story(cases, 34).spells() == Hours{24});
    CHECK(Story(cases, 40).spells() == Hours{24}); // nothing of the second one has passed
    CHECK(Story(cases, 10).spells().empty());
    CHECK(Story(cases, 5).spells().empty());
}

TEST_CASE("places and categories are kept apart and big classes taken together", "[core][figures]") {
    std::vector<CaseFact> cases = {stay(0, 10), stay(20, 30), stay(44, 50), stay(60, {})};
    cases[1].category = CategoryId(2);
    cases[2].category = CategoryId(3);
    Story story(cases);
    story.places = {7, 7, 7, NoPlace};
    const Relapses exact = story.relapses();
    REQUIRE(exact.places.size() == 3);
    CHECK(exact.spells.size() == 3);
    CHECK(std::none_of(exact.spells.begin(), exact.spells.end(),
                       [](const RelapseSpell& spell) { return spell.hasReturned(); }));
    const Relapses top = story.relapses({CategoryLevel::Top, 30});
    REQUIRE(top.places.size() == 2);
    CHECK(top.places[0].category == CategoryId(10));
    CHECK(top.places[0].relapses == 1);
    CHECK(top.places[0].medianDays == Approx(10.0 / 24));
    CHECK(top.rowsOf(top.places[0]) == Selection{0, 1});
    CHECK(top.places[1].category == CategoryId(3));
    story.places = {7, 8, 7, 8};
    CHECK(story.relapses({CategoryLevel::Top, 30}).places.size() == 3);
}

TEST_CASE("what came back soon and often comes first", "[core][figures]") {
    constexpr std::int64_t ADay = 24;
    std::vector<CaseFact> cases;
    std::vector<std::uint32_t> places;
    const auto add = [&](std::uint32_t place,
                         std::initializer_list<std::int64_t> days) { // reported at noon and cleared at once
        for (const std::int64_t day : days) {
            cases.push_back(stay(day * ADay, day * ADay + 1));
            places.push_back(place);
        }
    };
    add(1, {0, 20, 25});           // back after 20 and 5 days
    add(2, {0, 40, 80, 120, 160}); // four times, never within 30 days
    add(3, {0, 3, 6, 9});          // three times within 30 days
    add(4, {100, 120, 125});       // as 1, but later
    add(5, {0});                   // never
    Story story(cases, 300 * ADay);
    story.places = places;
    const auto order = [](const Relapses& relapses) {
        std::vector<std::uint32_t> numbers;
        for (const RelapsePlace& place : relapses.places)
            numbers.push_back(place.place);
        return numbers;
    };
    CHECK(order(story.relapses()) == std::vector<std::uint32_t>{3, 4, 1, 2, 5});
    CHECK(order(story.relapses({CategoryLevel::Exact, 60})) == std::vector<std::uint32_t>{2, 3, 4, 1, 5});
    CHECK(order(story.relapses({CategoryLevel::Exact, 4})) == std::vector<std::uint32_t>{3, 2, 4, 1, 5});
    const Relapses found = story.relapses();
    CHECK(found.places[1].earlyRelapses == 2);
    CHECK(found.places[3].earlyRelapses == 0);
    CHECK(found.places[3].relapses == 4);
    CHECK(found.places[3].spells == 5);
    CHECK(found.places[3].clearedCases == 5);
    CHECK(found.places[3].lastReturn == Start + 160 * ADay * Hour);
    CHECK(found.places[4].lastReturn == 0);
    CHECK(!found.places[4].medianDays);
    CHECK(found.spellsOf(found.places[0]).size() == 4);
}

TEST_CASE("relapses of random cases follow the rules taken one case at a time", "[core][figures]") {
    std::mt19937 random(77);
    std::size_t allSpells = 0, allRelapses = 0;
    for (int round = 0; round < 60; ++round) {
        const bool isLarge = round == 0; // over several chunks
        const std::size_t count = isLarge ? 9000 : 20 + static_cast<std::size_t>(round) * 4;
        const std::uint32_t placeCount = isLarge ? 300 : 3;
        std::vector<CaseFact> cases;
        std::vector<std::uint32_t> places;
        for (std::size_t i = 0; i < count; ++i) {
            cases.push_back(randomCase(random, static_cast<std::int64_t>(i) + 1));
            places.push_back(random() % 10 == 0 ? NoPlace
                                                : static_cast<std::uint32_t>(random() % placeCount) + 4'000'000'000U);
        }
        FiguresSample sample(cases);
        sample.categories = threeCategories();
        const std::int64_t asOf = Start + 190 * Hour;
        const FiguresContext context = sample.context(Moment(seconds(asOf)));
        Selection selection; // not all rows
        std::vector<std::uint32_t> placeOf;
        for (const std::uint32_t row : sample.all())
            if (row % 7 != 3) {
                selection.push_back(row);
                placeOf.push_back(places[row]);
            }
        RelapseOptions options;
        options.level = round % 2 == 0 ? CategoryLevel::Exact : CategoryLevel::Top;
        options.withinDays = round % 3; // 0: none
        const Relapses found = relapses(context, selection, placeOf, options);

        std::map<std::pair<std::uint32_t, std::int64_t>, std::vector<PlainCase>> expected;
        for (std::uint32_t position = 0; position < selection.size(); ++position) {
            const CaseFact fact = cases[selection[position]];
            const auto plain = plainCase(fact, position, asOf);
            if (!plain || placeOf[position] == NoPlace)
                continue;
            const std::int64_t category = fact.category.value();
            expected[{placeOf[position],
                      options.level == CategoryLevel::Top && (category == 1 || category == 2) ? 10 : category}]
                .push_back(*plain);
        }
        std::size_t cleared = 0;
        for (const auto& [key, plainCases] : expected) {
            const std::vector<PlainSpell> spells = plainSpells(plainCases, asOf);
            const auto place =
                std::find_if(found.places.begin(), found.places.end(), [&, key = key](const RelapsePlace& p) {
                    return p.place == key.first && p.category == CategoryId(key.second);
                });
            REQUIRE((place != found.places.end()) == !spells.empty());
            if (spells.empty())
                continue;
            ++cleared;
            std::vector<PlainSpell> got;
            std::vector<Spell> days;
            for (const RelapseSpell& spell : found.spellsOf(*place)) {
                const CaseFact begin = cases[selection[spell.cleared]];
                got.push_back(
                    {*plainCase(begin, spell.cleared, asOf)->end, spell.cleared, spell.returned, spell.seconds});
                days.push_back(spell.spell());
            }
            REQUIRE(got == spells);
            Selection rows;
            std::uint32_t clearedCases = 0, back = 0, early = 0;
            std::int64_t last = 0;
            for (const PlainCase& plain : plainCases) {
                rows.push_back(selection[plain.position]);
                clearedCases += plain.isCleared ? 1 : 0;
            }
            for (const PlainSpell& spell : spells) {
                const bool isBack = spell.returned != RelapseSpell::NotReturned;
                back += isBack ? 1 : 0;
                early += isBack && spell.seconds <= options.withinDays * 24 * Hour ? 1 : 0;
                last = isBack ? spell.begin + spell.seconds : last;
            }
            CHECK(found.rowsOf(*place) == rows);
            CHECK(place->cases == plainCases.size());
            CHECK(place->clearedCases == clearedCases);
            CHECK(place->relapses == back);
            CHECK(place->earlyRelapses == early);
            CHECK(place->lastReturn == last);
            CHECK(place->medianDays == kaplanMeier(days).median); // which is tested against R
        }
        CHECK(found.places.size() == cleared);
        allSpells += found.spells.size();
        allRelapses += static_cast<std::size_t>(std::count_if(
            found.spells.begin(), found.spells.end(), [](const RelapseSpell& spell) { return spell.hasReturned(); }));
        CHECK(
            std::is_sorted(found.places.begin(), found.places.end(), [](const RelapsePlace& a, const RelapsePlace& b) {
                if (a.earlyRelapses != b.earlyRelapses)
                    return a.earlyRelapses > b.earlyRelapses;
                if (a.relapses != b.relapses)
                    return a.relapses > b.relapses;
                if (a.lastReturn != b.lastReturn)
                    return a.lastReturn > b.lastReturn;
                return std::pair(a.place, a.category) < std::pair(b.place, b.category);
            }));
    }
    CHECK(allRelapses > 2000);
    CHECK(allSpells > allRelapses + 500);
}

TEST_CASE("groups are those of the cases whose clearing began the spells", "[core][figures]") {
    std::vector<CaseFact> cases;
    Story story({});
    std::vector<std::uint32_t> places, groups;
    for (std::uint32_t i = 0; i < 40; ++i) { // at each place group 0 or 1 clears, whoever reports it again
        const std::int64_t length = i % 2 == 0 ? 24 * (1 + i) : 24 * (100 + i);
        cases.push_back(stay(0, 10));
        cases.push_back(stay(10 + length, {}));
        places.insert(places.end(), 2, i);
        groups.push_back(i % 2);
        groups.push_back(5); // beyond the groups
    }
    story = Story(cases, 10'000);
    story.places = places;
    const Relapses found = story.relapses();
    const RelapseComparison comparison = compareRelapses(found, groups, 2);
    REQUIRE(comparison.curves.size() == 2);
    CHECK(comparison.curves[0].spells == 20);
    CHECK(comparison.curves[1].spells == 20);
    CHECK(comparison.curves[0].median == 20.0);  // between the 10th and the 11th: 19 and 21 days
    CHECK(comparison.curves[1].median == 120.0); // wait for the middle of 101, 103 … 139 days
    CHECK(comparison.test.degreesOfFreedom == 1);
    CHECK(comparison.test.p < 1e-6);
    CHECK(comparison.test.groups[0].observed == 20);
    const SurvivalCurve all = relapseCurve(found);
    CHECK(all.spells == 40);
    CHECK(all.events == 40);
}

TEST_CASE("cases can be grouped by whatever figures are counted by", "[core][figures]") {
    std::vector<CaseFact> cases = {stay(0, 10), stay(30, 40), stay(0, 10), stay(50, {})};
    cases[0].organisation = cases[1].organisation = OrganisationId(3);
    cases[2].organisation = OrganisationId(4);
    Story story(cases);
    story.places = {1, 1, 2, 2};
    Organisation three, four;
    three.id = OrganisationId(3);
    three.code = "III";
    four.id = OrganisationId(4);
    four.code = "IV";
    const PeopleRegister people({three, four}, {}, {});
    const FiguresContext context = story.sample.context(Moment(seconds(Start + 1000 * Hour)));
    const TallyColumn column =
        tallyColumn(context, people, story.sample.all(), TallyKey::Organisation, AreaKind::Grid, GridsOf::Then);
    const RelapseComparison comparison =
        compareRelapses(story.relapses(), slotsOf(context, story.sample.all(), column), column.values.size());
    REQUIRE(comparison.curves.size() == column.values.size());
    for (std::size_t group = 0; group < column.values.size(); ++group) {
        const std::string name = column.values[group].text.value_or("none");
        CHECK(comparison.curves[group].spells == (name == "III" ? 2 : name == "IV" ? 1 : 0));
        CHECK(comparison.curves[group].events == (name == "none" ? 0 : 1));
    }
}
