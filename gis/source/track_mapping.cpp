// SPDX-License-Identifier: GPL-3.0-or-later
#include "gis/source/track_mapping.h"

#include "core/base/text.h"

#include <algorithm>

namespace gridwarden::gis {

using core::ErrorCode;
using core::fail;

namespace {

using Names = std::vector<std::string_view>;

struct TargetNames {
    TrackTarget target;
    std::string_view key;
    Names names; ///< without case, blanks and separators; the likeliest first
};

const std::vector<TargetNames>& targets() {
    using enum TrackTarget;
    static const std::vector<TargetNames> all = {
        {Time, "time", {"定位时间",   "gps时间",   "采集时间",  "轨迹时间",      "记录时间", "上报时间",
                        "上传时间",   "时间戳",    "日期时间",  "时间",          "定位時間", "時間",
                        "utctime",    "gpstime",   "datetime",  "timestamp",     "fixtime",  "recordedtime",
                        "recordedat", "loctime",   "locatime",  "gnsstimestamp", "time",     "when",
                        "begin",      "createdat", "localtime", "gpsdate",       "date",     "日期"}},
        {Times, "times", {"coordtimes", "coordinatepropertiestimes", "times"}},
        {Longitude,
         "longitude",
         {"经度", "經度", "longitude", "lng", "lon", "long", "gpslongitude", "gpslng", "gpslon", "x坐标", "x"}},
        {Latitude, "latitude", {"纬度", "緯度", "latitude", "lat", "gpslatitude", "gpslat", "y坐标", "y"}},
        {Wkt, "wkt", {"wkt", "point", "geom", "geometry", "thegeom"}},
        {Device, "device", {"设备编号", "设备号",   "设备编码",   "设备id", "设备标识",   "设备名称",  "设备",
                            "终端编号", "终端号",   "终端id",     "终端",   "imei",       "sim卡号",   "手机号",
                            "deviceid", "deviceno", "devicename", "device", "terminalid", "terminal",  "trackerid",
                            "tracker",  "车牌号",   "车牌号码",   "车牌",   "车辆",       "vehicleid", "vehicle",
                            "taxiid",   "carid",    "id"}},
        {Name,
         "name",
         {"轨迹名称", "轨迹编号", "轨迹号", "轨迹", "巡查编号", "任务编号", "班次", "行程", "trackname", "trackid",
          "track", "tripid", "trip", "name"}},
        {Accuracy,
         "accuracy",
         {"定位精度", "水平精度", "精度", "误差", "accuracy", "horizontalaccuracy", "hacc", "gpsaccuracy"}},
        {Hdop, "hdop", {"hdop", "水平精度因子"}},
        {Validity, "validity", {"定位状态", "是否定位", "定位有效", "valid", "fixtype", "fixstatus"}},
    };
    return all;
}

constexpr auto PersonNames = std::to_array<std::string_view>(
    {"姓名", "人员姓名", "人员", "队员姓名", "队员", "执法人员", "采集员", "监督员", "网格员", "巡查员", "巡查人",
     "协管员", "驾驶员", "司机", "person", "username", "userid", "user"});

/// Fields by their plain names.
class PlainFields {
public:
    explicit PlainFields(const std::vector<std::string>& fields) {
        for (const std::string& field : fields)
            m_byName.emplace(plainFieldName(field), field); // the first of equal ones
    }
    [[nodiscard]] const std::string* find(std::string_view name) const {
        const auto found = m_byName.find(name);
        return found == m_byName.end() ? nullptr : &found->second;
    }
    [[nodiscard]] const std::string* firstOf(std::span<const std::string_view> names) const {
        for (const std::string_view name : names)
            if (const std::string* const field = find(name))
                return field;
        return nullptr;
    }

private:
    std::map<std::string, std::string, std::less<>> m_byName;
};

/// A day and a time of day in two fields, with the clock's offset in a third or not.
void joinDateAndTime(const PlainFields& fields, TrackMapping& mapping) {
    using Pair = std::pair<std::string_view, std::string_view>;
    static constexpr auto Pairs = std::to_array<Pair>({{"定位日期", "定位时间"},
                                                       {"采集日期", "采集时间"},
                                                       {"上报日期", "上报时间"},
                                                       {"日期", "时间"},
                                                       {"日期", "時間"},
                                                       {"utcdate", "utctime"},
                                                       {"gpsdate", "gpstime"},
                                                       {"lcldate", "lcltime"},
                                                       {"localdate", "localtime"},
                                                       {"date", "time"}});
    static constexpr std::array<std::string_view, 4> Offsets = {"utcofst", "utcoffset", "timezone", "时区"};
    for (const auto& [date, time] : Pairs) {
        const std::string* const day = fields.find(date);
        const std::string* const clock = fields.find(time);
        if (day == nullptr || clock == nullptr)
            continue;
        std::vector<std::string>& joined = mapping[TrackTarget::Time].fields;
        if (!joined.empty() && joined[0] != *day && joined[0] != *clock)
            return; // a likelier name stays
        joined = {*day, *clock};
        if (const std::string* const offset = fields.firstOf(Offsets))
            joined.push_back(*offset);
        return;
    }
}

/// Coordinates without a sign have a letter in the field beside them.
void joinHemisphere(const PlainFields& fields, TrackMapping& mapping, TrackTarget target, std::string_view name) {
    const auto found = mapping.find(target);
    const std::string* const letter = fields.find(name);
    if (found != mapping.end() && letter != nullptr)
        found->second.fields.push_back(*letter);
}

} // namespace

std::string_view trackTargetKey(TrackTarget target) {
    return std::find_if(targets().begin(), targets().end(),
                        [target](const TargetNames& names) { return names.target == target; })
        ->key;
}

std::optional<TrackTarget> trackTargetFromKey(std::string_view key) {
    const auto found =
        std::find_if(targets().begin(), targets().end(), [key](const TargetNames& names) { return names.key == key; });
    return found == targets().end() ? std::nullopt : std::optional(found->target);
}

core::Result<TrackMapping> trackMappingFromTexts(std::span<const std::string> texts) {
    TrackMapping mapping;
    for (const std::string& text : texts) {
        auto read = readAssignment(text);
        if (!read)
            return fail(read);
        const auto target = trackTargetFromKey(read->target);
        if (!target)
            return fail(ErrorCode::BadInput, {"target-unknown", {read->target}});
        if (!mapping.emplace(*target, std::move(read->source)).second)
            return fail(ErrorCode::BadInput, {"target-repeated", {read->target}});
    }
    return mapping;
}

TrackMapping guessTrackMapping(const std::vector<std::string>& fields) {
    const PlainFields known(fields);
    TrackMapping mapping;
    for (const TargetNames& wanted : targets())
        if (const std::string* const field = known.firstOf(wanted.names))
            mapping[wanted.target].fields = {*field};
    if (const std::string* const person = known.firstOf(PersonNames))
        mapping.try_emplace(mapping.contains(TrackTarget::Device) ? TrackTarget::Name : TrackTarget::Device,
                            ValueSource{{*person}, std::nullopt});
    joinDateAndTime(known, mapping);
    if (mapping.contains(TrackTarget::Longitude) != mapping.contains(TrackTarget::Latitude)) {
        mapping.erase(TrackTarget::Longitude);
        mapping.erase(TrackTarget::Latitude);
    }
    if (mapping.contains(TrackTarget::Longitude))
        mapping.erase(TrackTarget::Wkt);
    joinHemisphere(known, mapping, TrackTarget::Longitude, "e/w");
    joinHemisphere(known, mapping, TrackTarget::Latitude, "n/s");
    return mapping;
}

} // namespace gridwarden::gis
