// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/workspace/newest_work.h"
#include "tests/support/small_district.h"

#include <QTest>
#include <semaphore>

using namespace gridwarden;
using namespace gridwarden::test;

namespace {

struct WorkDesk {
    SmallDistrict small;
    app::Jobs jobs;
    app::Workspace workspace{&jobs};
    std::unique_ptr<app::NewestWork> newest;
    std::vector<int> done; ///< in the worker
    std::vector<int> told;

    WorkDesk() {
        REQUIRE(workspace.adopt(std::move(small.district)));
        newest = std::make_unique<app::NewestWork>(workspace, nullptr);
    }
    void ask(int what) {
        newest->ask(
            QStringLiteral("Counting"), [this, what](core::District&, const app::Jobs::Progress&) { done.push_back(what); }, [this, what] { told.push_back(what); });
    }
    /// Goes on until it is cancelled.
    void askForLong(int what) {
        newest->ask(
            QStringLiteral("Counting"),
            [this, what](core::District&, const app::Jobs::Progress& progress) {
                while (progress(0))
                    QTest::qSleep(1);
                done.push_back(what);
            },
            [this, what] { told.push_back(what); });
    }
    void settle() const { REQUIRE(QTest::qWaitFor([this] { return !jobs.isBusy() && !workspace.isBusy(); }, 20'000)); }
};

} // namespace

TEST_CASE("what is asked for last is done after what it overtakes was cancelled", "[app][workspace]") {
    WorkDesk desk;
    desk.ask(1);
    CHECK(desk.told == std::vector{1});
    desk.askForLong(2);
    REQUIRE(desk.workspace.isBusy());
    desk.ask(3);
    desk.ask(4);
    desk.settle();
    CHECK(desk.done == std::vector{1, 2, 4});
    CHECK(desk.told == std::vector{1, 4});
}

TEST_CASE("what is asked for while the district is busy is done afterwards", "[app][workspace]") {
    WorkDesk desk;
    std::binary_semaphore mayEnd{0};
    REQUIRE(desk.workspace.run(QStringLiteral("Importing"), [&](core::District&, const app::Jobs::Progress&) { mayEnd.acquire(); }));
    desk.ask(1);
    desk.ask(2);
    CHECK(desk.done.empty());
    mayEnd.release();
    desk.settle();
    CHECK(desk.done == std::vector{2});
    CHECK(desk.told == std::vector{2});
}

TEST_CASE("nobody is told of what is no longer wanted", "[app][workspace]") {
    WorkDesk desk;
    desk.askForLong(1);
    SECTION("it was forgotten") { desk.newest->forget(); }
    SECTION("whoever asked is gone") { desk.newest.reset(); }
    desk.settle();
    CHECK(desk.done == std::vector{1});
    CHECK(desk.told.empty());
}
