// SPDX-License-Identifier: GPL-3.0-or-later
// Names of people and their telephone numbers as the district knows them, to be found again in texts.
#pragma once

#include "core/disclosure/letters.h"

#include <cstdint>
#include <optional>
#include <set>
#include <span>
#include <unordered_map>
#include <vector>

namespace gridwarden::core {

class KnownNames {
  public:
    enum class Kind { Name, Telephone };
    struct Found {
        Kind kind;
        std::size_t length; ///< letters
    };

    /// What these say is nobody's name ("市民", "匿名"), although it may stand in the place of one.
    explicit KnownNames(std::span<const std::string> noNames = {});

    /// A name as it was entered: also its parts where it holds more than a name ("王芳（女）", "王芳女士"). One letter is no name.
    void addName(std::string_view name);
    /// A number of at least five digits, however it is written.
    void addTelephone(std::string_view number);
    [[nodiscard]] bool isEmpty() const { return m_known.empty(); }

    /// The longest one that begins at a letter. Latin letters and digits count only where no further ones are beside them.
    [[nodiscard]] std::optional<Found> at(const Letters& text, std::size_t position) const;

  private:
    struct Hash {
        using is_transparent = void;
        std::size_t operator()(std::u32string_view text) const { return std::hash<std::u32string_view>()(text); }
    };
    void add(std::u32string text, Kind kind);
    std::set<std::u32string> m_noNames;
    std::unordered_map<std::u32string, Kind, Hash, std::equal_to<>> m_known;
    std::unordered_map<char32_t, std::uint64_t> m_lengths; ///< by the first letter, a bit for each length that occurs
};

} // namespace gridwarden::core
