// SPDX-License-Identifier: GPL-3.0-or-later
#include "gis/draw/incident_places.h"

#include "gis/draw/morton.h"
#include "gis/draw/two_threads.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <utility>
#include <vector>

namespace gridwarden::gis {

namespace {

constexpr double LastLine = 4294967295.0; // 2^32 − 1

struct CodedRow {
    std::uint64_t code;
    std::uint32_t row;
};

/// Radix sort by code, 11 bits at a time; stable, so rows of one place stay in order. Unfinished when stopped.
void sortByCode(std::vector<CodedRow>& rows, const std::stop_token& stop) {
    constexpr int Bits = 11;
    constexpr std::size_t Buckets = std::size_t{1} << Bits;
    std::vector<CodedRow> other(rows.size());
    for (int shift = 0; shift < 64 && !stop.stop_requested(); shift += Bits) {
        std::array<std::size_t, Buckets> starts{};
        for (const CodedRow& row : rows)
            ++starts[(row.code >> shift) & (Buckets - 1)];
        std::size_t sum = 0;
        for (std::size_t& start : starts)
            start = std::exchange(sum, sum + start);
        for (const CodedRow& row : rows)
            other[starts[(row.code >> shift) & (Buckets - 1)]++] = row;
        rows.swap(other);
    }
}

bool isFinite(MapPoint point) {
    return std::isfinite(point.x) && std::isfinite(point.y);
}

} // namespace

std::shared_ptr<const IncidentPlaces> IncidentPlaces::build(std::span<const MapPoint> places, std::stop_token stop) {
    auto built = std::make_shared<IncidentPlaces>();
    for (const MapPoint place : places)
        if (isFinite(place))
            built->m_extent.include(place.x, place.y);
    if (built->m_extent.isEmpty())
        return built;
    built->m_origin = {built->m_extent.minX, built->m_extent.minY};
    built->m_step = std::max({built->m_extent.width(), built->m_extent.height(), 1e-6}) / LastLine;

    const auto line = [step = built->m_step](double value, double origin) {
        return static_cast<std::uint32_t>(std::clamp(std::round((value - origin) / step), 0.0, LastLine));
    };
    std::array<std::vector<CodedRow>, 2> halves;
    inHalves([&](int half) {
        std::vector<CodedRow>& rows = halves[static_cast<std::size_t>(half)];
        const std::size_t middle = places.size() / 2;
        const std::size_t last = half == 0 ? middle : places.size();
        rows.reserve(last - (half == 0 ? 0 : middle));
        for (std::size_t row = half == 0 ? 0 : middle; row < last; ++row)
            if (isFinite(places[row]))
                rows.push_back({morton::codeAt(line(places[row].x, built->m_origin.x), line(places[row].y, built->m_origin.y)),
                                static_cast<std::uint32_t>(row)});
        sortByCode(rows, stop);
    });
    if (stop.stop_requested())
        return nullptr;
    const auto& [low, high] = halves;
    built->m_codes = RawArray<std::uint64_t>(low.size() + high.size());
    built->m_rows = RawArray<std::uint32_t>(low.size() + high.size());
    for (std::size_t i = 0, fromLow = 0, fromHigh = 0; i < built->size(); ++i) {
        const bool isLow = fromHigh == high.size() || (fromLow < low.size() && low[fromLow].code <= high[fromHigh].code);
        const CodedRow& next = isLow ? low[fromLow++] : high[fromHigh++];
        built->m_codes[i] = next.code;
        built->m_rows[i] = next.row;
    }
    return built;
}

MapPoint IncidentPlaces::place(std::uint64_t code) const {
    return {m_origin.x + morton::xOf(code) * m_step, m_origin.y + morton::yOf(code) * m_step};
}

std::optional<IncidentPlaces::Lines> IncidentPlaces::linesOf(const Box& box) const {
    if (size() == 0 || box.isEmpty() || !m_extent.intersects(box))
        return std::nullopt;
    const auto line = [this](double value, double origin) { return std::clamp((value - origin) / m_step, 0.0, LastLine); };
    return Lines{static_cast<std::uint32_t>(std::floor(line(box.minX, m_origin.x))),
                 static_cast<std::uint32_t>(std::floor(line(box.minY, m_origin.y))),
                 static_cast<std::uint32_t>(std::ceil(line(box.maxX, m_origin.x))),
                 static_cast<std::uint32_t>(std::ceil(line(box.maxY, m_origin.y)))};
}

} // namespace gridwarden::gis
