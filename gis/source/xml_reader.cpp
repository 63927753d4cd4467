// SPDX-License-Identifier: GPL-3.0-or-later
#include "gis/source/xml_reader.h"

#include "core/base/text.h"

#include <algorithm>
#include <array>
#include <charconv>

namespace gridwarden::gis {

using core::ErrorCode;
using core::fail;
using core::Result;

namespace {

constexpr std::size_t DeepestNesting = 32;
constexpr std::size_t LongestName = 200;
constexpr std::size_t LongestReference = 12;
constexpr std::size_t LongestPiece = std::size_t{1} << 20; // of a document that is read in blocks
constexpr std::size_t BlockBytes = 4 * LongestPiece;
constexpr std::string_view ByteOrderMark = "\xef\xbb\xbf";

bool isBlank(char c) {
    return c == ' ' || c == '\t' || c == '\n' || c == '\r';
}

bool isNameByte(char c) {
    return !isBlank(c) && std::string_view("<>/=\"'&!?").find(c) == std::string_view::npos && static_cast<unsigned char>(c) > 0x20;
}

/// Whether XML allows the character.
bool isCharacter(unsigned long code) {
    return code == 0x9 || code == 0xA || code == 0xD || (code >= 0x20 && code < 0xD800) || (code > 0xDFFF && code < 0xFFFE) ||
           (code >= 0x10000 && code <= 0x10FFFF);
}

void appendUtf8(std::string& text, unsigned long code) {
    const auto put = [&](unsigned long byte) { text += static_cast<char>(static_cast<unsigned char>(byte)); };
    if (code < 0x80) {
        put(code);
    } else if (code < 0x800) {
        put(0xC0 | (code >> 6));
        put(0x80 | (code & 0x3F));
    } else if (code < 0x10000) {
        put(0xE0 | (code >> 12));
        put(0x80 | ((code >> 6) & 0x3F));
        put(0x80 | (code & 0x3F));
    } else {
        put(0xF0 | (code >> 18));
        put(0x80 | ((code >> 12) & 0x3F));
        put(0x80 | ((code >> 6) & 0x3F));
        put(0x80 | (code & 0x3F));
    }
}

std::string_view withoutPrefix(std::string_view name) {
    const std::size_t colon = name.rfind(':');
    return colon == std::string_view::npos ? name : name.substr(colon + 1);
}

} // namespace

XmlReader::XmlReader(std::string_view document) : m_document(document) {
    if (m_document.starts_with(ByteOrderMark))
        m_at = ByteOrderMark.size();
}

XmlReader::XmlReader(More more) : m_more(std::move(more)) {
    refill();
    if (m_document.starts_with(ByteOrderMark))
        m_at = ByteOrderMark.size();
}

std::ptrdiff_t XmlReader::lineBreaksBefore(std::size_t place) const {
    const std::string_view before = m_document.substr(0, place);
    return m_droppedLines + std::count(before.begin(), before.end(), '\n');
}

/// Makes room for the next piece where less than the longest one is left.
void XmlReader::refill() {
    if (!m_more || m_document.size() - m_at >= LongestPiece)
        return;
    m_droppedLines = lineBreaksBefore(m_at);
    m_buffer.erase(0, m_at);
    m_at = 0;
    const std::size_t kept = m_buffer.size();
    m_buffer.resize(kept + BlockBytes);
    const std::size_t count = m_more(std::span(m_buffer).subspan(kept));
    m_buffer.resize(kept + count);
    if (count < BlockBytes)
        m_more = {};
    m_document = m_buffer;
}

Result<XmlReader::Event> XmlReader::wrong(const char* what) {
    const auto line = 1 + lineBreaksBefore(m_at);
    m_more = {};
    m_at = m_document.size();
    m_open.clear();
    m_closesAtOnce = false;
    m_hasRoot = false; // what is asked for after it is wrong as well
    return fail(ErrorCode::BadInput, {"xml-unreadable", {std::to_string(line)}}, {}, what);
}

bool XmlReader::skipUntil(std::string_view end) {
    const std::size_t found = m_document.find(end, m_at);
    if (found == std::string_view::npos)
        return false;
    m_at = found + end.size();
    return true;
}

std::string_view XmlReader::takeName() {
    std::size_t length = 0;
    while (m_at + length < m_document.size() && length <= LongestName && isNameByte(m_document[m_at + length]))
        ++length;
    const std::string_view name = m_document.substr(m_at, length);
    m_at += length;
    return length > LongestName ? std::string_view() : name;
}

/// Up to ">" or "/>", which stay.
bool XmlReader::skipAttributes() {
    while (m_at < m_document.size()) {
        const char c = m_document[m_at];
        if (c == '>' || c == '/')
            return true;
        if (c == '<')
            return false;
        ++m_at;
        if (c == '"' || c == '\'') {
            const std::size_t end = m_document.find(c, m_at);
            if (end == std::string_view::npos)
                return false;
            m_at = end + 1;
        }
    }
    return false;
}

std::string_view XmlReader::attribute(std::string_view name) const {
    std::string_view rest = m_attributes;
    while (true) {
        const std::size_t quote = rest.find_first_of("\"'");
        const std::size_t end = quote == std::string_view::npos ? quote : rest.find(rest[quote], quote + 1);
        if (end == std::string_view::npos)
            return {};
        std::string_view known = core::trimmed(rest.substr(0, quote));
        if (known.ends_with('=')) {
            known.remove_suffix(1);
            if (core::trimmed(known) == name)
                return rest.substr(quote + 1, end - quote - 1);
        }
        rest.remove_prefix(end + 1);
    }
}

bool XmlReader::takeReference() {
    constexpr std::array<std::pair<std::string_view, char>, 5> Known = {
        {{"amp", '&'}, {"lt", '<'}, {"gt", '>'}, {"quot", '"'}, {"apos", '\''}}};
    const std::size_t end = m_document.find(';', m_at);
    if (end == std::string_view::npos || end - m_at > LongestReference)
        return false;
    std::string_view name = m_document.substr(m_at + 1, end - m_at - 1);
    m_at = end + 1;
    for (const auto& [known, character] : Known)
        if (name == known) {
            m_text += character;
            return true;
        }
    if (!name.starts_with('#'))
        return false;
    name.remove_prefix(1);
    const bool isHex = name.starts_with('x');
    if (isHex)
        name.remove_prefix(1);
    unsigned long code = 0;
    const auto [last, problem] = std::from_chars(name.data(), name.data() + name.size(), code, isHex ? 16 : 10);
    if (name.empty() || problem != std::errc() || last != name.data() + name.size() || !isCharacter(code))
        return false;
    appendUtf8(m_text, code);
    return true;
}

Result<XmlReader::Event> XmlReader::next() {
    if (m_closesAtOnce) {
        m_closesAtOnce = false;
        m_name = m_open.back();
        m_open.pop_back();
        return Event::End;
    }
    while (refill(), m_at < m_document.size()) {
        if (m_document[m_at] != '<' || rest().starts_with("<![CDATA[")) {
            auto text = readText();
            if (!text || !m_text.empty())
                return text;
            continue;
        }
        if (rest().starts_with("<!--")) {
            m_at += 4;
            if (!skipUntil("-->"))
                return wrong("a comment without an end");
        } else if (rest().starts_with("<?")) {
            const std::size_t begin = m_at;
            if (!skipUntil("?>"))
                return wrong("an instruction without an end");
            const std::string said = core::lowered(m_document.substr(begin, m_at - begin));
            const std::size_t encoding = said.starts_with("<?xml ") ? said.find("encoding") : std::string::npos;
            if (encoding != std::string::npos && said.find("utf-8", encoding) == std::string::npos && said.find("ascii", encoding) == std::string::npos)
                return wrong("an encoding other than UTF-8");
        } else if (rest().starts_with("<!")) {
            return wrong("a document type");
        } else {
            return readTag();
        }
    }
    if (!m_open.empty() || !m_hasRoot)
        return wrong("it ends too soon");
    return Event::Done;
}

Result<XmlReader::Event> XmlReader::readTag() {
    ++m_at; // <
    const bool isEnd = rest().starts_with('/');
    if (isEnd)
        ++m_at;
    const std::string name(takeName());
    if (name.empty())
        return wrong("a tag without a name");
    if (isEnd) {
        while (m_at < m_document.size() && isBlank(m_document[m_at]))
            ++m_at;
        m_name = withoutPrefix(name);
        if (!rest().starts_with('>') || m_open.empty() || m_open.back() != m_name)
            return wrong("an end that does not fit");
        ++m_at;
        m_open.pop_back();
        return Event::End;
    }
    if (m_open.empty() && m_hasRoot)
        return wrong("a second root");
    if (m_open.size() >= DeepestNesting)
        return wrong("too deep");
    const std::size_t attributes = m_at;
    if (!skipAttributes())
        return wrong("a tag without an end");
    m_attributes = m_document.substr(attributes, m_at - attributes);
    if (rest().starts_with('/')) {
        ++m_at;
        m_closesAtOnce = true;
    }
    if (!rest().starts_with('>'))
        return wrong("a tag without an end");
    ++m_at;
    m_hasRoot = true;
    m_name = withoutPrefix(name);
    m_open.push_back(m_name);
    return Event::Start;
}

/// Up to the next tag; what stands outside of the root has to be blank.
Result<XmlReader::Event> XmlReader::readText() {
    m_text.clear();
    while (m_at < m_document.size()) {
        const char c = m_document[m_at];
        if (rest().starts_with("<![CDATA[")) {
            m_at += 9;
            const std::size_t end = m_document.find("]]>", m_at);
            if (end == std::string_view::npos)
                return wrong("a CDATA section without an end");
            m_text += m_document.substr(m_at, end - m_at);
            m_at = end + 3;
        } else if (c == '<') {
            break;
        } else if (c == '&') {
            if (!takeReference())
                return wrong("an unknown reference");
        } else if (c == '\r') {
            m_text += '\n';
            m_at += rest().starts_with("\r\n") ? 2 : 1;
        } else {
            m_text += c;
            ++m_at;
        }
    }
    if (m_open.empty()) {
        if (!std::all_of(m_text.begin(), m_text.end(), isBlank))
            return wrong("text outside of the root");
        m_text.clear();
    }
    if (!core::isValidUtf8(m_text))
        return wrong("bytes that are no UTF-8");
    return Event::Text;
}

Result<std::string> XmlReader::elementText() {
    std::string text;
    const std::size_t level = m_open.size();
    while (true) {
        const auto event = next();
        if (!event)
            return fail(event);
        if (*event == Event::Text && m_open.size() == level)
            text += m_text;
        if (*event == Event::Done || (*event == Event::End && m_open.size() < level))
            return text;
    }
}

} // namespace gridwarden::gis
