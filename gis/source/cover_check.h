// SPDX-License-Identifier: GPL-3.0-or-later
// Whether the areas of a kind cover the ground once: gaps, overlaps and what else is wrong with their shapes.
#pragma once

#include "core/district/area_register.h"

#include <vector>

namespace gridwarden::gis {

struct CoverFinding {
    /// "cover-gap" {m²}, "cover-overlap" {code, code, m²}, "ring-invalid" {code, longitude, latitude},
    /// "area-code-repeated" {code}, "area-outside-parent" {code, parent code, m²}, "area-no-shape" {code}
    core::Message what;
    std::vector<core::AreaId> areas; ///< concerned; for a gap those around it
    core::GeoPoint place;            ///< where to look; (0, 0) for "area-no-shape"
    double squareMetres = 0;
};

struct CoverCheckOptions {
    /// What is narrower than this everywhere is a matter of drawing and left out.
    double toleranceMetres = 0.5;
};

/// Checks the areas of `kind` valid on `day`. A gap is ground enclosed by the areas of a kind but in none of them, or,
/// where the areas have a common parent with a shape, ground of the parent that none covers.
[[nodiscard]] std::vector<CoverFinding> checkCover(const core::AreaRegister& areas, core::AreaKind kind, core::Day day,
                                                   const CoverCheckOptions& options = {});

} // namespace gridwarden::gis
