// SPDX-License-Identifier: GPL-3.0-or-later
// What is asked of steps when figures are shared out among people: whose case a step belongs to, who took it and what was handled.
#pragma once

#include "core/figures/filter.h"

#include <unordered_map>

namespace gridwarden::core {

/// In the order in which steps of a case are told.
struct StepOrder {
    Moment at, recorded;
    StepId id;
    auto operator<=>(const StepOrder&) const = default;
};

struct StepFact {
    std::uint32_t row = 0; ///< of its case
    StepOrder order;
    double quantity = 0;
};
/// Of cases that are among the facts; quantities only where they are asked for, because details take long to read. Errors: Database.
[[nodiscard]] Result<std::unordered_map<StepId, StepFact>> loadStepFacts(const FiguresContext& context, const std::vector<StepId>& steps, bool withQuantities);

/// Who took the steps of one kind in some cases, up to the moment of the context.
class StepTakers {
public:
    /// \param rows ascending. Errors: Database.
    [[nodiscard]] static Result<StepTakers> load(const FiguresContext& context, const Selection& rows, StepKind kind);
    /// Null: nobody of the register.
    [[nodiscard]] PersonId last(std::uint32_t row) const;
    /// Up to a step, which may be of that kind itself.
    [[nodiscard]] PersonId lastUpTo(std::uint32_t row, const StepOrder& step) const;

private:
    struct Taken {
        std::uint32_t row;
        StepOrder order;
        PersonId person;
    };
    std::vector<Taken> m_taken; ///< by row and order
};

} // namespace gridwarden::core
