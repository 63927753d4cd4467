// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/summary/summary_template.h"

#include <catch2/catch.hpp>

using namespace gridwarden::core;

namespace {

std::vector<TemplateParagraph> parsed(std::string_view text) {
    const auto made = SummaryTemplate::parse(text);
    REQUIRE(made);
    return made->paragraphs();
}

} // namespace

TEST_CASE("a template has headings and paragraphs with slots", "[core][summary]") {
    const auto paragraphs = parsed("// 模板\n# {年}年总结\n\n## 一、市容秩序\n共清理占道经营{清理占道经营|起|余}，\n处置率{handling}。\n\n第二段\n");
    REQUIRE(paragraphs.size() == 4);
    CHECK(paragraphs[0].style == ParagraphStyle::Title);
    CHECK(std::get<TextSlot>(paragraphs[0].parts[0]) == TextSlot::Year);
    CHECK(paragraphs[1].style == ParagraphStyle::Heading1);
    CHECK(paragraphs[1].parts == std::vector<TemplatePart>{std::string("一、市容秩序")});
    REQUIRE(paragraphs[2].parts.size() == 5); // two lines of the file are one paragraph
    CHECK(paragraphs[2].line == 5);
    const auto& slot = std::get<NumberSlot>(paragraphs[2].parts[1]);
    CHECK(slot.figures == std::vector<std::string>{"清理占道经营"});
    CHECK(slot.unit == "起");
    CHECK(slot.isOver);
    CHECK(std::get<std::string>(paragraphs[2].parts[2]) == "，处置率");
    CHECK_FALSE(std::get<NumberSlot>(paragraphs[2].parts[3]).unit);
}

TEST_CASE("lines that are one paragraph keep a blank between Latin words alone", "[core][summary]") {
    const auto textOf = [](std::string_view text) {
        std::string whole;
        const auto paragraphs = parsed(text);
        for (const TemplatePart& part : paragraphs.at(0).parts)
            whole += std::holds_alternative<std::string>(part) ? std::get<std::string>(part) : "@";
        return whole;
    };
    CHECK(textOf("共清理{a}，\n其中{b}\n{如果 c > 0}x{结束}") == "共清理@，其中@@");
    CHECK(textOf("cleared {a}\nstalls and\n{b} leaflets") == "cleared @ stalls and @ leaflets");
}

TEST_CASE("options are taken in either language and in any order", "[core][summary]") {
    const auto slotOf = [](std::string_view text) { return std::get<NumberSlot>(parsed(text).at(0).parts.at(0)); };
    const NumberSlot all = slotOf("{ a + b | 2 |万元| 万 | 保密 | 同比 }");
    CHECK(all.figures == std::vector<std::string>{"a", "b"});
    CHECK(all.decimals == 2);
    CHECK(all.unit == "万元");
    CHECK(all.isInTenThousands);
    CHECK(all.isWithheld);
    CHECK(all.shows == SlotShows::YearOnYear);
    const NumberSlot english = slotOf("{a|monthly|over|withheld}");
    CHECK(english.shows == SlotShows::PerMonth);
    CHECK(english.isOver);
    CHECK(english.isWithheld);
    CHECK(slotOf("{a|环比}").shows == SlotShows::PeriodOnPeriod);
}

TEST_CASE("parts stand under conditions, one in another", "[core][summary]") {
    const auto paragraphs = parsed("甲{如果 a+b >= 2.5}乙{a}{if b = 0}丙{end}{否则}丁{结束}戊");
    REQUIRE(paragraphs.size() == 1);
    REQUIRE(paragraphs[0].parts.size() == 3);
    const auto& part = std::get<ConditionalPart>(paragraphs[0].parts[1]);
    CHECK(part.condition == SlotCondition{{"a", "b"}, Comparison::AtLeast, 2.5});
    REQUIRE(part.then.size() == 3);
    CHECK(std::get<ConditionalPart>(part.then[2]).condition == SlotCondition{{"b"}, Comparison::Equal, 0});
    CHECK(part.otherwise == std::vector<TemplatePart>{std::string("丁")});
    CHECK(std::get<std::string>(paragraphs[0].parts[2]) == "戊");
    CHECK(SummaryTemplate::parse("{如果 x > 1}{y}{结束}{x|件}")->figures() == std::vector<std::string>{"x", "y"});
}

TEST_CASE("what is wrong in a template is said with its line and what stands there", "[core][summary]") {
    const std::pair<const char*, const char*> wrong[] = {
        {"{a", "template-brace-open"},          {"a}", "template-brace-open"},          {"{a{b}}", "template-brace-open"},       {"{}", "template-slot-empty"},
        {"{a+}", "template-slot-empty"},        {"{|件}", "template-slot-empty"},       {"{a|件|处}", "template-option-unknown"}, {"{a|9}", "template-option-unknown"},
        {"{a|}", "template-option-unknown"},    {"{如果 a}x{结束}", "template-condition-wrong"}, {"{如果 a > b}x{结束}", "template-condition-wrong"}, {"{如果 > 1}x{结束}", "template-condition-wrong"},
        {"{如果 a > 1}x", "template-part-open"}, {"x{结束}", "template-part-not-open"}, {"x{否则}y", "template-part-not-open"},  {"{如果 a > 1}x{否则}y{否则}z{结束}", "template-part-open"}};
    for (const auto& [text, why] : wrong) {
        INFO(text);
        const auto made = SummaryTemplate::parse(std::string("# 标题\n\n") + text);
        REQUIRE_FALSE(made);
        CHECK(made.error().what.key == "summary-template-wrong");
        CHECK(made.error().what.arguments.at(0) == "3");
        CHECK(made.error().what.arguments.at(2) == why);
    }
    std::string deep;
    for (int i = 0; i < 1000; ++i)
        deep += "{如果 a > 1}";
    CHECK(SummaryTemplate::parse(deep).error().what.arguments.at(2) == "template-too-deep");
}
