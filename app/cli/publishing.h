// SPDX-License-Identifier: GPL-3.0-or-later
// Publishing what a verb has worked out.
#pragma once

#include "core/district.h"
#include "core/evaluation/publication.h"

namespace gridwarden::app {

/// As a change of its own. Errors: those of District::change and core::publish.
[[nodiscard]] core::Result<core::PublicationId> publishIn(core::District& district, const core::Actor& actor,
                                                          const core::Publication& publication);

} // namespace gridwarden::app
