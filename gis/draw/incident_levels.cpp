// SPDX-License-Identifier: GPL-3.0-or-later
#include "gis/draw/incident_levels.h"

#include "gis/draw/two_threads.h"

#include <algorithm>

namespace gridwarden::gis {

namespace {

using CellCounts = std::array<std::size_t, morton::Depths + 1>;

/// Incidents, or cells of a finer level.
struct Source {
    std::span<const std::uint64_t> codes;
    std::span<const IncidentLook> looks;
    std::span<const std::uint32_t> ends; // empty: each stands for itself
};

/// Of part [first, last) of sorted codes, in one pass: neighbours share their cells down to the depth of their common prefix.
CellCounts cellCountsOf(std::span<const std::uint64_t> codes, std::size_t first, std::size_t last) {
    CellCounts counts{};
    if (first == last)
        return counts;
    std::array<std::size_t, morton::Depths + 1> sharedDownTo{};
    for (std::size_t i = first + 1; i < last; ++i)
        ++sharedDownTo[static_cast<std::size_t>(morton::sharedDepth(codes[i - 1], codes[i]))];
    counts[0] = 1;
    for (std::size_t depth = 1; depth < counts.size(); ++depth)
        counts[depth] = counts[depth - 1] + sharedDownTo[depth - 1];
    return counts;
}

/// Cells of `depth` from part [first, last) of a source, to the level's from position `to` on.
void fold(const Source& source, std::size_t first, std::size_t last, IncidentLevel& level, std::size_t to) {
    if (first == last)
        return;
    const int shift = 2 * (morton::Depths - level.depth); // a level has a depth of at least 1
    std::uint64_t* const codes = level.codes.data() + to;
    IncidentLook* const looks = level.looks.data() + to;
    std::uint32_t* const ends = level.ends.data() + to;
    std::uint64_t cell = source.codes[first] >> shift;
    std::uint64_t code = source.codes[first];
    IncidentLook look = source.looks[first];
    std::size_t out = 0;
    for (std::size_t i = first; i < last; ++i) {
        // Without branches, since whether the next one opens a cell cannot be foreseen.
        const bool isNew = (source.codes[i] >> shift) != cell;
        const bool isBetter = isNew || source.looks[i].rank < look.rank;
        cell = source.codes[i] >> shift;
        code = isBetter ? source.codes[i] : code;
        look = isBetter ? source.looks[i] : look;
        out += isNew ? 1 : 0;
        codes[out] = code;
        looks[out] = look;
        ends[out] = source.ends.empty() ? static_cast<std::uint32_t>(i + 1) : source.ends[i];
    }
}

/// Where to divide sorted codes in two parts of about one size: where neighbours have least in common, so that only few
/// of the coarsest cells lie on both sides.
std::size_t dividingPlace(std::span<const std::uint64_t> codes) {
    const std::size_t middle = codes.size() / 2;
    const std::size_t slack = codes.size() / 32;
    std::size_t best = middle;
    for (std::size_t i = middle - slack + 1; i < middle + slack; ++i)
        if (morton::sharedDepth(codes[i - 1], codes[i]) < morton::sharedDepth(codes[best - 1], codes[best]))
            best = i;
    return best;
}

} // namespace

IncidentLevels buildLevels(std::span<const std::uint64_t> codes, std::span<const IncidentLook> looks, const std::stop_token& stop) {
    constexpr std::size_t FewCells = 256; // coarser levels would save nothing worth having
    IncidentLevels levels;
    if (codes.empty())
        return levels;
    const std::size_t divided = codes.size() > FewCells ? dividingPlace(codes) : 0;
    const std::size_t shared = divided == 0 ? morton::Depths : static_cast<std::size_t>(morton::sharedDepth(codes[divided - 1], codes[divided]));
    std::array<CellCounts, 2> counts{};
    inHalves([&](int half) { counts[static_cast<std::size_t>(half)] = half == 0 ? cellCountsOf(codes, 0, divided) : cellCountsOf(codes, divided, codes.size()); });
    for (std::size_t depth = 0; depth < levels.cellCounts.size(); ++depth) // cells on both sides are one
        levels.cellCounts[depth] = counts[0][depth] + counts[1][depth] - (divided != 0 && depth <= shared ? 1 : 0);

    std::size_t below = codes.size();
    for (int depth = morton::Depths; depth > 0 && below > FewCells; --depth) {
        const std::size_t cells = levels.cellCounts[static_cast<std::size_t>(depth)];
        if (cells > below - below / 4)
            continue;
        levels.kept.push_back({depth, RawArray<std::uint64_t>(cells), RawArray<IncidentLook>(cells), RawArray<std::uint32_t>(cells)});
        below = cells;
    }
    const auto sourceOf = [&](std::size_t level) {
        return level == 0 ? Source{codes, looks, {}} : Source{levels.kept[level - 1].codes, levels.kept[level - 1].looks, levels.kept[level - 1].ends};
    };
    const auto isDivided = [&](std::size_t level) { return static_cast<std::size_t>(levels.kept[level].depth) > shared; };
    const auto dividedAt = [&](std::size_t level) { return counts[0][static_cast<std::size_t>(levels.kept[level].depth)]; };
    inHalves([&](int half) {
        for (std::size_t level = 0; level < levels.kept.size() && isDivided(level) && !stop.stop_requested(); ++level) {
            const std::size_t place = level == 0 ? divided : dividedAt(level - 1);
            const Source source = sourceOf(level);
            if (half == 0)
                fold(source, 0, place, levels.kept[level], 0);
            else
                fold(source, place, source.codes.size(), levels.kept[level], dividedAt(level));
        }
    });
    for (std::size_t level = 0; level < levels.kept.size() && !stop.stop_requested(); ++level)
        if (!isDivided(level))
            fold(sourceOf(level), 0, sourceOf(level).codes.size(), levels.kept[level], 0);
    std::reverse(levels.kept.begin(), levels.kept.end());
    return levels;
}

} // namespace gridwarden::gis
