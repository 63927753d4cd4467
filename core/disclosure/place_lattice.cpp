// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/disclosure/place_lattice.h"

#include <algorithm>
#include <cmath>
#include <numbers>

namespace gridwarden::core {

PlaceLattice::PlaceLattice(double metres) {
    constexpr double Radius = 6'371'008.8; // mean radius, metres, as distanceMetres
    constexpr double HalfTurn = 180;
    m_degrees = metres / (Radius * std::numbers::pi / HalfTurn);
}

GeoPoint PlaceLattice::centre(GeoPoint place) const {
    constexpr double Pole = 90, HalfTurn = 180, FullTurn = 360;
    const double latitude = std::min(Pole, (std::floor(place.latitude / m_degrees) + 0.5) * m_degrees);
    const double narrowing = std::max(std::cos(latitude * std::numbers::pi / HalfTurn), m_degrees / FullTurn);
    const double width = m_degrees / narrowing;
    const double longitude = (std::floor(place.longitude / width) + 0.5) * width;
    constexpr double Digits = 1e6; // a tenth of a metre
    return {std::round(longitude * Digits) / Digits, std::round(latitude * Digits) / Digits};
}

} // namespace gridwarden::core
