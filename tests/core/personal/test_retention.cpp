// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/core/personal/protected_district.h"

using namespace gridwarden;
using namespace gridwarden::core;
using namespace gridwarden::test;

namespace {

/// A case imported as closed so many days ago.
CaseId closedCase(SmallDistrict& small, int daysAgo, const std::string& source, int contact, bool isClosed = true) {
    ImportRecord record{"cases.csv", "", 1};
    ImportedCase one;
    one.number = "R" + std::to_string(contact);
    one.reported = now() - std::chrono::days(daysAgo) - std::chrono::hours(5);
    if (isClosed)
        one.closed = now() - std::chrono::days(daysAgo);
    one.category = small.category("09006");
    one.source = source;
    one.contact = contactNumber(contact);
    const auto done = small.district->importBatch({"import-cases", {"cases.csv"}}, small.actor, record, [&](Change& change) -> Result<void> {
        const auto counts = writeImportedCases(*small.district, change, std::vector{one}, OnDuplicate::Reject);
        return counts ? Result<void>() : fail(counts);
    });
    REQUIRE(done);
    return findCase(small.district->connection(), one.number).value().value();
}

} // namespace

TEST_CASE("retention rules survive their text, and nonsense means off", "[core][personal]") {
    const RetentionRules rules{180, {{"public", 365}, {"petition", 30}}};
    CHECK(retentionFromText(retentionText(rules)) == rules);
    CHECK(retentionText({}).empty());
    for (const char* text : {"", "x", "[]", "{}", "{\"days\": -3}", "{\"days\": \"30\"}", "{\"days\": 1e9, \"sources\": {\"public\": 0}}", "{\"sources\": 3}"})
        CHECK(retentionFromText(text).isOff());
}

TEST_CASE("contacts are due when their case has ended long enough ago, by the rule of its source", "[core][personal]") {
    SmallDistrict small;
    const CaseId old = closedCase(small, 100, "patrol", 1);
    const CaseId recent = closedCase(small, 20, "patrol", 2);
    const CaseId hotline = closedCase(small, 100, "public", 3);
    const CaseId open = closedCase(small, 100, "patrol", 4, /*isClosed=*/false);
    Connection& db = small.district->connection();
    CHECK(contactsDue(db, {}, now()).value().empty());
    CHECK(contactsDue(db, {90, {}}, now()).value() == std::vector{old, hotline});
    CHECK(contactsDue(db, {90, {{"public", 365}}}, now()).value() == std::vector{old});
    CHECK(contactsDue(db, {{}, {{"public", 30}}}, now()).value() == std::vector{hotline});
    CHECK(contactsDue(db, {10, {}}, now()).value() == std::vector{old, recent, hotline});
    CHECK(contactsDue(db, {10, {}}, now() + std::chrono::days(1000)).value() == std::vector{old, recent, hotline});
    CHECK(loadReport(db, open).value());
}

TEST_CASE("a contact that stands in the journal alone is due as well", "[core][personal]") {
    SmallDistrict small;
    const CaseId undone = reportWith(small, contactNumber(1));
    REQUIRE(small.district->undo(small.actor));
    const CaseId old = closedCase(small, 100, "patrol", 2);
    REQUIRE(setContact(*small.district, small.actor, old, contactNumber(3)));
    REQUIRE(setContact(*small.district, small.actor, old, {}));
    Connection& db = small.district->connection();
    REQUIRE(occursIn(small.district->path(), contactNumber(1)));
    CHECK(contactsDue(db, {90, {}}, now()).value() == std::vector{old});
    const auto due = contactsDue(db, {90, {}}, now() + std::chrono::days(91)).value();
    CHECK(std::set<CaseId>(due.begin(), due.end()) == std::set<CaseId>{undone, old});
    const auto counts = eraseContacts(*small.district, small.actor, due, {"erase-contacts", {"2"}});
    REQUIRE(counts);
    CHECK(counts->contacts == 2);
    REQUIRE(small.district->store().scrub());
    for (int i = 1; i <= 3; ++i)
        CHECK_FALSE(occursIn(small.district->path(), contactNumber(i)));
    CHECK(contactsDue(db, {90, {}}, now() + std::chrono::days(91)).value().empty());
    requireWholeChain(*small.district);
}

TEST_CASE("the bureau's rules are a setting that can be undone", "[core][personal]") {
    SmallDistrict small;
    CHECK(retentionRules(*small.district).isOff());
    const RetentionRules rules{365, {{"petition", 730}}};
    REQUIRE(setRetentionRules(*small.district, small.actor, rules));
    CHECK(retentionRules(*small.district) == rules);
    REQUIRE(small.district->undo(small.actor));
    CHECK(retentionRules(*small.district).isOff());
}
