// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cases/case_table_model.h"
#include "app/cases/case_table_panel.h"
#include "tests/app/cases/fixture.h"

#include <QAbstractItemModelTester>
#include <QClipboard>
#include <QHeaderView>
#include <QLabel>
#include <QPushButton>
#include <QSignalSpy>
#include <QTableView>

using namespace gridwarden;
using namespace gridwarden::test;
using app::CaseColumn;
using app::CaseTableModel;

namespace {

constexpr auto Hour = std::chrono::hours(1);

QString cell(const CaseTableModel& model, int row, CaseColumn column, int role = Qt::DisplayRole) {
    return model.index(row, static_cast<int>(column)).data(role).toString();
}

std::vector<std::string> descriptions(const CaseTableModel& model) {
    std::vector<std::string> all;
    for (int row = 0; row < model.rowCount(); ++row)
        all.push_back(cell(model, row, CaseColumn::Description).toStdString());
    return all;
}

struct TableDesk : Desk {
    core::Moment now = core::now();
    core::CaseId a, b, c;
    TableDesk() {
        a = report("甲 摊位", "09006", placeInGrid1(), now - 3 * Hour);
        b = report("乙 广告", "09002", core::GeoPoint{120.655, 28.015}, now - 2 * Hour);
        c = report("丙 井盖", "01017", std::nullopt, now - Hour);
    }
};

} // namespace

TEST_CASE("the table shows the newest case first and sorts by every column", "[app][cases]") {
    TableDesk desk;
    CaseTableModel model(desk.workspace);
    const QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::Fatal);
    using List = std::vector<std::string>;
    CHECK(descriptions(model) == List{"丙 井盖", "乙 广告", "甲 摊位"});
    model.sort(static_cast<int>(CaseColumn::Number), Qt::AscendingOrder);
    CHECK(descriptions(model) == List{"甲 摊位", "乙 广告", "丙 井盖"});
    model.sort(static_cast<int>(CaseColumn::Grid), Qt::AscendingOrder);
    CHECK(descriptions(model) == List{"甲 摊位", "乙 广告", "丙 井盖"});
    model.sort(static_cast<int>(CaseColumn::Grid), Qt::DescendingOrder);
    CHECK(descriptions(model) == List{"乙 广告", "甲 摊位", "丙 井盖"}); // without a grid: last either way
    for (int column = 0; column < app::CaseColumnCount; ++column)
        for (const auto order : {Qt::AscendingOrder, Qt::DescendingOrder}) {
            model.sort(column, order);
            auto all = descriptions(model);
            std::sort(all.begin(), all.end());
            CHECK(all == List{"丙 井盖", "乙 广告", "甲 摊位"});
        }
}

TEST_CASE("the table follows changes row by row", "[app][cases]") {
    TableDesk desk;
    CaseTableModel model(desk.workspace);
    const QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::Fatal);
    QSignalSpy inserted(&model, &QAbstractItemModel::rowsInserted);
    QSignalSpy removed(&model, &QAbstractItemModel::rowsRemoved);
    QSignalSpy reset(&model, &QAbstractItemModel::modelReset);
    const core::CaseId d = desk.report("丁 噪声", "09006");
    REQUIRE(model.rowCount() == 4);
    CHECK(model.caseAt(0) == d);
    CHECK(model.rowOf(d) == 0);
    CHECK(inserted.count() == 1);
    REQUIRE(desk.workspace.undo());
    desk.waitForJobs();
    CHECK(model.rowCount() == 3);
    CHECK(model.rowOf(d) == -1);
    CHECK(removed.count() == 1);
    CHECK(reset.count() == 0);
    desk.step(desk.a, core::StepKind::Reject, "不属实");
    CHECK(cell(model, model.rowOf(desk.a), CaseColumn::State) == QString::fromStdString(core::word("states", "rejected", core::Language::English)));
}

