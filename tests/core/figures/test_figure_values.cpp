// SPDX-License-Identifier: GPL-3.0-or-later
// Figures against going through all records by itself, with SQL of the test's own and without any code of the figures.
#include "core/activity_actions.h"
#include "core/figures/figure_values.h"
#include "tests/core/figures/random_desk.h"

#include <nlohmann/json.hpp>

using namespace gridwarden;
using namespace gridwarden::test;
using core::FigureDefinition;
using core::FigureDefinitions;
using core::FigureValue;
using nlohmann::json;

namespace {

const core::Period HalfYear{day("2026-01-05"), day("2026-06-25")};

FigureDefinitions listOf(std::initializer_list<const char*> texts) {
    std::vector<FigureDefinition> definitions;
    for (const char* text : texts) {
        auto read = core::figureFromJson(json::parse(text));
        REQUIRE(read);
        definitions.push_back(std::move(*read));
    }
    auto list = FigureDefinitions::of(std::move(definitions));
    REQUIRE(list);
    return *list;
}

struct FiguresDesk : RandomDesk {
    explicit FiguresDesk(unsigned seed) : RandomDesk(seed) {
        for (int i = 0; i < 300; ++i) {
            act();
            if (i % 40 == 7)
                import(30);
        }
        for (int i = 0; i < 24; ++i)
            handle(i);
    }
    /// A case that is dispatched to the squad, handled and checked, around the ends of the period as well.
    void handle(int number) {
        using core::StepKind;
        core::Moment at = moment("2026-01-01T08:00") + std::chrono::hours(9 * 24 * number);
        const core::CaseId id = sample.report(place(), number % 3 == 0 ? "09006" : "01001", at);
        for (const StepKind kind : {StepKind::File, StepKind::Dispatch, StepKind::Handle, StepKind::CheckAfter}) {
            core::StepDraft draft;
            draft.kind = kind;
            draft.time = at += std::chrono::hours(5);
            draft.detail.note = "说明";
            if (kind == StepKind::Dispatch)
                draft.detail.organisation = sample.squad;
            if (kind == StepKind::Handle && number % 4 != 0) {
                draft.detail.quantity = 1.5 * number;
                draft.detail.unit = number % 2 == 0 ? "" : "处";
            }
            if (kind == StepKind::CheckAfter)
                draft.detail.result = number % 3 == 1 ? core::StepResult::Fail : core::StepResult::Pass;
            REQUIRE(core::takeStep(district(), sample.actor, id, draft));
        }
    }
    std::vector<FigureValue> values(const FigureDefinitions& definitions, core::Filter within = {}, std::optional<core::Moment> asOf = {}) {
        figures = district().figures(asOf).value();
        activities = district().activities().value();
        const core::FigureInput input{.cases = figures.context, .sources = district().sources(), .activities = activities.get(),
                                      .lists = &district().activityLists(), .within = std::move(within)};
        std::vector<std::string> keys;
        for (const FigureDefinition& definition : definitions.all())
            keys.push_back(definition.key);
        auto found = core::evaluateFigures(input, definitions, keys, HalfYear);
        REQUIRE(found);
        return *found;
    }
    /// Numbers of one statement.
    std::vector<std::int64_t> sql(const std::string& statement) {
        auto rows = district().connection().rows(statement, {}, [](const core::Row& row) { return row.integer(0); });
        REQUIRE(rows);
        return *rows;
    }
    std::vector<std::int64_t> casesOf(const core::RowSet& rows) {
        std::vector<std::int64_t> ids;
        rows.each([&](std::uint32_t row) { ids.push_back((*figures.facts)[row].id.value()); });
        std::sort(ids.begin(), ids.end());
        return ids;
    }
    core::District::Figures figures;
    std::shared_ptr<const core::ActivityRegister> activities;
};

/// Local days of Shanghai as UTC seconds.
const std::string Within = ">= " + std::to_string(utc("2026-01-05T00:00")) + " AND %1 < " + std::to_string(utc("2026-06-26T00:00"));

std::string within(const std::string& column) {
    return column + " " + Within.substr(0, Within.find("%1")) + column + Within.substr(Within.find("%1") + 2);
}

} // namespace

