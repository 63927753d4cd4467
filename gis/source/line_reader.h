// SPDX-License-Identifier: GPL-3.0-or-later
// The lines of a file, one after the other, without their ends.
#pragma once

#include "gis/source/byte_source.h"

#include <optional>
#include <string_view>

namespace gridwarden::gis {

class LineReader {
public:
    /// Errors: as ByteSource::open.
    [[nodiscard]] static core::Result<LineReader> open(const std::filesystem::path& path);

    /// Valid until the next call; none at the end. What is longer than LongestLine comes in pieces.
    [[nodiscard]] std::optional<std::string_view> next();
    /// Of the file that is read, 0 to 1; of a packed one about.
    [[nodiscard]] double share() const;
    [[nodiscard]] bool isBroken() const { return m_source.isBroken(); }

    static constexpr std::size_t LongestLine = std::size_t{1} << 20;

private:
    explicit LineReader(ByteSource source) : m_source(std::move(source)) {}
    ByteSource m_source;
    std::string m_buffer;
    std::size_t m_at = 0;
    std::uint64_t m_dropped = 0;
    bool m_isAtEnd = false;
};

} // namespace gridwarden::gis
