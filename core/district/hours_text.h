// SPDX-License-Identifier: GPL-3.0-or-later
// Times of day and days of the week as they stand in files and rules, and as people write them into tables.
#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace gridwarden::core {

/// "08:30"; the end of the day is "24:00".
[[nodiscard]] std::string clockText(int minute);
/// "8:30", "08：30", "08:30:00", "24:00". None where it is no time of day.
[[nodiscard]] std::optional<int> clockFromText(std::string_view text);

/// "1-5,7": Monday is 1; `weekdays` has bit 0 for Monday.
[[nodiscard]] std::string weekdaysCode(int weekdays);
/// "1-5,7", "12345", "周一至周五", "一、三、五", "Mon-Fri", "每天", "工作日", "daily". None where a part is no weekday,
/// or where there is none.
[[nodiscard]] std::optional<int> weekdaysFromText(std::string_view text);

} // namespace gridwarden::core
