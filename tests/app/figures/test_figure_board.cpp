// SPDX-License-Identifier: GPL-3.0-or-later
// The board: numbers of a period beside those they are compared with, each leading to its records.
#include "app/cases/period_stepper.h"
#include "app/figures/figure_board.h"
#include "app/figures/figure_chart.h"
#include "app/figures/figure_table.h"
#include "app/text/language.h"
#include "app/workspace/workspace.h"
#include "core/activity_actions.h"
#include "tests/support/small_district.h"

#include <QBarSet>
#include <QChart>
#include <QCheckBox>
#include <QComboBox>
#include <QClipboard>
#include <QGuiApplication>
#include <QLabel>
#include <QLineEdit>
#include <QTableWidget>
#include <QTest>

using namespace gridwarden;
using namespace gridwarden::test;
using namespace Qt::StringLiterals;

namespace {

core::Day day(const char* text) { return core::parseDay(text).value(); }
core::Moment at(const std::string& local) { return core::parseMoment(local + ":00+08:00", core::TimeZone()).value(); }

/// Two cases of March 2025, three of February 2026 (one by the public), four of March 2026 (two in grid 02), and stalls cleared in both months.
struct BoardDesk {
    SmallDistrict small;
    std::vector<core::AreaId> grids = small.grids;
    app::Jobs jobs;
    app::Workspace workspace{&jobs};
    std::unique_ptr<app::FigureBoard> board;
    std::vector<core::CaseId> ofMarch;

