// SPDX-License-Identifier: GPL-3.0-or-later
#include "gis/source/case_import_setup.h"

#include <algorithm>

namespace gridwarden::gis {

TableOptions tableOptions(const CaseImportOptions& options, GoOn goOn) {
    TableOptions result;
    result.layer = options.layer;
    result.encoding = options.encoding;
    result.crs = options.crs;
    result.goOn = std::move(goOn);
    return result;
}

core::Result<core::TimeZone> sourceZone(const core::District& district, const CaseImportOptions& options) {
    if (options.timeZone.empty())
        return district.timeZone();
    return core::TimeZone::find(options.timeZone);
}

std::vector<ColumnTimeFormat> columnFormats(const CaseColumns& columns, const CaseTimeFormats& formats) {
    std::vector<ColumnTimeFormat> result;
    for (const auto& [target, format] : formats)
        result.push_back({target, columns.name(target), format.pattern()});
    return result;
}

std::vector<UnknownCategory> byFrequency(const std::map<std::string, std::size_t>& rowsByText) {
    std::vector<UnknownCategory> result;
    for (const auto& [text, rows] : rowsByText)
        result.push_back({text, rows});
    std::stable_sort(result.begin(), result.end(),
                     [](const UnknownCategory& a, const UnknownCategory& b) { return a.rows > b.rows; });
    return result;
}

} // namespace gridwarden::gis
