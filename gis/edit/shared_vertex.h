// SPDX-License-Identifier: GPL-3.0-or-later
// Vertices of borders: moved, put in and taken out on every side at once.
#pragma once

#include "gis/edit/cover_edit.h"

#include <optional>

namespace gridwarden::gis {

/// A vertex of the cover, or a place on an edge of it.
struct BorderPlace {
    core::GeoPoint place;               ///< of the vertex; on an edge the point of it
    std::optional<core::GeoPoint> from; ///< the edge; none: a vertex
    std::optional<core::GeoPoint> to;
    [[nodiscard]] bool isVertex() const { return !from; }
};

/// The nearest vertex within a distance, else the nearest point of an edge; none where no border is near.
[[nodiscard]] std::optional<BorderPlace> borderAt(std::span<const CoverArea> cover, core::GeoPoint near, double metres);

/// Errors of all: NotFound "vertex-unknown"; BadInput "border-would-cross" (a border would meet another one or itself).
[[nodiscard]] core::Result<CoverEdit> moveVertex(std::span<const CoverArea> cover, core::GeoPoint vertex, core::GeoPoint to);
/// Puts a vertex into an edge; `to` need not lie on it.
[[nodiscard]] core::Result<CoverEdit> insertVertex(std::span<const CoverArea> cover, core::GeoPoint from, core::GeoPoint to, core::GeoPoint vertex);
/// Errors: BadInput "vertex-needed" (borders of more than two areas meet there, or a ring would vanish).
[[nodiscard]] core::Result<CoverEdit> removeVertex(std::span<const CoverArea> cover, core::GeoPoint vertex);

} // namespace gridwarden::gis
