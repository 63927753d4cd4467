// SPDX-License-Identifier: GPL-3.0-or-later
// What one row of a table says about activities.
#pragma once

#include "gis/crs/transform.h"
#include "gis/source/activity_import.h"
#include "gis/source/quantity_text.h"
#include "gis/source/table.h"
#include "gis/source/time_format.h"

#include <unordered_map>

namespace gridwarden::gis {

class ActivityRowReader {
public:
    /// Finds the format of the days in `rows`. The registers and the activities have to stay. \param file its name, for
    /// the source of each entry. Errors: see readActivities.
    [[nodiscard]] static core::Result<ActivityRowReader>
    make(const core::District& district, const core::ActivityRegister& known, const Table& table,
         const std::vector<Row>& rows, const ActivityMapping& mapping, const ActivityImportOptions& options,
         const std::string& file);
    struct Reading {
        std::vector<core::Activity> activities; ///< complete; none where something was refused
        std::vector<ImportProblem> problems;
        bool isLeftOut = false; ///< blank, or a total
        bool isTotal = false;
    };
    /// \pre the rows in their order, when empty cells are those of the row above
    [[nodiscard]] Reading read(const Row& row);
    [[nodiscard]] const std::string& timeFormat() const { return m_timeFormat.pattern(); }

private:
    ActivityRowReader(const core::District& district, Transform transform)
        : m_district(&district), m_transform(std::move(transform)) {}
    struct Column {
        std::vector<std::size_t> fields;
        std::optional<std::string> constant;
        std::string name;
    };
    struct CountedColumn {
        std::size_t field;
        std::string name;
        const core::ActivityKind* kind;
    };
    core::Result<void> findColumns(const Table& table, const ActivityMapping& mapping);
    core::Result<void> findTimeFormat(const std::vector<Row>& rows, const std::string& wanted);
    [[nodiscard]] bool has(ActivityTarget target) const { return m_columns.contains(target); }
    [[nodiscard]] std::string cell(const Row& row, ActivityTarget target) const;
    [[nodiscard]] std::string filled(const Row& row, ActivityTarget target);
    [[nodiscard]] std::string totalIn(const Row& row) const;
    [[nodiscard]] bool isBlank(const Row& row) const;
    void refuse(Reading& reading, const Row& row, const std::string& field, const std::string& value,
                core::Message reason) const;
    void refuse(Reading& reading, const Row& row, ActivityTarget target, const std::string& value,
                core::Message reason) const;
    void readCommon(const Row& row, core::Activity& activity, Reading& reading);
    void readTime(const Row& row, core::Activity& activity, Reading& reading);
    void readPlace(const Row& row, core::Activity& activity, Reading& reading);
    void readOne(const Row& row, core::Activity activity, Reading& reading);
    void readCounted(const Row& row, const core::Activity& common, Reading& reading);
    void add(const Row& row, const std::string& field, const std::string& value, const QuantityReading& quantity,
             core::Activity activity, Reading& reading);
    [[nodiscard]] std::optional<core::LocalTime> localTime(const std::string& text) const;

    const core::District* m_district;
    Transform m_transform;
    bool m_isGeographic = true;
    std::map<ActivityTarget, Column> m_columns;
    std::vector<CountedColumn> m_counted;
    TimeFormat m_timeFormat;
    bool m_fillsDown = false;
    std::map<ActivityTarget, std::string> m_above; ///< what the last row had that had something
    std::string m_file;
    std::unordered_map<std::string, const core::Activity*> m_known; ///< by source
};

} // namespace gridwarden::gis
