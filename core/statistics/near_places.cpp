// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/statistics/near_places.h"

namespace gridwarden::core {

NearPlaces::NearPlaces(std::span<const PlanePoint> places, double distanceMetres)
    : m_places(places), m_squaredDistance(distanceMetres * distanceMetres) {
    if (places.empty())
        return;
    m_origin = places.front();
    PlanePoint end = m_origin;
    for (const PlanePoint& place : places) {
        m_origin = {std::min(m_origin.x, place.x), std::min(m_origin.y, place.y)};
        end = {std::max(end.x, place.x), std::max(end.y, place.y)};
    }
    // No narrower than the distance, with a hair more for rounding, and not many more squares than places.
    const double width = end.x - m_origin.x, height = end.y - m_origin.y;
    const auto count = static_cast<double>(places.size());
    const double side =
        std::max({distanceMetres * (1 + 1e-9), std::sqrt(width / count * height), std::max(width, height) / count});
    if (side > 0) {
        m_perMetre = 1 / side;
        m_columns = static_cast<std::size_t>(width * m_perMetre) + 1;
        m_rows = static_cast<std::size_t>(height * m_perMetre) + 1;
    }
    m_starts.resize(m_columns * m_rows + 1);
    std::vector<std::uint32_t> squares(places.size());
    for (std::size_t i = 0; i < places.size(); ++i) {
        squares[i] = static_cast<std::uint32_t>(rowOf(places[i].y) * m_columns + columnOf(places[i].x));
        ++m_starts[squares[i] + 1];
    }
    for (std::size_t square = 1; square < m_starts.size(); ++square)
        m_starts[square] += m_starts[square - 1];
    std::vector<std::uint32_t> next(m_starts.begin(), m_starts.end() - 1);
    m_ids.resize(places.size());
    m_sorted.resize(places.size());
    for (std::uint32_t i = 0; i < places.size(); ++i) {
        const std::uint32_t position = next[squares[i]]++;
        m_ids[position] = i;
        m_sorted[position] = places[i];
    }
}

} // namespace gridwarden::core
