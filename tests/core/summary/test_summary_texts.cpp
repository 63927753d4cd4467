// SPDX-License-Identifier: GPL-3.0-or-later
// Texts of summaries: those that come with the program, and those that a bureau keeps.
#include "core/figure_list.h"
#include "core/summary/summary_template.h"
#include "core/summary/summary_texts.h"
#include "tests/support/small_district.h"

using namespace gridwarden;
using namespace gridwarden::core;

namespace {

struct TextDesk : test::SmallDistrict {
    Result<Touched> save(const std::string& key, const std::string& name, const std::string& text) {
        return district->change({"save-summary-text", {name}}, actor, [&](Change& change) { return saveSummaryText(change, {key, name, text}); });
    }
    [[nodiscard]] std::vector<SummaryText> texts() { return summaryTexts(district->connection()).value(); }
};

} // namespace

TEST_CASE("every shipped text has a name, can be read, and names figures of a new district only", "[core][summary]") {
    TextDesk desk;
    const auto definitions = figureDefinitions(*desk.district);
    REQUIRE(definitions);
    REQUIRE(desk.texts().size() >= 3);
    for (const SummaryText& text : desk.texts()) {
        INFO(text.key);
        CHECK(text.isShipped);
        CHECK_FALSE(text.isOwn);
        CHECK(text.name != text.key);
        const auto read = SummaryTemplate::parse(text.text);
        REQUIRE(read);
        CHECK(read->figures().size() > 10);
        for (const std::string& name : read->figures()) {
            INFO(name);
            CHECK(definitions->named(name) != nullptr);
        }
    }
}

TEST_CASE("an own text takes the place of the shipped one of its key until it is removed", "[core][summary]") {
    TextDesk desk;
    const std::size_t shipped = desk.texts().size();
    const std::string before = summaryTextNamed(desk.district->connection(), "summary")->text;
    const auto touched = desk.save("summary", "本局总结", "# 总结\n上报{上报数}。\n");
    REQUIRE(touched);
    CHECK(touched->definitions);
    CHECK(desk.texts().size() == shipped);
    const auto own = summaryTextNamed(desk.district->connection(), "本局总结");
    REQUIRE(own);
    CHECK(*own == SummaryText{"summary", "本局总结", "# 总结\n上报{上报数}。\n", true, true});
    REQUIRE(desk.save("own", "第三份", "{上报数}"));
    CHECK(desk.texts().size() == shipped + 1);
    CHECK_FALSE(desk.texts().back().isShipped);
    REQUIRE(desk.district->change({"remove-summary-text", {"summary"}}, desk.actor, [](Change& change) { return removeSummaryText(change, "summary"); }));
    CHECK(summaryTextNamed(desk.district->connection(), "summary")->text == before);
    REQUIRE(desk.district->undo(desk.actor));
    CHECK(summaryTextNamed(desk.district->connection(), "summary")->name == "本局总结");
}

TEST_CASE("a text that cannot be read is not kept, and an unknown one is named", "[core][summary]") {
    TextDesk desk;
    const auto keyOf = [](const auto& failed) { return failed ? std::string("none") : failed.error().what.key; };
    CHECK(keyOf(desk.save("a", "甲", "上报{上报数。")) == "summary-template-wrong");
    CHECK(keyOf(desk.save("a", " ", "上报。")) == "summary-text-incomplete");
    CHECK(keyOf(desk.save("", "甲", "上报。")) == "summary-text-incomplete");
    const auto unknown = summaryTextNamed(desk.district->connection(), "无此模板");
    REQUIRE_FALSE(unknown);
    CHECK(unknown.error().what == Message{"summary-text-unknown", {"无此模板"}});
    CHECK_FALSE(desk.district->change({"remove-summary-text", {"x"}}, desk.actor, [](Change& change) { return removeSummaryText(change, "x"); }));
}
