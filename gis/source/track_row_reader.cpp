// SPDX-License-Identifier: GPL-3.0-or-later
#include "gis/source/track_row_reader.h"

#include "core/base/text.h"
#include "gis/source/case_columns.h"
#include "gis/source/case_place.h"
#include "gis/source/coordinate_text.h"

#include <algorithm>
#include <nlohmann/json.hpp>

namespace gridwarden::gis {

using core::ErrorCode;
using core::fail;
using core::Result;
using nlohmann::json;

namespace {

/// What devices write beside a position that they only repeat or made up.
bool saysNoFix(std::string_view text) {
    static constexpr std::array<std::string_view, 12> Words = {"no fix", "nofix", "no", "none",   "invalid", "void",
                                                               "v",      "false", "0",  "未定位", "无效",    "否"};
    return std::find(Words.begin(), Words.end(), core::lowered(text)) != Words.end();
}

/// Whether a column with a day or a clock says in its name that it is UTC.
bool isUtc(const ValueSource& time) {
    constexpr std::size_t DayAndClock = 2; // the third is an offset
    return std::any_of(time.fields.begin(),
                       time.fields.begin() + static_cast<std::ptrdiff_t>(std::min(DayAndClock, time.fields.size())),
                       [](const std::string& field) { return core::lowered(field).find("utc") != std::string::npos; });
}

/// Times of vertices: a list, or a list of lists where there are several lines.
json timesFrom(std::string_view text) {
    constexpr int Deepest = 2;
    const auto shallow = [](int depth, json::parse_event_t, json&) { return depth <= Deepest; };
    return json::parse(text, shallow, /*allow_exceptions=*/false);
}

std::string textOf(const json& time) {
    return time.is_string() ? time.get<std::string>() : time.is_number() ? time.dump() : std::string();
}

} // namespace

Result<TrackRowReader> TrackRowReader::bind(const TrackMapping& mapping, const Table& table,
                                            const core::TimeZone& zone) {
    TrackRowReader reader;
    reader.m_zone = zone;
    for (const auto& [target, source] : mapping) {
        Column& column = reader.column(target);
        column.isMapped = true;
        if (source.constant) {
            column.constant = std::string(core::trimmed(*source.constant));
            column.name = trackTargetKey(target);
            continue;
        }
        auto places = columnsOf(table, source.fields);
        if (!places)
            return fail(places);
        column.places = std::move(*places);
        column.name = core::joined(source.fields, "+");
    }
    if (const auto time = mapping.find(TrackTarget::Time); time != mapping.end() && isUtc(time->second))
        if (const auto utc = core::TimeZone::find("UTC"))
            reader.m_zone = *utc;
    const auto needs = [](TrackTarget target) {
        return fail(ErrorCode::BadInput, {"mapping-needs", {std::string(trackTargetKey(target))}});
    };
    if (!reader.has(TrackTarget::Time) && !reader.has(TrackTarget::Times))
        return needs(TrackTarget::Time);
    if (reader.has(TrackTarget::Longitude) != reader.has(TrackTarget::Latitude))
        return needs(reader.has(TrackTarget::Longitude) ? TrackTarget::Latitude : TrackTarget::Longitude);
    return reader;
}

std::string_view TrackRowReader::cell(const Row& row, TrackTarget target) {
    Column& wanted = column(target);
    if (wanted.constant)
        return *wanted.constant;
    if (wanted.places.size() > 1)
        return wanted.joined = joinedValue(row, wanted.places);
    return wanted.places.empty() || wanted.places[0] >= row.values.size() ? std::string_view()
                                                                          : core::trimmed(row.values[wanted.places[0]]);
}

bool TrackRowReader::isBlank(const Row& row) const {
    return !row.point && !row.shape && std::all_of(row.values.begin(), row.values.end(), [](const std::string& value) {
        return core::trimmed(value).empty();
    });
}

void TrackRowReader::learn(const Row& row) {
    if (!row.problem.empty() || isBlank(row))
        return;
    ++m_learned;
    m_finder.add(cell(row, TrackTarget::Time));
    if (has(TrackTarget::Times)) {
        json times = timesFrom(cell(row, TrackTarget::Times));
        if (times.is_array() && !times.empty() && times[0].is_array())
            times = json(times[0]);
        if (times.is_array())
            for (const json& time : times)
                m_finder.add(textOf(time));
    }
    for (const TrackTarget target : {TrackTarget::Device, TrackTarget::Name})
        if (has(target))
            column(target).learned.emplace(cell(row, target));
}

bool TrackRowReader::isDifferentInEachRow(TrackTarget target) const {
    constexpr std::size_t Enough = 3;
    return m_learned >= Enough && column(target).learned.size() == m_learned;
}

Result<void> TrackRowReader::settle(const std::string& givenFormat) {
    auto format = givenFormat.empty()
                      ? m_finder.result(name(has(TrackTarget::Time) ? TrackTarget::Time : TrackTarget::Times))
                      : TimeFormat::parse(givenFormat);
    if (!format)
        return fail(format);
    m_format = std::move(*format);
    return {};
}

std::optional<std::int64_t> TrackRowReader::time(const Row& row, std::string_view field, std::string_view text,
                                                 TrackCollector& collector) const {
    if (text.empty()) {
        collector.refuse(row.number, field, "", {"fix-without-time", {}});
        return std::nullopt;
    }
    const auto reading = m_format.read(text);
    if (!reading) {
        collector.refuse(row.number, field, text, {"time-unreadable", {std::string(text)}});
        return std::nullopt;
    }
    return reading->momentInMilliseconds(m_zone);
}

float TrackRowReader::accuracy(const Row& row) {
    const float given = accuracyFrom(cell(row, TrackTarget::Accuracy));
    return given > 0 ? given : accuracyFrom(cell(row, TrackTarget::Hdop)) * MetresPerHdop;
}

void TrackRowReader::read(const Row& row, TrackCollector& collector) {
    if (isBlank(row))
        return collector.leaveOut();
    const bool isUsable = row.problem.empty() || (hasPlaceColumns() && CasePlaceReader::isAboutPlace(row.problem));
    if (!isUsable)
        return collector.refuse(row.number, "", "", {row.problem, {}});
    if (has(TrackTarget::Times) && row.shape && !row.shape->lines.empty())
        return readLines(row, collector);
    if (has(TrackTarget::Validity) && saysNoFix(cell(row, TrackTarget::Validity)))
        return collector.leaveOut();
    readPosition(row, collector);
}

void TrackRowReader::readPosition(const Row& row, TrackCollector& collector) {
    const auto at = time(row, name(TrackTarget::Time), cell(row, TrackTarget::Time), collector);
    if (!at)
        return;
    collector.choose(cell(row, TrackTarget::Name), cell(row, TrackTarget::Device));
    if (has(TrackTarget::Longitude))
        return collector.add(row.number, *at, cell(row, TrackTarget::Longitude), cell(row, TrackTarget::Latitude),
                             accuracy(row));
    if (has(TrackTarget::Wkt)) {
        const std::string_view text = cell(row, TrackTarget::Wkt);
        if (text.empty())
            return collector.refuse(row.number, name(TrackTarget::Wkt), "", {"fix-without-place", {}});
        const auto point = parseWktPoint(text, collector.isGeographic());
        if (!point)
            return collector.refuse(row.number, name(TrackTarget::Wkt), text, point.error().what);
        if (!*point)
            return collector.refuse(row.number, name(TrackTarget::Wkt), text, {"fix-without-place", {}});
        return collector.add(row.number, *at, **point, accuracy(row));
    }
    if (row.point)
        return collector.add(*at, *row.point, accuracy(row));
    collector.refuse(row.number, "", "", {row.shape ? "geometry-unsupported" : "fix-without-place", {}});
}

void TrackRowReader::readLines(const Row& row, TrackCollector& collector) {
    const std::string& field = name(TrackTarget::Times);
    const json times = timesFrom(cell(row, TrackTarget::Times));
    const std::vector<core::Line>& lines = row.shape->lines;
    const bool isNested = times.is_array() && !times.empty() && times[0].is_array();
    if (!times.is_array() || (isNested ? times.size() : std::size_t{1}) != lines.size())
        return collector.refuse(row.number, field, "", {"line-times-unreadable", {}});
    for (std::size_t i = 0; i < lines.size(); ++i) {
        const json& list = isNested ? times[i] : times;
        if (!list.is_array() || list.size() != lines[i].size()) {
            collector.refuse(
                row.number, field, "",
                {"line-times-other-count", {std::to_string(list.size()), std::to_string(lines[i].size())}});
            continue;
        }
        collector.begin(std::string(cell(row, TrackTarget::Name)), std::string(cell(row, TrackTarget::Device)));
        for (std::size_t k = 0; k < lines[i].size(); ++k)
            if (const auto at = time(row, field, textOf(list[k]), collector))
                collector.add(*at, lines[i][k], accuracy(row));
    }
}

} // namespace gridwarden::gis
