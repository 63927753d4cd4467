// SPDX-License-Identifier: GPL-3.0-or-later
// What other programs leave in a district when they open it for writing (QGIS, GDAL): the write-ahead mode, counts that nobody keeps,
// triggers on our tables, registrations of tables that are gone. A layer_styles table is the user's own work: it stays.
#pragma once

#include "core/store/connection.h"

#include <set>
#include <string>
#include <vector>

namespace gridwarden::core {

struct ForeignTraces {
    bool isWal = false;
    bool hasCounts = false;             ///< gpkg_ogr_contents: feature counts, wrong after our next change
    bool hasExtents = false;            ///< extents of our views, wrong after our next change
    std::vector<std::string> triggers;  ///< on our tables, or keeping those counts
    std::vector<std::string> registrations; ///< names in gpkg_contents or gpkg_extensions that name nothing
    [[nodiscard]] bool any() const { return isWal || hasCounts || hasExtents || !triggers.empty() || !registrations.empty(); }
};

[[nodiscard]] Result<ForeignTraces> findForeignTraces(Connection& connection);
/// Takes the file out of write-ahead mode. \pre outside a transaction. Errors: Locked when another program has it open.
Result<void> leaveWal(Connection& connection);
/// The rest. \pre inside a write transaction.
Result<void> removeForeignTraces(Connection& connection, const ForeignTraces& traces);

} // namespace gridwarden::core
