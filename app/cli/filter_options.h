// SPDX-License-Identifier: GPL-3.0-or-later
// The FILTER of the command line: --kind --area --category --state --source --handler --reworked --urged --seen-again --problems --from --to --due-from
// --due-to --text --as-of.
#pragma once

#include "core/district.h"

#include <CLI/App.hpp>
#include <string>
#include <vector>

namespace gridwarden::app {

struct FilterOptions {
    std::string kind;
    std::vector<std::string> areas, categories, states, sources, handlers;
    bool reworkedOnly = false, urgedOnly = false, seenAgain = false, problemsOnly = false;
    std::string from, to, dueFrom, dueTo, text, asOf;
};

void addFilterOptions(CLI::App& verb, FilterOptions& options);

/// Errors: those of the arguments; BadInput "state-unknown", "source-key-unknown" {key}; NotFound "receiver-unknown"
/// {name}.
[[nodiscard]] core::Result<core::Filter> filterOf(const core::District& district, const FilterOptions& options);

} // namespace gridwarden::app
