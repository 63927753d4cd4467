// SPDX-License-Identifier: GPL-3.0-or-later
#include "gis/source/area_import.h"

#include "core/district/road_grade.h"
#include "core/base/text.h"
#include "core/district.h"
#include "core/district/areas.h"
#include "core/store/interruption.h"
#include "gis/source/border_snapper.h"
#include "gis/source/shape_fault.h"
#include "gis/source/table.h"
#include "gis/source/time_format.h"

#include <cmath>
#include <fmt/format.h>
#include <numbers>
#include <unordered_map>

namespace gridwarden::gis {

using core::Area;
using core::Day;
using core::ErrorCode;
using core::fail;
using core::Message;
using core::Result;

namespace {

constexpr double ReadingPart = 0.6; // of the progress shown
constexpr double CheckingPart = 0.3;
constexpr std::size_t RowsBetweenProgress = 64;

std::optional<Day> readDay(std::string_view text) {
    if (const auto day = core::parseDay(text))
        return *day;
    for (const DateStyle style : {DateStyle::YearMonthDay, DateStyle::Compact})
        if (const auto reading = TimeFormat(style, {}).read(text))
            return std::chrono::floor<std::chrono::days>(reading->local);
    return {};
}

/// A first or last day: from a field, the same for all, or open.
struct DaySource {
    std::optional<std::size_t> field;
    std::optional<Day> day;
};

struct Draft {
    std::size_t row = 0;
    Area area;
    std::string parentCode;
    std::optional<PlanarShape> sourceShape;
};

class AreaImport {
public:
    AreaImport(core::District& district, const core::Actor& actor, std::filesystem::path path,
               const AreaImportOptions& options, const Progress& progress, GoOn goOn)
        : m_district(district), m_actor(actor), m_path(std::move(path)), m_options(options), m_progress(progress),
          m_goOn(std::move(goOn)) {}

    Result<AreaImportReport> run() {
        if (auto done = read(); !done)
            return fail(done);
        if (m_options.snapMetres > 0)
            if (auto done = snap(); !done)
                return fail(done);
        if (auto done = check(); !done)
            return fail(done);
        if (auto done = write(); !done)
            return fail(done);
        m_report.accepted = m_drafts.size();
        m_report.rejected = m_report.read - m_report.accepted;
        std::stable_sort(m_report.problems.begin(), m_report.problems.end(),
                         [](const ImportProblem& a, const ImportProblem& b) { return a.row < b.row; });
        return std::move(m_report);
    }

private:
    Result<void> read() {
        auto table =
            Table::open(m_path, {m_options.layer, m_options.encoding, m_options.crs, m_options.snapMetres > 0, m_goOn});
        if (!table)
            return fail(table);
        if (auto found = findFields(*table); !found)
            return found;
        if (!table->hasGeometry())
            return fail(ErrorCode::BadInput, {"layer-no-shapes", {m_path.string()}}, m_path.string());
        if (table->crsName().empty())
            return fail(ErrorCode::BadInput, {"crs-missing", {m_path.string()}}, m_path.string());
        m_report.crs = table->crsName();
        m_report.encoding = table->encodingUsed();
        if (table->isBallpark())
            m_report.problems.push_back({0, {}, {}, {"datum-shift-unknown", {m_report.crs}}, false});
        while (true) {
            auto row = table->next();
            if (!row)
                return fail(row);
            if (!*row)
                return {};
            ++m_report.read;
            take(std::move(**row));
            if (m_report.read % RowsBetweenProgress == 0 && !goOn(ReadingPart * table->progressPercent() / 100))
                return fail(ErrorCode::Cancelled, {"cancelled", {}});
        }
    }

    Result<void> findFields(const Table& table) {
        const auto find = [&table](const std::string& name, std::optional<std::size_t>& place) -> Result<void> {
            if (name.empty())
                return {};
            place = table.fieldIndex(name);
            if (!place)
                return fail(ErrorCode::NotFound, {"field-unknown", {name}});
            return {};
        };
        for (const auto& [name, place] :
             {std::pair(&m_options.nameField, &m_name), std::pair(&m_options.parentField, &m_parent),
              std::pair(&m_options.gradeField, &m_grade)})
            if (auto found = find(*name, *place); !found)
                return found;
        m_code = table.fieldIndex(m_options.codeField);
        if (!m_code)
            return fail(ErrorCode::NotFound, {"field-unknown", {m_options.codeField}});
        for (const auto& [text, source] : {std::pair(&m_options.from, &m_from), std::pair(&m_options.to, &m_to)}) {
            if (text->empty())
                continue;
            source->field = table.fieldIndex(*text);
            if (!source->field)
                source->day = readDay(*text);
            if (!source->field && !source->day)
                return fail(ErrorCode::NotFound, {"field-unknown", {*text}});
        }
        return {};
    }

