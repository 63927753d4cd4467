// SPDX-License-Identifier: GPL-3.0-or-later
// The rows by which other programs know the district's layers and coordinate systems.
#pragma once

#include "core/store/connection.h"

#include <string>
#include <vector>

namespace gridwarden::core {

struct GeoPackageDifference {
    const char* key;               ///< of the message, see checkGeoPackage
    std::string row;               ///< the layer, or the number of the coordinate system
    std::string mend;              ///< the statement that sets it right
    std::vector<Value> mendValues; ///< what it is bound to
};

/// Where the rows of a file differ from those of a fresh schema. Rows of layers that other programs added are theirs, as long as
/// their tables exist. Errors: Database.
[[nodiscard]] Result<std::vector<GeoPackageDifference>> compareGeoPackageRows(Connection& connection, Connection& fresh);

} // namespace gridwarden::core
