// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/figures/seen_again.h"

#include "core/figures/cell_lattice.h"
#include "core/figures/clearing.h"

#include <algorithm>
#include <bit>

namespace gridwarden::core {

namespace {

/// Squares as wide as the distance: what is near lies in the square of a place or in one of the eight around it.
struct Square {
    std::int64_t column, row;
};

/// A number for a square and a category. Two may share one, which costs a comparison and nothing else.
std::uint64_t keyOf(Square square, std::uint32_t category) {
    std::uint64_t key = static_cast<std::uint64_t>(square.column) * 0x9e3779b97f4a7c15U ^ static_cast<std::uint64_t>(square.row) * 0xc2b2ae3d27d4eb4fU ^
                        std::uint64_t{category} * 0x165667b19e3779f9U;
    key ^= key >> 29;
    key *= 0xbf58476d1ce4e5b9U;
    return key ^ key >> 32;
}

struct Sight {
    PlanePoint place;
    std::uint32_t category = 0; ///< its code
    std::uint32_t row = 0;
    std::int64_t time = 0;      ///< of the report, or of the clearing
};

struct Cleared {
    std::uint64_t key = 0;
    Sight sight;
    bool operator<(const Cleared& other) const { return key < other.key; }
};

/// Which keys may be wanted; says yes a little too often.
class WantedKeys {
public:
    explicit WantedKeys(std::size_t expected)
        : m_bits(std::bit_ceil(std::clamp<std::size_t>(expected * 16, Least, Most)) / 64) {}
    void add(std::uint64_t key) { m_bits[wordOf(key)] |= bitOf(key); }
    [[nodiscard]] bool mayHold(std::uint64_t key) const { return (m_bits[wordOf(key)] & bitOf(key)) != 0; }

private:
    static constexpr std::size_t Least = 1 << 16, Most = std::size_t{1} << 28;
    [[nodiscard]] std::size_t wordOf(std::uint64_t key) const { return (key >> 6) & (m_bits.size() - 1); }
    static std::uint64_t bitOf(std::uint64_t key) { return std::uint64_t{1} << (key & 63); }
    std::vector<std::uint64_t> m_bits;
};

class Search {
public:
    Search(const FiguresContext& context, const SeenAgain& rule)
        : m_context(context), m_plane(districtPlane(context)), m_metres(rule.metres), m_seconds(std::int64_t{86400} * rule.days) {}

    Selection among(const Selection& selection) {
        const std::vector<Sight> seen = sightsOf(selection);
        collectCleared(seen);
        Selection found;
        for (const Sight& sight : seen)
            if (isSeenAgain(sight))
                found.push_back(sight.row);
        return found;
    }

private:
    [[nodiscard]] Square squareOf(PlanePoint point) const {
        return {static_cast<std::int64_t>(std::floor(point.x / m_metres)), static_cast<std::int64_t>(std::floor(point.y / m_metres))};
    }
    /// Calls use(key) of the squares around a sight; ends when it says true.
    template <class Use> bool around(const Sight& sight, Use use) const {
        const auto [column, row] = squareOf(sight.place);
        for (std::int64_t c = column - 1; c <= column + 1; ++c)
            for (std::int64_t r = row - 1; r <= row + 1; ++r)
                if (use(keyOf({c, r}, sight.category)))
                    return true;
        return false;
    }
    [[nodiscard]] Sight sightAt(const FactChunk& chunk, std::size_t i, std::uint32_t row, std::int64_t time) const {
        return {m_plane.toPlane({chunk.longitude(i), chunk.latitude(i)}), static_cast<std::uint32_t>(chunk.column(FactColumn::Category)[i]), row, time};
    }

