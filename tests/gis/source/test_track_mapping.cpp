// SPDX-License-Identifier: GPL-3.0-or-later
#include "gis/source/track_mapping.h"

#include <catch2/catch.hpp>

using namespace gridwarden;
using namespace gridwarden::gis;
using Lines = std::vector<std::string>;

namespace {

/// "time=DATE+TIME" of each target.
Lines guessed(const Lines& fields) {
    Lines lines;
    for (const auto& [target, source] : guessTrackMapping(fields)) {
        lines.push_back(std::string(trackTargetKey(target)) + "=");
        for (std::size_t i = 0; i < source.fields.size(); ++i)
            lines.back() += (i == 0 ? "" : "+") + source.fields[i];
    }
    return lines;
}

} // namespace

TEST_CASE("columns of tracks are known by the names that platforms and loggers use", "[gis][tracks]") {
    CHECK(guessed({"设备号", "定位时间", "经度", "纬度", "速度(km/h)", "定位精度（米）"}) ==
          Lines{"time=定位时间", "longitude=经度", "latitude=纬度", "device=设备号", "accuracy=定位精度（米）"});
    CHECK(guessed({"INDEX", "DATE", "TIME", "VALID", "LATITUDE", "N/S", "LONGITUDE", "E/W"}) ==
          Lines{"time=DATE+TIME", "longitude=LONGITUDE+E/W", "latitude=LATITUDE+N/S", "validity=VALID"});
    CHECK(guessed({"Lcl Date", "Lcl Time", "UTCOfst", "Latitude", "Longitude"}) ==
          Lines{"time=Lcl Date+Lcl Time+UTCOfst", "longitude=Longitude", "latitude=Latitude"});
    CHECK(guessed({"gnss_timestamp", "hacc", "HDOP", "lon", "lat"}) ==
          Lines{"time=gnss_timestamp", "longitude=lon", "latitude=lat", "accuracy=hacc", "hdop=HDOP"});
    CHECK(guessed({"point", "time", "id"}) == Lines{"time=time", "wkt=point", "device=id"});
    CHECK(guessed({"coordTimes", "name"}) == Lines{"times=coordTimes", "name=name"});
}

TEST_CASE("a person stands for the device only where none is named", "[gis][tracks]") {
    CHECK(guessed({"姓名", "时间", "经度", "纬度"}) ==
          Lines{"time=时间", "longitude=经度", "latitude=纬度", "device=姓名"});
    CHECK(guessed({"姓名", "终端号", "时间", "经度", "纬度"}) ==
          Lines{"time=时间", "longitude=经度", "latitude=纬度", "device=终端号", "name=姓名"});
}

TEST_CASE("a coordinate alone is none and a time that is named better is not joined", "[gis][tracks]") {
    CHECK(guessed({"定位时间", "日期", "时间", "经度"}) == Lines{"time=定位时间"});
}

TEST_CASE("columns of tracks are told in texts", "[gis][tracks]") {
    const Lines texts = {"time=DAY+CLOCK", "longitude=X", "latitude=Y", "device==K12"};
    const auto mapping = trackMappingFromTexts(texts);
    REQUIRE(mapping);
    CHECK(mapping->at(TrackTarget::Time).fields == Lines{"DAY", "CLOCK"});
    CHECK(mapping->at(TrackTarget::Device).constant == "K12");
    for (const TrackTarget target : AllTrackTargets)
        CHECK(trackTargetFromKey(trackTargetKey(target)) == target);
    const auto [text, key] = GENERATE(table<const char*, const char*>(
        {{"time", "mapping-unreadable"}, {"time=", "mapping-unreadable"}, {"speed=V", "target-unknown"}}));
    CHECK(trackMappingFromTexts(Lines{text}).error().what.key == key);
    CHECK(trackMappingFromTexts(Lines{"time=A", "time=B"}).error().what.key == "target-repeated");
}
