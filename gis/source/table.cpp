// SPDX-License-Identifier: GPL-3.0-or-later
#include "gis/source/table.h"

#include "core/base/text.h"
#include "gis/source/row_readers.h"

#include <set>

namespace gridwarden::gis {

using core::fail;
using core::Result;

std::vector<std::string> distinctNames(std::vector<std::string> names) {
    std::set<std::string> taken;
    for (std::size_t i = 0; i < names.size(); ++i) {
        std::string name = names[i].empty() ? "column " + std::to_string(i + 1) : names[i];
        std::string distinct = name;
        for (int again = 2; !taken.insert(distinct).second; ++again)
            distinct = name + " (" + std::to_string(again) + ")";
        names[i] = std::move(distinct);
    }
    return names;
}

Result<Table> Table::open(const std::filesystem::path& path, const TableOptions& options) {
    auto reader = isDelimitedText(path) ? openDelimited(path, options)
                  : isJsonArray(path)   ? openJsonRows(path)
                                        : openLayer(path, options);
    if (!reader)
        return fail(reader);
    return Table(std::move(*reader));
}

std::optional<std::size_t> Table::fieldIndex(std::string_view name) const {
    for (std::size_t i = 0; i < fields().size(); ++i)
        if (fields()[i] == name)
            return i;
    const std::string lower = core::lowered(name);
    for (std::size_t i = 0; i < fields().size(); ++i)
        if (core::lowered(fields()[i]) == lower)
            return i;
    return {};
}

} // namespace gridwarden::gis
