// SPDX-License-Identifier: GPL-3.0-or-later
// The encoding of dBASE tables; declared in encoding.h.
#include "core/base/text.h"
#include "gis/source/encoding.h"

#include <algorithm>
#include <array>
#include <fstream>
#include <vector>

namespace gridwarden::gis {

using core::ErrorCode;
using core::fail;
using core::Result;

namespace {

constexpr std::size_t SampleBytes = 256 * 1024;
constexpr double StrongGuess = 0.7;         // a guess that outweighs a one-byte code page mark
constexpr std::size_t EnoughHighBytes = 12; // below it valid UTF-8 may be chance

/// Language driver ids of dBASE and ESRI. 0x57 ("ANSI") is left out: writers set it whatever the text is in.
std::string_view codePageOf(unsigned char id) {
    static constexpr auto Pages = std::to_array<std::pair<unsigned char, std::string_view>>({
        {0x01, "CP437"},   {0x02, "CP850"},  {0x03, "CP1252"}, {0x08, "CP865"},   {0x13, "CP932"},  {0x26, "CP866"},
        {0x4d, "GB18030"}, {0x4e, "CP949"},  {0x4f, "CP950"},  {0x58, "CP1252"},  {0x59, "CP1252"}, {0x64, "CP852"},
        {0x65, "CP866"},   {0x78, "CP950"},  {0x79, "CP949"},  {0x7a, "GB18030"}, {0x7b, "CP932"},  {0x7c, "CP874"},
        {0xc8, "CP1250"},  {0xc9, "CP1251"}, {0xca, "CP1254"}, {0xcb, "CP1253"},
    });
    for (const auto& [known, name] : Pages)
        if (known == id)
            return name;
    return {};
}

struct DbfSample {
    unsigned char languageId = 0;
    std::vector<std::string> texts; ///< field names and text cells, without padding
    std::vector<bool> isFull;       ///< the cell fills its field, so its last character may be cut
};

unsigned littleEndian(const char* at, int bytes) {
    unsigned value = 0;
    for (int i = bytes; i-- > 0;)
        value = value << 8 | static_cast<unsigned char>(at[i]);
    return value;
}

Result<DbfSample> readSample(const std::filesystem::path& path) {
    std::ifstream stream(path, std::ios::binary);
    if (!stream)
        return fail(ErrorCode::Io, {"file-unreadable", {path.string()}}, path.string());
    const auto unreadable = [&path] {
        return fail(ErrorCode::BadInput, {"source-unreadable", {path.string()}}, path.string());
    };
    std::array<char, 32> header{};
    if (!stream.read(header.data(), header.size()))
        return unreadable();
    DbfSample sample;
    sample.languageId = static_cast<unsigned char>(header[29]);
    const unsigned headerLength = littleEndian(&header[8], 2);
    const unsigned recordLength = littleEndian(&header[10], 2);

    struct Column {
        std::size_t start;
        std::size_t length;
    };
    std::vector<Column> columns;
    std::size_t start = 1; // after the deletion mark
    std::array<char, 32> descriptor{};
    for (unsigned at = 32; at + 32 <= headerLength && stream.read(descriptor.data(), descriptor.size()); at += 32) {
        if (descriptor[0] == '\r')
            break;
        const std::size_t length = static_cast<unsigned char>(descriptor[16]);
        std::string name(descriptor.data(), 11);
        name.resize(std::min(name.find('\0'), name.size()));
        sample.isFull.push_back(name.size() >= 10);
        sample.texts.push_back(std::move(name));
        if (descriptor[11] == 'C')
            columns.push_back({start, length});
        start += length;
    }
    if (recordLength == 0 || start > recordLength)
        return unreadable();
    stream.clear();
    stream.seekg(headerLength);
    std::string record(recordLength, '\0');
    std::size_t total = 0;
    while (total < SampleBytes && stream.read(record.data(), recordLength)) {
        for (const Column column : columns) {
            std::string_view cell = std::string_view(record).substr(column.start, column.length);
            const auto end = cell.find_last_not_of(std::string_view(" \0", 2));
            cell = cell.substr(0, end == std::string_view::npos ? 0 : end + 1);
            if (cell.empty())
                continue;
            total += cell.size();
            sample.texts.emplace_back(cell);
            sample.isFull.push_back(cell.size() == column.length);
        }
    }
    return sample;
}

/// Whether every text of the sample can be read in an encoding, cut characters at the end of a full cell aside.
bool canRead(const DbfSample& sample, const Decoder& decoder) {
    for (std::size_t i = 0; i < sample.texts.size(); ++i) {
        std::string_view text = sample.texts[i];
        bool isReadable = decoder.decode(text).has_value();
        for (int cut = 0; !isReadable && sample.isFull[i] && cut < 3 && !text.empty(); ++cut) {
            text.remove_suffix(1);
            isReadable = decoder.decode(text).has_value();
        }
        if (!isReadable)
            return false;
    }
    return true;
}

std::optional<std::string> markBeside(const std::filesystem::path& path) {
    for (const char* suffix : {".cpg", ".CPG", ".Cpg"}) {
        std::filesystem::path mark = path;
        std::ifstream stream(mark.replace_extension(suffix));
        std::string line;
        if (stream && std::getline(stream, line) && !core::trimmed(line).empty())
            return std::string(core::trimmed(line));
    }
    return {};
}

std::filesystem::path dbfOf(const std::filesystem::path& path) {
    std::error_code ignored;
    for (const char* suffix : {".dbf", ".DBF", ".Dbf"}) {
        std::filesystem::path table = path;
        if (std::filesystem::exists(table.replace_extension(suffix), ignored))
            return table;
    }
    return path;
}

} // namespace

Result<Encoding> detectDbfEncoding(const std::filesystem::path& given) {
    const std::filesystem::path path = dbfOf(given);
    if (core::lowered(path.extension().string()) != ".dbf")
        return fail(ErrorCode::Io, {"file-unreadable", {path.string()}}, path.string());
    const auto sample = readSample(path);
    if (!sample)
        return fail(sample);
    std::string bytes;
    for (std::size_t i = 0; i < sample->texts.size(); ++i)
        if (!sample->isFull[i] || core::isValidUtf8(sample->texts[i]))
            bytes += sample->texts[i] + '\n';
    const auto highBytes = static_cast<std::size_t>(
        std::count_if(bytes.begin(), bytes.end(), [](char c) { return static_cast<unsigned char>(c) >= 0x80; }));
    if (bytes.empty() || highBytes == 0)
        for (const std::string& text : sample->texts)
            bytes += text + '\n';
    const Encoding guess = detectEncoding(bytes);

    const auto accepts = [&](std::string_view mark) {
        const auto decoder = Decoder::open(mark);
        if (!decoder || !canRead(*sample, *decoder))
            return false;
        if (guess.reason == EncodingReason::ValidUtf8 && decoder->name() != "UTF-8")
            return highBytes < EnoughHighBytes;
        const bool isOneByte = decoder->name().starts_with("CP125") || decoder->name().starts_with("ISO-8859") ||
                               decoder->name() == "CP437" || decoder->name() == "CP850";
        return !(isOneByte && guess.reason == EncodingReason::Guessed && guess.confidence >= StrongGuess);
    };
    if (const auto mark = markBeside(path); mark && accepts(*mark))
        return Encoding{Decoder::open(*mark)->name(), 1, EncodingReason::CodePageFile};
    if (const std::string_view page = codePageOf(sample->languageId); !page.empty() && accepts(page))
        return Encoding{std::string(page), 0.95, EncodingReason::LanguageId};
    return guess;
}

} // namespace gridwarden::gis
