// SPDX-License-Identifier: GPL-3.0-or-later
#include "gis/source/cover_check.h"

#include <catch2/catch.hpp>

#include <algorithm>

using namespace gridwarden;
using core::Area;
using core::AreaId;
using core::AreaKind;
using gis::CoverFinding;

namespace {

constexpr double Degree = 0.001; // 98.4 m by 110.8 m at 28° N

core::Line ring(double west, double south, double east, double north) {
    const auto at = [](double x, double y) { return core::GeoPoint{120 + x * Degree, 28 + y * Degree}; };
    return {at(west, south), at(east, south), at(east, north), at(west, north), at(west, south)};
}

struct Cover {
    std::vector<Area> areas;
    std::vector<core::Membership> memberships;

    AreaId add(const std::string& code, core::Line outer, AreaKind kind = AreaKind::Grid) {
        Area area;
        area.id = AreaId(static_cast<std::int64_t>(areas.size()) + 1);
        area.kind = kind;
        area.code = code;
        area.shape.polygons.push_back({std::move(outer)});
        areas.push_back(area);
        return area.id;
    }
    void put(AreaId child, AreaId parent) { memberships.push_back({child, parent, {}, {}}); }
    std::vector<CoverFinding> check() const {
        return gis::checkCover(core::AreaRegister(areas, memberships), AreaKind::Grid,
                               core::parseDay("2026-11-21").value());
    }
};

} // namespace

TEST_CASE("areas that share their borders have no findings", "[gis][cover]") {
    Cover cover;
    for (int x = 0; x < 3; ++x)
        for (int y = 0; y < 3; ++y)
            cover.add(std::to_string(3 * x + y), ring(x, y, x + 1, y + 1));
    CHECK(cover.check().empty());
    CHECK(Cover().check().empty());
}

TEST_CASE("an overlap is found with its size and place", "[gis][cover]") {
    Cover cover;
    cover.add("b", ring(0, 0, 2, 1));
    cover.add("a", ring(1.5, 0, 3, 1));
    const auto findings = cover.check();
    REQUIRE(findings.size() == 1);
    CHECK(findings[0].what.key == "cover-overlap");
    CHECK(findings[0].what.arguments.at(0) == "a");
    CHECK(findings[0].what.arguments.at(1) == "b");
    CHECK(findings[0].squareMetres == Approx(0.5 * 98.32 * 110.82).epsilon(0.002)); // half a cell: 98.32 m by 110.82 m
    CHECK(findings[0].place.longitude == Approx(120.00175).epsilon(0).margin(0.00025));
    CHECK(findings[0].areas == std::vector<AreaId>{AreaId(2), AreaId(1)});
}

TEST_CASE("a hole between areas is a gap", "[gis][cover]") {
    Cover cover;
    for (int x = 0; x < 3; ++x)
        for (int y = 0; y < 3; ++y)
            if (x != 1 || y != 1)
                cover.add(std::to_string(3 * x + y), ring(x, y, x + 1, y + 1));
    const auto findings = cover.check();
    REQUIRE(findings.size() == 1);
    CHECK(findings[0].what.key == "cover-gap");
    CHECK(findings[0].areas.size() == 8); // touching at corners counts
    CHECK(findings[0].squareMetres == Approx(98.32 * 110.82).epsilon(0.002));
    CHECK(findings[0].place.longitude == Approx(120.0015).epsilon(0).margin(0.0004));
}

TEST_CASE("what is narrower than the tolerance is left out", "[gis][cover]") {
    Cover cover;
    cover.add("a", ring(0, 0, 1.003, 10)); // 0.3 m over the border, for a kilometre
    cover.add("b", ring(1, 0, 2, 10));
    CHECK(cover.check().empty());
    Cover wide;
    wide.add("a", ring(0, 0, 1.01, 10)); // 1 m
    wide.add("b", ring(1, 0, 2, 10));
    CHECK(wide.check().size() == 1);
}

TEST_CASE("ground of the parent that no area covers is a gap", "[gis][cover]") {
    Cover cover;
    const AreaId parent = cover.add("P", ring(0, 0, 3, 1), AreaKind::Community);
    cover.put(cover.add("a", ring(0, 0, 1, 1)), parent);
    cover.put(cover.add("b", ring(1, 0, 2, 1)), parent);
    const auto findings = cover.check();
    REQUIRE(findings.size() == 1);
    CHECK(findings[0].what.key == "cover-gap");
    CHECK(findings[0].areas == std::vector<AreaId>{AreaId(3)});
}

TEST_CASE("a gap inside its parent is found once", "[gis][cover]") {
    Cover cover;
    const AreaId parent = cover.add("P", ring(0, 0, 3, 3), AreaKind::Community);
    for (int x = 0; x < 3; ++x)
        for (int y = 0; y < 3; ++y)
            if (x != 1 || y != 1)
                cover.put(cover.add(std::to_string(3 * x + y), ring(x, y, x + 1, y + 1)), parent);
    CHECK(cover.check().size() == 1);
}

TEST_CASE("an area that leaves its parent is found", "[gis][cover]") {
    Cover cover;
    const AreaId parent = cover.add("P", ring(0, 0, 2, 1), AreaKind::Community);
    cover.put(cover.add("a", ring(0, 0, 1, 1)), parent);
    cover.put(cover.add("b", ring(1, 0, 2.5, 1)), parent);
    const auto findings = cover.check();
    REQUIRE(findings.size() == 1);
    CHECK(findings[0].what.key == "area-outside-parent");
    CHECK(findings[0].what.arguments.at(0) == "b");
    CHECK(findings[0].what.arguments.at(1) == "P");
    CHECK(findings[0].squareMetres == Approx(0.5 * 98.32 * 110.82).epsilon(0.002));
}

TEST_CASE("a ring that crosses itself is found and the rest is still checked", "[gis][cover]") {
    Cover cover;
    core::Line bowTie = ring(0, 0, 1, 1);
    std::swap(bowTie[1], bowTie[2]);
    cover.add("bad", bowTie);
    cover.add("a", ring(5, 0, 6, 1));
    cover.add("b", ring(5.5, 0, 7, 1));
    const auto findings = cover.check();
    REQUIRE(findings.size() == 2);
    CHECK(findings[0].what == core::Message{"ring-invalid", {"bad", "120.0005000", "28.0005000"}});
    CHECK(findings[0].place.longitude == Approx(120.0005).epsilon(0).margin(1e-7));
    CHECK(findings[1].what.key == "cover-overlap");
}

TEST_CASE("repeated codes and missing shapes are found", "[gis][cover]") {
    Cover cover;
    cover.add("a", ring(0, 0, 1, 1));
    cover.add("a", ring(1, 0, 2, 1));
    cover.add("none", {});
    cover.areas.back().shape = {};
    const auto findings = cover.check();
    REQUIRE(findings.size() == 2);
    CHECK(findings[0].what == core::Message{"area-code-repeated", {"a"}});
    CHECK(findings[0].areas.size() == 2);
    CHECK(findings[1].what == core::Message{"area-no-shape", {"none"}});
}

TEST_CASE("only areas valid on the day are looked at", "[gis][cover]") {
    Cover cover;
    cover.add("a", ring(0, 0, 2, 1));
    cover.add("b", ring(1, 0, 3, 1));
    cover.areas.back().to = core::parseDay("2026-01-01").value();
    CHECK(cover.check().empty());
}
