// SPDX-License-Identifier: GPL-3.0-or-later
// Arguments of the command line: places, and what makes a filter.
#include "app/cli/arguments.h"
#include "app/cli/filter_options.h"
#include "tests/fuzz/fuzz.h"
#include "tests/support/scratch_folder.h"

#include <cmath>

using namespace gridwarden;
using namespace gridwarden::core;
using fuzz::isGood;
using fuzz::require;

namespace {

District& district() {
    static const test::ScratchFolder folder;
    static const std::unique_ptr<District> made = District::create(folder / "cases.gpkg", {"测试区", "Asia/Shanghai", ""}).value();
    return *made;
}

void place(fuzz::Input& input) {
    const std::string place(input.line());
    const auto point = app::placeOf(place, std::string(input.rest()));
    if (isGood(point))
        require(std::abs(point->longitude) <= 180 && std::abs(point->latitude) <= 90, "a place lies on the earth");
}

void filter(fuzz::Input& input) {
    app::FilterOptions options;
    const auto next = [&] { return std::string(input.line()); };
    options.kind = next();
    options.areas = {next()};
    options.categories = {next()};
    options.states = {next()};
    options.sources = {next()};
    options.from = next();
    options.to = next();
    options.asOf = next();
    if (options.areas[0].empty())
        options.areas.clear();
    if (options.categories[0].empty())
        options.categories.clear();
    if (options.states[0].empty())
        options.states.clear();
    if (options.sources[0].empty())
        options.sources.clear();
    options.text = input.rest();
    (void)isGood(app::asOfOf(district(), options.asOf));
    const auto filter = app::filterOf(district(), options);
    if (!isGood(filter))
        return;
    const auto figures = district().figures({});
    require(figures.has_value(), "figures of no case");
    const auto selection = select(figures->context, *filter);
    require(isGood(selection) && selection->empty(), "a filter finds none of no case");
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    fuzz::Input input(data, size);
    if (input.choice(2) == 0)
        place(input);
    else
        filter(input);
    return 0;
}
