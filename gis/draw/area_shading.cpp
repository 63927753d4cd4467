// SPDX-License-Identifier: GPL-3.0-or-later
#include "gis/draw/area_shading.h"

#include <QString>
#include <algorithm>
#include <cmath>
#include <string>

namespace gridwarden::gis {

namespace {

Caption methodOf(ClassMethod method) {
    switch (method) {
    case ClassMethod::Natural:
        return {"自然断点", "natural breaks"};
    case ClassMethod::Equal:
        return {"等间距", "equal intervals"};
    case ClassMethod::Own:
        return {"自定分级", "own classes"};
    case ClassMethod::Quantiles:
        break;
    }
    return {"分位数", "quantiles"};
}

Caption titleOf(const CountClasses& classes) {
    const Caption method = methodOf(classes.method);
    if (classes.perSquareKilometre)
        return {"件/平方公里，" + method.chinese + "（区域数）", "Cases in a square kilometre, " + method.english + " (areas)"};
    return {"案件数，" + method.chinese + "（区域数）", "Cases, " + method.english + " (areas)"};
}

std::string textOf(double number) { return QString::number(number, 'g', 4).toStdString(); }

std::string countText(double number) { return std::to_string(static_cast<long long>(number)); }

/// Of whole numbers both ends belong to it; else it goes from above the class before up to its bound.
std::string rangeOf(double least, double below, double bound, bool isFirst, bool isWhole) {
    if (!isWhole)
        return (isFirst ? textOf(least) : "> " + textOf(below)) + " – " + textOf(bound);
    const double from = isFirst ? least : std::floor(below) + 1;
    return from >= std::floor(bound) ? countText(std::floor(bound)) : countText(from) + "–" + countText(std::floor(bound));
}

} // namespace

std::shared_ptr<const AreaShading> shadingOf(std::span<const double> numbers, const CountClasses& classes) {
    if (numbers.empty())
        return nullptr;
    const std::vector<double> bounds = upperBounds(numbers, classes);
    std::vector<std::size_t> members(bounds.size(), 0);
    auto shading = std::make_shared<AreaShading>();
    shading->title = titleOf(classes);
    shading->fills.reserve(numbers.size());
    for (const double number : numbers) {
        const std::size_t position = classOf(bounds, number);
        ++members[position];
        shading->fills.push_back(classColour(position, bounds.size()));
    }
    const double least = classes.method == ClassMethod::Own ? 0 : *std::min_element(numbers.begin(), numbers.end());
    for (std::size_t i = 0; i < bounds.size(); ++i) {
        const std::string range = rangeOf(least, i == 0 ? least : bounds[i - 1], bounds[i], i == 0, !classes.perSquareKilometre);
        const std::string areas = std::to_string(members[i]);
        shading->classes.push_back({classColour(i, bounds.size()), {range + "（" + areas + "）", range + " (" + areas + ")"}});
    }
    return shading;
}

} // namespace gridwarden::gis
