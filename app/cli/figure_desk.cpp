// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/figure_desk.h"

#include "app/cli/arguments.h"
#include "app/cli/desk.h"

namespace gridwarden::app {

using namespace core;

Result<FigureDesk> openFigures(const std::string& path, const std::string& asOf) {
    auto district = openDistrict(path, OpenMode::ReadOnly);
    if (!district)
        return fail(district);
    return figureDeskOf(std::move(*district), asOf);
}

Result<FigureDesk> figureDeskOf(std::unique_ptr<District> district, const std::string& asOf) {
    FigureDesk desk;
    desk.district = std::move(district);
    const auto moment = asOfOf(*desk.district, asOf);
    if (!moment)
        return fail(moment);
    auto definitions = figureDefinitions(*desk.district);
    if (!definitions)
        return fail(definitions);
    desk.definitions = std::move(*definitions);
    auto source = figureSource(*desk.district, *moment);
    if (!source)
        return fail(source);
    desk.source = std::move(*source);
    return desk;
}

Result<Period> periodOf(const std::string& from, const std::string& to) {
    const auto first = dayOf(from), last = dayOf(to);
    if (!first)
        return fail(first);
    if (!last)
        return fail(last);
    if (!*first || !*last)
        return fail(ErrorCode::BadInput, {"figures-need-period", {}});
    if (**last < **first)
        return fail(ErrorCode::BadInput, {"period-ends-before-start", {from, to}});
    return Period{**first, **last};
}

} // namespace gridwarden::app
