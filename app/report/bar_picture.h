// SPDX-License-Identifier: GPL-3.0-or-later
// Bars below each other, as a figure of an official document: names at the left, each value at the end of its bar.
#pragma once

#include "app/report/official_document.h"

namespace gridwarden::app {

struct Bar {
    QString name;
    double value = 0; ///< not negative
    QString label;    ///< the value as it is printed
    double beside = 0; ///< of the period before; drawn when the picture has a name for it
};

struct BarChart {
    QString caption;
    std::vector<Bar> bars;
    QString now = {}, before = {}; ///< what the two bars of a name stand for; empty: one bar each
    std::optional<double> mark = {}; ///< a broken line across all bars, such as a mean
    QString markLabel = {};
    double full = 0; ///< the value of a bar over the whole width; 0: the greatest
};

/// As high as its bars need. \pre at most MostBars bars
[[nodiscard]] DocumentPicture barPicture(BarChart chart, core::Language language);
/// What fits on a page.
inline constexpr std::size_t MostBars = 30;

} // namespace gridwarden::app
