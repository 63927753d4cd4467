// SPDX-License-Identifier: GPL-3.0-or-later
#include "gis/source/case_time_formats.h"

#include <algorithm>

namespace gridwarden::gis {

using core::fail;
using core::Result;

namespace {

/// The format of the other columns that are written in one of the ways between which a column is open, when they are
/// one. \param open "time-format-ambiguous" {column, pattern, pattern …}
std::optional<TimeFormat> agreedFormat(const CaseTimeFormats& decided, const core::Message& open) {
    std::optional<TimeFormat> agreed;
    for (const auto& [target, format] : decided) {
        if (open.key != "time-format-ambiguous" ||
            std::find(open.arguments.begin() + 1, open.arguments.end(), format.pattern()) == open.arguments.end())
            continue;
        if (agreed && agreed->style() != format.style())
            return std::nullopt;
        agreed = format;
    }
    return agreed;
}

} // namespace

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
    std::vector<CaseTarget> unsettled; // the columns that still have to be read
    for (const CaseTarget target : AllCaseTargets) {
        if (!isTime(target) || !columns.has(target))
            continue;
        TimeFormatFinder& finder = finders[target];
        if (columns.constant(target))
            finder.add(*columns.constant(target));
        else
            unsettled.push_back(target);
    }
    for (std::size_t count = 0; !unsettled.empty() && count < rowLimit; ++count) {
        const auto row = table.next();
        if (!row)
            return fail(row);
        if (!*row)
            break;
        if (count % RowsBetweenLooks == RowsBetweenLooks - 1) {
            if (progress && !progress(table.progressPercent() / 100.0))
                return fail(core::ErrorCode::Cancelled, {"cancelled", {}});
            std::erase_if(unsettled, [&](CaseTarget target) { return finders[target].isDecided(); });
        }
        if (!(*row)->problem.empty())
            continue;
        for (const CaseTarget target : unsettled)
            finders[target].add(columns.value(**row, target));
    }
    CaseTimeFormats formats;
    std::map<CaseTarget, core::Error> open;
    for (const auto& [target, finder] : finders) {
        auto found = finder.result(columns.name(target));
        if (found)
            formats[target] = std::move(*found);
        else if (target != CaseTarget::Reported && found.error().what.key == "time-format-not-found")
            formats[target] = TimeFormat();
        else
            open.emplace(target, std::move(found.error()));
    }
    const CaseTimeFormats decided = formats;
    for (auto& [target, error] : open) {
        if (const auto format = agreedFormat(decided, error.what))
            formats[target] = *format;
        else
            failures.push_back(std::move(error));
    }
    return formats;
}

} // namespace gridwarden::gis
