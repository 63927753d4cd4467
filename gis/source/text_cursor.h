// SPDX-License-Identifier: GPL-3.0-or-later
// A text being read from left to right, as the readers of times and coordinates need it.
#pragma once

#include <cstddef>
#include <initializer_list>
#include <optional>
#include <string_view>

namespace gridwarden::gis {

class TextCursor {
public:
    explicit TextCursor(std::string_view text) : m_rest(text) {}

    [[nodiscard]] bool atEnd() const { return m_rest.empty(); }
    [[nodiscard]] std::string_view rest() const { return m_rest; }
    [[nodiscard]] char front() const { return m_rest.empty() ? '\0' : m_rest.front(); }

    /// How many ASCII digits come next.
    [[nodiscard]] std::size_t digitsAhead() const {
        std::size_t count = 0;
        while (count < m_rest.size() && m_rest[count] >= '0' && m_rest[count] <= '9')
            ++count;
        return count;
    }
    /// Takes `atLeast` to `atMost` digits (at most 9) and no more than there are.
    std::optional<int> digits(std::size_t atLeast, std::size_t atMost) {
        std::size_t count = digitsAhead();
        if (count < atLeast)
            return std::nullopt;
        count = count < atMost ? count : atMost;
        int value = 0;
        for (std::size_t i = 0; i < count; ++i)
            value = value * 10 + (m_rest[i] - '0');
        m_rest.remove_prefix(count);
        return value;
    }
    /// Takes a run of digits that has to end after `atLeast` to `atMost` of them.
    std::optional<int> wholeNumber(std::size_t atLeast, std::size_t atMost) {
        return digitsAhead() <= atMost ? digits(atLeast, atMost) : std::nullopt;
    }
    bool take(std::string_view wanted) {
        if (!m_rest.starts_with(wanted))
            return false;
        m_rest.remove_prefix(wanted.size());
        return true;
    }
    bool takeAny(std::initializer_list<std::string_view> wanted) {
        for (const std::string_view one : wanted) {
            if (take(one))
                return true;
        }
        return false;
    }
    /// Takes ASCII letters without regard to case. `wanted` is in lower case.
    bool takeWord(std::string_view wanted) {
        if (m_rest.size() < wanted.size())
            return false;
        for (std::size_t i = 0; i < wanted.size(); ++i) {
            const char c = m_rest[i];
            if ((c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c) != wanted[i])
                return false;
        }
        m_rest.remove_prefix(wanted.size());
        return true;
    }
    /// Takes blanks (ASCII and the ideographic one); says whether there were any.
    bool blanks() {
        const std::size_t before = m_rest.size();
        while (takeAny({" ", "\t", "\u3000", "\u00a0", "\u202f"}))
            ;
        return m_rest.size() != before;
    }

private:
    std::string_view m_rest;
};

} // namespace gridwarden::gis
