// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/cases/source_fields.h"
#include "tests/support/small_district.h"

#include <nlohmann/json.hpp>

using namespace gridwarden;
using namespace gridwarden::core;
using test::SmallDistrict;

namespace {

const TimeZone Zone;

SourceField field(FieldKind kind) {
    return {"f", "字段", "field", kind, {{"good", "满意", "satisfied"}, {"bad", "不满意", "dissatisfied"}}};
}

Step with(FieldValues values) {
    Step step;
    step.detail.fields = std::move(values);
    return step;
}

std::string keyOf(const Result<std::string>& failed) {
    REQUIRE_FALSE(failed);
    return failed.error().what.key;
}

} // namespace

TEST_CASE("the shipped sources ask for what their channels bring along", "[core][cases]") {
    const SmallDistrict small;
    const CaseSource* const petition = findSource(small.district->sources(), "petition");
    REQUIRE(petition != nullptr);
    const SourceField* const due = findField(petition->fields, "答复期限");
    REQUIRE(due != nullptr);
    CHECK(due->key == "reply_due");
    CHECK(due->kind == FieldKind::Date);
    CHECK(findField(petition->fields, "reply")->isLater);
    CHECK(findField(petition->fields, "满意度")->choices.size() == 3);
    CHECK(findSource(small.district->sources(), "patrol")->fields.empty());
}

TEST_CASE("fields of a source read back as they were written", "[core][cases]") {
    std::vector<SourceField> fields = {field(FieldKind::Choice), {"when", "时间", "", FieldKind::Time, {}, true, false}, {"later", "以后", "later", FieldKind::YesNo, {}, false, true}};
    const auto read = sourceFieldsFromText(sourceFieldsText(fields));
    REQUIRE(read);
    CHECK(*read == fields);
    CHECK(sourceFieldsFromText("[]")->empty());
    for (const char* wrong : {"", "{}", "[1]", R"([{"key":"a","name":"b","kind":"colour"}])", R"([{"key":"a","name":3}])", R"([{"key":"","name":"b"}])",
                              R"([{"key":"a","name":"b"},{"key":"a","name":"c"}])", R"([{"key":"a","name":"b","kind":"choice"}])"}) {
        CAPTURE(wrong);
        CHECK_FALSE(sourceFieldsFromText(wrong));
    }
}

TEST_CASE("a later value takes the place of an earlier one and an empty one takes it back", "[core][cases]") {
    const std::vector<Step> steps = {with({{"a", "1"}, {"b", "2"}}), with({}), with({{"a", "3"}, {"c", "4"}}), with({{"b", ""}})};
    CHECK(fieldValues(steps) == FieldValues{{"a", "3"}, {"c", "4"}});
    CHECK(fieldValues(std::span(steps).first(1)) == FieldValues{{"a", "1"}, {"b", "2"}});
}

TEST_CASE("a value is kept in one form whatever way it was written", "[core][cases]") {
    CHECK(fieldValueFromText(field(FieldKind::Text), "  城东路　", Zone) == "城东路");
    CHECK(fieldValueFromText(field(FieldKind::Number), " 12.50 ", Zone) == "12.5");
    CHECK(fieldValueFromText(field(FieldKind::Date), "2026-11-21", Zone) == "2026-11-21");
    CHECK(fieldValueFromText(field(FieldKind::Time), "2026-11-21 09:30", Zone) == "2026-11-21T01:30:00Z");
    CHECK(fieldValueFromText(field(FieldKind::Time), "2026-11-21T01:30:00Z", Zone) == "2026-11-21T01:30:00Z");
    CHECK(fieldValueFromText(field(FieldKind::YesNo), "是", Zone) == "yes");
    CHECK(fieldValueFromText(field(FieldKind::YesNo), "No", Zone) == "no");
    CHECK(fieldValueFromText(field(FieldKind::Choice), "不满意", Zone) == "bad");
    CHECK(fieldValueFromText(field(FieldKind::Choice), "Satisfied", Zone) == "good");
    CHECK(fieldValueFromText(field(FieldKind::Choice), "", Zone) == "");
}

