// SPDX-License-Identifier: GPL-3.0-or-later
// A district and a table to import into it, in a line each.
#pragma once

#include "gis/source/case_import.h"
#include "tests/support/small_district.h"

#include <fstream>

namespace gridwarden::test {

inline gis::CaseMapping mappingOf(const std::vector<std::string>& texts) {
    const auto mapping = gis::mappingFromTexts(texts);
    REQUIRE(mapping);
    return *mapping;
}

/// The small district of tests, with four grids around (120.65, 28.01), and files beside it.
struct CaseImportSample : SmallDistrict {
    std::filesystem::path write(std::string_view name, std::string_view content) const {
        const std::filesystem::path path = folder / name;
        std::ofstream(path, std::ios::binary) << content;
        return path;
    }
    gis::CaseImportReport import(const std::filesystem::path& path, const gis::CaseImportOptions& options) {
        const auto report = gis::importCases(*district, actor, path, options);
        if (!report)
            FAIL("import failed: " << report.error().what.key << " " << report.error().detail);
        CHECK(report->accepted + report->rejected == report->read);
        return *report;
    }
    gis::CaseImportReport import(std::string_view csv, const std::vector<std::string>& mapping) {
        gis::CaseImportOptions options;
        options.mapping = mappingOf(mapping);
        return import(write("cases.csv", csv), options);
    }
    core::CaseRecord byNumber(std::string_view number) const {
        const auto id = core::findCase(district->connection(), number);
        REQUIRE(id);
        REQUIRE(id->has_value());
        return load(**id);
    }
    std::int64_t caseCount() const {
        return district->connection().integer("SELECT count(*) FROM case_report").value();
    }
};

/// "row field reason" of each problem, refusals with a cross before them.
inline std::vector<std::string> summary(const gis::CaseImportReport& report) {
    std::vector<std::string> lines;
    for (const gis::ImportProblem& problem : report.problems)
        lines.push_back((problem.isRefused ? "x " : "") + std::to_string(problem.row) + " " + problem.field + " " +
                        problem.reason.key);
    return lines;
}

} // namespace gridwarden::test
