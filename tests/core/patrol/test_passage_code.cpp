// SPDX-License-Identifier: GPL-3.0-or-later
// Passages as bytes and back.
#include "core/patrol/passage_code.h"

#include <catch2/catch.hpp>
#include <random>

using namespace gridwarden::core;

namespace {

std::vector<RoadPassage> somePassages(std::mt19937_64& random, std::size_t count) {
    std::vector<RoadPassage> passages;
    std::int64_t at = 1'790'000'000;
    for (std::size_t i = 0; i < count; ++i) {
        const auto decimetres = [&] { return static_cast<double>(random() % 90'000) / 10; };
        at += static_cast<std::int64_t>(random() % 700) - 20; // the next one may begin before the end of the one before
        passages.push_back({AreaId(455'974'517'211'137 + static_cast<std::int64_t>(random() % 40) * 8192), decimetres(),
                            decimetres(), at, at + static_cast<std::int64_t>(random() % 4000)});
        at = passages.back().leave;
    }
    return passages;
}

} // namespace

TEST_CASE("passages come back as they were, in a few bytes each", "[patrol]") {
    std::mt19937_64 random(7);
    for (const std::size_t count : {0U, 1U, 2U, 500U}) {
        const std::vector<RoadPassage> passages = somePassages(random, count);
        const std::string bytes = encodePassages(passages);
        const auto again = decodePassages(bytes);
        REQUIRE(again);
        REQUIRE(again->size() == passages.size());
        for (std::size_t i = 0; i < passages.size(); ++i) {
            CHECK((*again)[i].road == passages[i].road);
            CHECK((*again)[i].fromMetres == Approx(passages[i].fromMetres).margin(1e-9));
            CHECK((*again)[i].toMetres == Approx(passages[i].toMetres).margin(1e-9));
            CHECK((*again)[i].enter == passages[i].enter);
            CHECK((*again)[i].leave == passages[i].leave);
        }
        CHECK(bytes.size() <= 400 + passages.size() * 12);
    }
}

TEST_CASE("damaged passages are said to be damaged", "[patrol]") {
    std::mt19937_64 random(8);
    const std::string bytes = encodePassages(somePassages(random, 20));
    for (std::size_t length = 0; length < bytes.size(); ++length) {
        const auto cut = decodePassages(std::string_view(bytes).substr(0, length));
        REQUIRE_FALSE(cut);
        CHECK(cut.error().what.key == "passages-damaged");
    }
    CHECK_FALSE(decodePassages(bytes + "x"));
    for (int i = 0; i < 2000; ++i) {
        std::string noise(random() % 60, '\0');
        for (char& each : noise)
            each = static_cast<char>(random());
        (void)decodePassages(noise); // ends, and keeps to its bounds under the sanitizers
    }
}
