// SPDX-License-Identifier: GPL-3.0-or-later
// Evaluations of a small district, worked out by hand.
#include "tests/core/evaluation/evaluation_desk.h"

using namespace gridwarden;
using namespace gridwarden::test;
using core::EvaluatedSubject;
using core::Evaluation;

namespace {

/// Three cases in grid 01 of which two are closed, one closed case in 02 and in 03, none in 04.
struct GridDesk : EvaluationDesk {
    GridDesk() {
        for (const std::size_t grid : {0U, 0U, 1U, 2U})
            close(dispatched(Middles[grid]));
        dispatched(Middles[0]);
    }
};

std::string ranking(const Evaluation& evaluation) {
    std::string text;
    for (const EvaluatedSubject& one : evaluation.subjects)
        text += one.subject.code + ":" + (one.rank ? std::to_string(*one.rank) : "-") + " ";
    return text;
}

const EvaluatedSubject& of(const Evaluation& evaluation, std::string_view code) {
    for (const EvaluatedSubject& one : evaluation.subjects)
        if (one.subject.code == code)
            return one;
    FAIL("not there");
    return evaluation.subjects.front();
}

} // namespace

TEST_CASE("areas are scored and ranked as worked out by hand", "[core][evaluation]") {
    GridDesk desk;
    const Evaluation evaluation = desk.evaluate(schemeOf(closingAndFiled()));
    CHECK(ranking(evaluation) == "02:1 03:1 01:3 04:- ");
    const EvaluatedSubject& first = of(evaluation, "01");
    CHECK(first.items[0].value.value() == Approx(2.0 / 3));
    CHECK(first.items[0].figure.numerator == 2);
    CHECK(first.items[0].figure.denominator == 3);
    CHECK(first.items[0].figure.rows.size() == 2); // a click leads to what was closed
    CHECK(first.items[0].points == Approx(40));
    CHECK(first.items[1].value == 3.0);
    CHECK(first.items[1].figure.rows.size() == 3);
    CHECK(first.items[1].points == 0);
    CHECK(first.total == 40);
    CHECK(first.grade == "E");
    CHECK(of(evaluation, "02").total == 96); // 60 + 36
    CHECK(of(evaluation, "02").grade == "A");
    CHECK(evaluation.casesOfNobody == 0);
}

TEST_CASE("who has a value for little of the weight is listed and not ranked", "[core][evaluation]") {
    GridDesk desk;
    const EvaluatedSubject empty = of(desk.evaluate(schemeOf(closingAndFiled())), "04");
    CHECK(empty.items[0].fate == core::ItemFate::Spread);
    CHECK_FALSE(empty.items[0].value);
    CHECK(empty.items[1].weight == 100);
    CHECK(empty.total == 100); // nothing filed
    CHECK(empty.definedPercent == 40);
    CHECK_FALSE(empty.rank);
    CHECK(empty.grade.empty());
    CHECK(empty.whyNotRanked == core::Message{"evaluation-little-defined", {"40", "50"}});
    auto lenient = closingAndFiled();
    lenient["least_defined"] = 40;
    CHECK(ranking(desk.evaluate(schemeOf(lenient))) == "04:1 02:2 03:2 01:4 ");
}

TEST_CASE("who has too few cases is listed and not ranked", "[core][evaluation]") {
    GridDesk desk;
    auto document = closingAndFiled();
    document["fewest"] = {{"figure", "due_to_close"}, {"least", 2}};
    const Evaluation evaluation = desk.evaluate(schemeOf(document));
    CHECK(ranking(evaluation) == "01:1 02:- 03:- 04:- ");
    CHECK(of(evaluation, "02").whyNotRanked == core::Message{"evaluation-too-few-cases", {"1", "2"}});
    CHECK(of(evaluation, "02").adjusted.rank == 1); // where chance is taken out they can be compared
}

TEST_CASE("beside the ranking stands the one without chance and counts", "[core][evaluation]") {
    GridDesk desk;
    const Evaluation evaluation = desk.evaluate(schemeOf(closingAndFiled()));
    // 2 of 3, 1 of 1 and 1 of 1 differ no more than chance makes them: all are 4 of 5, and the count of filed ones is left out.
    for (const char* code : {"01", "02", "03"}) {
        INFO(code);
        CHECK(of(evaluation, code).items[0].shrunk.value() == Approx(0.8));
        CHECK(of(evaluation, code).adjusted.total == 80);
        CHECK(of(evaluation, code).adjusted.rank == 1);
    }
    CHECK_FALSE(of(evaluation, "04").adjusted.rank);
    CHECK_FALSE(of(evaluation, "04").items[0].shrunk);
    CHECK(of(evaluation, "01").collectorReports == 3.0);
    // 0.01 degrees squared at 28.005° is 1.09 km².
    CHECK(of(evaluation, "01").reportsPerSquareKilometre.value() == Approx(3 / 1.09).epsilon(0.01));
    CHECK(of(evaluation, "04").collectorReports == 0.0);
}

