// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/text_terms.h"
#include "core/cases/case_words.h"
#include "core/check/check.h"
#include "core/check/repair.h"
#include "tests/support/small_district.h"

#include <algorithm>
#include <random>
#include <set>

using namespace gridwarden;
using namespace gridwarden::core;
using gridwarden::test::SmallDistrict;

namespace {

/// The cases of the district that are found.
std::set<CaseId> found(SmallDistrict& small, std::string_view text) {
    const auto ids = findText(small.district->connection(), text);
    REQUIRE(ids);
    CHECK(std::is_sorted(ids->begin(), ids->end()));
    CHECK(std::adjacent_find(ids->begin(), ids->end()) == ids->end());
    std::set<CaseId> present;
    for (const CaseId id : *ids)
        if ((*small.district->facts())->rowOf(id))
            present.insert(id);
    return present;
}

CaseId report(SmallDistrict& small, std::string description, std::string address = {}) {
    CaseDraft draft;
    draft.category = small.category("09006");
    draft.description = std::move(description);
    draft.address = std::move(address);
    const auto id = reportCase(*small.district, small.actor, draft);
    REQUIRE(id);
    return *id;
}

void correct(SmallDistrict& small, CaseId id, std::string description) {
    StepDraft draft;
    draft.kind = StepKind::Correct;
    draft.detail.description = std::move(description);
    REQUIRE(takeStep(*small.district, small.actor, id, draft));
}

ImportedCase imported(std::string number, std::string description) {
    ImportedCase given;
    given.number = std::move(number);
    given.description = std::move(description);
    given.reported = now() - std::chrono::hours(1);
    return given;
}

void import(SmallDistrict& small, const std::vector<ImportedCase>& cases, OnDuplicate onDuplicate = OnDuplicate::Reject) {
    ImportRecord record;
    const auto done = small.district->importBatch({"test", {}}, small.actor, record, [&](Change& change) -> Result<void> {
        const auto written = writeImportedCases(*small.district, change, cases, onDuplicate);
        return written ? Result<void>() : fail(written);
    });
    REQUIRE(done);
}

} // namespace

TEST_CASE("a text is taken apart into single ideographs and runs of letters and digits", "[core][cases][words]") {
    CHECK(spacedTerms("文三路123号，KTV门口") == "文 三 路 123 号 ktv 门 口 ");
    CHECK(spacedTerms("Ａ１２座 ｋｔｖ") == "a12 座 ktv ");      // full-width forms
    CHECK(spacedTerms("Café Ёлка-2") == "café ёлка 2 ");
    CHECK(spacedTerms("カフェ 한강") == "カ フ ェ 한 강 ");
    CHECK(spacedTerms("𠮷野家") == "𠮷 野 家 ");                 // beyond the basic plane
    CHECK(spacedTerms("…——！？").empty());
    CHECK(spacedTerms("路\xFF\xFE口\xE8") == "路 口 ");           // not UTF-8
}

TEST_CASE("words of two characters are found in descriptions and addresses", "[core][cases][words]") {
    SmallDistrict small;
    const CaseId cover = report(small, "人行道井盖破损", "文三路123号");
    const CaseId stall = report(small, "占道摆摊，井边有盖板", "学院路12号KTV门口");
    CHECK(found(small, "井盖") == std::set{cover});
    CHECK(found(small, "盖") == std::set{cover, stall});
    CHECK(found(small, "路12") == std::set{cover, stall});
    CHECK(found(small, "路12号") == std::set{stall});
    CHECK(found(small, "ktv") == std::set{stall});
    CHECK(found(small, "Ｋtv门口") == std::set{stall});
    CHECK(found(small, "文三路 井盖") == std::set{cover});
    CHECK(found(small, "文三路　井盖") == std::set{cover});
    CHECK(found(small, "学院路 井盖").empty());
    CHECK(found(small, "号人行").empty()); // not from one text into the other
    CHECK(found(small, "！").empty());
    CHECK(found(small, "\" OR *").empty());
    CHECK(found(small, "").empty());
}

TEST_CASE("a case is found by any part of its number", "[core][cases][words]") {
    SmallDistrict small;
    import(small, {imported("LC-2026-00017", "一"), imported("LC-2026-00171", "二"), imported("100%_7", "三")});
    CHECK(found(small, "0017").size() == 2);
    CHECK(found(small, "00171").size() == 1);
    CHECK(found(small, "lc-2026").size() == 2);
    CHECK(found(small, "0%_7").size() == 1);
    CHECK(found(small, "2026 二").size() == 1);
}

