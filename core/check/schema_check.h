// SPDX-License-Identifier: GPL-3.0-or-later
// Whether the file holds what the schema files make: its own tables (strict, with their columns), indexes and views, unchanged, and
// the rows and marks that make it a GeoPackage.
#pragma once

#include "core/check/check_run.h"

namespace gridwarden::core {

/// "schema-missing" {type, name}, "schema-altered" {type, name}, "schema-trigger" {name, table}; noted: "schema-foreign" {type, name}.
Result<void> checkSchemaObjects(CheckRun& run);

/// "geopackage-mark" {mark, value, expected}, "geopackage-system-missing" {srs id}, "geopackage-system-altered" {srs id},
/// "geopackage-layer-missing" {layer}, "geopackage-layer-altered" {layer}, "geopackage-layer-without-table" {layer},
/// "geopackage-extent-wrong" {layer}, "geopackage-geometry-missing" {layer}, "geopackage-geometry-altered" {layer},
/// "geopackage-geometry-without-table" {layer}.
Result<void> checkGeoPackage(CheckRun& run);

} // namespace gridwarden::core
