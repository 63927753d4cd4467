// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/map/control_point_table.h"
#include "app/map/datum_dialog.h"
#include "gis/crs/crs.h"

#include <QApplication>
#include <QClipboard>
#include <QComboBox>
#include <QDialogButtonBox>
#include <QDoubleSpinBox>
#include <QLabel>
#include <QPushButton>
#include <QTableWidget>
#include <QTest>
#include <catch2/catch.hpp>

using namespace gridwarden;

namespace {

constexpr core::GeoPoint Wenzhou{120.65, 28.01};

app::DatumDialog dialogFor(const std::string& crs) { return {QStringLiteral("roads"), crs, Wenzhou, "EPSG:4549"}; }

void choose(app::DatumDialog& dialog, int kind) {
    auto* const combo = dialog.findChild<QComboBox*>(QStringLiteral("datumKind"));
    combo->setFocus();
    QTest::keyClick(combo, Qt::Key_Home);
    for (int i = 0; i < kind; ++i)
        QTest::keyClick(combo, Qt::Key_Down);
}

bool canAccept(const app::DatumDialog& dialog) { return dialog.findChild<QDialogButtonBox*>()->button(QDialogButtonBox::Ok)->isEnabled(); }

} // namespace

TEST_CASE("the datum of a layer is shown as it was chosen", "[app][map]") {
    const std::string crs = GENERATE(as<std::string>{}, "", "EPSG:4549", "gcj02", "bd09", "gcj02:EPSG:3857",
                                     R"(local:{"plane":"EPSG:4549","points":[[0.0,0.0,500000.0,3400000.0,true],[100.0,0.0,500100.0,3400000.0,true],[7.0,7.0,1.0,1.0,false]]})");
    CHECK(dialogFor(crs).crs() == crs);
}

TEST_CASE("parameters of a local system come back", "[app][map]") {
    const app::DatumDialog four = dialogFor(R"(local:{"plane":"EPSG:4549","shift":[432000,3020000],"rotation":4321.5,"scale":1.00012})");
    const auto crs = gis::Crs::parse(four.crs());
    REQUIRE(crs);
    CHECK(crs->similarity().shiftX == Approx(432000));
    CHECK(crs->similarity().rotationSeconds() == Approx(4321.5));
    CHECK(crs->similarity().scale() == Approx(1.00012).epsilon(1e-9));
    const app::DatumDialog seven = dialogFor(R"(local:{"datum":"EPSG:4610","shift":[-112.4,41.7,18.9],"rotation":[1.2,-0.8,2.1],"scale":-3.4})");
    CHECK(gis::parseLocalSystem(seven.crs())->seven == gis::SevenParameters{{-112.4, 41.7, 18.9}, {1.2, -0.8, 2.1}, -3.4});
}

TEST_CASE("GCJ-02 is chosen by the keyboard", "[app][map]") {
    app::DatumDialog dialog = dialogFor({});
    dialog.show();
    choose(dialog, 2);
    CHECK(dialog.crs() == "gcj02");
    CHECK(canAccept(dialog));
}

TEST_CASE("control points are pasted, fitted and switched off", "[app][map]") {
    app::DatumDialog dialog = dialogFor({});
    dialog.show();
    choose(dialog, 5);
    CHECK_FALSE(canAccept(dialog)); // no points yet
    // A shift by (500000, 3400000) with one point that is 3 m wrong; the first number of a line is the point's own.
    QApplication::clipboard()->setText(QStringLiteral("点号\t东\t北\t东\t北\n1\t0\t0\t500000\t3400000\n2\t100\t0\t500100\t3400000\n3\t0\t100\t500000\t3400100\n4\t100\t100\t500103\t3400100\n"));
    QTest::mouseClick(dialog.findChild<QPushButton*>(QStringLiteral("pastePoints")), Qt::LeftButton);
    auto* const table = dialog.findChild<QTableWidget*>(QStringLiteral("controlPoints"));
    REQUIRE(table->rowCount() == 4);
    CHECK(canAccept(dialog));
    CHECK(std::abs(table->item(3, 4)->text().toDouble()) > 0.5);
    CHECK(dialog.findChild<QLabel*>(QStringLiteral("controlSummary"))->text().contains(QStringLiteral("RMS")));
    table->item(3, 0)->setCheckState(Qt::Unchecked);
    CHECK(table->item(0, 4)->text().toDouble() == Approx(0).margin(0.001));
    CHECK(table->item(3, 4)->text().toDouble() == Approx(-3).margin(0.001));
    const auto crs = gis::Crs::parse(dialog.crs());
    REQUIRE(crs);
    CHECK(crs->similarity().forward({50, 50}).x == Approx(500050).margin(1e-6));
}

TEST_CASE("lines of numbers are read as control points whatever is between them", "[app][map]") {
    CHECK(app::controlPointsFromText(QStringLiteral("1.5, 2.5; 3.5 4.5\r\nheading\n1 2 3\n9\t1\t2\t3\t4")) ==
          std::vector<gis::ControlPoint>{{{1.5, 2.5}, {3.5, 4.5}, true}, {{1, 2}, {3, 4}, true}});
    // X, the northing, first, with the zone before the easting.
    CHECK(app::controlPointsFromText(QStringLiteral("55000 67000 3211000 40532000")) == std::vector<gis::ControlPoint>{{{67000, 55000}, {40532000, 3211000}, true}});
}
