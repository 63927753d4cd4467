// SPDX-License-Identifier: GPL-3.0-or-later
#include "gis/source/line_reader.h"

#include <algorithm>

namespace gridwarden::gis {

core::Result<LineReader> LineReader::open(const std::filesystem::path& path) {
    auto source = ByteSource::open(path);
    if (!source)
        return core::fail(source);
    return LineReader(std::move(*source));
}

std::optional<std::string_view> LineReader::next() {
    std::size_t end = m_buffer.find('\n', m_at);
    if (end == std::string::npos && !m_isAtEnd && m_buffer.size() - m_at < LongestLine) {
        m_buffer.erase(0, m_at);
        m_dropped += m_at;
        m_at = 0;
        const std::size_t kept = m_buffer.size();
        m_buffer.resize(kept + LongestLine);
        const std::size_t count = m_source.read(std::span(m_buffer).subspan(kept));
        m_buffer.resize(kept + count);
        m_isAtEnd = count < LongestLine;
        end = m_buffer.find('\n', kept);
    }
    if (m_at == m_buffer.size())
        return std::nullopt;
    const std::size_t stop = std::min({end, m_buffer.size(), m_at + LongestLine});
    std::string_view line = std::string_view(m_buffer).substr(m_at, stop - m_at);
    m_at = stop + (stop == end ? 1 : 0);
    if (line.ends_with('\r'))
        line.remove_suffix(1);
    return line;
}

double LineReader::share() const {
    constexpr double UsualPacking = 6; // how much smaller text gets
    const double whole = static_cast<double>(m_source.storedBytes()) * (m_source.isPacked() ? UsualPacking : 1);
    return whole == 0 ? 1 : std::min(1.0, static_cast<double>(m_dropped + m_at) / whole);
}

} // namespace gridwarden::gis
