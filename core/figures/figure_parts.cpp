// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/figures/figure_parts.h"

namespace gridwarden::core {

std::optional<double> amountOf(const Activity& activity, const ActivityCount& count) {
    switch (count.measure) {
    case ActivityMeasure::Entries:
        return 1;
    case ActivityMeasure::Quantity:
        return activity.unit == count.unit ? std::optional(activity.quantity) : std::nullopt;
    case ActivityMeasure::People:
        return activity.people ? std::optional(static_cast<double>(*activity.people)) : std::nullopt;
    case ActivityMeasure::Hours:
        return activity.time.isDays ? std::nullopt : std::optional(static_cast<double>((activity.time.last - activity.time.first).count()) / 3600);
    }
    return std::nullopt;
}

FigureValue divided(std::string key, const FigureRate& rate, const FigureValue& numerator, const FigureValue& denominator) {
    FigureValue value{.key = std::move(key)};
    if (!numerator.value || !denominator.value)
        return value;
    value.numerator = *numerator.value;
    value.denominator = *denominator.value;
    value.rows = numerator.rows;
    value.steps = numerator.steps;
    value.rowsOfSteps = numerator.rowsOfSteps;
    value.activities = numerator.activities;
    if (value.denominator != 0)
        value.value = rate.isInverse ? 1 - value.numerator / value.denominator : value.numerator / value.denominator;
    return value;
}

} // namespace gridwarden::core
