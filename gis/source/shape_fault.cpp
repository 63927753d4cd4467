// SPDX-License-Identifier: GPL-3.0-or-later
#include "gis/source/shape_fault.h"

#include "gis/source/gdal_messages.h"
#include "gis/source/ogr_geometry.h"

#include <cstdlib>
#include <ogr_geometry.h>

namespace gridwarden::gis {

namespace {

/// "Self-intersection at or near point 120.1 30.2" as GEOS says it.
std::optional<ShapeFault> readReason(const std::string& text) {
    constexpr std::string_view Near = " at or near point ";
    const auto at = text.find(Near);
    if (at == std::string::npos)
        return {};
    const char* number = text.c_str() + at + Near.size();
    char* end = nullptr;
    const double x = std::strtod(number, &end);
    if (end == number)
        return {};
    number = end;
    const double y = std::strtod(number, &end);
    if (end == number)
        return {};
    return ShapeFault{text.substr(0, at), {x, y}};
}

} // namespace

std::optional<ShapeFault> findFault(const core::Shape& shape) {
    for (const core::Polygon& polygon : shape.polygons)
        for (const core::Line& ring : polygon)
            if (ring.size() < 4)
                return ShapeFault{"Too few points", ring.empty() ? core::GeoPoint() : ring.front()};
    if (shape.polygons.empty())
        return {};
    const Geometry geometry = toGeometry(shape);
    const GdalMessages messages;
    if (geometry->IsValid())
        return {};
    for (const std::string& text : messages.texts())
        if (auto fault = readReason(text))
            return fault;
    return ShapeFault{messages.last(), shape.polygons.front().front().front()};
}

} // namespace gridwarden::gis
