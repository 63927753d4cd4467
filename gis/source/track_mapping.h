// SPDX-License-Identifier: GPL-3.0-or-later
// Which fields of a table fill which parts of the fixes of tracks.
#pragma once

#include "gis/source/case_mapping.h"

namespace gridwarden::gis {

/// What a field can fill. `Device` and `Name` divide the rows into tracks. `Times` are those of the vertices of a line.
enum class TrackTarget { Time, Times, Longitude, Latitude, Wkt, Device, Name, Accuracy, Hdop, Validity };
inline constexpr std::array AllTrackTargets = {
    TrackTarget::Time,   TrackTarget::Times, TrackTarget::Longitude, TrackTarget::Latitude, TrackTarget::Wkt,
    TrackTarget::Device, TrackTarget::Name,  TrackTarget::Accuracy,  TrackTarget::Hdop,     TrackTarget::Validity};
/// "time", "longitude" … as on the command line.
[[nodiscard]] std::string_view trackTargetKey(TrackTarget target);
[[nodiscard]] std::optional<TrackTarget> trackTargetFromKey(std::string_view key);

using TrackMapping = std::map<TrackTarget, ValueSource>;

/// Of texts "TARGET=FIELD", "TARGET=FIELD+FIELD" and "TARGET==CONSTANT".
/// Errors: BadInput "mapping-unreadable" {text}, "target-unknown" {name}, "target-repeated" {name}.
[[nodiscard]] core::Result<TrackMapping> trackMappingFromTexts(std::span<const std::string> texts);

/// By the Chinese and English names that loggers, platforms and field apps use. A date and a time of day in two fields
/// are joined, an offset from UTC in a third as well, a coordinate with the letter of its hemisphere. A person
/// stands for the device where no column names one, else for the name.
[[nodiscard]] TrackMapping guessTrackMapping(const std::vector<std::string>& fields);

} // namespace gridwarden::gis
