// SPDX-License-Identifier: GPL-3.0-or-later
// The names under which exports of city platforms, open data portals and hotlines carry the parts of a case.
#include "core/base/text.h"
#include "gis/source/case_mapping.h"
#include "gis/source/text_cursor.h"

#include <utility>

namespace gridwarden::gis {

namespace {

using Names = std::vector<std::string_view>;

/// The likeliest name first.
const std::vector<std::pair<CaseTarget, Names>>& usualNames() {
    static const std::vector<std::pair<CaseTarget, Names>> all = {
        {CaseTarget::Number,
         {"案件编号",  "案卷编号",         "案卷号",  "案件号",   "任务号", "任务编号", "工单编号", "工单号",
          "事件编号",  "问题编号",         "编号",    "案件編號", "案件號", "案號",     "編號",     "casenumber",
          "uniquekey", "servicerequestid", "tasknum", "recid",    "caseid", "number"}},
        {CaseTarget::Reported,
         {"上报时间",   "发生时间",     "受理时间", "登记时间",    "创建时间",   "采集时间",
          "上报日期",   "发生日期",     "上報時間", "發生時間",    "受理時間",   "登記時間",
          "發生日期",   "reportedtime", "reported", "createddate", "createtime", "requesteddatetime",
          "openeddate", "opened",       "时间",     "時間",        "日期",       "date",
          "time"}},
        {CaseTarget::Filed, {"立案时间", "立案日期", "立案時間", "filedtime", "filed", "fileddate"}},
        {CaseTarget::Dispatched,
         {"派遣时间", "派单时间", "派遣時間", "dispatchedtime", "dispatchtime", "dispatched", "dispatcheddate"}},
        {CaseTarget::Handled,
         {"处置时间", "处置完成时间", "处置结束时间", "处理时间", "办理时间", "處置時間", "處理時間", "handledtime",
          "handled", "disposeendtime"}},
        {CaseTarget::Closed,
         {"结案时间", "办结时间", "结案日期", "归档时间", "結案時間", "結案日期", "closedtime", "closeddate",
          "closetime", "archivetime", "closed"}},
        {CaseTarget::Due,
         {"截止时间", "处置截止时间", "应结时间", "到期时间", "截止時間", "duedate", "deadline", "expecteddatetime",
          "due", "duetime"}},
        {CaseTarget::Category, {"小类",          "小类名称",     "问题小类", "案件小类",     "案件类型",     "案件类别",
                                "问题类型",      "事件类型",     "类别",     "类型",         "小類",         "案件類型",
                                "事故類別",      "事故類別名稱", "類別",     "類型",         "categorycode", "category",
                                "complainttype", "servicename",  "subtype",  "eventtypecode"}},
        {CaseTarget::Description,
         {"问题描述", "案件描述", "事件描述", "情况描述", "描述", "问题内容", "内容", "問題描述", "案件描述", "說明",
          "內容", "description", "descriptor", "eventdesc"}},
        {CaseTarget::Address,
         {"地址", "事发地址", "问题地址", "案发地址", "发生地点", "事发地点", "案发地点", "地点", "位置描述", "位置",
          "發生地點", "案發地點", "地點", "address", "incidentaddress"}},
        {CaseTarget::Source,
         {"案件来源", "问题来源", "上报来源", "来源", "案件來源", "來源", "source", "opendatachanneltype",
          "eventsrcname"}},
        {CaseTarget::Quantity, {"数量", "數量", "quantity"}},
        {CaseTarget::Unit, {"计量单位", "单位", "計量單位", "單位", "unit"}},
        {CaseTarget::Wkt, {"wkt", "geom", "geometry", "thegeom"}},
        {CaseTarget::Area,
         {"责任网格编号", "责任网格编码", "责任网格代码", "网格编号", "网格编码", "网格代码", "責任網格編號",
          "網格編號", "網格編碼", "dutygridcode", "gridcode"}},
        {CaseTarget::Handler,
         {"处置部门", "处置单位", "责任单位", "责任部门", "承办单位", "专业部门", "處置部門", "處置單位", "處理單位",
          "處理單位名稱警局層", "handler", "disposeunit", "agency"}},
        {CaseTarget::Reporter,
         {"上报人", "举报人", "投诉人", "采集员", "监督员", "上報人", "舉報人", "報案人", "reporter"}},
        {CaseTarget::Phone,
         {"联系电话", "举报电话", "举报人电话", "电话", "手机", "手机号", "聯絡電話", "電話", "phone"}},
    };
    return all;
}

/// A day and a time of day in two fields.
constexpr std::array<std::pair<std::string_view, std::string_view>, 8> DatesWithTimes = {{{"上报日期", "上报时间"},
                                                                                          {"发生日期", "发生时间"},
                                                                                          {"受理日期", "受理时间"},
                                                                                          {"上報日期", "上報時間"},
                                                                                          {"發生日期", "發生時間"},
                                                                                          {"日期", "时间"},
                                                                                          {"日期", "時間"},
                                                                                          {"date", "time"}}};

constexpr std::array<std::pair<std::string_view, std::string_view>, 9> CoordinatePairs = {
    {{"经度", "纬度"},
     {"經度", "緯度"},
     {"longitude", "latitude"},
     {"lng", "lat"},
     {"lon", "lat"},
     {"long", "lat"},
     {"coordinatex", "coordinatey"},
     {"x坐标", "y坐标"},
     {"x", "y"}}};

} // namespace

std::string plainFieldName(std::string_view field) {
    std::string name = core::lowered(core::trimmed(field));
    for (const std::string_view open : {"(", "（", "[", "【"}) {
        if (const std::size_t at = name.find(open); at != std::string::npos && at > 0)
            name.erase(at);
    }
    std::string plain;
    for (TextCursor cursor(name); !cursor.atEnd();) {
        if (cursor.takeAny({" ", "_", "-", ".", ":", "：", "\u3000", "*"}))
            continue;
        plain += cursor.front();
        cursor.take(cursor.rest().substr(0, 1));
    }
    return plain;
}

CaseMapping guessMapping(const std::vector<std::string>& fields) {
    std::map<std::string, std::string, std::less<>> byPlainName; // the first of equal ones
    for (const std::string& field : fields)
        byPlainName.emplace(plainFieldName(field), field);
    const auto has = [&](std::string_view name) { return byPlainName.find(name) != byPlainName.end(); };
    const auto named = [&](std::string_view name) { return byPlainName.find(name)->second; };

    CaseMapping mapping;
    for (const auto& [target, names] : usualNames()) {
        for (const std::string_view name : names) {
            if (has(name)) {
                mapping[target].fields = {named(name)};
                break;
            }
        }
    }
    for (const auto& [date, time] : DatesWithTimes) {
        if (!has(date) || !has(time))
            continue;
        std::vector<std::string> pair = {named(date), named(time)};
        const auto alone = mapping.find(CaseTarget::Reported); // a likelier name stays
        if (alone == mapping.end() || alone->second.fields[0] == pair[0] || alone->second.fields[0] == pair[1]) {
            mapping[CaseTarget::Reported].fields = std::move(pair);
            break;
        }
    }
    for (const auto& [x, y] : CoordinatePairs) {
        if (has(x) && has(y)) {
            mapping[CaseTarget::Longitude].fields = {named(x)};
            mapping[CaseTarget::Latitude].fields = {named(y)};
            mapping.erase(CaseTarget::Wkt);
            break;
        }
    }
    if (!mapping.contains(CaseTarget::Quantity))
        mapping.erase(CaseTarget::Unit); // 单位 is then an organisation
    return mapping;
}

} // namespace gridwarden::gis
