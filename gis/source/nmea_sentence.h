// SPDX-License-Identifier: GPL-3.0-or-later
// One sentence of NMEA 0183, "$GPRMC,…*6A", as receivers write them.
#pragma once

#include "core/base/time.h"
#include "gis/crs/map_point.h"

#include <array>
#include <optional>
#include <string_view>

namespace gridwarden::gis {

/// What a sentence says, in the words of the standard.
struct NmeaSentence {
    enum class Fault { None, ChecksumMissing, ChecksumWrong, Unreadable };
    Fault fault = Fault::None;
    std::array<char, 2> givenChecksum{}; ///< as it is written
    unsigned checksum = 0;               ///< that its characters have: all between "$" and "*" with exclusive or

    /// RMC, GGA or ZDA of any talker; the rest says nothing here.
    bool isPosition = false;
    std::optional<std::chrono::milliseconds> timeOfDay; ///< UTC
    std::optional<std::chrono::sys_days> day;           ///< of RMC and ZDA
    std::optional<MapPoint> place;                      ///< WGS 84 degrees, longitude first; none where it has no fix
    float hdop = 0;                                     ///< of GGA; 0: unknown
};

/// \param line what stands before "$" is passed over, as some programs put times there. None where there is no sentence
/// in it.
[[nodiscard]] std::optional<NmeaSentence> parseNmea(std::string_view line);

/// Whether a text has a line with a sentence near its beginning.
[[nodiscard]] bool looksLikeNmea(std::string_view start);

} // namespace gridwarden::gis
