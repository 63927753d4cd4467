// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/figures/case_places.h"
#include "core/figures/tally_columns.h"
#include "tests/core/figures/figures_sample.h"
#include "tests/support/small_district.h"

using namespace gridwarden::core;
using namespace gridwarden::test;

namespace {

CaseFact seenAt(std::int64_t id, double longitude, std::string_view reported) {
    CaseFact fact = reportedCase(id);
    fact.longitude = longitude;
    fact.latitude = 28.005;
    fact.reported = utc(reported);
    return fact;
}

Area road(std::int64_t id, const char* code, double west, double east, const char* grade) {
    Area area;
    area.id = AreaId(id);
    area.kind = AreaKind::Road;
    area.code = code;
    area.grade = grade;
    area.shape.polygons = {{{{west, 28}, {east, 28}, {east, 28.01}, {west, 28.01}, {west, 28}}}};
    return area;
}

} // namespace

TEST_CASE("the areas of one code are one place through time") {
    // Road R1 was 120.60 to 120.61 until February and is 120.60 to 120.62 since; R0 lies elsewhere.
    Area before = road(5, "R1", 120.60, 120.61, "secondary"), since = road(9, "R1", 120.60, 120.62, "arterial"), other = road(7, "R0", 120.70, 120.71, "");
    before.to = day("2026-02-28");
    since.from = day("2026-03-01");
    FiguresSample sample({seenAt(1, 120.605, "2026-02-01T08:00"), seenAt(2, 120.615, "2026-02-01T08:00"), seenAt(3, 120.615, "2026-03-05T08:00"),
                          seenAt(4, 120.705, "2026-03-05T08:00"), reportedCase(5)});
    sample.areas = AreaRegister({before, other, since}, {});
    const FiguresContext context = sample.context();
    const CasePlaces places = CasePlaces::make(context, {AreaKind::Road, 100}).value();
    const auto found = places.of(context, sample.all(), GridsOf::Then);
    CHECK(found == std::vector<std::uint32_t>{1, NoPlace, 1, 0, NoPlace}); // R0, R1 by code
    CHECK(places.area(1) == since.id);
    CHECK(places.box(1).maxLongitude == 120.62);
    CHECK(places.of(context, sample.all(), GridsOf::Now) == std::vector<std::uint32_t>{1, 1, 1, 0, NoPlace});

    // The grade is that of the road of the day.
    const PeopleRegister nobody;
    const TallyColumn column = tallyColumn(context, nobody, sample.all(), TallyKey::RoadGrade, AreaKind::Grid, GridsOf::Then);
    std::vector<std::string> grades;
    for (const std::uint32_t slot : slotsOf(context, sample.all(), column))
        grades.push_back(column.values[slot].text.value_or("-"));
    CHECK(grades == std::vector<std::string>{"secondary", "-", "arterial", "-", "-"});
}

TEST_CASE("squares are those of the lattice") {
    FiguresSample sample({seenAt(1, 120.605, "2026-02-01T08:00"), reportedCase(2)});
    const FiguresContext context = sample.context();
    const CasePlaces places = CasePlaces::make(context, {std::nullopt, 250}).value();
    const auto found = places.of(context, sample.all(), GridsOf::Then);
    CHECK(found == cellsOf(*sample.facts, sample.all(), CellLattice(districtPlane(context), 250)));
    CHECK(found[1] == NoPlace);
    const GeoBox box = places.box(found[0]);
    CHECK(box.minLongitude <= 120.605);
    CHECK(120.605 <= box.maxLongitude);
    CHECK(places.area(found[0]).isNull());
}

TEST_CASE("a named place is where the address is the same, as it stands now") {
    SmallDistrict small;
    const auto report = [&](const char* address, GeoPoint place) {
        CaseDraft draft;
        draft.place = place;
        draft.category = small.category("09006");
        draft.address = address;
        return reportCase(*small.district, small.actor, draft).value();
    };
    const CaseId a = report("东门市场", {120.645, 28.005}), b = report(" 东门市场 ", {120.646, 28.006}), c = report("西门市场", {120.655, 28.005});
    const CaseId d = report("", {120.645, 28.005}), e = report("西门", {120.645, 28.005});
    StepDraft correction;
    correction.kind = StepKind::Correct;
    correction.detail.address = "东门市场";
    REQUIRE(takeStep(*small.district, small.actor, e, correction));
    const auto figures = small.district->figures().value();
    const CasePlaces places = CasePlaces::make(figures.context, {std::nullopt, 100, /*byAddress=*/true}).value();
    Selection rows;
    for (const CaseId id : {a, b, c, d, e})
        rows.push_back(static_cast<std::uint32_t>(*figures.facts->rowOf(id)));
    const auto found = places.of(figures.context, rows, GridsOf::Then);
    CHECK(found[0] == found[1]);
    CHECK(found[0] == found[4]);
    CHECK(found[2] != found[0]);
    CHECK(found[3] == NoPlace);
    CHECK(places.name(found[0]) == "东门市场");
    CHECK(places.box(found[0]).maxLongitude == 120.646);
    CHECK(places.box(found[2]).minLongitude == 120.655);
}
