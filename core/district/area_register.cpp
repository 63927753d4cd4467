// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/district/area_register.h"

#include "core/index/packed_rtree.h"
#include "core/store/geometry_blob.h"

#include <algorithm>
#include <set>

namespace gridwarden::core {

namespace {

constexpr std::array KindKeys = {
    std::pair(AreaKind::District, "district"),     std::pair(AreaKind::Zone, "zone"),
    std::pair(AreaKind::Street, "street"),         std::pair(AreaKind::Community, "community"),
    std::pair(AreaKind::Grid, "grid"),             std::pair(AreaKind::Cell, "cell"),
    std::pair(AreaKind::Management, "management"), std::pair(AreaKind::Evaluation, "evaluation"),
    std::pair(AreaKind::Road, "road")};

/// The order in which areas that overlap at a place are asked: the smallest code by code point, then the older id.
bool precedes(const Area& a, const Area& b) { return a.code != b.code ? a.code < b.code : a.id < b.id; }

} // namespace

std::string_view areaKindKey(AreaKind kind) {
    return std::find_if(KindKeys.begin(), KindKeys.end(), [&](const auto& entry) { return entry.first == kind; })->second;
}

std::optional<AreaKind> areaKindFromKey(std::string_view key) {
    for (const auto& [kind, text] : KindKeys)
        if (key == text)
            return kind;
    return std::nullopt;
}

/// The polygons of the areas of one kind behind a tree over their boxes.
struct AreaRegister::Located {
    PackedRTree tree;
    std::vector<std::size_t> areas; ///< index into m_areas by tree item
    bool anyWithoutShape = false;   ///< some area of the kind is known only through its members
};

AreaRegister::AreaRegister(std::vector<Area> areas, std::vector<Membership> memberships)
    : m_areas(std::move(areas)), m_memberships(std::move(memberships)) {
    std::map<AreaKind, std::vector<std::size_t>> withShape;
    std::set<AreaKind> withoutShape;
    for (std::size_t i = 0; i < m_areas.size(); ++i) {
        m_byId.emplace(m_areas[i].id.value(), i);
        m_bounds.include(boundsOf(m_areas[i].shape));
        if (m_areas[i].shape.polygons.empty())
            withoutShape.insert(m_areas[i].kind);
        else
            withShape[m_areas[i].kind].push_back(i);
    }
    for (std::size_t i = 0; i < m_memberships.size(); ++i) {
        m_parentsOf.emplace(m_memberships[i].child.value(), i);
        m_childrenOf.emplace(m_memberships[i].parent.value(), i);
    }
    for (const AreaKind kind : AllAreaKinds) {
        auto located = std::make_shared<Located>();
        located->areas = std::move(withShape[kind]);
        located->anyWithoutShape = withoutShape.contains(kind);
        if (located->areas.empty() && !located->anyWithoutShape)
            continue;
        std::vector<Box> boxes;
        boxes.reserve(located->areas.size());
        for (const std::size_t index : located->areas) {
            const GeoBox box = boundsOf(m_areas[index].shape);
            boxes.push_back({box.minLongitude, box.minLatitude, box.maxLongitude, box.maxLatitude});
        }
        located->tree = PackedRTree(boxes);
        m_located.emplace(kind, std::move(located));
    }
}

const Area* AreaRegister::find(AreaId id) const {
    const auto found = m_byId.find(id.value());
    return found == m_byId.end() ? nullptr : &m_areas[found->second];
}

const Area* AreaRegister::find(AreaKind kind, std::string_view code, std::optional<Day> day) const {
    const Area* newest = nullptr;
    for (const Area& area : m_areas) {
        if (area.kind != kind || area.code != code || (day && !area.isValidOn(*day)))
            continue;
        if (newest == nullptr || newest->from.value_or(Day::min()) < area.from.value_or(Day::min()))
            newest = &area;
    }
    return newest;
}

std::vector<const Area*> AreaRegister::withCode(std::string_view code) const {
    std::vector<const Area*> found;
    for (const Area& area : m_areas)
        if (area.code == code)
            found.push_back(&area);
    return found;
}

std::vector<const Area*> AreaRegister::ofKind(AreaKind kind, std::optional<Day> day) const {
    std::vector<const Area*> found;
    for (const Area& area : m_areas)
        if (area.kind == kind && (!day || area.isValidOn(*day)))
            found.push_back(&area);
    std::sort(found.begin(), found.end(), [](const Area* a, const Area* b) { return precedes(*a, *b); });
    return found;
}

std::vector<const Area*> AreaRegister::parents(AreaId id, std::optional<Day> day) const {
    std::vector<const Area*> found;
    const auto [begin, end] = m_parentsOf.equal_range(id.value());
    for (auto it = begin; it != end; ++it) {
        const Membership& membership = m_memberships[it->second];
        if (const Area* parent = find(membership.parent); parent != nullptr && (!day || membership.isValidOn(*day)))
            found.push_back(parent);
    }
    std::sort(found.begin(), found.end(), [](const Area* a, const Area* b) { return a->kind != b->kind ? a->kind > b->kind : precedes(*a, *b); });
    return found;
}

std::vector<const Area*> AreaRegister::children(AreaId id, std::optional<Day> day) const {
    std::vector<const Area*> found;
    const auto [begin, end] = m_childrenOf.equal_range(id.value());
    for (auto it = begin; it != end; ++it) {
        const Membership& membership = m_memberships[it->second];
        if (const Area* child = find(membership.child); child != nullptr && (!day || membership.isValidOn(*day)))
            found.push_back(child);
    }
    std::sort(found.begin(), found.end(), [](const Area* a, const Area* b) { return precedes(*a, *b); });
    return found;
}

std::vector<const Area*> AreaRegister::above(AreaId id, std::optional<Day> day) const {
    std::vector<const Area*> found;
    std::set<AreaId> seen{id};
    std::vector<AreaId> level{id};
    while (!level.empty()) {
        std::vector<AreaId> next;
        for (const AreaId lower : level)
            for (const Area* parent : parents(lower, day))
                if (seen.insert(parent->id).second) {
                    found.push_back(parent);
                    next.push_back(parent->id);
                }
        level = std::move(next);
    }
    return found;
}

const Area* AreaRegister::at(GeoPoint place, AreaKind kind, Day day) const {
    const auto located = m_located.find(kind);
    if (located == m_located.end())
        return nullptr;
    const Area* best = nullptr;
    located->second->tree.visit(Box{place.longitude, place.latitude, place.longitude, place.latitude}, [&](std::uint32_t item) {
        const Area& area = m_areas[located->second->areas[item]];
        if (area.isValidOn(day) && (best == nullptr || precedes(area, *best)) && core::contains(area.shape, place))
            best = &area;
        return true;
    });
    if (best != nullptr || !located->second->anyWithoutShape)
        return best;
    for (const Area& area : m_areas)
        if (area.kind == kind && area.shape.polygons.empty() && area.isValidOn(day) && (best == nullptr || precedes(area, *best)) &&
            contains(area.id, place, day))
            best = &area;
    return best;
}

bool AreaRegister::contains(AreaId id, GeoPoint place, Day day) const {
    const Area* area = find(id);
    if (area == nullptr)
        return false;
    if (!area->shape.polygons.empty())
        return area->isValidOn(day) && core::contains(area->shape, place);
    std::set<AreaId> seen{id};
    std::vector<AreaId> open{id};
    while (!open.empty()) {
        const AreaId current = open.back();
        open.pop_back();
        for (const Area* child : children(current, day)) {
            if (!seen.insert(child->id).second)
                continue;
            if (child->shape.polygons.empty())
                open.push_back(child->id);
            else if (child->isValidOn(day) && core::contains(child->shape, place))
                return true;
        }
    }
    return false;
}

Result<AreaRegister> loadAreas(Connection& connection) {
    std::optional<Error> unreadable;
    auto areas = connection.rows("SELECT id, kind, code, name, valid_from, valid_to, geometry, note FROM area ORDER BY id", {}, [&](const Row& row) {
        Area area;
        area.id = row.id<AreaId>(0);
        area.kind = areaKindFromKey(row.text(1)).value_or(AreaKind::Grid);
        area.code = row.text(2);
        area.name = row.text(3);
        area.from = row.optionalDay(4);
        area.to = row.optionalDay(5);
        area.note = row.text(7);
        if (!row.isNull(6)) {
            auto shape = shapeFromBlob(row.blob(6));
            if (shape)
                area.shape = std::move(*shape);
            else if (!unreadable) {
                unreadable = shape.error();
                unreadable->subject = area.code;
            }
        }
        return area;
    });
    if (!areas)
        return fail(areas);
    if (unreadable)
        return tl::unexpected<Error>(*unreadable);
    auto memberships = connection.rows("SELECT child, parent, valid_from, valid_to FROM area_member ORDER BY id", {}, [](const Row& row) {
        return Membership{row.id<AreaId>(0), row.id<AreaId>(1), row.optionalDay(2), row.optionalDay(3)};
    });
    if (!memberships)
        return fail(memberships);
    return AreaRegister(std::move(*areas), std::move(*memberships));
}

} // namespace gridwarden::core
