// SPDX-License-Identifier: GPL-3.0-or-later
// Other borders for areas of a kind, from a day on: who held the ground before stays as it was until the day before.
#pragma once

#include "core/district/area_register.h"
#include "core/district/people.h"
#include "core/store/store.h"

namespace gridwarden::core {

struct AreaRevision {
    struct Changed {
        AreaId id;
        Shape shape;
    };
    struct Added {
        Shape shape;
        std::string code;
        std::string name;
        std::vector<AreaId> from; ///< on whose ground it lies
    };
    AreaKind kind = AreaKind::Grid;
    /// First day of the new borders. None: the borders had been drawn wrongly and are put right for all the time that the areas have been there.
    std::optional<Day> day;
    std::vector<Changed> changed; ///< keep their code and name
    std::vector<Changed> noded;   ///< cover the same ground with more vertices: no change in time
    std::vector<AreaId> ended;
    std::vector<Added> added;
};

/// An area whose ground changes is ended and followed by one of the same code; what it belonged to, what belonged to it and the duties in it go over to
/// its successors. Pieces of an area that was parted inherit all of that, a drawn area what those below it belong to. An area
/// that begins on the very day is rewritten, or removed where it would end before it began, with its predecessors taking its place.
/// Errors: NotFound "area-unknown"; BadInput "revision-needs-day" (areas that come or go have a day), "revision-before-area" {code}
/// (the area begins later); those of addArea.
Result<void> reviseAreas(Change& change, const AreaRegister& areas, const PeopleRegister& people, const AreaRevision& revision);

/// Codes for new areas after the pattern of `like`: the serial at its end counts on, over all areas of the kind that ever were, with as many
/// digits (those of 15-character grid codes have three, of 14 two). Codes are never given twice.
[[nodiscard]] std::vector<std::string> freeAreaCodes(const AreaRegister& areas, AreaKind kind, std::string_view like, std::size_t count);

} // namespace gridwarden::core
