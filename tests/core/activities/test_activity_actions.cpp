// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/activity_actions.h"
#include "tests/support/small_district.h"

using namespace gridwarden::core;
using namespace gridwarden::test;

namespace {

Day day(const char* text) {
    return parseDay(text).value();
}

Activity stalls(const District& district, double quantity, const char* on = "2026-03-02") {
    Activity activity;
    activity.kind = "street_stalls";
    activity.quantity = quantity;
    activity.time = ActivityTime::ofDays({day(on), day(on)}, district.timeZone());
    return activity;
}

std::string keyOf(const Result<ActivityId>& result) {
    return result ? std::string("none") : result.error().what.key;
}

} // namespace

TEST_CASE("a new district can count what summaries report") {
    SmallDistrict small;
    const ActivityLists& lists = small.district->activityLists();
    CHECK(lists.kinds().size() > 40);
    REQUIRE(lists.find("leaflets") != nullptr);
    CHECK(lists.find("leaflets")->unit == "份");
    CHECK(lists.find("training")->countsPeople);
    CHECK(lists.find("street_stalls")->chapter == "market_order");
    CHECK(lists.kinds().front().key == "road_trading"); // the order of the list is kept
    CHECK(lists.named("发放宣传单") == lists.find("leaflets"));
    CHECK(lists.named("Leaflets handed out") == lists.find("leaflets"));
    CHECK(lists.named("nothing") == nullptr);
}

TEST_CASE("a kind is found by a few letters") {
    SmallDistrict small;
    const ActivityLists& lists = small.district->activityLists();
    REQUIRE_FALSE(lists.search("qlyt", 5).empty()); // 清理游摊
    CHECK(lists.search("qlyt", 5).front()->key == "street_stalls");
    CHECK(lists.search("小广告", 5).front()->key == "small_adverts");
    CHECK(lists.search("leafl", 5).front()->key == "leaflets");
    CHECK(lists.search("kaizhanpeixun", 5).front()->key == "training");
    CHECK(lists.search("zzzz", 5).empty());
    CHECK(lists.search("", 3).size() == 3);
}

TEST_CASE("what is left open of an activity is filled in") {
    SmallDistrict small;
    Activity activity = stalls(*small.district, 32);
    activity.person = small.zhang;
    const auto id = addActivity(*small.district, small.actor, activity);
    REQUIRE(id);
    const auto all = small.district->activities();
    REQUIRE(all);
    const Activity* const kept = (*all)->find(*id);
    REQUIRE(kept != nullptr);
    CHECK(kept->unit == "次");
    CHECK(kept->organisation == small.squad);
    CHECK(kept->quantity == 32);
    CHECK(kept->time.day() == day("2026-03-02"));
    CHECK(kept->time.first == parseMoment("2026-03-01T16:00:00Z", {}).value()); // midnight in Shanghai
}

TEST_CASE("what cannot be an activity is refused and leaves nothing behind") {
    SmallDistrict small;
    District& district = *small.district;
    const auto add = [&](auto&& spoil) {
        Activity activity = stalls(district, 1);
        spoil(activity);
        return keyOf(addActivity(district, small.actor, activity));
    };
    CHECK(add([](Activity& a) { a.kind = "unheard_of"; }) == "activity-kind-unknown");
    CHECK(add([](Activity& a) { a.quantity = -1; }) == "activity-quantity-wrong");
    CHECK(add([](Activity& a) { a.quantity = std::numeric_limits<double>::quiet_NaN(); }) == "activity-quantity-wrong");
    CHECK(add([](Activity& a) { a.people = -1; }) == "activity-people-wrong");
    CHECK(add([](Activity& a) { a.time.last = a.time.first - seconds(1); }) == "activity-ends-before-start");
    CHECK(add([&](Activity& a) {
              const Day tomorrow = district.timeZone().day(now()) + std::chrono::days(1);
              a.time = ActivityTime::ofDays({tomorrow, tomorrow}, district.timeZone());
          }) == "time-in-future");
    CHECK(add([](Activity& a) { a.point = GeoPoint{200, 28}; }) == "activity-point-wrong");
    CHECK(add([](Activity&) {}) == "none");
    CHECK(small.district->activities().value()->all().size() == 1);
}

