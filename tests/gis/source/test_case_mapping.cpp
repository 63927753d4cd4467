// SPDX-License-Identifier: GPL-3.0-or-later
#include "gis/source/case_mapping.h"

#include <catch2/catch.hpp>

using namespace gridwarden;
using gis::CaseMapping;
using gis::CaseTarget;

namespace {

using Fields = std::vector<std::string>;

Fields fieldsFor(const CaseMapping& mapping, CaseTarget target) {
    const auto found = mapping.find(target);
    return found == mapping.end() ? Fields{} : found->second.fields;
}

CaseMapping read(const std::vector<std::string>& texts) {
    const auto mapping = gis::mappingFromTexts(texts);
    REQUIRE(mapping);
    return *mapping;
}

} // namespace

TEST_CASE("a mapping is read from the words of the command line", "[gis][cases]") {
    const CaseMapping mapping =
        read({"number=Unique Key", "reported=發生日期+發生時間", "source==video", "description==a=b", "unit=="});
    CHECK(fieldsFor(mapping, CaseTarget::Number) == Fields{"Unique Key"});
    CHECK(fieldsFor(mapping, CaseTarget::Reported) == Fields{"發生日期", "發生時間"});
    CHECK(mapping.at(CaseTarget::Source).constant == "video");
    CHECK(mapping.at(CaseTarget::Description).constant == "a=b");
    CHECK(mapping.at(CaseTarget::Unit).constant == "");
}

TEST_CASE("a mapping that cannot be read is refused", "[gis][cases]") {
    const auto reason = [](const std::string& text) {
        const auto mapping = gis::mappingFromTexts(std::vector<std::string>{"number=id", text});
        REQUIRE_FALSE(mapping);
        return mapping.error().what;
    };
    CHECK(reason("reported") == core::Message{"mapping-unreadable", {"reported"}});
    CHECK(reason("reported=") == core::Message{"mapping-unreadable", {"reported="}});
    CHECK(reason("when=Created Date") == core::Message{"target-unknown", {"when"}});
    CHECK(reason("number=other") == core::Message{"target-repeated", {"number"}});
}

TEST_CASE("every target has a key of its own", "[gis][cases]") {
    for (const CaseTarget target : gis::AllCaseTargets)
        CHECK(gis::caseTargetFromKey(gis::caseTargetKey(target)) == target);
    CHECK_FALSE(gis::caseTargetFromKey("when"));
    CHECK_FALSE(gis::isTime(CaseTarget::Number));
    CHECK(gis::isTime(CaseTarget::Reported));
    CHECK(gis::isTime(CaseTarget::Due));
    CHECK_FALSE(gis::isTime(CaseTarget::Category));
}

TEST_CASE("a mapping survives being remembered", "[gis][cases]") {
    const CaseMapping mapping = read({"number=案件编号", "reported=日期+时间", "source==public", "unit=="});
    const auto again = gis::mappingFromJson(gis::mappingToJson(mapping));
    REQUIRE(again);
    CHECK(*again == mapping);
    CHECK_FALSE(gis::mappingFromJson("[]"));
    CHECK_FALSE(gis::mappingFromJson("{\"number\":5}"));
    CHECK_FALSE(gis::mappingFromJson("{\"number\":[]}"));
    CHECK_FALSE(gis::mappingFromJson("{\"when\":[\"a\"]}"));
    CHECK_FALSE(gis::mappingFromJson("{"));
}

TEST_CASE("a remembered mapping belongs to the fields of its table", "[gis][cases]") {
    CHECK(gis::fieldsSignature({"a", "b"}) == gis::fieldsSignature({"a", "b"}));
    CHECK(gis::fieldsSignature({"a", "b"}) != gis::fieldsSignature({"b", "a"}));
}

