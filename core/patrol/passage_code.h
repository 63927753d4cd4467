// SPDX-License-Identifier: GPL-3.0-or-later
// The passages of a track as a few bytes each: how a district keeps where a patrol went.
#pragma once

#include "core/base/id.h"
#include "core/base/result.h"

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace gridwarden::core {

/// One way along a road without turning, in metres from the beginning of its line; against its direction when from > to.
struct RoadPassage {
    AreaId road;
    double fromMetres = 0;
    double toMetres = 0;
    std::int64_t enter = 0; ///< UTC seconds
    std::int64_t leave = 0;
    bool operator==(const RoadPassage&) const = default;
};

/// To the decimetre. A list of the roads, then for each passage the number of its road, both ends in decimetres, and the seconds since the end of the one before
/// and to its own, all as variable-length integers (LEB128, differences in zigzag form).
[[nodiscard]] std::string encodePassages(const std::vector<RoadPassage>& passages);
/// Errors: Database "passages-damaged".
[[nodiscard]] Result<std::vector<RoadPassage>> decodePassages(std::string_view bytes);

} // namespace gridwarden::core
