// SPDX-License-Identifier: GPL-3.0-or-later
// Expectation: the example in Benjamini & Hochberg 1995, section 3.1, and the definition of the procedure.
#include "core/statistics/false_discovery.h"

#include <algorithm>
#include <catch2/catch.hpp>
#include <random>

using namespace gridwarden::core;

TEST_CASE("four of fifteen hypotheses are rejected as published", "[core][statistics]") {
    const std::vector<double> p = {0.0001, 0.0004, 0.0019, 0.0095, 0.0201, 0.0278, 0.0298, 0.0344,
                                   0.0459, 0.3240, 0.4262, 0.5719, 0.6528, 0.7590, 1.0000};
    const std::vector<double> adjusted = falseDiscoveryAdjusted(p);
    CHECK(std::count_if(adjusted.begin(), adjusted.end(), [](double a) { return a <= 0.05; }) == 4);
    CHECK(adjusted[3] == Approx(0.0095 * 15 / 4));
    CHECK(adjusted[14] == 1);
}

TEST_CASE("adjusted values reject what the step-up procedure rejects", "[core][statistics]") {
    std::mt19937 random(2);
    for (int round = 0; round < 100; ++round) {
        std::vector<double> p;
        for (auto i = 1 + random() % 40; i > 0; --i) {
            const double scale = random() % 2 == 0 ? 1 : 0.05;
            p.push_back(scale * static_cast<double>(random() % 1001) / 1000);
        }
        const std::vector<double> adjusted = falseDiscoveryAdjusted(p);
        for (const double rate : {0.01, 0.0501, 0.2003}) {
            std::vector<double> sorted = p;
            std::sort(sorted.begin(), sorted.end());
            double threshold = -1; // the largest p that is small enough for its rank
            for (std::size_t k = 0; k < sorted.size(); ++k)
                if (sorted[k] <= static_cast<double>(k + 1) / static_cast<double>(sorted.size()) * rate)
                    threshold = sorted[k];
            for (std::size_t i = 0; i < p.size(); ++i)
                CHECK((adjusted[i] <= rate) == (p[i] <= threshold));
        }
    }
    CHECK(falseDiscoveryAdjusted({}).empty());
}
