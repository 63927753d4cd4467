// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/workspace/workspace.h"
#include "tests/support/small_district.h"

#include <QSignalSpy>
#include <QTest>
#include <semaphore>

using namespace gridwarden;
using namespace gridwarden::test;
using app::Workspace;

namespace {

core::CaseDraft draftAt(const Workspace& workspace, core::GeoPoint place) {
    core::CaseDraft draft;
    draft.place = place;
    draft.category = workspace.district()->categories().find("09006")->id;
    return draft;
}

} // namespace

TEST_CASE("a reported case is counted and filtered at once", "[app][workspace]") {
    SmallDistrict small;
    Workspace workspace;
    REQUIRE(workspace.adopt(std::move(small.district)));
    QSignalSpy changed(&workspace, &Workspace::changed);
    const auto id = workspace.report(draftAt(workspace, {120.645, 28.005}));
    REQUIRE(id);
    CHECK(changed.count() == 1);
    CHECK(workspace.facts()->rowOf(*id).has_value());
    CHECK(workspace.filtered().size() == 1);
    core::Filter elsewhere;
    elsewhere.areas = {small.grids[3]};
    workspace.setFilter(elsewhere);
    CHECK(workspace.filtered().empty());
    REQUIRE(workspace.report(draftAt(workspace, {120.655, 28.015})));
    CHECK(workspace.filtered().size() == 1);
}

TEST_CASE("an undone case does not stay selected", "[app][workspace]") {
    SmallDistrict small;
    Workspace workspace;
    REQUIRE(workspace.adopt(std::move(small.district)));
    const auto id = workspace.report(draftAt(workspace, {120.645, 28.005}));
    workspace.selectCases({*id});
    QSignalSpy selection(&workspace, &Workspace::selectionChanged);
    CHECK(workspace.undo());
    CHECK(workspace.currentCase().isNull());
    CHECK(selection.count() == 1);
    CHECK(workspace.redo());
    CHECK(workspace.facts()->rowOf(*id).has_value());
}

TEST_CASE("a fault is a notice and nothing is changed", "[app][workspace]") {
    SmallDistrict small;
    Workspace workspace;
    REQUIRE(workspace.adopt(std::move(small.district)));
    QSignalSpy notices(&workspace, &Workspace::noticePosted);
    core::CaseDraft nothing;
    CHECK_FALSE(workspace.report(nothing));
    CHECK(notices.count() == 1);
    CHECK(notices.first().first().value<app::Notice>().kind == app::NoticeKind::Fault);
    CHECK(workspace.filtered().empty());
}

TEST_CASE("a district that cannot be opened leaves the open one alone", "[app][workspace]") {
    SmallDistrict small;
    Workspace workspace;
    REQUIRE(workspace.adopt(std::move(small.district)));
    CHECK_FALSE(workspace.openDistrict(QStringLiteral("/nowhere/at/all.gpkg")));
    CHECK(workspace.district() != nullptr);
    CHECK(workspace.canWrite());
}

TEST_CASE("closing forgets filter and selection", "[app][workspace]") {
    SmallDistrict small;
    Workspace workspace;
    REQUIRE(workspace.adopt(std::move(small.district)));
    const auto id = workspace.report(draftAt(workspace, {120.645, 28.005}));
    workspace.selectCases({*id});
    workspace.selectArea(small.grids[0]);
    QSignalSpy closing(&workspace, &Workspace::districtClosing);
    workspace.closeDistrict();
    CHECK(closing.count() == 1);
    CHECK(workspace.selectedCases().empty());
    CHECK(workspace.selectedArea().isNull());
    CHECK(workspace.facts()->size() == 0);
    CHECK_FALSE(workspace.report({}));
}

TEST_CASE("who acts is remembered for the district", "[app][workspace]") {
    SmallDistrict small;
    const QString path = QString::fromStdString((small.folder / "small.gpkg").string());
    {
        Workspace workspace;
        REQUIRE(workspace.adopt(std::move(small.district)));
        workspace.setActor({"张三", small.zhang});
    }
    Workspace workspace;
    REQUIRE(workspace.openDistrict(path));
    CHECK(workspace.actor().name == "张三");
    CHECK(workspace.actor().person == small.zhang);
}

