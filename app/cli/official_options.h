// SPDX-License-Identifier: GPL-3.0-or-later
// --issuer, --number and --addressee: what stands above an official document; writing one.
#pragma once

#include "app/cli/verbs.h"
#include "app/report/official_file.h"

namespace gridwarden::app {

struct HeadingOptions {
    std::string issuer, number, addressee;
};
/// \param options outlives the verb
void addHeadingOptions(CLI::App& verb, HeadingOptions& options);
[[nodiscard]] OfficialHeading headingOf(const HeadingOptions& options);

/// Writes a document and prints what there is to say of the faces it is set in. Errors: as writeOfficial.
core::Result<OfficialFile> writeAndTell(const std::string& file, bool overwrite, const OfficialDocument& document);

} // namespace gridwarden::app