TEST_CASE("a value that does not fit its field is said with the field", "[core][cases]") {
    CHECK(keyOf(fieldValueFromText(field(FieldKind::Number), "三", Zone)) == "field-not-a-number");
    CHECK(keyOf(fieldValueFromText(field(FieldKind::Number), "1e999", Zone)) == "field-not-a-number");
    CHECK(keyOf(fieldValueFromText(field(FieldKind::Date), "明天", Zone)) == "field-not-a-day");
    CHECK(keyOf(fieldValueFromText(field(FieldKind::Time), "2026-13-01", Zone)) == "field-not-a-time");
    CHECK(keyOf(fieldValueFromText(field(FieldKind::YesNo), "也许", Zone)) == "field-not-yes-or-no");
    const auto choice = fieldValueFromText(field(FieldKind::Choice), "一般", Zone);
    CHECK(keyOf(choice) == "field-not-a-choice");
    CHECK(choice.error().what.arguments == std::vector<std::string>{"字段", "一般", "满意, 不满意"});
}

TEST_CASE("a report keeps the values of its source and a correction changes and takes back", "[core][cases]") {
    SmallDistrict small;
    CaseDraft draft;
    draft.category = small.category("09006");
    draft.source = "petition";
    draft.fields = {{"reply_due", "2026-12-01"}, {"number", "XF-17"}, {"reply", ""}};
    draft.origin = "letters.csv:3";
    const auto id = reportCase(*small.district, small.actor, draft);
    REQUIRE(id);
    auto record = loadCase(small.district->connection(), *id);
    REQUIRE(record);
    CHECK(record->steps.front().detail.fields == FieldValues{{"reply_due", "2026-12-01"}, {"number", "XF-17"}});
    CHECK(record->steps.front().detail.origin == "letters.csv:3");

    StepDraft correction;
    correction.kind = StepKind::Correct;
    correction.detail.fields = {{"satisfaction", "基本满意"}, {"number", ""}};
    REQUIRE(takeStep(*small.district, small.actor, *id, correction));
    record = loadCase(small.district->connection(), *id);
    CHECK(fieldValues(record->steps) == FieldValues{{"reply_due", "2026-12-01"}, {"satisfaction", "fairly"}});
    REQUIRE(small.district->undo(small.actor));
    record = loadCase(small.district->connection(), *id);
    CHECK(fieldValues(record->steps).at("number") == "XF-17");

    correction.detail.fields = {{"satisfaction", "很好"}};
    const auto refused = takeStep(*small.district, small.actor, *id, correction);
    REQUIRE_FALSE(refused);
    CHECK(refused.error().what.key == "field-not-a-choice");
}

TEST_CASE("a report without what its source requires or with a field of another source is refused and nothing is written", "[core][cases]") {
    SmallDistrict small;
    CaseSource source = *findSource(small.district->sources(), "superior");
    for (SourceField& each : source.fields)
        each.isRequired = true;
    REQUIRE(small.district->change({"test", {}}, small.actor, [&](Change& change) { return saveSource(change, source); }));
    CaseDraft draft;
    draft.category = small.category("09006");
    draft.source = "superior";
    draft.fields = {{"number", "3号"}};
    auto refused = reportCase(*small.district, small.actor, draft);
    REQUIRE_FALSE(refused);
    CHECK(refused.error().what == Message{"source-field-missing", {"答复期限"}}); // what is known later is not asked for
    draft.fields["reply_due"] = "2026-12-01";
    draft.fields["camera"] = "12";
    refused = reportCase(*small.district, small.actor, draft);
    REQUIRE_FALSE(refused);
    CHECK(refused.error().what == Message{"source-field-unknown", {"camera"}});
    CHECK((*small.district->facts())->size() == 0);
    draft.fields.erase("camera");
    CHECK(reportCase(*small.district, small.actor, draft));
}

TEST_CASE("what is required and known only later may be left empty in a report and not be taken back afterwards", "[core][cases]") {
    SourceField reply = field(FieldKind::Text);
    reply.isRequired = reply.isLater = true;
    const std::array fields = {reply};
    const auto report = checkedFieldValues(fields, {{"f", ""}}, Zone, /*isCorrection=*/false);
    REQUIRE(report);
    CHECK(report->empty());
    const auto correction = checkedFieldValues(fields, {{"f", ""}}, Zone, /*isCorrection=*/true);
    REQUIRE_FALSE(correction);
    CHECK(correction.error().what == Message{"source-field-missing", {"字段"}});
}
