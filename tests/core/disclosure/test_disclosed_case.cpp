// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/cases/contact.h"
#include "core/disclosure/disclosed_case.h"
#include "core/personal_data.h"
#include "tests/support/small_district.h"

using namespace gridwarden;
using namespace gridwarden::test;

namespace {

struct Planted : SmallDistrict {
    core::CaseId first, second;
    core::Moment when;

    Planted() {
        when = district->timeZone().start(core::parseDay("2026-11-02").value()) + std::chrono::minutes(9 * 60 + 31);
        core::CaseDraft draft;
        draft.place = core::GeoPoint{120.645123, 28.005321};
        draft.category = category("09006");
        draft.description = "王芳反映摊位占道，电话13912345678，车牌浙A12345，队员张三已到场";
        draft.address = "文三路123号3幢502室";
        draft.contact = {"王芳", "13912345678"};
        draft.time = when;
        first = core::reportCase(*district, actor, draft).value();
        draft = {};
        draft.place = core::GeoPoint{120.655, 28.015};
        draft.category = category("09002");
        draft.description = "乱贴广告";
        draft.time = when;
        second = core::reportCase(*district, actor, draft).value();
        core::StepDraft step;
        step.kind = core::StepKind::File;
        REQUIRE(core::takeStep(*district, actor, first, step));
        step.kind = core::StepKind::Dispatch;
        step.detail.person = zhang;
        step.detail.organisation = squad;
        REQUIRE(core::takeStep(*district, actor, first, step));
    }
    core::DisclosureContext context() const {
        return {district->areaSnapshot(), district->categorySnapshot(), district->peopleSnapshot(), district->timeZone(), district->name()};
    }
    struct Taken {
        std::vector<core::DisclosedCase> cases;
        core::DisclosureAccount account;
    };
    Taken take(const core::DisclosureRules& rules, const core::UnsealKey* key = nullptr) {
        const auto facts = district->facts().value();
        auto disclosure = core::CaseDisclosure::begin(rules, context(), core::now(), district->connection(), key);
        REQUIRE(disclosure);
        std::vector<std::uint32_t> rows(facts->size());
        for (std::uint32_t row = 0; row < rows.size(); ++row)
            rows[row] = row;
        auto cases = disclosure->take(*facts, rows, district->connection());
        REQUIRE(cases);
        std::sort(cases->begin(), cases->end(), [](const auto& a, const auto& b) { return a.number < b.number; });
        return {std::move(*cases), disclosure->account()};
    }
};

std::int64_t of(const core::DisclosureAccount& account, core::TraceKind kind) { return account.masked.at(static_cast<std::size_t>(kind)); }

} // namespace

TEST_CASE("by the public rules nothing is left that tells who somebody is or where exactly", "[core][disclosure]") {
    Planted small;
    const auto taken = small.take(core::disclosureRulesNamed("public").value());
    REQUIRE(taken.cases.size() == 2);
    const core::DisclosedCase& one = taken.cases.front();
    CHECK(one.description == "■■反映摊位占道，电话■■，车牌■■，队员■■已到场");
    CHECK(one.address == "文三路■■");
    CHECK(one.person.empty());
    CHECK(one.roles.empty());
    CHECK(one.organisation == small.squad);
    CHECK(core::isoText(*one.reported, small.district->timeZone()) == "2026-11-02T00:00:00+08:00");
    REQUIRE(one.place);
    CHECK(core::distanceMetres(*one.place, {120.645123, 28.005321}) > 1);
    CHECK(*one.place == core::PlaceLattice(500).centre({120.645123, 28.005321}));
    const core::DisclosureAccount& account = taken.account;
    CHECK(account.records == 2);
    CHECK(account.contacts == 1);
    CHECK(account.sealedContacts == 0);
    CHECK(of(account, core::TraceKind::Name) == 2);
    CHECK(of(account, core::TraceKind::Mobile) == 1);
    CHECK(of(account, core::TraceKind::Plate) == 1);
    CHECK(of(account, core::TraceKind::HouseNumber) == 1);
    CHECK(account.handlers == 1);
    CHECK(account.placesLattice == 2);
    CHECK(account.head == small.district->store().journal(1)->front().hash);
}

