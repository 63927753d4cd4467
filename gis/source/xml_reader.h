// SPDX-License-Identifier: GPL-3.0-or-later
// XML of strangers, read from left to right: elements and their texts in UTF-8. Attributes are passed over; a document type, with which entities
// could be defined, is refused.
#pragma once

#include "core/base/result.h"

#include <string>
#include <string_view>
#include <vector>

namespace gridwarden::gis {

class XmlReader {
public:
    enum class Event { Start, Text, End, Done };
    /// \param document stays as long as this
    explicit XmlReader(std::string_view document);

    /// Errors: BadInput "xml-unreadable" {line}, with what is wrong in Error::detail; nothing comes after it.
    [[nodiscard]] core::Result<Event> next();
    /// Of the element that begins or ends, without a prefix.
    [[nodiscard]] const std::string& name() const { return m_name; }
    /// With references resolved and line ends as "\n".
    [[nodiscard]] const std::string& text() const { return m_text; }
    /// Elements that are open.
    [[nodiscard]] std::size_t depth() const { return m_open.size(); }
    /// The text up to the end of the element that began last; elements in it are passed over.
    [[nodiscard]] core::Result<std::string> elementText();

private:
    core::Result<Event> wrong(const char* what);
    core::Result<Event> readTag();
    core::Result<Event> readText();
    bool skipUntil(std::string_view end);
    bool skipAttributes();
    bool takeReference();
    std::string_view takeName();
    [[nodiscard]] std::string_view rest() const { return m_document.substr(m_at); }

    std::string_view m_document;
    std::size_t m_at = 0;
    std::vector<std::string> m_open;
    std::string m_name;
    std::string m_text;
    bool m_closesAtOnce = false; ///< <name/>: its end comes next
    bool m_hasRoot = false;
};

} // namespace gridwarden::gis
