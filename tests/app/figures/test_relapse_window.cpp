// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/figures/relapse_window.h"
#include "app/figures/single_window.h"
#include "tests/support/small_district.h"

#include <QComboBox>
#include <QLabel>
#include <QSignalSpy>
#include <QTableWidget>
#include <QTest>

using namespace gridwarden;
using namespace gridwarden::test;
using std::chrono::days;

namespace {

/// One place that came back after 4 and 34 days and is clear now, one that was cleared once, one that was never cleared.
struct RelapseDesk {
    SmallDistrict small;
    app::Jobs jobs;
    app::Workspace workspace{&jobs};
    QWidget parent;
    app::RelapseWindow* window = nullptr;

    RelapseDesk() {
        std::vector<core::ImportedCase> cases;
        const core::Moment begin = core::now() - days(100);
        const auto add = [&](core::GeoPoint place, int reported, std::optional<int> closed) {
            core::ImportedCase one;
            one.reported = begin + days(reported);
            if (closed)
                one.closed = begin + days(*closed);
            one.category = small.category("09006");
            one.place = place;
            one.address = "人民路" + std::to_string(reported) + "号";
            one.source = "patrol";
            cases.push_back(one);
        };
        const core::GeoPoint market{120.6451, 28.0051};
        add(market, 0, 1);
        add(market, 5, 6);
        add(market, 40, 41);
        add({120.6551, 28.0151}, 3, 4);
        add({120.6551, 28.0051}, 3, std::nullopt);
        core::ImportRecord record;
        REQUIRE(small.district->importBatch({"test", {}}, small.actor, record, [&](core::Change& change) -> core::Result<void> {
            const auto written = core::writeImportedCases(*small.district, change, cases, core::OnDuplicate::Reject);
            return written ? core::Result<void>() : core::fail(written);
        }));
        REQUIRE(workspace.adopt(std::move(small.district)));
        app::openSingle<app::RelapseWindow>(workspace, &parent);
        window = parent.findChild<app::RelapseWindow*>();
        REQUIRE(window != nullptr);
        settle();
    }
    void settle() { REQUIRE(QTest::qWaitFor([this] { return !window->isFinding(); }, 10'000)); }
    template <class Widget> Widget& part(const char* name) {
        auto* const found = window->findChild<Widget*>(QLatin1String(name));
        REQUIRE(found != nullptr);
        return *found;
    }
};

} // namespace

TEST_CASE("places that came back are listed with how often and lead to their cases", "[app][figures]") {
    RelapseDesk desk;
    auto& table = desk.part<QTableWidget>("relapseTable");
    REQUIRE(table.rowCount() == 1);
    const auto text = [&](int column) { return table.item(0, column)->text().toStdString(); };
    CHECK(text(0).find("01") != std::string::npos);
    CHECK(text(0).find("人民路40号") != std::string::npos); // the latest
    CHECK(text(2) == "3");  // cleared
    CHECK(text(3) == "2");  // came back
    CHECK(text(4) == "1");  // within 30 days
    CHECK(text(5) == "34"); // of 4, 34 and more than 59 days
    CHECK(desk.part<QLabel>("relapseSummary").text().contains(QStringLiteral("2 places")));

    QTest::mouseClick(table.viewport(), Qt::LeftButton, {}, table.visualItemRect(table.item(0, 2)).center());
    CHECK(desk.workspace.selectedCases().size() == 3);

    auto& within = desk.part<QComboBox>("relapseWithin");
    within.setFocus();
    QTest::keyClick(&within, Qt::Key_End); // 90 days
    desk.settle();
    CHECK(text(4) == "2");
}

TEST_CASE("areas can be the places, and methods of handling are compared", "[app][figures]") {
    RelapseDesk desk;
    auto& place = desk.part<QComboBox>("relapseCell");
    place.setFocus();
    QTest::keyClick(&place, Qt::Key_End); // grids, the only kind there
    desk.settle();
    auto& table = desk.part<QTableWidget>("relapseTable");
    REQUIRE(table.rowCount() == 1);
    CHECK(table.item(0, 0)->text() == QStringLiteral("01 网格01"));
    CHECK(table.item(0, 3)->text() == QStringLiteral("2"));
    auto& groups = desk.part<QComboBox>("relapseGroups");
    groups.setFocus();
    QTest::keyClicks(&groups, QStringLiteral("method"));
    desk.settle();
    CHECK(desk.part<QLabel>("relapseTest").text().contains(QStringLiteral("method not said")));
    place.setFocus();
    QTest::keyClick(&place, Qt::Key_Up); // names: each case of the story has its own address
    desk.settle();
    CHECK(place.currentText() == QStringLiteral("the same address"));
    CHECK(table.rowCount() == 0);
    QTest::keyClick(&place, Qt::Key_Home);
    desk.settle();
    CHECK(table.item(0, 0)->text().contains(QStringLiteral("人民路")));
}

TEST_CASE("groups are compared and a filter by days does not hide returns", "[app][figures]") {
    RelapseDesk desk;
    core::Filter filter;
    const core::Day today = desk.workspace.district()->timeZone().day(core::now());
    filter.from = today - days(101);
    filter.to = today - days(98); // the first case alone
    desk.workspace.setFilter(filter);
    desk.settle();
    CHECK(desk.part<QTableWidget>("relapseTable").rowCount() == 1);
    CHECK(desk.part<QLabel>("relapseSummary").text().contains(QStringLiteral("days of the filter")));
    auto& groups = desk.part<QComboBox>("relapseGroups");
    groups.setFocus();
    QTest::keyClick(&groups, Qt::Key_End);
    desk.settle();
    CHECK(desk.part<QLabel>("relapseTest").text().contains(QStringLiteral("nothing to compare"))); // one source
}

TEST_CASE("places that came back are marked for the map and a click there selects the first row", "[app][figures]") {
    RelapseDesk desk;
    auto& table = desk.part<QTableWidget>("relapseTable");
    app::MarkedPlaces& marks = desk.window->marks();
    REQUIRE(table.rowCount() == 1);
    REQUIRE(marks.places().size() == 1);
    CHECK(marks.places()[0].front().contains({120.6451, 28.0051}));
    QSignalSpy zoomed(&desk.workspace, &app::Workspace::zoomRequested);
    marks.click(0);
    CHECK(table.currentRow() == 0);
    CHECK(marks.selected() == 0U);
    CHECK_FALSE(desk.workspace.selectedCases().empty());
    CHECK(zoomed.count() == 0);
}
