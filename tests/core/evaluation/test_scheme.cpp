// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/evaluation/scheme_list.h"
#include "tests/core/evaluation/scheme_sample.h"

#include <map>

using namespace gridwarden;
using namespace gridwarden::test;
using core::EvaluationScheme;
using nlohmann::json;

namespace {

/// A scheme with everything in it.
json wholeScheme() {
    return json::parse(R"({
        "key": "whole", "zh": "全部", "en": "Whole", "note": {"zh": "说明", "en": "note"}, "source": "local", "full": 1000, "least_defined": 30, "undefined": "none",
        "subjects": {"kind": "people", "roles": ["handler"], "only": ["P1"]},
        "groups": [{"key": "g", "zh": "组", "en": "Group"}],
        "items": [
            {"key": "a", "zh": "甲", "en": "A", "group": "g", "weight": 400, "inverse_rate": "rework_rate", "by": "dispatch", "undefined": "full", "note": {"zh": "注"}},
            {"key": "b", "zh": "乙", "weight": 300, "count": "rework", "bands": [{"to": 50, "score": 100}, {"from": 51, "score": 0}]},
            {"key": "c", "zh": "丙", "weight": 200, "count": "overdue", "each": -2, "most": 20},
            {"key": "d", "zh": "丁", "weight": 100, "by_hand": true, "out_of": 60},
            {"key": "e", "zh": "加分", "weight": 0, "by_hand": true}],
        "grades": [{"key": "good", "zh": "良好", "from": 85}, {"key": "rest", "zh": "其他"}],
        "fewest": {"figure": "due_to_close", "least": 10, "by": "file"},
        "ties": [{"figure": "closing_in_time", "by": "file"}, {"figure": "overdue", "lower": true}],
        "red": {"top": 3, "grades": ["good"]}, "black": {"bottom": 1},
        "periods": [{"period": "month", "zh": "月分析", "en": "Monthly"}]})");
}

std::string wrongMember(const json& document) {
    const auto read = core::schemeFromJson(document);
    REQUIRE_FALSE(read);
    REQUIRE(read.error().what.key == "scheme-unreadable");
    return read.error().what.arguments[1];
}

} // namespace

TEST_CASE("a scheme reads back as it was written", "[core][evaluation]") {
    const EvaluationScheme scheme = schemeOf(wholeScheme());
    CHECK(scheme.items[0].by == core::StepKind::Dispatch);
    CHECK(std::get<core::RateItem>(scheme.items[0].source).isInverse);
    CHECK(scheme.ties[1].isLowerBetter);
    CHECK(scheme.red == core::ListRule{3, {"good"}});
    CHECK(schemeOf(core::schemeToJson(scheme)) == scheme);
    const auto shipped = core::shippedSchemes();
    REQUIRE(shipped);
    for (const EvaluationScheme& each : *shipped)
        CHECK(schemeOf(core::schemeToJson(each)) == each);
}

TEST_CASE("a member of a scheme that is not known or does not fit is named", "[core][evaluation]") {
    const auto with = [](const std::string& pointer, const json& value) {
        json document = wholeScheme();
        document[json::json_pointer(pointer)] = value;
        return document;
    };
    for (const auto& [pointer, value, member] :
         std::vector<std::tuple<std::string, json, std::string>>{{"/colour", "red", "colour"},
                                                                 {"/key", "a b", "key"},
                                                                 {"/zh", "", "zh"},
                                                                 {"/full", 0, "full"},
                                                                 {"/undefined", "later", "undefined"},
                                                                 {"/least_defined", 101, "least_defined"},
                                                                 {"/subjects/kind", "dogs", "subjects"},
                                                                 {"/subjects/areas", "grid", "subjects"}, // of people there are none
                                                                 {"/groups/0/size", 1, "groups.size"},
                                                                 {"/items/0/group", "h", "items.a.group"},
                                                                 {"/items/0/wieght", 10, "items.a.wieght"},
                                                                 {"/items/0/by", "sleep", "items.a.by"},
                                                                 {"/items/0/weight", "40", "items.a.weight"},
                                                                 {"/items/0/weight", -1, "items.a.weight"},
                                                                 {"/items/0/rate", "closing", "items.a.rate"}, // and an inverse one
                                                                 {"/items/1/key", "a", "items"},               // twice
                                                                 {"/items/1/bands/0/from", 0, "items.b.bands"},
                                                                 {"/items/1/bands/1/from", 50, "items.b.bands"}, // belongs to the first one
                                                                 {"/items/1/bands/1/to", 99, "items.b.bands"},   // nothing above
                                                                 {"/items/1/bands/1/score", 101, "items.b.bands"},
                                                                 {"/items/1/each", 1, "items.b.each"},
                                                                 {"/items/2/most", 0, "items.c.most"},
                                                                 {"/items/2/each", 0, "items.c.each"},
                                                                 {"/items/3/out_of", 0, "items.d.out_of"},
                                                                 {"/items/3/by", "file", "items.d.by"},
                                                                 {"/grades/1/from", 10, "grades"}, // no rest
                                                                 {"/grades/0/key", "rest", "grades"},
                                                                 {"/fewest/least", 0, "fewest"},
                                                                 {"/ties/0/higher", true, "ties.higher"},
                                                                 {"/red/grades", json::array({"best"}), "red"},
                                                                 {"/black/bottom", 1.5, "black"},
                                                                 {"/black/top", 1, "black"},
                                                                 {"/periods/0/period", "fortnight", "periods.period"}}) {
        INFO(pointer);
        CHECK(wrongMember(with(pointer, value)) == member);
    }
    CHECK(wrongMember(json::array()).empty());
    json ofAreas = wholeScheme();
    ofAreas["subjects"] = {{"kind", "areas"}, {"areas", "grid"}};
    CHECK(wrongMember(ofAreas) == "items.a.by"); // an area takes no steps
    json empty = wholeScheme();
    empty.erase("items");
    CHECK(wrongMember(empty) == "items");
}

