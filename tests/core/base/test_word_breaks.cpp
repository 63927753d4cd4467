// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/word_breaks.h"

#include <catch2/catch.hpp>
#include <numeric>

using namespace gridwarden::core;

TEST_CASE("Chinese is taken apart into words, other texts at blanks", "[base]") {
    CHECK(wordsOf("城市管理工作") == std::vector<std::string>{"城市", "管理", "工作"});
    CHECK(wordsOf("the first half") == std::vector<std::string>{"the", " ", "first", " ", "half"});
    CHECK(wordsOf("").empty());
}

TEST_CASE("the words of a text are the text", "[base]") {
    for (const std::string text : {"2026年上半年，结案率95.94%（上年同期93.20%）。", "𠮷野家 a\nb", "\xff\xfe broken 中\xe4"}) {
        const auto words = wordsOf(text);
        CHECK(std::accumulate(words.begin(), words.end(), std::string()) == text);
    }
}
