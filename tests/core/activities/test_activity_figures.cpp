// SPDX-License-Identifier: GPL-3.0-or-later
// What activities are counted to equals what plain SQL counts in the file, and what adding up by hand gives.
#include "core/activity_actions.h"
#include "core/figures/activity_tally.h"
#include "tests/support/small_district.h"

#include <fmt/format.h>
#include <map>
#include <random>

using namespace gridwarden::core;
using namespace gridwarden::test;

namespace {

Day day(const char* text) {
    return parseDay(text).value();
}

/// A few hundred entries over a year, in the grids, outside, and without a place.
void fillAtRandom(SmallDistrict& small, unsigned seed) {
    std::mt19937 random(seed);
    const auto pick = [&](int count) { return static_cast<int>(random() % static_cast<unsigned>(count)); };
    const std::vector<std::string> kinds = {"street_stalls", "leaflets", "training", "road_trading", "demolished_area"};
    ImportRecord record;
    const auto done = small.district->importBatch(
        {"import-activities", {"random"}}, small.actor, record, [&](Change& change) -> Result<void> {
            for (int i = 0; i < 400; ++i) {
                Activity activity;
                activity.kind = kinds[static_cast<std::size_t>(pick(5))];
                activity.quantity = pick(4) == 0 ? pick(1000) / 4.0 : pick(50); // quarters add up exactly
                if (pick(3) == 0)
                    activity.people = pick(60);
                const Day first = day("2025-06-01") + std::chrono::days(pick(365));
                if (pick(2) == 0)
                    activity.time =
                        ActivityTime::ofDays({first, first + std::chrono::days(pick(9))}, small.district->timeZone());
                else
                    activity.time =
                        ActivityTime::at(small.district->timeZone().start(first) + std::chrono::minutes(pick(24 * 60)),
                                         small.district->timeZone());
                if (pick(4) != 0)
                    activity.point = GeoPoint{120.6375 + pick(6) * 0.005, 27.9975 + pick(6) * 0.005};
                if (pick(3) == 0)
                    activity.person = pick(2) == 0 ? small.zhang : small.li;
                else if (pick(2) == 0)
                    activity.organisation = small.squad;
                auto whole = completed(*small.district, activity);
                if (!whole)
                    return fail(whole);
                if (auto written = writeActivity(change, *whole); !written)
                    return fail(written);
            }
            return {};
        });
    REQUIRE(done);
}

/// The four squares.
std::string gridSql() {
    std::string sql = "CASE";
    for (int i = 0; i < 4; ++i)
        sql +=
            fmt::format(" WHEN longitude >= {0} AND longitude < {1} AND latitude >= {2} AND latitude < {3} THEN '0{4}'",
                        i % 2 == 0 ? "120.64" : "120.65", i % 2 == 0 ? "120.65" : "120.66", i < 2 ? "28.0" : "28.01",
                        i < 2 ? "28.01" : "28.02", i + 1);
    return sql + " END";
}

const std::string Local = "first + 28800, 'unixepoch'"; // Shanghai has had one offset since 1992

const std::map<ActivityKey, std::string> SqlOfKeys = {
    {ActivityKey::Kind, "kind"},
    {ActivityKey::Chapter, "(SELECT chapter FROM activity_kind k WHERE k.key = activity.kind)"},
    {ActivityKey::Unit, "unit"},
    {ActivityKey::Area, gridSql()},
    {ActivityKey::Organisation, "(SELECT code FROM organisation WHERE id = activity.organisation)"},
    {ActivityKey::Person, "(SELECT code FROM person WHERE id = activity.person)"},
    {ActivityKey::Day, "date(" + Local + ")"},
    {ActivityKey::Week, "strftime('%Y', " + Local +
                            ", '-3 days', 'weekday 4') || '-W' || printf('%02d', (strftime('%j', " + Local +
                            ", '-3 days', 'weekday 4') - 1) / 7 + 1)"},
    {ActivityKey::Month, "strftime('%Y-%m', " + Local + ")"},
};

struct Counter {
    explicit Counter(SmallDistrict& small)
        : activities(small.district->activities().value()), context{activities.get(),
                                                                    &small.district->activityLists(),
                                                                    &small.district->areas(),
                                                                    &small.district->people(),
                                                                    AreaKind::Grid,
                                                                    {}} {}
    std::shared_ptr<const ActivityRegister> activities;
    ActivityContext context;
};

} // namespace

TEST_CASE("activities are counted as SQL counts them, by every pair of keys") {
    SmallDistrict small;
    fillAtRandom(small, GENERATE(1U, 2U));
    const Counter counter(small);
    ActivityFilter filter;
    filter.from = day("2025-08-15");
    filter.to = day("2026-04-02");
    const auto selection = select(counter.context, filter);
    for (const ActivityKey first : AllActivityKeys)
        for (const ActivityKey second : AllActivityKeys) {
            INFO(activityKeyKey(first) << " " << activityKeyKey(second));
            std::map<std::pair<std::string, std::string>,
                     std::tuple<std::int64_t, std::int64_t, std::map<std::string, double>>>
                expected, counted;
            const auto read = small.district->connection().each(
                fmt::format("SELECT coalesce({}, '-'), coalesce({}, '-'), unit, count(*), sum(quantity), "
                            "coalesce(sum(people), 0) FROM activity WHERE date({}) "
                            "BETWEEN '2025-08-15' AND '2026-04-02' GROUP BY 1, 2, 3",
                            SqlOfKeys.at(first), SqlOfKeys.at(second), Local),
                {}, [&](const Row& row) {
                    auto& [entries, people, sums] = expected[{row.text(0), row.text(1)}];
                    entries += row.integer(3);
                    people += row.integer(5);
                    sums[row.text(2)] = row.real(4);
                    return true;
                });
            REQUIRE(read);
            std::size_t behind = 0;
            for (const ActivityRow& row : tallyActivities(counter.context, selection, {first, second})) {
                auto& [entries, people, sums] = counted[{row.keys[0].value_or("-"), row.keys[1].value_or("-")}];
                entries = row.counts.entries;
                people = row.counts.people;
                for (const UnitSum& sum : row.counts.quantities)
                    sums[sum.unit] = sum.sum;
                REQUIRE(row.records.size() == static_cast<std::size_t>(row.counts.entries));
                behind += row.records.size();
            }
            CHECK(counted == expected);
            CHECK(behind == selection.size());
        }
}

