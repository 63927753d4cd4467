// SPDX-License-Identifier: GPL-3.0-or-later
// XML of strangers, read from left to right: elements, their attributes and texts in UTF-8. A document type, with which entities could be
// defined, is refused.
#pragma once

#include "core/base/result.h"

#include <functional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace gridwarden::gis {

class XmlReader {
public:
    enum class Event { Start, Text, End, Done };
    /// \param document stays as long as this
    explicit XmlReader(std::string_view document);
    /// Fills as much as there is room for with the next bytes; fewer at the end only.
    using More = std::function<std::size_t(std::span<char>)>;
    /// Of a document that need not be in memory as a whole. Each tag and comment has to be shorter than a mebibyte.
    explicit XmlReader(More more);
    XmlReader(const XmlReader&) = delete;
    XmlReader& operator=(const XmlReader&) = delete;

    /// Errors: BadInput "xml-unreadable" {line}, with what is wrong in Error::detail; nothing comes after it.
    [[nodiscard]] core::Result<Event> next();
    /// Of the element that begins or ends, without a prefix.
    [[nodiscard]] const std::string& name() const { return m_name; }
    /// Of the element that began last, as it is written: references are not resolved. Empty where there is none; until the next event.
    [[nodiscard]] std::string_view attribute(std::string_view name) const;
    /// With references resolved and line ends as "\n".
    [[nodiscard]] const std::string& text() const { return m_text; }
    /// Elements that are open.
    [[nodiscard]] std::size_t depth() const { return m_open.size(); }
    /// The text up to the end of the element that began last; elements in it are passed over.
    [[nodiscard]] core::Result<std::string> elementText();

private:
    core::Result<Event> wrong(const char* what);
    void refill();
    [[nodiscard]] std::ptrdiff_t lineBreaksBefore(std::size_t place) const;
    core::Result<Event> readTag();
    core::Result<Event> readText();
    bool skipUntil(std::string_view end);
    bool skipAttributes();
    bool takeReference();
    std::string_view takeName();
    [[nodiscard]] std::string_view rest() const { return m_document.substr(m_at); }

    More m_more;          ///< none: the document is whole
    std::string m_buffer; ///< of what came from m_more
    std::string_view m_document;
    std::string_view m_attributes;
    std::ptrdiff_t m_droppedLines = 0;
    std::size_t m_at = 0;
    std::vector<std::string> m_open;
    std::string m_name;
    std::string m_text;
    bool m_closesAtOnce = false; ///< <name/>: its end comes next
    bool m_hasRoot = false;
};

} // namespace gridwarden::gis
