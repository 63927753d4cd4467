// SPDX-License-Identifier: GPL-3.0-or-later
// A look into a file before areas are imported from it: layers, fields, first rows; and which field is likely what.
#pragma once

#include "gis/process/go_on.h"
#include "gis/source/area_import.h"

#include <filesystem>
#include <optional>
#include <string>
#include <vector>

namespace gridwarden::app {

struct AreaSource {
    std::vector<std::string> layers; ///< those with shapes
    std::string layer;               ///< the one looked at
    std::vector<std::string> fields;
    std::string crs;                 ///< what Crs::parse reads; empty when the file does not say
    std::string encoding;
    std::vector<std::vector<std::string>> rows; ///< the first ones
    std::optional<std::size_t> rowCount;
    std::vector<core::Message> problems; ///< those of the file and of the first rows
};

inline constexpr std::size_t PreviewRows = 8;

/// \param options its layer, crs and encoding. Errors: as describe and Table::open; BadInput "layer-no-shapes" {path}.
[[nodiscard]] core::Result<AreaSource> readAreaSource(const std::filesystem::path& path, const gis::AreaImportOptions& options, const gis::GoOn& goOn = {});

/// The fields for code, name, larger area and days, and the kind, by the names that are usual; what is not found stays empty.
[[nodiscard]] gis::AreaImportOptions guessAreaFields(const std::filesystem::path& path, const AreaSource& source);

} // namespace gridwarden::app
