// SPDX-License-Identifier: GPL-3.0-or-later
// A few thousand whole numbers in as little room as the distance from the least to the greatest allows.
#pragma once

#include <bit>
#include <cstddef>
#include <cstdint>
#include <cstring>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace gridwarden::core {

/// Each number is kept as its distance from the least one, in 0 (all are the same), 1, 2, 4 or 8 bytes. Never changed.
class PackedNumbers {
public:
    PackedNumbers() = default;
    explicit PackedNumbers(std::span<const std::int64_t> numbers);

    [[nodiscard]] std::size_t size() const { return m_size; }
    [[nodiscard]] std::int64_t least() const { return m_least; }
    [[nodiscard]] std::int64_t greatest() const { return m_greatest; }
    [[nodiscard]] bool areEqual() const { return m_width == 0; }
    /// \pre position < size()
    [[nodiscard]] std::int64_t operator[](std::size_t position) const {
        switch (m_width) {
        case 0:
            return m_least;
        case 1:
            return above(m_bytes[position]);
        case 2:
            return above(wide<std::uint16_t>(position));
        case 4:
            return above(wide<std::uint32_t>(position));
        default:
            return above(wide<std::uint64_t>(position));
        }
    }
    /// Calls use(numberAt) once, with a function of a position; for loops, which then need not ask for the width each time.
    template <class Use> void visit(Use use) const {
        switch (m_width) {
        case 0:
            return use([least = m_least](std::size_t) { return least; });
        case 1:
            return use([this](std::size_t position) { return above(m_bytes[position]); });
        case 2:
            return use([this](std::size_t position) { return above(wide<std::uint16_t>(position)); });
        case 4:
            return use([this](std::size_t position) { return above(wide<std::uint32_t>(position)); });
        default:
            return use([this](std::size_t position) { return above(wide<std::uint64_t>(position)); });
        }
    }
    /// \pre into has room for size() numbers
    void unpack(std::span<std::int64_t> into) const;

    /// As bytes of this machine, for files that only it reads.
    void write(std::string& out) const;
    /// Takes `size` numbers from the front of `in`. None when they are not there or are not what `write` gives; nothing is believed.
    [[nodiscard]] static std::optional<PackedNumbers> read(std::string_view& in, std::size_t size);

private:
    template <class Distance> [[nodiscard]] Distance wide(std::size_t position) const {
        Distance distance;
        std::memcpy(&distance, m_bytes.data() + position * sizeof distance, sizeof distance);
        return distance;
    }
    [[nodiscard]] std::int64_t above(std::uint64_t distance) const {
        return std::bit_cast<std::int64_t>(std::bit_cast<std::uint64_t>(m_least) + distance);
    }
    template <class Distance> void pack(std::span<const std::int64_t> numbers);
    template <class Distance> void unpackAs(std::span<std::int64_t> into) const;
    std::int64_t m_least = 0, m_greatest = 0;
    std::uint32_t m_size = 0;
    std::uint32_t m_width = 0;
    std::vector<std::uint8_t> m_bytes;
};

} // namespace gridwarden::core
