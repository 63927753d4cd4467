// SPDX-License-Identifier: GPL-3.0-or-later
// The figures that bureaus report (tests/data/field-figures), filled from a made-up district, against SQL on its file that shares nothing with the figures.
#include "core/activity_actions.h"
#include "core/figure_list.h"
#include "tests/core/figures/random_desk.h"

#include <fstream>
#include <map>
#include <nlohmann/json.hpp>

using namespace gridwarden;
using namespace gridwarden::test;

namespace {

const core::Period Half{day("2026-01-01"), day("2026-06-30")};
const std::string From = std::to_string(utc("2026-01-01T00:00")), End = std::to_string(utc("2026-07-01T00:00"));

/// Activities of every kind and cases of every source, in the half-year and around it.
struct ReportingDesk : RandomDesk {
    ReportingDesk() : RandomDesk(77) {
        for (int i = 0; i < 120; ++i) {
            act();
            if (i % 30 == 5)
                import(30);
        }
        for (const core::ActivityKind& kind : district().activityLists().kinds())
            for (int i = 0; i < 4; ++i) {
                core::Activity activity;
                activity.kind = kind.key;
                activity.quantity = 0.5 * below(400);
                activity.unit = i == 3 ? "另一单位" : kind.unit;
                if (below(3) != 0)
                    activity.people = below(60);
                activity.time = core::ActivityTime::at(someTime(), core::TimeZone());
                REQUIRE(core::addActivity(district(), sample.actor, activity));
            }
        for (const core::CaseSource& source : district().sources())
            for (int i = 0; i < 6; ++i)
                addCase(source.key);
    }

private:
    core::Moment someTime() { return moment("2025-12-15T08:00") + std::chrono::hours(below(220 * 24)); }
    void addCase(const std::string& source) {
        using core::StepKind;
        core::CaseDraft draft;
        draft.category = category();
        draft.source = source;
        draft.description = "上报";
        core::Moment at = someTime();
        draft.time = at;
        const auto id = core::reportCase(district(), sample.actor, draft);
        REQUIRE(id);
        const std::vector<StepKind> whole = {StepKind::File, StepKind::Dispatch, StepKind::Handle, StepKind::Close}, spot = {StepKind::SelfHandle}, none = {};
        const std::vector<StepKind> steps = oneOf<std::vector<StepKind>>({whole, whole, spot, none});
        const std::size_t taken = steps.size() < 2 ? steps.size() : static_cast<std::size_t>(1 + below(4));
        for (std::size_t i = 0; i < taken; ++i) {
            core::StepDraft step;
            step.kind = steps[i];
            step.time = at += std::chrono::minutes(below(3000));
            if (steps[i] == StepKind::Dispatch)
                step.detail.organisation = sample.squad;
            REQUIRE(core::takeStep(district(), sample.actor, *id, step));
        }
    }
};

/// One number of the file, none where it is undefined.
std::optional<double> number(core::District& district, const std::string& sql) {
    const auto found = district.connection().first(sql, {}, [](const core::Row& row) { return row.isNull(0) ? std::optional<double>() : std::optional(row.real(0)); });
    REQUIRE(found);
    REQUIRE(found->has_value());
    return **found;
}

/// The rules of domain tables in SQL: h is when it was handled, f when it was filed. Flags: 1 settled on the spot, 2 by force, 16 an accepted appeal.
const std::string Cases = "WITH c AS (SELECT s.*, r.source AS source, CASE WHEN s.handled IS NOT NULL OR s.state <> 5 OR s.flags & 2 THEN s.handled ELSE s.closed END AS h "
                          "FROM case_state s JOIN case_report r ON r.id = s.case_id), "
                          "d AS (SELECT c.*, CASE WHEN filed IS NOT NULL OR flags & 1 THEN filed ELSE min(coalesce(dispatched, 9e15), coalesce(handled, 9e15), "
                          "CASE WHEN state = 5 THEN closed ELSE 9e15 END) END AS f FROM c) ";
std::string within(const std::string& column) { return "(" + column + " >= " + From + " AND " + column + " < " + End + ")"; }
std::string fallsDue(const std::string& done) { return "(" + within("due") + " OR (" + within(done) + " AND (due IS NULL OR due >= " + End + ")))"; }
const std::string ToHandle = "flags & 1 = 0 AND (dispatched IS NOT NULL OR h IS NOT NULL) AND state NOT IN (6, 8, 9) AND " + fallsDue("h");
const std::string DueToClose = "((f IS NOT NULL AND f < 9e15) OR (flags & 1 AND state = 5)) AND state NOT IN (6, 8, 9) AND " + fallsDue("CASE WHEN state = 5 THEN closed END");

std::string sqlOf(const std::string& figure) {
    const std::string inTime = "(due IS NULL OR h <= due OR flags & 16)";
    static const std::map<std::string, std::string> Known = {
        {"reported", "SELECT count(*) FROM case_state WHERE " + within("reported")},
        {"handled_in_period", Cases + "SELECT count(*) FROM d WHERE " + within("h")},
        {"handled", Cases + "SELECT count(*) FROM d WHERE h IS NOT NULL AND " + ToHandle},
        {"handling", Cases + "SELECT avg(h IS NOT NULL) FROM d WHERE " + ToHandle},
        {"handling_in_time", Cases + "SELECT avg(h IS NOT NULL AND " + inTime + ") FROM d WHERE " + ToHandle},
        {"closing", Cases + "SELECT avg(state = 5) FROM d WHERE " + DueToClose}};
    if (const auto known = Known.find(figure); known != Known.end())
        return known->second;
    const auto rest = [&](const char* prefix, const char* suffix) {
        const std::string_view text = figure;
        return std::string(text.substr(std::string_view(prefix).size(), text.size() - std::string_view(prefix).size() - std::string_view(suffix).size()));
    };
    const std::string days = " AND date(first + utc_offset, 'unixepoch') BETWEEN '2026-01-01' AND '2026-06-30'";
    if (figure.starts_with("activity_") && figure.ends_with("_people"))
        return "SELECT coalesce(sum(people), 0) FROM activity WHERE kind = '" + rest("activity_", "_people") + "'" + days;
    if (figure.starts_with("activity_")) {
        const std::string kind = rest("activity_", "");
        return "SELECT coalesce(sum(quantity), 0) FROM activity WHERE kind = '" + kind + "' AND unit = (SELECT unit FROM activity_kind WHERE key = '" + kind + "')" + days;
    }
    if (figure.ends_with("_closing"))
        return Cases + "SELECT avg(state = 5) FROM d WHERE source = '" + rest("source_", "_closing") + "' AND " + within("reported");
    REQUIRE(figure.starts_with("source_"));
    return Cases + "SELECT count(*) FROM d WHERE source = '" + rest("source_", "") + "' AND " + within("reported");
}

} // namespace

