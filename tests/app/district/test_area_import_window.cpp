// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/district/area_import_dialog.h"
#include "app/district/area_source.h"
#include "tests/app/district/editor_fixture.h"

#include <QTableWidget>
#include <fstream>

using namespace gridwarden;
using test::EditorFixture;

namespace {

std::string feature(const std::string& properties, const std::string& ring) {
    return R"({"type":"Feature","properties":{)" + properties + R"(},"geometry":{"type":"Polygon","coordinates":[[)" + ring + "]]}}";
}

/// Two good communities, one that crosses itself, one with the code of the first.
std::filesystem::path writeCommunities(const std::filesystem::path& path) {
    std::ofstream(path) << R"({"type":"FeatureCollection","features":[)"
                        << feature(R"("code":"C1","名称":"甲社区","parent":"Z1")", "[120.64,28],[120.65,28],[120.65,28.01],[120.64,28.01],[120.64,28]") << ','
                        << feature(R"("code":"C2","名称":"乙社区","parent":"Z1")", "[120.65,28],[120.66,28],[120.66,28.01],[120.65,28.01],[120.65,28]") << ','
                        << feature(R"("code":"C3","名称":"丙社区","parent":"Z9")", "[120.64,28.01],[120.65,28.02],[120.65,28.01],[120.64,28.02],[120.64,28.01]") << ','
                        << feature(R"("code":"C1","名称":"重复","parent":"Z1")", "[120.65,28.01],[120.66,28.01],[120.66,28.02],[120.65,28.02],[120.65,28.01]")
                        << "]}";
    return path;
}

struct ImportFixture : EditorFixture {
    app::AreaImportWindow& open(const std::filesystem::path& file) {
        app::openAreaImport(workspace, jobs, &window, QString::fromStdString(file.string()));
        auto* const found = window.findChild<app::AreaImportWindow*>();
        REQUIRE(found != nullptr);
        REQUIRE(QTest::qWaitForWindowExposed(found));
        return *found;
    }
};

} // namespace

TEST_CASE("a file is looked into and its fields are guessed", "[app][district]") {
    const test::ScratchFolder folder;
    const auto path = writeCommunities(folder / "communities.geojson");
    const auto source = app::readAreaSource(path, {});
    REQUIRE(source);
    CHECK(source->rows.size() == 4);
    CHECK(!source->crs.empty());
    const auto guess = app::guessAreaFields(path, *source);
    CHECK(guess.kind == core::AreaKind::Community);
    CHECK(guess.codeField == "code");
    CHECK(guess.nameField == "名称");
    CHECK(guess.parentField == "parent");
    CHECK(guess.from.empty());
}

TEST_CASE("a table without shapes is said to have none", "[app][district]") {
    const test::ScratchFolder folder;
    std::ofstream(folder / "list.csv") << "code,name\n1,x\n";
    const auto source = app::readAreaSource(folder / "list.csv", {});
    REQUIRE(!source);
    CHECK(source.error().what.key == "layer-no-shapes");
}

TEST_CASE("areas are imported in the background with every refused row listed", "[app][district]") {
    ImportFixture f;
    auto& window = f.open(writeCommunities(f.small.folder / "communities.geojson"));
    auto& import = f.part<QPushButton>(window, "import");
    REQUIRE(QTest::qWaitFor([&] { return import.isEnabled(); }, 10000));
    CHECK(f.part<QTableWidget>(window, "preview").rowCount() == 4);
    f.picture(window, QStringLiteral("area-import"));
    QSignalSpy busy(&f.workspace, &app::Workspace::busyChanged);
    QTest::mouseClick(&import, Qt::LeftButton);
    CHECK(f.workspace.isBusy());
    REQUIRE(QTest::qWaitFor([&] { return !f.workspace.isBusy(); }, 20000));
    CHECK(busy.size() == 2);
    CHECK(f.district().areas().ofKind(core::AreaKind::Community).size() == 3);
    const core::Area* const first = f.district().areas().find(core::AreaKind::Community, "C1");
    REQUIRE(first != nullptr);
    CHECK(first->name == "甲社区");
    REQUIRE(f.district().areas().parents(first->id).size() == 1);
    CHECK(f.district().areas().parents(first->id).front()->id == f.zone);

    auto& problems = f.part<QTreeView>(window, "problems");
    CHECK(problems.isVisible());
    const auto rows = problems.model()->match(problems.model()->index(0, 0), Qt::DisplayRole, QStringLiteral("4"), 1, Qt::MatchExactly);
    REQUIRE(!rows.empty());
    f.picture(window, QStringLiteral("area-import-result"));

    QSignalSpy zooms(&f.workspace, &app::Workspace::zoomRequested);
    bool isLedThere = false;
    for (int row = 0; row < problems.model()->rowCount(); ++row) {
        const QModelIndex index = problems.model()->index(row, 0);
        QTest::mouseClick(problems.viewport(), Qt::LeftButton, {}, problems.visualRect(index).center());
        isLedThere = isLedThere || !zooms.empty();
    }
    CHECK(isLedThere);
    CHECK(zooms[0][0].value<core::GeoBox>().intersects(core::boundsOf(test::square(120.64, 28.01, 0.01))));
    REQUIRE(f.workspace.undo());
    f.waitForJobs();
    CHECK(f.district().areas().ofKind(core::AreaKind::Community).empty());
}

TEST_CASE("a layer that does not say where it lies waits for a coordinate system", "[app][district]") {
    ImportFixture f;
    const std::filesystem::path data(GRIDWARDEN_TEST_DATA);
    for (const char* part : {".shp", ".shx", ".dbf"})
        std::filesystem::copy(data / "areas" / (std::string("hangzhou_gbk_unmarked") + part), f.small.folder / (std::string("streets") + part));
    auto& window = f.open(f.small.folder / "streets.shp");
    auto& message = f.part<QLabel>(window, "message");
    REQUIRE(QTest::qWaitFor([&] { return f.part<QTableWidget>(window, "preview").rowCount() > 0; }, 10000));
    CHECK(message.text().contains(QStringLiteral("streets.shp")));
    CHECK(!f.part<QPushButton>(window, "import").isEnabled());
    f.pick(window, "crs", QStringLiteral("gcj02"));
    REQUIRE(QTest::qWaitFor([&] { return !f.jobs.isBusy(); }, 10000));
    CHECK(!message.text().contains(QStringLiteral("streets.shp")));
    f.picture(window, QStringLiteral("area-import-gcj02"));
}

TEST_CASE("a file that is no layer is said at once", "[app][district]") {
    ImportFixture f;
    std::ofstream(f.small.folder / "text.shp") << "nothing of the kind";
    auto& window = f.open(f.small.folder / "text.shp");
    auto& message = f.part<QLabel>(window, "message");
    REQUIRE(QTest::qWaitFor([&] { return !f.jobs.isBusy(); }, 10000));
    CHECK(message.text().contains(QStringLiteral("text.shp")));
    CHECK(!f.part<QPushButton>(window, "import").isEnabled());
}