    [[nodiscard]] std::vector<Sight> sightsOf(const Selection& selection) const {
        std::vector<Sight> seen;
        m_context.facts->eachStretch(selection, [&](const FactChunk& chunk, std::span<const std::uint32_t> rows, std::size_t) {
            for (const std::uint32_t row : rows) {
                const std::size_t i = row % CaseFacts::ChunkSize;
                const CaseState state = chunk.stateAt(i, m_context.asOf);
                if (chunk.hasMark(i, HasPlace) && state != CaseState::Void && state != CaseState::Rejected)
                    seen.push_back(sightAt(chunk, i, row, chunk.column(FactColumn::Reported)[i]));
            }
        });
        return seen;
    }

    void collectCleared(const std::vector<Sight>& seen) {
        if (seen.empty())
            return;
        WantedKeys wanted(seen.size() * 9);
        std::int64_t first = seen.front().time, last = first;
        for (const Sight& sight : seen) {
            first = std::min(first, sight.time);
            last = std::max(last, sight.time);
            around(sight, [&](std::uint64_t key) {
                wanted.add(key);
                return false;
            });
        }
        std::uint32_t firstRow = 0;
        for (const auto& chunk : m_context.facts->chunks()) {
            for (std::size_t i = 0; i < chunk->size(); ++i) {
                if (!chunk->hasMark(i, HasPlace) || !chunk->hasMark(i, IsPresent) ||
                    static_cast<CaseState>(chunk->column(FactColumn::State)[i]) != CaseState::Closed)
                    continue;
                const auto [end, isCleared] = endOfClosed(chunk->column(FactColumn::Reported)[i], chunk->column(FactColumn::Handled)[i],
                                                          chunk->column(FactColumn::Closed)[i], chunk->hasMark(i, WasForced));
                if (!isCleared || end < first - m_seconds || end > last)
                    continue;
                const Sight sight = sightAt(*chunk, i, firstRow + static_cast<std::uint32_t>(i), end);
                if (const std::uint64_t key = keyOf(squareOf(sight.place), sight.category); wanted.mayHold(key))
                    m_cleared.push_back({key, sight});
            }
            firstRow += CaseFacts::ChunkSize;
        }
        std::sort(m_cleared.begin(), m_cleared.end());
        const int bits = std::max(1, static_cast<int>(std::bit_width(m_cleared.size()))); // about one entry for each start
        m_shift = 64 - bits;
        m_starts.assign((std::size_t{1} << bits) + 1, static_cast<std::uint32_t>(m_cleared.size()));
        for (std::size_t i = m_cleared.size(); i-- > 0;)
            m_starts[m_cleared[i].key >> m_shift] = static_cast<std::uint32_t>(i);
        for (std::size_t i = m_starts.size() - 1; i-- > 0;) // a start without an entry is that of the next one
            m_starts[i] = std::min(m_starts[i], m_starts[i + 1]);
    }

    [[nodiscard]] bool isSeenAgain(const Sight& sight) const {
        return around(sight, [&](std::uint64_t key) {
            const std::size_t begin = m_starts[key >> m_shift], end = m_starts[(key >> m_shift) + 1];
            for (std::size_t i = begin; i < end; ++i)
                if (m_cleared[i].key == key && isBefore(m_cleared[i].sight, sight))
                    return true;
            return false;
        });
    }
    [[nodiscard]] bool isBefore(const Sight& cleared, const Sight& seen) const {
        const double x = cleared.place.x - seen.place.x, y = cleared.place.y - seen.place.y;
        return cleared.category == seen.category && cleared.row != seen.row && cleared.time <= seen.time && seen.time - cleared.time <= m_seconds &&
               x * x + y * y <= m_metres * m_metres;
    }

    const FiguresContext& m_context;
    LocalPlane m_plane;
    double m_metres;
    std::int64_t m_seconds;
    std::vector<Cleared> m_cleared; // by key
    std::vector<std::uint32_t> m_starts{0, 0, 0}; // by the first bits of the key
    int m_shift = 63;
};

} // namespace

Selection seenAgain(const FiguresContext& context, const Selection& selection, const SeenAgain& rule) {
    if (!(rule.metres > 0))
        return {};
    return Search(context, rule).among(selection);
}

} // namespace gridwarden::core
