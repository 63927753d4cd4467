// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/figures/steps_by_time.h"
#include "tests/support/small_district.h"

using namespace gridwarden;
using namespace gridwarden::test;

namespace {

using Ids = std::vector<std::int64_t>;

/// 150,000 steps of all kinds in 3,000 seconds, 70,000 of them in one: more than a page.
struct CrowdedSteps : SmallDistrict {
    CrowdedSteps() {
        REQUIRE(connection().run("INSERT INTO step (id, case_id, kind, at, recorded, actor) "
                                 "WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 150000) "
                                 "SELECT i, 1, 1 + i % 23, CASE WHEN i % 15 < 7 THEN 11000 ELSE 10000 + i * 7919 % 3000 END, 0, 'test' FROM n"));
    }
    core::Connection& connection() { return district->connection(); }
    Ids sql(const std::string& where) {
        return *connection().rows("SELECT id FROM step WHERE " + where, {}, [](const core::Row& row) { return row.integer(0); });
    }
};

core::Moment at(std::int64_t utcSeconds) { return core::Moment(core::seconds(utcSeconds)); }

} // namespace

TEST_CASE("steps of a span of time come in their order, each once", "[core][figures]") {
    CrowdedSteps desk;
    using Span = std::pair<int, int>;
    for (const auto& [begin, end] : {Span(10'500, 12'000), Span(11'000, 11'001), Span(0, 99'999), Span(11'001, 11'001), Span(20'000, 30'000)}) {
        CAPTURE(begin, end);
        Ids found;
        REQUIRE(core::eachStepByTime(desk.connection(), at(begin), at(end), "detail", {}, [&](const core::Row& step) -> core::Result<void> {
            found.push_back(step.integer(0));
            return {};
        }));
        const std::string within = "at >= " + std::to_string(begin) + " AND at < " + std::to_string(end);
        CHECK(found == desk.sql("kind NOT IN (1, 2) AND " + within + " ORDER BY at, id"));
    }
}

TEST_CASE("steps of a span of time are found by the index of their times", "[core][figures]") {
    CrowdedSteps desk;
    for (const char* detail : {"detail", "CASE WHEN kind = 18 THEN detail ->> 're' END"}) {
        const std::string question = "EXPLAIN QUERY PLAN " + core::stepsByTimeSql(detail);
        const auto plan = desk.connection().rows(question, {0, 0, 1, 1}, [](const core::Row& row) { return row.text(3); });
        REQUIRE(plan);
        CHECK(*plan == std::vector<std::string>{"SEARCH step USING INDEX step_time (at>? AND at<?)"});
    }
}

TEST_CASE("reading steps stops when it is told to and with an error of whom they are for", "[core][figures]") {
    CrowdedSteps desk;
    int pages = 0, steps = 0;
    const auto count = [&steps](const core::Row&) -> core::Result<void> {
        ++steps;
        return {};
    };
    const auto stopped = core::eachStepByTime(desk.connection(), at(0), at(99'999), "detail", [&pages] { return ++pages < 3; }, count);
    REQUIRE_FALSE(stopped);
    CHECK(stopped.error().code == core::ErrorCode::Cancelled);
    CHECK(steps == 2 * 65'536);
    const auto refuse = [](const core::Row&) -> core::Result<void> { return core::fail(core::ErrorCode::BadInput, {"test", {}}); };
    const auto failed = core::eachStepByTime(desk.connection(), at(0), at(99'999), "detail", {}, refuse);
    REQUIRE_FALSE(failed);
    CHECK(failed.error().what.key == "test");
}
