// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/cases/dispatch_rules.h"
#include "tests/support/small_district.h"

#include <algorithm>

using namespace gridwarden;
using namespace gridwarden::test;

namespace {

/// 张三 is on duty in grid 01 from 07:00 to 19:00 every day; 李四 is on duty nowhere.
struct Desk : SmallDistrict {
    core::OrganisationId second;
    core::AreaId road;

    Desk() {
        change([&](core::Change& change) -> core::Result<void> {
            core::Organisation organisation;
            organisation.code = "S2";
            organisation.name = "二中队";
            const auto saved = core::saveOrganisation(change, organisation);
            if (!saved)
                return core::fail(saved);
            second = *saved;
            core::Area area;
            area.kind = core::AreaKind::Road;
            area.code = "R1";
            area.grade = "arterial";
            area.shape = square(120.640, 28.000, 0.001);
            const auto added = core::addArea(change, area);
            if (!added)
                return core::fail(added);
            road = *added;
            return {};
        });
    }
    void change(const core::Store::Body& body) { REQUIRE(district->change({"test-fill", {}}, actor, body)); }
    core::DispatchRuleId add(core::DispatchRule rule) {
        core::DispatchRuleId id;
        change([&](core::Change& change) -> core::Result<void> {
            const auto saved = core::saveDispatchRule(change, rule);
            if (!saved)
                return core::fail(saved);
            id = *saved;
            return {};
        });
        return id;
    }
    void away(core::PersonId person, core::PersonId substitute, const char* on) {
        const core::Day day = core::parseDay(on).value();
        change([&](core::Change& change) -> core::Result<void> {
            const auto saved = core::saveAbsence(change, {{}, person, substitute, day, day, {}});
            return saved ? core::Result<void>() : core::fail(saved);
        });
    }
    [[nodiscard]] core::DispatchRule to(core::OrganisationId organisation, const char* note = "") const {
        core::DispatchRule rule;
        rule.organisation = organisation;
        rule.note = note;
        return rule;
    }
    [[nodiscard]] core::Receiver at(const char* local, std::optional<core::GeoPoint> place = core::GeoPoint{120.645, 28.005},
                                    std::string_view categoryKey = "09006") const {
        const auto moment = core::parseMoment(local, district->timeZone());
        REQUIRE(moment);
        return core::receiverFor(district->dispatchContext(), place, category(categoryKey), *moment);
    }
    static std::vector<std::string> keys(const core::Receiver& receiver) {
        std::vector<std::string> keys;
        for (const core::Message& reason : receiver.why)
            keys.push_back(reason.key);
        return keys;
    }
};

using Keys = std::vector<std::string>;

} // namespace

TEST_CASE("without rules whoever is on duty gets the case", "[core][cases]") {
    Desk desk;
    const core::Receiver receiver = desk.at("2026-12-01T08:00");
    CHECK(receiver.person == desk.zhang);
    CHECK(receiver.organisation == desk.squad);
    CHECK(receiver.why == std::vector<core::Message>{{"dispatch-by-duty", {"网格01", "巡查"}}});
    CHECK(desk.at("2026-12-01T19:00").isNobody());
    CHECK(Desk::keys(desk.at("2026-12-01T19:00")) == Keys{"dispatch-nobody"});
    CHECK(desk.at("2026-12-01T08:00", std::nullopt).isNobody());
}

TEST_CASE("duty is looked for in the areas above", "[core][cases]") {
    Desk desk;
    desk.change([&](core::Change& change) -> core::Result<void> {
        core::Duty duty;
        duty.area = desk.zone;
        duty.person = desk.li;
        const auto saved = core::saveDuty(change, duty);
        return saved ? core::Result<void>() : core::fail(saved);
    });
    CHECK(desk.at("2026-12-01T08:00").person == desk.zhang);
    CHECK(desk.at("2026-12-01T20:00").person == desk.li);
    CHECK(desk.at("2026-12-01T08:00", core::GeoPoint{120.655, 28.015}).person == desk.li);
    desk.away(desk.zhang, {}, "2026-12-01"); // the grid's own is away: the zone's
    const core::Receiver receiver = desk.at("2026-12-01T08:00");
    CHECK(receiver.person == desk.li);
    CHECK(Desk::keys(receiver) == Keys{"dispatch-past-absent", "dispatch-by-duty-there"});
}

