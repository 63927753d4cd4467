// SPDX-License-Identifier: GPL-3.0-or-later
// The folder with the snapshots of the facts of large districts: one file for each district, few of them, small ones left out.
#pragma once

#include "core/figures/facts_file.h"

namespace gridwarden::core {

class FactsCache {
public:
    static constexpr std::size_t FewestCases = 100'000; ///< fewer are read from the district at once
    static constexpr std::size_t MostFiles = 3;
    static constexpr std::uintmax_t MostBytes = 2'000'000'000;

    /// \param district a text that stays the same for a district, such as the hash of its first journal entry
    FactsCache(std::filesystem::path folder, std::string_view district);
    [[nodiscard]] std::shared_ptr<const CaseFacts> read(std::string_view origin) const { return FactsFile::read(m_file, origin); }
    /// Removes what is too much afterwards, the oldest first. Errors: as FactsFile::write.
    Result<void> write(const CaseFacts& facts, std::string_view origin, const std::function<bool()>& goOn) const;
    [[nodiscard]] const std::filesystem::path& file() const { return m_file; }

private:
    void prune() const;
    std::filesystem::path m_folder, m_file;
};

} // namespace gridwarden::core
