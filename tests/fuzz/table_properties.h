// SPDX-License-Identifier: GPL-3.0-or-later
// What holds of every table of text.
#pragma once

#include "core/base/text.h"
#include "gis/source/row_readers.h"
#include "tests/fuzz/fuzz.h"

#include <set>

namespace gridwarden::fuzz {

inline void readAll(gis::RowReader& reader, std::size_t mostRows) {
    const std::set<std::string> names(reader.fields.begin(), reader.fields.end());
    require(names.size() == reader.fields.size(), "each field has a name of its own");
    require(names.size() <= gis::MostFields, "a table has no endless columns");
    require(!names.contains(""), "no name is empty");
    for (const std::string& name : names)
        require(core::isValidUtf8(name), "a name is UTF-8");
    std::size_t number = 0;
    while (true) {
        const auto row = reader.next();
        if (!isGood(row) || !*row)
            break;
        require((*row)->number == ++number, "rows are numbered from 1");
        require(number <= mostRows, "a row takes at least a byte");
        require((*row)->values.size() == names.size() && (*row)->isNull.size() == names.size(), "a value for each field");
        for (const std::string& value : (*row)->values)
            require(core::isValidUtf8(value), "a value is UTF-8");
        if (!(*row)->problem.empty())
            requireSentence({(*row)->problem, {}});
        require(reader.progressPercent() >= 0 && reader.progressPercent() <= 100, "progress is 0 to 100");
    }
}

} // namespace gridwarden::fuzz
