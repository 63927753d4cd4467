// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/activity_actions.h"
#include "core/base/resources.h"
#include "core/figure_list.h"
#include "core/summary/published_summary.h"
#include "tests/core/figures/figures_sample.h"
#include "tests/support/small_district.h"

using namespace gridwarden;
using namespace gridwarden::test;
using core::Summary;

namespace {

const core::SummaryWords Words{core::Language::Chinese, "测试区", "（期间）", "（年）", "（截至）"};
const core::Period Year{day("2026-01-01"), day("2026-12-31")}, March{day("2026-03-01"), day("2026-03-31")};

/// Three cases of March 2026 (one of them handled on the spot), two of February, one of March 2025; 8,543 stalls cleared in March.
struct SummaryDesk : SmallDistrict {
    SummaryDesk() {
        for (const char* at : {"2025-03-10T09:00", "2026-02-03T09:00", "2026-02-04T09:00", "2026-03-02T09:00", "2026-03-03T09:00"})
            report(core::GeoPoint{120.645, 28.005}, "09006", moment(at));
        const core::CaseId last = report(core::GeoPoint{120.645, 28.005}, "09006", moment("2026-03-31T23:59"));
        core::StepDraft step;
        step.kind = core::StepKind::SelfHandle;
        step.time = moment("2026-03-31T23:59");
        REQUIRE(core::takeStep(*district, actor, last, step));
        clear("2026-03-05T10:00", 8000);
        clear("2026-03-06T10:00", 543);
        clear("2026-04-01T00:00", 7);
    }
    void clear(const char* at, double quantity) {
        core::Activity activity;
        activity.kind = "road_trading";
        activity.quantity = quantity;
        activity.unit = "起";
        activity.time = core::ActivityTime::at(moment(at), core::TimeZone());
        REQUIRE(core::addActivity(*district, actor, activity));
    }
    Summary written(std::string_view text, core::Period period = March) {
        const auto parsed = core::SummaryTemplate::parse(text);
        REQUIRE(parsed);
        const auto source = core::figureSource(*district, moment("2026-11-30T12:00"));
        REQUIRE(source);
        auto summary = core::writeSummary(source->input, core::figureDefinitions(*district).value(), *parsed, period, Words);
        REQUIRE(summary);
        return *summary;
    }
    std::string textOf(std::string_view text, core::Period period = March) {
        std::string whole;
        for (const core::SummaryParagraph& paragraph : written(text, period).paragraphs)
            whole += (whole.empty() ? "" : "\n") + paragraph.text();
        return whole;
    }
    std::vector<core::NumberCheck> checked(const Summary& summary) {
        const auto source = core::figureSource(*district, summary.asOf);
        REQUIRE(source);
        auto checks = core::checkSummary(source->input, core::figureDefinitions(*district).value(), summary);
        REQUIRE(checks);
        return *checks;
    }
};

} // namespace

TEST_CASE("slots are filled with what the records say", "[core][summary]") {
    SummaryDesk desk;
    CHECK(desk.textOf("# {辖区}{期间}总结\n\n{年}年共清理占道经营{清理占道经营|余}，上报{reported}，{上报数|同比}，{reported|环比}；自处置占比{自处置占比}。") ==
          "测试区（期间）总结\n（年）年共清理占道经营8500余起，上报3件，同比增长200.00%，环比增长50.00%；自处置占比33.33%。");
    CHECK(desk.textOf("{reported|月均}", Year) == "0件"); // 5 of 12 months
    CHECK(desk.textOf("{reported|月均|2}", Year) == "0.42件");
    CHECK(desk.textOf("{activity_road_trading+reported|项次}") == "8546项次");
    CHECK(desk.textOf("截至{截至}") == "截至（截至）");
    CHECK(desk.textOf("{reported|月均|3}", {day("2026-03-01"), day("2026-03-03")}) == "20.291件"); // 2 in three days, of 30.436875
}

TEST_CASE("a part under a condition is there when it holds and an empty paragraph is none", "[core][summary]") {
    SummaryDesk desk;
    const char* const text = "{如果 reported > 2}多{reported}{否则}少{结束}\n\n{如果 activity_leaflets > 0}发放{activity_leaflets}{结束}";
    CHECK(desk.textOf(text) == "多3件");
    CHECK(desk.textOf(text, {day("2026-02-01"), day("2026-02-28")}) == "少");
    CHECK(desk.written(text).numbers.size() == 1); // what is not there has no number
}

TEST_CASE("each number knows its records, and whether they still say the same", "[core][summary]") {
    SummaryDesk desk;
    const Summary summary = desk.written("上报{reported}、{reported|同比}，清理{activity_road_trading|保密}。");
    REQUIRE(summary.numbers.size() == 3);
    CHECK(summary.numbers[0].name == "上报数");
    CHECK(summary.numbers[0].records == 3);
    CHECK(summary.numbers[1].base == 1.0);
    CHECK(summary.numbers[2].printed == "*****起");
    CHECK(summary.numbers[2].value == 8543.0);
    CHECK(summary.numbers[0].digest.size() == 64);
    const auto holds = [&](const Summary& published) {
        std::vector<bool> all;
        for (const core::NumberCheck& check : desk.checked(published))
            all.push_back(check.holds);
        return all;
    };
    CHECK(holds(summary) == std::vector{true, true, true});
    // A case of March last year that is entered afterwards changes what March is compared with.
    desk.report(core::GeoPoint{120.645, 28.005}, "09006", moment("2025-03-20T09:00"));
    CHECK(holds(summary) == std::vector{true, false, true});
    REQUIRE(desk.district->undo(desk.actor));
    CHECK(holds(summary) == std::vector{true, true, true});
    // The number is the same and the records behind it are not.
    desk.clear("2026-03-07T10:00", 0);
    CHECK(desk.checked(summary)[2].value == 8543.0);
    CHECK(holds(summary) == std::vector{true, true, false});
    Summary other = summary;
    other.numbers[0].figures = {"gone"};
    CHECK_FALSE(desk.checked(other)[0].isKnown);
}

