// SPDX-License-Identifier: GPL-3.0-or-later
// The reports of the demo district: its base layers, a year of cases and 54 grids.
#include "app/demo/demo_district.h"
#include "tests/app/report/report_district.h"

#include <catch2/catch.hpp>

using namespace gridwarden;
using namespace gridwarden::test;

TEST_CASE("the demo district's reports hold each case of the month exactly once", "[report][demo]") {
    const ScratchFolder folder;
    auto district = app::makeDemoDistrict(folder / "demo.gpkg");
    REQUIRE(district);
    app::GridReportOptions options;
    options.period = October;
    options.asOf = moment("2026-11-21T08:00");
    options.output = folder / "october.pdf";
    const auto outcome = app::writeGridReports(**district, options);
    REQUIRE(outcome);
    CHECK(outcome->areas == 54);
    CHECK(outcome->notes.empty());
    CHECK(pathText(outcome->files[0]) == pathText(options.output));

    const QString text = textOf(options.output);
    const auto numbers = (*district)->connection().rows(
        "SELECT number FROM case_report JOIN case_state ON case_id = case_report.id WHERE reported >= ? AND reported < ? AND grid IS NOT NULL",
        {moment("2026-10-01T00:00"), moment("2026-11-01T00:00")}, [](const core::Row& row) { return row.text(0); });
    INFO((numbers ? std::string() : numbers.error().detail));
    REQUIRE(numbers);
    REQUIRE(numbers->size() > 400);
    for (const std::string& number : *numbers)
        if (occurrences(text, QString::fromStdString(number)) != 1)
            FAIL_CHECK(number << " is found " << occurrences(text, QString::fromStdString(number)) << " times");
    for (const core::Area* grid : (*district)->areas().ofKind(core::AreaKind::Grid))
        CHECK(text.contains(QStringLiteral("责任网格%1督导报告").arg(QString::fromStdString(grid->code))));
    CHECK(outputOf(QStringLiteral("qpdf"), {QStringLiteral("--check"), pathText(options.output)}).contains(QStringLiteral("No syntax or stream encoding errors")));
}
