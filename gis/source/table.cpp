// SPDX-License-Identifier: GPL-3.0-or-later
#include "gis/source/table.h"

#include "core/base/text.h"
#include "gis/source/row_readers.h"

namespace gridwarden::gis {

using core::fail;
using core::Result;

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
