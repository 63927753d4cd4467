// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/figures/indicators.h"

#include "core/figures/figure_definition.h"
#include "tests/core/figures/figures_sample.h"

#include <fmt/format.h>
#include <functional>
#include <map>
#include <random>

using namespace gridwarden::core;
using namespace gridwarden::test;

namespace {

const Period March{day("2026-03-01"), day("2026-03-31")};

Indicators ofMarch(const FiguresSample& sample, std::string_view asOf = "2026-05-01T00:00", const Filter& filter = {}) {
    static const FigureDefinitions shipped = shippedFigures().value();
    return indicators({.cases = sample.context(moment(asOf)), .sources = {}, .within = filter}, shipped, March).value();
}

/// A case with its steps in days of March 2026 at noon: 0 none, negative before March, above 31 after it.
struct Course {
    CaseState state = CaseState::Reported;
    int reported = 0, filed = 0, dispatched = 0, due = 0, handled = 0, closed = 0;
};

std::int64_t noon(int dayOfMarch) {
    return dayOfMarch == 0 ? 0 : utc("2026-03-01T12:00") + (dayOfMarch - 1) * std::int64_t{86400};
}

CaseFact courseOf(std::int64_t id, const Course& course) {
    CaseFact fact;
    fact.id = CaseId(id);
    fact.state = course.state;
    fact.reported = noon(course.reported);
    fact.filed = noon(course.filed);
    fact.dispatched = noon(course.dispatched);
    fact.due = noon(course.due);
    fact.handled = noon(course.handled);
    fact.closed = noon(course.closed);
    return fact;
}

/// The figures that count the one case.
std::string figuresOf(const CaseFact& fact, std::string_view asOf = "2026-05-01T00:00") {
    std::string keys;
    const FiguresSample sample({fact});
    for (const Figure& figure : ofMarch(sample, asOf).figures)
        if (figure.value() == 1)
            keys += (keys.empty() ? "" : " ") + figure.key;
    return keys;
}

std::string percent(const Rate& rate) {
    return rate.value() ? fmt::format("{:.2f}", *rate.value() * 100) : "—";
}

} // namespace

TEST_CASE("the definition of a rate names the figures that it divides") {
    const FigureDefinitions shipped = shippedFigures().value();
    const Indicators empty = ofMarch(FiguresSample({}));
    CHECK(empty.figures.size() == 17);
    CHECK(empty.rates.size() == 7);
    for (const Figure& figure : empty.figures)
        CHECK_FALSE(shipped.find(figure.key)->note.empty());
    for (const Rate& rate : empty.rates) {
        CHECK(shipped.find(rate.key)->note.starts_with(shipped.find(rate.numeratorKey)->name + "÷" + shipped.find(rate.denominatorKey)->name));
        CHECK(percent(rate) == "—");
    }
}

TEST_CASE("a case within the period counts in each figure of its course") {
    CHECK(figuresOf(courseOf(1, {CaseState::Closed, 2, 3, 4, 10, 6, 8})) ==
          "reported filed filed_of_reported to_handle handled handled_in_time due_to_close closed closed_in_time");
}

TEST_CASE("a case carried over counts where its deadline or its closing falls") {
    CHECK(figuresOf(courseOf(1, {CaseState::Closed, -20, -19, -18, 10, 6, 8})) ==
          "to_handle handled handled_in_time due_to_close closed closed_in_time");
    CHECK(figuresOf(courseOf(1, {CaseState::Closed, -20, -19, -18, 40, 6, 8})) == // early
          "to_handle handled handled_in_time due_to_close closed closed_in_time");
    CHECK(figuresOf(courseOf(1, {CaseState::Closed, -20, -19, -18, -2, 6, 8})) == ""); // due before
    CHECK(figuresOf(courseOf(1, {CaseState::Closed, 2, 3, 4, 40, 41, 42})) == "reported filed filed_of_reported");
}

TEST_CASE("a case without deadline is due to close when it is closed") {
    CHECK(figuresOf(courseOf(1, {CaseState::Closed, -20, -19, -18, 0, 6, 8})) ==
          "to_handle handled handled_in_time due_to_close closed closed_in_time");
    CHECK(figuresOf(courseOf(1, {CaseState::Handled, -20, -19, -18, 0, 6, 0})) ==
          "to_handle handled handled_in_time open");
}

