// SPDX-License-Identifier: GPL-3.0-or-later
#include "gis/source/layer_wire.h"
#include "gis/source/table_wire.h"

#include <catch2/catch.hpp>

using namespace gridwarden;
using namespace gridwarden::gis;

namespace {

Row sampleRow() {
    Row row;
    row.number = 7;
    row.values = {"甲", "", "3.5"};
    row.isNull = {false, true, false};
    row.problem = "row-encoding";
    row.point = core::GeoPoint{120.5, 28.25};
    row.shape = core::Shape{{{{{1, 2}, {3, 4}, {5, 6}, {1, 2}}}}, {{{7, 8}, {9, 10}}}};
    row.sourceShape = PlanarShape{{{{{1, 2}, {3, 4}}}}, {}, {{5, 6}}};
    return row;
}

ShapeBatch sampleBatch() {
    ShapeBatch batch;
    batch.kinds = {ShapeKind::Point, ShapeKind::Line};
    batch.features = {11, 12};
    batch.partCounts = {1, 2};
    batch.partSizes = {1, 2, 3};
    batch.vertices.resize(6, {1, 2});
    batch.columns = {{{"甲"}, {0, 1}, false}};
    batch.share = 0.5;
    return batch;
}

} // namespace

TEST_CASE("a row arrives as it was sent", "[gis][reader]") {
    WireWriter writer;
    write(writer, sampleRow());
    WireReader reader(writer.bytes());
    const Row row = readRow(reader);
    CHECK(reader.isGood());
    CHECK(reader.isAtEnd());
    CHECK(row.number == 7);
    CHECK(row.values == sampleRow().values);
    CHECK(row.isNull == sampleRow().isNull);
    CHECK(row.problem == "row-encoding");
    CHECK(row.point == core::GeoPoint{120.5, 28.25});
    CHECK(row.shape == sampleRow().shape);
    CHECK(row.sourceShape->polygons == sampleRow().sourceShape->polygons);
    CHECK(row.sourceShape->points == sampleRow().sourceShape->points);
}

TEST_CASE("what is cut off anywhere is noticed", "[gis][reader]") {
    WireWriter row;
    write(row, sampleRow());
    for (std::size_t size = 0; size < row.bytes().size(); ++size) {
        WireReader reader(std::string_view(row.bytes()).substr(0, size));
        (void)readRow(reader);
        CHECK(!reader.isGood());
    }
    WireWriter batch;
    write(batch, sampleBatch());
    for (std::size_t size = 0; size < batch.bytes().size(); ++size) {
        WireReader reader(std::string_view(batch.bytes()).substr(0, size));
        (void)readShapeBatch(reader);
        CHECK(!reader.isGood());
    }
}

TEST_CASE("a count that lies makes no room", "[gis][reader]") {
    WireWriter writer;
    writer.put(std::uint64_t{1} << 62);
    WireReader texts(writer.bytes());
    CHECK(texts.texts().empty());
    CHECK(!texts.isGood());
    WireReader numbers(writer.bytes());
    CHECK(numbers.all<double>().empty());
    CHECK(!numbers.isGood());
}

TEST_CASE("a batch whose counts disagree is not used", "[gis][reader]") {
    CHECK(sampleBatch().isConsistent());
    ShapeBatch batch = sampleBatch();
    batch.partCounts[1] = 3;
    CHECK(!batch.isConsistent());
    batch = sampleBatch();
    batch.partSizes[0] = 0xffffffff;
    CHECK(!batch.isConsistent());
    batch = sampleBatch();
    batch.features.pop_back();
    CHECK(!batch.isConsistent());
    batch = sampleBatch();
    batch.kinds[0] = static_cast<ShapeKind>(9);
    CHECK(!batch.isConsistent());
    batch = sampleBatch();
    batch.columns[0].positions.pop_back();
    CHECK(!batch.isConsistent());
}
