// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/figures/packed_numbers.h"

#include <algorithm>

namespace gridwarden::core {

namespace {

std::uint64_t distanceOf(std::int64_t least, std::int64_t number) {
    return std::bit_cast<std::uint64_t>(number) - std::bit_cast<std::uint64_t>(least);
}

std::uint32_t widthFor(std::uint64_t distance) {
    return distance == 0 ? 0 : distance <= UINT8_MAX ? 1 : distance <= UINT16_MAX ? 2 : distance <= UINT32_MAX ? 4 : 8;
}

template <class Number> void append(std::string& out, Number number) {
    char bytes[sizeof number];
    std::memcpy(bytes, &number, sizeof number);
    out.append(bytes, sizeof number);
}

template <class Number> std::optional<Number> take(std::string_view& in) {
    Number number;
    if (in.size() < sizeof number)
        return std::nullopt;
    std::memcpy(&number, in.data(), sizeof number);
    in.remove_prefix(sizeof number);
    return number;
}

} // namespace

PackedNumbers::PackedNumbers(std::span<const std::int64_t> numbers) : m_size(static_cast<std::uint32_t>(numbers.size())) {
    if (numbers.empty())
        return;
    const auto [least, greatest] = std::minmax_element(numbers.begin(), numbers.end());
    m_least = *least;
    m_greatest = *greatest;
    m_width = widthFor(distanceOf(m_least, m_greatest));
    m_bytes.resize(std::size_t{m_width} * m_size);
    switch (m_width) {
    case 0:
        return;
    case 1:
        pack<std::uint8_t>(numbers);
        return;
    case 2:
        pack<std::uint16_t>(numbers);
        return;
    case 4:
        pack<std::uint32_t>(numbers);
        return;
    default:
        pack<std::uint64_t>(numbers);
    }
}

template <class Distance> void PackedNumbers::pack(std::span<const std::int64_t> numbers) {
    std::uint8_t* to = m_bytes.data();
    for (const std::int64_t number : numbers) {
        const auto distance = static_cast<Distance>(distanceOf(m_least, number));
        std::memcpy(to, &distance, sizeof distance);
        to += sizeof distance;
    }
}

void PackedNumbers::unpack(std::span<std::int64_t> into) const {
    switch (m_width) {
    case 0:
        std::fill_n(into.begin(), m_size, m_least);
        return;
    case 1:
        return unpackAs<std::uint8_t>(into);
    case 2:
        return unpackAs<std::uint16_t>(into);
    case 4:
        return unpackAs<std::uint32_t>(into);
    default:
        return unpackAs<std::uint64_t>(into);
    }
}

template <class Distance> void PackedNumbers::unpackAs(std::span<std::int64_t> into) const {
    for (std::size_t i = 0; i < m_size; ++i)
        into[i] = above(wide<Distance>(i));
}

void PackedNumbers::write(std::string& out) const {
    append(out, m_least);
    append(out, m_greatest);
    append(out, m_width);
    out.append(reinterpret_cast<const char*>(m_bytes.data()), m_bytes.size());
}

std::optional<PackedNumbers> PackedNumbers::read(std::string_view& in, std::size_t size) {
    PackedNumbers numbers;
    const auto least = take<std::int64_t>(in);
    const auto greatest = take<std::int64_t>(in);
    const auto width = take<std::uint32_t>(in);
    if (!least || !greatest || !width || size > UINT32_MAX || *least > *greatest || *width != widthFor(distanceOf(*least, *greatest)))
        return std::nullopt;
    numbers.m_least = *least;
    numbers.m_greatest = *greatest;
    numbers.m_size = static_cast<std::uint32_t>(size);
    numbers.m_width = *width;
    if (in.size() < size * std::size_t{*width})
        return std::nullopt;
    numbers.m_bytes.assign(in.begin(), in.begin() + static_cast<std::ptrdiff_t>(size * std::size_t{*width}));
    in.remove_prefix(numbers.m_bytes.size());
    for (std::size_t i = 0; *width != 0 && i < size; ++i)
        if (distanceOf(*least, numbers[i]) > distanceOf(*least, *greatest))
            return std::nullopt;
    return numbers;
}

} // namespace gridwarden::core
