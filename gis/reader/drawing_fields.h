// SPDX-License-Identifier: GPL-3.0-or-later
// What a drawing (DXF, DWG) says of how its things look, as fields beside its own: GDAL keeps it in a style text.
#pragma once

#include <array>
#include <string>
#include <string_view>

namespace gridwarden::gis {

/// "#colour" as "#rrggbb"; of texts "#height" in map units, "#angle" in degrees anticlockwise and "#anchor" 1 to 12.
inline constexpr std::array<std::string_view, 4> DrawingFields{"#colour", "#height", "#angle", "#anchor"};

/// One of the above from a style text like `LABEL(f:"Arial",t:"A (b)",s:2.5g,a:30,p:7,c:#ff0000)`; empty where it says nothing.
[[nodiscard]] std::string drawingField(std::string_view styleText, std::size_t field);

} // namespace gridwarden::gis
