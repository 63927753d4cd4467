// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/map/count_classes_editor.h"
#include "app/map/style_dialog.h"
#include "core/figures/tally.h"
#include "gis/draw/decorations.h"
#include "tests/app/map/map_desk.h"

#include <QComboBox>
#include <QDialogButtonBox>
#include <QLineEdit>
#include <QPushButton>
#include <QSpinBox>
#include <random>

using namespace gridwarden;
using namespace gridwarden::test;

namespace {

constexpr int GridRow = 1; // of the small district's layers

/// Cases in the four grids: 1, 2, 4 and 0.
void reportSome(MapDesk& desk) {
    for (const core::GeoPoint place : {core::GeoPoint{120.645, 28.005}, core::GeoPoint{120.655, 28.005}, core::GeoPoint{120.656, 28.006},
                                       core::GeoPoint{120.642, 28.012}, core::GeoPoint{120.643, 28.013}, core::GeoPoint{120.644, 28.014},
                                       core::GeoPoint{120.645, 28.015}})
        desk.report(place);
}

const gis::AreaOverlay* gridsOf(const MapDesk& desk) {
    for (const gis::AreaOverlay& overlay : desk.layers->ground()->areas)
        if (overlay.areas->kind() == core::AreaKind::Grid)
            return &overlay;
    return nullptr;
}

std::vector<std::string> classTexts(const MapDesk& desk) {
    std::vector<std::string> texts;
    if (const auto* const grids = gridsOf(desk); grids != nullptr && grids->shading)
        for (const auto& each : grids->shading->classes)
            texts.push_back(each.caption.english);
    return texts;
}

QColor fillOf(const MapDesk& desk, std::size_t grid) {
    const gis::AreaOverlay& overlay = *gridsOf(desk);
    return overlay.shading->fills[overlay.areas->shapeOf(desk.small.grids[grid]).value()];
}

} // namespace

TEST_CASE("grids are shaded by the cases that pass the filter", "[app][map]") {
    MapDesk desk;
    reportSome(desk);
    app::StyleDialog dialog(*desk.layers, GridRow);
    dialog.show();
    REQUIRE(QTest::qWaitForWindowExposed(&dialog));
    auto* const method = dialog.findChild<QComboBox*>(QStringLiteral("countMethod"));
    method->setFocus();
    QTest::keyClick(method, Qt::Key_Down);
    desk.settle();
    CHECK(classTexts(desk) == std::vector<std::string>{"0 (1)", "1 (1)", "2 (1)", "3–4 (1)"}); // quantiles of 0, 1, 2, 4
    CHECK(fillOf(desk, 2).lightness() < fillOf(desk, 1).lightness());
    CHECK(fillOf(desk, 1).lightness() < fillOf(desk, 3).lightness());
    auto* const classes = dialog.findChild<QSpinBox*>(QStringLiteral("classCount"));
    classes->setFocus();
    classes->selectAll();
    QTest::keyClicks(classes, QStringLiteral("2"));
    desk.settle();
    CHECK(classTexts(desk) == std::vector<std::string>{"0–1 (2)", "2–4 (2)"});
    QTest::keyClick(method, Qt::Key_Down);
    desk.settle();
    CHECK(classTexts(desk) == std::vector<std::string>{"0–2 (3)", "3–4 (1)"}); // natural
    method->setFocus();
    QTest::keyClick(method, Qt::Key_End);
    auto* const bounds = dialog.findChild<QLineEdit*>(QStringLiteral("classBounds"));
    REQUIRE(bounds->isVisible());
    bounds->setFocus();
    QTest::keyClicks(bounds, QStringLiteral("1, 3"));
    desk.settle();
    CHECK(classTexts(desk) == std::vector<std::string>{"0–1 (2)", "2–3 (1)", "4 (1)"});
    QTest::mouseClick(dialog.findChild<QDialogButtonBox*>()->button(QDialogButtonBox::Ok), Qt::LeftButton);
    CHECK(desk.workspace.district()->setting("layers").find("\"bounds\":[1.0,3.0]") != std::string::npos);

    core::Filter filter = desk.workspace.filter();
    filter.areas = {desk.small.grids[0]};
    desk.workspace.setFilter(filter);
    desk.settle();
    CHECK(classTexts(desk) == std::vector<std::string>{"0–1 (4)", "2–3 (0)"});
    const auto legend = gis::legendOf(desk.map->picture().content(), desk.map->view());
    CHECK(std::any_of(legend.begin(), legend.end(), [](const gis::LegendEntry& entry) { return entry.caption.english == "Cases, own classes (areas)"; }));
    desk.workspace.setFilter({});
    CHECK(desk.workspace.undo());
    desk.settle();
    CHECK(classTexts(desk).empty());
}

