// SPDX-License-Identifier: GPL-3.0-or-later
// Figures shared out among subjects against figures that are asked for each subject by a filter, and against SQL.
#include "core/activity_actions.h"
#include "core/evaluation/figure_split.h"
#include "core/figure_list.h"
#include "tests/core/figures/random_desk.h"

#include <nlohmann/json.hpp>

using namespace gridwarden;
using namespace gridwarden::test;
using core::EvaluationScheme;
using core::EvaluationSubject;
using core::FigureValue;
using core::SplitFigure;
using core::SubjectKind;

namespace {

const core::Period HalfYear{day("2026-01-05"), day("2026-06-25")};

/// A district with cases, activities, a grid that was redrawn, and a squad under a bureau.
struct SplitDesk : RandomDesk {
    explicit SplitDesk(unsigned seed) : RandomDesk(seed) {
        const auto done = district().change({"test-split", {}}, sample.actor, [&](core::Change& change) -> core::Result<void> {
            if (auto ended = core::endArea(change, sample.grids[1], day("2026-02-28")); !ended)
                return ended;
            core::Area area;
            area.kind = core::AreaKind::Grid;
            area.code = "02";
            area.from = day("2026-03-01");
            area.shape.polygons = {{{{120.65, 28.0}, {120.655, 28.0}, {120.655, 28.01}, {120.65, 28.01}, {120.65, 28.0}}}};
            if (auto added = core::addArea(change, area); !added)
                return core::fail(added);
            core::Organisation bureau;
            bureau.code = "B1";
            bureau.name = "城管局";
            const auto id = core::saveOrganisation(change, bureau);
            if (!id)
                return core::fail(id);
            core::Organisation squad = *district().people().find(sample.squad);
            squad.parent = *id;
            const auto saved = core::saveOrganisation(change, squad);
            return saved ? core::Result<void>() : core::fail(saved);
        });
        REQUIRE(done);
        const std::vector<core::Actor> actors = {{"张三", sample.zhang}, {"李四", sample.li}, {"tester", {}}};
        for (int i = 0; i < 300; ++i) {
            sample.actor = oneOf(actors);
            act();
            if (i % 40 == 7)
                import(30);
        }
        for (int i = 0; i < 8; ++i) {
            sample.actor = oneOf(actors);
            sendBack(i);
        }
        for (int i = 0; i < 40; ++i)
            count();
        source = core::figureSource(district()).value();
        auto all = core::figureDefinitions(district()).value().all();
        for (const char* text : {R"({"key":"quantity","zh":"处置量","count":"step_quantity","steps":["handle","self_handle"],"of":"处"})",
                                 R"({"key":"places_in_01","zh":"点位","count":"places","when":"reported","areas":["01"]})",
                                 R"({"key":"more","zh":"合计","sum":["quantity","reported","urgings","activity_road_trading"]})"})
            all.push_back(core::figureFromJson(nlohmann::json::parse(text)).value());
        definitions = core::FigureDefinitions::of(std::move(all)).value();
    }
    /// A case that is dispatched by one, comes back, and is dispatched by another.
    void sendBack(int number) {
        using core::StepKind;
        core::Moment at = moment("2026-02-01T08:00") + std::chrono::hours(24 * number);
        const core::CaseId id = sample.report(place(), "09006", at);
        for (const StepKind kind : {StepKind::File, StepKind::Dispatch, StepKind::Return, StepKind::Dispatch, StepKind::Handle}) {
            core::StepDraft draft;
            draft.kind = kind;
            draft.time = at += std::chrono::minutes(20);
            draft.detail.note = "说明";
            if (kind == StepKind::Dispatch)
                draft.detail.organisation = sample.squad;
            if (kind == StepKind::Handle) {
                draft.detail.quantity = 0.25 * (number + 1);
                draft.detail.unit = number % 3 == 0 ? "件" : "处";
            }
            const core::Actor by = below(2) == 0 ? core::Actor{"张三", sample.zhang} : core::Actor{"李四", sample.li};
            REQUIRE(core::takeStep(district(), by, id, draft));
        }
    }
    void count() {
        core::Activity activity;
        activity.kind = oneOf(district().activityLists().kinds()).key;
        activity.quantity = below(100) / 4.0;
        if (below(3) == 0)
            activity.people = below(9);
        if (below(4) != 0)
            activity.point = place();
        if (below(3) != 0)
            activity.person = below(2) == 0 ? sample.zhang : sample.li;
        const core::Moment at = moment("2026-01-01T08:00") + std::chrono::hours(below(180 * 24));
        activity.time = core::ActivityTime::between(at, at + std::chrono::minutes(below(300)), core::TimeZone());
        REQUIRE(core::addActivity(district(), sample.actor, activity));
    }
    [[nodiscard]] std::vector<EvaluationSubject> subjects(const nlohmann::json& choice) {
        const auto scheme = core::schemeFromJson(
            {{"key", "s"}, {"zh", "方案"}, {"subjects", choice}, {"items", {{{"key", "a"}, {"zh", "甲"}, {"weight", 100}, {"by_hand", true}}}}});
        REQUIRE(scheme);
        return core::subjectsOf(source.input.cases, *scheme, HalfYear).value();
    }
    core::FigureSource source;
    core::FigureDefinitions definitions;
};

core::Filter filterOf(const EvaluationSubject& subject) {
    core::Filter filter;
    if (subject.kind == SubjectKind::Areas)
        filter.areas = {core::AreaId(subject.id)};
    else if (subject.kind == SubjectKind::Organisations)
        filter.organisations = {core::OrganisationId(subject.id)};
    else
        filter.people = {core::PersonId(subject.id)};
    return filter;
}

void requireEqual(const FigureValue& found, const FigureValue& expected) {
    INFO(expected.key);
    CHECK(found.key == expected.key);
    REQUIRE(found.value.has_value() == expected.value.has_value());
    if (expected.value)
        CHECK(*found.value == Approx(*expected.value).epsilon(1e-12));
    CHECK(found.numerator == Approx(expected.numerator).epsilon(1e-12));
    CHECK(found.denominator == Approx(expected.denominator).epsilon(1e-12));
    CHECK(found.rows == expected.rows);
    CHECK(found.steps == expected.steps);
    CHECK(found.rowsOfSteps == expected.rowsOfSteps);
    CHECK(found.activities == expected.activities);
}

} // namespace