TEST_CASE("the first rule that fits is taken and rules may be moved", "[core][cases]") {
    Desk desk;
    core::DispatchRule broad = desk.to(desk.squad, "全部");
    core::DispatchRule narrow = desk.to(desk.second, "占道经营");
    narrow.category = desk.category("09006");
    desk.add(broad);
    const core::DispatchRuleId id = desk.add(narrow);
    CHECK(desk.at("2026-12-01T08:00").organisation == desk.squad);
    desk.change([&](core::Change& change) { return core::moveDispatchRule(change, id, -1); });
    const core::Receiver receiver = desk.at("2026-12-01T08:00");
    CHECK(receiver.organisation == desk.second);
    CHECK(receiver.person.isNull());
    CHECK(receiver.why == std::vector<core::Message>{{"dispatch-by-rule", {"1", "占道经营"}}});
    CHECK(desk.at("2026-12-01T08:00", core::GeoPoint{120.645, 28.005}, "06010").organisation == desk.squad);
    desk.change([&](core::Change& change) { return core::moveDispatchRule(change, id, -1); }); // the first stays the first
    REQUIRE(desk.district->dispatchRules().size() == 2);
    CHECK(desk.district->dispatchRules().front().id == id);
    desk.change([&](core::Change& change) { return core::removeDispatchRule(change, id); });
    REQUIRE(desk.district->dispatchRules().size() == 1);
    CHECK(desk.district->dispatchRules().front().position == 1);
    REQUIRE(desk.district->undo(desk.actor));
    CHECK(desk.district->dispatchRules().size() == 2);
}

TEST_CASE("a rule for a big class holds for all under it", "[core][cases]") {
    Desk desk;
    core::DispatchRule rule = desk.to(desk.second);
    rule.category = desk.district->categories().top(desk.category("09006"))->id;
    REQUIRE(rule.category != desk.category("09006"));
    desk.add(rule);
    CHECK(desk.at("2026-12-01T08:00").organisation == desk.second);
    CHECK(desk.at("2026-12-01T08:00", core::GeoPoint{120.645, 28.005}, "06010").person == desk.zhang);
}

TEST_CASE("a rule that is switched off does not count", "[core][cases]") {
    Desk desk;
    core::DispatchRule rule = desk.to(desk.second);
    rule.isEnabled = false;
    desk.add(rule);
    CHECK(desk.at("2026-12-01T08:00").person == desk.zhang);
}

TEST_CASE("a rule holds in an area by its code also after the area was followed by another", "[core][cases]") {
    Desk desk;
    core::DispatchRule rule = desk.to(desk.second);
    rule.area = desk.grids[0];
    desk.add(rule);
    CHECK(desk.at("2026-12-01T08:00").organisation == desk.second);
    CHECK(desk.at("2026-12-01T08:00", core::GeoPoint{120.655, 28.005}).isNobody());
    CHECK(desk.at("2026-12-01T08:00", std::nullopt).isNobody());
    desk.change([&](core::Change& change) -> core::Result<void> {
        if (auto ended = core::endArea(change, desk.grids[0], core::parseDay("2026-12-09").value()); !ended)
            return ended;
        core::Area next;
        next.kind = core::AreaKind::Grid;
        next.code = "01";
        next.from = core::parseDay("2026-12-10").value();
        next.shape = square(120.64, 28.00, 0.01);
        const auto added = core::addArea(change, next);
        return added ? core::Result<void>() : core::fail(added);
    });
    CHECK(desk.at("2026-12-10T20:00").organisation == desk.second);
}

TEST_CASE("a rule for an area of a larger kind holds in all of it", "[core][cases]") {
    Desk desk;
    core::DispatchRule rule = desk.to(desk.second);
    rule.area = desk.zone;
    desk.add(rule);
    for (const core::GeoPoint place : {core::GeoPoint{120.645, 28.005}, core::GeoPoint{120.655, 28.015}})
        CHECK(desk.at("2026-12-01T08:00", place).organisation == desk.second);
    CHECK(desk.at("2026-12-01T08:00", core::GeoPoint{120.7, 28.1}).isNobody());
}

TEST_CASE("a rule for a grade of road holds on such roads", "[core][cases]") {
    Desk desk;
    core::DispatchRule rule = desk.to(desk.second);
    rule.roadGrade = "arterial";
    desk.add(rule);
    CHECK(desk.at("2026-12-01T08:00", core::GeoPoint{120.6405, 28.0005}).organisation == desk.second);
    CHECK(desk.at("2026-12-01T08:00").person == desk.zhang);
    CHECK(desk.at("2026-12-01T08:00", std::nullopt).isNobody());
}