TEST_CASE("rows that are ordered beside the window are those and in the order of the window's own", "[app][cases]") {
    TableDesk desk;
    for (int i = 0; i < 40; ++i)
        desk.report(i % 3 == 0 ? "甲 摊位" : "戊 占道 " + std::to_string(i), i % 2 == 0 ? "09006" : "01017", TableDesk::placeInGrid1(i % 5), desk.now - std::chrono::minutes(i));
    CaseTableModel here(desk.workspace);
    desk.workspace.setCountsBesideFrom(1);
    CaseTableModel beside(desk.workspace);
    const QAbstractItemModelTester tester(&beside, QAbstractItemModelTester::FailureReportingMode::Fatal);
    const auto settle = [&] { REQUIRE(QTest::qWaitFor([&] { return !beside.isArranging() && !desk.workspace.isFiltering() && !here.isArranging(); }, 20'000)); };
    const auto cases = [](const CaseTableModel& model) {
        std::vector<core::CaseId> all;
        for (int row = 0; row < model.rowCount(); ++row)
            all.push_back(model.caseAt(row));
        return all;
    };
    for (int column = 0; column < app::CaseColumnCount; ++column)
        for (const auto order : {Qt::AscendingOrder, Qt::DescendingOrder}) {
            INFO("column " << column << ", order " << order);
            desk.workspace.setCountsBesideFrom(1'000'000);
            here.sort(column, order);
            desk.workspace.setCountsBesideFrom(1);
            beside.sort(column, order);
            settle();
            CHECK(cases(here) == cases(beside));
        }
    // An order that was asked for just before other rows is not lost.
    core::Filter filter;
    filter.text = "戊";
    beside.sort(static_cast<int>(CaseColumn::Number), Qt::AscendingOrder);
    desk.workspace.setFilter(filter);
    settle();
    CHECK(beside.sortColumn() == CaseColumn::Number);
    REQUIRE(beside.rowCount() == 26); // of 0 … 39 those that 3 does not divide
    for (int row = 1; row < beside.rowCount(); ++row)
        CHECK(cell(beside, row - 1, CaseColumn::Number) < cell(beside, row, CaseColumn::Number));
    desk.workspace.closeDistrict();
    CHECK(beside.rowCount() == 0);
}

TEST_CASE("the filter of the workspace is what the table shows", "[app][cases]") {
    TableDesk desk;
    CaseTableModel model(desk.workspace);
    const QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::Fatal);
    core::Filter filter;
    filter.text = "广告";
    desk.workspace.setFilter(filter);
    REQUIRE(model.rowCount() == 1);
    CHECK(model.caseAt(0) == desk.b);
    desk.workspace.closeDistrict();
    CHECK(model.rowCount() == 0);
}

TEST_CASE("table and workspace share one selection", "[app][cases]") {
    TableDesk desk;
    app::CaseTablePanel panel(desk.workspace, desk.jobs);
    panel.resize(1200, 300);
    showAndActivate(panel);
    QTableView& view = *panel.view();
    const auto* model = qobject_cast<const CaseTableModel*>(view.model());
    const auto clickRow = [&](int row, Qt::KeyboardModifiers modifiers) {
        QTest::mouseClick(view.viewport(), Qt::LeftButton, modifiers,
                          view.visualRect(model->index(row, static_cast<int>(CaseColumn::State))).center());
    };
    clickRow(1, {});
    CHECK(desk.workspace.selectedCases() == std::vector{model->caseAt(1)});
    clickRow(0, Qt::ShiftModifier);
    CHECK(desk.workspace.selectedCases().size() == 2);
    CHECK(desk.workspace.currentCase() == model->caseAt(0));
    desk.workspace.selectCases({desk.a});
    CHECK(view.selectionModel()->selectedRows().size() == 1);
    CHECK(view.selectionModel()->isRowSelected(model->rowOf(desk.a)));
    QTest::keyClick(&view, Qt::Key_A, Qt::ControlModifier);
    CHECK(desk.workspace.selectedCases().size() == 3);
    QTest::keyClick(&view, Qt::Key_Escape);
    CHECK(desk.workspace.selectedCases().empty());
}

TEST_CASE("selected rows are copied with their headings", "[app][cases]") {
    TableDesk desk;
    app::CaseTablePanel panel(desk.workspace, desk.jobs);
    panel.resize(1200, 300);
    showAndActivate(panel);
    desk.workspace.selectCases({desk.a});
    panel.view()->setFocus();
    QTest::keyClick(panel.view(), Qt::Key_C, Qt::ControlModifier);
    const QStringList lines = QApplication::clipboard()->text().split(QLatin1Char('\n'), Qt::SkipEmptyParts);
    REQUIRE(lines.size() == 2);
    CHECK(lines[0].startsWith(QStringLiteral("Lamp\tNumber\tState\tCategory\tDescription")));
    CHECK(lines[1].contains(QStringLiteral("\t甲 摊位\t")));
}

TEST_CASE("an empty table says what to do", "[app][cases]") {
    Desk desk;
    app::CaseTablePanel panel(desk.workspace, desk.jobs);
    panel.resize(900, 300);
    showAndActivate(panel);
    CHECK(find<QLabel>(panel, "empty").isVisible());
    CHECK(find<QLabel>(panel, "empty").text().contains(QStringLiteral("Insert")));
    desk.report("甲");
    CHECK(panel.view()->isVisible());
    core::Filter filter;
    filter.text = "没有这样的";
    desk.workspace.setFilter(filter);
    REQUIRE(find<QPushButton>(panel, "clearFilter").isVisible());
    QTest::mouseClick(&find<QPushButton>(panel, "clearFilter"), Qt::LeftButton);
    CHECK(desk.workspace.filter().isEmpty());
    CHECK(panel.view()->isVisible());
}

TEST_CASE("double click on a row asks the map to show the case", "[app][cases]") {
    TableDesk desk;
    app::CaseTablePanel panel(desk.workspace, desk.jobs);
    panel.resize(1200, 300);
    showAndActivate(panel);
    std::optional<core::GeoBox> asked;
    QObject::connect(&desk.workspace, &app::Workspace::zoomRequested, &panel, [&](const core::GeoBox& box) { asked = box; });
    const auto* model = qobject_cast<const CaseTableModel*>(panel.view()->model());
    const QPoint at = panel.view()->visualRect(model->index(model->rowOf(desk.a), static_cast<int>(CaseColumn::State))).center();
    QTest::mouseClick(panel.view()->viewport(), Qt::LeftButton, {}, at);
    QTest::mouseDClick(panel.view()->viewport(), Qt::LeftButton, {}, at);
    REQUIRE(asked);
    CHECK(asked->contains(Desk::placeInGrid1()));
}
