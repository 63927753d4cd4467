// SPDX-License-Identifier: GPL-3.0-or-later
// Opening one layer of shapes with its text decoded: shared by loading a layer and by reading a single feature.
#pragma once

#include "gis/reader/open.h"
#include "gis/source/layer_source.h"

class OGRLayer;

namespace gridwarden::gis {

/// An open layer. Belongs to one thread; the layer lives as long as the dataset.
struct VectorSource {
    Dataset dataset;
    OGRLayer* layer = nullptr;
};

/// Errors: as openSource; NotFound "layer-unknown" {name}; BadInput "layer-without-shapes" {path}.
[[nodiscard]] core::Result<VectorSource> openVectorSource(const LayerSource& source);

/// GDAL's text as valid UTF-8; empty for null.
[[nodiscard]] std::string cleanText(const char* text);

} // namespace gridwarden::gis