TEST_CASE("a rule of the night goes on past midnight and belongs to the day on which it began", "[core][cases]") {
    Desk desk;
    core::DispatchRule rule = desk.to(desk.second, "夜间");
    rule.hours = {1 << 4, 22 * 60, 6 * 60}; // Friday night; 2026-12-04 is a Friday
    desk.add(rule);
    const auto isNight = [&](const char* local) { return desk.at(local).organisation == desk.second; };
    CHECK_FALSE(isNight("2026-12-04T21:59"));
    CHECK(isNight("2026-12-04T22:00"));
    CHECK(isNight("2026-12-04T23:59"));
    CHECK(isNight("2026-12-05T00:00"));
    CHECK(isNight("2026-12-05T05:59"));
    CHECK_FALSE(isNight("2026-12-05T06:00"));
    CHECK_FALSE(isNight("2026-12-05T22:30")); // Saturday night
    CHECK_FALSE(isNight("2026-12-04T05:00")); // Thursday night
}

TEST_CASE("who of a rule is away is replaced or the rule passed over", "[core][cases]") {
    Desk desk;
    core::DispatchRule rule;
    rule.person = desk.zhang;
    desk.add(rule);
    desk.add(desk.to(desk.second, "其他"));
    desk.away(desk.zhang, desk.li, "2026-12-01");
    desk.away(desk.zhang, {}, "2026-12-02");
    const core::Receiver replaced = desk.at("2026-12-01T20:00");
    CHECK(replaced.person == desk.li);
    CHECK(replaced.why == std::vector<core::Message>{{"dispatch-by-rule-number", {"1"}}, {"dispatch-for-absent", {"张三", "李四"}}});
    const core::Receiver passed = desk.at("2026-12-02T20:00");
    CHECK(passed.organisation == desk.second);
    CHECK(passed.why == std::vector<core::Message>{{"dispatch-past-rule", {"1"}}, {"dispatch-by-rule", {"2", "其他"}}});
    CHECK(desk.at("2026-12-03T20:00").person == desk.zhang);
}

TEST_CASE("a rule without anybody is refused", "[core][cases]") {
    Desk desk;
    for (const core::DispatchRule& rule : {core::DispatchRule(), [&] {
             core::DispatchRule never = desk.to(desk.second);
             never.hours.weekdays = 0;
             return never;
         }()}) {
        const auto done = desk.district->change({"test-fill", {}}, desk.actor, [&](core::Change& change) -> core::Result<void> {
            const auto saved = core::saveDispatchRule(change, rule);
            return saved ? core::Result<void>() : core::fail(saved);
        });
        REQUIRE_FALSE(done);
        CHECK(done.error().what.key == "dispatch-rule-incomplete");
    }
}

TEST_CASE("who is away on the day a night duty began is replaced until it ends", "[core][cases]") {
    Desk desk;
    desk.change([&](core::Change& change) -> core::Result<void> {
        core::Duty night;
        night.area = desk.grids[1];
        night.person = desk.li;
        night.startMinute = 22 * 60;
        night.endMinute = 6 * 60;
        const auto saved = core::saveDuty(change, night);
        return saved ? core::Result<void>() : core::fail(saved);
    });
    const core::GeoPoint there{120.655, 28.005};
    desk.away(desk.li, desk.zhang, "2026-12-01");
    CHECK(desk.at("2026-12-01T23:00", there).person == desk.zhang);
    CHECK(desk.at("2026-12-02T05:00", there).person == desk.zhang); // the same night
    CHECK(desk.at("2026-12-02T22:00", there).person == desk.li);
    CHECK(desk.at("2026-12-01T05:00", there).person == desk.li); // the night before
}

TEST_CASE("a rule with hours past midnight asks who is away on the day they began", "[core][cases]") {
    Desk desk;
    core::DispatchRule rule;
    rule.person = desk.li;
    rule.hours = {0x7f, 22 * 60, 6 * 60};
    desk.add(rule);
    desk.away(desk.li, desk.zhang, "2026-12-01");
    CHECK(desk.at("2026-12-02T05:00").person == desk.zhang);
    CHECK(desk.at("2026-12-02T23:00").person == desk.li);
    CHECK(desk.at("2026-12-01T05:00").person == desk.li);
}
