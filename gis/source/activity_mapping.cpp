// SPDX-License-Identifier: GPL-3.0-or-later
#include "gis/source/activity_mapping.h"

#include "core/base/text.h"

#include <algorithm>

namespace gridwarden::gis {

using core::ErrorCode;
using core::fail;

namespace {

struct TargetNames {
    ActivityTarget target;
    std::string_view key;
    std::vector<std::string_view> names; ///< the likeliest first
};

const std::vector<TargetNames>& targets() {
    using enum ActivityTarget;
    static const std::vector<TargetNames> all = {
        {Kind,
         "kind",
         {"工作类别", "工作内容", "工作项目", "工作事项", "类别", "项目", "事项", "类型", "kind", "activity",
          "category"}},
        {Quantity, "quantity", {"数量", "完成数量", "完成数", "件数", "次数", "quantity", "count", "number", "amount"}},
        {Unit, "unit", {"计量单位", "单位", "unit"}},
        {People, "people", {"人次", "参与人数", "参加人数", "人数", "people", "persons", "participants"}},
        {Day, "day", {"日期", "时间", "工作日期", "开始日期", "起始日期", "开始时间", "date", "day", "from", "time"}},
        {To, "to", {"结束日期", "截止日期", "终止日期", "结束时间", "to", "until"}},
        {Place, "place", {"地点", "工作地点", "地址", "路段", "位置", "place", "address", "location"}},
        {Description, "description", {"内容", "描述", "说明", "具体内容", "工作描述", "description"}},
        {Longitude, "longitude", {"经度", "longitude", "lon", "lng"}},
        {Latitude, "latitude", {"纬度", "latitude", "lat"}},
        {Area, "area", {"网格编号", "网格编码", "网格代码", "责任网格编号", "area", "gridcode", "grid"}},
        {Organisation,
         "organisation",
         {"中队", "部门", "责任单位", "单位名称", "责任部门", "填报单位", "实施单位", "organisation", "squad",
          "department"}},
        {Person, "person", {"责任人", "负责人", "人员", "姓名", "执法人员", "person", "name"}},
        {Note, "note", {"备注", "note", "remark", "remarks"}},
    };
    return all;
}

/// Without case and blanks, and without what stands in parentheses at the end: 数量（起） is 数量.
std::string plainName(std::string_view field) {
    std::string name = core::lowered(core::trimmed(field));
    for (const std::string_view open : {"(", "（"})
        if (const std::size_t at = name.find(open); at != std::string::npos && at > 0)
            name.erase(at);
    std::erase(name, ' ');
    return std::string(core::trimmed(name));
}

} // namespace

std::string_view activityTargetKey(ActivityTarget target) {
    return std::find_if(targets().begin(), targets().end(),
                        [target](const TargetNames& names) { return names.target == target; })
        ->key;
}

std::optional<ActivityTarget> activityTargetFromKey(std::string_view key) {
    const auto found =
        std::find_if(targets().begin(), targets().end(), [key](const TargetNames& names) { return names.key == key; });
    return found == targets().end() ? std::nullopt : std::optional(found->target);
}

core::Result<ActivityMapping> activityMappingFromTexts(std::span<const std::string> texts,
                                                       const core::ActivityLists& lists) {
    constexpr std::string_view KindPrefix = "kind:";
    ActivityMapping mapping;
    for (const std::string& text : texts) {
        const std::size_t equals = text.find('=');
        if (equals == std::string::npos || equals + 1 == text.size())
            return fail(ErrorCode::BadInput, {"mapping-unreadable", {text}});
        const std::string name = text.substr(0, equals);
        if (name.starts_with(KindPrefix)) {
            const core::ActivityKind* const kind = lists.named(name.substr(KindPrefix.size()));
            if (kind == nullptr)
                return fail(ErrorCode::NotFound, {"activity-kind-unknown", {name.substr(KindPrefix.size())}});
            if (!mapping.counted.emplace(text.substr(equals + 1), kind->key).second)
                return fail(ErrorCode::BadInput, {"target-repeated", {text}});
            continue;
        }
        const auto target = activityTargetFromKey(name);
        if (!target)
            return fail(ErrorCode::BadInput, {"target-unknown", {name}});
        ValueSource source;
        if (text[equals + 1] == '=')
            source.constant = text.substr(equals + 2);
        else
            source.fields = fieldsFromText(std::string_view(text).substr(equals + 1));
        if (!mapping.values.emplace(*target, std::move(source)).second)
            return fail(ErrorCode::BadInput, {"target-repeated", {name}});
    }
    return mapping;
}

ActivityMapping guessActivityMapping(const std::vector<std::string>& fields, const core::ActivityLists& lists) {
    ActivityMapping mapping;
    std::vector<bool> isTaken(fields.size());
    for (const TargetNames& wanted : targets())
        for (const std::string_view name : wanted.names) {
            const auto found = std::find_if(fields.begin(), fields.end(), [&](const std::string& field) {
                return !isTaken[static_cast<std::size_t>(&field - fields.data())] && plainName(field) == name;
            });
            if (found == fields.end())
                continue;
            isTaken[static_cast<std::size_t>(found - fields.begin())] = true;
            mapping.values[wanted.target].fields = {*found};
            break;
        }
    if (mapping.values.contains(ActivityTarget::Kind))
        return mapping;
    for (std::size_t i = 0; i < fields.size(); ++i)
        if (const core::ActivityKind* const kind = isTaken[i] ? nullptr : lists.named(plainName(fields[i])))
            mapping.counted.emplace(fields[i], kind->key);
    return mapping;
}

} // namespace gridwarden::gis
