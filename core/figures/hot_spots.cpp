// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/figures/hot_spots.h"

#include "core/statistics/false_discovery.h"
#include "core/statistics/local_g.h"

#include <algorithm>
#include <fmt/format.h>
#include <numbers>

namespace gridwarden::core {

namespace {

constexpr std::size_t LeastCells = 30;
constexpr double LeastExpected = 5;
constexpr double MostCells = 1e6, MostPairs = 2e9; // that are looked at; some seconds

/// The numbers of the squares whose middle is in an area, ascending. Errors: those of hotSpots.
Result<std::vector<std::uint32_t>> studyArea(const FiguresContext& context, const CellLattice& lattice, AreaKind kind) {
    const Day day = context.zone.day(context.asOf);
    const GeoBox bounds = context.areas->bounds();
    if (context.areas->ofKind(kind, day).empty() || bounds.isEmpty())
        return fail(ErrorCode::Refused, {"hot-spots-no-areas", {}});
    const PlanePoint southWest = lattice.plane().toPlane({bounds.minLongitude, bounds.minLatitude});
    const PlanePoint northEast = lattice.plane().toPlane({bounds.maxLongitude, bounds.maxLatitude});
    const double size = lattice.sizeMetres();
    const double west = std::floor(southWest.x / size), south = std::floor(southWest.y / size);
    const double columns = std::floor(northEast.x / size) - west + 1, rows = std::floor(northEast.y / size) - south + 1;
    if (!(columns * rows <= MostCells))
        return fail(ErrorCode::BadInput, {"hot-spots-many-cells", {}});
    std::vector<std::uint32_t> cells;
    for (int row = 0; row < static_cast<int>(rows); ++row)
        for (int column = 0; column < static_cast<int>(columns); ++column) {
            const GeoPoint middle = lattice.plane().toGeo({(west + column + 0.5) * size, (south + row + 0.5) * size});
            if (const std::uint32_t cell = lattice.at(middle);
                cell != NoPlace && context.areas->at(middle, kind, day) != nullptr)
                cells.push_back(cell);
        }
    return cells;
}

/// Gives each square its count and its rows.
void countCases(const FiguresContext& context, const Selection& selection, HotSpots& spots) {
    const std::vector<std::uint32_t> places = cellsOf(*context.facts, selection, spots.lattice);
    std::vector<std::uint32_t> squares(selection.size()); // positions in spots.cells
    for (std::size_t i = 0; i < selection.size(); ++i) {
        const auto found =
            std::lower_bound(spots.cells.begin(), spots.cells.end(), places[i],
                             [](const HotSpotCell& square, std::uint32_t cell) { return square.cell < cell; });
        const bool isInside = found != spots.cells.end() && found->cell == places[i];
        squares[i] = isInside ? static_cast<std::uint32_t>(found - spots.cells.begin()) : NoPlace;
        if (isInside)
            ++found->cases;
    }
    for (HotSpotCell& square : spots.cells) {
        square.firstCase = static_cast<std::uint32_t>(spots.cases);
        spots.cases += square.cases;
    }
    spots.casesBeyond = selection.size() - spots.cases;
    spots.rows.resize(spots.cases);
    std::vector<std::uint32_t> next;
    for (const HotSpotCell& square : spots.cells)
        next.push_back(square.firstCase);
    for (std::size_t i = 0; i < selection.size(); ++i)
        if (squares[i] != NoPlace)
            spots.rows[next[squares[i]]++] = selection[i];
}

/// Tests all squares and puts the hottest first. The squares are in the order of `middles`.
void test(const std::vector<PlanePoint>& middles, HotSpots& spots) {
    std::vector<double> counts, p;
    for (const HotSpotCell& square : spots.cells)
        counts.push_back(square.cases);
    const std::vector<LocalG> tests = localG(middles, counts, spots.options.bandMetres);
    for (const LocalG& test : tests)
        p.push_back(test.p);
    const std::vector<double> adjusted = falseDiscoveryAdjusted(p);
    double near = 0;
    for (std::size_t i = 0; i < tests.size(); ++i) {
        HotSpotCell& square = spots.cells[i];
        square.z = tests[i].z;
        square.p = tests[i].p;
        square.adjustedP = adjusted[i];
        if (square.adjustedP <= spots.options.falseDiscoveryRate)
            square.heat = square.z > 0 ? Heat::Hot : Heat::Cold;
        near += tests[i].near;
    }
    const auto squares = static_cast<double>(tests.size());
    spots.expectedAround = static_cast<double>(spots.cases) / squares * (near / squares);
    std::stable_sort(spots.cells.begin(), spots.cells.end(),
                     [](const HotSpotCell& a, const HotSpotCell& b) { return a.z > b.z; });
}

} // namespace

Result<HotSpots> hotSpots(const FiguresContext& context, const Selection& selection, const HotSpotOptions& options) {
    HotSpots spots{CellLattice(districtPlane(context), options.cellMetres), options, {}, {}, 0, 0, 0};
    const auto study = studyArea(context, spots.lattice, options.kind);
    if (!study)
        return fail(study);
    std::vector<PlanePoint> middles;
    for (const std::uint32_t cell : *study) {
        spots.cells.push_back({.cell = cell});
        middles.push_back(spots.lattice.centre(cell));
    }
    countCases(context, selection, spots);
    const auto withCases = static_cast<std::size_t>(std::count_if(
        spots.cells.begin(), spots.cells.end(), [](const HotSpotCell& square) { return square.cases > 0; }));
    if (withCases < LeastCells)
        return fail(ErrorCode::Refused,
                    {"hot-spots-few-cells", {std::to_string(withCases), std::to_string(LeastCells)}});
    const auto squares = static_cast<double>(middles.size());
    const double across = options.bandMetres / options.cellMetres;
    if (squares * std::min(squares, std::numbers::pi * across * across) > MostPairs)
        return fail(ErrorCode::BadInput, {"hot-spots-many-cells", {}});
    test(middles, spots);
    if (spots.expectedAround < LeastExpected)
        return fail(ErrorCode::Refused,
                    {"hot-spots-few-expected",
                     {fmt::format("{:.1f}", spots.expectedAround), fmt::format("{:.0f}", LeastExpected)}});
    return spots;
}

} // namespace gridwarden::core
