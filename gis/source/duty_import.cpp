// SPDX-License-Identifier: GPL-3.0-or-later
#include "gis/source/duty_import.h"

#include "core/base/text.h"
#include "core/base/words.h"
#include "core/district/hours_text.h"
#include "gis/source/duty_columns.h"
#include "gis/source/table.h"

#include <algorithm>
#include <charconv>
#include <cmath>
#include <map>
#include <set>
#include <tuple>

namespace gridwarden::gis {

using core::ErrorCode;
using core::fail;
using core::Result;

namespace {

constexpr std::array NeededColumns = {DutyColumn::Area, DutyColumn::Person, DutyColumn::Weekdays, DutyColumn::Start,
                                      DutyColumn::End};

/// What makes two duties the same.
auto contentOf(const core::Duty& duty) {
    const core::GeoPoint place = duty.place.value_or(core::GeoPoint{});
    return std::tuple(duty.area, duty.person, duty.responsibility, duty.from, duty.to, duty.weekdays & 0x7f,
                      duty.startMinute, duty.endMinute, duty.post, duty.place.has_value(), place.longitude,
                      place.latitude);
}

/// "2026-3-2", "2026/03/02", "2026.3.2", "2026年3月2日", "20260302".
std::optional<core::Day> dayFrom(std::string_view text) {
    std::vector<std::string> parts(1);
    for (const char sign : text)
        if (sign >= '0' && sign <= '9')
            parts.back() += sign;
        else if (!parts.back().empty())
            parts.emplace_back();
    if (parts.back().empty())
        parts.pop_back();
    if (parts.size() == 1 && parts[0].size() == 8)
        parts = {parts[0].substr(0, 4), parts[0].substr(4, 2), parts[0].substr(6)};
    if (parts.size() < 3 || parts[0].size() != 4 || parts[1].size() > 2 || parts[2].size() > 2)
        return std::nullopt;
    for (std::size_t i = 3; i < parts.size(); ++i) // a spreadsheet may add midnight to a day
        if (parts[i].find_first_not_of('0') != std::string::npos)
            return std::nullopt;
    const auto two = [](const std::string& digits) { return digits.size() == 1 ? '0' + digits : digits; };
    const auto day = core::parseDay(parts[0] + '-' + two(parts[1]) + '-' + two(parts[2]));
    return day ? std::optional(*day) : std::nullopt;
}

std::optional<double> degreesFrom(std::string_view text, double most) {
    double value = 0;
    const auto [end, problem] = std::from_chars(text.data(), text.data() + text.size(), value);
    return problem == std::errc{} && end == text.data() + text.size() && std::abs(value) <= most ? std::optional(value)
                                                                                                 : std::nullopt;
}

class DutyRowReader {
public:
    DutyRowReader(const core::District& district, const DutyImportOptions& options,
                  const std::vector<std::string>& fields)
        : m_areas(district.areas()), m_people(district.people()), m_options(options), m_fields(fields) {
        for (std::size_t i = 0; i < fields.size(); ++i)
            if (const auto column = dutyColumnOf(fields[i]))
                m_columns.emplace(*column, i);
        for (const core::Duty& duty : m_people.duties())
            m_known.insert(contentOf(duty));
    }

    [[nodiscard]] std::optional<DutyColumn> missing() const {
        const auto found = std::find_if(NeededColumns.begin(), NeededColumns.end(), [this](DutyColumn column) {
            return !m_columns.contains(column) &&
                   !(column == DutyColumn::Person && m_columns.contains(DutyColumn::PersonCode));
        });
        return found == NeededColumns.end() ? std::nullopt : std::optional(*found);
    }

    void take(const Row& row, DutyImportReport& report) {
        m_row = &row;
        m_problem.reset();
        ++report.read;
        if (row.problem.empty() && std::all_of(row.values.begin(), row.values.end(),
                                               [](const auto& value) { return core::trimmed(value).empty(); })) {
            ++report.leftOut;
            return;
        }
        core::Duty duty;
        if (row.problem.empty())
            duty = read();
        else
            m_problem = ImportProblem{row.number, {}, {}, {row.problem, {}}, true};
        if (!m_problem && !m_known.insert(contentOf(duty)).second) {
            ++report.leftOut;
            report.problems.push_back({row.number, {}, {}, {"duty-there-already", {}}, false});
        } else if (m_problem) {
            ++report.rejected;
            report.problems.push_back(std::move(*m_problem));
        } else {
            ++report.accepted;
            report.duties.push_back(std::move(duty));
        }
    }

private:
    [[nodiscard]] std::string value(DutyColumn column) const {
        const auto found = m_columns.find(column);
        return found == m_columns.end() || found->second >= m_row->values.size()
                   ? std::string()
                   : std::string(core::trimmed(m_row->values[found->second]));
    }
    /// The first one of a row is told.
    void refuse(DutyColumn column, const char* key, std::vector<std::string> arguments) {
        const auto found = m_columns.find(column);
        if (!m_problem)
            m_problem = ImportProblem{m_row->number,
                                      found == m_columns.end() ? std::string() : m_fields[found->second],
                                      value(column),
                                      {key, std::move(arguments)},
                                      true};
    }
    void refuse(DutyColumn column, const char* key) { refuse(column, key, {value(column)}); }

