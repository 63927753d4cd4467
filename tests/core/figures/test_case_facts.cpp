// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/core/figures/figures_sample.h"
#include "tests/support/small_district.h"

using namespace gridwarden::core;
using namespace gridwarden::test;

namespace {

/// Dispatched on Monday at 09:00, yellow after 15:24, due at 17:00.
CaseFact withDeadline(CaseState state) {
    CaseFact fact = reportedCase(1);
    fact.state = state;
    fact.due = utc("2026-03-02T17:00");
    fact.soon = utc("2026-03-02T15:24");
    return fact;
}

} // namespace

TEST_CASE("the lamp of an open case follows the share of its limit that is used") {
    const CaseFact fact = withDeadline(CaseState::Handling);
    CHECK(fact.lampAt(moment("2026-03-02T09:00")) == Lamp::Green);
    CHECK(fact.lampAt(moment("2026-03-02T15:24")) == Lamp::Green);
    CHECK(fact.lampAt(moment("2026-03-02T15:24:01")) == Lamp::Yellow);
    CHECK(fact.lampAt(moment("2026-03-02T17:00")) == Lamp::Yellow);
    CHECK(fact.lampAt(moment("2026-03-02T17:00:01")) == Lamp::Red);
    CHECK_FALSE(fact.isOverdueAt(moment("2026-03-02T17:00")));
    CHECK(fact.isOverdueAt(moment("2026-03-02T17:00:01")));
}

TEST_CASE("a case without deadline has no lamp while it is open") {
    CHECK(reportedCase(1).lampAt(moment("2036-01-01T00:00")) == Lamp::None);
    CHECK_FALSE(reportedCase(1).isOverdueAt(moment("2036-01-01T00:00")));
}

TEST_CASE("a case that has ended is grey whatever its deadline") {
    const auto state = GENERATE(CaseState::Closed, CaseState::Rejected, CaseState::Transferred, CaseState::Void);
    const CaseFact fact = withDeadline(state);
    CHECK(fact.lampAt(moment("2026-03-09T09:00")) == Lamp::Grey);
    CHECK_FALSE(fact.isOverdueAt(moment("2026-03-09T09:00")));
}

TEST_CASE("a suspended case is never red and counts as overdue only after its suspension") {
    CaseFact fact = withDeadline(CaseState::Suspended);
    fact.resumed = CaseState::Handling;
    fact.suspendedUntil = utc("2026-03-05T00:00");
    CHECK(fact.lampAt(moment("2026-03-02T10:00")) == Lamp::Green);
    CHECK(fact.lampAt(moment("2026-03-04T09:00")) == Lamp::Yellow);
    CHECK_FALSE(fact.isOverdueAt(moment("2026-03-04T09:00")));
    CHECK(fact.stateAt(moment("2026-03-05T00:00")) == CaseState::Handling);
    CHECK(fact.lampAt(moment("2026-03-05T00:00")) == Lamp::Red);
    CHECK(fact.isOverdueAt(moment("2026-03-05T00:00")));
}

TEST_CASE("an accepted appeal takes a case out of overdue and late") {
    CaseFact open = withDeadline(CaseState::Handling);
    open.appealGranted = true;
    CHECK_FALSE(open.isOverdueAt(moment("2026-03-09T09:00")));
    CHECK(open.lampAt(moment("2026-03-09T09:00")) == Lamp::Yellow);

    CaseFact closed = withDeadline(CaseState::Closed);
    closed.closed = utc("2026-03-02T17:00:01");
    CHECK(closed.isLate());
    closed.appealGranted = true;
    CHECK_FALSE(closed.isLate());
}

TEST_CASE("a case closed at its deadline or without one is not late") {
    CaseFact fact = withDeadline(CaseState::Closed);
    fact.closed = fact.due;
    CHECK_FALSE(fact.isLate());
    fact.due = 0;
    CHECK_FALSE(fact.isLate());
}

