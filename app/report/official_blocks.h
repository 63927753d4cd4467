// SPDX-License-Identifier: GPL-3.0-or-later
// The blocks of an official document as pieces of a flow.
#pragma once

#include "app/report/flow.h"
#include "app/report/official_document.h"
#include "app/report/official_lines.h"

namespace gridwarden::app {

/// In from the left as a paragraph begins: two characters.
[[nodiscard]] double officialIndent(core::Language language);

/// Each line a piece as high as the pitch of its style.
[[nodiscard]] Flow officialLines(const std::vector<SetLine>& lines, OfficialStyle style, core::Language language, const QColor& colour = Qt::black);

[[nodiscard]] Flow officialBlocks(const std::vector<DocumentBlock>& blocks, core::Language language);

} // namespace gridwarden::app
