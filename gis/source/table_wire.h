// SPDX-License-Identifier: GPL-3.0-or-later
// Tables and descriptions as bytes; see gis/process/wire.h. What is read must be checked with WireReader::isGood.
#pragma once

#include "gis/process/wire.h"
#include "gis/source/layer_info.h"
#include "gis/source/table.h"

namespace gridwarden::gis {

/// What a table is, before its rows.
struct TableHead {
    std::vector<std::string> fields;
    std::string crs;
    bool hasGeometry = false;
    bool isBallpark = false;
    std::optional<std::uint64_t> rowCount; ///< as the source claims
};

void write(WireWriter& wire, const TableOptions& options);
void write(WireWriter& wire, const TableHead& head);
void write(WireWriter& wire, const Row& row);
void write(WireWriter& wire, const SourceInfo& info);

[[nodiscard]] TableOptions readTableOptions(WireReader& wire);
[[nodiscard]] TableHead readTableHead(WireReader& wire);
[[nodiscard]] Row readRow(WireReader& wire);
[[nodiscard]] SourceInfo readSourceInfo(WireReader& wire);

} // namespace gridwarden::gis
