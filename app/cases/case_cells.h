// SPDX-License-Identifier: GPL-3.0-or-later
// What stands in the cells of the case table, for the window, files and paper alike.
#pragma once

#include "app/cases/case_columns.h"
#include "app/cases/cell_value.h"
#include "core/case_actions.h"
#include "core/district.h"

namespace gridwarden::app {

/// As of one moment; may be taken to another thread.
class CaseCells {
public:
    CaseCells() = default;
    CaseCells(const core::District& district, const core::CaseFacts& facts, core::Moment asOf);

    [[nodiscard]] CellValue value(const core::CaseFact& fact, const core::CaseText& text, CaseColumn column) const;
    /// In full: times as "2026-11-21 09:31", numbers with their unit.
    [[nodiscard]] QString plainText(const core::CaseFact& fact, const core::CaseText& text, CaseColumn column) const;
    [[nodiscard]] core::Moment asOf() const { return m_asOf; }
    void setAsOf(core::Moment asOf) { m_asOf = asOf; }
    [[nodiscard]] const core::TimeZone& timeZone() const { return m_zone; }

private:
    std::shared_ptr<const core::AreaRegister> m_areas;
    std::shared_ptr<const core::CategoryRegister> m_categories;
    std::shared_ptr<const core::PeopleRegister> m_people;
    std::vector<QString> m_sources; ///< names, by CaseFacts::sources()
    core::TimeZone m_zone;
    core::Moment m_asOf;
};

/// A value in words; times in a time zone.
[[nodiscard]] QString plainText(const CellValue& value, const core::TimeZone& zone);

} // namespace gridwarden::app
