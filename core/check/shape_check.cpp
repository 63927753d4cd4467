// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/check/shape_check.h"

#include "core/district/area.h"
#include "core/store/geometry_blob.h"

#include <cstring>

namespace gridwarden::core {

namespace {

constexpr std::size_t HeaderSize = 8;
constexpr std::int32_t SrsId = 4490;

template <class T> T valueAt(std::string_view bytes, std::size_t offset) {
    T value;
    std::memcpy(&value, bytes.data() + offset, sizeof(T));
    return value;
}

std::string_view ringFault(const Line& ring) {
    constexpr std::size_t FewestPoints = 4;
    if (ring.size() < FewestPoints)
        return "geometry-ring-short";
    return ring.front() == ring.back() ? "" : "geometry-ring-open";
}

std::string_view shapeFault(const Shape& shape) {
    for (const Polygon& polygon : shape.polygons)
        for (const Line& ring : polygon)
            if (const auto fault = ringFault(ring); !fault.empty())
                return fault;
    return "";
}

} // namespace

std::string_view geometryFault(std::string_view blob) {
    constexpr std::size_t EnvelopeSize = 32;
    if (blob.size() < HeaderSize + EnvelopeSize || !blob.starts_with("GP") || blob[2] != 0 || blob[3] != 0x03)
        return "geometry-header-wrong";
    if (valueAt<std::int32_t>(blob, 4) != SrsId)
        return "geometry-system-wrong";
    const auto shape = shapeFromBlob(blob);
    if (!shape && shape.error().what.key == "geometry-place-impossible")
        return "geometry-place-impossible";
    if (!shape || shapeBlob(*shape).bytes.size() != blob.size())
        return "geometry-unreadable";
    if (const auto fault = shapeFault(*shape); !fault.empty())
        return fault;
    const GeoBox box = boundsOf(*shape);
    const double envelope[] = {box.minLongitude, box.maxLongitude, box.minLatitude, box.maxLatitude};
    for (std::size_t i = 0; i < std::size(envelope); ++i)
        if (valueAt<double>(blob, HeaderSize + i * sizeof(double)) != envelope[i])
            return "geometry-envelope-wrong";
    return "";
}

Result<void> checkShapes(CheckRun& run) {
    return run.connection().each("SELECT id, kind, code, name, geometry FROM area", {}, [&](const Row& row) {
        const AreaId id = row.id<AreaId>(0);
        if (!areaKindFromKey(row.text(1)))
            run.fault({"area-row-kind-unknown", {row.text(2), row.text(1)}}, Remedy::Restore, {}, id);
        if (row.isNull(4))
            return true;
        if (const auto fault = geometryFault(row.blob(4)); !fault.empty())
            run.fault({"area-geometry-broken", {row.text(2), row.text(3), std::string(fault)}}, Remedy::Restore, {}, id);
        return run.goesOn();
    });
}

} // namespace gridwarden::core