TEST_CASE("figures of cases are those that SQL finds", "[core][figures]") {
    FiguresDesk desk(20);
    const FigureDefinitions list = listOf({R"({"key":"a","zh":"a","count":"cases","when":"reported"})",
                                           R"({"key":"b","zh":"b","count":"cases","when":"reported","is":["!voided","reworked"]})",
                                           R"({"key":"c","zh":"c","count":"cases","when":"ended","is":["closed"]})",
                                           R"({"key":"d","zh":"d","count":"cases","when":"open"})",
                                           R"({"key":"e","zh":"e","count":"cases","when":"reported","categories":["2026:matter:09006"],"sources":["patrol","video"]})",
                                           R"({"key":"f","zh":"f","count":"cases","when":"dispatched","organisations":["S1"]})",
                                           R"({"key":"g","zh":"g","count":"cases","when":"reported","areas":["Z1"]})",
                                           R"({"key":"h","zh":"h","count":"cases","when":"reported","sources":["@collector"]})"});
    const auto values = desk.values(list);
    const std::string from = "SELECT case_id FROM case_state s JOIN case_report r ON r.id = s.case_id WHERE ";
    const std::int64_t category = desk.sample.category("09006").value(), squad = desk.sample.squad.value();
    const std::vector<std::string> expected = {
        from + within("reported"),
        from + within("reported") + " AND state <> 9 AND reworks > 0",
        from + within("closed") + " AND state = 5",
        from + "reported < " + std::to_string(utc("2026-06-26T00:00")) + " AND state IN (1, 2, 3, 4, 7)",
        from + within("reported") + " AND s.category = " + std::to_string(category) + " AND source IN ('patrol', 'video')",
        from + within("dispatched") + " AND organisation = " + std::to_string(squad),
        from + within("reported") + " AND grid IS NOT NULL",
        from + within("reported") + " AND source IN (SELECT key FROM case_source WHERE is_collector = 1)"};
    for (std::size_t i = 0; i < expected.size(); ++i) {
        INFO(values[i].key);
        auto ids = desk.sql(expected[i]);
        std::sort(ids.begin(), ids.end());
        CHECK_FALSE(ids.empty());
        CHECK(desk.casesOf(values[i].rows) == ids);
        CHECK(values[i].value == static_cast<double>(ids.size()));
    }
}

TEST_CASE("figures of steps are those that SQL finds, also within a filter and as of a moment", "[core][figures]") {
    FiguresDesk desk(21);
    const FigureDefinitions list = listOf({R"({"key":"a","zh":"a","count":"steps","steps":["check_after"]})",
                                           R"({"key":"b","zh":"b","count":"steps","steps":["check_after"],"result":"fail"})",
                                           R"({"key":"c","zh":"c","count":"steps","steps":["urge"],"reply":false})",
                                           R"({"key":"d","zh":"d","count":"steps","steps":["return","rework","reopen"],"categories":["2026:matter:09006"]})",
                                           R"({"key":"e","zh":"e","count":"step_quantity","steps":["handle","self_handle"],"of":"处"})"});
    const std::string from = " FROM step t JOIN case_state s ON s.case_id = t.case_id WHERE ";
    const std::int64_t category = desk.sample.category("09006").value();
    const std::vector<std::string> conditions = {"t.kind = 10", "t.kind = 10 AND t.detail ->> 'r' = 'fail'", "t.kind = 18 AND t.detail ->> 're' IS NULL",
                                                 "t.kind IN (8, 11, 14) AND s.category = " + std::to_string(category),
                                                 "t.kind IN (4, 9) AND t.detail ->> 'q' IS NOT NULL AND t.detail ->> 'qu' = '处'"};
    const auto compare = [&](const std::vector<FigureValue>& values, const std::string& further, bool hasAll) {
        for (std::size_t i = 0; i < conditions.size(); ++i) {
            INFO(values[i].key << further);
            const std::string wanted = from + conditions[i] + " AND " + within("t.at") + further;
            const auto ids = desk.sql("SELECT t.id" + wanted + " ORDER BY t.at, t.id");
            CHECK((!hasAll || !ids.empty()));
            std::vector<std::int64_t> found;
            for (const core::StepId id : values[i].steps)
                found.push_back(id.value());
            CHECK(found == ids);
            if (i < 4)
                CHECK(values[i].value == static_cast<double>(ids.size()));
            CHECK(values[i].rows.empty()); // cases are not what is counted
            CHECK(desk.casesOf(values[i].rowsOfSteps) == desk.sql("SELECT DISTINCT t.case_id" + wanted + " ORDER BY 1"));
        }
        const auto sum = desk.district().connection().first(
            "SELECT coalesce(sum(t.detail ->> 'q'), 0) FROM step t JOIN case_state s ON s.case_id = t.case_id WHERE " + conditions[4] + " AND " + within("t.at") + further,
            {}, [](const core::Row& row) { return row.real(0); });
        REQUIRE(sum);
        CHECK(*values[4].value == Approx(**sum));
    };
    compare(desk.values(list), "", true);
    core::Filter filter;
    filter.areas = {desk.sample.grids[0]};
    compare(desk.values(list, filter), " AND s.grid = " + std::to_string(desk.sample.grids[0].value()), false);
    compare(desk.values(list, {}, moment("2026-04-15T12:00")), " AND t.at <= " + std::to_string(utc("2026-04-15T12:00")), false);
}

