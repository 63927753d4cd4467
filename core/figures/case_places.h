// SPDX-License-Identifier: GPL-3.0-or-later
// What "the same place" means: a square of a size, or an area of a kind (a road or street segment, a community …).
#pragma once

#include "core/figures/cell_lattice.h"

namespace gridwarden::core {

struct PlaceChoice {
    std::optional<AreaKind> areas; ///< none: squares
    double squareMetres = 100;
    bool operator==(const PlaceChoice&) const = default;
};

/// Numbers of places beside a selection. The areas of one code are one place.
class CasePlaces {
public:
    CasePlaces(const FiguresContext& context, const PlaceChoice& choice);

    /// NoPlace for cases without coordinates, or in no area of the kind. Of areas those of the day of each case, or of today.
    [[nodiscard]] std::vector<std::uint32_t> of(const FiguresContext& context, const Selection& selection, GridsOf grids) const;
    /// What the place covers, degrees. \pre a number that `of` gave
    [[nodiscard]] GeoBox box(std::uint32_t place) const;
    /// Null for squares.
    [[nodiscard]] AreaId area(std::uint32_t place) const;
    [[nodiscard]] const PlaceChoice& choice() const { return m_choice; }

private:
    PlaceChoice m_choice;
    CellLattice m_lattice;
    struct Named {
        AreaId newest;
        std::string code;
        GeoBox box;
    };
    std::vector<Named> m_areas; // by code
};

} // namespace gridwarden::core