TEST_CASE("what bureaus report is filled as SQL counts it", "[core][summary]") {
    ReportingDesk desk;
    const auto listed = nlohmann::json::parse(std::ifstream(GRIDWARDEN_TEST_DATA "/field-figures/figures.json"));
    std::vector<std::string> keys;
    std::map<int, int> filled;
    for (const auto& entry : listed) {
        REQUIRE(entry.contains("figure") != entry.contains("needs"));
        if (!entry.contains("figure"))
            continue;
        keys.push_back(entry["figure"]);
        ++filled[entry["document"].get<int>()];
    }
    CHECK(filled.size() == 5);
    const auto definitions = core::figureDefinitions(desk.district());
    REQUIRE(definitions);
    const auto source = core::figureSource(desk.district());
    REQUIRE(source);
    const auto values = core::evaluateFigures(source->input, *definitions, keys, Half);
    REQUIRE(values);
    std::size_t positive = 0;
    for (const core::FigureValue& value : *values) {
        INFO(value.key);
        const auto expected = number(desk.district(), sqlOf(value.key));
        REQUIRE(value.value.has_value() == expected.has_value());
        if (expected) {
            CHECK(*value.value == Approx(*expected).epsilon(1e-12));
            positive += *expected > 0 ? 1 : 0;
        }
    }
    CHECK(positive > keys.size() * 3 / 4); // else the district says too little
}
