// SPDX-License-Identifier: GPL-3.0-or-later
// The lock file that a writer left beside a district.
#include "core/store/file_lock.h"
#include "tests/fuzz/fuzz.h"

using namespace gridwarden;
using namespace gridwarden::core;
using fuzz::require;

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    const std::filesystem::path lock = fuzz::fileWith("east.gpkg.lock", fuzz::Input(data, size).rest());
    auto taken = FileLock::take(lock.parent_path() / "east.gpkg");
    require(fuzz::isGood(taken), "a lock that nobody holds is taken");
    require(taken->leftOver().has_value() == (size != 0), "what was left is seen");
    if (!taken->leftOver())
        return 0;
    require(taken->leftOver()->who.size() + taken->leftOver()->machine.size() <= 65536, "names are read up to a length");
    if (const auto& work = taken->leftOver()->work) {
        require(!entryKindKey(work->kind).empty(), "the work is of a known kind");
        using namespace std::chrono;
        require(work->since >= sys_days(year(1970) / 1 / 1) && work->since < sys_days(year(10000) / 1 / 1), "a moment has four digits of year");
    }
    return 0;
}