TEST_CASE("a published summary reads back as it was and a damaged one is refused", "[core][summary]") {
    SummaryDesk desk;
    const Summary summary = desk.written("# {期间}\n\n上报{reported}、结案率{closing}。");
    const std::string text = core::summaryToText(summary);
    const auto read = core::summaryFromText(text);
    REQUIRE(read);
    CHECK(*read == summary);
    for (const auto& [from, to] : {std::pair("\"shows\": \"value\"", "\"shows\": \"colour\""), std::pair("\"from\": \"2026-03-01\"", "\"from\": \"2026-04-01\""),
                                   std::pair("\"number\": 0", "\"number\": 7"), std::pair("\"records\": 3", "\"records\": \"3\""),
                                   std::pair("\"gridwarden_summary\": 1", "\"gridwarden_summary\": 2"), std::pair("\"style\": \"title\"", "\"style\": 1")}) {
        INFO(from);
        std::string damaged = text;
        const std::size_t at = damaged.find(from);
        REQUIRE(at != std::string::npos);
        damaged.replace(at, std::string(from).size(), to);
        const auto refused = core::summaryFromText(damaged);
        REQUIRE_FALSE(refused);
        CHECK(refused.error().what.key == "summary-unreadable");
    }
    CHECK_FALSE(core::summaryFromText(text.substr(0, text.size() / 2)));
}

TEST_CASE("a figure that a template names and nobody knows is said with its line", "[core][summary]") {
    SummaryDesk desk;
    const auto failure = [&](const char* text) {
        const auto source = core::figureSource(*desk.district);
        REQUIRE(source);
        const auto summary = core::writeSummary(source->input, core::figureDefinitions(*desk.district).value(), *core::SummaryTemplate::parse(text), March, Words);
        REQUIRE_FALSE(summary);
        return summary.error().what;
    };
    CHECK(failure("# 标题\n\n共{没有的指标}") == core::Message{"summary-figure-unknown", {"3", "没有的指标"}});
    CHECK(failure("{如果 nothing > 1}x{结束}") == core::Message{"summary-figure-unknown", {"1", "nothing"}});
    CHECK(failure("{closing + filing}") == core::Message{"summary-rates-added", {"1", "closing + filing"}});
}

TEST_CASE("what comes with the program fits together, also with the kinds and sources of a new district", "[core][summary]") {
    SummaryDesk desk;
    const auto definitions = core::figureDefinitions(*desk.district);
    REQUIRE(definitions);
    CHECK(definitions->find("activity_training_people")->unit == "人次");
    const core::FigureDefinition* const closing = definitions->find("source_petition_closing");
    REQUIRE(closing != nullptr);
    CHECK(closing->name == "信访办结率");
    const auto text = core::readResource("summaries/summary.txt");
    REQUIRE(text);
    const Summary summary = desk.written(*text);
    CHECK(summary.paragraphs.front().text() == "测试区（期间）工作总结");
    CHECK(summary.numbers.size() > 50);
    for (const core::SummaryParagraph& paragraph : summary.paragraphs)
        CHECK(paragraph.text().find_first_of("{}|") == std::string::npos);
}

TEST_CASE("the closing of a channel is that of its own cases", "[core][summary]") {
    SummaryDesk desk;
    core::CaseDraft draft;
    draft.category = desk.category("09006");
    draft.source = "petition";
    draft.description = "信访";
    for (const char* at : {"2026-03-10T09:00", "2026-03-11T09:00", "2026-03-12T09:00", "2026-04-12T09:00"}) {
        draft.time = moment(at);
        const auto id = core::reportCase(*desk.district, desk.actor, draft);
        REQUIRE(id);
        if (std::string_view(at) == "2026-03-11T09:00") {
            core::StepDraft step;
            step.kind = core::StepKind::SelfHandle;
            step.time = moment("2026-05-11T09:00"); // also when that is later
            REQUIRE(core::takeStep(*desk.district, desk.actor, *id, step));
        }
    }
    CHECK(desk.textOf("{信访件数}，{信访办结率}，{群众热线办结率}") == "3件，33.33%，—");
}

TEST_CASE("figures that are added up in a slot count each record once", "[core][summary]") {
    SummaryDesk desk;
    const Summary summary = desk.written("{reported + self_handled|件}、{checks + reported|项次}");
    CHECK(summary.numbers[0].printed == "4件"); // the sum of both numbers
    CHECK(summary.numbers[0].records == 3);     // one case is behind both
    CHECK(summary.numbers[1].printed == "3项次");
    CHECK(summary.numbers[1].records == 3);
    CHECK(summary.numbers[0].digest == desk.written("{reported}").numbers[0].digest);
}

TEST_CASE("in English a number has the names and words of that language", "[core][summary]") {
    SummaryDesk desk;
    const auto source = core::figureSource(*desk.district);
    REQUIRE(source);
    core::SummaryWords english = Words;
    english.language = core::Language::English;
    const auto summary = core::writeSummary(source->input, core::figureDefinitions(*desk.district).value(), *core::SummaryTemplate::parse("Reported {reported|cases}, {Reported|period-on-period}."),
                                            March, english);
    REQUIRE(summary);
    CHECK(summary->paragraphs.front().text() == "Reported 3 cases, up 50.00% on the period before.");
    CHECK(summary->numbers[0].name == "Reported");
}