    void refuse(std::size_t row, Message reason, std::string field = {}, std::string value = {}) {
        m_report.problems.push_back({row, std::move(field), std::move(value), std::move(reason), true});
    }
    void note(std::size_t row, Message reason, std::string field = {}, std::string value = {}) {
        m_report.problems.push_back({row, std::move(field), std::move(value), std::move(reason), false});
    }

    /// False when the row was refused for it.
    bool takeDay(const Row& row, const DaySource& source, const std::string& field, std::optional<Day>& day) {
        day = source.day;
        if (!source.field)
            return true;
        const std::string_view text = core::trimmed(row.values[*source.field]);
        if (text.empty())
            return true;
        day = readDay(text);
        if (!day)
            refuse(row.number, {"day-unreadable", {std::string(text)}}, field, std::string(text));
        return day.has_value();
    }

    void take(Row row) {
        if (!row.problem.empty())
            return refuse(row.number, {row.problem, {}});
        Draft draft;
        draft.row = row.number;
        draft.area.kind = m_options.kind;
        draft.area.code = core::trimmed(row.values[*m_code]);
        if (draft.area.code.empty())
            return refuse(row.number, {"area-code-missing", {}}, m_options.codeField);
        if (m_name)
            draft.area.name = core::trimmed(row.values[*m_name]);
        if (m_parent)
            draft.parentCode = core::trimmed(row.values[*m_parent]);
        if (m_grade && m_options.kind == core::AreaKind::Road)
            draft.area.grade = core::roadGradeFrom(row.values[*m_grade]);
        if (!takeDay(row, m_from, m_options.from, draft.area.from) || !takeDay(row, m_to, m_options.to, draft.area.to))
            return;
        if (draft.area.from && draft.area.to && *draft.area.to < *draft.area.from)
            return refuse(row.number, {"area-ends-before-start", {draft.area.code}}, m_options.to);
        const bool mayBeLine = m_options.kind == core::AreaKind::Road;
        if (row.sourceShape) {
            row.sourceShape->points.clear();
            if (row.sourceShape->polygons.empty() && (!mayBeLine || row.sourceShape->lines.empty()))
                return refuse(row.number, {"row-no-shape", {}});
            draft.sourceShape = std::move(row.sourceShape);
        } else {
            if (!row.shape || (row.shape->polygons.empty() && (!mayBeLine || row.shape->lines.empty())))
                return refuse(row.number, {"row-no-shape", {}});
            draft.area.shape = std::move(*row.shape);
        }
        if (!mayBeLine)
            draft.area.shape.lines.clear();
        if (isTaken(draft.area))
            return refuse(row.number,
                          {"area-code-taken", {std::string(core::areaKindKey(draft.area.kind)), draft.area.code}},
                          m_options.codeField, draft.area.code);
        m_byCode.emplace(draft.area.code, m_drafts.size());
        m_drafts.push_back(std::move(draft));
    }

    static bool haveCommonDay(const Area& a, const Area& b) {
        return (!a.from || !b.to || *a.from <= *b.to) && (!b.from || !a.to || *b.from <= *a.to);
    }

    bool isTaken(const Area& area) const {
        const auto [first, last] = m_byCode.equal_range(area.code);
        for (auto same = first; same != last; ++same)
            if (haveCommonDay(m_drafts[same->second].area, area))
                return true;
        for (const Area* existing : m_district.areas().withCode(area.code))
            if (existing->kind == area.kind && haveCommonDay(*existing, area))
                return true;
        return false;
    }

    Result<void> snap() {
        const auto source = Crs::parse(m_report.crs);
        if (!source)
            return fail(source);
        const auto transform = Transform::between(*source, Crs::cgcs2000());
        if (!transform)
            return fail(transform);
        std::vector<PlanarShape> shapes;
        for (Draft& draft : m_drafts)
            shapes.push_back(std::move(*draft.sourceShape));
        const SnapCount count = snapBorders(shapes, m_options.snapMetres, unitMetres(*source, shapes));
        m_report.snapped = count.moved + count.added;
        std::vector<Draft> kept;
        for (std::size_t i = 0; i < m_drafts.size(); ++i) {
            Draft& draft = m_drafts[i];
            draft.sourceShape.reset();
            auto shape = toShape(std::move(shapes[i]), *transform);
            if (!shape) {
                refuse(draft.row, shape.error().what);
                continue;
            }
            if (m_options.kind != core::AreaKind::Road)
                shape->lines.clear();
            if (shape->isEmpty()) {
                refuse(draft.row, {"shape-collapsed", {}});
                continue;
            }
            draft.area.shape = std::move(*shape);
            kept.push_back(std::move(draft));
        }
        m_drafts = std::move(kept);
        return {};
    }