TEST_CASE("while a worker has the district it is read from memory, and followed when it comes back", "[app][workspace]") {
    SmallDistrict small;
    app::Jobs jobs;
    Workspace workspace(&jobs);
    REQUIRE(workspace.adopt(std::move(small.district)));
    QSignalSpy changed(&workspace, &Workspace::changed);
    QSignalSpy busy(&workspace, &Workspace::busyChanged);
    QSignalSpy notices(&workspace, &Workspace::noticePosted);
    const core::AreaRegister& areas = workspace.district()->areas();
    const std::string& name = workspace.district()->name();
    std::binary_semaphore hasChanged{0}, mayEnd{0};
    bool told = false;
    const auto job = workspace.run(
        QStringLiteral("Counting twice"),
        [&](core::District& district, const app::Jobs::Progress&) {
            for (const char* called : {"甲区", "乙区"})
                (void)district.change({"test", {}}, small.actor, [&](core::Change& change) -> core::Result<void> {
                    core::Area area = *district.areas().find(small.grids[0]);
                    area.name = called;
                    auto updated = core::updateArea(change, area);
                    return updated ? core::saveSetting(change, "name", called) : updated;
                });
            hasChanged.release();
            mayEnd.acquire();
        },
        [&] { told = true; });
    REQUIRE(job);
    hasChanged.acquire();
    // What the window looks at stays where it is.
    CHECK(areas.find(small.grids[0])->name == "网格01");
    CHECK(name == "测试区");
    CHECK(workspace.district()->name() == "乙区");
    CHECK(workspace.connection() == nullptr);
    CHECK_FALSE(workspace.canWrite());
    CHECK_FALSE(workspace.report(draftAt(workspace, {120.645, 28.005})));
    REQUIRE(notices.size() == 1);
    CHECK(notices[0][0].value<app::Notice>().text.contains(QStringLiteral("Counting twice")));
    CHECK(changed.empty());
    mayEnd.release();
    REQUIRE(QTest::qWaitFor([&] { return told; }, 10'000));
    CHECK(changed.size() == 1);
    CHECK(busy.size() == 2);
    CHECK(workspace.connection() != nullptr);
    CHECK(workspace.district()->areas().find(small.grids[0])->name == "乙区");
}

TEST_CASE("a cancelled change leaves the district as it was", "[app][workspace]") {
    SmallDistrict small;
    app::Jobs jobs;
    Workspace workspace(&jobs);
    REQUIRE(workspace.adopt(std::move(small.district)));
    const std::size_t entries = workspace.district()->store().journal(100).value().size();
    std::binary_semaphore isCancelled{0};
    core::Result<core::Touched> done;
    bool told = false;
    const auto job = workspace.run(
        QStringLiteral("Writing"),
        [&](core::District& district, const app::Jobs::Progress&) {
            isCancelled.acquire();
            done = district.change({"test", {}}, small.actor, [&](core::Change& change) -> core::Result<void> {
                for (int i = 0; i < 3'000; ++i) // long enough to be asked
                    if (auto saved = core::saveSetting(change, "bookmarks", std::to_string(i)); !saved)
                        return saved;
                return {};
            });
        },
        [&] { told = true; });
    REQUIRE(job);
    jobs.cancel(*job);
    isCancelled.release();
    REQUIRE(QTest::qWaitFor([&] { return told; }, 10'000));
    REQUIRE_FALSE(done);
    CHECK(done.error().code == core::ErrorCode::Cancelled);
    CHECK(workspace.district()->store().journal(100).value().size() == entries);
    CHECK(workspace.district()->setting("bookmarks").empty());
    CHECK(workspace.canWrite());
}

TEST_CASE("a workspace that goes while work has its district waits for it", "[app][workspace]") {
    SmallDistrict small;
    const auto path = small.folder / "small.gpkg";
    {
        app::Jobs jobs;
        Workspace workspace(&jobs);
        REQUIRE(workspace.adopt(std::move(small.district)));
        REQUIRE(workspace.run(QStringLiteral("Writing"), [&](core::District& district, const app::Jobs::Progress&) {
            while (app::Jobs::goesOn())
                (void)district.change({"test", {}}, small.actor, [](core::Change& change) { return core::saveSetting(change, "bookmarks", "x"); });
        }));
    }
    CHECK(core::District::open(path, core::OpenMode::ReadWrite));
}

TEST_CASE("whoever begins something as soon as the district is back is not told that nobody is busy", "[app][workspace]") {
    SmallDistrict small;
    app::Jobs jobs;
    Workspace workspace(&jobs);
    REQUIRE(workspace.adopt(std::move(small.district)));
    std::vector<std::pair<bool, bool>> told; // and what it was at that time
    QObject::connect(&workspace, &Workspace::busyChanged, &workspace, [&](bool isBusy) { told.emplace_back(isBusy, workspace.isBusy()); });
    std::binary_semaphore mayEnd{0}, innerMayEnd{0};
    bool hasBegun = false;
    QObject::connect(&workspace, &Workspace::changed, &workspace, [&] {
        if (!std::exchange(hasBegun, true))
            CHECK(workspace.run(QStringLiteral("Counting"), [&](core::District&, const app::Jobs::Progress&) { innerMayEnd.acquire(); }));
    });
    REQUIRE(workspace.run(QStringLiteral("Importing"), [&](core::District& district, const app::Jobs::Progress&) {
        (void)district.change({"test", {}}, small.actor, [](core::Change& change) { return core::saveSetting(change, "bookmarks", "x"); });
        mayEnd.acquire();
    }));
    mayEnd.release();
    REQUIRE(QTest::qWaitFor([&] { return hasBegun; }, 10'000));
    CHECK(workspace.isBusy());
    innerMayEnd.release();
    REQUIRE(QTest::qWaitFor([&] { return !workspace.isBusy(); }, 10'000));
    REQUIRE_FALSE(told.empty());
    for (const auto& [said, was] : told)
        CHECK(said == was);
    CHECK_FALSE(told.back().first);
}
