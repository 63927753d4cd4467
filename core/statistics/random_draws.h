// SPDX-License-Identifier: GPL-3.0-or-later
// Whole numbers at random that are the same on every machine for a seed; the distributions of the standard library are
// not.
#pragma once

#include <cstdint>
#include <random>

namespace gridwarden::core {

class RandomDraws {
public:
    explicit RandomDraws(std::uint64_t seed) : m_engine(seed) {}

    /// From 0 to below `end`, each as probable as any other (Lemire, ACM Trans. Model. Comput. Simul. 29 (2019) 3).
    /// \pre end > 0
    [[nodiscard]] std::uint32_t below(std::uint32_t end) {
        std::uint64_t product = half() * end;
        if (static_cast<std::uint32_t>(product) < end) {
            const std::uint32_t uneven = static_cast<std::uint32_t>(-end) % end; // 2^32 modulo end
            while (static_cast<std::uint32_t>(product) < uneven)
                product = half() * end;
        }
        return static_cast<std::uint32_t>(product >> 32);
    }

private:
    [[nodiscard]] std::uint64_t half() { return m_engine() >> 32; }
    std::mt19937_64 m_engine; // its numbers are in the standard
};

} // namespace gridwarden::core
