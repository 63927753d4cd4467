// SPDX-License-Identifier: GPL-3.0-or-later
// What figures are worked out from beside the window.
#pragma once

#include "app/workspace/filter_wish.h"
#include "core/figures/figure_values.h"

namespace gridwarden::app {

class Workspace;

struct FigureBasis {
    FilterWish cases; ///< whose filter holds for all figures; its days and the cases that a number listed are left out
    std::vector<core::CaseSource> sources;
    std::shared_ptr<const core::ActivityRegister> activities;
    std::shared_ptr<const core::ActivityLists> lists;
    std::shared_ptr<const core::FigureDefinitions> definitions;

    /// Whether figures are the same with an earlier one: nothing was changed since, and the clock, which moves lateness, went on by less than a minute.
    [[nodiscard]] bool countsAs(const FigureBasis& earlier) const;
};

/// As of now. Errors: those of core::figureDefinitions; Database. \pre a district is open and not busy
[[nodiscard]] core::Result<FigureBasis> figureBasis(const Workspace& workspace);

/// Works out figures of a basis, with a connection of its own. \pre basis and token outlive it
class FigureCounter {
  public:
    /// Errors: Database.
    [[nodiscard]] static core::Result<std::unique_ptr<FigureCounter>> make(const FigureBasis& basis, const std::stop_token& stop);
    FigureCounter(const FigureCounter&) = delete;
    FigureCounter& operator=(const FigureCounter&) = delete;

    [[nodiscard]] const core::FigureInput& input() const { return m_input; }
    /// Errors: those of core::evaluateFigures.
    [[nodiscard]] core::Result<std::vector<core::FigureValue>> values(const std::vector<std::string>& keys, core::Period period) const;

  private:
    FigureCounter(const FigureBasis& basis, const std::stop_token& stop, core::Connection connection);
    const FigureBasis& m_basis;
    const std::stop_token& m_stop;
    core::Connection m_connection;
    core::FigureInput m_input{};
};

} // namespace gridwarden::app
