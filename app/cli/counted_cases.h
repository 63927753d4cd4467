// SPDX-License-Identifier: GPL-3.0-or-later
// What the verbs that list and count begin with: a district and the cases of a filter in it.
#pragma once

#include "app/cli/filter_options.h"
#include "core/figures/tally.h"

#include <memory>

namespace gridwarden::app {

/// The cases of a filter in a district open for reading, as of the filter's moment.
struct CountedCases {
    std::unique_ptr<core::District> district;
    core::Filter filter;
    core::District::Figures figures;
    core::Selection selection;
};
/// Errors: those of opening, of the filter and of the file.
[[nodiscard]] core::Result<CountedCases> countCases(const std::string& path, const FilterOptions& options, core::GridsOf grids = core::GridsOf::Then);

/// The keys of --by. Errors: BadInput "tally-key-unknown" {key}, "tally-keys-too-many" {text}: more than two.
[[nodiscard]] core::Result<std::vector<core::TallyKey>> tallyKeysOf(const std::string& text);

} // namespace gridwarden::app