TEST_CASE("activities can be corrected and taken out, and each step can be undone and redone") {
    SmallDistrict small;
    District& district = *small.district;
    const auto quantities = [&] {
        std::vector<double> found;
        for (const auto& entry : district.activities().value()->all())
            found.push_back(entry->quantity);
        return found;
    };
    const ActivityId id = addActivity(district, small.actor, stalls(district, 3)).value();
    REQUIRE(addActivity(district, small.actor, stalls(district, 5)));
    Activity corrected = *district.activities().value()->find(id);
    corrected.quantity = 4;
    corrected.point = GeoPoint{120.645, 28.005};
    REQUIRE(changeActivity(district, small.actor, corrected));
    CHECK(quantities() == std::vector<double>{4, 5});
    REQUIRE(removeActivity(district, small.actor, id));
    CHECK(quantities() == std::vector<double>{5});
    CHECK(removeActivity(district, small.actor, id).error().what.key == "activity-unknown");
    REQUIRE(district.undo(small.actor));
    CHECK(quantities() == std::vector<double>{4, 5});
    CHECK(*district.activities().value()->find(id) == corrected);
    REQUIRE(district.undo(small.actor));
    CHECK(quantities() == std::vector<double>{3, 5});
    REQUIRE(district.redo(small.actor));
    CHECK(quantities() == std::vector<double>{4, 5});
    const auto fresh = District::open(district.path(), OpenMode::ReadOnly); // what is in memory is what is in the file
    REQUIRE(fresh);
    const auto read = (*fresh)->activities().value();
    REQUIRE(read->all().size() == 2);
    for (const auto& entry : district.activities().value()->all())
        CHECK(*read->find(entry->id) == *entry);
}

TEST_CASE("what is planned is offered on its day until it is confirmed, and nothing enters by itself") {
    SmallDistrict small;
    District& district = *small.district;
    ActivityPlan plan;
    plan.kind = "mass_patrol";
    plan.unit = "次";
    plan.quantity = 1;
    plan.people = 38;
    plan.organisation = small.squad;
    plan.recurrence.weekdays = 1; // Mondays
    REQUIRE(district.change({"add-activity-plan", {}}, small.actor, [&](Change& change) -> Result<void> {
        plan.id = savePlan(change, plan).value();
        return {};
    }));
    const Day monday = day("2026-03-02");
    CHECK(plannedOn(district, monday + std::chrono::days(1)).value().empty());
    REQUIRE(plannedOn(district, monday).value().size() == 1);
    CHECK(district.activities().value()->all().empty());
    const auto confirmed = confirmPlanned(district, small.actor, plan.id, monday, {}, 35);
    REQUIRE(confirmed);
    const Activity* const entered = district.activities().value()->find(*confirmed);
    REQUIRE(entered != nullptr);
    CHECK(entered->people == 35);
    CHECK(entered->quantity == 1);
    CHECK(entered->organisation == small.squad);
    CHECK(plannedOn(district, monday).value().empty());
    CHECK(plannedOn(district, monday + std::chrono::days(7)).value().size() == 1);
    CHECK(keyOf(confirmPlanned(district, small.actor, plan.id, monday)) == "activity-confirmed-already");
    REQUIRE(district.undo(small.actor));
    CHECK(plannedOn(district, monday).value().size() == 1);
    plan.quantity.reset();
    REQUIRE(district.change({"edit-activity-plan", {}}, small.actor, [&](Change& change) -> Result<void> {
        return savePlan(change, plan) ? Result<void>() : Result<void>();
    }));
    CHECK(keyOf(confirmPlanned(district, small.actor, plan.id, monday)) == "activity-quantity-missing");
    CHECK(confirmPlanned(district, small.actor, plan.id, monday, 2));
}

TEST_CASE("a day stays the day on which an activity was entered when the district's time zone changes") {
    SmallDistrict small;
    const ActivityId id = addActivity(*small.district, small.actor, stalls(*small.district, 1)).value();
    REQUIRE(small.district->change({"edit-settings", {}}, small.actor,
                                   [](Change& change) { return saveSetting(change, "timezone", "America/New_York"); }));
    CHECK(small.district->activities().value()->find(id)->time.day() == day("2026-03-02"));
}

TEST_CASE("days that hold a change of clocks keep their last day") {
    const TimeZone newYork = TimeZone::find("America/New_York").value();
    for (const auto& [from, to] : {std::pair("2026-03-07", "2026-03-09"), std::pair("2026-10-31", "2026-11-02")}) {
        const ActivityTime time = ActivityTime::ofDays({day(from), day(to)}, newYork);
        CHECK(time.day() == day(from));
        CHECK(time.lastDay() == day(to));
    }
}
