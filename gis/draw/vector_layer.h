// SPDX-License-Identifier: GPL-3.0-or-later
// A layer of shapes from any source that GDAL reads, loaded whole into flat arrays in the map CRS.
#pragma once

#include "core/base/result.h"
#include "gis/crs/crs.h"
#include "gis/draw/shape_levels.h"
#include "gis/draw/usual_extent.h"
#include "gis/process/go_on.h"
#include "gis/source/layer_source.h"

#include <functional>
#include <memory>
#include <stop_token>
#include <string>
#include <string_view>
#include <vector>

namespace gridwarden::gis {

/// 0 to 1, called on the loading thread.
using LoadProgress = std::function<void(double)>;

/// The values of one field for all shapes, each distinct value once. Value 0 is the empty text (also for null).
struct LayerColumn {
    std::string field;
    std::vector<std::string> values;
    std::vector<std::uint32_t> byShape; ///< position in values
    [[nodiscard]] const std::string& of(std::size_t shape) const { return values[byShape[shape]]; }
};

struct LayerAttribute {
    std::string field;
    std::string value; ///< as text; empty for null
};

/// Immutable: shared between threads.
class VectorLayer {
  public:
      /// Reads all features, in a reader of its own; works on any thread.
      /// Errors: as describe; NotFound "layer-unknown" {name}; BadInput "layer-without-shapes" {name}, "layer-off-map"
      /// {name, features}, "layer-too-large" {name, vertices}, "layer-too-many-shapes" {name, shapes}; as Crs::parse
      /// and Transform::between; Cancelled "cancelled".
      [[nodiscard]] static core::Result<std::shared_ptr<const VectorLayer>>
      load(const LayerSource& source, const Crs& mapCrs, std::stop_token stop = {}, const LoadProgress& progress = {});

      [[nodiscard]] const LayerSource& source() const { return m_source; }
      [[nodiscard]] const std::string& name() const { return m_name; }
      [[nodiscard]] const ShapeStore& shapes() const { return m_shapes; }
      /// What is to be painted where a device pixel is `unitsPerPixel` wide.
      [[nodiscard]] SeenShapes seenAt(double unitsPerPixel) const { return m_levels.at(m_shapes, unitsPerPixel); }
      [[nodiscard]] Box extent() const { return m_shapes.extent(); } ///< map CRS
      [[nodiscard]] const Box& usualExtent() const {
          return m_usualExtent;
      } ///< without what "layer-shapes-far" counts; map CRS
    [[nodiscard]] const std::vector<std::string>& fields() const { return m_fields; }
    /// None when the field was not kept in memory: load again with it in LayerSource::fields.
    [[nodiscard]] const LayerColumn* column(std::string_view field) const;
    /// What the user should know: "layer-crs-assumed" {layer, CRS}, "layer-ballpark" {layer, CRS}; of features that are
    /// left out "layer-features-off-map", "layer-features-degenerate", "layer-features-without-shape" {layer, count};
    /// "layer-features-in-part" {layer, count}; "layer-shapes-thinned" {layer, count}; "layer-shapes-far" {layer,
    /// count}; "layer-incomplete" {layer}; "layer-cut-short" {layer} behind the reason, "library-says" {text}.
    [[nodiscard]] const std::vector<core::Message>& notes() const { return m_notes; }

    /// Shapes within `tolerance` map units of a point: points first, then lines, then polygons, the smaller before the larger.
    [[nodiscard]] std::vector<std::uint32_t> at(MapPoint point, double tolerance) const;
    /// All attributes of a shape's feature, read from the source again. Errors: as describe; NotFound "feature-gone" {layer}.
    [[nodiscard]] core::Result<std::vector<LayerAttribute>> attributes(std::uint32_t shape, const GoOn& goOn = {}) const;

  private:
    VectorLayer() = default;
    friend class VectorLoader;
    LayerSource m_source;
    std::string m_name;
    ShapeStore m_shapes;
    ShapeLevels m_levels;
    Box m_usualExtent;
    std::vector<std::int64_t> m_features; // GDAL's id of each shape's feature
    std::vector<std::string> m_fields;
    std::vector<LayerColumn> m_columns;
    std::vector<core::Message> m_notes;
};

} // namespace gridwarden::gis
