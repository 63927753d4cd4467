// SPDX-License-Identifier: GPL-3.0-or-later
// The columns of the case table: their order, their keys in files, their headings.
#pragma once

#include <QString>

#include <optional>
#include <string_view>

namespace gridwarden::app {

/// Numbers are remembered with the user's choice of columns; never renumber.
enum class CaseColumn {
    Lamp,
    Number,
    State,
    Category,
    Description,
    Address,
    Grid,
    Handler,
    Reported,
    Due,
    Remaining,
    Closed,
    Source,
    Quantity
};
inline constexpr int CaseColumnCount = 14;

/// "lamp", "number" …: in saved views.
[[nodiscard]] std::string_view columnKey(CaseColumn column);
[[nodiscard]] std::optional<CaseColumn> columnFromKey(std::string_view key);
/// Its usual width in digits of the table's font.
[[nodiscard]] int columnDigits(CaseColumn column);
/// The heading of a column.
[[nodiscard]] QString columnTitle(CaseColumn column);

} // namespace gridwarden::app
