// SPDX-License-Identifier: GPL-3.0-or-later
// Marks and publications that are no longer what they were: noted, named, and left alone.
#include "core/check/check.h"
#include "core/check/repair.h"
#include "core/evaluation/mark.h"
#include "core/evaluation/publication.h"
#include "core/evaluation/published_evaluation.h"
#include "core/evaluation/scheme_list.h"
#include "core/summary/published_summary.h"
#include "tests/core/evaluation/scheme_sample.h"
#include "tests/support/small_district.h"

using namespace gridwarden;
using namespace gridwarden::core;
using nlohmann::json;

namespace {

/// A scheme with one item by hand and one that is counted, a mark for a grid, a ranking and a summary that were
/// published.
struct MarkedDistrict : test::SmallDistrict {
    EvaluationMarkId mark{};
    PublicationId ranking{}, summary{};

    MarkedDistrict() {
        const Period march{parseDay("2026-03-01").value(), parseDay("2026-03-31").value()};
        REQUIRE(district->change({"test-fill", {}}, actor, [&](Change& change) -> Result<void> {
            const EvaluationScheme scheme = byHand();
            REQUIRE(saveScheme(change, scheme));
            mark = saveMark(change, scheme,
                            {.scheme = "s",
                             .item = "look",
                             .subject = grids[0].value(),
                             .period = march,
                             .score = 80,
                             .evidence = "walk"})
                       .value();
            const PublishedEvaluation evaluation{
                .district = "测试区", .period = march, .asOf = now(), .scheme = scheme};
            ranking =
                publish(
                    change,
                    {.kind = "evaluation", .title = "三月", .period = march, .content = evaluationToText(evaluation)})
                    .value();
            const Summary text{"测试区", march, now(), {}, {}};
            summary =
                publish(change, {.kind = "summary", .title = "总结", .period = march, .content = summaryToText(text)})
                    .value();
            return {};
        }));
    }
    static EvaluationScheme byHand() {
        return test::schemeOf(
            test::schemeWith({{{"key", "look"}, {"zh", "检查"}, {"weight", 60}, {"by_hand", true}},
                              {{"key", "closing"}, {"zh", "结案率"}, {"weight", 40}, {"rate", "closing"}}}));
    }
    template <class Body> void change(const Body& body) { REQUIRE(district->change({"test-change", {}}, actor, body)); }
    void damage(const std::string& sql) { REQUIRE(district->connection().run(sql)); }

    /// What is said of marks, schemes and publications; nothing of it is a fault, and a repair leaves it as it is.
    std::vector<Message> noted() {
        const auto about = [&] {
            std::vector<Message> all;
            const auto report = checkFile(district->store());
            REQUIRE(report);
            CHECK(report->faults() == 0);
            for (const Finding& finding : report->findings)
                if (finding.what.key.starts_with("mark-") || finding.what.key.starts_with("publication-") ||
                    finding.what.key.starts_with("scheme-")) {
                    CHECK_FALSE(finding.isFault);
                    CHECK((finding.remedy == Remedy::Edit || finding.remedy == Remedy::Restore));
                    all.push_back(finding.what);
                }
            return all;
        };
        const auto before = about();
        const auto repaired = repairFile(*district, actor);
        REQUIRE(repaired);
        CHECK(repaired->empty());
        CHECK(about() == before);
        return before;
    }
    [[nodiscard]] std::string number() const { return std::to_string(mark.value()); }
};

} // namespace

TEST_CASE("marks that count and publications that can be read are not spoken of", "[core][check][evaluation]") {
    MarkedDistrict marked;
    CHECK(marked.noted().empty());
}

TEST_CASE("a mark is noted when its scheme item or subject is gone", "[core][check][evaluation]") {
    MarkedDistrict marked;
    SECTION("the scheme") {
        marked.change([](Change& change) { return removeScheme(change, "s"); });
        CHECK(marked.noted() == std::vector<Message>{{"mark-without-scheme", {marked.number(), "s"}}});
    }
    SECTION("the item is counted now") {
        EvaluationScheme scheme = MarkedDistrict::byHand();
        scheme.items[0].source = RateItem{"filing", false};
        marked.change([&](Change& change) { return saveScheme(change, scheme); });
        CHECK(marked.noted() == std::vector<Message>{{"mark-without-item", {marked.number(), "s", "look"}}});
    }
    SECTION("the subject") {
        EvaluationScheme scheme = MarkedDistrict::byHand();
        scheme.subjects.kind = SubjectKind::Organisations; // a mark for a grid is none for an organisation
        marked.change([&](Change& change) { return saveScheme(change, scheme); });
        CHECK(marked.noted() == std::vector<Message>{{"mark-subject-gone", {marked.number(), "s"}}});
    }
}

TEST_CASE("a publication that cannot be read is noted with its number and its title", "[core][check][evaluation]") {
    MarkedDistrict marked;
    SECTION("an evaluation that was cut off") {
        marked.damage("UPDATE publication SET content = substr(content, 1, 40) WHERE kind = 'evaluation'");
        CHECK(marked.noted() ==
              std::vector<Message>{{"publication-unreadable",
                                    {std::to_string(marked.ranking.value()), "三月", "gridwarden_evaluation"}}});
    }
    SECTION("a summary without its moment") {
        marked.damage("UPDATE publication SET content = json_remove(content, '$.as_of') WHERE kind = 'summary'");
        CHECK(marked.noted() == std::vector<Message>{{"publication-unreadable",
                                                      {std::to_string(marked.summary.value()), "总结", "as_of"}}});
    }
    SECTION("of a kind that nobody knows") {
        marked.damage("UPDATE publication SET kind = 'poem' WHERE kind = 'summary'");
        CHECK(marked.noted() == std::vector<Message>{{"publication-unreadable",
                                                      {std::to_string(marked.summary.value()), "总结", "kind"}}});
    }
}

TEST_CASE("a scheme of the district that cannot be read is a fault because nothing can be ranked",
          "[core][check][evaluation]") {
    MarkedDistrict marked;
    std::string damage, part;
    SECTION("without a name") {
        damage = "json_remove(definition, '$.zh')";
        part = "zh";
    }
    SECTION("without its own key") {
        damage = "json_remove(definition, '$.key')";
        part = "key";
    }
    SECTION("with weights that do not add up") {
        damage = "json_set(definition, '$.full', 50)";
        part = "weight";
    }
    SECTION("as a list") { damage = "'[]'"; }
    SECTION("cut off") { damage = "substr(definition, 1, 20)"; }
    marked.damage("UPDATE evaluation_scheme SET definition = " + damage + " WHERE key = 's'");
    const auto report = checkFile(marked.district->store());
    REQUIRE(report);
    REQUIRE(report->faults() == 1);
    const auto fault = std::find_if(report->findings.begin(), report->findings.end(),
                                    [](const Finding& each) { return each.isFault; });
    CHECK(fault->what == Message{"scheme-lost", {"s", part}});
    marked.change([](Change& change) { return removeScheme(change, "s"); }); // what it says helps
    CHECK(checkFile(marked.district->store())->faults() == 0);
}
