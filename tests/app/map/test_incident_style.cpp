// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/map/incident_style_dialog.h"
#include "app/map/layer_panel.h"
#include "app/map/map_legend.h"
#include "app/map/print_map.h"
#include "gis/draw/incident_clusters.h"
#include "tests/app/map/map_desk.h"

#include <QComboBox>
#include <QDialogButtonBox>
#include <QDoubleSpinBox>
#include <QLineF>
#include <QListWidget>
#include <QMenu>
#include <QPushButton>
#include <QTimer>
#include <QTreeView>

using namespace gridwarden;
using namespace gridwarden::test;
using gis::IncidentDrawing;

namespace {

constexpr core::GeoPoint Crossing{120.6452, 28.0052};

QPushButton* buttonOf(QDialog& dialog, QDialogButtonBox::StandardButton which) {
    return dialog.findChild<QDialogButtonBox*>()->button(which);
}

/// Opens the dialog as a user does, by a double click on the layer, and works on it while it is open.
template <class Work> void styleIncidents(MapDesk& desk, Work work) {
    app::LayerPanel panel(*desk.layers, desk.workspace, desk.jobs);
    panel.resize(260, 400);
    panel.show();
    REQUIRE(QTest::qWaitForWindowExposed(&panel));
    auto* const view = panel.findChild<QTreeView*>(QStringLiteral("layerView"));
    const QPoint row = view->visualRect(desk.layers->index(0)).center();
    bool wasOpen = false;
    QTimer::singleShot(100, &panel, [&] {
        auto* const dialog = qobject_cast<app::IncidentStyleDialog*>(QApplication::activeModalWidget());
        wasOpen = dialog != nullptr;
        if (wasOpen)
            work(*dialog);
    });
    QTest::mouseClick(view->viewport(), Qt::LeftButton, {}, row);
    QTest::mouseDClick(view->viewport(), Qt::LeftButton, {}, row);
    CHECK(wasOpen);
}

std::vector<std::string> legendTexts(const MapDesk& desk) {
    std::vector<std::string> texts;
    for (const gis::LegendEntry& entry : gis::legendOf(desk.map->picture().content(), desk.map->view()))
        texts.push_back(entry.caption.english);
    return texts;
}

bool has(const std::vector<std::string>& texts, const std::string& text) { return std::find(texts.begin(), texts.end(), text) != texts.end(); }

} // namespace

TEST_CASE("the drawing of incidents is chosen in the style of their layer and kept with the district", "[app][map]") {
    MapDesk desk;
    desk.report(Crossing);
    styleIncidents(desk, [&](app::IncidentStyleDialog& dialog) {
        auto* const drawing = dialog.findChild<QComboBox*>(QStringLiteral("incidentDrawing"));
        CHECK_FALSE(dialog.findChild<QDoubleSpinBox*>(QStringLiteral("heatRadius"))->isVisible());
        drawing->setFocus();
        QTest::keyClick(drawing, Qt::Key_Down);
        CHECK(desk.layers->incidentStyle().drawing == IncidentDrawing::Clusters);
        QTest::keyClick(drawing, Qt::Key_Down);
        auto* const radius = dialog.findChild<QDoubleSpinBox*>(QStringLiteral("heatRadius"));
        REQUIRE(radius->isVisible());
        radius->setFocus();
        radius->selectAll();
        QTest::keyClicks(radius, QStringLiteral("350"));
        QTest::keyClick(radius, Qt::Key_Tab);
        CHECK(desk.map->picture().content().incidentStyle.heatRadius == 350); // at once
        QTest::mouseClick(buttonOf(dialog, QDialogButtonBox::Cancel), Qt::LeftButton);
    });
    CHECK(desk.layers->incidentStyle() == gis::IncidentStyle());
    styleIncidents(desk, [&](app::IncidentStyleDialog& dialog) {
        auto* const drawing = dialog.findChild<QComboBox*>(QStringLiteral("incidentDrawing"));
        drawing->setFocus();
        QTest::keyClick(drawing, Qt::Key_End);
        QTest::mouseClick(buttonOf(dialog, QDialogButtonBox::Ok), Qt::LeftButton);
    });
    CHECK(desk.layers->incidentStyle().drawing == IncidentDrawing::Heat);
    CHECK(desk.workspace.district()->setting("layers").find("heat") != std::string::npos);
    CHECK(has(legendTexts(desk), "Gaussian kernel, radius 200 m"));
    CHECK(desk.workspace.undo());
    CHECK(desk.layers->incidentStyle().drawing == IncidentDrawing::Symbols);
    CHECK(desk.map->picture().content().incidentStyle.drawing == IncidentDrawing::Symbols);
    CHECK(has(legendTexts(desk), "Where cases crowd: the most urgent one"));
}

