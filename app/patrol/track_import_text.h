// SPDX-License-Identifier: GPL-3.0-or-later
// What came of a file of tracks, in words: what was read and refused, what cleaning left out, what lies along no road.
#pragma once

#include "core/patrol_actions.h"
#include "gis/source/track_reading.h"

#include <QString>

namespace gridwarden::app {

/// A line for the file, then one for each thing that is to be said of it.
[[nodiscard]] QString trackImportText(const QString& file, const gis::ReadTracks& read, const core::TrackImport& written);

} // namespace gridwarden::app
