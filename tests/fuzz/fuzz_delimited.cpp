// SPDX-License-Identifier: GPL-3.0-or-later
// Delimited text in known and unknown encodings, packed or not.
#include "tests/fuzz/table_properties.h"

using namespace gridwarden;

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    static constexpr const char* Encodings[] = {"", "UTF-8", "GB18030", "CP950", "UTF-16LE", "CP932", "UTF-7", "CP1252"};
    fuzz::Input input(data, size);
    const bool isPacked = input.choice(8) == 7;
    gis::TableOptions options;
    options.encoding = Encodings[input.choice(std::size(Encodings))];
    const auto path = fuzz::fileWith(isPacked ? "table.csv.gz" : "table.csv", input.rest());
    const auto reader = gis::openDelimited(path, options);
    constexpr std::size_t MostUnpacking = 1100; // of deflate
    if (fuzz::isGood(reader))
        fuzz::readAll(**reader, isPacked ? size * MostUnpacking : size + 1);
    return 0;
}
