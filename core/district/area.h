// SPDX-License-Identifier: GPL-3.0-or-later
// Areas (区域): places somebody answers for.
#pragma once

#include "core/base/geometry.h"
#include "core/base/id.h"
#include "core/base/time.h"

#include <array>
#include <optional>
#include <string>
#include <string_view>

namespace gridwarden::core {

enum class AreaKind { District, Zone, Street, Community, Grid, Cell, Management, Evaluation, Road };
inline constexpr std::array AllAreaKinds = {AreaKind::District,   AreaKind::Zone, AreaKind::Street,
                                            AreaKind::Community,  AreaKind::Grid, AreaKind::Cell,
                                            AreaKind::Management, AreaKind::Evaluation, AreaKind::Road};

/// "district", "zone" … as on the command line, in the file and in words.json ("area_kinds").
[[nodiscard]] std::string_view areaKindKey(AreaKind kind);
[[nodiscard]] std::optional<AreaKind> areaKindFromKey(std::string_view key);

struct Area {
    AreaId id;
    AreaKind kind = AreaKind::Grid;
    std::string code; ///< text, never parsed by length
    std::string name;
    std::optional<Day> from; ///< first day; none: since ever
    std::optional<Day> to;   ///< last day; none: still valid
    Shape shape;
    std::string note;
    std::string grade; ///< of a road: words.json "road_grades", or the bureau's own word; empty: none

    [[nodiscard]] bool isValidOn(Day day) const { return (!from || *from <= day) && (!to || day <= *to); }
};

/// Dated membership of an area in a larger one. Several trees exist at once: a cell belongs to a community, a grid and an
/// evaluation grid, each through a parent of another kind.
struct Membership {
    AreaId child;
    AreaId parent;
    std::optional<Day> from;
    std::optional<Day> to;
    [[nodiscard]] bool isValidOn(Day day) const { return (!from || *from <= day) && (!to || day <= *to); }
};

/// One area took over from another, wholly or in part, on a day.
struct Succession {
    AreaId predecessor;
    AreaId successor;
    Day first;
};

} // namespace gridwarden::core
