// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/figures/area_locator.h"

#include <algorithm>

namespace gridwarden::core {

namespace {

bool precedes(const Area& a, const Area& b) {
    return a.code != b.code ? a.code < b.code : a.id < b.id;
}

std::optional<Day> later(std::optional<Day> a, std::optional<Day> b) {
    return !a || (b && *a < *b) ? b : a;
}
std::optional<Day> earlier(std::optional<Day> a, std::optional<Day> b) {
    return !a || (b && *b < *a) ? b : a;
}

} // namespace

AreaLocator::AreaLocator(const AreaRegister& areas, AreaKind kind) {
    Children children;
    for (const Membership& membership : areas.memberships())
        children.emplace(membership.parent.value(), &membership);
    for (const Area& area : areas.all()) {
        if (area.kind != kind)
            continue;
        if (area.shape.polygons.empty()) {
            std::vector<AreaId> path{area.id};
            addMembers(areas, children, {&area, &area, {}, {}}, path);
        } else {
            m_parts.push_back({&area, &area, {}, {}});
        }
    }
    std::vector<Box> boxes;
    boxes.reserve(m_parts.size());
    for (const Part& part : m_parts) {
        const GeoBox box = boundsOf(part.member->shape);
        boxes.push_back({box.minLongitude, box.minLatitude, box.maxLongitude, box.maxLatitude});
    }
    m_tree = PackedRTree(boxes);
}

/// Members that have no polygons either are followed down; `path` keeps a circle of memberships from going on for ever.
void AreaLocator::addMembers(const AreaRegister& areas, const Children& children, const Part& above,
                             std::vector<AreaId>& path) {
    const auto [begin, end] = children.equal_range(path.back().value());
    for (auto it = begin; it != end; ++it) {
        const Membership& membership = *it->second;
        const Area* member = areas.find(membership.child);
        if (member == nullptr || std::find(path.begin(), path.end(), member->id) != path.end())
            continue;
        const Part part{above.area, member, later(above.from, membership.from), earlier(above.to, membership.to)};
        if (part.from && part.to && *part.to < *part.from)
            continue;
        if (!member->shape.polygons.empty()) {
            m_parts.push_back(part);
        } else {
            path.push_back(member->id);
            addMembers(areas, children, part, path);
            path.pop_back();
        }
    }
}

const Area* AreaLocator::at(GeoPoint place, Day day) const {
    const Part* best = nullptr;
    m_tree.visit({place.longitude, place.latitude, place.longitude, place.latitude}, [&](std::uint32_t item) {
        const Part& part = m_parts[item];
        const bool isBetter =
            best == nullptr || (part.isOwn() != best->isOwn() ? part.isOwn() : precedes(*part.area, *best->area));
        if (isBetter && part.isValidOn(day) && contains(part.member->shape, place))
            best = &part;
    });
    return best == nullptr ? nullptr : best->area;
}

} // namespace gridwarden::core
