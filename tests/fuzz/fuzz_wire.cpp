// SPDX-License-Identifier: GPL-3.0-or-later
// What a reader process says, as the program takes it: it may be one that a hostile file has taken over.
#include "gis/source/layer_wire.h"
#include "gis/source/table_wire.h"
#include "tests/fuzz/fuzz.h"

using namespace gridwarden;
using namespace gridwarden::gis;
using fuzz::require;

namespace {

/// Reads a value; what is good and fills the bytes is written as these very bytes again.
template <class Read> void roundTrip(std::string_view bytes, Read read) {
    WireReader wire(bytes);
    const auto value = read(wire);
    if (!wire.isGood() || !wire.isAtEnd())
        return;
    WireWriter again;
    write(again, value);
    WireReader second(again.bytes());
    const auto same = read(second);
    require(second.isGood() && second.isAtEnd(), "what is written can be read");
    WireWriter third;
    write(third, same);
    require(third.bytes() == again.bytes(), "a value survives the way there and back");
}

void readBatch(std::string_view bytes) {
    WireReader wire(bytes);
    const ShapeBatch batch = readShapeBatch(wire);
    if (!wire.isGood() || !batch.isConsistent())
        return;
    // As a loader walks through it.
    std::size_t part = 0, vertex = 0;
    for (std::size_t shape = 0; shape < batch.kinds.size(); ++shape)
        for (std::uint32_t i = 0; i < batch.partCounts[shape]; ++i)
            vertex += batch.partSizes[part++];
    require(part == batch.partSizes.size() && vertex == batch.vertices.size(), "a consistent batch has a vertex for each count");
}

void readErrors(std::string_view bytes) {
    WireReader wire(bytes);
    const core::Error error = wire.error();
    if (wire.isGood())
        require(error.code <= core::ErrorCode::Internal, "an error is of a known kind");
    else
        require(wire.isAtEnd(), "nothing follows what cannot be");
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    fuzz::Input input(data, size);
    const unsigned kind = input.choice(10);
    const std::string_view bytes = input.rest();
    switch (kind) {
    case 0:
        roundTrip(bytes, readLayerSource);
        break;
    case 1:
        roundTrip(bytes, readLayerHead);
        break;
    case 2:
        readBatch(bytes);
        break;
    case 3:
        roundTrip(bytes, readLayerTail);
        break;
    case 4:
        roundTrip(bytes, readImageHead);
        break;
    case 5:
        roundTrip(bytes, readRasterWindow);
        break;
    case 6:
        roundTrip(bytes, readTableOptions);
        break;
    case 7:
        roundTrip(bytes, readTableHead);
        break;
    case 8:
        roundTrip(bytes, [](WireReader& wire) { return gis::readRow(wire); });
        break;
    default:
        roundTrip(bytes, readSourceInfo);
        readErrors(bytes);
    }
    return 0;
}
