// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/patrol/road_network.h"

#include <algorithm>

namespace gridwarden::core {

std::vector<Street> roadsOn(const AreaRegister& areas, Day day) {
    std::vector<Street> streets;
    for (const Area* const road : areas.ofKind(AreaKind::Road, day))
        for (const Line& line : road->shape.lines)
            if (line.size() > 1)
                streets.push_back({road->id.value(), road->name.empty() ? road->code : road->name, road->grade, line});
    return streets;
}

} // namespace gridwarden::core