TEST_CASE("weights that do not add up are said with both sums", "[core][evaluation]") {
    json document = wholeScheme();
    document["items"][0]["weight"] = 399.5;
    const auto read = core::schemeFromJson(document);
    REQUIRE_FALSE(read);
    CHECK(read.error().what == core::Message{"scheme-weights", {"whole", "999.5", "1000"}});
}

TEST_CASE("figures that a scheme names have to be there and fit", "[core][evaluation]") {
    const auto definitions = core::shippedFigures();
    REQUIRE(definitions);
    CHECK(core::checkScheme(schemeOf(wholeScheme()), *definitions));
    const auto problem = [&](const std::string& pointer, const char* figure) {
        json document = wholeScheme();
        document[json::json_pointer(pointer)] = figure;
        const auto done = core::checkScheme(schemeOf(document), *definitions);
        REQUIRE_FALSE(done);
        return done.error().what;
    };
    CHECK(problem("/items/0/inverse_rate", "luck") == core::Message{"scheme-figure-unknown", {"whole", "a", "luck"}});
    CHECK(problem("/items/0/inverse_rate", "rework") == core::Message{"scheme-needs-rate", {"whole", "a", "rework"}});
    CHECK(problem("/items/1/count", "closing") == core::Message{"scheme-needs-count", {"whole", "b", "closing"}});
    CHECK(problem("/fewest/figure", "closing") == core::Message{"scheme-needs-count", {"whole", "fewest", "closing"}});
    CHECK(problem("/ties/0/figure", "luck") == core::Message{"scheme-figure-unknown", {"whole", "ties", "luck"}});
}

TEST_CASE("the schemes that come with the program have the weights and bands that were read", "[core][evaluation]") {
    const auto shipped = core::shippedSchemes();
    const auto definitions = core::shippedFigures();
    REQUIRE(shipped);
    REQUIRE(definitions);
    std::map<std::string, std::map<std::string, double>> weights;
    std::map<std::string, const EvaluationScheme*> schemes;
    for (const EvaluationScheme& scheme : *shipped) {
        INFO(scheme.key);
        CHECK(core::checkScheme(scheme, *definitions));
        CHECK_FALSE(scheme.note.empty());
        CHECK_FALSE(scheme.englishNote.empty());
        CHECK_FALSE(scheme.english.empty());
        schemes[scheme.key] = &scheme;
        for (const core::SchemeItem& item : scheme.items) {
            weights[scheme.key][item.key] = item.weight;
            CHECK_FALSE(item.english.empty());
        }
    }
    using Weights = std::map<std::string, double>;
    CHECK(weights["department"] == Weights{{"rework_count", 10}, {"closing", 30}, {"handling_in_time", 30}, {"rework_rate", 30}});
    const Weights area = {{"public_report_rate", 10}, {"filed", 20}, {"closing", 30}, {"closing_in_time", 40}};
    CHECK(weights["area-class-1"] == area);
    CHECK(weights["area-class-2"] == area);
    CHECK(weights["collector"] == Weights{{"valid_report_rate", 40}, {"missed", 20}, {"verified_in_time", 20}, {"checked_in_time", 20}});
    CHECK(weights["registrar"] == Weights{{"accepted", 25}, {"verify_sent_in_time", 40}, {"check_sent_in_time", 35}});
    CHECK(weights["shift-leader"] == Weights{{"filed_in_time", 25}, {"accurate_filing", 40}, {"closing_in_time", 35}});
    CHECK(weights["dispatcher"] == Weights{{"dispatches", 20}, {"dispatched_in_time", 40}, {"accurate_dispatch", 40}});
    CHECK(schemes["thousand-points"]->full == 1000);
    CHECK(schemes["thousand-points"]->groups.size() == 5);
    CHECK(schemes["thousand-points"]->periods.size() == 4);
    CHECK(shipped->size() == 8);
}
