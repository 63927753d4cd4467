// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/many_cases.h"
#include "tests/support/small_district.h"

#include <algorithm>

using namespace gridwarden;
using namespace gridwarden::test;

namespace {

struct Desk : SmallDistrict {
    /// A case in grid 01 that was filed, at 08:00 of a past day on which 张三 is on duty there.
    core::CaseId filed(std::optional<core::GeoPoint> place = core::GeoPoint{120.645, 28.005}) {
        const core::CaseId id = report(place, "09006", morning);
        core::StepDraft draft;
        draft.kind = core::StepKind::File;
        draft.time = morning;
        REQUIRE(core::takeStep(*district, actor, id, draft));
        return id;
    }
    [[nodiscard]] core::StepDraft dispatch() const {
        core::StepDraft draft;
        draft.kind = core::StepKind::Dispatch;
        draft.time = morning + std::chrono::hours(1);
        return draft;
    }
    core::Moment morning = core::parseMoment("2026-11-02T08:00", core::TimeZone()).value();
};

std::size_t entries(core::District& district) { return district.store().journal(1000).value().size(); }

} // namespace

TEST_CASE("many cases are dispatched to their own receivers in one change", "[core][cases]") {
    Desk desk;
    core::DispatchRule rule;
    rule.area = desk.grids[1];
    rule.person = desk.li;
    REQUIRE(desk.district->change({"test-fill", {}}, desk.actor, [&](core::Change& change) -> core::Result<void> {
        const auto saved = core::saveDispatchRule(change, rule);
        return saved ? core::Result<void>() : core::fail(saved);
    }));
    const core::CaseId one = desk.filed();
    const core::CaseId two = desk.filed(core::GeoPoint{120.655, 28.005});
    const core::CaseId nowhere = desk.filed(std::nullopt);
    const core::CaseId reported = desk.report(core::GeoPoint{120.645, 28.005}, "09006", desk.morning);
    const std::size_t before = entries(*desk.district);

    const auto done = core::dispatchMany(*desk.district, desk.actor, std::array{one, two, nowhere, reported}, desk.dispatch());
    REQUIRE(done);
    CHECK(done->done == std::vector{one, two});
    REQUIRE(done->refused.size() == 2);
    CHECK(done->refused[0].id == nowhere);
    CHECK(done->refused[0].why.key == "dispatch-nobody");
    CHECK(done->refused[0].number == desk.load(nowhere).report.number);
    CHECK(done->refused[1].id == reported);
    CHECK(done->refused[1].why.key == "step-needs-state");
    CHECK(desk.load(one).derived.handlerPerson == desk.zhang);
    CHECK(desk.load(one).derived.handlerOrganisation == desk.squad);
    CHECK(desk.load(two).derived.handlerPerson == desk.li);
    CHECK(desk.load(nowhere).derived.state == core::CaseState::Filed);
    CHECK(entries(*desk.district) == before + 1);

    REQUIRE(desk.district->undo(desk.actor));
    for (const core::CaseId id : {one, two})
        CHECK(desk.load(id).derived.state == core::CaseState::Filed);
}

TEST_CASE("many cases are handed over and their clocks run on", "[core][cases]") {
    Desk desk;
    const core::CaseId one = desk.filed();
    const core::CaseId other = desk.filed();
    REQUIRE(core::dispatchMany(*desk.district, desk.actor, std::array{one, other}, desk.dispatch()));
    const auto due = desk.load(one).derived.due;
    REQUIRE(due);
    core::StepDraft draft = desk.dispatch();
    draft.time = desk.morning + std::chrono::hours(2);
    draft.detail.organisation = desk.squad;
    draft.detail.person = desk.li;
    const auto done = core::takeStepForMany(*desk.district, desk.actor, std::array{one}, draft);
    REQUIRE(done);
    CHECK(done->done == std::vector{one});
    CHECK(desk.load(one).derived.handlerPerson == desk.li);
    CHECK(desk.load(one).derived.due == due);
    const auto again = core::takeStepForMany(*desk.district, desk.actor, std::array{one, other}, draft);
    REQUIRE(again);
    CHECK(again->done == std::vector{other});
    REQUIRE(again->refused.size() == 1);
    CHECK(again->refused.front().why == core::Message{"dispatch-same-receiver", {"李四"}});
}

