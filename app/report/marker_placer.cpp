// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/report/marker_placer.h"

#include <algorithm>
#include <cmath>
#include <numbers>

namespace gridwarden::app {

namespace {

// The marker of gis/draw: 20 pixels high with a halo, wider for three digits.
constexpr double MarkerHeight = 22;
QSizeF sizeOf(const QString& text) { return {std::max(MarkerHeight, static_cast<double>(text.size()) * 7.5 + 12), MarkerHeight}; }

} // namespace

std::optional<QPointF> MarkerPlacer::place(QPointF incident, const QString& text) {
    const QSizeF size = sizeOf(text);
    const auto tryAt = [&](QPointF centre) {
        const QRectF box(centre - QPointF(size.width() / 2, size.height() / 2), size);
        if (!isFree(box))
            return false;
        m_taken.push_back(box);
        return true;
    };
    if (tryAt(incident))
        return incident;
    constexpr int Directions = 16;
    for (double distance = 16; distance <= 88; distance += 9)
        for (int direction = 0; direction < Directions; ++direction) {
            const double angle = 2 * std::numbers::pi * direction / Directions;
            const QPointF centre = incident + distance * QPointF(std::cos(angle), -std::sin(angle));
            if (tryAt(centre))
                return centre;
        }
    return std::nullopt;
}

bool MarkerPlacer::isFree(const QRectF& box) const {
    return m_window.contains(box) && std::none_of(m_taken.begin(), m_taken.end(), [&](const QRectF& taken) { return taken.intersects(box); });
}

} // namespace gridwarden::app
