// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/gis/inbox/inbox_fixture.h"

#include <xlsxwriter.h>

using namespace gridwarden;
using namespace gridwarden::test;
using core::Moment;

namespace {

Moment at(std::string_view text) { return core::parseMoment(text, core::TimeZone()).value(); }

} // namespace

TEST_CASE("the rows of a table become proposals with what their columns say", "[gis][inbox]") {
    InboxFixture inbox;
    inbox.put("hotline.csv", "工单号,受理时间,类别,问题描述,地址,经度,纬度,来源,回访情况,举报人,联系电话\n"
                             "GD-1,2026-11-20 09:31,店外经营,占道经营三处,人民路1号,120.645,28.005,群众热线,已回访,王某,1390577\n"
                             "GD-2,2026-11-20 10:05,不知道的类别,乱,人民路2号,,,群众热线,,,\n");
    const gis::InboxContent content = inbox.read();
    CHECK(content.exists);
    REQUIRE(content.proposals.size() == 2);
    const gis::Proposal& first = content.proposals[0];
    CHECK(first.file == "hotline.csv");
    CHECK(first.place == "1");
    CHECK(first.number == "GD-1");
    CHECK(first.draft.time == at("2026-11-20 09:31"));
    CHECK(first.draft.category == inbox.small.district->categories().named("店外经营")->id);
    CHECK(first.draft.description == "占道经营三处");
    CHECK(first.draft.address == "人民路1号");
    REQUIRE(first.draft.place);
    CHECK(first.draft.place->longitude == Approx(120.645).epsilon(0).margin(1e-9));
    CHECK(first.draft.place->latitude == Approx(28.005).epsilon(0).margin(1e-9));
    CHECK(first.draft.source == "public");
    CHECK(first.draft.fields == core::FieldValues{{"number", "GD-1"}, {"call_back", "已回访"}});
    CHECK(first.draft.contact == core::Contact{"王某", "1390577"});
    CHECK(first.draft.origin == "hotline.csv:1");
    CHECK(first.problems.empty());
    CHECK_FALSE(gis::whyNotAcceptable(first, inbox.small.district->sources(), core::TimeZone()));

    const gis::Proposal& second = content.proposals[1];
    CHECK(second.categoryText == "不知道的类别");
    CHECK(InboxFixture::hasProblem(second, "category-unknown"));
    CHECK(InboxFixture::hasProblem(second, "inbox-no-place"));
    CHECK(gis::whyNotAcceptable(second, inbox.small.district->sources(), core::TimeZone())->key == "category-unknown");
    CHECK(first.digest != second.digest);
    CHECK(first.digest.size() == 64);
}

TEST_CASE("titles above the columns are passed over and totals are said and left out", "[gis][inbox]") {
    InboxFixture inbox;
    inbox.put("week.csv", "第47周巡查问题台账,,,\n填报单位：东片区,,,\n时间,类别,问题描述,数量\n2026-11-20 09:31,店外经营,门口摆放,3\n2026-11-20 10:00,店外经营,门口摆放,4\n小计,,,7\n合 计,,,7\n");
    const gis::InboxContent content = inbox.read();
    REQUIRE(content.proposals.size() == 2);
    CHECK(content.proposals[1].draft.quantity == 4.0);
    CHECK(content.proposals[1].place == "2");
    CHECK(InboxFixture::remarksOn(content, "week.csv") == Keys{"row-is-total", "row-is-total"});
}

TEST_CASE("a workbook with a merged title and merged cells gives its rows with what stands above them", "[gis][inbox]") {
    InboxFixture inbox;
    {
        lxw_workbook* const book = workbook_new((inbox.folder / "台账.xlsx").c_str());
        lxw_worksheet* const sheet = workbook_add_worksheet(book, nullptr);
        worksheet_merge_range(sheet, 0, 0, 0, 3, "2026年11月巡查问题台账", nullptr);
        const char* const headings[] = {"类别", "时间", "问题描述", "地址"};
        for (lxw_col_t column = 0; column < 4; ++column)
            worksheet_write_string(sheet, 1, column, headings[column], nullptr);
        worksheet_merge_range(sheet, 2, 0, 4, 0, "店外经营", nullptr);
        const char* const times[] = {"2026-11-20 09:31", "2026-11-20 10:15", "2026-11-21 08:00"};
        for (lxw_row_t row = 0; row < 3; ++row) {
            worksheet_write_string(sheet, 2 + row, 1, times[row], nullptr);
            worksheet_write_string(sheet, 2 + row, 2, "占道", nullptr);
            worksheet_write_string(sheet, 2 + row, 3, "人民路", nullptr);
        }
        worksheet_write_string(sheet, 5, 0, "总计", nullptr);
        worksheet_write_number(sheet, 5, 2, 3, nullptr);
        REQUIRE(workbook_close(book) == LXW_NO_ERROR);
    }
    inbox.age("台账.xlsx", std::chrono::hours(1));
    const gis::InboxContent content = inbox.read();
    REQUIRE(content.proposals.size() == 3);
    const core::CategoryId category = inbox.small.district->categories().named("店外经营")->id;
    for (const gis::Proposal& proposal : content.proposals)
        CHECK(proposal.draft.category == category);
    CHECK_FALSE(InboxFixture::hasProblem(content.proposals[0], "inbox-from-above"));
    CHECK(InboxFixture::hasProblem(content.proposals[1], "inbox-from-above"));
    CHECK(InboxFixture::hasProblem(content.proposals[2], "inbox-from-above"));
    CHECK(content.proposals[2].draft.time == at("2026-11-21 08:00"));
    CHECK(InboxFixture::remarksOn(content, "台账.xlsx") == Keys{"row-is-total"});
}

