// SPDX-License-Identifier: GPL-3.0-or-later
// A table of an official document as pieces of a flow: ruled in black, the header row repeats on each page, a row is only cut when it is higher than a page.
#pragma once

#include "app/report/flow.h"
#include "app/report/official_document.h"

namespace gridwarden::app {

/// Caption, rows and note. As wide as the type area.
[[nodiscard]] Flow officialTable(const DocumentTable& table, core::Language language);

} // namespace gridwarden::app
