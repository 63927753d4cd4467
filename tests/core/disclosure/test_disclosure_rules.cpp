// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/resources.h"
#include "core/disclosure/disclosure_rules.h"
#include "tests/support/scratch_folder.h"

#include <catch2/catch.hpp>
#include <fstream>
#include <nlohmann/json.hpp>

using namespace gridwarden::core;

namespace {

nlohmann::json shipped(const char* key) { return readJsonResource(std::string("disclosure/") + key + ".json").value(); }

std::string faultOf(const nlohmann::json& rules) {
    const auto read = disclosureRulesFromText(rules.dump());
    return read ? "" : read.error().what.key + " " + (read.error().what.arguments.empty() ? "" : read.error().what.arguments.front());
}

} // namespace

TEST_CASE("shipped rules are read, and the public ones are the strictest", "[core][disclosure]") {
    const auto forAll = disclosureRulesNamed("public").value();
    CHECK(forAll.people == PeopleShown::Nobody);
    CHECK(forAll.places == PlaceRule{PlaceRule::How::Lattice, 500});
    CHECK(forAll.photos == PhotosShown::None);
    CHECK(forAll.times == TimesShown::Days);
    CHECK(forAll.maskHouseNumbers);
    CHECK(forAll.smallestCount == 5);
    const auto partner = disclosureRulesNamed("partner").value();
    CHECK(partner.places.how == PlaceRule::How::Exact);
    CHECK(partner.photos == PhotosShown::Pictures);
    for (const std::string& key : shippedDisclosureRules())
        CHECK(disclosureRulesNamed(key).value().key == key);
}

TEST_CASE("rules with an unknown, a missing or a wrong member are refused", "[core][disclosure]") {
    const nlohmann::json good = shipped("public");
    CHECK(faultOf(good) == "");
    for (const auto& [member, value] : good.items()) {
        nlohmann::json without = good;
        without.erase(member);
        CAPTURE(member);
        CHECK(faultOf(without) == (member == "no_names" ? "" : "disclosure-member-missing " + member));
        nlohmann::json wrong = good;
        wrong[member] = nlohmann::json::array({1});
        CHECK(faultOf(wrong) == "disclosure-value-refused " + member);
    }
    const auto with = [&](const char* member, const nlohmann::json& value) {
        nlohmann::json changed = good;
        changed[member] = value;
        return faultOf(changed);
    };
    CHECK(with("phones", true) == "disclosure-member-unknown phones");
    CHECK(with("people", "everybody") == "disclosure-value-refused people");
    CHECK(with("smallest_count", 2) == "disclosure-value-refused smallest_count"); // below 2 is one
    CHECK(with("smallest_count", 0) == "");
    CHECK(with("smallest_count", -1) == "disclosure-value-refused smallest_count");
    CHECK(with("places", {{"how", "lattice"}}) == "disclosure-member-missing metres");
    CHECK(with("places", {{"how", "exact"}, {"metres", 5}}) == "disclosure-value-refused metres");
    CHECK(with("places", {{"how", "lattice"}, {"metres", 0.5}}) == "disclosure-value-refused metres");
    CHECK(with("places", {{"how", "none"}, {"except", 1}}) == "disclosure-member-unknown except");
    CHECK(with("places_by_category", {{{"categories", {"2026:matter:09006"}}, {"how", "none"}, {"also", 1}}}) == "disclosure-member-unknown also");
    CHECK(with("places_by_category", {{{"categories", {"2026:matter:09006"}}, {"how", "grid"}}}) == "");
    for (const char* text : {"", "[]", "{", "null", "\"public\""})
        CHECK(disclosureRulesFromText(text).error().what.key == "disclosure-rules-unreadable");
}

TEST_CASE("a bureau's own rules are read from a file", "[core][disclosure]") {
    const gridwarden::test::ScratchFolder folder;
    nlohmann::json own = shipped("partner");
    own["key"] = "water-office";
    own["places_by_category"] = nlohmann::json::array({{{"categories", {"2026:matter:09"}}, {"how", "none"}}});
    std::ofstream(folder / "own.json") << own.dump();
    const auto rules = disclosureRulesNamed((folder / "own.json").string()).value();
    CHECK(rules.key == "water-office");
    REQUIRE(rules.placesByCategory.size() == 1);
    CHECK(rules.placesByCategory.front().place.how == PlaceRule::How::None);
    CHECK(disclosureRulesNamed("nothing").error().what.key == "disclosure-rules-unknown");
    own["more"] = 1;
    std::ofstream(folder / "own.json") << own.dump();
    CHECK(disclosureRulesNamed((folder / "own.json").string()).error().subject == (folder / "own.json").string());
}
