// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/map/measure_tool.h"
#include "tests/app/map/map_desk.h"

#include <QClipboard>
#include <QGuiApplication>
#include <QMenu>

using namespace gridwarden;
using namespace gridwarden::test;
using app::ToolKind;

namespace {

constexpr core::GeoPoint Middle{120.65, 28.01}; // of the small district
constexpr core::GeoPoint InFirstGrid{120.645, 28.005};

} // namespace

TEST_CASE("opening a district shows all of its areas", "[app][map]") {
    const MapDesk desk;
    const core::GeoBox seen = desk.map->visibleDegrees();
    CHECK(seen.contains({120.6401, 28.0001}));
    CHECK(seen.contains({120.6599, 28.0199}));
    CHECK(desk.layers->mapCrs().text() == "EPSG:4549"); // 3 degree zone of 120 E
}

TEST_CASE("the wheel zooms about the pointer", "[app][map]") {
    const MapDesk desk;
    const QPoint pointer(200, 150);
    const core::GeoPoint before = desk.map->geoAt(pointer).value();
    const double scale = desk.map->view().scaleDenominator();
    turnWheel(*desk.map, pointer, 2);
    CHECK(desk.map->view().scaleDenominator() < scale / 2);
    CHECK(isNear(desk.map->geoAt(pointer).value(), before));
    const double near = desk.map->view().scaleDenominator();
    turnWheel(*desk.map, pointer, -1, Qt::ControlModifier);
    CHECK(desk.map->view().scaleDenominator() > near);
    CHECK(desk.map->view().scaleDenominator() < near * 1.2); // Ctrl is finer
}

TEST_CASE("dragging moves the map with the pointer in the pan tool and by the middle button in any", "[app][map]") {
    const MapDesk desk;
    const core::GeoPoint held = desk.map->geoAt(QPointF(300, 300)).value();
    drag(*desk.map, {300, 300}, {420, 350});
    CHECK(isNear(desk.map->geoAt(QPointF(420, 350)).value(), held));
    desk.map->setTool(ToolKind::MeasureLength);
    drag(*desk.map, {420, 350}, {300, 300}, Qt::MiddleButton);
    CHECK(isNear(desk.map->geoAt(QPointF(300, 300)).value(), held));
    CHECK(desk.map->tool() == ToolKind::MeasureLength);
}

TEST_CASE("Space and movement pan without a button", "[app][map]") {
    const MapDesk desk;
    moveMouse(*desk.map, {300, 300});
    const core::GeoPoint held = desk.map->geoAt(QPointF(300, 300)).value();
    QTest::keyPress(desk.map.get(), Qt::Key_Space);
    moveMouse(*desk.map, {360, 320});
    QTest::keyRelease(desk.map.get(), Qt::Key_Space);
    moveMouse(*desk.map, {500, 500});
    CHECK(isNear(desk.map->geoAt(QPointF(360, 320)).value(), held));
}

TEST_CASE("arrow keys pan and page keys zoom", "[app][map]") {
    const MapDesk desk;
    const core::GeoPoint before = desk.map->geoAt(QPointF(400, 300)).value();
    QTest::keyClick(desk.map.get(), Qt::Key_Right);
    CHECK(desk.map->geoAt(QPointF(400, 300)).value().longitude > before.longitude);
    QTest::keyClick(desk.map.get(), Qt::Key_Left);
    QTest::keyClick(desk.map.get(), Qt::Key_Up);
    CHECK(desk.map->geoAt(QPointF(400, 300)).value().latitude > before.latitude);
    const double scale = desk.map->view().scaleDenominator();
    QTest::keyClick(desk.map.get(), Qt::Key_PageUp);
    CHECK(desk.map->view().scaleDenominator() < scale);
    QTest::keyClick(desk.map.get(), Qt::Key_PageDown);
    CHECK(desk.map->view().scaleDenominator() == Approx(scale));
}

TEST_CASE("Shift and drag is a zoom box in every tool", "[app][map]") {
    const auto kind = GENERATE(ToolKind::Pan, ToolKind::Select, ToolKind::Identify, ToolKind::MeasureArea, ToolKind::AddIncident);
    const MapDesk desk;
    desk.map->setTool(kind);
    QSignalSpy requested(desk.map.get(), &app::MapWidget::incidentRequested);
    const core::GeoPoint centre = desk.map->geoAt(QPointF(300, 200)).value();
    const double scale = desk.map->view().scaleDenominator();
    drag(*desk.map, {250, 150}, {350, 250}, Qt::LeftButton, Qt::ShiftModifier);
    CHECK(desk.map->view().scaleDenominator() == Approx(scale / 6)); // 600 pixels high for 100
    CHECK(isNear(desk.map->geoAt(QPointF(400, 300)).value(), centre));
    CHECK(requested.isEmpty());
    CHECK(desk.map->tool() == kind);
}

