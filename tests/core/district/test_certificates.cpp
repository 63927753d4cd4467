// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/small_district.h"

using namespace gridwarden;
using namespace gridwarden::test;
using core::Certificate;

namespace {

core::Day day(const char* text) {
    return core::parseDay(text).value();
}

struct CertificateDesk : SmallDistrict {
    core::Result<core::Touched> save(core::PersonId person, const std::vector<Certificate>& certificates) {
        return district->change({"test-fill", {}}, actor, [&](core::Change& change) {
            return core::saveCertificates(change, person, certificates);
        });
    }
    [[nodiscard]] std::vector<Certificate> of(core::PersonId person) const {
        const auto all = district->people().certificatesOf(person);
        return {all.begin(), all.end()};
    }
};

} // namespace

TEST_CASE("the certificates of a person are those that were saved last", "[core][district]") {
    CertificateDesk desk;
    REQUIRE(desk.save(desk.zhang,
                      {{{}, {}, "enforcement", day("2024-01-01"), day("2026-12-31")}, {{}, {}, "auxiliary", {}, {}}}));
    REQUIRE(desk.save(desk.li, {{{}, {}, " 驾驶证 ", {}, {}}}));
    const auto before = desk.of(desk.zhang);
    REQUIRE(before.size() == 2);
    CHECK(before[0].kind == "auxiliary");
    CHECK(before[1].kind == "enforcement");
    CHECK(before[1].person == desk.zhang);
    CHECK(desk.of(desk.li).at(0).kind == "驾驶证");
    CHECK(desk.district->people().certificates().size() == 3);

    // One goes, one is prolonged, one is new; that of somebody else stays.
    Certificate prolonged = before[1];
    prolonged.to = day("2030-12-31");
    const auto touched = desk.save(desk.zhang, {prolonged, {{}, {}, "上岗证", {}, {}}});
    REQUIRE(touched);
    CHECK(touched->people);
    const auto after = desk.of(desk.zhang);
    REQUIRE(after.size() == 2);
    CHECK(after[0] == prolonged);
    CHECK(after[1].kind == "上岗证");
    CHECK(desk.of(desk.li).size() == 1);
    REQUIRE(desk.district->undo(desk.actor));
    CHECK(desk.of(desk.zhang) == before);
}

TEST_CASE("a certificate holds on its first and its last day", "[core][district]") {
    const Certificate certificate{{}, {}, "enforcement", day("2026-03-01"), day("2026-03-31")};
    CHECK_FALSE(certificate.isValidOn(day("2026-02-28")));
    CHECK(certificate.isValidOn(day("2026-03-01")));
    CHECK(certificate.isValidOn(day("2026-03-31")));
    CHECK_FALSE(certificate.isValidOn(day("2026-04-01")));
    CHECK(Certificate{{}, {}, "enforcement", {}, {}}.isValidOn(day("1999-01-01")));
}

TEST_CASE("certificates without a kind or that end before they begin are refused as a whole", "[core][district]") {
    CertificateDesk desk;
    const Certificate good{{}, {}, "auxiliary", {}, {}};
    const auto keyOf = [](const auto& failed) { return failed ? std::string() : failed.error().what.key; };
    CHECK(keyOf(desk.save(desk.zhang, {good, {{}, {}, "  ", {}, {}}})) == "certificate-incomplete");
    CHECK(keyOf(desk.save(desk.zhang, {good, {{}, {}, "enforcement", day("2026-02-02"), day("2026-02-01")}})) ==
          "certificate-ends-before-start");
    CHECK(desk.of(desk.zhang).empty());
}

TEST_CASE("a place of a guard post needs the name of the post", "[core][district]") {
    SmallDistrict small;
    const auto done =
        small.district->change({"test-fill", {}}, small.actor, [&](core::Change& change) -> core::Result<void> {
            core::Duty duty;
            duty.area = small.grids[0];
            duty.person = small.li;
            duty.place = core::GeoPoint{120.645, 28.005};
            const auto saved = core::saveDuty(change, duty);
            return saved ? core::Result<void>() : core::fail(saved);
        });
    REQUIRE_FALSE(done);
    CHECK(done.error().what.key == "post-without-name");
}
