// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/district/area_register.h"

#include "core/index/cell_index.h"
#include "core/store/geometry_blob.h"

#include <algorithm>
#include <climits>
#include <mutex>
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

/// Where the areas of one kind are: an index over their polygons, and over those of the members of areas without any. Laid out
/// when the first place is asked for.
struct AreaRegister::Located {
  public:
    const Area* at(const AreaRegister& areas, AreaKind kind, GeoPoint place, Day day) const {
        std::call_once(m_isLaid, [&] { lay(areas, kind); });
        const int on = number(day);
        const auto found = m_index.first(place, [&](std::uint32_t part) { return m_parts[part].from <= on && on <= m_parts[part].to; });
        return found ? &areas.m_areas[m_parts[*found].area] : nullptr;
    }

  private:
    /// Polygons that belong to an area on some days: its own, or those of a member.
    struct Part {
        std::size_t area, member; ///< in m_areas; the same one when it has polygons
        int from, to;
        [[nodiscard]] bool isOwn() const { return area == member; }
        [[nodiscard]] Part during(const std::optional<Day>& first, const std::optional<Day>& last) const {
            return {area, member, first ? std::max(from, number(*first)) : from, last ? std::min(to, number(*last)) : to};
        }
    };
    static int number(Day day) { return static_cast<int>(day.time_since_epoch().count()); }

    void lay(const AreaRegister& areas, AreaKind kind) const {
        for (std::size_t i = 0; i < areas.m_areas.size(); ++i) {
            const Area& area = areas.m_areas[i];
            if (area.kind != kind)
                continue;
            const Part whole = Part{i, i, INT_MIN, INT_MAX}.during(area.from, area.to);
            if (!area.shape.polygons.empty()) {
                m_parts.push_back(whole);
            } else {
                std::vector<AreaId> path{area.id};
                addMembers(areas, whole, path);
            }
        }
        std::sort(m_parts.begin(), m_parts.end(), [&](const Part& a, const Part& b) {
            return a.isOwn() != b.isOwn() ? a.isOwn() : precedes(areas.m_areas[a.area], areas.m_areas[b.area]);
        });
        std::vector<const Shape*> shapes;
        for (const Part& part : m_parts)
            shapes.push_back(&areas.m_areas[part.member].shape);
        m_index = CellIndex(shapes);
    }

    /// Members that have no polygons either are followed down; `path` keeps a circle of memberships from going on for ever.
    void addMembers(const AreaRegister& areas, const Part& above, std::vector<AreaId>& path) const {
        const auto [begin, end] = areas.m_childrenOf.equal_range(path.back().value());
        for (auto it = begin; it != end; ++it) {
            const Membership& membership = areas.m_memberships[it->second];
            const auto member = areas.m_byId.find(membership.child.value());
            if (member == areas.m_byId.end() || std::find(path.begin(), path.end(), membership.child) != path.end())
                continue;
            Part part = above.during(membership.from, membership.to);
            part.member = member->second;
            const Area& area = areas.m_areas[part.member];
            if (part.from > part.to)
                continue;
            if (!area.shape.polygons.empty()) {
                m_parts.push_back(part.during(area.from, area.to));
            } else {
                path.push_back(area.id);
                addMembers(areas, part, path);
                path.pop_back();
            }
        }
    }

    mutable std::once_flag m_isLaid;
    mutable std::vector<Part> m_parts; ///< in the order in which they are asked
    mutable CellIndex m_index;
};

AreaRegister::AreaRegister(std::vector<Area> areas, std::vector<Membership> memberships, std::vector<Succession> successions)
    : m_areas(std::move(areas)), m_memberships(std::move(memberships)), m_successions(std::move(successions)) {
    std::stable_sort(m_successions.begin(), m_successions.end(), [](const Succession& a, const Succession& b) { return a.first < b.first; });
    for (std::size_t i = 0; i < m_areas.size(); ++i) {
        m_byId.emplace(m_areas[i].id.value(), i);
        m_bounds.include(boundsOf(m_areas[i].shape));
        if (auto& located = m_located[m_areas[i].kind]; !located)
            located = std::make_shared<const Located>();
    }
    for (std::size_t i = 0; i < m_memberships.size(); ++i) {
        m_parentsOf.emplace(m_memberships[i].child.value(), i);
        m_childrenOf.emplace(m_memberships[i].parent.value(), i);
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

std::vector<Succession> AreaRegister::cameFrom(AreaId id) const {
    std::vector<Succession> found;
    std::copy_if(m_successions.begin(), m_successions.end(), std::back_inserter(found), [id](const Succession& one) { return one.successor == id; });
    return found;
}

std::vector<Succession> AreaRegister::became(AreaId id) const {
    std::vector<Succession> found;
    std::copy_if(m_successions.begin(), m_successions.end(), std::back_inserter(found), [id](const Succession& one) { return one.predecessor == id; });
    return found;
}

const Area* AreaRegister::at(GeoPoint place, AreaKind kind, Day day) const {
    const auto located = m_located.find(kind);
    return located == m_located.end() ? nullptr : located->second->at(*this, kind, place, day);
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
    auto areas = connection.rows("SELECT id, kind, code, name, valid_from, valid_to, geometry, note, grade FROM area ORDER BY id", {}, [&](const Row& row) {
        Area area;
        area.id = row.id<AreaId>(0);
        area.kind = areaKindFromKey(row.text(1)).value_or(AreaKind::Grid);
        area.code = row.text(2);
        area.name = row.text(3);
        area.from = row.optionalDay(4);
        area.to = row.optionalDay(5);
        area.note = row.text(7);
        area.grade = row.text(8);
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
    auto successions = connection.rows("SELECT predecessor, successor, first_day FROM area_succession ORDER BY id", {}, [](const Row& row) {
        return Succession{row.id<AreaId>(0), row.id<AreaId>(1), row.optionalDay(2).value_or(Day::min())};
    });
    if (!successions)
        return fail(successions);
    return AreaRegister(std::move(*areas), std::move(*memberships), std::move(*successions));
}

} // namespace gridwarden::core
