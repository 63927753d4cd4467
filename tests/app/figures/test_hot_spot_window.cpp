// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/figures/hot_spot_window.h"
#include "app/figures/single_window.h"
#include "tests/support/small_district.h"

#include <QComboBox>
#include <QLabel>
#include <QSignalSpy>
#include <QTableWidget>
#include <QTest>

using namespace gridwarden;
using namespace gridwarden::test;

namespace {

/// A case in each of 20 × 20 places all over the four grids, and `more` in each of 5 × 5 of them in the south-west.
struct HotSpotDesk {
    SmallDistrict small;
    app::Jobs jobs;
    app::Workspace workspace{&jobs};
    QWidget parent;
    app::HotSpotWindow* window = nullptr;

    explicit HotSpotDesk(int more) {
        std::vector<core::ImportedCase> cases;
        const core::Moment begin = core::now() - std::chrono::days(60);
        for (int column = 0; column < 20; ++column)
            for (int row = 0; row < 20; ++row)
                for (int i = 0; i < (column >= 2 && column < 7 && row >= 2 && row < 7 ? 1 + more : 1); ++i) {
                    core::ImportedCase one;
                    one.reported = begin + std::chrono::hours(cases.size());
                    one.category = small.category("09006");
                    one.place = core::GeoPoint{120.6405 + 0.001 * column, 28.0005 + 0.001 * row};
                    one.source = "patrol";
                    cases.push_back(one);
                }
        core::ImportRecord record;
        REQUIRE(small.district->importBatch({"test", {}}, small.actor, record, [&](core::Change& change) -> core::Result<void> {
            const auto written = core::writeImportedCases(*small.district, change, cases, core::OnDuplicate::Reject);
            return written ? core::Result<void>() : core::fail(written);
        }));
        REQUIRE(workspace.adopt(std::move(small.district)));
        app::openSingle<app::HotSpotWindow>(workspace, &parent);
        window = parent.findChild<app::HotSpotWindow*>();
        REQUIRE(window != nullptr);
        settle();
    }
    void settle() { REQUIRE(QTest::qWaitFor([this] { return !window->isFinding(); }, 20'000)); }
    template <class Widget> Widget& part(const char* name) {
        auto* const found = window->findChild<Widget*>(QLatin1String(name));
        REQUIRE(found != nullptr);
        return *found;
    }
    void choose(const char* box, Qt::Key key) {
        auto& field = part<QComboBox>(box);
        field.setFocus();
        QTest::keyClick(&field, key);
        settle();
    }
};

} // namespace

TEST_CASE("squares that crowd are listed and lead to their cases", "[app][figures]") {
    HotSpotDesk desk(6);
    desk.choose("hotSpotCell", Qt::Key_Home); // 100 m
    auto& table = desk.part<QTableWidget>("hotSpotTable");
    REQUIRE(table.rowCount() > 10);
    CHECK(table.rowCount() < 150); // of some 400
    int first = -1, inGrid = 0; // a square between the places has no cases of its own
    for (int row = 0; row < 10; ++row) {
        const QString place = table.item(row, 0)->text();
        const bool isIn = place.startsWith(QStringLiteral("01"));
        CHECK((isIn || place == QStringLiteral("among crowded squares")));
        inGrid += isIn ? 1 : 0;
        first = isIn && first < 0 ? row : first;
    }
    CHECK(inGrid >= 5);
    REQUIRE(first >= 0);
    const int cases = table.item(first, 1)->text().toInt();
    CHECK(cases >= 7);
    QTest::mouseClick(table.viewport(), Qt::LeftButton, {}, table.visualItemRect(table.item(first, 1)).center());
    CHECK(static_cast<int>(desk.workspace.selectedCases().size()) == cases);
    CHECK(desk.part<QLabel>("hotSpotMethodText").text().contains(QStringLiteral("Benjamini")));
}

TEST_CASE("the squares of the table are marked for the map and a click there selects the row", "[app][figures]") {
    HotSpotDesk desk(6);
    desk.choose("hotSpotCell", Qt::Key_Home); // 100 m
    auto& table = desk.part<QTableWidget>("hotSpotTable");
    app::MarkedPlaces& marks = desk.window->marks();
    REQUIRE(table.rowCount() > 3);
    REQUIRE(static_cast<int>(marks.places().size()) == table.rowCount());
    CHECK(marks.caption() == QStringLiteral("Hot spot"));
    CHECK_FALSE(marks.selected());
    for (const app::MarkedPlaces::Place& place : marks.places()) {
        REQUIRE(place.size() == 1);
        const core::GeoBox& box = place.front();
        CHECK(core::distanceMetres({box.minLongitude, box.minLatitude}, {box.minLongitude, box.maxLatitude}) == Approx(100).epsilon(0.01)); // metres
    }
    QSignalSpy zoomed(&desk.workspace, &app::Workspace::zoomRequested);
    QTest::mouseClick(table.viewport(), Qt::LeftButton, {}, table.visualItemRect(table.item(1, 1)).center());
    CHECK(marks.selected() == 1U);
    CHECK(zoomed.count() == 1);
    marks.click(2); // as the map does
    CHECK(table.currentRow() == 2);
    CHECK(marks.selected() == 2U);
    CHECK(zoomed.count() == 1); // who clicks on the map looks there already
    desk.choose("hotSpotCell", Qt::Key_End); // too few squares
    CHECK(marks.places().empty());
}

TEST_CASE("an even spread has no hot spots and too few cases give a sentence", "[app][figures]") {
    HotSpotDesk desk(0);
    desk.choose("hotSpotCell", Qt::Key_Home);
    CHECK(desk.part<QTableWidget>("hotSpotTable").rowCount() == 0);
    CHECK(desk.part<QLabel>("hotSpotSummary").text().startsWith(QStringLiteral("No square is a hot spot")));
    desk.choose("hotSpotCell", Qt::Key_End); // 1,000 m: about four squares
    CHECK(desk.part<QTableWidget>("hotSpotTable").rowCount() == 0);
    CHECK(desk.part<QLabel>("hotSpotSummary").text().contains(QStringLiteral("squares have cases")));
}

TEST_CASE("a steady district has no new clusters", "[app][figures]") {
    HotSpotDesk desk(0);
    desk.choose("hotSpotMethod", Qt::Key_End);
    CHECK(desk.part<QLabel>("hotSpotMethodText").text().contains(QStringLiteral("permutation scan of 400 cases")));
}
