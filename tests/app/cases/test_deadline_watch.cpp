// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cases/deadline_badge.h"
#include "app/text/language.h"
#include "tests/app/cases/fixture.h"

using namespace gridwarden;
using namespace gridwarden::test;

namespace {

struct InEnglish {
    InEnglish() { app::setLanguage(core::Language::English); } // plurals
};

struct WatchDesk : InEnglish, Desk {
    /// A case that is handled and has its deadline as long from now.
    core::CaseId dueIn(std::chrono::minutes left) {
        const core::CaseId id = report("占道摆摊");
        step(id, core::StepKind::File);
        core::StepDraft dispatch;
        dispatch.kind = core::StepKind::Dispatch;
        dispatch.detail.person = small.zhang;
        dispatch.detail.limit = core::Limit{static_cast<double>(left.count()) / 60, core::LimitUnit::UrgentHour};
        REQUIRE(workspace.takeStep(id, dispatch));
        REQUIRE(load(id).derived.due);
        return id;
    }
};

} // namespace

TEST_CASE("the badge tells how many cases turn red within the hour and selects them", "[app][cases]") {
    WatchDesk desk;
    app::DeadlineBadge badge(desk.workspace);
    CHECK(badge.isHidden());
    const core::CaseId later = desk.dueIn(std::chrono::minutes(50));
    const core::CaseId sooner = desk.dueIn(std::chrono::minutes(20));
    const core::CaseId far = desk.dueIn(std::chrono::minutes(150));
    CHECK_FALSE(badge.isHidden());
    CHECK(badge.text() == QStringLiteral("2 due within the hour"));
    CHECK(desk.notices.size() == 2); // once for each
    CHECK(desk.notices.back().text == QStringLiteral("1 case will be overdue within the hour."));
    badge.show();
    QTest::mouseClick(&badge, Qt::LeftButton);
    CHECK(desk.workspace.selectedCases() == std::vector{sooner, later});

    badge.watch().look(core::now() + std::chrono::minutes(100)); // time goes on: those two are red now
    CHECK(badge.watch().cases() == std::vector{far});
    CHECK(desk.notices.size() == 3);
    badge.watch().look(core::now() + std::chrono::minutes(101));
    CHECK(desk.notices.size() == 3);
    badge.watch().look(core::now() + std::chrono::minutes(200));
    CHECK(badge.isHidden());
}

TEST_CASE("what is handled or suspended does not turn red", "[app][cases]") {
    WatchDesk desk;
    app::DeadlineBadge badge(desk.workspace);
    const core::CaseId closed = desk.dueIn(std::chrono::minutes(30));
    const core::CaseId suspended = desk.dueIn(std::chrono::minutes(30));
    CHECK(badge.watch().cases().size() == 2);
    core::StepDraft suspend;
    suspend.kind = core::StepKind::Suspend;
    suspend.detail.until = core::now() + std::chrono::hours(48);
    REQUIRE(desk.workspace.takeStep(suspended, suspend));
    desk.step(closed, core::StepKind::ForceClose, "已解决");
    CHECK(badge.watch().cases().empty());
    REQUIRE(desk.workspace.undo());
    desk.waitForJobs();
    CHECK(badge.watch().cases() == std::vector{closed});
    const std::size_t told = desk.notices.size();
    REQUIRE(desk.workspace.redo());
    desk.waitForJobs();
    REQUIRE(desk.workspace.undo());
    desk.waitForJobs();
    CHECK(desk.notices.size() == told); // of which was told already
}

TEST_CASE("what is near when a district is opened is shown and not told", "[app][cases]") {
    WatchDesk desk;
    desk.dueIn(std::chrono::minutes(30));
    app::DeadlineBadge badge(desk.workspace);
    CHECK(badge.text() == QStringLiteral("1 due within the hour"));
    CHECK(desk.notices.empty());
}
