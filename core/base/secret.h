// SPDX-License-Identifier: GPL-3.0-or-later
// Bytes that must not stay behind: guarded memory that is never swapped out, overwritten when it is given back.
#pragma once

#include <cstddef>
#include <memory>
#include <string>
#include <string_view>

namespace gridwarden::core {

class Secret {
  public:
    Secret() = default;
    explicit Secret(std::size_t size); ///< zeros
    /// Takes the text over; the original is overwritten.
    [[nodiscard]] static Secret from(std::string&& text);
    [[nodiscard]] static Secret random(std::size_t size);

    [[nodiscard]] unsigned char* data() { return m_bytes.get(); }
    [[nodiscard]] const unsigned char* data() const { return m_bytes.get(); }
    [[nodiscard]] std::size_t size() const { return m_size; }
    [[nodiscard]] bool isEmpty() const { return m_size == 0; }
    /// The bytes as text, valid while the secret lives.
    [[nodiscard]] std::string_view view() const { return {reinterpret_cast<const char*>(m_bytes.get()), m_size}; }

  private:
    struct Release {
        void operator()(unsigned char* bytes) const;
    };
    std::unique_ptr<unsigned char, Release> m_bytes;
    std::size_t m_size = 0;
};

/// Overwrites a text with zeros and empties it.
void wipe(std::string& text);

/// Makes libsodium ready; everything that uses it beyond plain hashes calls this first.
void prepareSodium();

} // namespace gridwarden::core