    core::Duty read() {
        core::Duty duty;
        duty.area = area();
        duty.person = person();
        duty.responsibility = value(DutyColumn::Responsibility);
        const auto read = [this](DutyColumn column, auto parse, const char* problem) {
            const auto parsed = parse(value(column));
            if (!parsed)
                refuse(column, problem);
            return parsed;
        };
        duty.weekdays = read(DutyColumn::Weekdays, core::weekdaysFromText, "weekdays-unreadable").value_or(0);
        duty.startMinute = read(DutyColumn::Start, core::clockFromText, "clock-unreadable").value_or(0);
        duty.endMinute = read(DutyColumn::End, core::clockFromText, "clock-unreadable").value_or(0);
        if (!value(DutyColumn::From).empty())
            duty.from = read(DutyColumn::From, dayFrom, "day-unreadable");
        if (!value(DutyColumn::To).empty())
            duty.to = read(DutyColumn::To, dayFrom, "day-unreadable");
        if (duty.from && duty.to && *duty.to < *duty.from)
            refuse(DutyColumn::To, "duty-ends-before-start", {});
        duty.post = value(DutyColumn::Post);
        if (!value(DutyColumn::Longitude).empty() || !value(DutyColumn::Latitude).empty()) {
            const auto longitude = degreesFrom(value(DutyColumn::Longitude), 180);
            const auto latitude = degreesFrom(value(DutyColumn::Latitude), 90);
            if (!longitude || !latitude)
                refuse(longitude ? DutyColumn::Latitude : DutyColumn::Longitude, "place-unreadable");
            else if (duty.post.empty())
                refuse(DutyColumn::Post, "post-without-name", {});
            else
                duty.place = core::GeoPoint{*longitude, *latitude};
        }
        return duty;
    }

    /// Of the latest area that had the code.
    core::AreaId area() {
        core::AreaKind kind = m_options.kind;
        if (const std::string named = value(DutyColumn::Kind); !named.empty()) {
            const auto found =
                std::find_if(core::AllAreaKinds.begin(), core::AllAreaKinds.end(), [&](core::AreaKind one) {
                    const auto key = core::areaKindKey(one);
                    return key == core::lowered(named) ||
                           core::word("area_kinds", key, core::Language::Chinese) == named ||
                           core::lowered(core::word("area_kinds", key, core::Language::English)) ==
                               core::lowered(named);
                });
            if (found == core::AllAreaKinds.end()) {
                refuse(DutyColumn::Kind, "area-kind-unknown");
                return {};
            }
            kind = *found;
        }
        const core::Area* const found = m_areas.find(kind, value(DutyColumn::Area));
        if (found == nullptr)
            refuse(DutyColumn::Area, "area-unknown");
        return found == nullptr ? core::AreaId() : found->id;
    }

    core::PersonId person() {
        const std::string code = value(DutyColumn::PersonCode), name = value(DutyColumn::Person);
        const auto column = code.empty() ? DutyColumn::Person : DutyColumn::PersonCode;
        std::vector<core::PersonId> found;
        for (const core::Person& person : m_people.people())
            if (code.empty() ? !name.empty() && (person.name == name || person.code == name) : person.code == code)
                found.push_back(person.id);
        if (found.size() == 1)
            return found.front();
        refuse(column, found.empty() ? "person-unknown" : "person-ambiguous");
        return {};
    }

    const core::AreaRegister& m_areas;
    const core::PeopleRegister& m_people;
    const DutyImportOptions& m_options;
    const std::vector<std::string>& m_fields;
    std::map<DutyColumn, std::size_t> m_columns;
    std::set<decltype(contentOf(core::Duty()))> m_known;
    const Row* m_row = nullptr;
    std::optional<ImportProblem> m_problem;
};

} // namespace

Result<DutyImportReport> readDuties(const core::District& district, const std::filesystem::path& path,
                                    const DutyImportOptions& options) {
    TableOptions wanted;
    wanted.layer = options.layer;
    wanted.encoding = options.encoding;
    wanted.goOn = options.goOn;
    auto table = Table::open(path, wanted);
    if (!table)
        return fail(table);
    DutyRowReader reader(district, options, table->fields());
    if (const auto column = reader.missing())
        return fail(ErrorCode::BadInput, {"roster-needs",
                                          {std::string(dutyColumnTitle(*column, core::Language::Chinese)),
                                           std::string(dutyColumnTitle(*column, core::Language::English))}});
    DutyImportReport report;
    while (true) {
        if (options.goOn && !options.goOn())
            return fail(ErrorCode::Cancelled, {"cancelled", {}});
        const auto row = table->next();
        if (!row)
            return fail(row);
        if (!*row)
            return report;
        reader.take(**row, report);
    }
}

Result<DutyImportReport> importDuties(core::District& district, const core::Actor& actor,
                                      const std::filesystem::path& path, const DutyImportOptions& options) {
    auto report = readDuties(district, path, options);
    if (!report || report->duties.empty())
        return report;
    const core::Message label{"import-duties", {std::to_string(report->duties.size()), path.filename().string()}};
    const auto done = district.change(label, actor, [&](core::Change& change) -> Result<void> {
        for (core::Duty& duty : report->duties) {
            const auto saved = core::saveDuty(change, duty);
            if (!saved)
                return fail(saved);
            duty.id = *saved;
        }
        return {};
    });
    if (!done)
        return fail(done);
    return report;
}

} // namespace gridwarden::gis