TEST_CASE("figures shared out are those of a filter for each subject", "[core][evaluation]") {
    SplitDesk desk(GENERATE(31U, 32U));
    std::vector<SplitFigure> figures;
    std::vector<std::string> keys;
    for (const core::FigureDefinition& definition : desk.definitions.all()) {
        figures.push_back({definition.key, {}});
        keys.push_back(definition.key);
    }
    for (const char* choice :
         {R"({"kind":"areas","areas":"grid"})", R"({"kind":"areas","areas":"zone"})", R"({"kind":"organisations"})", R"({"kind":"people"})"}) {
        const auto subjects = desk.subjects(nlohmann::json::parse(choice));
        INFO(choice);
        REQUIRE_FALSE(subjects.empty());
        core::FigureInput input = desk.source.input;
        const auto split = core::splitFigures(input, desk.definitions, figures, HalfYear, subjects);
        REQUIRE(split);
        double shared = 0;
        for (std::size_t i = 0; i < subjects.size(); ++i) {
            INFO(subjects[i].code);
            input.within = filterOf(subjects[i]);
            const auto expected = core::evaluateFigures(input, desk.definitions, keys, HalfYear);
            REQUIRE(expected);
            for (std::size_t k = 0; k < keys.size(); ++k) {
                requireEqual(split->values[i][k], (*expected)[k]);
                shared += split->values[i][k].value.value_or(0);
            }
        }
        CHECK(shared > 0);
    }
}

TEST_CASE("what limits all figures limits those shared out", "[core][evaluation]") {
    SplitDesk desk(33);
    const auto subjects = desk.subjects({{"kind", "areas"}, {"areas", "grid"}});
    core::FigureInput input = desk.source.input;
    input.within.sources = {"video", "hotline"};
    const std::vector<std::string> keys = {"reported", "closing", "checks", "activity_road_trading"};
    const std::vector<SplitFigure> figures = {{keys[0], {}}, {keys[1], {}}, {keys[2], {}}, {keys[3], {}}};
    const auto split = core::splitFigures(input, desk.definitions, figures, HalfYear, subjects);
    REQUIRE(split);
    for (std::size_t i = 0; i < subjects.size(); ++i) {
        input.within.areas = {core::AreaId(subjects[i].id)};
        const auto expected = core::evaluateFigures(input, desk.definitions, keys, HalfYear).value();
        for (std::size_t k = 0; k < keys.size(); ++k)
            requireEqual(split->values[i][k], expected[k]);
        CHECK_FALSE(split->values[i][3].value); // activities have no source
    }
}

TEST_CASE("cases of nobody are counted once", "[core][evaluation]") {
    SplitDesk desk(34);
    const auto subjects = desk.subjects({{"kind", "areas"}, {"areas", "grid"}, {"only", {"01"}}});
    const auto split = core::splitFigures(desk.source.input, desk.definitions, {{"reported", {}}, {"filing", {}}}, HalfYear, subjects);
    REQUIRE(split);
    const auto outside = desk.district().connection().integer("SELECT count(*) FROM case_state WHERE reported >= ? AND reported < ? AND grid IS NOT ?",
                                                              {utc("2026-01-05T00:00"), utc("2026-06-26T00:00"), desk.sample.grids[0]});
    CHECK(static_cast<std::int64_t>(split->casesOfNobody) == outside.value());
}

