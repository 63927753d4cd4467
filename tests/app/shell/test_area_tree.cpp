// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/shell/area_tree.h"
#include "tests/support/small_district.h"

#include <QAbstractItemModelTester>
#include <QTest>

using namespace gridwarden;
using namespace gridwarden::test;
using app::AreaTree;

TEST_CASE("the tree shows areas under the ones they belong to with their open cases", "[app][shell]") {
    SmallDistrict small;
    const core::AreaId firstGrid = small.grids[0];
    app::Workspace workspace;
    REQUIRE(workspace.adopt(std::move(small.district)));
    AreaTree tree(workspace);
    const QAbstractItemModelTester tester(&tree, QAbstractItemModelTester::FailureReportingMode::Fatal);
    REQUIRE(tree.rowCount() == 1);
    const QModelIndex zone = tree.index(0, 0);
    CHECK(tree.areaOf(zone) == small.zone);
    REQUIRE(tree.rowCount(zone) == 4);
    CHECK(tree.data(tree.index(0, 0, zone)).toString().toStdString() == "01 网格01");

    core::CaseDraft draft;
    draft.place = core::GeoPoint{120.645, 28.005};
    draft.category = workspace.district()->categories().find("09006")->id;
    REQUIRE(workspace.report(draft));
    const auto openIn = [&](core::AreaId area) { return tree.data(tree.indexOf(area), AreaTree::OpenRole).toInt(); };
    REQUIRE(QTest::qWaitFor([&] { return openIn(firstGrid) == 1; }, 2000));
    CHECK(openIn(small.zone) == 1);
    CHECK(openIn(small.grids[3]) == 0);
    workspace.closeDistrict();
    CHECK(tree.rowCount() == 0);
}

TEST_CASE("an area that is not in the tree has no place in it", "[app][shell]") {
    SmallDistrict small;
    app::Workspace workspace;
    REQUIRE(workspace.adopt(std::move(small.district)));
    const AreaTree tree(workspace);
    CHECK_FALSE(tree.indexOf(core::AreaId(12345)).isValid());
    CHECK_FALSE(tree.indexOf(core::AreaId()).isValid());
}