TEST_CASE("the fields of a city platform are recognised", "[gis][cases]") {
    const CaseMapping mapping =
        gis::guessMapping({"序号",     "任务号", "上报时间", "立案时间", "派遣时间",     "处置时间", "结案时间",
                           "截止时间", "大类",   "小类",     "问题描述", "地址",         "案件来源", "数量",
                           "单位",     "经度",   "纬度",     "处置部门", "责任网格编号", "举报人",   "联系电话"});
    CHECK(fieldsFor(mapping, CaseTarget::Number) == Fields{"任务号"});
    CHECK(fieldsFor(mapping, CaseTarget::Reported) == Fields{"上报时间"});
    CHECK(fieldsFor(mapping, CaseTarget::Filed) == Fields{"立案时间"});
    CHECK(fieldsFor(mapping, CaseTarget::Dispatched) == Fields{"派遣时间"});
    CHECK(fieldsFor(mapping, CaseTarget::Handled) == Fields{"处置时间"});
    CHECK(fieldsFor(mapping, CaseTarget::Closed) == Fields{"结案时间"});
    CHECK(fieldsFor(mapping, CaseTarget::Due) == Fields{"截止时间"});
    CHECK(fieldsFor(mapping, CaseTarget::Category) == Fields{"小类"});
    CHECK(fieldsFor(mapping, CaseTarget::Description) == Fields{"问题描述"});
    CHECK(fieldsFor(mapping, CaseTarget::Address) == Fields{"地址"});
    CHECK(fieldsFor(mapping, CaseTarget::Source) == Fields{"案件来源"});
    CHECK(fieldsFor(mapping, CaseTarget::Quantity) == Fields{"数量"});
    CHECK(fieldsFor(mapping, CaseTarget::Unit) == Fields{"单位"});
    CHECK(fieldsFor(mapping, CaseTarget::Longitude) == Fields{"经度"});
    CHECK(fieldsFor(mapping, CaseTarget::Latitude) == Fields{"纬度"});
    CHECK(fieldsFor(mapping, CaseTarget::Handler) == Fields{"处置部门"});
    CHECK(fieldsFor(mapping, CaseTarget::Area) == Fields{"责任网格编号"});
    CHECK(fieldsFor(mapping, CaseTarget::Reporter) == Fields{"举报人"});
    CHECK(fieldsFor(mapping, CaseTarget::Phone) == Fields{"联系电话"});
    CHECK(mapping.size() == 19);
}

TEST_CASE("a date and a time of day in two fields are joined", "[gis][cases]") {
    const CaseMapping accidents = gis::guessMapping({"發生年度", "發生月份", "發生日期", "發生時間", "事故類別名稱",
                                                     "處理單位名稱警局層", "發生地點", "死亡受傷人數", "經度", "緯度"});
    CHECK(fieldsFor(accidents, CaseTarget::Reported) == Fields{"發生日期", "發生時間"});
    CHECK(fieldsFor(accidents, CaseTarget::Category) == Fields{"事故類別名稱"});
    CHECK(fieldsFor(accidents, CaseTarget::Address) == Fields{"發生地點"});
    CHECK(fieldsFor(accidents, CaseTarget::Longitude) == Fields{"經度"});
    CHECK(fieldsFor(accidents, CaseTarget::Latitude) == Fields{"緯度"});

    const CaseMapping older =
        gis::guessMapping({"發生時間", "發生地點", "死亡受傷人數", "車種", "經度", "緯度", "unixtime"});
    CHECK(fieldsFor(older, CaseTarget::Reported) == Fields{"發生時間"});

    const auto reported = [](const Fields& fields) {
        return fieldsFor(gis::guessMapping(fields), CaseTarget::Reported);
    };
    CHECK(reported({"DATE", "TIME"}) == Fields{"DATE", "TIME"});
    CHECK(reported({"上报时间", "日期", "时间"}) == Fields{"上报时间"});
    CHECK(reported({"日期"}) == Fields{"日期"});
}

TEST_CASE("the fields of an open data portal are recognised in both spellings", "[gis][cases]") {
    const CaseMapping table = gis::guessMapping(
        {"Unique Key", "Created Date", "Closed Date", "Agency", "Complaint Type", "Descriptor", "Incident Address",
         "Status", "Due Date", "Open Data Channel Type", "Latitude", "Longitude", "Location"});
    const CaseMapping json = gis::guessMapping({"unique_key", "created_date", "closed_date", "agency", "complaint_type",
                                                "descriptor", "incident_address", "status", "due_date",
                                                "open_data_channel_type", "latitude", "longitude", "location.type"});
    CHECK(fieldsFor(table, CaseTarget::Number) == Fields{"Unique Key"});
    CHECK(fieldsFor(table, CaseTarget::Reported) == Fields{"Created Date"});
    CHECK(fieldsFor(table, CaseTarget::Closed) == Fields{"Closed Date"});
    CHECK(fieldsFor(table, CaseTarget::Due) == Fields{"Due Date"});
    CHECK(fieldsFor(table, CaseTarget::Category) == Fields{"Complaint Type"});
    CHECK(fieldsFor(table, CaseTarget::Description) == Fields{"Descriptor"});
    CHECK(fieldsFor(table, CaseTarget::Handler) == Fields{"Agency"});
    CHECK(fieldsFor(table, CaseTarget::Longitude) == Fields{"Longitude"});
    CHECK(fieldsFor(json, CaseTarget::Number) == Fields{"unique_key"});
    CHECK(fieldsFor(json, CaseTarget::Source) == Fields{"open_data_channel_type"});
    CHECK(json.size() == table.size());
}

TEST_CASE("a unit without a quantity is not taken for one", "[gis][cases]") {
    CHECK(fieldsFor(gis::guessMapping({"编号", "单位"}), CaseTarget::Unit).empty());
}
