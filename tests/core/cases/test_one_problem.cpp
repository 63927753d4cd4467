// SPDX-License-Identifier: GPL-3.0-or-later
// Several reports of one problem: linking, what stands for it, ending them together; and closing by four eyes.
#include "core/cases/second_check.h"
#include "core/figures/filter.h"
#include "tests/support/small_district.h"

using namespace gridwarden::core;
using namespace gridwarden::test;

namespace {

const GeoPoint Place{120.645, 28.005};

struct Desk : SmallDistrict {
    CaseId a = report(Place), b = report(Place), c = report(Place);

    std::string take(CaseId id, StepKind kind, StepDetail detail = {}, const Actor* by = nullptr, bool withLinked = false) {
        StepDraft draft;
        draft.kind = kind;
        draft.detail = std::move(detail);
        if (draft.detail.note.empty())
            draft.detail.note = "说明";
        draft.withLinked = withLinked;
        const auto done = takeStep(*district, by == nullptr ? actor : *by, id, draft);
        return done ? std::string() : done.error().what.key;
    }
    std::string link(CaseId from, CaseId to) {
        StepDetail detail;
        detail.with = to;
        return take(from, StepKind::Link, detail);
    }
    /// Until it waits for the check.
    void handle(CaseId id, const Actor& by) {
        StepDetail to;
        to.organisation = squad;
        REQUIRE(take(id, StepKind::File).empty());
        REQUIRE(take(id, StepKind::Dispatch, to).empty());
        REQUIRE(take(id, StepKind::Handle, {}, &by).empty());
    }
    std::size_t count(bool problemsOnly) {
        const auto figures = district->figures().value();
        Filter filter;
        filter.problemsOnly = problemsOnly;
        return select(figures.context, filter).value().size();
    }
};

} // namespace

TEST_CASE("reports of one problem are counted by report and by problem") {
    Desk desk;
    CHECK(desk.count(true) == 3);
    CHECK(desk.link(desk.b, desk.a).empty());
    CHECK(desk.link(desk.c, desk.b).empty()); // leads to what stands for it
    CHECK(desk.load(desk.c).derived.linkedTo == desk.a);
    CHECK(desk.count(false) == 3);
    CHECK(desk.count(true) == 1);
    CHECK(casesLinkedTo(desk.district->connection(), desk.a).value() == std::vector{desk.b, desk.c});
    REQUIRE(desk.district->undo(desk.actor));
    CHECK(desk.count(true) == 2);
    CHECK(desk.load(desk.c).derived.linkedTo.isNull());
}

TEST_CASE("a problem is not a report of itself, and what stands for one stays") {
    Desk desk;
    REQUIRE(desk.link(desk.b, desk.a).empty());
    CHECK(desk.link(desk.a, desk.b) == "step-links-in-circle");
    CHECK(desk.take(desk.a, StepKind::Void) == "step-has-reports");
    CHECK(desk.take(desk.c, StepKind::Void).empty());
    CHECK(desk.link(desk.b, desk.c) == "step-links-to-void");
    CHECK(desk.load(desk.b).derived.linkedTo == desk.a);
}

TEST_CASE("further reports end together with the case that stands for their problem") {
    Desk desk;
    const CaseId d = desk.report(Place);
    REQUIRE(desk.link(desk.b, desk.a).empty());
    REQUIRE(desk.link(desk.a, d).empty()); // with a report of its own
    desk.handle(d, desk.actor);
    const Moment before = now();
    CHECK(desk.take(d, StepKind::Close, {}, nullptr, /*withLinked=*/true).empty());
    for (const CaseId id : {desk.a, desk.b}) {
        const CaseRecord record = desk.load(id);
        CHECK(record.derived.state == CaseState::Closed);
        CHECK(record.derived.isForced);
        CHECK(record.steps.back().detail.with == d);
        CHECK(record.steps.back().detail.note == desk.load(d).report.number);
        CHECK(record.derived.closed >= before);
    }
    CHECK(desk.load(desk.c).derived.state == CaseState::Reported);
    REQUIRE(desk.district->undo(desk.actor)); // one change
    CHECK(desk.load(desk.b).derived.state == CaseState::Reported);
    CHECK(desk.load(d).derived.state == CaseState::Handled);
}

