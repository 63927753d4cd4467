// SPDX-License-Identifier: GPL-3.0-or-later
#include "gis/source/shape_fault.h"

#include "gis/source/gdal_messages.h"
#include "gis/source/ogr_geometry.h"

#include <cpl_conv.h>
#include <ogr_geometry.h>

namespace gridwarden::gis {

namespace {

/// The place in "Self-intersection at or near point 120.1 30.2", as GEOS says it.
std::optional<core::GeoPoint> readPlace(const std::string& text) {
    constexpr std::string_view Near = " at or near point ";
    const auto at = text.find(Near);
    if (at == std::string::npos)
        return {};
    const char* number = text.c_str() + at + Near.size();
    char* end = nullptr;
    const double x = CPLStrtod(number, &end);
    if (end == number)
        return {};
    number = end;
    const double y = CPLStrtod(number, &end);
    if (end == number)
        return {};
    return core::GeoPoint{x, y};
}

} // namespace

std::optional<core::GeoPoint> findFault(const core::Shape& shape) {
    for (const core::Polygon& polygon : shape.polygons)
        for (const core::Line& ring : polygon)
            if (ring.size() < 4)
                return ring.empty() ? core::GeoPoint() : ring.front();
    if (shape.polygons.empty())
        return {};
    const Geometry geometry = toGeometry(shape);
    const GdalMessages messages;
    if (geometry->IsValid())
        return {};
    for (const std::string& text : messages.texts())
        if (const auto place = readPlace(text))
            return place;
    return core::labelPoint(shape).value_or(core::GeoPoint());
}

} // namespace gridwarden::gis
