// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/changeset_format.h"

#include <cstdint>
#include <sqlite3.h>

namespace gridwarden::core {

namespace {

constexpr std::uint64_t MostColumns = 32767; // of a table in SQLite

/// Takes a changeset from the front; each answer is false where it ends too early or says what cannot be.
class Form {
  public:
    explicit Form(std::string_view changeset) : m_rest(changeset) {}

    [[nodiscard]] bool isAtEnd() const { return m_rest.empty(); }
    [[nodiscard]] bool isTable() const { return !isAtEnd() && m_rest.front() == 'T'; }

    /// 'T', the number of columns, a byte for each (whether it is of the key), the name and a zero.
    bool table() {
        skip(1);
        if (!number(m_columns) || m_columns == 0 || m_columns > MostColumns || !skip(m_columns))
            return false;
        const std::size_t end = m_rest.find('\0');
        return end != std::string_view::npos && end > 0 && skip(end + 1);
    }
    /// The kind of change, whether it was indirect, and the values before and after.
    bool change() {
        const auto kind = static_cast<unsigned char>(m_rest.front());
        if (m_columns == 0 || !skip(2))
            return false;
        if (kind == SQLITE_UPDATE)
            return values() && values();
        return (kind == SQLITE_INSERT || kind == SQLITE_DELETE) && values();
    }

  private:
    bool skip(std::uint64_t bytes) {
        if (bytes > m_rest.size())
            return false;
        m_rest.remove_prefix(static_cast<std::size_t>(bytes));
        return true;
    }
    /// Seven bits in each byte, the highest first; the last one has no mark. Longer ones than five bytes count nothing real.
    bool number(std::uint64_t& value) {
        value = 0;
        for (int i = 0; i < 5 && !m_rest.empty(); ++i) {
            const auto byte = static_cast<unsigned char>(m_rest.front());
            m_rest.remove_prefix(1);
            value = value << 7 | (byte & 0x7fu);
            if (byte < 0x80)
                return true;
        }
        return false;
    }
    bool values() {
        for (std::uint64_t i = 0; i < m_columns; ++i)
            if (!value())
                return false;
        return true;
    }
    bool value() {
        constexpr int Unchanged = 0;
        if (m_rest.empty())
            return false;
        const auto type = static_cast<unsigned char>(m_rest.front());
        m_rest.remove_prefix(1);
        std::uint64_t size = 0;
        switch (type) {
        case Unchanged:
        case SQLITE_NULL:
            return true;
        case SQLITE_INTEGER:
        case SQLITE_FLOAT:
            return skip(8);
        case SQLITE_TEXT:
        case SQLITE_BLOB:
            return number(size) && skip(size);
        default:
            return false;
        }
    }

    std::string_view m_rest;
    std::uint64_t m_columns = 0; ///< of the table that is being changed
};

} // namespace

bool isWellFormedChangeset(std::string_view changeset) {
    Form form(changeset);
    while (!form.isAtEnd())
        if (!(form.isTable() ? form.table() : form.change()))
            return false;
    return true;
}

} // namespace gridwarden::core
