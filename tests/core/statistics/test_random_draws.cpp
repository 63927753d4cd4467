// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/statistics/random_draws.h"

#include "core/statistics/tails.h"

#include <catch2/catch.hpp>
#include <vector>

using namespace gridwarden::core;

TEST_CASE("draws are below their end and each number is as probable", "[core][statistics]") {
    RandomDraws draws(20'260'302);
    for (const std::uint32_t end : {1U, 2U, 7U, 50U}) {
        constexpr int Many = 20'000;
        std::vector<int> counts(end);
        for (int i = 0; i < Many; ++i)
            ++counts.at(draws.below(end));
        double chiSquared = 0;
        for (const int count : counts)
            chiSquared += (count - Many / static_cast<double>(end)) * (count - Many / static_cast<double>(end)) /
                          (Many / static_cast<double>(end));
        CAPTURE(end);
        if (end > 1)
            CHECK(chiSquaredTail(chiSquared, static_cast<int>(end) - 1) > 0.001); // a fixed seed: the same each time
    }
}

TEST_CASE("draws reach over the whole range without bias at its end", "[core][statistics]") {
    // Of 2^32 numbers a multiplication alone would make every third of 3 · 2^30 twice as probable.
    RandomDraws draws(9);
    constexpr std::uint32_t End = 3U << 30;
    int thirds[3] = {0, 0, 0};
    for (int i = 0; i < 30'000; ++i)
        ++thirds[draws.below(End) % 3];
    double chiSquared = 0;
    for (const int count : thirds)
        chiSquared += (count - 10'000.0) * (count - 10'000.0) / 10'000.0;
    CHECK(chiSquaredTail(chiSquared, 2) > 0.001);
}

TEST_CASE("draws follow the engine of the standard", "[core][statistics]") {
    // ISO C++ [rand.predef]: the 10,000th number of a default-constructed mt19937_64 (seed 5489) is
    // 9981545732273789042.
    RandomDraws draws(5489);
    std::uint32_t last = 0;
    for (int i = 0; i < 10'000; ++i)
        last = draws.below(1U << 31); // no draw is given up below a power of two
    CHECK(last == 9'981'545'732'273'789'042U >> 33);
}
