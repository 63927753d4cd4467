// SPDX-License-Identifier: GPL-3.0-or-later
// Editing the areas of a kind as one cover of the ground: what one area loses another one gets, and neighbours keep having the same
// vertices along their border. Nothing here is written: an edit says what became of which area.
#pragma once

#include "core/base/id.h"
#include "core/base/result.h"

#include "core/base/geometry.h"

#include <span>
#include <vector>

namespace gridwarden::gis {

/// An area of the cover; its shape has polygons.
struct CoverArea {
    CoverArea(core::AreaId area, const core::Shape* ground) : id(area), shape(ground), box(core::boundsOf(*ground)) {}
    core::AreaId id;
    const core::Shape* shape;
    core::GeoBox box;
};

struct CoverEdit {
    struct Changed {
        core::AreaId id;
        core::Shape shape;
    };
    struct Added {
        core::Shape shape;
        std::vector<core::AreaId> from; ///< on whose ground it lies, as far as somebody's
    };
    std::vector<Changed> changed;     ///< have other ground now
    std::vector<Changed> noded;       ///< have the same ground; a neighbour's new vertex lies in their border as well
    std::vector<core::AreaId> ended;  ///< have no ground any more
    std::vector<Added> added;
};

/// What a drawn area does where there are areas already.
enum class DrawRule {
    CutOut, ///< takes their ground
    Clip,   ///< takes only what is nobody's
};

/// All: vertices that nobody touched keep their coordinates to the bit. Errors (nothing is changed then): BadInput
/// "sketch-crosses-itself", "sketch-too-short", "cover-unclean" (the areas there do not fit each other well enough: check the cover first).

/// A new area inside `ring` (first point = last). Errors: "draw-nothing-left".
[[nodiscard]] core::Result<CoverEdit> drawArea(std::span<const CoverArea> cover, const core::Line& ring, DrawRule rule);
/// Cuts areas along a line: `only`, or every area that it crosses from border to border. A closed line cuts an island out. Loose ends of
/// the line are left out. Errors: "split-not-across".
[[nodiscard]] core::Result<CoverEdit> splitAreas(std::span<const CoverArea> cover, const core::Line& line, core::AreaId only = {});
/// Makes one area of several. Errors: "merge-one" (fewer than two), "merge-not-touching".
[[nodiscard]] core::Result<CoverEdit> mergeAreas(std::span<const CoverArea> cover, std::span<const core::AreaId> ids);
/// A line that leaves a border and comes back to it is the border from now on: both sides move. Ground that the line cuts off
/// beside one neighbour goes to that neighbour; where several are beside it, to `favoured` if that is one of them. Errors: "reshape-not-across",
/// "reshape-unclear".
[[nodiscard]] core::Result<CoverEdit> reshapeBorder(std::span<const CoverArea> cover, const core::Line& line, core::AreaId favoured = {});

} // namespace gridwarden::gis
