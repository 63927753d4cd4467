// SPDX-License-Identifier: GPL-3.0-or-later
// --issuer, --number and --addressee: what stands above an official document.
#pragma once

#include "app/cli/verbs.h"
#include "app/report/official_document.h"

namespace gridwarden::app {

struct HeadingOptions {
    std::string issuer, number, addressee;
};
/// \param options outlives the verb
void addHeadingOptions(CLI::App& verb, HeadingOptions& options);
[[nodiscard]] OfficialHeading headingOf(const HeadingOptions& options);

} // namespace gridwarden::app
