// SPDX-License-Identifier: GPL-3.0-or-later
#include "gis/source/table_wire.h"

namespace gridwarden::gis {

namespace {

constexpr std::size_t Count = sizeof(std::uint64_t); ///< the least that a list or text takes

template <class Point> void writeLines(WireWriter& wire, const std::vector<std::vector<Point>>& lines) {
    wire.put(static_cast<std::uint64_t>(lines.size()));
    for (const auto& line : lines)
        wire.putAll(std::span(line));
}

template <class Point> std::vector<std::vector<Point>> readLines(WireReader& wire) {
    std::vector<std::vector<Point>> lines(wire.count(Count));
    for (auto& line : lines)
        line = wire.all<Point>();
    return lines;
}

template <class Point>
void writePolygons(WireWriter& wire, const std::vector<std::vector<std::vector<Point>>>& polygons) {
    wire.put(static_cast<std::uint64_t>(polygons.size()));
    for (const auto& polygon : polygons)
        writeLines(wire, polygon);
}

template <class Point> std::vector<std::vector<std::vector<Point>>> readPolygons(WireReader& wire) {
    std::vector<std::vector<std::vector<Point>>> polygons(wire.count(Count));
    for (auto& polygon : polygons)
        polygon = readLines<Point>(wire);
    return polygons;
}

/// A flag, and the value where it is set.
template <class T, class Write> void writeOptional(WireWriter& wire, const std::optional<T>& value, Write writeValue) {
    wire.put(value.has_value());
    if (value)
        writeValue(*value);
}

template <class Read> auto readOptional(WireReader& wire, Read readValue) -> std::optional<decltype(readValue())> {
    if (!wire.flag())
        return {};
    return readValue();
}

void writeLayer(WireWriter& wire, const LayerInfo& layer) {
    wire.put(layer.name);
    wire.put(layer.kind);
    wire.put(layer.geometryType);
    writeOptional(wire, layer.featureCount, [&](std::int64_t count) { wire.put(count); });
    wire.put(layer.crs);
    wire.put(layer.crsDefinition);
    writeOptional(wire, layer.extent, [&](const SourceExtent& box) {
        for (const double value : {box.minX, box.minY, box.maxX, box.maxY})
            wire.put(value);
    });
    writeOptional(wire, layer.geoExtent, [&](const core::GeoBox& box) {
        for (const double value : {box.minLongitude, box.minLatitude, box.maxLongitude, box.maxLatitude})
            wire.put(value);
    });
    wire.put(static_cast<std::uint64_t>(layer.fields.size()));
    for (const LayerField& field : layer.fields) {
        wire.put(field.name);
        wire.put(field.type);
    }
    for (const int number : {layer.width, layer.height, layer.bands})
        wire.put(number);
}

LayerInfo readLayer(WireReader& wire) {
    LayerInfo layer;
    layer.name = wire.text();
    layer.kind = wire.choice(LayerKind::Table);
    layer.geometryType = wire.text();
    layer.featureCount = readOptional(wire, [&] { return wire.get<std::int64_t>(); });
    layer.crs = wire.text();
    layer.crsDefinition = wire.text();
    layer.extent = readOptional(wire, [&] {
        SourceExtent box;
        for (double* const value : {&box.minX, &box.minY, &box.maxX, &box.maxY})
            *value = wire.get<double>();
        return box;
    });
    layer.geoExtent = readOptional(wire, [&] {
        core::GeoBox box;
        for (double* const value : {&box.minLongitude, &box.minLatitude, &box.maxLongitude, &box.maxLatitude})
            *value = wire.get<double>();
        return box;
    });
    layer.fields.resize(wire.count(2 * Count));
    for (LayerField& field : layer.fields) {
        field.name = wire.text();
        field.type = wire.text();
    }
    for (int* const number : {&layer.width, &layer.height, &layer.bands})
        *number = wire.get<int>();
    return layer;
}

} // namespace

void write(WireWriter& wire, const TableOptions& options) {
    wire.put(options.layer);
    wire.put(options.encoding);
    wire.put(options.crs);
    wire.put(options.keepSourceShape);
}

TableOptions readTableOptions(WireReader& wire) {
    TableOptions options;
    options.layer = wire.text();
    options.encoding = wire.text();
    options.crs = wire.text();
    options.keepSourceShape = wire.flag();
    return options;
}

void write(WireWriter& wire, const TableHead& head) {
    wire.put(head.fields);
    wire.put(head.crs);
    wire.put(head.hasGeometry);
    wire.put(head.isBallpark);
    writeOptional(wire, head.rowCount, [&](std::uint64_t count) { wire.put(count); });
}

TableHead readTableHead(WireReader& wire) {
    TableHead head;
    head.fields = wire.texts();
    head.crs = wire.text();
    head.hasGeometry = wire.flag();
    head.isBallpark = wire.flag();
    head.rowCount = readOptional(wire, [&] { return wire.get<std::uint64_t>(); });
    return head;
}

void write(WireWriter& wire, const Row& row) {
    wire.put(static_cast<std::uint64_t>(row.number));
    wire.put(row.values);
    for (const bool isNull : row.isNull)
        wire.put(isNull);
    wire.put(row.problem);
    writeOptional(wire, row.point, [&](core::GeoPoint point) {
        wire.put(point.longitude);
        wire.put(point.latitude);
    });
    writeOptional(wire, row.shape, [&](const core::Shape& shape) {
        writePolygons(wire, shape.polygons);
        writeLines(wire, shape.lines);
    });
    writeOptional(wire, row.sourceShape, [&](const PlanarShape& shape) {
        writePolygons(wire, shape.polygons);
        writeLines(wire, shape.lines);
        wire.putAll(std::span(shape.points));
    });
}

Row readRow(WireReader& wire) {
    Row row;
    row.number = static_cast<std::size_t>(wire.get<std::uint64_t>());
    row.values = wire.texts();
    row.isNull.resize(row.values.size());
    for (std::size_t i = 0; i < row.isNull.size(); ++i)
        row.isNull[i] = wire.flag();
    row.problem = wire.text();
    row.point = readOptional(wire, [&] {
        const auto longitude = wire.get<double>();
        return core::GeoPoint{longitude, wire.get<double>()};
    });
    row.shape = readOptional(wire, [&] {
        core::Shape shape;
        shape.polygons = readPolygons<core::GeoPoint>(wire);
        shape.lines = readLines<core::GeoPoint>(wire);
        return shape;
    });
    row.sourceShape = readOptional(wire, [&] {
        PlanarShape shape;
        shape.polygons = readPolygons<MapPoint>(wire);
        shape.lines = readLines<MapPoint>(wire);
        shape.points = wire.all<MapPoint>();
        return shape;
    });
    return row;
}

void write(WireWriter& wire, const SourceInfo& info) {
    wire.put(info.driver);
    wire.put(info.encoding);
    wire.put(static_cast<std::uint64_t>(info.layers.size()));
    for (const LayerInfo& layer : info.layers)
        writeLayer(wire, layer);
    wire.put(info.problems);
}

SourceInfo readSourceInfo(WireReader& wire) {
    SourceInfo info;
    info.driver = wire.text();
    info.encoding = wire.text();
    info.layers.resize(wire.count(4 * Count));
    for (LayerInfo& layer : info.layers)
        layer = readLayer(wire);
    info.problems = wire.messages();
    return info;
}

} // namespace gridwarden::gis