TEST_CASE("Alt turns the zoom box round", "[app][map]") {
    const MapDesk desk;
    const double scale = desk.map->view().scaleDenominator();
    drag(*desk.map, {250, 150}, {350, 250}, Qt::LeftButton, Qt::ShiftModifier | Qt::AltModifier);
    CHECK(desk.map->view().scaleDenominator() == Approx(scale * 6));
}

TEST_CASE("the mouse walks back and forward through the views", "[app][map]") {
    const MapDesk desk;
    const gis::MapView first = desk.map->view();
    QTest::qWait(static_cast<int>(app::ViewHistory::Settle.count()) + 50); // it was stayed at
    desk.map->centreOn({120.641, 28.001});
    const gis::MapView second = desk.map->view();
    QTest::mousePress(desk.map.get(), Qt::BackButton, Qt::NoModifier, {10, 10});
    CHECK(desk.map->view() == first);
    QTest::mousePress(desk.map.get(), Qt::ForwardButton, Qt::NoModifier, {10, 10});
    CHECK(desk.map->view() == second);
}

TEST_CASE("a click selects a case and empty ground the area", "[app][map]") {
    MapDesk desk;
    const core::CaseId id = desk.report(InFirstGrid);
    QTest::mouseClick(desk.map.get(), Qt::LeftButton, Qt::NoModifier, desk.screen(InFirstGrid));
    CHECK(desk.workspace.currentCase() == id);
    QTest::mouseClick(desk.map.get(), Qt::LeftButton, Qt::NoModifier, desk.screen({120.655, 28.015}));
    CHECK(desk.workspace.selectedCases().empty());
    CHECK(desk.workspace.selectedArea() == desk.small.grids[3]);
}

TEST_CASE("several cases at one place are offered as a list", "[app][map]") {
    MapDesk desk;
    desk.report(InFirstGrid);
    const core::CaseId second = desk.report(InFirstGrid);
    QTest::mouseClick(desk.map.get(), Qt::LeftButton, Qt::NoModifier, desk.screen(InFirstGrid));
    auto* const list = desk.map->findChild<QMenu*>(QStringLiteral("casesHere"));
    REQUIRE(list != nullptr);
    const std::string number = core::loadCase(desk.workspace.district()->connection(), second)->report.number;
    QAction* entry = nullptr;
    for (QAction* const action : list->actions())
        if (action->text().startsWith(QString::fromStdString(number)))
            entry = action;
    REQUIRE(entry != nullptr);
    entry->trigger();
    CHECK(desk.workspace.selectedCases() == std::vector{second});
    list->close();
}

TEST_CASE("a box in the select tool takes the cases in it", "[app][map]") {
    MapDesk desk;
    const core::CaseId a = desk.report({120.643, 28.003});
    const core::CaseId b = desk.report({120.646, 28.006});
    desk.report({120.658, 28.018});
    desk.map->setTool(ToolKind::Select);
    drag(*desk.map, desk.screen({120.641, 28.008}), desk.screen({120.648, 28.001}));
    std::vector<core::CaseId> selected = desk.workspace.selectedCases();
    std::sort(selected.begin(), selected.end());
    CHECK(selected == std::vector{a, b});
}

TEST_CASE("only the selected case is moved by dragging it", "[app][map]") {
    MapDesk desk;
    const core::CaseId id = desk.report(InFirstGrid);
    desk.map->setTool(ToolKind::Select);
    QSignalSpy moved(desk.map.get(), &app::MapWidget::caseMoved);
    const QPoint from = desk.screen(InFirstGrid);
    drag(*desk.map, from, from + QPoint(80, 0)); // not selected: a box
    CHECK(moved.isEmpty());
    desk.workspace.selectCases({id});
    drag(*desk.map, from, from + QPoint(80, 0));
    REQUIRE(moved.size() == 1);
    CHECK(moved.first().at(0).value<core::CaseId>() == id);
    CHECK(isNear(moved.first().at(1).value<core::GeoPoint>(), desk.map->geoAt(from + QPoint(80, 0)).value()));
}

