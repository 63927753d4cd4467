// SPDX-License-Identifier: GPL-3.0-or-later
#include "gis/source/encoding.h"

#include "core/base/text.h"

#include <algorithm>
#include <array>
#include <cstdint>
#include <iconv.h>
#include <memory>
#include <uchardet/uchardet.h>

namespace gridwarden::gis {

using core::ErrorCode;
using core::fail;
using core::Result;

namespace {

using Byte = unsigned char;

Byte byteAt(std::string_view text, std::size_t at) {
    return static_cast<Byte>(text[at]);
}

bool hasHighBytes(std::string_view bytes) {
    return std::any_of(bytes.begin(), bytes.end(), [](char c) { return static_cast<Byte>(c) >= 0x80; });
}

/// The name iconv knows for what people and programs write.
std::string canonicalName(std::string_view given) {
    std::string word;
    for (const char c : core::lowered(core::trimmed(given)))
        if (c != ' ' && c != '-' && c != '_')
            word += c;
    for (const std::string_view prefix : {"ansi", "windows", "oem", "ibm", "cp", "ms"})
        if (word.size() > prefix.size() && word.starts_with(prefix) && word[prefix.size()] >= '0' &&
            word[prefix.size()] <= '9')
            word.erase(0, prefix.size());
    static constexpr auto Names = std::to_array<std::pair<std::string_view, std::string_view>>({
        {"utf8", "UTF-8"},          {"65001", "UTF-8"},       {"utf8bom", "UTF-8"},    {"unicode", "UTF-16LE"},
        {"utf16", "UTF-16LE"},      {"utf16le", "UTF-16LE"},  {"utf16be", "UTF-16BE"}, {"gbk", "GB18030"},
        {"936", "GB18030"},         {"gb2312", "GB18030"},    {"gb18030", "GB18030"},  {"euccn", "GB18030"},
        {"big5", "CP950"},          {"950", "CP950"},         {"big5hkscs", "BIG5-HKSCS"},
        {"shiftjis", "CP932"},      {"sjis", "CP932"},        {"932", "CP932"},        {"eucjp", "EUC-JP"},
        {"euckr", "CP949"},         {"949", "CP949"},         {"uhc", "CP949"},        {"88591", "ISO-8859-1"},
        {"iso88591", "ISO-8859-1"}, {"latin1", "ISO-8859-1"}, {"ascii", "UTF-8"},      {"usascii", "UTF-8"},
    });
    for (const auto& [alias, name] : Names)
        if (word == alias)
            return std::string(name);
    if (!word.empty() && std::all_of(word.begin(), word.end(), [](char c) { return c >= '0' && c <= '9'; })) {
        if (word.size() >= 5 && word.starts_with("8859"))
            return "ISO-8859-" + word.substr(4);
        return "CP" + word;
    }
    return std::string(core::trimmed(given));
}

/// Without the part of a character that a cut left at the end.
std::string_view wholeUtf8(std::string_view bytes) {
    std::size_t back = 0;
    while (back < 3 && back < bytes.size() && (byteAt(bytes, bytes.size() - 1 - back) & 0xc0) == 0x80)
        ++back;
    if (back < bytes.size() && byteAt(bytes, bytes.size() - 1 - back) >= 0xc0) {
        const Byte lead = byteAt(bytes, bytes.size() - 1 - back);
        const std::size_t wanted = lead >= 0xf0 ? 4 : lead >= 0xe0 ? 3 : 2;
        if (back + 1 < wanted)
            bytes.remove_suffix(back + 1);
    }
    return bytes;
}

/// How much of a text in a two-byte encoding is made of characters in daily use; 0 when the bytes are not valid in it.
struct TwoByteEncoding {
    std::string_view name;
    /// Whether a two-byte character is one of daily use.
    bool (*isCommon)(Byte lead, Byte trail);
    bool (*isLead)(Byte lead);
    bool (*isTrail)(Byte trail);
    bool (*isSingle)(Byte byte);
};

constexpr auto TwoByteEncodings = std::to_array<TwoByteEncoding>({
    {"GB18030",
     [](Byte lead, Byte trail) {
         return trail >= 0xa1 && ((lead >= 0xb0 && lead <= 0xd7) || lead == 0xa1 || lead == 0xa3);
     },
     [](Byte lead) { return lead >= 0x81 && lead <= 0xfe; },
     [](Byte trail) { return (trail >= 0x40 && trail <= 0xfe && trail != 0x7f) || (trail >= 0x30 && trail <= 0x39); },
     [](Byte) { return false; }},
    {"CP950", [](Byte lead, Byte) { return (lead >= 0xa4 && lead <= 0xc6) || lead == 0xa1; },
     [](Byte lead) { return lead >= 0xa1 && lead <= 0xf9; },
     [](Byte trail) { return (trail >= 0x40 && trail <= 0x7e) || (trail >= 0xa1 && trail <= 0xfe); },
     [](Byte) { return false; }},
    {"CP932", [](Byte lead, Byte) { return lead >= 0x81 && lead <= 0x97; },
     [](Byte lead) { return (lead >= 0x81 && lead <= 0x9f) || (lead >= 0xe0 && lead <= 0xfc); },
     [](Byte trail) { return trail >= 0x40 && trail <= 0xfc && trail != 0x7f; },
     [](Byte byte) { return byte >= 0xa1 && byte <= 0xdf; }},
});

struct Score {
    double common = 0; ///< share of the characters beyond ASCII
    std::size_t characters = 0;
};

Score scoreOf(const TwoByteEncoding& encoding, std::string_view bytes) {
    Score score;
    std::size_t common = 0;
    for (std::size_t i = 0; i < bytes.size(); ++i) {
        const Byte lead = byteAt(bytes, i);
        if (lead < 0x80)
            continue;
        ++score.characters;
        if (encoding.isSingle(lead))
            continue;
        if (i + 1 == bytes.size())
            break; // cut in the middle
        const Byte trail = byteAt(bytes, i + 1);
        if (!encoding.isLead(lead) || !encoding.isTrail(trail))
            return {};
        common += encoding.isCommon(lead, trail) ? 1U : 0U;
        ++i;
    }
    score.common = score.characters == 0 ? 0 : static_cast<double>(common) / static_cast<double>(score.characters);
    return score;
}

std::string statisticalGuess(std::string_view bytes) {
    const std::unique_ptr<uchardet, decltype(&uchardet_delete)> detector(uchardet_new(), &uchardet_delete);
    if (uchardet_handle_data(detector.get(), bytes.data(), bytes.size()) != 0)
        return {};
    uchardet_data_end(detector.get());
    return canonicalName(uchardet_get_charset(detector.get()));
}

/// Whether most of what is beyond ASCII is UTF-8: text in Chinese encodings hardly ever holds its three-byte patterns.
bool isMostlyUtf8(std::string_view bytes) {
    std::size_t valid = 0;
    std::size_t invalid = 0;
    for (std::size_t i = 0; i < bytes.size(); ++i) {
        if (byteAt(bytes, i) < 0x80)
            continue;
        if (core::isValidUtf8(bytes.substr(i, 3)) && byteAt(bytes, i) >= 0xe0) {
            valid += 3;
            i += 2;
        } else {
            ++invalid;
        }
    }
    return valid >= 12 && valid > invalid;
}

bool looksLikeUtf16(std::string_view bytes, std::size_t zeroAt) {
    std::size_t zeros = 0;
    const std::size_t pairs = std::min<std::size_t>(bytes.size() / 2, 2000);
    for (std::size_t i = 0; i < pairs; ++i)
        zeros += bytes[2 * i + zeroAt] == '\0' && bytes[2 * i + 1 - zeroAt] != '\0' ? 1U : 0U;
    return pairs >= 4 && zeros * 10 > pairs * 3;
}

} // namespace

Encoding detectEncoding(std::string_view bytes) {
    if (bytes.starts_with("\xef\xbb\xbf"))
        return {"UTF-8", 1, EncodingReason::ByteOrder};
    if (bytes.starts_with("\xff\xfe"))
        return {"UTF-16LE", 1, EncodingReason::ByteOrder};
    if (bytes.starts_with("\xfe\xff"))
        return {"UTF-16BE", 1, EncodingReason::ByteOrder};
    if (looksLikeUtf16(bytes, 1))
        return {"UTF-16LE", 0.8, EncodingReason::Guessed};
    if (looksLikeUtf16(bytes, 0))
        return {"UTF-16BE", 0.8, EncodingReason::Guessed};
    if (!hasHighBytes(bytes))
        return {"UTF-8", 1, EncodingReason::OnlyAscii};
    if (core::isValidUtf8(wholeUtf8(bytes)))
        return {"UTF-8", 0.99, EncodingReason::ValidUtf8};
    if (isMostlyUtf8(bytes))
        return {"UTF-8", 0.6, EncodingReason::Guessed};

    const std::string statistical = statisticalGuess(bytes);
    Encoding best{"", 0, EncodingReason::Guessed};
    for (const TwoByteEncoding& encoding : TwoByteEncodings) {
        const Score score = scoreOf(encoding, bytes);
        if (score.common < 0.5)
            continue;
        const double enough = std::min(1.0, 0.5 + 0.05 * static_cast<double>(score.characters));
        const double confidence = std::min(0.97, score.common * enough * (statistical == encoding.name ? 1.0 : 0.9));
        if (confidence > best.confidence)
            best = {std::string(encoding.name), confidence, EncodingReason::Guessed};
    }
    if (!best.name.empty())
        return best;
    if (!statistical.empty())
        if (const auto decoder = Decoder::open(statistical); decoder && decoder->decode(bytes))
            return {statistical, 0.4, EncodingReason::Guessed};
    return {"CP1252", 0.2, EncodingReason::Guessed};
}

struct Decoder::Converter {
    explicit Converter(iconv_t opened) : handle(opened) {}
    ~Converter() { iconv_close(handle); }
    Converter(const Converter&) = delete;
    Converter& operator=(const Converter&) = delete;
    iconv_t handle;
};

namespace {

/// Converts as far as the bytes are valid; answers how many of them were used.
std::size_t convert(iconv_t handle, std::string_view bytes, std::string& result) {
    iconv(handle, nullptr, nullptr, nullptr, nullptr);
    char* input = const_cast<char*>(bytes.data()); // iconv does not write there
    std::size_t left = bytes.size();
    while (left > 0) {
        std::array<char, 4096> buffer;
        char* output = buffer.data();
        std::size_t room = buffer.size();
        const bool isDone = iconv(handle, &input, &left, &output, &room) != static_cast<std::size_t>(-1);
        result.append(buffer.data(), buffer.size() - room);
        if (!isDone && room >= 16) // not for want of room
            break;
    }
    std::array<char, 64> rest; // a letter held back for a mark that might have followed
    char* output = rest.data();
    std::size_t room = rest.size();
    iconv(handle, nullptr, nullptr, &output, &room);
    result.append(rest.data(), rest.size() - room);
    return bytes.size() - left;
}

constexpr std::string_view Replacement = "\xef\xbf\xbd"; // U+FFFD

/// With a replacement for each byte that does not belong to a character.
std::string repairedUtf8(std::string_view bytes) {
    std::string result;
    while (!bytes.empty()) {
        std::size_t used = 0;
        while (used < bytes.size()) { // the longest valid beginning, a character at a time
            std::size_t length = 1;
            while (length <= 4 && used + length <= bytes.size() && !core::isValidUtf8(bytes.substr(used, length)))
                ++length;
            if (length > 4 || used + length > bytes.size())
                break;
            used += length;
        }
        result.append(bytes.substr(0, used));
        bytes.remove_prefix(used);
        if (!bytes.empty()) {
            result += Replacement;
            bytes.remove_prefix(1);
        }
    }
    return result;
}

} // namespace

Decoder::Decoder(std::string name, std::unique_ptr<Converter> converter)
    : m_name(std::move(name)), m_converter(std::move(converter)) {}
Decoder::Decoder(Decoder&&) noexcept = default;
Decoder& Decoder::operator=(Decoder&&) noexcept = default;
Decoder::~Decoder() = default;

Result<Decoder> Decoder::open(std::string_view given) {
    std::string name = canonicalName(given);
    if (name == "UTF-8")
        return Decoder(std::move(name), nullptr);
    const iconv_t handle = name.empty() ? iconv_t(-1) : iconv_open("UTF-8", name.c_str());
    if (handle == iconv_t(-1))
        return fail(ErrorCode::Unsupported, {"encoding-unknown", {std::string(given)}});
    return Decoder(std::move(name), std::make_unique<Converter>(handle));
}

std::optional<std::string> Decoder::decode(std::string_view bytes) const {
    std::string result;
    if (!m_converter)
        result = bytes;
    else if (convert(m_converter->handle, bytes, result) != bytes.size())
        return {};
    if (!core::isValidUtf8(result)) // also iconv passes on what is no character, of UCS-4 for instance
        return {};
    return result;
}

std::string Decoder::decodeLossy(std::string_view bytes) const {
    if (!m_converter)
        return repairedUtf8(bytes);
    std::string result;
    while (!bytes.empty()) {
        bytes.remove_prefix(convert(m_converter->handle, bytes, result));
        if (!bytes.empty()) {
            result += Replacement;
            bytes.remove_prefix(1);
        }
    }
    return core::isValidUtf8(result) ? result : repairedUtf8(result);
}

} // namespace gridwarden::gis
