// SPDX-License-Identifier: GPL-3.0-or-later
// District files for measurements.
#pragma once

#include "core/district.h"
#include "core/district/areas.h"
#include "gis/source/case_import.h"
#include "tests/bench/bench_cases.h"

#include <cstdio>
#include <cstdlib>
#include <filesystem>

namespace gridwarden::bench {

namespace fs = std::filesystem;

template <class Value> Value must(core::Result<Value> result, const char* what) {
    if (!result) {
        std::fprintf(stderr, "%s: %s %s\n", what, result.error().what.key.c_str(), result.error().detail.c_str());
        std::exit(1);
    }
    if constexpr (!std::is_void_v<Value>)
        return std::move(*result);
}

inline void clear(const fs::path& file) {
    fs::remove(file);
    fs::remove_all(fs::path(file).replace_extension(".backups"));
    fs::remove(file.string() + ".lock");
}

inline gis::CaseImportReport import(core::District& district, const fs::path& csv) {
    gis::CaseImportOptions options;
    const std::vector<std::string> mapping = {"number=case_no",  "reported=created",  "due=due",       "closed=closed",
                                              "category=subcat", "description=descr", "longitude=lon", "latitude=lat"};
    options.mapping = must(gis::mappingFromTexts(mapping), "mapping");
    return must(gis::importCases(district, core::District::systemActor(), csv, options), "import");
}

inline void makeEmpty(const fs::path& file) {
    clear(file);
    auto district = must(core::District::create(file, {"测试区", "Asia/Shanghai", ""}), "district");
    must(district->change({"import-areas", {"grids"}}, core::District::systemActor(),
                          [](core::Change& change) -> core::Result<void> {
                              for (const core::Area& grid : raggedGrids(63))
                                  if (auto added = core::addArea(change, grid); !added)
                                      return core::fail(added);
                              return {};
                          }),
         "areas");
    district->keepDay();
}

/// A district of 3,969 grids with so many cases.
inline void makeDistrict(const fs::path& file, std::int64_t cases) {
    const fs::path csv = fs::path(file).replace_extension(".csv");
    makeEmpty(file);
    auto district = must(core::District::open(file, core::OpenMode::ReadWrite), "open");
    writeCases(csv, cases, district->categories());
    import(*district, csv);
    fs::remove(csv);
}

} // namespace gridwarden::bench
