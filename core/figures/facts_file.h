// SPDX-License-Identifier: GPL-3.0-or-later
// A snapshot of the facts as a file, so that the next start need not read millions of rows. It holds numbers only and no
// personal data, is believed for exactly the state of the district it was made from, and can be made again at any time.
#pragma once

#include "core/base/result.h"
#include "core/figures/case_facts.h"

#include <filesystem>
#include <functional>

namespace gridwarden::core {

/// Puts facts together from the records of a file. What it is given is not believed.
class FactsFile {
public:
    /// The state it was made from, as a text. Errors: Io "file-unwritable"; Cancelled after a no of `goOn`.
    static Result<void> write(const std::filesystem::path& path, const CaseFacts& facts, std::string_view origin, const std::function<bool()>& goOn);
    /// Null for a file that is not there, damaged, of another program version, or made from anything else.
    [[nodiscard]] static std::shared_ptr<const CaseFacts> read(const std::filesystem::path& path, std::string_view origin);

    /// The first record of the facts: how many, and what their codes mean.
    [[nodiscard]] static std::string codesRecord(const CaseFacts& facts);
    [[nodiscard]] bool begin(std::string_view codesRecord);
    /// One chunk, as FactChunk::write gives it.
    [[nodiscard]] bool add(std::string_view chunkRecord);
    /// Null unless all chunks were there.
    [[nodiscard]] std::shared_ptr<const CaseFacts> finish();

private:
    CaseFacts m_facts;
    std::size_t m_rows = 0; ///< that were added
    std::int64_t m_lastId = 0;
    CaseFacts::LaterRows m_laterRows;
};

} // namespace gridwarden::core
