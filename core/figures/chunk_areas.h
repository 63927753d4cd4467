// SPDX-License-Identifier: GPL-3.0-or-later
// The areas that the rows of a chunk of facts are in, kept for whoever asks next: finding them takes far longer than anything else
// that is asked of a chunk, and the same kinds are asked for again and again.
#pragma once

#include "core/district/area_register.h"

#include <array>
#include <cstdint>
#include <memory>
#include <mutex>
#include <optional>
#include <string>
#include <vector>

namespace gridwarden::core {

/// For any number of threads.
class ChunkAreas {
  public:
    struct Key {
        AreaRegister::Identity areas;
        AreaKind kind;
        std::optional<Day> day; ///< none: the day each case was reported, in the zone
        std::string zone;
        bool operator==(const Key&) const = default;
    };
    /// By row: the position of the area in AreaRegister::all() + 1; 0: in none.
    using Positions = std::shared_ptr<const std::vector<std::uint32_t>>;

    /// Null where they are not known.
    [[nodiscard]] Positions find(const Key& key) const;
    /// In place of the ones that were kept first, where there are too many.
    void keep(const Key& key, Positions positions);

  private:
    static constexpr std::size_t Most = 3;
    mutable std::mutex m_mutex;
    std::array<std::pair<Key, Positions>, Most> m_kept;
    std::size_t m_next = 0;
};

} // namespace gridwarden::core