TEST_CASE("late handling and late closing are judged apart") {
    CHECK(figuresOf(courseOf(1, {CaseState::Closed, 2, 3, 4, 10, 10, 11})) ==
          "reported filed filed_of_reported to_handle handled handled_in_time due_to_close closed");
    CaseFact late = courseOf(1, {CaseState::Closed, 2, 3, 4, 10, 11, 12});
    CHECK(figuresOf(late) == "reported filed filed_of_reported to_handle handled due_to_close closed");
    late.appealGranted = true;
    CHECK(figuresOf(late) ==
          "reported filed filed_of_reported to_handle handled handled_in_time due_to_close closed closed_in_time");
}

TEST_CASE("an open case is overdue from its deadline on") {
    const CaseFact fact = courseOf(1, {CaseState::Handling, 2, 3, 4, 10, 0, 0});
    CHECK(figuresOf(fact, "2026-03-09T00:00") == "reported filed filed_of_reported to_handle due_to_close open");
    CHECK(figuresOf(fact) == "reported filed filed_of_reported to_handle due_to_close open overdue");
    CHECK(figuresOf(courseOf(1, {CaseState::Handling, 33, 33, 33, 35, 0, 0})) == ""); // reported after the period
}

TEST_CASE("a case settled on the spot is due to close but neither filed nor to be handled") {
    CaseFact fact = courseOf(1, {CaseState::Closed, 2, 0, 0, 0, 2, 2});
    fact.selfHandled = true;
    CHECK(figuresOf(fact) == "reported due_to_close closed closed_in_time self_handled");
}

TEST_CASE("a case closed by force without a result was not handled") {
    CaseFact fact = courseOf(1, {CaseState::Closed, 2, 3, 4, 10, 0, 9});
    fact.forced = true;
    CHECK(figuresOf(fact) == "reported filed filed_of_reported to_handle due_to_close closed closed_in_time");
}

TEST_CASE("an imported case that only tells when it was closed was filed and handled by then") {
    CHECK(figuresOf(courseOf(1, {CaseState::Closed, 2, 0, 0, 10, 0, 8})) ==
          "reported filed filed_of_reported to_handle handled handled_in_time due_to_close closed closed_in_time");
}

TEST_CASE("cases that ended in another way are not due") {
    CHECK(figuresOf(courseOf(1, {CaseState::Void, 2, 3, 4, 10, 0, 0})) == "reported filed filed_of_reported voided");
    CHECK(figuresOf(courseOf(1, {CaseState::Rejected, 2, 0, 0, 0, 0, 3})) == "reported rejected");
    CHECK(figuresOf(courseOf(1, {CaseState::Transferred, 2, 3, 4, 10, 0, 6})) == "reported filed filed_of_reported");
}

TEST_CASE("rework is of those due to close and extension and suspension of those filed") {
    CaseFact fact = courseOf(1, {CaseState::Handling, 2, 3, 4, 40, 0, 0});
    fact.reworks = 2;
    fact.extensions = 1;
    fact.suspensions = 1;
    CHECK(figuresOf(fact, "2026-04-01T00:00") == "reported filed filed_of_reported suspended extended open");
    fact.due = noon(20);
    CHECK(figuresOf(fact, "2026-03-10T00:00") ==
          "reported filed filed_of_reported to_handle due_to_close rework suspended extended open");
}

TEST_CASE("the days of the filter are left aside and its other conditions hold") {
    std::vector<CaseFact> cases{courseOf(1, {CaseState::Closed, -20, -19, -18, 10, 6, 8}),
                                courseOf(2, {CaseState::Closed, 2, 3, 4, 10, 6, 8})};
    cases[1].source = 0;
    const FiguresSample sample(cases, {"video"});
    Filter filter;
    filter.from = filter.to = day("2026-03-02");
    CHECK(ofMarch(sample, "2026-05-01T00:00", filter).figure("closed").rows == Selection{0, 1});
    filter.sources = {"video"};
    CHECK(ofMarch(sample, "2026-05-01T00:00", filter).figure("closed").rows == Selection{1});
}

