// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/district/area_revision.h"
#include "tests/support/small_district.h"

using namespace gridwarden;
using namespace gridwarden::test;
using core::AreaId;

namespace {

core::Day day(std::string_view text) { return core::parseDay(text).value(); }

core::Shape box(double west, double south, double east, double north) {
    return {{{{{west, south}, {east, south}, {east, north}, {west, north}, {west, south}}}}, {}};
}

struct RevisionDesk : SmallDistrict {
    core::Result<core::Touched> revise(core::AreaRevision revision) {
        revision.kind = core::AreaKind::Grid;
        return district->change({"areas-changed", {"01", "边界调整"}}, actor, [&](core::Change& change) {
            return core::reviseAreas(change, district->areas(), district->people(), revision);
        });
    }
    /// Grid 01 becomes a western and an eastern half.
    core::AreaRevision halves(const char* from, AreaId grid = {}) {
        grid = grid.isNull() ? grids[0] : grid;
        core::AreaRevision revision;
        revision.day = day(from);
        revision.ended = {grid};
        revision.added = {{box(120.64, 28.00, 120.645, 28.01), "05", "西", {grid}}, {box(120.645, 28.00, 120.65, 28.01), "06", "东", {grid}}};
        return revision;
    }
    const core::Area* grid(const char* code, const char* on) { return district->areas().find(core::AreaKind::Grid, code, day(on)); }
    std::vector<std::string> dump() {
        std::vector<std::string> all;
        for (const char* query : {"SELECT json_array(id, kind, code, name, valid_from, valid_to, hex(geometry), source_crs, note) FROM area ORDER BY id",
                                  "SELECT json_array(id, child, parent, valid_from, valid_to) FROM area_member ORDER BY id",
                                  "SELECT json_array(id, predecessor, successor, first_day) FROM area_succession ORDER BY id",
                                  "SELECT json_array(id, area, person, responsibility, valid_from, valid_to, weekdays, start_minute, end_minute, post, longitude) FROM duty ORDER BY id"}) {
            const auto rows = district->connection().rows(query, {}, [](const core::Row& row) { return row.text(0); });
            REQUIRE(rows);
            all.insert(all.end(), rows->begin(), rows->end());
        }
        return all;
    }
};

} // namespace

TEST_CASE("an area that is parted is ended and followed by its pieces", "[core][district]") {
    RevisionDesk desk;
    const core::CaseId before = desk.report(core::GeoPoint{120.642, 28.005}, "09006", core::parseMoment("2026-03-01T08:00:00Z", desk.district->timeZone()).value());
    const core::CaseId after = desk.report(core::GeoPoint{120.642, 28.005}, "09006", core::parseMoment("2026-07-01T08:00:00Z", desk.district->timeZone()).value());
    const auto dump = desk.dump();
    REQUIRE(desk.revise(desk.halves("2026-06-01")));
    const core::AreaRegister& areas = desk.district->areas();
    CHECK(areas.find(desk.grids[0])->to == day("2026-05-31"));
    CHECK(areas.at({120.642, 28.005}, core::AreaKind::Grid, day("2026-05-31"))->code == "01");
    CHECK(areas.at({120.642, 28.005}, core::AreaKind::Grid, day("2026-06-01"))->code == "05");
    REQUIRE(areas.became(desk.grids[0]).size() == 2);
    const core::Area* const west = desk.grid("05", "2026-06-01");
    REQUIRE(west != nullptr);
    REQUIRE(areas.cameFrom(west->id).size() == 1);
    CHECK(areas.cameFrom(west->id)[0].predecessor == desk.grids[0]);
    CHECK(areas.cameFrom(west->id)[0].first == day("2026-06-01"));
    // What it belonged to and who answers for it.
    CHECK(areas.parents(west->id, day("2026-06-01")).size() == 1);
    CHECK(areas.parents(west->id, day("2026-05-31")).empty());
    CHECK(areas.parents(desk.grids[0], day("2026-06-01")).empty());
    REQUIRE(desk.district->people().dutiesOf(west->id).size() == 1);
    CHECK(desk.district->people().dutiesOf(west->id)[0]->person == desk.zhang);
    CHECK(desk.district->people().dutiesOf(desk.grids[0])[0]->to == day("2026-05-31"));
    // The grid of the day stays; that of today follows.
    const auto figures = desk.district->figures();
    REQUIRE(figures);
    const auto row = [&](core::CaseId id) { return static_cast<std::uint32_t>(figures->facts->rowOf(id).value()); };
    const core::Selection both{row(before), row(after)};
    const auto then = core::areasOf(figures->context, both, core::AreaKind::Grid, core::GridsOf::Then);
    const auto now = core::areasOf(figures->context, both, core::AreaKind::Grid, core::GridsOf::Now);
    CHECK(then == std::vector{desk.grids[0], west->id});
    CHECK(now == std::vector{west->id, west->id});
    // And back, to the bit.
    REQUIRE(desk.district->undo(desk.actor));
    CHECK(desk.dump() == dump);
    REQUIRE(desk.district->redo(desk.actor));
    CHECK(desk.grid("05", "2026-06-01") != nullptr);
}

