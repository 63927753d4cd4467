// SPDX-License-Identifier: GPL-3.0-or-later
// The seal's keys in the file. They are not watched by the journal: an undo never brings an old passphrase back.
#pragma once

#include "core/store/seal.h"
#include "core/store/store.h"

namespace gridwarden::core {

/// None while personal data are not protected. Errors: Database "seal-damaged".
[[nodiscard]] Result<std::optional<SealKeys>> loadSealKeys(Connection& connection);
Result<void> saveSealKeys(Change& change, const SealKeys& keys);

} // namespace gridwarden::core