TEST_CASE("a row whose time cannot be read gets that of the file and says so", "[gis][inbox]") {
    InboxFixture inbox;
    inbox.put("a.csv", "时间,类别,问题描述\n昨天上午,店外经营,甲\n2026-11-20 10:00,店外经营,乙\n");
    const gis::InboxContent content = inbox.read();
    REQUIRE(content.proposals.size() == 2);
    CHECK(InboxFixture::hasProblem(content.proposals[0], "time-unreadable"));
    CHECK(InboxFixture::hasProblem(content.proposals[0], "inbox-time-of-file"));
    CHECK(content.proposals[0].draft.description == "甲");
    REQUIRE(content.proposals[0].draft.time);
    const auto off = *content.proposals[0].draft.time - (core::now() - std::chrono::hours(1));
    CHECK(std::abs(off.count()) < 60);
    CHECK(content.proposals[1].draft.time == at("2026-11-20 10:00"));
    inbox.put("b.csv", "类别,问题描述\n店外经营,丙\n");
    const gis::InboxContent both = inbox.read();
    REQUIRE(both.proposals.size() == 3);
    CHECK(InboxFixture::hasProblem(both.proposals[2], "inbox-time-of-file"));
}

TEST_CASE("a table that is none of cases and one that is too long are said", "[gis][inbox]") {
    InboxFixture inbox;
    inbox.put("staff.csv", "姓名,联系电话,地址\n张三,1390577,人民路\n");
    std::string rows = "时间,类别,问题描述\n";
    for (int i = 0; i < 5001; ++i)
        rows += "2026-11-20 09:31,店外经营,第" + std::to_string(i) + "处\n";
    inbox.put("year.csv", rows);
    const gis::InboxContent content = inbox.read();
    CHECK(content.proposals.empty());
    CHECK(InboxFixture::remarksOn(content, "staff.csv") == Keys{"inbox-not-cases"});
    CHECK(InboxFixture::remarksOn(content, "year.csv") == Keys{"inbox-table-too-long"});
}

TEST_CASE("a row in another encoding than its file is said and the others stay", "[gis][inbox]") {
    InboxFixture inbox;
    std::string text = "时间,类别,问题描述\n";
    for (int i = 0; i < 20; ++i)
        text += "2026-11-20 09:31,店外经营,门口摆放第" + std::to_string(i) + "处\n";
    text += "2026-11-20 09:40,店外经营,\xff\xfe\x81\n";
    inbox.put("mixed.csv", text);
    const gis::InboxContent content = inbox.read();
    CHECK(content.proposals.size() == 20);
    CHECK(InboxFixture::remarksOn(content, "mixed.csv") == Keys{"row-encoding"});
    // In GBK as a whole it is read like any other.
    inbox.put("gbk.csv", "\xca\xb1\xbc\xe4,\xc0\xe0\xb1\xf0,\xce\xca\xcc\xe2\xc3\xe8\xca\xf6\n2026-11-20 09:31,\xb5\xea\xcd\xe2\xbe\xad\xd3\xaa,\xc3\xc5\xbf\xda\xb0\xda\xb7\xc5\n");
    const gis::InboxContent second = inbox.read();
    REQUIRE(second.proposals.size() == 21);
    CHECK(second.proposals[0].draft.description == "门口摆放");
}

TEST_CASE("rows of a JSON array are proposals and what no field takes is said", "[gis][inbox]") {
    InboxFixture inbox;
    inbox.put("video.json", R"([{"时间":"2026-11-20 09:31","类别":"店外经营","描述":"门口","来源":"shout","是否整改":"也许","喊话内容":"请收回","lon":120.645,"lat":28.005}])");
    const gis::InboxContent content = inbox.read();
    REQUIRE(content.proposals.size() == 1);
    CHECK(content.proposals[0].draft.source == "shout");
    CHECK(content.proposals[0].draft.fields == core::FieldValues{{"said", "请收回"}});
    CHECK(InboxFixture::hasProblem(content.proposals[0], "inbox-field-left-out"));
}