TEST_CASE("a guard post goes with the ground that it stands on", "[core][district]") {
    RevisionDesk desk;
    REQUIRE(desk.district->change({"test", {}}, desk.actor, [&](core::Change& change) -> core::Result<void> {
        for (const double longitude : {120.6425, 120.6475}) { // in the western and in the eastern half of grid 01
            core::Duty post;
            post.area = desk.grids[0];
            post.person = desk.li;
            post.post = longitude < 120.645 ? "西门" : "东门";
            post.place = core::GeoPoint{longitude, 28.005};
            if (const auto saved = core::saveDuty(change, post); !saved)
                return core::fail(saved);
        }
        return {};
    }));
    const auto postsOf = [&](const char* code) {
        std::vector<std::string> posts;
        for (const core::Duty* const duty : desk.district->people().dutiesOf(desk.grid(code, "2026-06-01")->id))
            posts.push_back(duty->post);
        std::sort(posts.begin(), posts.end());
        return posts;
    };
    SECTION("where the area is parted, to one of the parts") {
        REQUIRE(desk.revise(desk.halves("2026-06-01")));
        CHECK(postsOf("05") == std::vector<std::string>{"", "西门"});
        CHECK(postsOf("06") == std::vector<std::string>{"", "东门"});
    }
    SECTION("also where a part becomes an area of its own, which takes over no other duty") {
        core::AreaRevision revision;
        revision.day = day("2026-06-01");
        revision.changed = {{desk.grids[0], box(120.64, 28.00, 120.645, 28.01)}};
        revision.added = {{box(120.645, 28.00, 120.65, 28.01), "05", "东", {desk.grids[0]}}};
        REQUIRE(desk.revise(revision));
        CHECK(postsOf("01") == std::vector<std::string>{"", "西门"});
        CHECK(postsOf("05") == std::vector<std::string>{"东门"});
    }
}

