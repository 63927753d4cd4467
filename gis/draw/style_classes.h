// SPDX-License-Identifier: GPL-3.0-or-later
// Classes of a style made from what a field holds: one for each value, or ranges of its numbers.
#pragma once

#include "gis/draw/count_classes.h"
#include "gis/draw/style.h"
#include "gis/draw/vector_layer.h"

namespace gridwarden::gis {

/// What the classes' colours are of.
enum class ColouredPart { Line, Fill };

/// The most frequent values first, at most `Most`, each with a hue of its own.
[[nodiscard]] std::vector<StyleClass> valueClasses(const LayerColumn& column, const Look& base, ColouredPart part);
/// Ranges of the numbers of a field, the least first, from pale to dark; empty where it holds no numbers.
[[nodiscard]] std::vector<StyleClass> rangeClasses(const LayerColumn& column, const CountClasses& method, const Look& base, ColouredPart part);
/// Whether at least nine in ten of the texts that are not empty are numbers.
[[nodiscard]] bool isNumeric(const LayerColumn& column);

inline constexpr std::size_t MostValueClasses = 30;

} // namespace gridwarden::gis
