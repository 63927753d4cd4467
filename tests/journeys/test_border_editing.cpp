// SPDX-License-Identifier: GPL-3.0-or-later
// Borders of grids are moved, parted and merged with mouse and keyboard in the real window, and the cover stays one.
#include "app/map/area_editing.h"
#include "app/shell/window_host.h"
#include "gis/source/cover_check.h"
#include "tests/app/cases/scripted_prompts.h"
#include "tests/app/map/map_desk.h"

#include <QComboBox>
#include <QDialog>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QRadioButton>
#include <QToolButton>

using namespace gridwarden;
using namespace gridwarden::test;
using app::ActionId;

namespace {

struct BorderStory {
    ScriptedPrompts prompts;
    SmallDistrict small;
    app::WindowHost host;
    app::MainWindow& window = host.window();
    app::Workspace& workspace = host.workspace();

    BorderStory() {
        for (int i = 0; i < 6; ++i)
            small.report(core::GeoPoint{120.6505 + 0.0005 * i, 28.005});
        const QString path = QString::fromStdString((small.folder / "small.gpkg").string());
        small.district.reset();
        window.resize(1366, 768);
        window.show();
        REQUIRE(QTest::qWaitForWindowExposed(&window));
        window.files().open(path);
        REQUIRE(QTest::qWaitFor([this] { return workspace.district() != nullptr; }, 10'000));
        settle();
        window.action(ActionId::EditBorders)->trigger();
        settle();
    }
    void settle() {
        REQUIRE(QTest::qWaitFor([this] { return !workspace.isBusy() && window.map().picture().isIdle() && !window.layers().isLoading(); }, 10'000));
        QTest::qWait(50);
    }
    template <class Widget> Widget& named(const char* name) {
        CAPTURE(name);
        Widget* found = nullptr;
        REQUIRE(QTest::qWaitFor([&] {
            for (Widget* const each : window.findChildren<Widget*>(QLatin1String(name)))
                if (each->isVisible())
                    found = each;
            return found != nullptr;
        }, 5000));
        return *found;
    }
    void tool(const char* name) { QTest::mouseClick(&named<QToolButton>(name), Qt::LeftButton); }
    QPoint at(double longitude, double latitude) { return window.map().screenAt({longitude, latitude}).value().toPoint(); }
    void click(double longitude, double latitude) {
        moveMouse(window.map(), at(longitude, latitude));
        QTest::mouseClick(&window.map(), Qt::LeftButton, {}, at(longitude, latitude));
    }
    void key(Qt::Key key) { QTest::keyClick(&window.map(), key); }
    bool asks() {
        QCoreApplication::processEvents();
        auto* const dialog = window.findChild<QDialog*>(QStringLiteral("areaRevision"));
        return dialog != nullptr && dialog->isVisible();
    }
    void save() {
        auto& button = named<QPushButton>("revisionSave");
        QTest::mouseClick(&button, Qt::LeftButton);
        REQUIRE(QTest::qWaitFor([this] { return window.findChild<QDialog*>(QStringLiteral("areaRevision")) == nullptr; }, 10'000));
        settle();
    }
    const core::Area* grid(const char* code) {
        return workspace.district()->areas().find(core::AreaKind::Grid, code, today());
    }
    core::Day today() { return workspace.district()->timeZone().day(core::now()); }
    std::string codeAt(double longitude, double latitude) {
        const core::Area* const area = workspace.district()->areas().at({longitude, latitude}, core::AreaKind::Grid, today());
        return area != nullptr ? area->code : "";
    }
    void checkCover() {
        for (const gis::CoverFinding& finding : gis::checkCover(workspace.district()->areas(), core::AreaKind::Grid, today()))
            FAIL_CHECK(finding.what.key);
    }
    std::string reading() { return window.map().reading().toStdString(); }
    std::size_t entries() { return workspace.district()->store().journal(100)->size(); }
};

} // namespace

TEST_CASE("a border is drawn anew in the window: both grids move, cases of the day stay", "[journey]") {
    BorderStory story;
    const core::AreaId old = story.grid("01")->id;
    story.click(120.65, 28.002);
    story.click(120.6527, 28.005);
    story.click(120.65, 28.008);
    const QLabel& loads = story.named<QLabel>("areaEditLoads");
    // Of the six cases along the middle five come to lie on the other side.
    CHECK(QTest::qWaitFor([&] { return loads.text().contains(QStringLiteral("<b>5</b>")) && loads.text().contains(QStringLiteral("6 → <b>1</b>")); }, 5000));
    CAPTURE(loads.text().toStdString());
    story.key(Qt::Key_Return);
    REQUIRE(story.asks());
    story.named<QComboBox>("revisionReason").setEditText(QStringLiteral("道路改线"));
    story.save();
    CHECK(story.codeAt(120.652, 28.005) == "01");
    CHECK(story.codeAt(120.652, 28.001) == "02");
    CHECK(story.grid("01")->id != old);
    REQUIRE(story.workspace.district()->areas().became(old).size() == 1);
    CHECK(story.workspace.district()->areas().became(old)[0].successor == story.grid("01")->id);
    story.checkCover();
    // Undone by the window's own undo, to the bit.
    story.window.action(ActionId::Undo)->trigger();
    story.settle();
    CHECK(story.grid("01")->id == old);
    CHECK(story.codeAt(120.652, 28.005) == "02");
    CHECK(story.workspace.district()->areas().became(old).empty());
}

TEST_CASE("a grid is parted along a line and two are merged in the window", "[journey]") {
    BorderStory story;
    story.tool("splitArea");
    story.click(120.645, 27.999);
    story.click(120.645, 28.006);
    story.key(Qt::Key_Backspace);
    story.click(120.645, 28.0075); // snaps to nothing, ends inside: parts nothing
    story.key(Qt::Key_Return);
    CHECK_FALSE(story.asks());
    story.click(120.645, 28.01); // on the upper border
    story.key(Qt::Key_Return);
    REQUIRE(story.asks());
    CHECK(story.named<QLineEdit>("revisionCode0").text() == QStringLiteral("05")); // west first
    CHECK(story.named<QLineEdit>("revisionCode1").text() == QStringLiteral("06"));
    story.save();
    CHECK(story.codeAt(120.642, 28.005) == "05");
    CHECK(story.codeAt(120.648, 28.005) == "06");
    CHECK(story.grid("01") == nullptr);
    story.checkCover();

    story.tool("mergeAreas");
    story.click(120.642, 28.005);
    story.key(Qt::Key_Return); // one is not enough
    CHECK_FALSE(story.asks());
    story.click(120.645, 28.015); // grid 03 above
    story.key(Qt::Key_Return);
    REQUIRE(story.asks());
    CHECK(story.named<QLineEdit>("revisionCode0").text() == QStringLiteral("07"));
    story.save();
    CHECK(story.codeAt(120.642, 28.005) == "07");
    CHECK(story.codeAt(120.642, 28.015) == "07");
    story.checkCover();
}

TEST_CASE("vertices are dragged on both sides, taken back and corrected for all time", "[journey]") {
    BorderStory story;
    story.tool("moveVertices");
    drag(story.window.map(), story.at(120.65, 28.01), story.at(120.652, 28.012));
    drag(story.window.map(), story.at(120.65083, 28.005), story.at(120.648, 28.005));
    story.key(Qt::Key_Backspace); // the second one
    story.key(Qt::Key_Return);
    REQUIRE(story.asks());
    QTest::mouseClick(&story.named<QRadioButton>("revisionCorrection"), Qt::LeftButton, {}, QPoint(8, 8));
    story.save();
    CHECK(story.workspace.district()->areas().ofKind(core::AreaKind::Grid).size() == 4);
    CHECK(story.codeAt(120.651, 28.0105) == "01");
    CHECK(story.codeAt(120.649, 28.005) == "01");
    story.checkCover();
}

TEST_CASE("a new grid takes ground from those below it", "[journey]") {
    BorderStory story;
    story.tool("drawArea");
    for (const auto& [x, y] : {std::pair(120.648, 28.008), std::pair(120.652, 28.008), std::pair(120.652, 28.012), std::pair(120.648, 28.012)})
        story.click(x, y);
    story.key(Qt::Key_Return);
    REQUIRE(story.asks());
    story.save();
    CHECK(story.codeAt(120.65, 28.01) == "05");
    CHECK(story.codeAt(120.641, 28.001) == "01");
    story.checkCover();
}

TEST_CASE("a sketch that cannot be done is said and changes nothing", "[journey]") {
    BorderStory story;
    const std::size_t entries = story.entries();
    story.tool("splitArea");
    story.click(120.642, 27.999);
    story.click(120.648, 28.0105);
    story.click(120.648, 27.999);
    story.click(120.642, 28.0105); // crosses itself
    story.key(Qt::Key_Return);
    CHECK_FALSE(story.asks());
    CHECK_FALSE(story.reading().empty());
    story.key(Qt::Key_Escape);
    CHECK(story.reading().empty());
    CHECK(story.window.map().tool() == app::ToolKind::SplitArea);
    story.tool("mergeAreas");
    story.click(120.645, 28.005);
    story.click(120.655, 28.015); // touch in a corner
    story.key(Qt::Key_Return);
    CHECK_FALSE(story.asks());
    story.key(Qt::Key_Escape);
    story.key(Qt::Key_Escape);
    CHECK(story.window.map().tool() == app::ToolKind::Pan);
    CHECK_FALSE(story.window.map().areaEditing().isActive());
    CHECK(story.entries() == entries);
}

TEST_CASE("clicks near a vertex use it, unless snapping is off", "[journey]") {
    BorderStory story;
    const app::MapTool& tool = story.window.map().currentTool();
    CHECK(tool.kind() == app::ToolKind::ReshapeBorder);
    app::AreaEditing& editing = story.window.map().areaEditing();
    CHECK(editing.snaps());
    story.key(Qt::Key_S);
    CHECK_FALSE(editing.snaps());
    CHECK_FALSE(story.named<QToolButton>("areaEditSnap").isChecked());
    story.key(Qt::Key_S);
    CHECK(story.named<QToolButton>("areaEditSnap").isChecked());
    story.tool("splitArea");
    const QPoint corner = story.at(120.64, 28.0);
    QTest::mouseClick(&story.window.map(), Qt::LeftButton, {}, corner + QPoint(5, -4));
    QTest::mouseClick(&story.window.map(), Qt::LeftButton, {}, story.at(120.65, 28.01) + QPoint(-4, 5));
    REQUIRE(editing.proposal());
    REQUIRE(*editing.proposal());
    for (const auto& added : (*editing.proposal())->added)
        CHECK(added.shape.polygons[0][0].size() == 4); // from corner to corner
}
