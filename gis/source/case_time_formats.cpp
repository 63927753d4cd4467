// SPDX-License-Identifier: GPL-3.0-or-later
#include "gis/source/case_time_formats.h"

#include <algorithm>

namespace gridwarden::gis {

using core::fail;
using core::Result;

Result<CaseTimeFormats> givenTimeFormats(const CaseColumns& columns, const std::string& pattern) {
    const auto format = TimeFormat::parse(pattern);
    if (!format)
        return fail(format);
    CaseTimeFormats formats;
    for (const CaseTarget target : AllCaseTargets) {
        if (isTime(target) && columns.has(target))
            formats[target] = *format;
    }
    return formats;
}

Result<CaseTimeFormats> findTimeFormats(Table& table, const CaseColumns& columns, std::size_t rowLimit,
                                        const ReadingProgress& progress, std::vector<core::Error>& failures) {
    constexpr std::size_t RowsBetweenLooks = 2'000;
    std::map<CaseTarget, TimeFormatFinder> finders;
    bool readsColumns = false;
    for (const CaseTarget target : AllCaseTargets) {
        if (!isTime(target) || !columns.has(target))
            continue;
        TimeFormatFinder& finder = finders[target];
        if (columns.constant(target))
            finder.add(*columns.constant(target));
        else
            readsColumns = true;
    }
    for (std::size_t count = 0; readsColumns && count < rowLimit; ++count) {
        const auto row = table.next();
        if (!row)
            return fail(row);
        if (!*row)
            break;
        if (count % RowsBetweenLooks == RowsBetweenLooks - 1) {
            if (progress && !progress(table.progressPercent() / 100.0))
                return fail(core::ErrorCode::Cancelled, {"cancelled", {}});
            if (std::all_of(finders.begin(), finders.end(), [&](const auto& entry) {
                    return columns.constant(entry.first) || entry.second.isDecided();
                }))
                break;
        }
        for (auto& [target, finder] : finders) {
            if (!columns.constant(target) && (*row)->problem.empty())
                finder.add(columns.value(**row, target));
        }
    }
    CaseTimeFormats formats;
    for (const auto& [target, finder] : finders) {
        auto found = finder.result(columns.name(target));
        if (found)
            formats[target] = std::move(*found);
        else if (target != CaseTarget::Reported && found.error().what.key == "time-format-not-found")
            formats[target] = TimeFormat();
        else
            failures.push_back(std::move(found.error()));
    }
    return formats;
}

} // namespace gridwarden::gis
