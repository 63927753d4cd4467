// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/figures/tally_columns.h"

#include <algorithm>
#include <cassert>
#include <thread>

namespace gridwarden::core {

namespace {

constexpr std::uint64_t MostInTable = 1 << 26; // combinations that are counted in a table; of more those that occur are sorted

/// The combinations of a part of the selection as one number each.
template <class Use>
void eachCombination(const FiguresContext& context, const Selection& selection, const std::vector<TallyColumn>& columns, std::size_t begin,
                     std::size_t end, Use use) {
    std::array<std::array<std::uint32_t, CaseFacts::ChunkSize>, 3> slots;
    const std::array<std::uint64_t, 3> sizes{columns[0].values.size(), columns.size() > 1 ? columns[1].values.size() : 1,
                                             columns.size() > 2 ? columns[2].values.size() : 1};
    for (auto& each : slots)
        each.fill(0);
    context.facts->eachStretch(std::span(selection).subspan(begin, end - begin),
                               [&](const FactChunk& chunk, std::span<const std::uint32_t> rows, std::size_t position) {
                                   for (std::size_t k = 0; k < columns.size(); ++k)
                                       columns[k].fill(chunk, rows, begin + position, slots[k].data());
                                   for (std::size_t i = 0; i < rows.size(); ++i)
                                       use((slots[0][i] * sizes[1] + slots[1][i]) * sizes[2] + slots[2][i]);
                               });
}

/// Both halves of the selection at once where that is worth it.
template <class Work> void inHalves(std::size_t size, Work work) {
    constexpr std::size_t WorthTwoThreads = 200'000;
    if (size < WorthTwoThreads)
        return work(0, 0, size);
    std::jthread other([&] { work(1, size / 2, size); });
    work(0, 0, size / 2);
}

} // namespace

CrossCount crossCount(const FiguresContext& context, const PeopleRegister& people, const Selection& selection,
                      const std::vector<TallyKey>& keys, AreaKind kind, GridsOf grids) {
    assert(!keys.empty() && keys.size() <= 3);
    std::vector<TallyColumn> columns;
    std::uint64_t combinations = 1;
    for (const TallyKey key : keys) {
        columns.push_back(tallyColumn(context, people, selection, key, kind, grids));
        combinations *= columns.back().values.size();
    }
    CrossCount result;
    const auto add = [&](std::uint64_t combination, std::uint32_t count) {
        CrossCount::Group group{{}, count};
        for (std::size_t k = keys.size(); k-- > 0; combination /= columns[k].values.size())
            group.values[k] = static_cast<std::uint32_t>(combination % columns[k].values.size());
        result.groups.push_back(group);
    };
    if (combinations <= MostInTable) {
        std::array<std::vector<std::uint32_t>, 2> counts;
        inHalves(selection.size(), [&](std::size_t half, std::size_t begin, std::size_t end) {
            counts[half].resize(combinations);
            eachCombination(context, selection, columns, begin, end, [&](std::uint64_t combination) { ++counts[half][combination]; });
        });
        for (std::size_t i = 0; i < counts[1].size(); ++i)
            counts[0][i] += counts[1][i];
        result.groups.reserve(static_cast<std::size_t>(std::count_if(counts[0].begin(), counts[0].end(), [](std::uint32_t n) { return n != 0; })));
        for (std::uint64_t combination = 0; combination < combinations; ++combination)
            if (counts[0][combination] != 0)
                add(combination, counts[0][combination]);
    } else {
        std::vector<std::uint64_t> found(selection.size());
        inHalves(selection.size(), [&](std::size_t, std::size_t begin, std::size_t end) {
            auto next = found.begin() + static_cast<std::ptrdiff_t>(begin);
            eachCombination(context, selection, columns, begin, end, [&](std::uint64_t combination) { *next++ = combination; });
        });
        std::sort(found.begin(), found.end());
        for (auto first = found.begin(); first != found.end();) {
            const auto last = std::upper_bound(first, found.end(), *first);
            add(*first, static_cast<std::uint32_t>(last - first));
            first = last;
        }
    }
    for (TallyColumn& column : columns)
        result.values.push_back(std::move(column.values));
    return result;
}

} // namespace gridwarden::core
