// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/json_members.h"

#include <catch2/catch.hpp>

using namespace gridwarden;
using core::JsonMembers;
using nlohmann::json;

TEST_CASE("members that were not taken are not known", "[core][base]") {
    JsonMembers members(json{{"a", "text"}, {"b", 1.5}, {"c", true}, {"d", {"x", "y"}}, {"e", {{"zh", "甲"}}}, {"f", {{{"g", 1}}}}});
    CHECK(members.text("a") == "text");
    CHECK(members.number("b") == 1.5);
    CHECK(members.wrong() == "c");
    CHECK(members.flag("c") == true);
    CHECK(members.texts("d") == std::vector<std::string>{"x", "y"});
    CHECK(members.textIn("e", "zh") == "甲");
    CHECK(members.objects("f").size() == 1);
    CHECK(members.wrong().empty());
    CHECK(members.text("a").empty()); // taken already
    CHECK_FALSE(members.has("a"));
}

TEST_CASE("a member of another kind is noted and answers as if it were not there", "[core][base]") {
    for (const json& value : {json(), json(7), json::array(), json::object()}) {
        JsonMembers members(json{{"a", value}});
        INFO(value.dump());
        CHECK(members.text("a").empty());
        CHECK(members.wrong() == "a");
    }
    JsonMembers lists(json{{"a", {"x", ""}}});
    CHECK(lists.texts("a") == std::vector<std::string>{"x"});
    CHECK(lists.wrong() == "a");
    JsonMembers numbers(json{{"a", "1"}, {"b", 1}});
    CHECK_FALSE(numbers.number("a"));
    CHECK_FALSE(numbers.flag("b"));
    CHECK(numbers.wrong() == "a"); // the first one
    JsonMembers inner(json{{"e", {{"zh", "甲"}, {"fr", "x"}}}});
    CHECK(inner.textIn("e", "zh") == "甲");
    CHECK(inner.wrong() == "e"); // what is left in it
}

TEST_CASE("text that is no document or nested too deep is none", "[core][base]") {
    CHECK(core::parsedJson(R"({"a":[1]})") == json{{"a", {1}}});
    CHECK_FALSE(core::parsedJson("{"));
    CHECK_FALSE(core::parsedJson(""));
    CHECK(core::parsedJson(std::string(60, '[') + std::string(60, ']')));
    CHECK_FALSE(core::parsedJson(std::string(100'000, '[') + std::string(100'000, ']')));
}
