// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/evaluation/publication.h"
#include "core/figures/own_figures.h"
#include "tests/core/evaluation/evaluation_desk.h"
#include "tests/support/sound.h"

using namespace gridwarden;
using namespace gridwarden::test;
using core::EvaluationComparison;
using core::PublishedEvaluation;

namespace {

/// Closing and marks of the grids; a case in 01 is open and one closed, in 02 one is closed.
struct PublishingDesk : EvaluationDesk {
    PublishingDesk() {
        auto document = closingAndFiled();
        document["items"][1] = {{"key", "look"}, {"zh", "现场"}, {"weight", 40}, {"by_hand", true}};
        document["ties"] = {{{"figure", "closing_in_time"}}};
        document["red"] = {{"top", 1}};
        scheme = schemeOf(document);
        close(dispatched(Middles[0]));
        open = dispatched(Middles[0]);
        close(dispatched(Middles[1]));
        markOf02 = mark(scheme, "look", grids[1].value(), March, 80);
    }
    PublishedEvaluation frozenNow() {
        const core::Evaluation evaluation = evaluate(scheme);
        return core::frozen(evaluation, scheme, definitions, source.input, district->name());
    }
    core::PublicationId publish() {
        core::PublicationId id;
        const std::string content = core::evaluationToText(frozenNow());
        change([&](core::Change& made) -> core::Result<void> {
            const auto written = core::publish(made, {.kind = "evaluation", .title = "三月考核", .period = March, .content = content});
            if (!written)
                return core::fail(written);
            id = *written;
            return {};
        });
        return id;
    }
    PublishedEvaluation read(core::PublicationId id) {
        return core::evaluationFromText(core::loadPublication(district->connection(), id).value().content).value();
    }
    EvaluationComparison compare(const PublishedEvaluation& published, std::optional<core::Moment> asOf) {
        const auto records = core::figureSource(*district, asOf).value();
        const auto marks = core::loadMarks(district->connection(), published.scheme.key).value();
        return core::compared(published, core::evaluatedAgain(records.input, published, marks).value());
    }
    core::EvaluationScheme scheme;
    core::CaseId open;
    core::EvaluationMarkId markOf02;
};

} // namespace

TEST_CASE("a published evaluation reads back with everything", "[core][evaluation]") {
    PublishingDesk desk;
    const PublishedEvaluation published = desk.frozenNow();
    CHECK(published.subjects.size() == 4);
    CHECK(published.subjects[0].code == "02");
    CHECK(published.subjects[0].isRed);
    CHECK(published.subjects[0].total == 92); // 60 + 32
    CHECK(published.subjects[0].items[1].marks.size() == 1);
    CHECK(published.subjects[0].items[0].digest.size() == 64);
    const auto read = core::evaluationFromText(core::evaluationToText(published));
    REQUIRE(read);
    CHECK(*read == published);
    std::string keys;
    for (const core::FigureDefinition& figure : published.figures)
        keys += figure.key + " ";
    CHECK(keys == "closed due_to_close closing closed_in_time closing_in_time collector_reported ");
}

TEST_CASE("what was published stays and what changed since is said", "[core][evaluation]") {
    PublishingDesk desk;
    const core::PublicationId id = desk.publish();
    const std::string content = core::loadPublication(desk.district->connection(), id).value().content;
    const PublishedEvaluation published = desk.read(id);
    CHECK(desk.compare(published, published.asOf).holds());
    CHECK(desk.compare(published, std::nullopt).holds());
    desk.close(desk.open); // entered now, and told to have been before
    const EvaluationComparison then = desk.compare(published, published.asOf);
    CHECK_FALSE(then.holds());
    REQUIRE(then.items.size() == 1);
    CHECK(then.items[0].code == "01");
    CHECK(then.items[0].item == "closing");
    CHECK(then.items[0].published.value == 0.5);
    CHECK(then.items[0].now.value == 1.0);
    CHECK(then.items[0].published.records == 1);
    CHECK(then.items[0].now.records == 2);
    REQUIRE(then.subjects.size() == 2); // 01 rises to the top, 02 loses its place
    CHECK(then.subjects[0].code == "02");
    CHECK(then.subjects[0].published->rank == 1);
    CHECK(then.subjects[0].now->rank == 2);
    CHECK(then.subjects[1].code == "01");
    CHECK(core::loadPublication(desk.district->connection(), id).value().content == content);
    requireSound(*desk.district);
}

TEST_CASE("other records behind the same number are told", "[core][evaluation]") {
    PublishingDesk desk;
    const PublishedEvaluation published = desk.read(desk.publish());
    const core::CaseId closed = (*desk.source.figures.facts)[0].id; // the first case, in 01
    desk.take(closed, core::StepKind::Void, "2026-03-20T09:00");
    desk.close(desk.open);
    const EvaluationComparison then = desk.compare(published, published.asOf);
    // 1 of 1 in place of 1 of 2: the case that is counted is another one.
    REQUIRE(then.items.size() == 1);
    CHECK(then.items[0].published.records == then.items[0].now.records);
    CHECK(then.items[0].published.digest != then.items[0].now.digest);
}

