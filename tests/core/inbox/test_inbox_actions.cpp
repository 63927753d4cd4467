// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/inbox_actions.h"
#include "tests/support/small_district.h"

using namespace gridwarden;
using namespace gridwarden::core;
using test::SmallDistrict;

namespace {

const GeoPoint Place{120.645, 28.005};

InboxAcceptance acceptance(const SmallDistrict& small, const std::string& digest, CaseId linkTo = {}) {
    CaseDraft draft;
    draft.category = small.category("09006");
    draft.place = Place;
    draft.description = "占道经营";
    draft.origin = "patrol.csv:3";
    draft.linkTo = linkTo;
    return {{{digest, "patrol.csv", "3"}, {{"photo-" + digest, "a.jpg", ""}}}, draft};
}

std::unordered_map<std::string, InboxItem> itemsOf(SmallDistrict& small) {
    auto items = loadInboxItems(small.district->connection());
    REQUIRE(items);
    return *items;
}

std::size_t casesOf(SmallDistrict& small) { return (*small.district->facts())->count(); }

} // namespace

TEST_CASE("accepting makes the case and the decision in one entry and undo takes both back", "[core][inbox]") {
    SmallDistrict small;
    const std::array accepted = {acceptance(small, "d1")};
    const auto cases = acceptFromInbox(*small.district, small.actor, accepted);
    REQUIRE(cases);
    REQUIRE(cases->size() == 1);
    const auto record = loadCase(small.district->connection(), cases->front());
    REQUIRE(record);
    CHECK(record->derived.state == CaseState::Reported);
    CHECK(record->grid == small.grids[0]);
    CHECK(record->steps.front().detail.origin == "patrol.csv:3");
    const auto items = itemsOf(small);
    REQUIRE(items.size() == 2); // with its photo
    CHECK(items.at("d1") == InboxItem{"d1", "patrol.csv", "3", InboxDecision::Accepted, cases->front(), ""});
    CHECK(items.at("photo-d1").caseId == cases->front());

    REQUIRE(small.district->undo(small.actor));
    CHECK(itemsOf(small).empty());
    CHECK(casesOf(small) == 0);
    REQUIRE(small.district->redo(small.actor));
    CHECK(itemsOf(small).size() == 2);
    CHECK(casesOf(small) == 1);
}

TEST_CASE("what is accepted as the same problem is linked to its case", "[core][inbox]") {
    SmallDistrict small;
    const std::array first = {acceptance(small, "d1")};
    const CaseId known = acceptFromInbox(*small.district, small.actor, first)->front();
    const std::array second = {acceptance(small, "d2", known)};
    const auto cases = acceptFromInbox(*small.district, small.actor, second);
    REQUIRE(cases);
    const auto record = loadCase(small.district->connection(), cases->front());
    REQUIRE(record);
    CHECK(record->derived.linkedTo == known);
    CHECK(itemsOf(small).at("d2").decision == InboxDecision::Linked);
    CHECK_FALSE(acceptFromInbox(*small.district, small.actor, std::array{acceptance(small, "d3", CaseId(77))}));
}

TEST_CASE("what is accepted is linked by the rules of linking", "[core][inbox]") {
    SmallDistrict small;
    const auto accept = [&](const std::string& digest, CaseId linkTo = {}) { return acceptFromInbox(*small.district, small.actor, std::array{acceptance(small, digest, linkTo)}); };
    const CaseId main = accept("d1")->front(), further = accept("d2", main)->front();
    CHECK(small.load(accept("d3", further)->front()).derived.linkedTo == main); // to what stands for the problem
    const CaseId gone = accept("d4")->front();
    StepDraft mistaken;
    mistaken.kind = StepKind::Void;
    mistaken.detail.note = "误报";
    REQUIRE(takeStep(*small.district, small.actor, gone, mistaken));
    const auto refused = accept("d5", gone);
    REQUIRE_FALSE(refused);
    CHECK(refused.error().what.key == "step-links-to-void");
    CHECK_FALSE(itemsOf(small).contains("d5"));
}

TEST_CASE("of many either all are accepted or none and the one that cannot be is named", "[core][inbox]") {
    SmallDistrict small;
    std::array accepted = {acceptance(small, "d1"), acceptance(small, "d2")};
    accepted[1].choice.thing.place = "7";
    accepted[1].draft.category = {};
    const auto failed = acceptFromInbox(*small.district, small.actor, accepted);
    REQUIRE_FALSE(failed);
    CHECK(failed.error().what.key == "category-missing");
    CHECK(failed.error().subject == "patrol.csv:7");
    CHECK(itemsOf(small).empty());
    CHECK(casesOf(small) == 0);
    accepted[1].draft.category = accepted[0].draft.category;
    REQUIRE(acceptFromInbox(*small.district, small.actor, accepted));
    CHECK(casesOf(small) == 2);
    REQUIRE(small.district->undo(small.actor)); // one click was one entry
    CHECK(itemsOf(small).size() == 0);
    CHECK(casesOf(small) == 0);
}

TEST_CASE("nothing is decided about twice", "[core][inbox]") {
    SmallDistrict small;
    const std::array accepted = {acceptance(small, "d1")};
    REQUIRE(acceptFromInbox(*small.district, small.actor, accepted));
    const auto again = acceptFromInbox(*small.district, small.actor, accepted);
    REQUIRE_FALSE(again);
    CHECK(again.error().what.key == "inbox-decided");
    CHECK(casesOf(small) == 1);
    const std::array refused = {accepted[0].choice};
    CHECK_FALSE(refuseFromInbox(*small.district, small.actor, refused, "重复"));
    // A photo that two rows name goes with both.
    std::array other = {acceptance(small, "d2")};
    other[0].choice.with = accepted[0].choice.with;
    CHECK(acceptFromInbox(*small.district, small.actor, other));
}

TEST_CASE("a refusal says why and makes no case", "[core][inbox]") {
    SmallDistrict small;
    const std::array refused = {InboxChoice{{"d1", "a.csv", "1"}, {}}, InboxChoice{{"d2", "a.csv", "2"}, {}}};
    const auto without = refuseFromInbox(*small.district, small.actor, refused, " ");
    REQUIRE_FALSE(without);
    CHECK(without.error().what.key == "inbox-refusal-needs-note");
    REQUIRE(refuseFromInbox(*small.district, small.actor, refused, " 不属于本辖区 "));
    const auto items = itemsOf(small);
    CHECK(items.at("d2").decision == InboxDecision::Refused);
    CHECK(items.at("d2").note == "不属于本辖区");
    CHECK(items.at("d2").caseId.isNull());
    CHECK(casesOf(small) == 0);
    REQUIRE(small.district->undo(small.actor));
    CHECK(itemsOf(small).empty());
}

TEST_CASE("the folder lies beside the district unless a setting says otherwise and is not made by asking", "[core][inbox]") {
    SmallDistrict small;
    CHECK(inboxFolder(*small.district) == small.folder / "small.inbox");
    CHECK_FALSE(std::filesystem::exists(small.folder / "small.inbox"));
    const auto set = [&](const std::string& folder) {
        REQUIRE(small.district->change({"test", {}}, small.actor, [&](Change& change) { return saveSetting(change, "inbox_folder", folder); }));
    };
    set("incoming");
    CHECK(inboxFolder(*small.district) == small.folder / "incoming");
    set("/srv/incoming");
    CHECK(inboxFolder(*small.district) == "/srv/incoming");
}
