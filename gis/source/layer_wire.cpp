// SPDX-License-Identifier: GPL-3.0-or-later
#include "gis/source/layer_wire.h"

#include <algorithm>
#include <numeric>

namespace gridwarden::gis {

bool ShapeBatch::isConsistent() const {
    const auto sum = [](const std::vector<std::uint32_t>& values) {
        return std::accumulate(values.begin(), values.end(), std::uint64_t{0});
    };
    return features.size() == kinds.size() && partCounts.size() == kinds.size() && sum(partCounts) == partSizes.size() &&
           sum(partSizes) == vertices.size() &&
           std::all_of(kinds.begin(), kinds.end(), [](ShapeKind kind) { return kind <= ShapeKind::Polygon; }) &&
           std::all_of(columns.begin(), columns.end(), [this](const ColumnPart& column) {
               return column.isGivenUp || column.positions.size() == kinds.size();
           });
}

void write(WireWriter& wire, const LayerSource& source) {
    wire.put(source.path.string());
    wire.put(source.layer);
    wire.put(source.encoding);
    wire.put(source.crs);
}

LayerSource readLayerSource(WireReader& wire) {
    LayerSource source;
    source.path = wire.text();
    source.layer = wire.text();
    source.encoding = wire.text();
    source.crs = wire.text();
    return source;
}

void write(WireWriter& wire, const LayerHead& head) {
    wire.put(head.name);
    wire.put(static_cast<std::uint64_t>(head.fields.size()));
    for (const LayerHead::Field& field : head.fields) {
        wire.put(field.name);
        wire.put(field.isText);
    }
    wire.put(head.featureCount);
}

LayerHead readLayerHead(WireReader& wire) {
    LayerHead head;
    head.name = wire.text();
    head.fields.resize(wire.count(sizeof(std::uint64_t) + 1));
    for (LayerHead::Field& field : head.fields) {
        field.name = wire.text();
        field.isText = wire.flag();
    }
    head.featureCount = wire.get<std::int64_t>();
    return head;
}

void write(WireWriter& wire, const ShapeBatch& batch) {
    wire.putAll(std::span(batch.kinds));
    wire.putAll(std::span(batch.features));
    wire.putAll(std::span(batch.partCounts));
    wire.putAll(std::span(batch.partSizes));
    wire.putAll(std::span(batch.vertices));
    wire.put(static_cast<std::uint64_t>(batch.columns.size()));
    for (const ColumnPart& column : batch.columns) {
        wire.put(column.newValues);
        wire.putAll(std::span(column.positions));
        wire.put(column.isGivenUp);
    }
    wire.put(batch.share);
}

ShapeBatch readShapeBatch(WireReader& wire) {
    ShapeBatch batch;
    batch.kinds = wire.all<ShapeKind>();
    batch.features = wire.all<std::int64_t>();
    batch.partCounts = wire.all<std::uint32_t>();
    batch.partSizes = wire.all<std::uint32_t>();
    batch.vertices = wire.all<MapPoint>();
    batch.columns.resize(wire.count(2 * sizeof(std::uint64_t) + 1));
    for (ColumnPart& column : batch.columns) {
        column.newValues = wire.texts();
        column.positions = wire.all<std::uint32_t>();
        column.isGivenUp = wire.flag();
    }
    batch.share = wire.get<double>();
    return batch;
}

void write(WireWriter& wire, const LayerTail& tail) {
    for (const std::uint64_t count :
         {tail.leftOut.withoutShape, tail.leftOut.offMap, tail.leftOut.degenerate, tail.leftOut.inPart})
        wire.put(count);
    wire.put(tail.notes);
}

LayerTail readLayerTail(WireReader& wire) {
    LayerTail tail;
    for (std::uint64_t* const count :
         {&tail.leftOut.withoutShape, &tail.leftOut.offMap, &tail.leftOut.degenerate, &tail.leftOut.inPart})
        *count = wire.get<std::uint64_t>();
    tail.notes = wire.messages();
    return tail;
}

void write(WireWriter& wire, const ImageHead& head) {
    for (const double value : {head.extent.minX, head.extent.minY, head.extent.maxX, head.extent.maxY})
        wire.put(value);
    wire.put(head.notes);
}

ImageHead readImageHead(WireReader& wire) {
    ImageHead head;
    for (double* const value : {&head.extent.minX, &head.extent.minY, &head.extent.maxX, &head.extent.maxY})
        *value = wire.get<double>();
    head.notes = wire.messages();
    return head;
}

void write(WireWriter& wire, const RasterWindow& window) {
    for (const double value : {window.left, window.top, window.width, window.height})
        wire.put(value);
    wire.put(window.columns);
    wire.put(window.rows);
}

RasterWindow readRasterWindow(WireReader& wire) {
    RasterWindow window;
    for (double* const value : {&window.left, &window.top, &window.width, &window.height})
        *value = wire.get<double>();
    window.columns = wire.get<int>();
    window.rows = wire.get<int>();
    return window;
}

} // namespace gridwarden::gis
