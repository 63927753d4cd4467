// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/counted_cases.h"

#include "app/cli/arguments.h"
#include "app/cli/desk.h"
#include "core/base/text.h"

namespace gridwarden::app {

using namespace core;

Result<CountedCases> countCases(const std::string& path, const FilterOptions& options, GridsOf grids) {
    auto district = openDistrict(path, OpenMode::ReadOnly);
    if (!district)
        return fail(district);
    auto filter = filterOf(**district, options);
    if (!filter)
        return fail(filter);
    filter->grids = grids;
    const auto asOf = asOfOf(**district, options.asOf);
    if (!asOf)
        return fail(asOf);
    auto figures = (*district)->figures(*asOf);
    if (!figures)
        return fail(figures);
    auto selection = select(figures->context, *filter);
    if (!selection)
        return fail(selection);
    return CountedCases{std::move(*district), std::move(*filter), std::move(*figures), std::move(*selection)};
}

Result<std::vector<TallyKey>> tallyKeysOf(const std::string& text) {
    std::vector<TallyKey> keys;
    for (const std::string& part : split(text, ',')) {
        const auto key = tallyKeyFromKey(trimmed(part));
        if (!key)
            return fail(ErrorCode::BadInput, {"tally-key-unknown", {part}});
        keys.push_back(*key);
    }
    if (keys.size() > 2)
        return fail(ErrorCode::BadInput, {"tally-keys-too-many", {text}});
    return keys;
}

} // namespace gridwarden::app
