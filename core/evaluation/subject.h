// SPDX-License-Identifier: GPL-3.0-or-later
// Whom a scheme evaluates: areas by their codes, organisations, people.
#pragma once

#include "core/evaluation/scheme.h"
#include "core/figures/filter.h"

namespace gridwarden::core {

struct EvaluationSubject {
    SubjectKind kind = SubjectKind::Areas;
    std::int64_t id = 0; ///< of the area (the newest of its code in the period), the organisation or the person
    std::string code, name;
    bool isActive = true;                     ///< of organisations and people: those who are not any more are listed where something counts for them
    std::optional<double> squareKilometres{}; ///< of areas with polygons
    bool operator==(const EvaluationSubject&) const = default;
};

/// In the order of their codes (without one: names). Areas of the kind that were valid in the period; an area stands for its code. Errors: NotFound
/// "scheme-subject-unknown" {scheme, code or name}.
[[nodiscard]] Result<std::vector<EvaluationSubject>> subjectsOf(const FiguresContext& context, const EvaluationScheme& scheme, Period period);

} // namespace gridwarden::core