    BoardDesk() {
        app::setLanguage(core::Language::English);
        REQUIRE(workspace.adopt(std::move(small.district)));
        report("2025-03-04T09:00");
        report("2025-03-31T23:59");
        report("2026-02-01T00:00");
        report("2026-02-14T12:00", 120.645, "public");
        report("2026-02-28T23:59");
        ofMarch = {report("2026-03-01T00:00"), report("2026-03-10T10:00"), report("2026-03-11T10:00", 120.655), report("2026-03-31T23:59", 120.655)};
        count("2026-02-10", 8);
        count("2026-03-10", 20);
        count("2026-03-12", 12.5);
        board = std::make_unique<app::FigureBoard>(workspace, nullptr);
        board->resize(760, 800);
        board->show();
        REQUIRE(QTest::qWaitForWindowExposed(board.get()));
        board->setPeriod({day("2026-03-01"), day("2026-03-31")});
        settle();
    }
    core::CaseId report(const char* local, double longitude = 120.645, const char* source = "patrol") {
        core::CaseDraft draft;
        draft.place = core::GeoPoint{longitude, 28.005};
        draft.category = workspace.district()->categories().find("09006")->id;
        draft.source = source;
        draft.time = at(local);
        const auto id = workspace.report(draft);
        REQUIRE(id);
        return *id;
    }
    void count(const char* on, double quantity) {
        core::Activity activity;
        activity.kind = "street_stalls";
        activity.quantity = quantity;
        activity.unit = workspace.district()->activityLists().find(std::string_view("street_stalls"))->unit;
        activity.time = core::ActivityTime::ofDays({day(on), day(on)}, workspace.district()->timeZone());
        REQUIRE(core::addActivity(*workspace.district(), workspace.actor(), activity));
    }
    void settle() const {
        REQUIRE(QTest::qWaitFor([this] { return !board->isCounting() && !workspace.isFiltering(); }, 10'000));
    }
    [[nodiscard]] app::FigureTable& table() const { return board->table(); }
    /// \pre the figure is listed
    [[nodiscard]] QTreeWidgetItem* row(const char* key) const {
        table().choose(key);
        REQUIRE(table().current() == key);
        return table().currentItem();
    }
    [[nodiscard]] QStringList cells(const char* key) const {
        QStringList all;
        for (int column = app::FigureTable::Now; column < app::FigureTable::ColumnCount; ++column)
            all << row(key)->text(column);
        return all;
    }
    void click(const char* key, app::FigureTable::Column column) const {
        QTreeWidgetItem* const item = row(key);
        table().scrollToItem(item);
        const QRect cell = table().visualRect(table().indexFromItem(item, column));
        QTest::mouseClick(table().viewport(), Qt::LeftButton, {}, cell.center());
        settle();
    }
    [[nodiscard]] std::vector<core::CaseId> shown() const {
        std::vector<core::CaseId> ids;
        for (const std::uint32_t position : workspace.filtered())
            ids.push_back((*workspace.filteredFacts())[position].id);
        std::sort(ids.begin(), ids.end());
        return ids;
    }
    template <class Widget> Widget& part(const char* name) const {
        auto* const found = board->findChild<Widget*>(QLatin1String(name));
        REQUIRE(found != nullptr);
        return *found;
    }
};

} // namespace

TEST_CASE("the board has each figure beside the period before and the year before", "[app][figures]") {
    BoardDesk desk;
    CHECK(desk.cells("reported").mid(1, 4) == QStringList({u"3件"_s, u"+33.33%"_s, u"2件"_s, u"+100.00%"_s}));
    CHECK(desk.cells("reported").front() == u"4件"_s);
    CHECK(desk.cells("source_public").mid(0, 3) == QStringList({u"0件"_s, u"1件"_s, u"-100.00%"_s}));
    CHECK(desk.cells("activity_street_stalls").mid(0, 3) == QStringList({u"32.5次"_s, u"8次"_s, u"+306.25%"_s}));
    CHECK(desk.cells("activity_street_stalls")[3] == u"0次"_s);
    CHECK(desk.cells("activity_street_stalls")[4] == u"—"_s);
    CHECK(desk.cells("filing")[0] == u"0.00%"_s);
    CHECK(desk.table().headerItem()->text(app::FigureTable::Before) == u"2026-02"_s);
    CHECK(desk.table().headerItem()->text(app::FigureTable::LastYear) == u"2025-03"_s);
}

TEST_CASE("a number that is clicked shows the cases behind it, and the board stays as it is", "[app][figures]") {
    BoardDesk desk;
    desk.click("reported", app::FigureTable::Now);
    std::vector<core::CaseId> expected = desk.ofMarch;
    std::sort(expected.begin(), expected.end());
    CHECK(desk.shown() == expected);
    CHECK(desk.cells("reported")[0] == u"4件"_s); // the list is no condition of the board
    desk.click("source_public", app::FigureTable::Before);
    CHECK(desk.shown().size() == 1);
    const std::size_t before = desk.shown().size();
    desk.click("source_public", app::FigureTable::Now); // nothing behind a zero
    CHECK(desk.shown().size() == before);

    desk.report("2026-03-15T10:00");
    desk.settle();
    CHECK(desk.cells("reported")[0] == u"5件"_s);
    CHECK(desk.shown().size() == before); // what was listed stays what it was
}

TEST_CASE("the conditions of the filter hold for the board, its days do not", "[app][figures]") {
    BoardDesk desk;
    core::Filter filter;
    filter.areas = {desk.grids[1]};
    filter.from = filter.to = day("2026-03-31");
    desk.workspace.setFilter(filter);
    desk.settle();
    desk.part<QCheckBox>("figureZeros").click();
    CHECK(desk.cells("reported")[0] == u"2件"_s);
    CHECK(desk.part<QLabel>("figureAbout").text().contains(u"02"_s));
    desk.click("reported", app::FigureTable::Now);
    CHECK(desk.workspace.filter().areas == filter.areas);
    CHECK_FALSE(desk.workspace.filter().from);
    CHECK(desk.shown().size() == 2);
}

TEST_CASE("the trend has a bar for each period, and each leads to its cases", "[app][figures]") {
    BoardDesk desk;
    auto& chart = desk.part<app::FigureChart>("figureTrend");
    (void)desk.row("reported");
    REQUIRE(QTest::qWaitFor([&] { return chart.bars().size() == 13; }, 10'000));
    CHECK(chart.bars().front().value == 2.0); // March 2025
    CHECK(chart.bars()[11].value == 3.0);
    CHECK(chart.bars().back().value == 4.0);
    CHECK(chart.bars().back().label == u"26-03"_s);
    emit chart.barClicked(0);
    desk.settle();
    CHECK(desk.shown().size() == 2);
    // Saved as lines and text.
    const ScratchFolder folder;
    for (const char* const name : {"trend.pdf", "trend.svg", "trend.png"}) {
        INFO(name);
        CHECK(chart.save(QString::fromStdString((folder / name).string())));
        CHECK(std::filesystem::file_size(folder / name) > 1000);
    }
    CHECK_FALSE(chart.save(QStringLiteral("/nowhere/trend.pdf")));
}

TEST_CASE("entries of work are handed to the panel that lists them", "[app][figures]") {
    BoardDesk desk;
    std::vector<core::ActivityId> wanted;
    QObject::connect(desk.board.get(), &app::FigureBoard::activitiesWanted,
                     [&](core::Period period, const std::vector<core::ActivityId>& entries) {
                         CHECK(period == core::Period{day("2026-03-01"), day("2026-03-31")});
                         wanted = entries;
                     });
    desk.click("activity_street_stalls", app::FigureTable::Now);
    CHECK(wanted.size() == 2);
    CHECK(desk.workspace.filter().isEmpty());
}

TEST_CASE("zeros and what is not looked for are left out, and what is seen can be copied", "[app][figures]") {
    BoardDesk desk;
    CHECK(desk.row("urgings")->isHidden());
    desk.part<QCheckBox>("figureZeros").click();
    CHECK_FALSE(desk.row("urgings")->isHidden());
    auto& search = desk.part<QLineEdit>("figureSearch");
    search.setFocus();
    QTest::keyClicks(&search, "reported");
    CHECK(desk.row("urgings")->isHidden());
    CHECK_FALSE(desk.row("reported")->isHidden());
    desk.table().setFocus();
    QTest::keyClick(&desk.table(), Qt::Key_C, Qt::ControlModifier);
    const QStringList lines = QGuiApplication::clipboard()->text().split(u'\n');
    CHECK(lines.front().startsWith(u"Figure\t2026-03\t2026-02\t"_s));
    CHECK(lines.filter(u"Reported\t4"_s).size() == 1);
    CHECK(lines.filter(u"urg"_s, Qt::CaseInsensitive).isEmpty());
}

TEST_CASE("a figure is taken apart by area, source and category, each part with its cases", "[app][figures]") {
    BoardDesk desk;
    (void)desk.row("reported");
    auto& by = desk.part<QComboBox>("figureBy");
    const auto partsBy = [&](const QString& label) {
        const int index = by.findText(label);
        INFO(label.toStdString());
        REQUIRE(index >= 0);
        by.setCurrentIndex(index);
        emit by.activated(index);
        desk.settle();
        auto& table = desk.part<QTableWidget>("figureParts");
        std::map<QString, QStringList> parts;
        for (int row = 0; row < table.rowCount(); ++row)
            parts[table.item(row, 0)->text()] = {table.item(row, 1)->text(), table.item(row, 2)->text(), table.item(row, 3)->text()};
        return parts;
    };
    using Parts = std::map<QString, QStringList>;
    CHECK(partsBy(u"Responsibility grid"_s) == Parts{{u"01 网格01"_s, {u"2件"_s, u"3件"_s, u"-33.33%"_s}}, {u"02 网格02"_s, {u"2件"_s, u"0件"_s, u"—"_s}}});
    auto& table = desk.part<QTableWidget>("figureParts");
    QTest::mouseClick(table.viewport(), Qt::LeftButton, {}, table.visualItemRect(table.item(1, 1)).center());
    desk.settle();
    CHECK(desk.shown().size() == 2);
    const Parts sources = partsBy(u"By source"_s);
    CHECK(sources.size() == 2);
    const Parts categories = partsBy(u"By category"_s);
    REQUIRE(categories.size() == 1);
    CHECK(categories.begin()->second.front() == u"4件"_s);
    CHECK(partsBy(u"By person"_s).empty());

    // Rates part by part.
    (void)desk.row("share_self_handled");
    CHECK(partsBy(u"Responsibility grid"_s) == Parts{{u"01 网格01"_s, {u"0.00%"_s, u"0.00%"_s, u"+0.00 pp"_s}}, {u"02 网格02"_s, {u"0.00%"_s, u"—"_s, u"—"_s}}});
}