TEST_CASE("the incident tool asks for an incident and stays", "[app][map]") {
    const MapDesk desk;
    desk.map->setTool(ToolKind::AddIncident);
    QSignalSpy requested(desk.map.get(), &app::MapWidget::incidentRequested);
    QTest::mouseClick(desk.map.get(), Qt::LeftButton, Qt::NoModifier, desk.screen(InFirstGrid));
    REQUIRE(requested.size() == 1);
    CHECK(isNear(requested.first().at(0).value<core::GeoPoint>(), InFirstGrid, desk.map->view().metresPerPixel()));
    CHECK(desk.map->tool() == ToolKind::AddIncident);
}

TEST_CASE("a length is measured on the ellipsoid with a running total", "[app][map]") {
    const MapDesk desk;
    desk.map->setTool(ToolKind::MeasureLength);
    QTest::mouseClick(desk.map.get(), Qt::LeftButton, Qt::NoModifier, desk.screen({120.64, 28.01}));
    moveMouse(*desk.map, desk.screen({120.66, 28.01}));
    CHECK(desk.map->reading().startsWith(QStringLiteral("Total 1.9"))); // 0.02 degrees of longitude at 28 N are 1.967 km
    QTest::mouseClick(desk.map.get(), Qt::LeftButton, Qt::NoModifier, desk.screen({120.66, 28.01}));
    QTest::keyClick(desk.map.get(), Qt::Key_Return);
    const QString ended = desk.map->reading();
    moveMouse(*desk.map, {5, 5});
    CHECK(desk.map->reading() == ended);
}

TEST_CASE("Backspace takes the last vertex away and Escape the sketch and then the tool", "[app][map]") {
    const MapDesk desk;
    desk.map->setTool(ToolKind::MeasureArea);
    auto& tool = dynamic_cast<app::MeasureTool&>(desk.map->currentTool());
    for (const core::GeoPoint corner : {core::GeoPoint{120.64, 28.0}, core::GeoPoint{120.65, 28.0}, core::GeoPoint{120.65, 28.01}})
        QTest::mouseClick(desk.map.get(), Qt::LeftButton, Qt::NoModifier, desk.screen(corner));
    CHECK(tool.vertices().size() == 3);
    CHECK(desk.map->reading().startsWith(QStringLiteral("Area")));
    QTest::keyClick(desk.map.get(), Qt::Key_Backspace);
    CHECK(tool.vertices().size() == 2);
    QTest::keyClick(desk.map.get(), Qt::Key_Escape);
    CHECK(tool.vertices().empty());
    CHECK(desk.map->tool() == ToolKind::MeasureArea);
    QTest::keyClick(desk.map.get(), Qt::Key_Escape);
    CHECK(desk.map->tool() == ToolKind::Pan);
}

TEST_CASE("a filter leaves the others out of the map", "[app][map]") {
    MapDesk desk;
    desk.report(InFirstGrid);
    core::Filter filter;
    filter.areas = {desk.small.grids[3]};
    desk.workspace.setFilter(filter);
    desk.settle();
    const gis::MapPoint place = desk.map->picture().toMap(InFirstGrid).value();
    CHECK(desk.map->picture().casesNear(place, desk.map->pickTolerance()).empty());
    desk.workspace.setFilter({});
    desk.settle();
    CHECK(desk.map->picture().casesNear(place, desk.map->pickTolerance()).size() == 1);
}

TEST_CASE("an undone report leaves the map", "[app][map]") {
    MapDesk desk;
    desk.report(InFirstGrid);
    REQUIRE(desk.workspace.undo());
    desk.settle();
    desk.settle();
    CHECK(desk.map->picture().casesNear(desk.map->picture().toMap(InFirstGrid).value(), desk.map->pickTolerance()).empty());
}

TEST_CASE("the map paints its areas", "[app][map]") {
    const MapDesk desk;
    REQUIRE(QTest::qWaitFor([&] { return desk.map->picture().ground() != nullptr; }, 5000));
    const QImage picture = desk.map->grab().toImage();
    const QColor outside = picture.pixelColor(desk.screen({120.635, 28.01}));
    CHECK(outside == desk.layers->theme().background());
    // The border between two grids is a line of another colour.
    bool hasBorder = false;
    const QPoint crossing = desk.screen(Middle);
    for (int x = -6; x <= 6; ++x)
        hasBorder = hasBorder || picture.pixelColor(crossing + QPoint(x, 40)) != outside;
    CHECK(hasBorder);
}

TEST_CASE("zooming to the selection shows it with its surroundings", "[app][map]") {
    MapDesk desk;
    const core::CaseId id = desk.report(InFirstGrid);
    desk.workspace.selectCases({id});
    desk.map->zoomToSelection();
    CHECK(isNear(desk.map->geoAt(QPointF(400, 300)).value(), InFirstGrid, 5));
    CHECK(desk.map->view().scaleDenominator() >= 500);
}
