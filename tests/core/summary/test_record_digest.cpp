// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/summary/record_digest.h"

#include "core/base/digest.h"
#include "tests/core/figures/figures_sample.h"

#include <random>
#include <set>

using namespace gridwarden;
using namespace gridwarden::test;
using core::FigureValue;

namespace {

/// 9,000 cases whose ids have 1 to 16 digits and do not ascend.
FiguresSample manyCases() {
    std::vector<core::CaseFact> cases;
    std::mt19937_64 random(2);
    for (std::int64_t i = 1; i <= 9000; ++i) {
        const auto far = static_cast<std::int64_t>(random() % 9'000'000'000'000'000) + 500'000'000'000'000;
        cases.push_back(reportedCase(i % 3 == 0 ? i : i % 3 == 1 ? 455'974'517'211'137 + i : far));
    }
    return FiguresSample(cases);
}

FigureValue someRecords(unsigned seed) {
    std::mt19937 random(seed);
    std::vector<std::uint32_t> rows;
    for (std::uint32_t row = 0; row < 9000; ++row)
        if (random() % 3 != 0)
            rows.push_back(row);
    FigureValue value;
    value.rows = core::RowSet::of(rows);
    return value;
}

std::string expectedDigest(const core::CaseFacts& facts, const FigureValue& value) {
    std::set<std::int64_t> cases, steps, activities;
    for (const std::uint32_t row : value.rows.selection())
        cases.insert(facts[row].id.value());
    for (const core::StepId id : value.steps)
        steps.insert(id.value());
    for (const core::ActivityId id : value.activities)
        activities.insert(id.value());
    std::string list;
    for (const auto& [kind, ids] : {std::pair("case", cases), std::pair("step", steps), std::pair("activity", activities)})
        for (const std::int64_t id : ids)
            list += std::string(kind) + " " + std::to_string(id) + "\n";
    return core::sha256(list);
}

} // namespace

TEST_CASE("a number is known again by the digest of the list of its records", "[core][summary]") {
    const FiguresSample sample = manyCases();
    FigureValue none, cases = someRecords(1), all = someRecords(2), steps;
    for (const std::int64_t id : {9, 3, 455'974'517, 3})
        steps.steps.push_back(core::StepId(id));
    all.steps = steps.steps;
    all.activities = {core::ActivityId(4), core::ActivityId(12)};
    for (const FigureValue* const value : {&none, &cases, &all, &steps})
        CHECK(core::recordsDigest(*sample.facts, *value) == expectedDigest(*sample.facts, *value));
    CHECK(core::recordsDigest(*sample.facts, none) == "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"); // of nothing
    CHECK(core::recordCount(all) == static_cast<std::int64_t>(all.rows.size()) + 6);
}

TEST_CASE("digests of many values come in their order and stop when they are told to", "[core][summary]") {
    const FiguresSample sample = manyCases();
    std::vector<FigureValue> values;
    for (unsigned i = 0; i < 9; ++i)
        values.push_back(i % 3 == 2 ? values[i - 2] : someRecords(i));
    values[4].steps = {core::StepId(7)}; // the same cases as another, and more
    values.emplace_back();
    std::vector<const FigureValue*> asked;
    for (const FigureValue& value : values)
        asked.push_back(&value);
    asked.push_back(asked.front());
    const auto digests = core::recordsDigests(*sample.facts, asked, {});
    REQUIRE(digests);
    REQUIRE(digests->size() == asked.size());
    for (std::size_t i = 0; i < asked.size(); ++i)
        CHECK((*digests)[i] == expectedDigest(*sample.facts, *asked[i]));
    const auto stopped = core::recordsDigests(*sample.facts, asked, [] { return false; });
    REQUIRE_FALSE(stopped);
    CHECK(stopped.error().code == core::ErrorCode::Cancelled);
}