TEST_CASE("a changed case is written into a chunk of its own and the other chunks are shared") {
    FactsBuilder first;
    const auto count = static_cast<std::int64_t>(CaseFacts::ChunkSize) + 10;
    for (std::int64_t id = 1; id <= count; ++id)
        first.append(reportedCase(2 * id));
    const auto before = first.finish();

    FactsBuilder second(*before);
    CaseFact changed = reportedCase(4);
    changed.state = CaseState::Closed;
    second.put(changed);
    second.put(reportedCase(3)); // an id from another desk, between those that are there
    second.remove(CaseId(6));
    const auto after = second.finish();

    CHECK(before->size() == static_cast<std::size_t>(count));
    CHECK((*before)[1].state == CaseState::Reported);
    CHECK(before->rowOf(CaseId(6)) == std::optional<std::size_t>(2));
    CHECK_FALSE(before->rowOf(CaseId(3)));

    CHECK(after->size() == static_cast<std::size_t>(count) + 1);
    CHECK((*after)[1].state == CaseState::Closed);
    CHECK(after->rowOf(CaseId(3)) == std::optional<std::size_t>(static_cast<std::size_t>(count)));
    CHECK_FALSE(after->rowOf(CaseId(6)));
    CHECK(before->chunks()[0] != after->chunks()[0]);

    FactsBuilder third(*after);
    third.put(reportedCase(6));
    third.put(reportedCase(3));
    const auto again = third.finish();
    CHECK(again->rowOf(CaseId(6)) == std::optional<std::size_t>(2));
    CHECK(again->size() == after->size());
    CHECK(again->chunks()[1] != after->chunks()[1]); // holds the case 3
    std::size_t present = 0;
    after->each([&](std::size_t, const CaseFact&) { ++present; });
    CHECK(present == static_cast<std::size_t>(count));
    CHECK(before->count() == present);
    CHECK(after->count() == present); // one came, one went
    CHECK(again->count() == present + 1);
}

TEST_CASE("a chunk without changes is the same object in the next snapshot") {
    FactsBuilder first;
    for (std::int64_t id = 1; id <= static_cast<std::int64_t>(CaseFacts::ChunkSize) + 1; ++id)
        first.append(reportedCase(id));
    const auto before = first.finish();
    FactsBuilder second(*before);
    second.put(reportedCase(1));
    const auto after = second.finish();
    CHECK(after->chunks()[0] != before->chunks()[0]);
    CHECK(after->chunks()[1] == before->chunks()[1]);
}

TEST_CASE("the facts follow what is done in the district and what is taken back") {
    SmallDistrict sample;
    const CaseId first = sample.report(GeoPoint{120.645, 28.005});
    const auto before = sample.district->facts().value();
    REQUIRE(before->size() == 1);
    CHECK((*before)[0].grid == sample.grids[0]);
    CHECK(before->sources().at(static_cast<std::size_t>((*before)[0].source)) == "patrol");

    const CaseId second = sample.report(std::nullopt);
    auto facts = sample.district->facts().value();
    REQUIRE(facts->rowOf(second));
    CHECK_FALSE((*facts)[*facts->rowOf(second)].hasPlace());
    CHECK(before->size() == 1);

    REQUIRE(takeStep(*sample.district, sample.actor, first, {StepKind::File, {}, {}, {}}));
    facts = sample.district->facts().value();
    CHECK((*facts)[*facts->rowOf(first)].state == CaseState::Filed);
    CHECK((*facts)[*facts->rowOf(first)].filed != 0);

    REQUIRE(sample.district->undo(sample.actor));
    REQUIRE(sample.district->undo(sample.actor));
    facts = sample.district->facts().value();
    CHECK_FALSE(facts->rowOf(second));
    CHECK((*facts)[*facts->rowOf(first)].state == CaseState::Reported);

    REQUIRE(sample.district->redo(sample.actor));
    CHECK(sample.district->facts().value()->rowOf(second));
}
