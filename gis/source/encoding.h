// SPDX-License-Identifier: GPL-3.0-or-later
// The character encoding of tables: what is marked, what can be found out, and turning it into UTF-8.
#pragma once

#include "core/base/result.h"

#include <filesystem>
#include <memory>
#include <optional>
#include <string>
#include <string_view>

namespace gridwarden::gis {

enum class EncodingReason {
    Asked,        ///< the caller said so
    ByteOrder,    ///< a byte order mark
    CodePageFile, ///< the .cpg beside a shapefile
    LanguageId,   ///< the language driver id in a .dbf
    ValidUtf8,    ///< other bytes than ASCII, all of them valid UTF-8
    OnlyAscii,    ///< nothing to decide
    Guessed       ///< by the frequency of characters
};

struct Encoding {
    std::string name;      ///< a name that Decoder::open accepts: "UTF-8", "GB18030", "BIG5", "SHIFT_JIS", "CP1252" …
    double confidence = 0; ///< 0 to 1
    EncodingReason reason = EncodingReason::OnlyAscii;
};

/// Of a piece of text in an unknown encoding.
[[nodiscard]] Encoding detectEncoding(std::string_view bytes);

/// Of a .dbf (alone or of a shapefile; `path` may be the .shp): .cpg, then language driver id, then the bytes of its
/// text fields. A mark that the bytes contradict is passed over. Errors: Io "file-unreadable" {path}; BadInput
/// "source-unreadable" {path}.
[[nodiscard]] core::Result<Encoding> detectDbfEncoding(const std::filesystem::path& path);

/// Turns bytes into UTF-8.
class Decoder {
public:
    /// Common names of code pages are understood: "gbk", "936", "cp936", "ANSI 1252", "big5", "utf8".
    /// Errors: Unsupported "encoding-unknown" {name}.
    [[nodiscard]] static core::Result<Decoder> open(std::string_view name);
    Decoder(Decoder&&) noexcept;
    Decoder& operator=(Decoder&&) noexcept;
    ~Decoder();

    [[nodiscard]] const std::string& name() const { return m_name; }
    /// None when the bytes are not valid in the encoding.
    [[nodiscard]] std::optional<std::string> decode(std::string_view bytes) const;
    /// Bytes that are not valid become U+FFFD.
    [[nodiscard]] std::string decodeLossy(std::string_view bytes) const;

private:
    struct Converter;
    Decoder(std::string name, std::unique_ptr<Converter> converter);
    std::string m_name;
    std::unique_ptr<Converter> m_converter; // null: UTF-8
};

} // namespace gridwarden::gis
