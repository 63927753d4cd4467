// SPDX-License-Identifier: GPL-3.0-or-later
// Rows of a JSON array.
#include "tests/fuzz/table_properties.h"

using namespace gridwarden;

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    const auto path = fuzz::fileWith("rows.json", fuzz::Input(data, size).rest());
    (void)gis::isJsonArray(path);
    const auto reader = gis::openJsonRows(path);
    if (fuzz::isGood(reader))
        fuzz::readAll(**reader, size + 1);
    return 0;
}
