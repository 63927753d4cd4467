// SPDX-License-Identifier: GPL-3.0-or-later
// The shifts of a desk (值班班次): each lasts until the next begins, the last of a day until the first of the next day, so that every
// moment is in exactly one.
#pragma once

#include "core/base/result.h"
#include "core/base/time.h"

#include <string>
#include <string_view>
#include <vector>

namespace gridwarden::core {

struct DayShift {
    std::string name;    ///< may be empty
    int startMinute = 0; ///< after local midnight, below 1440
    bool operator==(const DayShift&) const = default;
};

/// From the first moment up to, but not including, the second.
struct ShiftSpan {
    Moment from, to;
    bool operator==(const ShiftSpan&) const = default;
    [[nodiscard]] bool contains(Moment moment) const { return from <= moment && moment < to; }
};

/// One shift of one day: which it is.
struct ShiftOfDay {
    Day day;               ///< on which it begins
    std::size_t index = 0; ///< in the list
    bool operator==(const ShiftOfDay&) const = default;
};

class DayShifts {
  public:
    static constexpr const char* Setting = "day_shifts";
    DayShifts() : m_shifts{{}} {} ///< one, from midnight to midnight

    /// Of the setting; what cannot be read, or is empty, gives the default.
    [[nodiscard]] static DayShifts fromSetting(std::string_view json);
    /// As people write them: "白班 08:30; 夜班 20:30". Errors: BadInput "shifts-unreadable" {part}, "shifts-same-start" {time}.
    [[nodiscard]] static Result<DayShifts> parse(std::string_view text);
    [[nodiscard]] std::string text() const;    ///< as parse reads it
    [[nodiscard]] std::string setting() const; ///< as fromSetting reads it

    [[nodiscard]] const std::vector<DayShift>& all() const { return m_shifts; } ///< by their start, at least one
    /// \pre the index is one of the list
    [[nodiscard]] ShiftSpan span(const ShiftOfDay& shift, const TimeZone& zone) const;
    [[nodiscard]] ShiftOfDay at(Moment moment, const TimeZone& zone) const;
    [[nodiscard]] ShiftOfDay after(const ShiftOfDay& shift) const;

  private:
    explicit DayShifts(std::vector<DayShift> shifts) : m_shifts(std::move(shifts)) {}
    std::vector<DayShift> m_shifts;
};

} // namespace gridwarden::core
