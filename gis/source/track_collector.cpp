// SPDX-License-Identifier: GPL-3.0-or-later
#include "gis/source/track_collector.h"

#include "core/base/text.h"
#include "gis/source/coordinate_text.h"

#include <algorithm>
#include <charconv>

namespace gridwarden::gis {

using core::ErrorCode;
using core::fail;
using core::Result;

namespace {

constexpr std::size_t MostProblems = 10'000;

} // namespace

float accuracyFrom(std::string_view text) {
    const std::string_view number = core::trimmed(text);
    float value = 0;
    const auto [end, error] =
        std::from_chars(number.data(), number.data() + number.size(), value, std::chars_format::fixed);
    constexpr float Most = 100'000;
    return error == std::errc{} && value > 0 && value < Most ? value : 0;
}

Result<TrackCollector> TrackCollector::make(TrackFormat format, const std::string& crs) {
    const auto system = Crs::parse(crs);
    if (!system)
        return fail(system);
    auto transform = Transform::between(*system, Crs::cgcs2000());
    if (!transform)
        return fail(transform);
    TrackCollector collector(std::move(*transform));
    collector.m_read.format = format;
    collector.m_read.crs = system->text();
    collector.m_isGeographic = system->isGeographic();
    if (collector.m_transform.isBallpark())
        collector.remark({"datum-shift-unknown", {system->codeOrName()}});
    return collector;
}

void TrackCollector::nameAxes(std::string x, std::string y) {
    m_xName = std::move(x);
    m_yName = std::move(y);
}

void TrackCollector::begin(std::string name, std::string device) {
    m_current = m_read.tracks.size();
    m_read.tracks.push_back({std::move(name), std::move(device), {}});
}

void TrackCollector::choose(std::string_view name, std::string_view device) {
    if (m_current < m_read.tracks.size() && m_read.tracks[m_current].name == name &&
        m_read.tracks[m_current].device == device)
        return;
    std::string key(device);
    key += '\0';
    key += name;
    const auto [place, isNew] = m_places.try_emplace(std::move(key), m_read.tracks.size());
    if (isNew)
        begin(std::string(name), std::string(device));
    else
        m_current = place->second;
}

void TrackCollector::nameFrom(std::size_t first, const std::string& name) {
    for (std::size_t i = first; i < m_read.tracks.size(); ++i)
        m_read.tracks[i].name = name;
}

void TrackCollector::add(std::size_t row, std::int64_t at, std::string_view x, std::string_view y, float accuracy) {
    const std::string_view east = core::trimmed(x), north = core::trimmed(y);
    if (east.empty() && north.empty())
        return refuse(row, m_xName, "", {"fix-without-place", {}});
    if (east.empty() || north.empty())
        return refuse(row, east.empty() ? m_xName : m_yName, "", {"coordinate-incomplete", {}});
    auto longitude = parseCoordinate(east, Axis::X, m_isGeographic);
    auto latitude = parseCoordinate(north, Axis::Y, m_isGeographic);
    if (longitude && latitude)
        return add(row, at, MapPoint{*longitude, *latitude}, accuracy);
    m_swapped += parseCoordinate(north, Axis::X, m_isGeographic) && parseCoordinate(east, Axis::Y, m_isGeographic);
    if (!longitude)
        refuse(row, m_xName, east, std::move(longitude.error().what));
    else
        refuse(row, m_yName, north, std::move(latitude.error().what));
}

void TrackCollector::add(std::size_t row, std::int64_t at, MapPoint place, float accuracy) {
    if (place == MapPoint{})
        return leaveOut();
    const auto moved = m_transform.forward(place);
    if (!moved)
        return refuse(row, m_xName, "", moved.error().what);
    add(at, toGeoPoint(*moved), accuracy);
}

void TrackCollector::add(std::int64_t at, core::GeoPoint place, float accuracy) {
    if (place == core::GeoPoint{})
        return leaveOut();
    ++m_read.read;
    ++m_fixes;
    m_read.tracks[m_current].fixes.push_back({at, place, accuracy});
}

void TrackCollector::refuse(std::size_t row, std::string_view field, std::string_view value, core::Message reason) {
    ++m_read.read;
    ++m_read.rejected;
    m_withoutTime += reason.key == "fix-without-time";
    if (m_read.rejected <= MostProblems)
        m_read.problems.push_back({row, std::string(field), std::string(value), std::move(reason), true});
}

void TrackCollector::leaveOut() {
    ++m_read.read;
    ++m_read.withoutFix;
}

Result<void> TrackCollector::breakOff(std::size_t row, core::Error error) {
    if (m_fixes == 0 || error.code == ErrorCode::Cancelled)
        return tl::unexpected(std::move(error));
    m_read.problems.push_back({row, "", "", std::move(error.what), false});
    return {};
}

Result<ReadTracks> TrackCollector::finish(const std::filesystem::path& path) {
    const auto unusable = [&](const char* key) {
        return fail(ErrorCode::BadInput, {key, {path.string()}}, path.string());
    };
    if (isFull())
        return fail(ErrorCode::BadInput, {"tracks-too-large", {path.string(), std::to_string(MostFixes)}},
                    path.string());
    if (m_read.read == 0)
        return unusable("tracks-missing");
    if (m_withoutTime == m_read.read)
        return unusable("tracks-without-times");
    std::erase_if(m_read.tracks, [](const core::Track& track) { return track.fixes.empty(); });
    m_read.accepted = m_fixes;
    if (m_swapped * 2 > m_read.read)
        m_read.remarks.push_back({"coordinates-look-swapped", {m_xName, m_yName}});
    if (m_read.withoutFix > 0)
        m_read.remarks.push_back({"fixes-without-fix", {std::to_string(m_read.withoutFix)}});
    if (m_read.rejected > MostProblems)
        m_read.remarks.push_back({"track-problems-left-out", {std::to_string(m_read.rejected - MostProblems)}});
    return std::move(m_read);
}

} // namespace gridwarden::gis