TEST_CASE("a row without a time of its own is another one on another day", "[gis][inbox]") {
    InboxFixture inbox;
    const std::string table = "类别,问题描述,地址\n店外经营,占道,人民路1号\n";
    inbox.put("daily.csv", table);
    inbox.age("daily.csv", std::chrono::hours(49));
    gis::InboxContent content = inbox.read();
    REQUIRE(content.proposals.size() == 1);
    inbox.decided = {content.proposals[0].digest};
    CHECK(inbox.read().proposals.empty());
    inbox.put("daily.csv", table); // the day before yesterday's is overwritten by that of today
    inbox.read();
    content = inbox.read();
    REQUIRE(content.proposals.size() == 1);
    CHECK_FALSE(inbox.decided.contains(content.proposals[0].digest));
    // With a time the row is the same whenever its file comes.
    const std::string timed = "时间,类别,问题描述\n2026-11-20 09:31,店外经营,占道\n";
    inbox.put("timed.csv", timed);
    inbox.age("timed.csv", std::chrono::hours(49));
    content = inbox.read();
    const auto digestOfTimed = [](const gis::InboxContent& all) {
        const auto found = std::find_if(all.proposals.begin(), all.proposals.end(), [](const gis::Proposal& each) { return each.file == "timed.csv"; });
        REQUIRE(found != all.proposals.end());
        return found->digest;
    };
    const std::string before = digestOfTimed(content);
    inbox.put("timed.csv", timed);
    inbox.read();
    CHECK(digestOfTimed(inbox.read()) == before);
}

TEST_CASE("the rows of all sheets together are not more than a table may have", "[gis][inbox]") {
    InboxFixture inbox;
    {
        lxw_workbook* const book = workbook_new((inbox.folder / "two.xlsx").c_str());
        for (int part = 0; part < 2; ++part) {
            lxw_worksheet* const sheet = workbook_add_worksheet(book, nullptr);
            const char* const headings[] = {"类别", "时间", "问题描述"};
            for (lxw_col_t column = 0; column < 3; ++column)
                worksheet_write_string(sheet, 0, column, headings[column], nullptr);
            for (lxw_row_t row = 1; row <= 2600; ++row) {
                worksheet_write_string(sheet, row, 0, "店外经营", nullptr);
                worksheet_write_string(sheet, row, 1, "2026-11-20 09:31", nullptr);
                worksheet_write_string(sheet, row, 2, std::to_string(part * 10'000 + static_cast<int>(row)).c_str(), nullptr);
            }
        }
        REQUIRE(workbook_close(book) == LXW_NO_ERROR);
    }
    inbox.age("two.xlsx", std::chrono::hours(1));
    const gis::InboxContent content = inbox.read();
    CHECK(content.proposals.size() == 2600);
    CHECK(InboxFixture::remarksOn(content, "two.xlsx") == Keys{"inbox-table-too-long"});
    REQUIRE(content.files.size() == 1);
}

TEST_CASE("a group is called so where it stands for a category, and the clock may be a little behind", "[gis][inbox]") {
    InboxFixture inbox;
    const core::Category* const top = inbox.small.district->categories().top(inbox.small.category("09006"));
    REQUIRE(top != nullptr);
    inbox.put("a.csv", "时间,类别,问题描述\n2026-11-20 09:31," + top->key.text() + ",甲\n" + core::localText(core::now() + std::chrono::minutes(3), core::TimeZone()) +
                           ",店外经营,乙\n" + core::localText(core::now() + std::chrono::hours(3), core::TimeZone()) + ",店外经营,丙\n");
    const gis::InboxContent content = inbox.read();
    REQUIRE(content.proposals.size() == 3);
    const auto why = [&](std::size_t i) { return gis::whyNotAcceptable(content.proposals[i], inbox.small.district->sources(), core::TimeZone()); };
    REQUIRE(why(0));
    CHECK(why(0)->key == "category-is-group");
    CHECK(why(0)->arguments == std::vector<std::string>{top->key.text()});
    CHECK_FALSE(why(1));
    REQUIRE(why(2));
    CHECK(why(2)->key == "time-in-future");
}

TEST_CASE("the number of a source goes into the field that is called so whatever its key", "[gis][inbox]") {
    InboxFixture inbox;
    const auto found = std::find_if(inbox.small.district->sources().begin(), inbox.small.district->sources().end(),
                                    [](const core::CaseSource& source) { return source.key == "public"; });
    REQUIRE(found != inbox.small.district->sources().end());
    core::CaseSource source = *found;
    for (core::SourceField& field : source.fields)
        if (field.key == "number") {
            field.key = "f7";
            field.english = "number";
        }
    REQUIRE(inbox.small.district->change({"test", {}}, inbox.small.actor, [&](core::Change& change) { return core::saveSource(change, source); }));
    inbox.put("hotline.csv", "工单号,受理时间,类别,问题描述,来源\nGD-1,2026-11-20 09:31,店外经营,占道,群众热线\n");
    inbox.put("requests.json", R"([{"service_request_id":"638344","status":"open","service_name":"店外经营","description":"x","requested_datetime":"2026-11-20T09:31:00+08:00"}])");
    const gis::InboxContent content = inbox.read();
    REQUIRE(content.proposals.size() == 2);
    CHECK(content.proposals[0].draft.fields == core::FieldValues{{"f7", "GD-1"}});
    CHECK(content.proposals[1].draft.fields == core::FieldValues{{"f7", "638344"}});
}
