// SPDX-License-Identifier: GPL-3.0-or-later
// Why a scheme cannot be used, at the field where it is entered.
#pragma once

#include "core/evaluation/scheme.h"

#include <QString>
#include <optional>

namespace gridwarden::app {

struct SchemeFault {
    std::string item;   ///< key; empty: of the whole scheme
    std::string member; ///< of the scheme's JSON, of an item within it
    QString sentence;   ///< what to enter
    bool operator==(const SchemeFault&) const = default;
};

/// The first thing that keeps a scheme from being read back as it is, or from being counted with these figures; none:
/// nothing does.
[[nodiscard]] std::optional<SchemeFault> schemeFault(const core::EvaluationScheme& scheme,
                                                     const core::FigureDefinitions& definitions);

} // namespace gridwarden::app