TEST_CASE("the bulletin of Tianmen comes out of its cases") {
    // 1,054 reported, 996 filed, 972 due to close, 911 closed, 737 of them in time.
    std::vector<CaseFact> cases;
    const auto add = [&](int count, const Course& course) {
        for (int i = 0; i < count; ++i)
            cases.push_back(courseOf(static_cast<std::int64_t>(cases.size()) + 1, course));
    };
    add(1054 - 996, {CaseState::Rejected, 2, 0, 0, 0, 0, 3});
    add(996 - 972, {CaseState::Handling, 30, 30, 31, 35, 0, 0});
    add(737, {CaseState::Closed, 2, 3, 4, 10, 6, 8});
    add(911 - 737, {CaseState::Closed, 2, 3, 4, 10, 6, 12});
    add(972 - 911, {CaseState::Handling, 2, 3, 4, 10, 0, 0});
    const Indicators found = ofMarch(FiguresSample(cases));
    CHECK(found.figure("reported").value() == 1054);
    CHECK(found.figure("filed").value() == 996);
    CHECK(found.figure("due_to_close").value() == 972);
    CHECK(found.figure("closed").value() == 911);
    CHECK(percent(found.rate("closing")) == "93.72");
    CHECK(percent(found.rate("closing_in_time")) == "75.82");
}

TEST_CASE("each number of a rate is the size of the selection it names") {
    std::mt19937 random(5);
    std::vector<CaseFact> cases;
    const auto someDay = [&] { return static_cast<int>(random() % 60) - 15; };
    for (int i = 0; i < 3000; ++i) {
        CaseFact fact = courseOf(i + 1, {AllCaseStates[random() % AllCaseStates.size()], 1, someDay(), someDay(),
                                         someDay(), someDay(), someDay()});
        fact.reported = noon(someDay()) + static_cast<std::int64_t>(random() % 86400);
        fact.reworks = static_cast<std::uint8_t>(random() % 2);
        fact.extensions = static_cast<std::uint8_t>(random() % 2);
        fact.selfHandled = random() % 8 == 0;
        fact.forced = random() % 8 == 0;
        fact.appealGranted = random() % 8 == 0;
        cases.push_back(fact);
    }
    const FiguresSample sample(cases);
    const Indicators found = ofMarch(sample);
    for (const Rate& rate : found.rates) {
        INFO(rate.key);
        CHECK(rate.numerator == found.figure(rate.numeratorKey).value());
        CHECK(rate.denominator == found.figure(rate.denominatorKey).value());
        CHECK(rate.numerator <= rate.denominator);
    }

    // The same counted by plain reading of the definitions, in local days.
    const TimeZone zone;
    const auto in = [&](std::int64_t time) { return time != 0 && March.contains(zone.day(Moment{seconds(time)})); };
    const auto after = [&](std::int64_t time) { return time != 0 && zone.day(Moment{seconds(time)}) > March.to; };
    using Test = std::function<bool(const CaseFact&)>;
    const auto is = [](CaseState state) { return [state](const CaseFact& f) { return f.state == state; }; };
    const Test closed = is(CaseState::Closed);
    const Test gone = [&](const CaseFact& f) {
        return is(CaseState::Rejected)(f) || is(CaseState::Transferred)(f) || is(CaseState::Void)(f);
    };
    const Test dueToClose = [&](const CaseFact& f) {
        const bool filed = f.selfHandled ? f.filed != 0 || closed(f)
                                         : f.filed != 0 || f.dispatched != 0 || f.handled != 0 || closed(f);
        const bool closedIn = closed(f) && in(f.closed);
        return filed && !gone(f) && (in(f.due) || (closedIn && (after(f.due) || f.due == 0)));
    };
    const std::map<std::string, Test> definitions{
        {"reported", [&](const CaseFact& f) { return in(f.reported); }},
        {"rejected", [&](const CaseFact& f) { return in(f.reported) && is(CaseState::Rejected)(f); }},
        {"voided", [&](const CaseFact& f) { return in(f.reported) && is(CaseState::Void)(f); }},
        {"due_to_close", dueToClose},
        {"closed", [&](const CaseFact& f) { return dueToClose(f) && closed(f); }},
        {"closed_in_time",
         [&](const CaseFact& f) {
             return dueToClose(f) && closed(f) && (f.due == 0 || f.closed <= f.due || f.appealGranted);
         }},
        {"rework", [&](const CaseFact& f) { return dueToClose(f) && f.reworks > 0; }},
    };
    for (const auto& [key, counts] : definitions) {
        INFO(key);
        Selection expected;
        for (std::size_t row = 0; row < cases.size(); ++row)
            if (counts(cases[row]))
                expected.push_back(static_cast<std::uint32_t>(row));
        CHECK(found.figure(key).rows == expected);
    }
}
