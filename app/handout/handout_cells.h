// SPDX-License-Identifier: GPL-3.0-or-later
// What stands in the columns of cases that are handed out: only what the rules leave of them, in the words of the interface.
#pragma once

#include "app/cases/cell_value.h"
#include "core/disclosure/disclosed_case.h"
#include "core/district.h"

namespace gridwarden::app {

enum class HandoutColumn {
    Number,
    State,
    Category,
    Description,
    Address,
    Grid,
    Handler,
    Reported,
    Due,
    Closed,
    Source,
    Quantity,
    Unit,
    Longitude,
    Latitude,
    Pictures
};
/// "number", "state" …: names of fields in files for maps.
[[nodiscard]] std::string handoutKey(HandoutColumn column);
[[nodiscard]] QString handoutTitle(HandoutColumn column);
/// In digits.
[[nodiscard]] int handoutWidth(HandoutColumn column);

/// For tables, or for files for maps, where places are shapes and a unit has a field of its own.
enum class HandoutForm { Table, Map };
/// The columns of a form that the rules leave something in.
[[nodiscard]] std::vector<HandoutColumn> handoutColumns(const core::DisclosureRules& rules, HandoutForm form);

/// Snapshots; may be taken to another thread.
class HandoutCells {
  public:
    HandoutCells(const core::District& district, const core::CaseFacts& facts);

    /// Where only days are told, times are texts. \param pictures names of the case's files
    [[nodiscard]] CellValue value(const core::DisclosedCase& disclosed, const core::DisclosureRules& rules, HandoutColumn column,
                                  const QStringList& pictures) const;
    [[nodiscard]] const core::TimeZone& timeZone() const { return m_context.zone; }
    /// What leaving out begins with.
    [[nodiscard]] const core::DisclosureContext& context() const { return m_context; }

  private:
    [[nodiscard]] CellValue time(const std::optional<core::Moment>& moment, const core::DisclosureRules& rules) const;
    [[nodiscard]] QString handler(const core::DisclosedCase& disclosed) const;
    core::DisclosureContext m_context;
    std::vector<QString> m_sources; ///< names, by CaseFacts::sources()
};

} // namespace gridwarden::app