TEST_CASE("areas whose border moves keep their code and are told apart by their days", "[core][district]") {
    RevisionDesk desk;
    core::AreaRevision revision;
    revision.day = day("2026-06-01");
    revision.changed = {{desk.grids[0], box(120.64, 28.00, 120.652, 28.01)}, {desk.grids[1], box(120.652, 28.00, 120.66, 28.01)}};
    revision.noded = {{desk.grids[2], {{{{{120.64, 28.01}, {120.645, 28.01}, {120.65, 28.01}, {120.65, 28.02}, {120.64, 28.02}, {120.64, 28.01}}}}, {}}}};
    REQUIRE(desk.revise(revision));
    const core::AreaRegister& areas = desk.district->areas();
    CHECK(areas.at({120.651, 28.005}, core::AreaKind::Grid, day("2026-05-31"))->code == "02");
    CHECK(areas.at({120.651, 28.005}, core::AreaKind::Grid, day("2026-06-01"))->code == "01");
    CHECK(areas.ofKind(core::AreaKind::Grid).size() == 6);
    CHECK(areas.find(desk.grids[2])->shape.polygons[0][0].size() == 6); // rewritten, not succeeded
    CHECK(areas.find(desk.grids[2])->to == std::nullopt);
    CHECK(areas.became(desk.grids[0]).size() == 1);
    CHECK(desk.district->people().dutiesOf(desk.grid("01", "2026-06-01")->id).size() == 1);
    SECTION("once more on the same day: no area of no day is left") {
        const AreaId first = desk.grid("01", "2026-06-01")->id;
        const AreaId second = desk.grid("02", "2026-06-01")->id;
        core::AreaRevision again;
        again.day = day("2026-06-01");
        again.changed = {{first, box(120.64, 28.00, 120.653, 28.01)}, {second, box(120.653, 28.00, 120.66, 28.01)}};
        REQUIRE(desk.revise(again));
        CHECK(desk.district->areas().ofKind(core::AreaKind::Grid).size() == 6);
        CHECK(desk.grid("01", "2026-06-01")->id == first);
        // And parted on that day: the pieces come from what was there before.
        REQUIRE(desk.revise(desk.halves("2026-06-01", first)));
        const core::AreaRegister& now = desk.district->areas();
        CHECK(now.find(first) == nullptr);
        REQUIRE(now.cameFrom(desk.grid("05", "2026-06-01")->id).size() == 1);
        CHECK(now.cameFrom(desk.grid("05", "2026-06-01")->id)[0].predecessor == desk.grids[0]);
        CHECK(desk.district->people().dutiesOf(first).empty());
        CHECK(desk.district->people().dutiesOf(desk.grid("05", "2026-06-01")->id).size() == 1);
    }
}

TEST_CASE("a correction holds for all the time of the areas", "[core][district]") {
    RevisionDesk desk;
    core::AreaRevision revision;
    revision.changed = {{desk.grids[0], box(120.64, 28.00, 120.652, 28.01)}, {desk.grids[1], box(120.652, 28.00, 120.66, 28.01)}};
    REQUIRE(desk.revise(revision));
    CHECK(desk.district->areas().ofKind(core::AreaKind::Grid).size() == 4);
    CHECK(desk.district->areas().at({120.651, 28.005}, core::AreaKind::Grid, day("2020-01-01"))->code == "01");
    auto halves = desk.halves("2026-06-01");
    halves.day.reset();
    const auto refused = desk.revise(halves);
    REQUIRE_FALSE(refused);
    CHECK(refused.error().what.key == "revision-needs-day");
}

TEST_CASE("one area of two has the duties of both once, and what lay in them", "[core][district]") {
    RevisionDesk desk;
    REQUIRE(desk.district->change({"test-fill", {}}, desk.actor, [&](core::Change& change) -> core::Result<void> {
        core::Area cell;
        cell.kind = core::AreaKind::Cell;
        for (int i = 0; i < 2; ++i) {
            cell.code = "C" + std::to_string(i);
            cell.shape = box(120.641 + 0.01 * i, 28.001, 120.642 + 0.01 * i, 28.002);
            const auto id = core::addArea(change, cell);
            if (auto joined = core::addMembership(change, {*id, desk.grids[static_cast<std::size_t>(i)], {}, {}}); !joined)
                return joined;
        }
        core::Duty same = *desk.district->people().dutiesOf(desk.grids[0])[0];
        same.id = {};
        same.area = desk.grids[1];
        if (const auto saved = core::saveDuty(change, same); !saved)
            return core::fail(saved);
        return {};
    }));
    core::AreaRevision revision;
    revision.day = day("2026-06-01");
    revision.ended = {desk.grids[0], desk.grids[1]};
    revision.added = {{box(120.64, 28.00, 120.66, 28.01), "01", "南", {desk.grids[0], desk.grids[1]}}}; // the code is free again
    REQUIRE(desk.revise(revision));
    const core::Area* const south = desk.grid("01", "2026-06-01");
    REQUIRE(south != nullptr);
    CHECK(south->id != desk.grids[0]);
    CHECK(desk.district->people().dutiesOf(south->id).size() == 1);
    CHECK(desk.district->areas().children(south->id, day("2026-06-01")).size() == 2);
    CHECK(desk.district->areas().children(desk.grids[0], day("2026-06-01")).empty());
    CHECK(desk.district->areas().children(desk.grids[0], day("2026-05-31")).size() == 1);
    CHECK(desk.district->areas().cameFrom(south->id).size() == 2);
}

