// SPDX-License-Identifier: GPL-3.0-or-later
// Areas shaded by a number each.
#pragma once

#include "gis/draw/count_classes.h"
#include "gis/draw/style.h"

#include <memory>

namespace gridwarden::gis {

/// The fills of areas and what they mean. Immutable: shared between threads.
struct AreaShading {
    struct Class {
        QColor fill;
        Caption caption;                 ///< its bounds, and how many areas are in it
    };
    std::vector<QColor> fills;           ///< by shape
    std::vector<Class> classes;          ///< for the legend, ascending
    Caption title;
};

/// `numbers` by shape: cases, or cases for a square kilometre, as `classes` says. Null without numbers.
[[nodiscard]] std::shared_ptr<const AreaShading> shadingOf(std::span<const double> numbers, const CountClasses& classes);

} // namespace gridwarden::gis