TEST_CASE("a figure decides between equal totals", "[core][evaluation]") {
    GridDesk desk;
    desk.report(Middles[1], "09006", moment("2026-03-03T09:00")); // one more report in 02, not filed
    auto document = closingAndFiled();
    document["ties"] = {{{"figure", "reported"}, {"lower", true}}};
    CHECK(ranking(desk.evaluate(schemeOf(document))) == "03:1 02:2 01:3 04:- ");
}

TEST_CASE("a zone is evaluated with all in it and an organisation with those below", "[core][evaluation]") {
    GridDesk desk;
    auto document = closingAndFiled();
    document["subjects"] = {{"kind", "areas"}, {"areas", "zone"}};
    const Evaluation zones = desk.evaluate(schemeOf(document));
    REQUIRE(zones.subjects.size() == 1);
    CHECK(zones.subjects[0].items[0].value.value() == Approx(4.0 / 5));
    document["subjects"] = {{"kind", "organisations"}, {"organisation_kinds", {"squad"}}};
    const Evaluation squads = desk.evaluate(schemeOf(document));
    REQUIRE(squads.subjects.size() == 1);
    CHECK(squads.subjects[0].subject.name == "一中队");
    CHECK(squads.subjects[0].items[1].value == 5.0);
    CHECK_FALSE(squads.subjects[0].reportsPerSquareKilometre);
    document["subjects"] = {{"kind", "organisations"}, {"organisation_kinds", {"contractor"}}};
    CHECK(desk.evaluate(schemeOf(document)).subjects.empty());
}

TEST_CASE("a collector is scored by what they reported and by marks of the period", "[core][evaluation]") {
    EvaluationDesk desk;
    desk.change([&](core::Change& change) -> core::Result<void> {
        core::Person person = *desk.district->people().find(desk.zhang);
        person.roles = {"collector"};
        const auto saved = core::savePerson(change, person);
        return saved ? core::Result<void>() : core::fail(saved);
    });
    desk.actor = desk.zhangActs;
    desk.take(desk.report(Middles[0], "09006", moment("2026-03-02T09:00")), core::StepKind::File, "2026-03-02T10:00", desk.liActs);
    desk.report(Middles[1], "09006", moment("2026-03-03T09:00"));
    desk.actor = desk.liActs;
    desk.report(Middles[1], "09006", moment("2026-03-04T09:00")); // of somebody else
    const auto scheme = EvaluationDesk::shipped("collector");
    const std::int64_t zhang = desk.zhang.value();
    desk.mark(scheme, "missed", zhang, March, 80);
    desk.mark(scheme, "verified_in_time", zhang, {day("2026-03-01"), day("2026-03-15")}, 100);
    desk.mark(scheme, "verified_in_time", zhang, {day("2026-03-16"), day("2026-03-31")}, 80); // their mean is 90
    desk.mark(scheme, "checked_in_time", zhang, March, 100);
    desk.mark(scheme, "checked_in_time", zhang, {day("2026-03-31"), day("2026-04-01")}, 0); // not within the period
    desk.mark(scheme, "missed", desk.li.value(), March, 0);
    const Evaluation evaluation = desk.evaluate(scheme);
    REQUIRE(evaluation.subjects.size() == 1);
    const EvaluatedSubject& one = evaluation.subjects[0];
    CHECK(one.subject.name == "张三");
    CHECK(one.items[0].value == 0.5);
    CHECK(one.items[2].value == 90.0);
    CHECK(one.items[2].marks.size() == 2);
    CHECK(one.items[3].marks.size() == 1);
    CHECK(one.total == 74); // 20 + 16 + 18 + 20
    CHECK(one.grade == "C");
    CHECK(one.collectorReports == 2.0);
}

TEST_CASE("a dispatcher answers for what came back from their own dispatches", "[core][evaluation]") {
    EvaluationDesk desk;
    using core::StepKind;
    const core::CaseId id = desk.report(Middles[0], "09006", moment("2026-03-02T09:00"));
    desk.take(id, StepKind::File, "2026-03-02T09:10", desk.zhangActs);
    desk.take(id, StepKind::Dispatch, "2026-03-02T09:20", desk.zhangActs);
    desk.take(id, StepKind::Return, "2026-03-02T09:30", desk.liActs);
    desk.take(id, StepKind::Dispatch, "2026-03-02T09:40", desk.liActs);
    auto document = core::schemeToJson(EvaluationDesk::shipped("dispatcher"));
    document["subjects"] = {{"kind", "people"}};
    const Evaluation evaluation = desk.evaluate(schemeOf(document));
    const EvaluatedSubject &zhang = of(evaluation, "P1"), &li = of(evaluation, "P2");
    CHECK(zhang.items[0].value == 1.0);
    CHECK(zhang.items[2].value == 0.0);
    CHECK(zhang.items[2].figure.steps.size() == 1);
    CHECK(li.items[0].value == 1.0);
    CHECK(li.items[2].value == 1.0);
    CHECK_FALSE(li.items[1].value); // by hand, and nobody gave a mark
}

