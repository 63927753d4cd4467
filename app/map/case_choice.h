// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/map/map_widget.h"

namespace gridwarden::app {

/// Lists several cases at one place to choose from.
void offerCases(MapWidget& map, const std::vector<core::CaseId>& cases, QPoint globalPosition);

} // namespace gridwarden::app
