// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/cases/step.h"

#include <catch2/catch.hpp>
#include <limits>
#include <random>
#include <set>

using namespace gridwarden::core;

namespace {

/// Each member set with a chance of one in three.
class RandomDetail {
public:
    explicit RandomDetail(unsigned seed) : m_random(seed) {}

    StepDetail next() {
        StepDetail d;
        maybe([&] { d.note = text(); });
        maybe([&] { d.organisation = OrganisationId(id()); });
        maybe([&] { d.person = PersonId(id()); });
        maybe([&] { d.until = moment(); });
        maybe([&] { d.with = CaseId(id()); });
        maybe([&] { d.result = static_cast<StepResult>(1 + whole(2)); });
        maybe([&] { d.condition = text(); });
        maybe([&] { d.limit = Limit{real(), static_cast<LimitUnit>(whole(5))}; });
        maybe([&] { d.quantity = real(); });
        maybe([&] { d.unit = text(); });
        maybe([&] { d.place = GeoPoint{real(), real() / 2}; });
        maybe([&] { d.category = CategoryId(id()); });
        maybe([&] { d.description = whole(3) == 0 ? std::string() : text(); }); // corrected to nothing
        maybe([&] { d.address = text(); });
        maybe([&] { d.urging = text(); });
        maybe([&] { d.filed = moment(); });
        maybe([&] { d.dispatched = moment(); });
        maybe([&] { d.handled = moment(); });
        maybe([&] { d.closed = moment(); });
        maybe([&] { d.due = moment(); });
        maybe([&] { d.closedAs = text(); });
        return d;
    }

private:
    template <class Set> void maybe(Set set) {
        if (whole(2) == 0)
            set();
    }
    std::int64_t whole(std::int64_t most) { return std::uniform_int_distribution<std::int64_t>(0, most)(m_random); }
    std::int64_t id() { return 1 + whole((std::int64_t{1} << 53) - 2); }
    Moment moment() { return Moment(seconds(whole(8'000'000'000) - 4'000'000'000)); }
    double real() { return std::uniform_real_distribution<double>(-180, 180)(m_random); }
    std::string text() {
        static const std::vector<std::string> Pieces = {"占道经营", "\"", "\\", "\n", "a",    "é",
                                                        "𠮷",       "/",  "{",  " ",  "\x01", "0"};
        std::string made = Pieces[static_cast<std::size_t>(whole(11))];
        for (std::int64_t i = whole(5); i > 0; --i)
            made += Pieces[static_cast<std::size_t>(whole(11))];
        return made;
    }
    std::mt19937_64 m_random;
};

} // namespace

TEST_CASE("steps and results are known by stable keys and numbers", "[core][cases]") {
    const std::vector<std::pair<int, const char*>> expected = {
        {1, "report"},       {2, "import"},    {3, "verify_before"}, {4, "self_handle"},  {5, "file"},    {6, "reject"},
        {7, "dispatch"},     {8, "return"},    {9, "handle"},        {10, "check_after"}, {11, "rework"}, {12, "close"},
        {13, "force_close"}, {14, "reopen"},   {15, "extend"},       {16, "suspend"},     {17, "resume"}, {18, "urge"},
        {19, "appeal"},      {20, "transfer"}, {21, "correct"},      {22, "link"},        {23, "void"}};
    REQUIRE(expected.size() == StepKindCount);
    for (const auto& [number, key] : expected) {
        CHECK(stepKindKey(static_cast<StepKind>(number)) == key);
        CHECK(stepKindFromKey(key) == static_cast<StepKind>(number));
    }
    CHECK_FALSE(stepKindFromKey("Report"));
    CHECK_FALSE(stepKindFromKey(""));
    for (const char* key : {"pass", "fail", "unable"})
        CHECK(stepResultKey(stepResultFromKey(key).value()) == key);
    CHECK_FALSE(stepResultFromKey("passed"));
}

TEST_CASE("random details read back as they were", "[core][cases]") {
    RandomDetail random(20261121);
    for (int i = 0; i < 3000; ++i) {
        const StepDetail detail = random.next();
        const std::string text = detailText(detail);
        CAPTURE(text);
        const auto read = detailFromText(text);
        REQUIRE(read.has_value());
        CHECK(*read == detail);
        CHECK(detailText(*read) == text);
    }
}

TEST_CASE("an empty detail takes no room", "[core][cases]") {
    CHECK(detailText({}).empty());
    CHECK(detailFromText("").value() == StepDetail());
    CHECK(detailFromText("{}").value() == StepDetail());
}

TEST_CASE("text that is not UTF-8 and numbers that are none leave a readable detail", "[core][cases]") {
    StepDetail detail;
    detail.note = "a\xff";
    detail.quantity = std::numeric_limits<double>::quiet_NaN();
    const auto read = detailFromText(detailText(detail));
    REQUIRE(read.has_value());
    CHECK(read->note == "a\xEF\xBF\xBD");
    CHECK_FALSE(read->quantity);
}

TEST_CASE("a detail that is not understood is refused", "[core][cases]") {
    for (const char* text : {"x",
                             "[]",
                             "1",
                             "{",
                             R"({"zz":1})",
                             R"({"n":1})",
                             R"({"n":""})",
                             R"({"o":"5"})",
                             R"({"o":0})",
                             R"({"o":1.5})",
                             R"({"u":"2026"})",
                             R"({"r":"good"})",
                             R"({"r":1})",
                             R"({"l":[1]})",
                             R"({"l":[1,"h"]})",
                             R"({"l":["1","wh"]})",
                             R"({"q":"3"})",
                             R"({"q":null})",
                             R"({"g":[1]})",
                             R"({"g":[1,null]})",
                             R"({"d":null})",
                             R"({"n":"a","zz":1})"}) {
        CAPTURE(text);
        const auto read = detailFromText(text);
        REQUIRE_FALSE(read.has_value());
        CHECK(read.error().code == ErrorCode::Database);
        CHECK(read.error().what.key == "step-detail-unreadable");
    }
}