TEST_CASE("smaller areas go to the piece in which they lie", "[core][district]") {
    RevisionDesk desk;
    AreaId cell;
    REQUIRE(desk.district->change({"test-fill", {}}, desk.actor, [&](core::Change& change) -> core::Result<void> {
        core::Area area;
        area.kind = core::AreaKind::Cell;
        area.code = "C";
        area.shape = box(120.647, 28.001, 120.648, 28.002);
        cell = core::addArea(change, area).value();
        return core::addMembership(change, {cell, desk.grids[0], {}, {}});
    }));
    REQUIRE(desk.revise(desk.halves("2026-06-01")));
    const auto parents = desk.district->areas().parents(cell, day("2026-06-01"));
    REQUIRE(parents.size() == 1);
    CHECK(parents[0]->code == "06");
}

TEST_CASE("a revision before an area began, or of a code that is taken, changes nothing", "[core][district]") {
    RevisionDesk desk;
    REQUIRE(desk.revise(desk.halves("2026-06-01")));
    const auto dump = desk.dump();
    const auto early = desk.revise(desk.halves("2026-05-01", desk.grid("05", "2026-06-01")->id));
    REQUIRE_FALSE(early);
    CHECK(early.error().what.key == "revision-before-area");
    auto taken = desk.halves("2026-07-01", desk.grids[1]);
    const auto refused = desk.revise(taken);
    REQUIRE_FALSE(refused);
    CHECK(refused.error().what.key == "area-code-taken");
    CHECK(desk.dump() == dump);
}

TEST_CASE("new codes count on from the highest that ever was, with as many digits", "[core][district]") {
    const auto codes = [](std::vector<std::string> there, std::string_view like, std::size_t count) {
        std::vector<core::Area> areas;
        for (const std::string& code : there) {
            core::Area area;
            area.id = AreaId(static_cast<std::int64_t>(areas.size() + 1));
            area.code = code;
            area.to = day("2020-01-01");
            areas.push_back(area);
        }
        return core::freeAreaCodes(core::AreaRegister(areas, {}), core::AreaKind::Grid, like, count);
    };
    using Codes = std::vector<std::string>;
    // GB/T 30428.1 and DB11: 6 county + 3 street + 3 community + 3 serial; CJ/T 213: two digits of serial.
    CHECK(codes({"330302001002017", "330302001002003", "330302001003099"}, "330302001002003", 2) == Codes{"330302001002018", "330302001002019"});
    CHECK(codes({"33030200100209"}, "33030200100209", 1) == Codes{"33030200100210"});
    CHECK(codes({"01", "02", "09"}, "01", 2) == Codes{"10", "11"});
    CHECK(codes({"G7"}, "G7", 1) == Codes{"G8"});
    CHECK(codes({"东门"}, "东门", 2) == Codes{"东门-2", "东门-3"});
    CHECK(codes({"东门", "东门-2"}, "东门", 1) == Codes{"东门-3"});
}
