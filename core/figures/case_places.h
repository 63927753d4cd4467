// SPDX-License-Identifier: GPL-3.0-or-later
// What "the same place" means: a square of a size, an area of a kind (a road or street segment, a community …), or a name: the same
// address.
#pragma once

#include "core/figures/cell_lattice.h"

namespace gridwarden::core {

struct PlaceChoice {
    std::optional<AreaKind> areas; ///< none: squares, or names
    double squareMetres = 100;
    bool byAddress = false;        ///< texts that are alike but for blanks around them; cases without one are nowhere
    bool operator==(const PlaceChoice&) const = default;
};

/// Numbers of places beside a selection. The areas of one code are one place.
class CasePlaces {
public:
    /// Addresses are read from the file, page by page: the context needs its connection then. Errors: Database.
    [[nodiscard]] static Result<CasePlaces> make(const FiguresContext& context, const PlaceChoice& choice);

    /// NoPlace for cases without coordinates, or in no area of the kind. Of areas those of the day of each case, or of today.
    [[nodiscard]] std::vector<std::uint32_t> of(const FiguresContext& context, const Selection& selection, GridsOf grids) const;
    /// What the place covers, degrees. \pre a number that `of` gave
    [[nodiscard]] GeoBox box(std::uint32_t place) const;
    /// Null for squares and names.
    [[nodiscard]] AreaId area(std::uint32_t place) const;
    /// The code of an area, or the address; empty for squares.
    [[nodiscard]] std::string_view name(std::uint32_t place) const;
    [[nodiscard]] const PlaceChoice& choice() const { return m_choice; }

private:
    CasePlaces(const FiguresContext& context, const PlaceChoice& choice);
    void nameAreas(const AreaRegister& areas);
    Result<void> readAddresses(const FiguresContext& context);
    PlaceChoice m_choice;
    CellLattice m_lattice;
    struct Named {
        AreaId newest;
        std::string name; ///< code or address
        GeoBox box;
    };
    std::vector<Named> m_named;               // areas by their codes
    std::vector<std::uint32_t> m_placeOfRow;  // of addresses, by row of the facts
};

} // namespace gridwarden::core
