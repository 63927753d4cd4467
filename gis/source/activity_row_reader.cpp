// SPDX-License-Identifier: GPL-3.0-or-later
#include "gis/source/activity_row_reader.h"

#include "core/base/text.h"
#include "gis/source/coordinate_text.h"
#include "gis/source/total_rows.h"

#include <algorithm>
#include <array>
#include <cmath>

namespace gridwarden::gis {

using core::ErrorCode;
using core::fail;
using core::Result;

namespace {

constexpr std::array FilledTargets = {ActivityTarget::Day,          ActivityTarget::To,     ActivityTarget::Place,
                                      ActivityTarget::Organisation, ActivityTarget::Person, ActivityTarget::Kind};

bool hasRefusal(const std::vector<ImportProblem>& problems) {
    return std::any_of(problems.begin(), problems.end(),
                       [](const ImportProblem& problem) { return problem.isRefused; });
}

} // namespace

Result<ActivityRowReader> ActivityRowReader::make(const core::District& district, const core::ActivityRegister& known,
                                                  const Table& table, const std::vector<Row>& rows,
                                                  const ActivityMapping& mapping, const ActivityImportOptions& options,
                                                  const std::string& file) {
    const auto system = options.crs.empty() ? Result<Crs>(Crs::cgcs2000()) : Crs::parse(options.crs);
    if (!system)
        return fail(system);
    auto transform = Transform::between(*system, Crs::cgcs2000());
    if (!transform)
        return fail(transform);
    ActivityRowReader reader(district, std::move(*transform));
    reader.m_isGeographic = system->isGeographic();
    reader.m_fillsDown = options.fillDown;
    reader.m_file = file;
    if (auto found = reader.findColumns(table, mapping); !found)
        return fail(found);
    if (auto found = reader.findTimeFormat(rows, options.timeFormat); !found)
        return fail(found);
    for (const auto& entry : known.all())
        if (!entry->source.empty())
            reader.m_known.emplace(entry->source, entry.get());
    return reader;
}

Result<void> ActivityRowReader::findColumns(const Table& table, const ActivityMapping& mapping) {
    const auto fieldOf = [&](const std::string& name) -> Result<std::size_t> {
        const auto index = table.fieldIndex(name);
        if (!index)
            return fail(ErrorCode::NotFound, {"field-unknown", {name}});
        return *index;
    };
    for (const auto& [target, source] : mapping.values) {
        Column column{{}, source.constant, core::joined(source.fields, "+")};
        for (const std::string& field : source.fields) {
            const auto index = fieldOf(field);
            if (!index)
                return fail(index);
            column.fields.push_back(*index);
        }
        m_columns.emplace(target, std::move(column));
    }
    for (const auto& [field, key] : mapping.counted) {
        const auto index = fieldOf(field);
        if (!index)
            return fail(index);
        const core::ActivityKind* const kind = m_district->activityLists().find(key);
        if (kind == nullptr)
            return fail(ErrorCode::NotFound, {"activity-kind-unknown", {key}});
        m_counted.push_back({*index, field, kind});
    }
    std::sort(m_counted.begin(), m_counted.end(),
              [](const CountedColumn& a, const CountedColumn& b) { return a.field < b.field; });
    if (!has(ActivityTarget::Day))
        return fail(ErrorCode::BadInput, {"mapping-needs", {"day"}});
    if (!has(ActivityTarget::Kind) && m_counted.empty())
        return fail(ErrorCode::BadInput, {"mapping-needs", {"kind"}});
    if (has(ActivityTarget::Longitude) != has(ActivityTarget::Latitude))
        return fail(ErrorCode::BadInput,
                    {"mapping-needs", {has(ActivityTarget::Longitude) ? "latitude" : "longitude"}});
    return {};
}

Result<void> ActivityRowReader::findTimeFormat(const std::vector<Row>& rows, const std::string& wanted) {
    if (!wanted.empty()) {
        auto format = TimeFormat::parse(wanted);
        if (!format)
            return fail(format);
        m_timeFormat = std::move(*format);
        return {};
    }
    TimeFormatFinder finder;
    for (const Row& row : rows)
        if (row.problem.empty() && totalIn(row).empty())
            for (const ActivityTarget target : {ActivityTarget::Day, ActivityTarget::To})
                if (has(target) && !m_columns.at(target).constant)
                    finder.add(cell(row, target));
    auto format = finder.result(m_columns.at(ActivityTarget::Day).name);
    if (!format)
        return fail(format);
    m_timeFormat = std::move(*format);
    return {};
}

std::string ActivityRowReader::cell(const Row& row, ActivityTarget target) const {
    const auto found = m_columns.find(target);
    if (found == m_columns.end())
        return {};
    if (found->second.constant)
        return *found->second.constant;
    std::string text;
    for (const std::size_t field : found->second.fields) {
        const std::string_view part = field < row.values.size() ? core::trimmed(row.values[field]) : std::string_view();
        if (!part.empty() && !text.empty())
            text += ' ';
        text += part;
    }
    return text;
}

/// With empty cells taken from above, where that is wanted.
std::string ActivityRowReader::filled(const Row& row, ActivityTarget target) {
    std::string text = cell(row, target);
    if (!m_fillsDown || std::find(FilledTargets.begin(), FilledTargets.end(), target) == FilledTargets.end())
        return text;
    if (text.empty())
        return m_above[target];
    m_above[target] = text;
    return text;
}

/// The cell that makes the row a total: the first one that holds anything, or one that says what the row is about.
std::string ActivityRowReader::totalIn(const Row& row) const {
    if (std::string total = totalAtStart(row.values); !total.empty())
        return total;
    for (const ActivityTarget target :
         {ActivityTarget::Day, ActivityTarget::Kind, ActivityTarget::Organisation, ActivityTarget::Person})
        if (const std::string text = cell(row, target); saysTotal(text))
            return text;
    return {};
}

bool ActivityRowReader::isBlank(const Row& row) const {
    return std::all_of(row.values.begin(), row.values.end(),
                       [](const std::string& value) { return core::trimmed(value).empty(); });
}

void ActivityRowReader::refuse(Reading& reading, const Row& row, const std::string& field, const std::string& value,
                               core::Message reason) const {
    reading.problems.push_back({row.number, field, value, std::move(reason), true});
}

void ActivityRowReader::refuse(Reading& reading, const Row& row, ActivityTarget target, const std::string& value,
                               core::Message reason) const {
    const auto column = m_columns.find(target);
    refuse(reading, row,
           column == m_columns.end() || column->second.name.empty() ? std::string(activityTargetKey(target))
                                                                    : column->second.name,
           value, std::move(reason));
}

ActivityRowReader::Reading ActivityRowReader::read(const Row& row) {
    Reading reading;
    if (isBlank(row)) { // also where it has too few fields
        reading.isLeftOut = true;
        return reading;
    }
    if (!row.problem.empty()) {
        refuse(reading, row, "", "", {row.problem, {}});
        return reading;
    }
    if (const std::string total = totalIn(row); !total.empty()) {
        reading.isLeftOut = reading.isTotal = true;
        reading.problems.push_back({row.number, "", total, {"row-is-total", {total}}});
        return reading;
    }
    core::Activity common;
    readCommon(row, common, reading);
    if (has(ActivityTarget::Kind))
        readOne(row, std::move(common), reading);
    else
        readCounted(row, common, reading);
    if (hasRefusal(reading.problems))
        reading.activities.clear();
    return reading;
}

void ActivityRowReader::readCommon(const Row& row, core::Activity& activity, Reading& reading) {
    readTime(row, activity, reading);
    readPlace(row, activity, reading);
    activity.description = cell(row, ActivityTarget::Description);
    activity.note = cell(row, ActivityTarget::Note);
    if (const std::string name = filled(row, ActivityTarget::Organisation); !name.empty()) {
        const core::Organisation* const organisation = m_district->people().organisationNamed(name);
        if (organisation == nullptr)
            refuse(reading, row, ActivityTarget::Organisation, name, {"handler-unknown", {name}});
        else
            activity.organisation = organisation->id;
    }
    if (const std::string name = filled(row, ActivityTarget::Person); !name.empty()) {
        const core::Person* const person = m_district->people().personNamed(name);
        if (person == nullptr)
            refuse(reading, row, ActivityTarget::Person, name, {"handler-unknown", {name}});
        else
            activity.person = person->id;
    }
    if (const std::string text = cell(row, ActivityTarget::People); !text.empty()) {
        const auto people = readQuantity(text);
        if (!people || people->value != std::floor(people->value) || people->value > 1e9)
            refuse(reading, row, ActivityTarget::People, text, {"people-unreadable", {text}});
        else
            activity.people = static_cast<std::int64_t>(people->value);
    }
}

std::optional<core::LocalTime> ActivityRowReader::localTime(const std::string& text) const {
    if (const auto day = core::parseDay(text)) // as a constant is written
        return core::LocalTime(*day);
    const auto reading = m_timeFormat.read(text);
    if (!reading)
        return std::nullopt;
    return m_district->timeZone().toLocal(reading->moment(m_district->timeZone()));
}

/// Midnight at both ends means that only the days are known.
void ActivityRowReader::readTime(const Row& row, core::Activity& activity, Reading& reading) {
    const std::string text = filled(row, ActivityTarget::Day);
    if (text.empty())
        return refuse(reading, row, ActivityTarget::Day, "", {"day-missing", {}});
    const auto first = localTime(text);
    if (!first)
        return refuse(reading, row, ActivityTarget::Day, text, {"time-unreadable", {text}});
    std::optional<core::LocalTime> last = first;
    if (const std::string end = filled(row, ActivityTarget::To); !end.empty())
        if (last = localTime(end); !last)
            return refuse(reading, row, ActivityTarget::To, end, {"time-unreadable", {end}});
    const core::TimeZone& zone = m_district->timeZone();
    const auto dayOf = [](core::LocalTime time) { return std::chrono::floor<std::chrono::days>(time); };
    if (dayOf(*first) == *first && dayOf(*last) == *last)
        activity.time = core::ActivityTime::ofDays({dayOf(*first), dayOf(*last)}, zone);
    else
        activity.time = core::ActivityTime::between(zone.toUtc(*first), zone.toUtc(*last), zone);
}

void ActivityRowReader::readPlace(const Row& row, core::Activity& activity, Reading& reading) {
    activity.place = filled(row, ActivityTarget::Place);
    const std::string longitude = cell(row, ActivityTarget::Longitude);
    const std::string latitude = cell(row, ActivityTarget::Latitude);
    if (longitude.empty() != latitude.empty())
        return refuse(reading, row, longitude.empty() ? ActivityTarget::Longitude : ActivityTarget::Latitude, "",
                      {"coordinate-incomplete", {}});
    if (!longitude.empty()) {
        const auto x = parseCoordinate(longitude, Axis::X, m_isGeographic);
        if (!x)
            return refuse(reading, row, ActivityTarget::Longitude, longitude, x.error().what);
        const auto y = parseCoordinate(latitude, Axis::Y, m_isGeographic);
        if (!y)
            return refuse(reading, row, ActivityTarget::Latitude, latitude, y.error().what);
        const auto place = m_transform.forward(MapPoint{*x, *y});
        if (!place)
            return refuse(reading, row, ActivityTarget::Longitude, longitude + " " + latitude, place.error().what);
        activity.point = toGeoPoint(*place);
        return;
    }
    if (row.point) {
        activity.point = row.point;
        return;
    }
    const std::string code = cell(row, ActivityTarget::Area);
    if (code.empty())
        return;
    const core::Area* const area = m_district->areas().find(core::AreaKind::Grid, code, activity.time.day());
    const auto point = area == nullptr ? std::nullopt : core::labelPoint(area->shape);
    if (!point)
        return refuse(reading, row, ActivityTarget::Area, code, {"area-unknown", {code}});
    activity.point = point;
    reading.problems.push_back(
        {row.number, m_columns.at(ActivityTarget::Area).name, code, {"place-from-area", {code}}});
}

void ActivityRowReader::readOne(const Row& row, core::Activity activity, Reading& reading) {
    const std::string name = filled(row, ActivityTarget::Kind);
    const core::ActivityKind* const kind = m_district->activityLists().named(name);
    if (kind == nullptr)
        return refuse(reading, row, ActivityTarget::Kind, name, {"activity-kind-unknown", {name}});
    activity.kind = kind->key;
    QuantityReading quantity{1, {}, false}; // a table without quantities has one in each row
    const std::string text = cell(row, ActivityTarget::Quantity);
    if (has(ActivityTarget::Quantity)) {
        if (text.empty())
            return refuse(reading, row, ActivityTarget::Quantity, "", {"quantity-missing", {}});
        const auto read = readQuantity(text);
        if (!read)
            return refuse(reading, row, ActivityTarget::Quantity, text, {"quantity-unreadable", {text}});
        quantity = *read;
    }
    if (const std::string unit = cell(row, ActivityTarget::Unit); !unit.empty())
        quantity.unit = unit;
    add(row, has(ActivityTarget::Quantity) ? m_columns.at(ActivityTarget::Quantity).name : std::string(), text,
        quantity, std::move(activity), reading);
}

void ActivityRowReader::readCounted(const Row& row, const core::Activity& common, Reading& reading) {
    bool isAnything = false;
    for (const CountedColumn& column : m_counted) {
        const std::string text(column.field < row.values.size() ? core::trimmed(row.values[column.field])
                                                                : std::string_view());
        if (text.empty() || text == "-" || text == "/" || text == "—")
            continue;
        isAnything = true;
        const auto quantity = readQuantity(text);
        if (!quantity) {
            refuse(reading, row, column.name, text, {"quantity-unreadable", {text}});
            continue;
        }
        if (quantity->value == 0) // nothing was done
            continue;
        core::Activity activity = common;
        activity.kind = column.kind->key;
        add(row, column.name, text, *quantity, std::move(activity), reading);
    }
    if (!isAnything)
        refuse(reading, row, "", "", {"quantity-missing", {}});
    else if (reading.activities.empty() && !hasRefusal(reading.problems))
        reading.isLeftOut = true; // only zeros
}

void ActivityRowReader::add(const Row& row, const std::string& field, const std::string& value,
                            const QuantityReading& quantity, core::Activity activity, Reading& reading) {
    activity.quantity = quantity.value;
    activity.unit = quantity.unit;
    activity.source = m_file + ":" + std::to_string(row.number) + (m_counted.empty() ? "" : ":" + field);
    auto whole = core::completed(*m_district, std::move(activity));
    if (!whole)
        return refuse(reading, row, field, value, whole.error().what);
    if (const auto known = m_known.find(whole->source); known != m_known.end()) {
        core::Activity same = *known->second;
        same.id = {};
        if (same == *whole)
            return refuse(reading, row, field, value, {"activity-imported-already", {}});
    }
    if (quantity.isAbout)
        reading.problems.push_back({row.number, field, value, {"quantity-about", {value}}});
    reading.activities.push_back(std::move(*whole));
}

} // namespace gridwarden::gis
