// SPDX-License-Identifier: GPL-3.0-or-later
// The readers behind Table, one for each family of formats; for the .cpp files of this folder.
#pragma once

#include "gis/source/table.h"

#include <memory>
#include <string>
#include <vector>

namespace gridwarden::gis {

/// Columns of a table; more are no table of cases or areas but an attempt on memory.
constexpr std::size_t MostFields = 10'000;

using OpenedReader = core::Result<std::unique_ptr<RowReader>>;

/// Delimited text.
[[nodiscard]] OpenedReader openDelimited(const std::filesystem::path& path, const TableOptions& options);
/// A JSON array of objects.
[[nodiscard]] OpenedReader openJsonRows(const std::filesystem::path& path);
/// A layer that GDAL reads.
[[nodiscard]] OpenedReader openLayer(const std::filesystem::path& path, const TableOptions& options);

[[nodiscard]] bool isDelimitedText(const std::filesystem::path& path);
/// Whether a .json file begins as an array, which is no GeoJSON.
[[nodiscard]] bool isJsonArray(const std::filesystem::path& path);

/// Each name once and none empty, as Table::fields says.
[[nodiscard]] std::vector<std::string> distinctNames(std::vector<std::string> names);

} // namespace gridwarden::gis
