// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/figures/cell_lattice.h"

#include <numeric>

namespace gridwarden::core {

GeoBox CellLattice::box(std::uint32_t cell) const {
    const PlanePoint middle = centre(cell);
    GeoBox box;
    box.include(m_plane.toGeo({middle.x - m_size / 2, middle.y - m_size / 2}));
    box.include(m_plane.toGeo({middle.x + m_size / 2, middle.y + m_size / 2}));
    return box;
}

LocalPlane districtPlane(const FiguresContext& context) {
    GeoBox box = context.areas->bounds();
    if (box.isEmpty())
        for (const auto& chunk : context.facts->chunks())
            for (std::size_t i = 0; i < chunk->size(); ++i)
                if (chunk->hasMark(i, IsPresent) && chunk->hasMark(i, HasPlace))
                    box.include(GeoPoint{chunk->longitude(i), chunk->latitude(i)});
    if (box.isEmpty())
        return LocalPlane({});
    return LocalPlane(
        {std::midpoint(box.minLongitude, box.maxLongitude), std::midpoint(box.minLatitude, box.maxLatitude)});
}

std::vector<std::uint32_t> cellsOf(const CaseFacts& facts, const Selection& selection, const CellLattice& lattice) {
    std::vector<std::uint32_t> cells(selection.size());
    facts.eachStretch(
        selection, [&](const FactChunk& chunk, std::span<const std::uint32_t> rows, std::size_t position) {
            for (const std::uint32_t row : rows) {
                const std::size_t i = row % CaseFacts::ChunkSize;
                cells[position++] = lattice.at({chunk.longitude(i), chunk.latitude(i)}); // NaN without a place
            }
        });
    return cells;
}

} // namespace gridwarden::core
