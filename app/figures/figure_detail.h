// SPDX-License-Identifier: GPL-3.0-or-later
// One figure taken apart: through time, or by area, organisation, person, category or source.
#pragma once

#include "app/figures/figure_basis.h"

#include <QString>

namespace gridwarden::app {

struct DetailBy {
    enum class Kind { Time, Areas, Organisations, People, BigClasses, Categories, Sources };
    Kind kind = Kind::Time;
    core::AreaKind areas = core::AreaKind::Grid; ///< of Areas
    bool operator==(const DetailBy&) const = default;
};

struct DetailWish {
    FigureBasis basis;
    core::Period period;
    std::string figure; ///< key
    DetailBy by;
};

struct DetailPart {
    QString label;
    core::Period period;
    core::FigureValue value;
    std::optional<double> before; ///< of the period just before
};

struct DetailAnswer {
    DetailWish wish;
    std::vector<DetailPart> parts; ///< by time the oldest first, the last of them the period itself; else the greatest first, without those of which nothing counts
    std::optional<core::Error> problem;

    static constexpr std::size_t MostPeriods = 13; ///< so that months show the one of last year too
};

/// Null once the token is stopped.
[[nodiscard]] std::shared_ptr<const DetailAnswer> countDetail(const DetailWish& wish, const std::stop_token& stop);

} // namespace gridwarden::app
