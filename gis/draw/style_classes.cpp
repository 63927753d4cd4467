// SPDX-License-Identifier: GPL-3.0-or-later
#include "gis/draw/style_classes.h"

#include "gis/draw/symbol.h"

#include <algorithm>
#include <array>
#include <cmath>

namespace gridwarden::gis {

namespace {

constexpr std::size_t Sample = 20'000; ///< numbers that bounds are worked out from: more do not move them visibly

std::vector<std::size_t> countsOf(const LayerColumn& column) {
    std::vector<std::size_t> counts(column.values.size(), 0);
    for (const std::uint32_t value : column.byShape)
        ++counts[value];
    return counts;
}

/// Pale sand to dark blue, each step darker: also for those who see no colours.
QColor rampColour(std::size_t position, std::size_t classes) {
    constexpr std::array<std::array<double, 3>, 4> Stops{{{250, 226, 160}, {150, 198, 170}, {64, 138, 168}, {30, 62, 116}}};
    const double at = classes < 2 ? 1 : static_cast<double>(position) / static_cast<double>(classes - 1) * (Stops.size() - 1);
    const auto stop = std::min(static_cast<std::size_t>(at), Stops.size() - 2);
    const auto mixed = [&](std::size_t channel) {
        return static_cast<int>(std::lround(std::lerp(Stops[stop][channel], Stops[stop + 1][channel], at - static_cast<double>(stop))));
    };
    return {mixed(0), mixed(1), mixed(2)};
}

Look coloured(const Look& base, const QColor& colour, ColouredPart part) {
    Look look = base;
    look.line = colour;
    if (part == ColouredPart::Fill) {
        look.fill = colour;
        look.fill.setAlpha(base.fill.isValid() && base.fill.alpha() > 60 ? base.fill.alpha() : 150);
        look.line = QColor::fromRgb(colour.darker(130).rgb()); // as it is kept: of whole bytes
    }
    return look;
}

std::string numberText(double number) {
    return QString::number(number, 'g', 6).toStdString();
}

} // namespace

std::vector<StyleClass> valueClasses(const LayerColumn& column, const Look& base, ColouredPart part) {
    const std::vector<std::size_t> counts = countsOf(column);
    std::vector<std::size_t> order;
    for (std::size_t value = 0; value < counts.size(); ++value)
        if (counts[value] > 0)
            order.push_back(value);
    std::stable_sort(order.begin(), order.end(), [&counts](std::size_t a, std::size_t b) { return counts[a] > counts[b]; });
    order.resize(std::min(order.size(), MostValueClasses));
    const auto& hues = categoryHues();
    std::vector<StyleClass> classes;
    for (const std::size_t value : order) {
        StyleClass each;
        each.values = {column.values[value]};
        each.caption = {column.values[value], column.values[value]};
        each.look = coloured(base, hues[1 + classes.size() % (hues.size() - 1)], part);
        classes.push_back(std::move(each));
    }
    return classes;
}

std::vector<StyleClass> rangeClasses(const LayerColumn& column, const CountClasses& method, const Look& base, ColouredPart part) {
    std::vector<std::optional<double>> numbers;
    for (const std::string& value : column.values)
        numbers.push_back(numberIn(value));
    std::vector<double> all;
    for (const std::uint32_t value : column.byShape)
        if (numbers[value])
            all.push_back(*numbers[value]);
    if (all.empty())
        return {};
    const auto [least, most] = std::minmax_element(all.begin(), all.end());
    const double lowest = *least;
    const double highest = *most;
    if (all.size() > Sample) {
        std::sort(all.begin(), all.end());
        std::vector<double> some{highest};
        for (std::size_t i = 0; i + 1 < Sample; ++i)
            some.push_back(all[i * all.size() / (Sample - 1)]);
        all = std::move(some);
    }
    const std::vector<double> bounds = upperBounds(all, method);
    std::vector<StyleClass> classes;
    for (std::size_t i = 0; i < bounds.size(); ++i) {
        StyleClass each;
        if (i > 0)
            each.above = bounds[i - 1];
        each.upTo = bounds[i];
        const std::string caption = numberText(i > 0 ? bounds[i - 1] : lowest) + " – " + numberText(bounds[i]);
        each.caption = {caption, caption};
        each.look = coloured(base, rampColour(i, bounds.size()), part);
        classes.push_back(std::move(each));
    }
    return classes;
}

bool isNumeric(const LayerColumn& column) {
    const std::vector<std::size_t> counts = countsOf(column);
    std::size_t texts = 0;
    std::size_t numbers = 0;
    for (std::size_t value = 1; value < counts.size(); ++value) {
        texts += counts[value];
        numbers += numberIn(column.values[value]) ? counts[value] : 0;
    }
    return texts > 0 && numbers * 10 >= texts * 9;
}

} // namespace gridwarden::gis
