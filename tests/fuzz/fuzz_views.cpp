// SPDX-License-Identifier: GPL-3.0-or-later
// Saved views of the case table: texts that lie in the district's file.
#include "app/cases/saved_view.h"
#include "tests/fuzz/fuzz.h"

using namespace gridwarden;
using namespace gridwarden::fuzz;

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    const auto view = app::viewFromText({reinterpret_cast<const char*>(data), size});
    if (!isGood(view))
        return 0;
    const auto again = app::viewFromText(app::viewToText(*view));
    require(again.has_value() && *again == *view, "a view reads back as it was written");
    return 0;
}
