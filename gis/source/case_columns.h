// SPDX-License-Identifier: GPL-3.0-or-later
// A mapping bound to the columns of a table.
#pragma once

#include "gis/source/case_mapping.h"
#include "gis/source/table.h"

namespace gridwarden::gis {

/// The places of fields by name. When not all are there, a single field with the names joined by "+" is looked for.
/// Errors: NotFound "field-unknown" {name}.
[[nodiscard]] core::Result<std::vector<std::size_t>> columnsOf(const Table& table,
                                                               const std::vector<std::string>& fields);

/// The values of some columns joined by one space, empty ones left out, without white space at both ends.
[[nodiscard]] std::string joinedValue(const Row& row, const std::vector<std::size_t>& columns);

class CaseColumns {
public:
    /// Errors: NotFound "field-unknown" {name}; BadInput "mapping-needs" {target}: no reported time, or one coordinate
    /// alone.
    [[nodiscard]] static core::Result<CaseColumns> bind(const CaseMapping& mapping, const Table& table);

    [[nodiscard]] bool has(CaseTarget target) const { return m_columns.contains(target); }
    /// Empty where the target is not mapped.
    [[nodiscard]] std::string value(const Row& row, CaseTarget target) const;
    /// The text of every row, where it is the same for all.
    [[nodiscard]] const std::optional<std::string>& constant(CaseTarget target) const;
    /// As the source calls it: "Created Date", "DATE+TIME"; of a constant the key of the target.
    [[nodiscard]] std::string name(CaseTarget target) const;

private:
    struct Column {
        std::vector<std::size_t> places;
        std::optional<std::string> constant;
        std::string name;
    };
    std::map<CaseTarget, Column> m_columns;
};

} // namespace gridwarden::gis
