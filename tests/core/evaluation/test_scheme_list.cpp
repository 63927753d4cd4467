// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/core/evaluation/evaluation_desk.h"

using namespace gridwarden;
using namespace gridwarden::test;
using core::EvaluationScheme;

namespace {

std::string keysOf(const std::vector<core::ListedScheme>& schemes) {
    std::string keys;
    for (const core::ListedScheme& each : schemes)
        keys += each.scheme.key + (each.isOwn ? "* " : " ");
    return keys;
}

const std::string Shipped = "department area-class-1 area-class-2 collector registrar shift-leader dispatcher thousand-points ";

} // namespace

TEST_CASE("a scheme of the district takes the place of a shipped one and can be taken back", "[core][evaluation]") {
    EvaluationDesk desk;
    core::District& district = *desk.district;
    const auto keys = [&] { return keysOf(core::evaluationSchemes(district.connection()).value()); };
    CHECK(keys() == Shipped);
    EvaluationScheme changed = EvaluationDesk::shipped("department");
    changed.items[1].weight = 20;
    changed.items[2].weight = 40;
    std::vector<core::Touched> told;
    district.setObserver([&](const core::Touched& touched) { told.push_back(touched); });
    desk.change([&](core::Change& change) { return core::saveScheme(change, changed); });
    REQUIRE(told.size() == 1);
    CHECK(told[0].definitions);
    desk.change([&](core::Change& change) { return core::saveScheme(change, schemeOf(closingAndFiled())); });
    CHECK(keys() == "department* " + Shipped.substr(11) + "s* ");
    CHECK(core::findScheme(district.connection(), "department").value() == changed);
    CHECK(core::findScheme(district.connection(), "方案").value().key == "s"); // by its name
    CHECK(core::findScheme(district.connection(), "DEPARTMENTS").value().key == "department");
    desk.change([&](core::Change& change) { return core::removeScheme(change, "department"); });
    CHECK(core::findScheme(district.connection(), "department").value() == EvaluationDesk::shipped("department"));
    REQUIRE(district.undo(desk.actor));
    CHECK(core::findScheme(district.connection(), "department").value() == changed);
    CHECK(told.back().definitions);
}

TEST_CASE("a scheme that does not hold together is not kept", "[core][evaluation]") {
    EvaluationDesk desk;
    EvaluationScheme wrong = schemeOf(closingAndFiled());
    wrong.items[0].weight = 10;
    const auto refused = desk.district->change({"test", {}}, desk.actor, [&](core::Change& change) { return core::saveScheme(change, wrong); });
    REQUIRE_FALSE(refused);
    CHECK(refused.error().what.key == "scheme-weights");
    CHECK(core::findScheme(desk.district->connection(), "luck").error().what == core::Message{"scheme-unknown", {"luck"}});
    const auto unknown = desk.district->change({"test", {}}, desk.actor, [&](core::Change& change) { return core::removeScheme(change, "department"); });
    REQUIRE_FALSE(unknown);
    CHECK(unknown.error().what == core::Message{"scheme-not-own", {"department"}});
}

TEST_CASE("an own scheme that cannot be read is an error with its key", "[core][evaluation]") {
    EvaluationDesk desk;
    desk.change([&](core::Change& change) -> core::Result<void> {
        const auto done = change.connection().run("INSERT INTO evaluation_scheme(key, definition) VALUES ('department', '{\"key\":\"department\",')");
        return done ? core::Result<void>() : core::fail(done);
    });
    const auto schemes = core::evaluationSchemes(desk.district->connection());
    REQUIRE_FALSE(schemes);
    CHECK(schemes.error().what == core::Message{"scheme-unreadable", {"department", ""}});
}

TEST_CASE("marks are kept changed and removed with their evidence", "[core][evaluation]") {
    EvaluationDesk desk;
    core::Connection& connection = desk.district->connection();
    const auto scheme = EvaluationDesk::shipped("collector");
    const auto later = desk.mark(scheme, "missed", desk.zhang.value(), {day("2026-03-16"), day("2026-03-31")}, 60);
    const auto first = desk.mark(scheme, "missed", desk.zhang.value(), {day("2026-03-01"), day("2026-03-15")}, 80);
    auto marks = core::loadMarks(connection, "collector").value();
    REQUIRE(marks.size() == 2);
    CHECK(marks[0] == core::EvaluationMark{first, "collector", "missed", desk.zhang.value(), {day("2026-03-01"), day("2026-03-15")}, 80, "抽查"});
    CHECK(marks[1].id == later);
    marks[0].score = 85;
    desk.change([&](core::Change& change) -> core::Result<void> {
        const auto saved = core::saveMark(change, scheme, marks[0]);
        return saved ? core::removeMark(change, later) : core::fail(saved);
    });
    marks = core::loadMarks(connection, "collector").value();
    REQUIRE(marks.size() == 1);
    CHECK(marks[0].score == 85);
    CHECK(core::loadMarks(connection, "department").value().empty());
    REQUIRE(desk.district->undo(desk.actor));
    CHECK(core::loadMarks(connection, "collector").value().size() == 2);
}

TEST_CASE("a mark that does not fit is refused", "[core][evaluation]") {
    EvaluationDesk desk;
    const auto scheme = EvaluationDesk::shipped("thousand-points");
    const auto why = [&](core::EvaluationMark mark) {
        if (mark.period == core::Period{})
            mark.period = March;
        const auto done = desk.district->change({"test", {}}, desk.actor, [&](core::Change& change) -> core::Result<void> {
            const auto saved = core::saveMark(change, scheme, mark);
            return saved ? core::Result<void>() : core::fail(saved);
        });
        REQUIRE_FALSE(done);
        return done.error().what;
    };
    const std::int64_t zhang = desk.zhang.value();
    CHECK(why({.item = "luck", .subject = zhang}) == core::Message{"scheme-item-unknown", {"thousand-points", "luck"}});
    CHECK(why({.item = "rework", .subject = zhang}) == core::Message{"scheme-item-counted", {"thousand-points", "rework"}});
    CHECK(why({.item = "conduct", .subject = zhang, .score = 201}) == core::Message{"mark-out-of-range", {"conduct", "0", "200"}});
    CHECK(why({.item = "conduct", .subject = zhang, .score = -1}).key == "mark-out-of-range");
    CHECK(why({.item = "conduct", .subject = zhang, .score = std::numeric_limits<double>::quiet_NaN()}).key == "mark-out-of-range");
    CHECK(why({.item = "conduct", .score = 1}).key == "mark-without-subject");
    CHECK(why({.item = "conduct", .subject = zhang, .period = {day("2026-03-02"), day("2026-03-01")}}).key == "period-ends-before-start");
    const auto unknown =
        desk.district->change({"test", {}}, desk.actor, [&](core::Change& change) { return core::removeMark(change, core::EvaluationMarkId(5)); });
    REQUIRE_FALSE(unknown);
    CHECK(unknown.error().what == core::Message{"mark-unknown", {"5"}});
}
