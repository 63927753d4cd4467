// SPDX-License-Identifier: GPL-3.0-or-later
#include "gis/source/duty_columns.h"

#include "core/base/text.h"

#include <algorithm>
#include <vector>

namespace gridwarden::gis {

namespace {

/// The titles in Chinese and English, then other words for the same.
const std::vector<std::string_view>& wordsOf(DutyColumn column) {
    static const std::array<std::vector<std::string_view>, AllDutyColumns.size()> words = {{
        {"区域类型", "Kind of area", "kind", "类型"},
        {"网格代码", "Area", "area code", "grid", "code", "网格", "网格编码", "网格编号", "区域", "区域代码", "片区",
         "片区代码"},
        {"网格名称", "Area name", "name of area", "区域名称"},
        {"守点", "Guard post", "post", "点位", "岗位"},
        {"经度", "Longitude", "lon"},
        {"纬度", "Latitude", "lat"},
        {"人员编号", "Person code", "code of person", "工号"},
        {"人员", "Person", "name", "姓名", "责任人", "网格员"},
        {"职责", "Responsibility", "duty", "工作内容", "任务"},
        {"星期", "Weekdays", "days of the week", "班次星期", "周"},
        {"上岗时间", "Start", "start time", "开始", "开始时间", "上班时间"},
        {"离岗时间", "End", "end time", "结束", "结束时间", "下班时间"},
        {"起始日期", "First day", "from", "valid from", "起", "生效日期", "开始日期"},
        {"截止日期", "Last day", "to", "valid to", "止", "失效日期", "结束日期"},
    }};
    return words[static_cast<std::size_t>(column)];
}

} // namespace

std::string_view dutyColumnTitle(DutyColumn column, core::Language language) {
    return wordsOf(column)[language == core::Language::Chinese ? 0 : 1];
}

std::optional<DutyColumn> dutyColumnOf(std::string_view heading) {
    const std::string wanted = core::lowered(core::trimmed(heading));
    for (const DutyColumn column : AllDutyColumns) {
        const auto& words = wordsOf(column);
        if (std::any_of(words.begin(), words.end(),
                        [&](std::string_view word) { return core::lowered(word) == wanted; }))
            return column;
    }
    return std::nullopt;
}

} // namespace gridwarden::gis