TEST_CASE("by the rules for another office places and times are exact and people are roles", "[core][disclosure]") {
    Planted small;
    const auto taken = small.take(core::disclosureRulesNamed("partner").value());
    const core::DisclosedCase& one = taken.cases.front();
    CHECK(one.place == core::GeoPoint{120.645123, 28.005321});
    CHECK(*one.reported == small.when);
    CHECK(one.person.empty());
    CHECK(one.address == "文三路123号3幢502室");
    CHECK(one.description.find("王芳") == std::string::npos);
    CHECK(one.description.find("13912345678") == std::string::npos);
    CHECK(taken.account.placesExact == 2);
}

TEST_CASE("each choice of the rules is followed", "[core][disclosure]") {
    Planted small;
    core::DisclosureRules rules = core::disclosureRulesNamed("partner").value();
    rules.people = core::PeopleShown::Names;
    CHECK(small.take(rules).cases.front().person == "张三");
    CHECK(small.take(rules).cases.front().description.find("张三") != std::string::npos);
    rules.people = core::PeopleShown::Codes;
    CHECK(small.take(rules).cases.front().person == "P1");
    CHECK(small.take(rules).cases.front().description.find("张三") == std::string::npos);
    rules.descriptions = core::TextShown::None;
    rules.addresses = core::TextShown::None;
    const auto withoutTexts = small.take(rules);
    CHECK(withoutTexts.cases.front().description.empty());
    CHECK(withoutTexts.cases.front().address.empty());
    CHECK(withoutTexts.account.descriptions == 2);
    CHECK(withoutTexts.account.addresses == 1);
    rules.places = {core::PlaceRule::How::Grid, 0};
    const auto byGrid = small.take(rules);
    CHECK(byGrid.account.placesGrid == 2);
    const core::Area& grid = *small.district->areas().find(small.grids[0]);
    CHECK(byGrid.cases.front().place == core::labelPoint(grid.shape));
    rules.places = {core::PlaceRule::How::None, 0};
    CHECK_FALSE(small.take(rules).cases.front().place);
    CHECK(small.take(rules).account.placesLeftOut == 2);
}

TEST_CASE("a category can have another rule for places, and an unknown one is refused", "[core][disclosure]") {
    Planted small;
    core::DisclosureRules rules = core::disclosureRulesNamed("partner").value();
    rules.placesByCategory = {{{"2026:matter:09006"}, {core::PlaceRule::How::None, 0}}, {{"2026:matter:09"}, {core::PlaceRule::How::Lattice, 1000}}};
    const auto taken = small.take(rules);
    CHECK_FALSE(taken.cases[0].place); // the first that fits
    CHECK(taken.cases[1].place == core::PlaceLattice(1000).centre({120.655, 28.015}));
    CHECK(taken.account.placesLeftOut == 1);
    CHECK(taken.account.placesLattice == 1);
    rules.placesByCategory.front().categories = {"2026:matter:99999"};
    const auto refused = core::CaseDisclosure::begin(rules, small.context(), core::now(), small.district->connection());
    REQUIRE_FALSE(refused);
    CHECK(refused.error().what.key == "category-unknown");
}

TEST_CASE("names of sealed reporters are found with the key, and said to be unknown without it", "[core][disclosure]") {
    Planted small;
    const core::Secret passphrase = core::Secret::from(std::string("correct horse"));
    const auto seal = core::makeSeal(passphrase, core::KeyEffort::least()).value();
    REQUIRE(core::protectPersonalData(*small.district, small.actor, seal.keys));
    const auto rules = core::disclosureRulesNamed("public").value();
    const auto without = small.take(rules);
    CHECK(without.account.sealedContacts == 1);
    CHECK(without.account.contacts == 1);
    CHECK(without.cases.front().description.find("13912345678") == std::string::npos); // by its form
    const auto lines = core::accountLines(without.account, "R", small.district->timeZone());
    CHECK(std::any_of(lines.begin(), lines.end(), [](const core::Message& line) { return line == core::Message{"disclosure-names-sealed", {"1"}}; }));
    const auto key = core::openSeal(seal.keys, passphrase).value();
    const auto with = small.take(rules, &key);
    CHECK(with.account.sealedContacts == 0);
    CHECK(with.cases.front().description.find("王芳") == std::string::npos);
}
