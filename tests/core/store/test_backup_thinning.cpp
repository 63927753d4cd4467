// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/backup_thinning.h"

#include <algorithm>
#include <catch2/catch.hpp>
#include <limits>
#include <random>

using namespace gridwarden::core;

namespace {

constexpr std::uintmax_t NoLimit = std::numeric_limits<std::uintmax_t>::max();
const Moment Start{seconds{1'767'225'600}}; // 2026-01-01

Moment day(double number) { return Start + seconds(static_cast<std::int64_t>(number * 86400)); }

/// The rule once more, written as a search over what could be left after taking one away: the worst remaining ratio of the neighbours of the
/// gap is compared candidate by candidate, on a list that is rebuilt each time.
std::vector<std::size_t> dropByTrying(std::vector<KeptBackup> backups, Moment now, int count, std::uintmax_t bytes) {
    struct Item {
        KeptBackup backup;
        std::size_t index;
    };
    std::vector<Item> items;
    for (std::size_t i = 0; i < backups.size(); ++i)
        items.push_back({backups[i], i});
    std::stable_sort(items.begin(), items.end(), [](const Item& a, const Item& b) { return a.backup.made > b.backup.made; });
    std::vector<std::size_t> dropped;
    for (;;) {
        std::uintmax_t sum = 0;
        for (const Item& item : items)
            sum += item.backup.bytes;
        if (items.size() <= static_cast<std::size_t>(std::max(1, count)) && sum <= bytes)
            return dropped;
        std::optional<std::size_t> newestGood;
        for (const Item& item : items)
            if (item.backup.isGood && !newestGood)
                newestGood = item.index;
        struct Candidate {
            double rank;
            std::size_t position;
        };
        std::vector<Candidate> candidates;
        for (std::size_t i = 1; i < items.size(); ++i) {
            if (items[i].index == newestGood)
                continue;
            const auto age = [&](std::size_t k) {
                return 1.0 + std::max(0.0, static_cast<double>((now - items[k].backup.made).count()) / 86400.0);
            };
            if (!items[i].backup.isGood)
                candidates.push_back({-1.0 - static_cast<double>(i), i});
            else if (i + 1 < items.size())
                candidates.push_back({age(i + 1) / age(i - 1), i});
            else
                candidates.push_back({std::numeric_limits<double>::infinity(), i});
        }
        if (candidates.empty())
            return dropped;
        auto best = candidates.front();
        for (const Candidate& candidate : candidates)
            if (candidate.rank <= best.rank)
                best = candidate;
        dropped.push_back(items[best.position].index);
        items.erase(items.begin() + static_cast<std::ptrdiff_t>(best.position));
    }
}

} // namespace

TEST_CASE("thinning agrees with trying every candidate", "[core][backup]") {
    std::mt19937 random(20261121);
    const auto pick = [&](int from, int to) { return std::uniform_int_distribution<int>(from, to)(random); };
    for (int round = 0; round < 3000; ++round) {
        std::vector<KeptBackup> backups;
        const int size = pick(0, 16);
        for (int i = 0; i < size; ++i)
            backups.push_back({day(pick(0, 400) + (pick(0, 3) == 0 ? 0.02 * pick(0, 20) : 0)), static_cast<std::uintmax_t>(pick(1, 50)), pick(0, 5) != 0});
        const Moment now = day(pick(0, 420)); // some of them lie in the future: the clock was set back
        const int count = pick(0, 12);
        const std::uintmax_t bytes = pick(0, 2) == 0 ? static_cast<std::uintmax_t>(pick(0, 300)) : NoLimit;
        INFO("round " << round);
        REQUIRE(backupsToDrop(backups, now, count, bytes) == dropByTrying(backups, now, count, bytes));
    }
}

TEST_CASE("a backup each day leaves recent days dense and reaches back to the first", "[core][backup]") {
    std::vector<KeptBackup> shelf;
    for (int today = 0; today < 730; ++today) {
        shelf.push_back({day(today), 1, true});
        auto dropped = backupsToDrop(shelf, day(today), 10, NoLimit);
        std::sort(dropped.rbegin(), dropped.rend());
        for (const std::size_t index : dropped)
            shelf.erase(shelf.begin() + static_cast<std::ptrdiff_t>(index));
        REQUIRE(shelf.size() <= 10);
        REQUIRE(shelf.back().made == day(today));
        REQUIRE(shelf.front().made == day(0));
        // Whatever day one wants back, there is a backup of that day or from before it that is at most four times as old.
        for (int wanted = 0; wanted <= today; ++wanted) {
            int best = today;
            for (const KeptBackup& backup : shelf) {
                const int age = today - static_cast<int>((backup.made - Start).count() / 86400);
                if (age >= wanted)
                    best = std::min(best, age);
            }
            INFO("day " << today << " wanted " << wanted << " found " << best);
            REQUIRE(best + 1 <= 4 * (wanted + 1));
        }
    }
}

TEST_CASE("the last good backup never goes", "[core][backup]") {
    SECTION("when all newer ones are bad") {
        const std::vector<KeptBackup> shelf{{day(1), 10, true}, {day(2), 10, false}, {day(3), 10, false}, {day(4), 10, false}};
        CHECK(backupsToDrop(shelf, day(5), 1, 0) == std::vector<std::size_t>{1, 2});
    }
    SECTION("when there is no room for any") {
        const std::vector<KeptBackup> shelf{{day(1), 10, true}, {day(2), 10, true}};
        CHECK(backupsToDrop(shelf, day(5), 10, 0) == std::vector<std::size_t>{0});
    }
    SECTION("when there is only one") { CHECK(backupsToDrop({{day(1), 10, true}}, day(5), 0, 0).empty()); }
}
