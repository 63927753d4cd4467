// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/figures/steps_by_time.h"

#include <fmt/format.h>
#include <limits>

namespace gridwarden::core {

std::string stepsByTimeSql(std::string_view detail) {
    return fmt::format("SELECT id, case_id, kind, at, {} FROM step WHERE kind > 2 AND (at, id) > (?, ?) AND at < ? ORDER BY at, id LIMIT ?", detail);
}

Result<void> eachStepByTime(Connection& connection, Moment begin, Moment end, std::string_view detail, const std::function<bool()>& goesOn,
                            const std::function<Result<void>(const Row& step)>& use) {
    constexpr std::int64_t PageSize = 65'536;
    const std::string sql = stepsByTimeSql(detail);
    Moment at = begin - seconds(1);
    std::int64_t id = std::numeric_limits<std::int64_t>::max();
    for (std::int64_t read = PageSize; read == PageSize;) {
        if (goesOn && !goesOn())
            return fail(ErrorCode::Cancelled, {"cancelled", {}});
        read = 0;
        Result<void> used;
        const auto page = connection.each(sql, {at, id, end, PageSize}, [&](const Row& step) {
            ++read;
            id = step.integer(0);
            at = step.moment(3);
            used = use(step);
            return used.has_value();
        });
        if (!page)
            return page;
        if (!used)
            return used;
    }
    return {};
}

} // namespace gridwarden::core
