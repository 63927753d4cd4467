// SPDX-License-Identifier: GPL-3.0-or-later
// Expected values: the formula of the header worked out in Python.
#include "core/evaluation/shrinkage.h"

#include <catch2/catch.hpp>

using namespace gridwarden;
using core::CountedRate;

namespace {

std::vector<double> shrunk(const std::vector<CountedRate>& rates) {
    std::vector<double> all;
    for (const auto& rate : core::shrunkRates(rates))
        all.push_back(rate.value_or(-1));
    return all;
}
void require(const std::vector<double>& found, const std::vector<double>& expected) {
    REQUIRE(found.size() == expected.size());
    for (std::size_t i = 0; i < found.size(); ++i)
        CHECK(found[i] == Approx(expected[i]).epsilon(1e-12));
}

} // namespace

TEST_CASE("rates are drawn to the mean the more the fewer cases they have", "[core][evaluation]") {
    const std::vector<CountedRate> rates = {{2, 2}, {90, 100}, {60, 100}, {150, 200}, {0, 1}};
    const auto found = shrunk(rates);
    require(found, {0.7746744879712005, 0.8772234399433051, 0.6225889442407418, 0.7499492596068023, 0.7095527803598254});
    // Two of two and none of one are neither best nor worst.
    CHECK(found[0] < found[1]);
    CHECK(found[4] > found[2]);
}

TEST_CASE("rates that differ no more than chance makes them are all the mean", "[core][evaluation]") {
    require(shrunk({{5, 10}, {5, 10}, {5, 10}}), {0.5, 0.5, 0.5});
    require(shrunk({{9, 20}, {10, 20}, {11, 20}}), {0.5, 0.5, 0.5});
    require(shrunk({{7, 7}, {9, 9}}), {1, 1});
}

TEST_CASE("a rate beyond one takes the variance of counts", "[core][evaluation]") {
    require(shrunk({{30, 10}, {2, 20}, {5, 10}}), {2.8707491582491587, 0.12652041702867067, 0.5264730639730639});
}

TEST_CASE("what has no denominator has no rate and leaves the others alone", "[core][evaluation]") {
    require(shrunk({{0, 0}, {5, 10}, {5, 10}}), {-1, 0.5, 0.5});
    require(shrunk({{0, 0}}), {-1});
    CHECK(core::shrunkRates({}).empty());
}