TEST_CASE("shading is taken back by Cancel", "[app][map]") {
    MapDesk desk;
    reportSome(desk);
    app::StyleDialog dialog(*desk.layers, GridRow);
    dialog.show();
    auto* const method = dialog.findChild<QComboBox*>(QStringLiteral("countMethod"));
    method->setFocus();
    QTest::keyClick(method, Qt::Key_Down);
    desk.settle();
    CHECK_FALSE(classTexts(desk).empty());
    QTest::mouseClick(dialog.findChild<QDialogButtonBox*>()->button(QDialogButtonBox::Cancel), Qt::LeftButton);
    desk.settle();
    CHECK(classTexts(desk).empty());
}

TEST_CASE("areas count what lies in them, by plain comparison", "[app][map]") {
    MapDesk desk;
    std::mt19937 random(4);
    std::vector<int> expected(4, 0);
    for (int i = 0; i < 60; ++i) {
        const double east = static_cast<double>(random() % 190 + 5) / 10'000; // of a district 0.02 degrees wide
        const double north = static_cast<double>(random() % 190 + 5) / 10'000;
        core::CaseDraft draft;
        draft.place = {120.64 + east, 28.0 + north};
        draft.category = desk.workspace.district()->categories().find("09006")->id;
        REQUIRE(desk.workspace.report(draft));
        if (std::abs(east - 0.01) > 1e-9 && std::abs(north - 0.01) > 1e-9)
            ++expected[(east > 0.01 ? 1U : 0U) + (north > 0.01 ? 2U : 0U)];
        else
            REQUIRE(desk.workspace.undo()); // on a border: another test's concern
    }
    desk.settle();
    const gis::AreaLayer& layer = *gridsOf(desk)->areas;
    const core::FiguresContext context = desk.workspace.figuresContext();
    const auto counts = app::countsByShape(context, desk.workspace.district()->people(), desk.workspace.filtered(), core::GridsOf::Then, layer);
    for (std::size_t grid = 0; grid < 4; ++grid)
        CHECK(counts[layer.shapeOf(desk.small.grids[grid]).value()] == expected[grid]);
    // A square kilometre: 0.01 degrees are 1113.2 m × cos(latitude) east and 1108.4 m north on the ellipsoid there.
    gis::CountClasses dense;
    dense.perSquareKilometre = true;
    dense.method = gis::ClassMethod::Own;
    const double most = *std::max_element(expected.begin(), expected.end());
    const double squareKilometres = 0.9829 * 1.1084;
    dense.bounds = {most / squareKilometres * 0.99, most / squareKilometres * 1.01};
    const auto shading = app::shadingOf(context, desk.workspace.district()->people(), desk.workspace.filtered(), core::GridsOf::Then, layer, dense);
    REQUIRE(shading);
    CHECK(shading->classes.size() == 2);
    CHECK(std::count(shading->fills.begin(), shading->fills.end(), shading->classes[1].fill) == std::count(expected.begin(), expected.end(), static_cast<int>(most)));
}
