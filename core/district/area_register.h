// SPDX-License-Identifier: GPL-3.0-or-later
// All areas of the district in memory: by code, by tree, and by place. An immutable snapshot, safe to share with threads.
#pragma once

#include "core/district/area.h"

#include <map>
#include <memory>
#include <span>
#include <unordered_map>
#include <vector>

namespace gridwarden::core {

class AreaRegister {
  public:
    AreaRegister() = default;
    AreaRegister(std::vector<Area> areas, std::vector<Membership> memberships, std::vector<Succession> successions = {});

    [[nodiscard]] std::span<const Area> all() const { return m_areas; }
    [[nodiscard]] std::span<const Membership> memberships() const { return m_memberships; }
    /// What an area came from, and what it became: those whose one end it is, by day.
    [[nodiscard]] std::vector<Succession> cameFrom(AreaId id) const;
    [[nodiscard]] std::vector<Succession> became(AreaId id) const;
    [[nodiscard]] const Area* find(AreaId id) const;
    /// The area of a kind with a code, valid on a day (any day when none is given; then the newest).
    [[nodiscard]] const Area* find(AreaKind kind, std::string_view code, std::optional<Day> day = {}) const;
    /// Areas of any kind with a code.
    [[nodiscard]] std::vector<const Area*> withCode(std::string_view code) const;
    [[nodiscard]] std::vector<const Area*> ofKind(AreaKind kind, std::optional<Day> day = {}) const;

    [[nodiscard]] std::vector<const Area*> parents(AreaId id, std::optional<Day> day = {}) const;
    [[nodiscard]] std::vector<const Area*> children(AreaId id, std::optional<Day> day = {}) const;
    /// Every area above, nearest first.
    [[nodiscard]] std::vector<const Area*> above(AreaId id, std::optional<Day> day = {}) const;

    /// The area of a kind at a place on a day: half-open crossing rule; where several overlap, the smallest code by code
    /// point wins, of equal codes the older id. An area of that kind without polygons is found through its members.
    [[nodiscard]] const Area* at(GeoPoint place, AreaKind kind, Day day) const;
    /// Whether a place belongs to an area (its polygons, or its members' when it has none) on a day.
    [[nodiscard]] bool contains(AreaId area, GeoPoint place, Day day) const;
    [[nodiscard]] GeoBox bounds() const { return m_bounds; }

    /// The same for copies of a register, and for no other one while it is held.
    using Identity = std::shared_ptr<const char>;
    [[nodiscard]] const Identity& identity() const { return m_identity; }

  private:
    struct Located;
    std::vector<Area> m_areas;
    std::vector<Membership> m_memberships;
    std::vector<Succession> m_successions; ///< by day
    std::unordered_map<std::int64_t, std::size_t> m_byId;
    std::unordered_multimap<std::int64_t, std::size_t> m_parentsOf;  // child id → membership
    std::unordered_multimap<std::int64_t, std::size_t> m_childrenOf; // parent id → membership
    std::map<AreaKind, std::shared_ptr<const Located>> m_located;
    GeoBox m_bounds;
    Identity m_identity = std::make_shared<const char>();
};

/// A register built from the file. Errors: Database.
class Connection;
[[nodiscard]] Result<AreaRegister> loadAreas(Connection& connection);

} // namespace gridwarden::core
