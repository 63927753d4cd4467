// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/summary/record_digest.h"

#include "core/base/digest.h"

#include <algorithm>
#include <array>
#include <atomic>
#include <bit>
#include <charconv>
#include <map>
#include <numeric>
#include <thread>

namespace gridwarden::core {

namespace {

/// By digits of eleven bits, the least first: of hundreds of thousands of ids, which differ in few of their bits, several times faster than comparing them.
template <class Id> void sortAscending(std::vector<Id>& ids) {
    constexpr std::size_t Few = 4096;
    constexpr int DigitBits = 11;
    if (ids.size() < Few) {
        std::sort(ids.begin(), ids.end());
        return;
    }
    const auto [least, greatest] = std::minmax_element(ids.begin(), ids.end());
    const auto base = static_cast<std::uint64_t>(least->value());
    const auto bits = static_cast<int>(std::bit_width(static_cast<std::uint64_t>(greatest->value()) - base));
    std::vector<Id> other(ids.size());
    for (int shift = 0; shift < bits; shift += DigitBits) {
        const auto digit = [&](Id id) { return (static_cast<std::uint64_t>(id.value()) - base) >> shift & ((1U << DigitBits) - 1); };
        std::array<std::size_t, 1U << DigitBits> next{};
        for (const Id id : ids)
            ++next[digit(id)];
        std::exclusive_scan(next.begin(), next.end(), next.begin(), std::size_t(0));
        for (const Id id : ids)
            other[next[digit(id)]++] = id;
        ids.swap(other);
    }
}

template <class Id> void addRecords(Sha256& digest, std::string_view kind, std::vector<Id> ids) {
    if (!std::is_sorted(ids.begin(), ids.end()))
        sortAscending(ids);
    ids.erase(std::unique(ids.begin(), ids.end()), ids.end());
    constexpr std::size_t LongestLine = 32, PieceSize = 32'768;
    std::array<char, PieceSize> piece;
    char* end = piece.data();
    for (const Id id : ids) {
        end = std::copy(kind.begin(), kind.end(), end);
        *end++ = ' ';
        end = std::to_chars(end, piece.data() + piece.size(), id.value()).ptr;
        *end++ = '\n';
        if (piece.data() + piece.size() - end < static_cast<std::ptrdiff_t>(LongestLine))
            digest.add({piece.data(), static_cast<std::size_t>(std::exchange(end, piece.data()) - piece.data())});
    }
    digest.add({piece.data(), static_cast<std::size_t>(end - piece.data())});
}

/// The same for values that have the same records.
const void* recordsOf(const FigureValue& value) {
    return value.steps.empty() && value.activities.empty() ? value.rows.identity() : &value;
}

} // namespace

std::int64_t recordCount(const FigureValue& value) {
    return static_cast<std::int64_t>(value.rows.size() + value.steps.size() + value.activities.size());
}

std::string recordsDigest(const CaseFacts& facts, const FigureValue& value) {
    Sha256 digest;
    addRecords(digest, "case", caseIds(facts, value.rows));
    addRecords(digest, "step", value.steps);
    addRecords(digest, "activity", value.activities);
    return digest.hex();
}

Result<std::vector<std::string>> recordsDigests(const CaseFacts& facts, std::span<const FigureValue* const> values,
                                                const std::function<bool()>& goesOn) {
    struct Work {
        const FigureValue* value;
        std::string digest;
    };
    std::map<const void*, Work> known;
    for (const FigureValue* const value : values)
        known.try_emplace(recordsOf(*value), Work{value, {}});
    std::vector<Work*> works;
    for (auto& [records, work] : known)
        works.push_back(&work);
    std::atomic<std::size_t> next = 0;
    std::atomic<bool> isStopped = false;
    const auto run = [&](const std::function<bool()>& asked) {
        for (std::size_t i = next++; i < works.size() && !isStopped; i = next++) {
            if (asked && !asked())
                isStopped = true;
            else
                works[i]->digest = recordsDigest(facts, *works[i]->value);
        }
    };
    {
        const std::jthread other([&] { run({}); });
        run(goesOn);
    }
    if (isStopped)
        return fail(ErrorCode::Cancelled, {"cancelled", {}});
    std::vector<std::string> digests;
    for (const FigureValue* const value : values)
        digests.push_back(known.at(recordsOf(*value)).digest);
    return digests;
}

} // namespace gridwarden::core