TEST_CASE("cases and steps are shared out to who took steps as SQL finds them", "[core][evaluation]") {
    SplitDesk desk(GENERATE(35U, 36U));
    const auto people = desk.subjects({{"kind", "people"}});
    REQUIRE(people.size() == 2);
    using core::StepKind;
    const std::vector<SplitFigure> figures = {{"reported", StepKind::Report},     {"filed", StepKind::File},
                                              {"dispatches", StepKind::Dispatch}, {"returns", StepKind::Dispatch},
                                              {"checks", StepKind::CheckAfter},   {"accurate_dispatch_rate", StepKind::Dispatch}};
    const auto split = core::splitFigures(desk.source.input, desk.definitions, figures, HalfYear, people);
    REQUIRE(split);
    const std::string within = " >= " + std::to_string(utc("2026-01-05T00:00")), end = " < " + std::to_string(utc("2026-06-26T00:00"));
    const auto lastBefore = [](int kind, const std::string& condition) {
        return "(SELECT person FROM step k WHERE k.case_id = s.case_id AND k.kind = " + std::to_string(kind) + condition +
               " ORDER BY at DESC, recorded DESC, id DESC LIMIT 1)";
    };
    const std::string upToStep = " AND (k.at, k.recorded, k.id) <= (s.at, s.recorded, s.id)";
    double returned = 0;
    for (std::size_t i = 0; i < people.size(); ++i) {
        INFO(people[i].name);
        const auto count = [&](const std::string& sql) {
            return static_cast<double>(desk.district().connection().integer(sql + " = " + std::to_string(people[i].id)).value());
        };
        const auto value = [&](std::size_t figure) { return split->values[i][figure].value.value_or(-1); };
        CHECK(value(0) == count("SELECT count(*) FROM case_state s WHERE reported" + within + " AND reported" + end + " AND " + lastBefore(1, "")));
        CHECK(value(0) > 0);
        // Filed where there is a time of filing; who filed took a step.
        const auto filed = count("SELECT count(*) FROM case_state s WHERE filed" + within + " AND filed" + end + " AND " + lastBefore(5, ""));
        CHECK(value(1) == filed);
        const auto steps = [&](int kind, int by) {
            return count("SELECT count(*) FROM step s WHERE s.kind = " + std::to_string(kind) + " AND s.at" + within + " AND s.at" + end + " AND " +
                         lastBefore(by, upToStep));
        };
        CHECK(value(2) == steps(7, 7));
        CHECK(value(3) == steps(8, 7));
        CHECK(value(4) == steps(10, 10));
        returned += value(3);
        CHECK(split->values[i][3].steps.size() == static_cast<std::size_t>(value(3)));
        if (value(2) > 0)
            CHECK(value(5) == Approx(1 - value(3) / value(2)));
    }
    CHECK(returned > 0);
}

TEST_CASE("areas stand for their codes and are those of the period", "[core][evaluation]") {
    SplitDesk desk(37);
    const auto grids = desk.subjects({{"kind", "areas"}, {"areas", "grid"}});
    REQUIRE(grids.size() == 4);
    CHECK(grids[1].code == "02");
    CHECK(grids[1].id != desk.sample.grids[1].value()); // the newer one
    // Half a square of 0.01 degrees at 28°: 0.5 × (0.01° × 111.1 km) × (0.01° × cos 28.005° × 111.3 km) is about 0.545 km².
    CHECK(grids[1].squareKilometres.value() == Approx(0.545).epsilon(0.01));
    CHECK(grids[0].squareKilometres.value() == Approx(2 * *grids[1].squareKilometres).epsilon(1e-6));
    const auto scheme = core::schemeFromJson({{"key", "s"},
                                              {"zh", "方案"},
                                              {"subjects", {{"kind", "areas"}, {"areas", "grid"}, {"only", {"99"}}}},
                                              {"items", {{{"key", "a"}, {"zh", "甲"}, {"weight", 100}, {"by_hand", true}}}}});
    const auto unknown = core::subjectsOf(desk.source.input.cases, *scheme, HalfYear);
    REQUIRE_FALSE(unknown);
    CHECK(unknown.error().what == core::Message{"scheme-subject-unknown", {"s", "99"}});
}

TEST_CASE("a figure that is not known is said and nothing is shared out among nobody", "[core][evaluation]") {
    SplitDesk desk(38);
    const auto unknown = core::splitFigures(desk.source.input, desk.definitions, {{"luck", {}}}, HalfYear, {});
    REQUIRE_FALSE(unknown);
    CHECK(unknown.error().what == core::Message{"figure-unknown", {"luck"}});
    const auto nobody = core::splitFigures(desk.source.input, desk.definitions, {{"reported", {}}}, HalfYear, {});
    REQUIRE(nobody);
    CHECK(nobody->values.empty());
    const auto cancelled = core::splitFigures(desk.source.input, desk.definitions, {{"reported", {}}}, HalfYear, {}, [] { return false; });
    REQUIRE_FALSE(cancelled);
    CHECK(cancelled.error().code == core::ErrorCode::Cancelled);
}
