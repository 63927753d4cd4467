// SPDX-License-Identifier: GPL-3.0-or-later
// What the verbs that work out figures begin with.
#pragma once

#include "core/figure_list.h"

#include <memory>

namespace gridwarden::app {

/// A district open for reading, with its figures as of a moment.
struct FigureDesk {
    std::unique_ptr<core::District> district;
    core::FigureDefinitions definitions;
    core::FigureSource source;
};
/// \param asOf as --as-of; empty: now. Errors: those of opening, of the moment, of the definitions and of the file.
[[nodiscard]] core::Result<FigureDesk> openFigures(const std::string& path, const std::string& asOf);

/// Of a district that is open.
[[nodiscard]] core::Result<FigureDesk> figureDeskOf(std::unique_ptr<core::District> district, const std::string& asOf);

/// The period of --from and --to. Errors: those of the days; BadInput "figures-need-period", "period-ends-before-start" {from, to}.
[[nodiscard]] core::Result<core::Period> periodOf(const std::string& from, const std::string& to);

} // namespace gridwarden::app