    /// Metres in a unit of x and of y; in degrees at the latitude of the first shape.
    static MapPoint unitMetres(const Crs& crs, const std::vector<PlanarShape>& shapes) {
        if (!crs.isGeographic())
            return {crs.metresPerUnit(), crs.metresPerUnit()};
        constexpr double DegreeMetres = 111195; // of a great circle
        for (const PlanarShape& shape : shapes)
            for (const auto& polygon : shape.polygons)
                if (!polygon.empty() && !polygon.front().empty())
                    return {DegreeMetres * std::cos(polygon.front().front().y * std::numbers::pi / 180), DegreeMetres};
        return {DegreeMetres, DegreeMetres};
    }

    Result<void> check() {
        for (std::size_t i = 0; i < m_drafts.size(); ++i) {
            const Draft& draft = m_drafts[i];
            if (const auto fault = findFault(draft.area.shape))
                note(draft.row,
                     {"ring-invalid",
                      {draft.area.code, fmt::format("{:.7f}", fault->longitude),
                       fmt::format("{:.7f}", fault->latitude)}},
                     m_options.codeField, draft.area.code);
            if (i % RowsBetweenProgress == 0 &&
                !goOn(ReadingPart + CheckingPart * static_cast<double>(i) / static_cast<double>(m_drafts.size())))
                return fail(ErrorCode::Cancelled, {"cancelled", {}});
        }
        return {};
    }

    /// The parent that a row names; notes what is in the way.
    const Area* findParent(const Draft& draft) {
        if (draft.parentCode.empty())
            return nullptr;
        const auto candidates = m_district.areas().withCode(draft.parentCode);
        const Area* parent = nullptr;
        for (const Area* candidate : candidates) {
            const bool fits =
                m_options.parentKind ? candidate->kind == *m_options.parentKind : candidate->kind != draft.area.kind;
            if (!fits || !haveCommonDay(*candidate, draft.area))
                continue;
            if (parent) {
                note(draft.row, {"parent-ambiguous", {draft.parentCode}}, m_options.parentField, draft.parentCode);
                return nullptr;
            }
            parent = candidate;
        }
        if (!parent)
            note(draft.row, {"parent-unknown", {draft.parentCode}}, m_options.parentField, draft.parentCode);
        return parent;
    }

    Result<void> write() {
        std::vector<const Area*> parents;
        for (const Draft& draft : m_drafts)
            parents.push_back(findParent(draft));
        if (!goOn(ReadingPart + CheckingPart))
            return fail(ErrorCode::Cancelled, {"cancelled", {}});
        if (m_drafts.empty())
            return {};
        // Cases are given their new grids at the end, which takes long where there are many.
        const core::Interruption interruption(m_district.connection(), [this] { return goOn(ReadingPart + CheckingPart); });
        const auto touched = m_district.change(
            {"import-areas", {std::to_string(m_drafts.size()), m_path.filename().string()}}, m_actor,
            [&](core::Change& change) -> Result<void> {
                for (std::size_t i = 0; i < m_drafts.size(); ++i) {
                    const auto id = core::addArea(change, m_drafts[i].area, m_report.crs);
                    if (!id)
                        return fail(id);
                    if (!parents[i])
                        continue;
                    if (auto done = core::addMembership(
                            change, {*id, parents[i]->id, m_drafts[i].area.from, m_drafts[i].area.to});
                        !done)
                        return done;
                }
                return {};
            });
        if (!touched)
            return fail(touched);
        goOn(1);
        return {};
    }

    bool goOn(double part) const { return !m_progress || m_progress(part); }

    core::District& m_district;
    const core::Actor& m_actor;
    std::filesystem::path m_path;
    const AreaImportOptions& m_options;
    const Progress& m_progress;
    GoOn m_goOn;
    std::optional<std::size_t> m_code;
    std::optional<std::size_t> m_name;
    std::optional<std::size_t> m_parent, m_grade;
    DaySource m_from;
    DaySource m_to;
    std::vector<Draft> m_drafts;
    std::unordered_multimap<std::string, std::size_t> m_byCode;
    AreaImportReport m_report;
};

} // namespace

Result<AreaImportReport> importAreas(core::District& district, const core::Actor& actor,
                                     const std::filesystem::path& path, const AreaImportOptions& options,
                                     const Progress& progress) {
    double share = 0; // while a slow source is waited for, progress is asked without moving
    const Progress told = [&](double now) {
        share = now;
        return !progress || progress(now);
    };
    return AreaImport(district, actor, path, options, told, [&] { return told(share); }).run();
}

} // namespace gridwarden::gis