TEST_CASE("what is found follows corrections, undo, redo and imports", "[core][cases][words]") {
    SmallDistrict small;
    const CaseId id = report(small, "井盖破损");
    correct(small, id, "路灯不亮");
    CHECK(found(small, "井盖").empty());
    CHECK(found(small, "路灯") == std::set{id});
    REQUIRE(small.district->undo(small.actor));
    CHECK(found(small, "井盖") == std::set{id});
    CHECK(found(small, "路灯").empty());
    REQUIRE(small.district->undo(small.actor)); // the report
    CHECK(found(small, "井盖").empty());
    REQUIRE(small.district->redo(small.actor));
    CHECK(found(small, "井盖") == std::set{id});
    REQUIRE(small.district->redo(small.actor));
    CHECK(found(small, "路灯") == std::set{id});

    import(small, {imported("A1", "犬只扰民")});
    CHECK(found(small, "犬只").size() == 1);
    import(small, {imported("A1", "渣土撒漏")}, OnDuplicate::Update);
    CHECK(found(small, "犬只").empty());
    CHECK(found(small, "渣土").size() == 1);
    REQUIRE(small.district->undo(small.actor));
    CHECK(found(small, "犬只").size() == 1);
    REQUIRE(small.district->undo(small.actor));
    CHECK(found(small, "犬只").empty());
    const auto left = small.district->connection().integer("SELECT count(*) FROM case_words_docsize");
    CHECK(left == 1); // an import that was taken back leaves nothing in the index
}

TEST_CASE("searching agrees with looking at every text after random changes", "[core][cases][words]") {
    SmallDistrict small;
    std::mt19937 random(20261130);
    const std::vector<std::string> words = {"井", "盖", "占", "道", "路", "灯", "12", "3", "a", "座", "，", " "};
    const auto anyText = [&](std::size_t most) {
        std::string text;
        for (std::size_t i = 1 + random() % most; i > 0; --i)
            text += words[random() % words.size()];
        return text;
    };
    std::vector<CaseId> cases;
    for (int turn = 0; turn < 120; ++turn) {
        switch (random() % 5) {
        case 0:
            if (!cases.empty()) {
                correct(small, cases[random() % cases.size()], anyText(6) + "改");
                break;
            }
            [[fallthrough]];
        case 1:
        case 2:
            cases.push_back(report(small, anyText(8), anyText(5)));
            break;
        case 3:
            (void)small.district->undo(small.actor);
            break;
        default:
            (void)small.district->redo(small.actor);
        }
        std::erase_if(cases, [&](CaseId id) { return !(*small.district->facts())->rowOf(id); });
    }
    REQUIRE(cases.size() > 10);
    const auto withoutSigns = [](std::string text) {
        for (const std::string sign : {"，", " "})
            for (std::size_t at = 0; (at = text.find(sign, at)) != std::string::npos;)
                text.erase(at, sign.size());
        return text;
    };
    std::size_t hits = 0;
    for (int turn = 0; turn < 200; ++turn) {
        std::string wanted; // ideographs only: plain containment says what is right
        for (std::size_t i = 1 + random() % 3; i > 0; --i)
            wanted += words[random() % 6];
        std::set<CaseId> expected;
        for (const CaseId id : cases) {
            const CaseRecord record = small.load(id);
            if (withoutSigns(record.description()).find(wanted) != std::string::npos || withoutSigns(record.address()).find(wanted) != std::string::npos)
                expected.insert(id);
        }
        hits += expected.size();
        std::set<CaseId> mine;
        for (const CaseId id : found(small, wanted))
            if (std::find(cases.begin(), cases.end(), id) != cases.end())
                mine.insert(id);
        CHECK(mine == expected);
    }
    CHECK(hits > 100);
}

TEST_CASE("an index that lost cases is found by the check and made anew by the repair", "[core][cases][words]") {
    SmallDistrict small;
    const CaseId id = report(small, "井盖破损");
    REQUIRE(small.district->connection().run("INSERT INTO case_words(case_words) VALUES ('delete-all')"));
    CHECK(found(small, "井盖").empty());
    const auto report = checkFile(small.district->store());
    REQUIRE(report);
    const auto isMissing = [](const Finding& finding) { return finding.what.key == "words-missing" && finding.remedy == Remedy::Repair; };
    CHECK(std::any_of(report->findings.begin(), report->findings.end(), isMissing));
    SECTION("content") {}
    SECTION("a table of it") { REQUIRE(small.district->connection().run("DROP TABLE case_words_stale")); }
    SECTION("all of it") { REQUIRE(small.district->connection().run("DROP TABLE case_words")); }
    const auto repaired = repairFile(*small.district, small.actor);
    REQUIRE(repaired);
    CHECK(found(small, "井盖") == std::set{id});
    const auto again = checkFile(small.district->store());
    REQUIRE(again);
    CHECK(again->faults() == 0);
}
