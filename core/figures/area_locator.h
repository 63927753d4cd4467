// SPDX-License-Identifier: GPL-3.0-or-later
// Finds the areas of one kind at many places: gives what AreaRegister::at gives, but knows areas without a shape by the
// polygons of their members, laid out once, instead of walking down to the members for each place.
#pragma once

#include "core/district/area_register.h"
#include "core/index/packed_rtree.h"

#include <optional>
#include <vector>

namespace gridwarden::core {

/// Places are (longitude, latitude) in degrees, CGCS2000. The register outlives it. Safe for several threads.
class AreaLocator {
public:
    AreaLocator(const AreaRegister& areas, AreaKind kind);
    [[nodiscard]] const Area* at(GeoPoint place, Day day) const;

private:
    /// Polygons that belong to an area on some days: its own, or those of a member.
    struct Part {
        const Area* area;
        const Area* member;          ///< the area itself when it has polygons
        std::optional<Day> from, to; ///< days of the memberships between them
        [[nodiscard]] bool isOwn() const { return area == member; }
        [[nodiscard]] bool isValidOn(Day day) const {
            return (!from || *from <= day) && (!to || day <= *to) && member->isValidOn(day) && area->isValidOn(day);
        }
    };
    using Children = std::unordered_multimap<std::int64_t, const Membership*>;
    void addMembers(const AreaRegister& areas, const Children& children, const Part& above, std::vector<AreaId>& path);
    std::vector<Part> m_parts;
    PackedRTree m_tree; ///< over m_parts
};

} // namespace gridwarden::core
