// SPDX-License-Identifier: GPL-3.0-or-later
// The roads (路段) of a district as a network to match tracks to.
#pragma once

#include "core/district/area_register.h"
#include "core/patrol/street_network.h"

namespace gridwarden::core {

/// Areas of kind road that are valid on a day and have a line, one for each line; the id of a street is that of its road. Roads that are drawn as surfaces have
/// no middle line and are left out.
[[nodiscard]] std::vector<Street> roadsOn(const AreaRegister& areas, Day day);

} // namespace gridwarden::core