TEST_CASE("a thousand points add up by group", "[core][evaluation]") {
    EvaluationDesk desk;
    auto document = core::schemeToJson(EvaluationDesk::shipped("thousand-points"));
    document["subjects"]["only"] = {"P1"};
    const auto scheme = schemeOf(document);
    const std::int64_t zhang = desk.zhang.value();
    desk.mark(scheme, "conduct", zhang, March, 180);
    desk.mark(scheme, "skill", zhang, March, 150);
    desk.mark(scheme, "attendance", zhang, March, 95);
    desk.mark(scheme, "clean", zhang, March, 200);
    const Evaluation evaluation = desk.evaluate(scheme);
    REQUIRE(evaluation.subjects.size() == 1);
    const EvaluatedSubject& one = evaluation.subjects[0];
    // No case handled: 0 of 100 for their number; the in-time rate is undefined and its 100 are spread over 900; no rework keeps its 100.
    CHECK(one.items[4].fate == core::ItemFate::Spread);
    CHECK(one.items[5].value == 0.0);
    const double factor = 1000.0 / 900;
    CHECK(one.groups[0] == Approx(180 * factor));
    CHECK(one.groups[2] == Approx(95 * factor));
    CHECK(one.groups[3] == Approx(100 * factor));
    CHECK(one.total == Approx((180 + 150 + 95 + 0 + 100 + 200) * factor).margin(0.005));
    CHECK(one.grade == "pass"); // 80.56 %
}

TEST_CASE("who works here no longer is listed where something counts for them", "[core][evaluation]") {
    EvaluationDesk desk;
    desk.actor = desk.zhangActs;
    desk.report(Middles[0], "09006", moment("2026-03-02T09:00"));
    desk.change([&](core::Change& change) -> core::Result<void> {
        for (const core::PersonId id : {desk.zhang, desk.li}) {
            core::Person person = *desk.district->people().find(id);
            person.active = false;
            if (const auto saved = core::savePerson(change, person); !saved)
                return core::fail(saved);
        }
        return {};
    });
    auto document = schemeWith({{{"key", "a"}, {"zh", "甲"}, {"weight", 100}, {"rate", "valid_report_rate"}, {"by", "report"}}});
    document["subjects"] = {{"kind", "people"}};
    const Evaluation evaluation = desk.evaluate(schemeOf(document));
    REQUIRE(evaluation.subjects.size() == 1);
    CHECK(evaluation.subjects[0].subject.code == "P1");
}

TEST_CASE("marks of a redrawn area are those of its code", "[core][evaluation]") {
    EvaluationDesk desk;
    const auto scheme = schemeOf(schemeWith({{{"key", "a"}, {"zh", "甲"}, {"weight", 100}, {"by_hand", true}}}));
    desk.mark(scheme, "a", desk.grids[1].value(), {day("2026-03-01"), day("2026-03-10")}, 70);
    desk.change([&](core::Change& change) -> core::Result<void> {
        if (auto ended = core::endArea(change, desk.grids[1], day("2026-03-10")); !ended)
            return ended;
        core::Area area;
        area.kind = core::AreaKind::Grid;
        area.code = "02";
        area.from = day("2026-03-11");
        area.shape = square(120.65, 28.0, 0.005);
        const auto added = core::addArea(change, area);
        return added ? core::Result<void>() : core::fail(added);
    });
    CHECK(of(desk.evaluate(scheme), "02").total == 70);
}

TEST_CASE("a scheme whose figures are not there is refused", "[core][evaluation]") {
    EvaluationDesk desk;
    auto document = closingAndFiled();
    document["items"][0]["rate"] = "luck";
    const auto scheme = schemeOf(document);
    const auto source = core::figureSource(*desk.district).value();
    const auto definitions = core::figureDefinitions(*desk.district).value();
    const auto refused = core::evaluate(source.input, definitions, scheme, {}, March, {});
    REQUIRE_FALSE(refused);
    CHECK(refused.error().what.key == "scheme-figure-unknown");
}

TEST_CASE("an empty district has its areas and nobody in a rank", "[core][evaluation]") {
    EvaluationDesk desk;
    const Evaluation evaluation = desk.evaluate(EvaluationDesk::shipped("area-class-1"));
    CHECK(ranking(evaluation) == "01:- 02:- 03:- 04:- ");
    for (const EvaluatedSubject& one : evaluation.subjects) {
        CHECK_FALSE(one.isRed);
        CHECK_FALSE(one.isBlack);
    }
}
