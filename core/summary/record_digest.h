// SPDX-License-Identifier: GPL-3.0-or-later
// How a published number knows its records again.
#pragma once

#include "core/figures/figure_values.h"

namespace gridwarden::core {

/// How many cases, steps and activities are behind a value.
[[nodiscard]] std::int64_t recordCount(const FigureValue& value);
/// SHA-256 of the ids of these, each kind ascending, as one line each: "case 455974517211137".
[[nodiscard]] std::string recordsDigest(const CaseFacts& facts, const FigureValue& value);
/// Those of many values, in their order; on two threads, and once for what has the same records. `goesOn` is asked on this thread.
/// Errors: Cancelled "cancelled".
[[nodiscard]] Result<std::vector<std::string>> recordsDigests(const CaseFacts& facts, std::span<const FigureValue* const> values,
                                                              const std::function<bool()>& goesOn);

} // namespace gridwarden::core
