// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/workspace/latest_wish.h"
#include "app/workspace/workspace.h"
#include "tests/support/small_district.h"

#include <QSignalSpy>
#include <QTest>
#include <atomic>
#include <semaphore>

using namespace gridwarden;
using namespace gridwarden::test;
using app::Workspace;

namespace {

/// A workspace that counts beside the window, with eight cases: four words, each in two states.
struct LargeDesk {
    SmallDistrict small;
    Workspace workspace;
    std::vector<core::CaseId> cases;

    LargeDesk() {
        workspace.setCountsBesideFrom(1);
        REQUIRE(workspace.adopt(std::move(small.district)));
        for (int i = 0; i < 8; ++i) {
            core::CaseDraft draft;
            draft.place = core::GeoPoint{120.645, 28.005};
            draft.category = workspace.district()->categories().find("09006")->id;
            draft.description = std::vector<std::string>{"摊位", "广告", "井盖", "噪声"}[static_cast<std::size_t>(i % 4)];
            const auto id = workspace.report(draft);
            REQUIRE(id);
            cases.push_back(*id);
            if (i >= 4) {
                core::StepDraft reject;
                reject.kind = core::StepKind::Reject;
                reject.detail.note = "不属实";
                REQUIRE(workspace.takeStep(*id, reject));
            }
        }
        settle();
    }
    void settle() const { REQUIRE(QTest::qWaitFor([this] { return !workspace.isFiltering(); }, 20'000)); }
    [[nodiscard]] std::vector<core::CaseId> filtered() const {
        std::vector<core::CaseId> all;
        for (const std::uint32_t row : workspace.filtered())
            all.push_back((*workspace.filteredFacts())[row].id);
        return all;
    }
};

core::Filter withState(core::CaseState state) {
    core::Filter filter;
    filter.states = {state};
    return filter;
}

} // namespace

TEST_CASE("many cases are filtered beside the window, and the rows follow the filter", "[app][workspace]") {
    LargeDesk desk;
    CHECK(desk.filtered() == desk.cases);
    QSignalSpy chosen(&desk.workspace, &Workspace::filterChanged);
    QSignalSpy followed(&desk.workspace, &Workspace::filteredChanged);
    desk.workspace.setFilter(withState(core::CaseState::Rejected));
    CHECK(chosen.count() == 1);
    CHECK(followed.count() == 0);
    CHECK(desk.workspace.isFiltering());
    CHECK(desk.filtered() == desk.cases); // as before until the answer is there
    desk.settle();
    CHECK(followed.count() == 1);
    CHECK(desk.filtered() == std::vector(desk.cases.begin() + 4, desk.cases.end()));
}

TEST_CASE("a text is looked for beside the window through a connection of its own", "[app][workspace]") {
    LargeDesk desk;
    core::Filter filter;
    filter.text = "井盖";
    desk.workspace.setFilter(filter);
    desk.settle();
    CHECK(desk.filtered() == std::vector{desk.cases[2], desk.cases[6]});
}

TEST_CASE("the last of many filters set one after the other is the one that is answered in the end", "[app][workspace]") {
    LargeDesk desk;
    for (int i = 0; i < 200; ++i) {
        core::Filter filter = withState(i % 2 == 0 ? core::CaseState::Rejected : core::CaseState::Reported);
        if (i % 5 == 0)
            filter.text = "广告";
        desk.workspace.setFilter(filter);
        if (i % 7 == 0)
            QTest::qWait(1);
    }
    desk.workspace.setFilter(withState(core::CaseState::Rejected));
    desk.settle();
    CHECK(desk.filtered() == std::vector(desk.cases.begin() + 4, desk.cases.end()));
}

TEST_CASE("a change is followed beside the window, and closing forgets what was asked", "[app][workspace]") {
    LargeDesk desk;
    desk.workspace.setFilter(withState(core::CaseState::Rejected));
    desk.settle();
    REQUIRE(desk.workspace.undo());
    desk.settle();
    CHECK(desk.filtered() == std::vector(desk.cases.begin() + 4, desk.cases.end() - 1));
    desk.workspace.setFilter(withState(core::CaseState::Reported));
    desk.workspace.closeDistrict();
    CHECK_FALSE(desk.workspace.isFiltering());
    CHECK(desk.workspace.filtered().empty());
    QTest::qWait(20);
    CHECK(desk.workspace.filtered().empty());
}

TEST_CASE("of several wishes the newest is fulfilled, and what is worked on is told to stop", "[app][workspace]") {
    std::binary_semaphore begun(0), goOn(0), done(0);
    std::atomic<int> last = 0;
    std::atomic<bool> wasStopped = false;
    app::LatestWish<int> wishes([&](const int& wish, const std::stop_token& stop) {
        if (wish == 1) {
            begun.release();
            goOn.acquire();
            wasStopped = stop.stop_requested();
        }
        last = wish;
        if (wish == 4)
            done.release();
    });
    wishes.request(1);
    begun.acquire();
    CHECK_FALSE(wishes.isIdle());
    for (const int wish : {2, 3, 4})
        wishes.request(wish);
    goOn.release();
    done.acquire();
    CHECK(wasStopped);
    CHECK(last == 4);
}