TEST_CASE("where none can be done nothing is written", "[core][cases]") {
    Desk desk;
    const core::CaseId id = desk.report(core::GeoPoint{120.645, 28.005}, "09006", desk.morning);
    const std::size_t before = entries(*desk.district);
    const auto done = core::dispatchMany(*desk.district, desk.actor, std::array{id}, desk.dispatch());
    REQUIRE(done);
    CHECK(done->done.empty());
    CHECK(done->refused.size() == 1);
    CHECK(entries(*desk.district) == before);
}

TEST_CASE("an unknown case or a stop leaves all as they were", "[core][cases]") {
    Desk desk;
    const core::CaseId id = desk.filed();
    const std::size_t before = entries(*desk.district);
    const auto unknown = core::dispatchMany(*desk.district, desk.actor, std::array{id, core::CaseId(12345)}, desk.dispatch());
    REQUIRE_FALSE(unknown);
    CHECK(unknown.error().code == core::ErrorCode::NotFound);
    int asked = 0;
    const auto stopped = core::dispatchMany(*desk.district, desk.actor, std::array{id}, desk.dispatch(), [&] { return ++asked < 2; });
    REQUIRE_FALSE(stopped);
    CHECK(stopped.error().code == core::ErrorCode::Cancelled);
    CHECK(entries(*desk.district) == before);
    CHECK(desk.load(id).derived.state == core::CaseState::Filed);
}

TEST_CASE("an urging waits for its reply and a reply for an urging", "[core][cases]") {
    Desk desk;
    const core::CaseId id = desk.filed();
    core::StepDraft reply;
    reply.kind = core::StepKind::Urge;
    reply.detail.reply = "已安排人员前往";
    const auto early = core::takeStep(*desk.district, desk.actor, id, reply);
    REQUIRE_FALSE(early);
    CHECK(early.error().what.key == "step-nothing-urged");
    core::StepDraft urge;
    urge.kind = core::StepKind::Urge;
    urge.detail.urging = "leader";
    REQUIRE(core::takeStep(*desk.district, desk.actor, id, urge));
    CHECK(desk.load(id).derived.urgePending);
    REQUIRE(core::takeStep(*desk.district, desk.actor, id, reply));
    CHECK_FALSE(desk.load(id).derived.urgePending);
    CHECK(desk.load(id).steps.back().detail.reply == "已安排人员前往");
}

TEST_CASE("a case that is named twice gets a step once", "[core][cases]") {
    Desk desk;
    const core::CaseId one = desk.filed(), two = desk.filed();
    const auto done = core::dispatchMany(*desk.district, desk.actor, std::array{one, two, one}, desk.dispatch());
    REQUIRE(done);
    CHECK(done->done == std::vector{one, two});
    CHECK(done->refused.empty());
    const std::vector<core::Step> steps = desk.load(one).steps;
    CHECK(std::count_if(steps.begin(), steps.end(), [](const core::Step& step) { return step.kind == core::StepKind::Dispatch; }) == 1);
    core::StepDraft urged;
    urged.kind = core::StepKind::Urge;
    urged.detail.note = "催办";
    const auto many = core::takeStepForMany(*desk.district, desk.actor, std::array{two, two}, urged);
    REQUIRE(many);
    CHECK(many->done == std::vector{two});
}

TEST_CASE("closing many with their further reports closes each once", "[core][cases]") {
    Desk desk;
    const core::CaseId main = desk.filed(), further = desk.filed();
    core::StepDraft link;
    link.kind = core::StepKind::Link;
    link.detail.with = main;
    REQUIRE(core::takeStep(*desk.district, desk.actor, further, link));
    core::StepDraft closing;
    closing.kind = core::StepKind::ForceClose;
    closing.detail.note = "已不存在";
    closing.withLinked = true;
    REQUIRE(core::takeStepForMany(*desk.district, desk.actor, std::array{main, further}, closing));
    for (const core::CaseId id : {main, further}) {
        const core::CaseRecord record = desk.load(id);
        CHECK(record.derived.state == core::CaseState::Closed);
        CHECK(std::count_if(record.steps.begin(), record.steps.end(), [](const core::Step& step) { return step.kind == core::StepKind::ForceClose; }) == 1);
    }
}
