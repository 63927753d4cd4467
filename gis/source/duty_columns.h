// SPDX-License-Identifier: GPL-3.0-or-later
// The columns of a roster (五定表) as it is written and read: one duty in each row.
#pragma once

#include "core/base/words.h"

#include <array>
#include <optional>
#include <string>
#include <string_view>

namespace gridwarden::gis {

enum class DutyColumn {
    Kind,      ///< of the area: its word or key
    Area,      ///< code
    AreaName,  ///< is not read
    Post,      ///< guard post
    Longitude, ///< of the post, degrees, CGCS2000
    Latitude,
    PersonCode,
    Person,
    Responsibility,
    Weekdays, ///< as core::weekdaysFromText reads
    Start,    ///< as core::clockFromText reads
    End,
    From, ///< first day
    To    ///< last day
};
/// In the order in which they are written.
inline constexpr std::array AllDutyColumns = {DutyColumn::Kind,       DutyColumn::Area,      DutyColumn::AreaName,
                                              DutyColumn::Post,       DutyColumn::Longitude, DutyColumn::Latitude,
                                              DutyColumn::PersonCode, DutyColumn::Person,    DutyColumn::Responsibility,
                                              DutyColumn::Weekdays,   DutyColumn::Start,     DutyColumn::End,
                                              DutyColumn::From,       DutyColumn::To};

[[nodiscard]] std::string_view dutyColumnTitle(DutyColumn column, core::Language language);
/// The column of a heading: by its title in either language or another usual word, without regard to ASCII case.
[[nodiscard]] std::optional<DutyColumn> dutyColumnOf(std::string_view heading);

} // namespace gridwarden::gis
