// SPDX-License-Identifier: GPL-3.0-or-later
#include "gis/draw/vector_layer.h"

#include "gis/draw/vector_source.h"
#include "gis/source/gdal_messages.h"

#include <algorithm>
#include <gdal_priv.h>
#include <ogrsf_frmts.h>
#include <tuple>

namespace gridwarden::gis {

const LayerColumn* VectorLayer::column(std::string_view field) const {
    const auto found = std::find_if(m_columns.begin(), m_columns.end(),
                                    [field](const LayerColumn& each) { return each.field == field; });
    return found == m_columns.end() ? nullptr : &*found;
}

std::vector<std::uint32_t> VectorLayer::at(MapPoint point, double tolerance) const {
    std::vector<std::uint32_t> found;
    m_shapes.tree().visit({point.x - tolerance, point.y - tolerance, point.x + tolerance, point.y + tolerance},
                          [&](std::uint32_t shape) {
                              if (m_shapes.isNear(shape, point, tolerance))
                                  found.push_back(shape);
                          });
    const auto rank = [this](std::uint32_t shape) {
        const Box& box = m_shapes.box(shape);
        return std::tuple(m_shapes.kind(shape), box.width() * box.height(), shape);
    };
    std::sort(found.begin(), found.end(), [&rank](std::uint32_t a, std::uint32_t b) { return rank(a) < rank(b); });
    return found;
}

core::Result<std::vector<LayerAttribute>> VectorLayer::attributes(std::uint32_t shape) const {
    const GdalMessages messages;
    LayerSource source = m_source;
    source.layer = m_name;
    auto opened = openVectorSource(source);
    if (!opened)
        return core::fail(opened);
    const OGRFeatureUniquePtr feature(opened->layer->GetFeature(m_features[shape]));
    if (!feature)
        return core::fail(core::ErrorCode::NotFound, {"feature-gone", {m_name}}, m_source.path.string(),
                          messages.last());
    std::vector<LayerAttribute> attributes;
    for (int i = 0; i < feature->GetFieldCount(); ++i)
        attributes.push_back(
            {cleanText(feature->GetFieldDefnRef(i)->GetNameRef()),
             feature->IsFieldSetAndNotNull(i) ? cleanText(feature->GetFieldAsString(i)) : std::string()});
    return attributes;
}

} // namespace gridwarden::gis
