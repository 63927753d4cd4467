// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/map/datum_check.h"
#include "core/base/text.h"
#include "tests/app/map/map_desk.h"

#include <QComboBox>
#include <QLabel>
#include <QPushButton>
#include <QTableWidget>
#include <fstream>

using namespace gridwarden;
using namespace gridwarden::test;

namespace {

/// The points of interest of the table in one of its datums, as a file of points.
std::filesystem::path writePoints(const std::filesystem::path& file, std::size_t column) {
    std::ifstream table(GRIDWARDEN_TEST_DATA "/areas/shanghai_poi_three_datums.csv");
    std::ofstream points(file);
    std::string line;
    REQUIRE(std::getline(table, line));
    points << R"({"type":"FeatureCollection","features":[)";
    for (const char* between = ""; std::getline(table, line); between = ",") {
        const auto cells = core::split(line, ',');
        points << between << R"({"type":"Feature","properties":{},"geometry":{"type":"Point","coordinates":[)" << cells[column] << ',' << cells[column + 1] << "]}}";
    }
    points << "]}";
    return file;
}

} // namespace

TEST_CASE("a layer is compared with another and changed only when the button is pressed", "[app][map]") {
    SmallDistrict small;
    app::Jobs jobs;
    app::Workspace workspace;
    REQUIRE(workspace.adopt(std::move(small.district)));
    app::LayerList layers(workspace, jobs);
    constexpr std::size_t Truth = 4, Gcj02 = 6;
    layers.add({{.path = writePoints(small.folder / "vendor.geojson", Gcj02), .layer = {}, .encoding = {}, .crs = {}, .fields = {}},
                {.path = writePoints(small.folder / "truth.geojson", Truth), .layer = {}, .encoding = {}, .crs = {}, .fields = {}}});
    REQUIRE(QTest::qWaitFor([&] { return !layers.isLoading(); }, 10'000));
    const auto open = [&] {
        auto dialog = std::make_unique<app::DatumCheck>(layers, 3, jobs);
        auto* const reference = dialog->findChild<QComboBox*>(QStringLiteral("datumReference"));
        reference->setCurrentIndex(reference->findText(QStringLiteral("truth")));
        dialog->show();
        REQUIRE(QTest::qWaitFor([&] { return !jobs.isBusy() && dialog->findChild<QTableWidget*>(QStringLiteral("datumEvidence"))->item(0, 0) != nullptr; }, 10'000));
        return dialog;
    };
    const auto verdictOf = [](const app::DatumCheck& dialog) { return dialog.findChild<QLabel*>(QStringLiteral("datumVerdict"))->text().toStdString(); };
    {
        const auto dialog = open();
        CHECK(verdictOf(*dialog).starts_with("This looks like GCJ-02."));
        auto* const table = dialog->findChild<QTableWidget*>(QStringLiteral("datumEvidence"));
        CHECK(table->item(1, 1)->text() == QStringLiteral("40 of 40 points"));
        CHECK(layers.entry(3).source.crs.empty());
        auto* const apply = dialog->findChild<QPushButton*>(QStringLiteral("applyDatum"));
        REQUIRE(apply->isEnabled());
        QTest::mouseClick(apply, Qt::LeftButton);
        CHECK(dialog->chosen() == "gcj02");
        CHECK(layers.entry(3).source.crs.empty()); // it is for whoever asked
    }
    gis::LayerSource source = layers.entry(3).source;
    source.crs = "gcj02";
    layers.setSource(3, source);
    REQUIRE(QTest::qWaitFor([&] { return !layers.isLoading(); }, 10'000));
    const auto dialog = open();
    CHECK(verdictOf(*dialog).starts_with("It lies where it belongs, read as GCJ-02"));
    CHECK_FALSE(dialog->findChild<QPushButton*>(QStringLiteral("applyDatum"))->isEnabled());
}
