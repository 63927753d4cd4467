// SPDX-License-Identifier: GPL-3.0-or-later
// Methods of handling (处置方式): advice, an order, a penalty …: a list the bureau edits. What a case was handled by is in its steps.
#pragma once

#include "core/store/store.h"

#include <string>
#include <vector>

namespace gridwarden::core {

struct HandlingMethod {
    std::string key;
    std::string name;
    std::string english;
    bool isEnabled = true; ///< offered when a case is handled
    int position = 0;
};

/// In their order; a new district has those of resources/methods.json. Errors: Database.
[[nodiscard]] Result<std::vector<HandlingMethod>> loadMethods(Connection& connection);
/// Adds or rewrites by key. Errors: BadInput "method-incomplete" {key}.
Result<void> saveMethod(Change& change, const HandlingMethod& method);

} // namespace gridwarden::core