TEST_CASE("a click on a circle goes nearer until the cases of one place are listed", "[app][map]") {
    MapDesk desk;
    const core::CaseId alone = desk.report({120.6552, 28.0152});
    for (int i = 0; i < 3; ++i)
        desk.report(Crossing);
    desk.report({Crossing.longitude + 0.0004, Crossing.latitude}); // forty metres beside it
    desk.layers->setIncidentStyle({.drawing = IncidentDrawing::Clusters, .clusterSize = 200, .heatRadius = 200});
    desk.settle();
    desk.map->setView(desk.map->view().withScale(50'000));
    const auto countUnder = [&](QPoint screen) {
        const auto group = desk.map->picture().groupAt(screen, desk.map->view());
        return group ? group->count : std::size_t{0};
    };
    const auto circle = [&](core::GeoPoint place) {
        const auto circles = gis::clusterCircles(*desk.map->picture().content().incidents, desk.layers->incidentStyle(), desk.map->view());
        const QPointF at = desk.map->screenAt(place).value();
        const auto nearest = std::min_element(circles.begin(), circles.end(), [&](const auto& a, const auto& b) {
            return QLineF(a.centre, at).length() < QLineF(b.centre, at).length();
        });
        REQUIRE(nearest != circles.end());
        return nearest->centre.toPoint();
    };
    REQUIRE(countUnder(circle(Crossing)) >= 4);
    QMenu* list = nullptr;
    for (int clicks = 0; clicks < 20 && list == nullptr; ++clicks) {
        const double before = desk.map->view().unitsPerPixel;
        QTest::mouseClick(desk.map.get(), Qt::LeftButton, {}, circle(Crossing));
        list = desk.map->findChild<QMenu*>(QStringLiteral("casesHere"));
        if (list == nullptr)
            REQUIRE(desk.map->view().unitsPerPixel <= before / 2 * 1.001);
        desk.settle();
    }
    REQUIRE(list != nullptr);
    CHECK(list->actions().size() == 1 + 3 + 2); // heading, cases, line and "Select all"
    list->close();
    desk.map->setView(desk.map->view().withScale(5'000).centredOn(desk.map->picture().toMap(core::GeoPoint{120.6552, 28.0152}).value()));
    desk.settle();
    QTest::mouseClick(desk.map.get(), Qt::LeftButton, {}, desk.screen({120.6552, 28.0152}));
    CHECK(desk.workspace.currentCase() == alone);
}

TEST_CASE("all cases of one place are in its list, however many", "[app][map]") {
    MapDesk desk;
    core::CaseDraft draft;
    draft.place = Crossing;
    draft.category = desk.workspace.district()->categories().find("09006")->id;
    for (int i = 0; i < 60; ++i)
        REQUIRE(desk.workspace.report(draft));
    desk.settle();
    QTest::mouseClick(desk.map.get(), Qt::LeftButton, {}, desk.screen(Crossing));
    auto* const list = desk.map->findChild<QMenu*>(QStringLiteral("casesHere"));
    REQUIRE(list != nullptr);
    CHECK(list->actions().size() == 1 + 20 + 1 + 2); // heading, the first ones, how many more, line and "Select all"
    CHECK_FALSE(list->actions()[21]->isEnabled());
    list->actions().last()->trigger();
    list->close();
    CHECK(desk.workspace.selectedCases().size() == 60);
}

TEST_CASE("the legend beside the layers says what the map and the sheet show", "[app][map]") {
    MapDesk desk;
    desk.report(Crossing);
    app::MapLegend legend(*desk.map);
    legend.show();
    auto* const list = legend.findChild<QListWidget*>(QStringLiteral("legendList"));
    const auto shows = [&](const char* text) {
        return QTest::qWaitFor([&] { return !list->findItems(QString::fromUtf8(text), Qt::MatchExactly).isEmpty(); }, 5000);
    };
    CHECK(shows("Where cases crowd: the most urgent one"));
    desk.layers->setIncidentStyle({.drawing = IncidentDrawing::Clusters, .clusterSize = 56, .heatRadius = 200});
    CHECK(shows("Number of cases"));
    desk.layers->setIncidentStyle({.drawing = IncidentDrawing::Heat, .clusterSize = 56, .heatRadius = 500});
    CHECK(shows("Gaussian kernel, radius 500 m"));
    auto* const title = legend.findChild<QWidget*>(QStringLiteral("legendTitle"));
    QTest::mouseClick(title, Qt::LeftButton);
    CHECK_FALSE(list->isVisible());
    QTest::mouseClick(title, Qt::LeftButton);
    CHECK(list->isVisible());
}
