// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/cases/photo_note.h"

#include <QString>

namespace gridwarden::app {

/// "taken 35 min before the report, 40 m from the place"; "no time in the photo". One line, calm: a note, no verdict.
[[nodiscard]] QString photoNoteText(const core::PhotoNote& note);

} // namespace gridwarden::app
