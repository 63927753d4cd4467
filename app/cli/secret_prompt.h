// SPDX-License-Identifier: GPL-3.0-or-later
// Passphrases for a verb: typed unseen at a terminal, else the next line of the standard input. Never an argument, which every
// user of the machine can see.
#pragma once

#include "core/base/result.h"
#include "core/base/secret.h"

namespace gridwarden::app {

/// Errors: BadInput "passphrase-missing" at the end of the input.
[[nodiscard]] core::Result<core::Secret> readSecret(const char* prompt);
/// At a terminal asks twice. Errors: as readSecret; BadInput "passphrases-differ".
[[nodiscard]] core::Result<core::Secret> readNewSecret(const char* prompt, const char* again);

} // namespace gridwarden::app
