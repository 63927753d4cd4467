// SPDX-License-Identifier: GPL-3.0-or-later
#include "gis/source/case_import_setup.h"

namespace gridwarden::gis {

TableOptions tableOptions(const CaseImportOptions& options) {
    TableOptions result;
    result.layer = options.layer;
    result.encoding = options.encoding;
    result.crs = options.crs;
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

} // namespace gridwarden::gis