TEST_CASE("where the rule says so, another person checks before a case is closed") {
    Desk desk;
    const Actor zhang{"张三", desk.zhang}, li{"李四", desk.li};
    StepDetail passed;
    passed.result = StepResult::Pass;
    const auto setRule = [&](const std::string& value) {
        REQUIRE(desk.district->change({"test", {}}, desk.actor, [&](Change& change) { return saveSetting(change, "second_check", value); }));
    };
    SECTION("without the rule anybody closes") {
        desk.handle(desk.a, zhang);
        CHECK(desk.take(desk.a, StepKind::Close, {}, &zhang).empty());
    }
    SECTION("for all categories") {
        setRule("all");
        desk.handle(desk.a, zhang);
        CHECK(desk.take(desk.a, StepKind::Close, {}, &zhang) == "step-needs-another-person");
        CHECK(desk.take(desk.a, StepKind::CheckAfter, passed, &zhang) == "step-needs-another-person");
        SECTION("somebody else may close it") { CHECK(desk.take(desk.a, StepKind::Close, {}, &li).empty()); }
        SECTION("after somebody else's check the handler may") {
            CHECK(desk.take(desk.a, StepKind::CheckAfter, passed, &li).empty());
            CHECK(desk.take(desk.a, StepKind::Close, {}, &zhang).empty());
        }
        SECTION("a check before the last handling does not count") {
            CHECK(desk.take(desk.a, StepKind::CheckAfter, passed, &li).empty());
            CHECK(desk.take(desk.a, StepKind::Rework).empty());
            CHECK(desk.take(desk.a, StepKind::Handle, {}, &zhang).empty());
            CHECK(desk.take(desk.a, StepKind::Close, {}, &zhang) == "step-needs-another-person");
        }
    }
    SECTION("for a big class of categories") {
        setRule("2026:matter:09, 2026:matter:06");
        desk.handle(desk.a, zhang); // 09006
        CHECK(desk.take(desk.a, StepKind::Close, {}, &zhang) == "step-needs-another-person");
        const CaseId other = desk.report(Place, "01001");
        desk.handle(other, zhang);
        CHECK(desk.take(other, StepKind::Close, {}, &zhang).empty());
    }
}

TEST_CASE("people outside the register are compared by their names") {
    Step handled, closing;
    handled.kind = StepKind::Handle;
    handled.actor = "张三";
    closing.kind = StepKind::Close;
    closing.actor = "张三";
    closing.person = PersonId(4);
    CHECK(whyNotAlone(closing, std::span(&handled, 1)) == Message{"step-needs-another-person", {"张三"}});
    closing.actor = "李四";
    CHECK_FALSE(whyNotAlone(closing, std::span(&handled, 1)));
    CHECK_FALSE(whyNotAlone(closing, {}));
}

TEST_CASE("what a case was handled by is a method of the list") {
    Desk desk;
    StepDetail to, method;
    to.organisation = desk.squad;
    REQUIRE(desk.take(desk.a, StepKind::File).empty());
    REQUIRE(desk.take(desk.a, StepKind::Dispatch, to).empty());
    method.method = "magic";
    CHECK(desk.take(desk.a, StepKind::Handle, method) == "method-unknown");
    method.method = "order";
    CHECK(desk.take(desk.a, StepKind::Handle, method).empty());
    CHECK(desk.load(desk.a).derived.method == "order");
    const auto facts = desk.district->facts().value();
    CHECK(facts->methods().at(static_cast<std::size_t>((*facts)[*facts->rowOf(desk.a)].method)) == "order");
    CHECK((*facts)[*facts->rowOf(desk.b)].method == -1);
    REQUIRE(desk.take(desk.a, StepKind::Rework).empty()); // it does not stand any more
    CHECK(desk.load(desk.a).derived.method.empty());
}

TEST_CASE("an urging waits until it has a reply or the case has ended") {
    Desk desk;
    StepDetail urging, reply;
    urging.urging = "leader";
    reply.reply = "今天办结";
    CHECK(desk.take(desk.a, StepKind::Urge, reply) == "step-nothing-urged");
    CHECK(desk.take(desk.a, StepKind::Urge, urging).empty());
    CHECK(desk.load(desk.a).derived.urgePending);
    CHECK(desk.take(desk.a, StepKind::Urge, reply).empty());
    CHECK_FALSE(desk.load(desk.a).derived.urgePending);
    CHECK(desk.take(desk.a, StepKind::Urge, urging).empty());
    CHECK(desk.take(desk.a, StepKind::Reject).empty());
    CHECK_FALSE(desk.load(desk.a).derived.urgePending);
}
