// SPDX-License-Identifier: GPL-3.0-or-later
// A small district in which cases go their way, and its evaluation.
#pragma once

#include "core/evaluation/published_evaluation.h"
#include "core/evaluation/scheme_list.h"
#include "core/figure_list.h"
#include "tests/core/evaluation/scheme_sample.h"
#include "tests/core/figures/figures_sample.h"
#include "tests/support/small_district.h"

namespace gridwarden::test {

inline const core::Period March{day("2026-03-01"), day("2026-03-31")};

/// Middles of the grids 01 to 04.
inline const std::vector<core::GeoPoint> Middles = {{120.645, 28.005}, {120.655, 28.005}, {120.645, 28.015}, {120.655, 28.015}};

struct EvaluationDesk : SmallDistrict {
    core::Actor zhangActs{"张三", zhang}, liActs{"李四", li};

    core::StepId take(core::CaseId id, core::StepKind kind, std::string_view time, const core::Actor& by = {"tester", {}}) {
        core::StepDraft draft;
        draft.kind = kind;
        draft.time = moment(time);
        draft.detail.note = "说明";
        if (kind == core::StepKind::Dispatch)
            draft.detail.organisation = squad;
        if (kind == core::StepKind::CheckAfter)
            draft.detail.result = core::StepResult::Pass;
        const auto taken = core::takeStep(*district, by, id, draft);
        if (!taken)
            INFO(taken.error().what.key);
        REQUIRE(taken);
        return *taken;
    }
    /// Reported, filed and dispatched to the squad on 2 March.
    core::CaseId dispatched(core::GeoPoint place) {
        const core::CaseId id = report(place, "09006", moment("2026-03-02T09:00"));
        take(id, core::StepKind::File, "2026-03-02T09:10");
        take(id, core::StepKind::Dispatch, "2026-03-02T09:20");
        return id;
    }
    void close(core::CaseId id) {
        take(id, core::StepKind::Handle, "2026-03-02T09:40");
        take(id, core::StepKind::CheckAfter, "2026-03-02T09:50");
        take(id, core::StepKind::Close, "2026-03-02T10:00");
    }
    void change(const core::Store::Body& body) { REQUIRE(district->change({"test", {}}, actor, body)); }
    core::EvaluationMarkId mark(const core::EvaluationScheme& scheme, std::string item, std::int64_t subject, core::Period period, double score) {
        core::EvaluationMarkId id;
        change([&](core::Change& made) -> core::Result<void> {
            const auto saved = core::saveMark(
                made, scheme, {.scheme = scheme.key, .item = std::move(item), .subject = subject, .period = period, .score = score, .evidence = "抽查"});
            if (!saved)
                return core::fail(saved);
            id = *saved;
            return {};
        });
        return id;
    }
    core::Evaluation evaluate(const core::EvaluationScheme& scheme, core::Period period = March) {
        source = core::figureSource(*district).value();
        definitions = core::figureDefinitions(*district).value();
        const auto subjects = core::subjectsOf(source.input.cases, scheme, period).value();
        const auto marks = core::loadMarks(district->connection(), scheme.key).value();
        auto evaluation = core::evaluate(source.input, definitions, scheme, marks, period, subjects);
        if (!evaluation)
            INFO(evaluation.error().what.key);
        REQUIRE(evaluation);
        return *evaluation;
    }
    /// A scheme that comes with the program.
    static core::EvaluationScheme shipped(std::string_view key) {
        const auto all = core::shippedSchemes().value();
        for (const core::EvaluationScheme& each : all)
            if (each.key == key)
                return each;
        FAIL("no such scheme");
        return {};
    }
    core::FigureSource source;
    core::FigureDefinitions definitions;
};

/// Closing 60, filed 40 by bands.
inline nlohmann::json closingAndFiled() {
    auto document = schemeWith({{{"key", "closing"}, {"zh", "结案率"}, {"weight", 60}, {"rate", "closing"}},
                                {{"key", "filed"},
                                 {"zh", "立案数"},
                                 {"weight", 40},
                                 {"count", "filed"},
                                 {"bands", {{{"to", 0}, {"score", 100}}, {{"from", 1}, {"to", 2}, {"score", 90}}, {{"from", 3}, {"score", 0}}}}}});
    document["grades"] = {{{"key", "A"}, {"zh", "A"}, {"from", 90}}, {{"key", "E"}, {"zh", "E"}}};
    return document;
}

} // namespace gridwarden::test