TEST_CASE("figures of activities add up one unit and know where they cannot be known", "[core][figures]") {
    FiguresDesk desk(22);
    const auto add = [&](const char* on, double quantity, const char* unit, std::optional<std::int64_t> people, std::optional<core::GeoPoint> point) {
        core::Activity activity;
        activity.kind = "road_trading";
        activity.quantity = quantity;
        activity.unit = unit;
        activity.people = people;
        activity.point = point;
        activity.time = core::ActivityTime::between(moment(on), moment(on) + std::chrono::minutes(90), core::TimeZone());
        REQUIRE(core::addActivity(desk.district(), desk.sample.actor, activity));
    };
    add("2026-01-05T00:00", 12, "起", 4, core::GeoPoint{120.645, 28.005});
    add("2026-06-25T22:00", 8, "起", {}, core::GeoPoint{120.655, 28.005});
    add("2026-06-26T00:00", 100, "起", 9, {}); // the day after
    add("2026-01-10T09:00", 3, "家", 2, {});
    const FigureDefinitions list = listOf({R"({"key":"a","zh":"a","count":"activity_quantity","kinds":["road_trading"],"of":"起"})",
                                           R"({"key":"b","zh":"b","count":"activity_people","kinds":["road_trading"]})",
                                           R"({"key":"c","zh":"c","count":"activities","chapters":["market_order"]})",
                                           R"({"key":"d","zh":"d","count":"activity_hours"})",
                                           R"({"key":"e","zh":"e","count":"activity_quantity","of":"起","areas":["02"]})",
                                           R"({"key":"f","zh":"f","count":"cases","when":"reported"})",
                                           R"({"key":"g","zh":"g","sum":["a","f"]})",
                                           R"({"key":"h","zh":"h","unit":"%","rate":["a","f"]})",
                                           R"({"key":"i","zh":"i","unit":"%","inverse_rate":["a","f"]})"});
    auto values = desk.values(list);
    const auto valueOf = [&](std::size_t i) { return values[i].value.value(); };
    CHECK(valueOf(0) == 20);
    CHECK(valueOf(1) == 6);
    CHECK(valueOf(2) == 3);
    CHECK(valueOf(3) == Approx(4.5));
    CHECK(valueOf(4) == 8);
    CHECK(values[0].activities.size() == 2);
    const double cases = valueOf(5);
    REQUIRE(cases > 0);
    CHECK(valueOf(6) == cases + 20);
    CHECK(valueOf(7) == Approx(20 / cases));
    CHECK(valueOf(8) == Approx(1 - 20 / cases));
    core::Filter inGrid;
    inGrid.areas = {desk.sample.grids[0]};
    values = desk.values(list, inGrid);
    CHECK(valueOf(0) == 12);
    core::Filter fromVideo;
    fromVideo.sources = {"video"}; // activities have none
    values = desk.values(list, fromVideo);
    CHECK_FALSE(values[0].value);
    CHECK(values[5].value);
    CHECK_FALSE(values[6].value);
    CHECK_FALSE(values[7].value);
}

TEST_CASE("places are counted once however many cases they have", "[core][figures]") {
    SmallDistrict small;
    for (int i = 0; i < 3; ++i)
        small.report(core::GeoPoint{120.645, 28.005}, "09006", moment("2026-01-10T09:00"));
    small.report(core::GeoPoint{120.646, 28.005}, "09006", moment("2026-01-10T09:00")); // 98 metres away
    small.report(std::nullopt, "09006", moment("2026-01-10T09:00"));
    const auto figures = small.district->figures().value();
    const core::FigureInput input{.cases = figures.context, .sources = small.district->sources()};
    const FigureDefinitions list = listOf({R"({"key":"a","zh":"a","count":"places","when":"reported"})"});
    const auto values = core::evaluateFigures(input, list, std::vector<std::string>{"a"}, HalfYear);
    REQUIRE(values);
    CHECK(values->front().value == 2.0);
    CHECK(values->front().rows.size() == 5);
}

TEST_CASE("what a figure names and the district does not have is said", "[core][figures]") {
    SmallDistrict small;
    const auto figures = small.district->figures().value();
    const core::FigureInput input{.cases = figures.context, .sources = small.district->sources()};
    for (const auto& [member, name] : {std::pair("categories", "2026:matter:99999"), std::pair("sources", "telegraph"), std::pair("areas", "XX"), std::pair("organisations", "S9")}) {
        const std::string text = R"({"key":"a","zh":"a","count":"cases","when":"reported",")" + std::string(member) + R"(":[")" + name + R"("]})";
        const auto failed = core::evaluateFigures(input, listOf({text.c_str()}), std::vector<std::string>{"a"}, HalfYear);
        REQUIRE_FALSE(failed);
        CHECK(failed.error().what == core::Message{"figure-names-unknown", {"a", member, name}});
    }
    CHECK(core::evaluateFigures(input, {}, std::vector<std::string>{"a"}, HalfYear).error().what.key == "figure-unknown");
}