TEST_CASE("changed marks and definitions show in a comparison as what they are", "[core][evaluation]") {
    PublishingDesk desk;
    const PublishedEvaluation published = desk.read(desk.publish());
    core::EvaluationScheme other = desk.scheme;
    other.items[0].weight = 30;
    other.items[1].weight = 70;
    desk.change([&](core::Change& change) -> core::Result<void> {
        core::FigureDefinition closing = *desk.definitions.find("closing"); // the bureau means another thing by it from now on
        closing.rule = core::FigureRate{"closed_in_time", "due_to_close", false};
        if (auto saved = core::saveOwnFigure(change, closing); !saved)
            return saved;
        return core::saveScheme(change, other);
    });
    CHECK(desk.compare(published, published.asOf).holds()); // by the scheme and the definitions of then
    desk.change([&](core::Change& change) { return core::removeMark(change, desk.markOf02); });
    const EvaluationComparison then = desk.compare(published, published.asOf);
    REQUIRE(then.items.size() == 1);
    CHECK(then.items[0].item == "look");
    CHECK(then.items[0].published.marks.size() == 1);
    CHECK(then.items[0].now.marks.empty());
    CHECK(then.items[0].now.value == std::nullopt);
}

TEST_CASE("areas that came or went since are told", "[core][evaluation]") {
    PublishingDesk desk;
    const PublishedEvaluation published = desk.read(desk.publish());
    desk.change([&](core::Change& change) -> core::Result<void> {
        core::Area renamed = *desk.district->areas().find(desk.grids[3]);
        if (auto ended = core::endArea(change, renamed.id, day("2026-02-01")); !ended)
            return ended;
        core::Area added;
        added.kind = core::AreaKind::Grid;
        added.code = "05";
        added.from = day("2026-02-02");
        added.shape = renamed.shape;
        const auto id = core::addArea(change, added);
        return id ? core::Result<void>() : core::fail(id);
    });
    const EvaluationComparison now = desk.compare(published, std::nullopt);
    REQUIRE(now.subjects.size() == 2);
    CHECK(now.subjects[0].code == "04");
    CHECK_FALSE(now.subjects[0].now);
    CHECK(now.subjects[1].code == "05");
    CHECK_FALSE(now.subjects[1].published);
}

TEST_CASE("publications are listed newest first and need a title", "[core][evaluation]") {
    PublishingDesk desk;
    const auto first = desk.publish(), second = desk.publish();
    auto listed = core::publications(desk.district->connection(), "evaluation").value();
    REQUIRE(listed.size() == 2);
    CHECK(listed[0].id == second);
    CHECK(listed[1].id == first);
    CHECK(listed[0].title == "三月考核");
    CHECK(listed[0].period == March);
    CHECK(listed[0].content.empty());
    CHECK(core::publications(desk.district->connection(), "summary").value().empty());
    CHECK(core::publications(desk.district->connection()).value().size() == 2);
    const auto refused = desk.district->change({"test", {}}, desk.actor, [&](core::Change& change) -> core::Result<void> {
        const auto written = core::publish(change, {.kind = "evaluation", .title = " ", .period = March});
        return written ? core::Result<void>() : core::fail(written);
    });
    REQUIRE_FALSE(refused);
    CHECK(refused.error().what.key == "publication-without-title");
    CHECK(core::loadPublication(desk.district->connection(), core::PublicationId(7)).error().what == core::Message{"publication-unknown", {"7"}});
}

TEST_CASE("a damaged publication is refused with the part", "[core][evaluation]") {
    PublishingDesk desk;
    const auto text = nlohmann::json::parse(core::evaluationToText(desk.frozenNow()));
    const auto wrong = [&](const char* pointer, const nlohmann::json& value) {
        auto document = text;
        document[nlohmann::json::json_pointer(pointer)] = value;
        const auto read = core::evaluationFromText(document.dump());
        REQUIRE_FALSE(read);
        return read.error().what;
    };
    CHECK(wrong("/gridwarden_evaluation", 2) == core::Message{"evaluation-unreadable", {"gridwarden_evaluation"}});
    CHECK(wrong("/to", "2026-02-01") == core::Message{"evaluation-unreadable", {"from"}});
    CHECK(wrong("/as_of", "noon") == core::Message{"evaluation-unreadable", {"as_of"}});
    CHECK(wrong("/subjects/0/total", "92") == core::Message{"evaluation-unreadable", {"total"}});
    CHECK(wrong("/subjects/0/rank", 0.5) == core::Message{"evaluation-unreadable", {"rank"}});
    CHECK(wrong("/subjects/0/id", 1e300) == core::Message{"evaluation-unreadable", {"id"}});
    CHECK(wrong("/subjects/0/items", nlohmann::json::array()) == core::Message{"evaluation-unreadable", {"items"}});
    CHECK(wrong("/subjects/0/items/0/item", "look") == core::Message{"evaluation-unreadable", {"item"}});
    CHECK(wrong("/scheme/key", "") == core::Message{"scheme-unreadable", {"", "key"}});
    CHECK(wrong("/figures/0/when", "never").key == "figure-unreadable");
    CHECK(core::evaluationFromText("{").error().what.key == "evaluation-unreadable");
}
