// SPDX-License-Identifier: GPL-3.0-or-later
// An official document as laid-out pages: 22 lines of 28 characters on the type area, after GB/T 9704-2012.
#pragma once

#include "app/report/chapter.h"
#include "app/report/official_document.h"

#include <memory>

namespace gridwarden::app {

/// The document and each of its annexes. The pages count from 1: on which side a number stands and where the imprint comes follow from that.
[[nodiscard]] std::vector<std::shared_ptr<const Chapter>> officialChapters(const OfficialDocument& document);

} // namespace gridwarden::app
