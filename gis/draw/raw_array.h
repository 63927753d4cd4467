// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <memory>
#include <span>

namespace gridwarden::gis {

/// An array of numbers that is written before it is read: its memory is not filled first.
template <class T> class RawArray {
  public:
    RawArray() = default;
    explicit RawArray(std::size_t size) : m_values(std::make_unique_for_overwrite<T[]>(size)), m_size(size) {}

    [[nodiscard]] std::size_t size() const { return m_size; }
    [[nodiscard]] T* data() { return m_values.get(); }
    [[nodiscard]] T& operator[](std::size_t i) { return m_values[i]; }
    [[nodiscard]] const T& operator[](std::size_t i) const { return m_values[i]; }
    operator std::span<const T>() const { return {m_values.get(), m_size}; }

  private:
    std::unique_ptr<T[]> m_values;
    std::size_t m_size = 0;
};

} // namespace gridwarden::gis