TEST_CASE("a number of activities leads back to the entries that add up to it") {
    SmallDistrict small;
    fillAtRandom(small, 3);
    const Counter counter(small);
    for (const ActivityRow& row :
         tallyActivities(counter.context, select(counter.context, {}), {ActivityKey::Kind, ActivityKey::Month})) {
        std::map<std::string, double> sums;
        for (const ActivityId id : row.records) {
            const Activity* const entry = counter.activities->find(id);
            REQUIRE(entry != nullptr);
            CHECK(entry->kind == row.keys[0]);
            CHECK(dayText(entry->time.day()).substr(0, 7) == row.keys[1]);
            sums[entry->unit] += entry->quantity;
        }
        REQUIRE(sums.size() == row.counts.quantities.size());
        for (const UnitSum& sum : row.counts.quantities)
            CHECK(sums[sum.unit] == sum.sum);
    }
}

TEST_CASE("activities are filtered by area with all below, organisation with all below, person, kind and chapter") {
    SmallDistrict small;
    fillAtRandom(small, 4);
    Connection& file = small.district->connection();
    const Counter counter(small);
    const auto count = [&](const ActivityFilter& filter) {
        return static_cast<std::int64_t>(select(counter.context, filter).size());
    };
    const auto sql = [&](const std::string& condition, const std::vector<Value>& values = {}) {
        return file.integer("SELECT count(*) FROM activity WHERE " + condition, values).value();
    };
    CHECK(count({}) == 400);
    ActivityFilter inGrid;
    inGrid.areas = {small.grids[1]};
    CHECK(count(inGrid) == sql(gridSql() + " = '02'"));
    CHECK(count(inGrid) > 0);
    ActivityFilter inZone;
    inZone.areas = {small.zone};
    CHECK(count(inZone) == sql(gridSql() + " IS NOT NULL"));
    inZone.areas.push_back(small.grids[1]); // said twice
    CHECK(count(inZone) == sql(gridSql() + " IS NOT NULL"));
    ActivityFilter ofKinds;
    ofKinds.kinds = {"leaflets", "training"};
    CHECK(count(ofKinds) == sql("kind IN ('leaflets', 'training')"));
    ActivityFilter ofChapter;
    ofChapter.chapters = {"publicity"};
    CHECK(count(ofChapter) == count(ofKinds));
    ActivityFilter ofPerson;
    ofPerson.people = {small.zhang};
    CHECK(count(ofPerson) == sql("person = ?", {small.zhang}));
    ActivityFilter ofSquad;
    ofSquad.organisations = {small.squad};
    CHECK(count(ofSquad) == sql("organisation = ?", {small.squad}));
    CHECK(count(ofSquad) > count(ofPerson)); // what its people did is its own
    OrganisationId bureau;
    REQUIRE(small.district->change({"test-fill", {}}, small.actor, [&](Change& change) -> Result<void> {
        Organisation above;
        above.code = "B";
        above.name = "局";
        above.kind = "bureau";
        bureau = saveOrganisation(change, above).value();
        Organisation squad = *small.district->people().find(small.squad);
        squad.parent = bureau;
        return saveOrganisation(change, squad) ? Result<void>() : Result<void>();
    }));
    const Counter later(small);
    ActivityFilter ofBureau;
    ofBureau.organisations = {bureau};
    CHECK(select(later.context, ofBureau).size() == static_cast<std::size_t>(count(ofSquad)));
}

TEST_CASE("without a key there is one row, also when nothing was counted") {
    SmallDistrict small;
    const Counter counter(small);
    const auto rows = tallyActivities(counter.context, select(counter.context, {}), {});
    REQUIRE(rows.size() == 1);
    CHECK(rows[0].counts.entries == 0);
    CHECK(rows[0].counts.quantities.empty());
    CHECK(tallyActivities(counter.context, {}, {ActivityKey::Kind}).empty());
}

TEST_CASE("an entry of several days counts on its first one") {
    SmallDistrict small;
    Activity activity;
    activity.kind = "leaflets";
    activity.quantity = 400;
    activity.time = ActivityTime::ofDays({day("2026-02-27"), day("2026-03-03")}, small.district->timeZone());
    REQUIRE(addActivity(*small.district, small.actor, activity));
    const Counter counter(small);
    const auto rows = tallyActivities(counter.context, select(counter.context, {}), {ActivityKey::Month});
    REQUIRE(rows.size() == 1);
    CHECK(rows[0].keys[0] == "2026-02");
    ActivityFilter march;
    march.from = day("2026-03-01");
    CHECK(select(counter.context, march).empty());
}
