// SPDX-License-Identifier: GPL-3.0-or-later
// libarchive adds extra fields to each member, which the first one of an OpenDocument file must not have.
#include "core/archive/zip_file.h"

#include <cstdint>
#include <limits>
#include <optional>
#include <zlib.h>

namespace gridwarden::core {

namespace {

constexpr std::uint32_t LocalHeader = 0x04034b50, CentralHeader = 0x02014b50, EndRecord = 0x06054b50;
constexpr std::uint16_t Version = 20, NamesAreUtf8 = 0x0800, Stored = 0, Deflated = 8;
constexpr std::uint16_t NoTime = 0, FirstDay = 1 << 5 | 1; // 1980-01-01

/// Little-endian, as the format has it.
void put(std::string& to, std::uint16_t value) {
    to += static_cast<char>(value & 0xff);
    to += static_cast<char>(value >> 8);
}
void put(std::string& to, std::uint32_t value) {
    put(to, static_cast<std::uint16_t>(value & 0xffff));
    put(to, static_cast<std::uint16_t>(value >> 16));
}

/// Without zlib's own head and tail. None when it does not get smaller.
std::optional<std::string> deflated(const std::string& bytes) {
    z_stream stream = {};
    constexpr int RawDeflate = -MAX_WBITS, UsualMemory = 8;
    if (deflateInit2(&stream, Z_DEFAULT_COMPRESSION, Z_DEFLATED, RawDeflate, UsualMemory, Z_DEFAULT_STRATEGY) != Z_OK)
        return std::nullopt;
    std::string result(deflateBound(&stream, static_cast<uLong>(bytes.size())), '\0');
    stream.next_in = reinterpret_cast<Bytef*>(const_cast<char*>(bytes.data())); // zlib only reads from it
    stream.avail_in = static_cast<uInt>(bytes.size());
    stream.next_out = reinterpret_cast<Bytef*>(result.data());
    stream.avail_out = static_cast<uInt>(result.size());
    const bool isWhole = deflate(&stream, Z_FINISH) == Z_STREAM_END;
    result.resize(stream.total_out);
    deflateEnd(&stream);
    if (!isWhole || result.size() >= bytes.size())
        return std::nullopt;
    return result;
}

} // namespace

Result<std::string> zipped(const std::vector<ZipMember>& members) {
    const auto tooLarge = [] { return fail(ErrorCode::BadInput, {"zip-too-large", {}}); };
    constexpr std::size_t Most16 = std::numeric_limits<std::uint16_t>::max(), Most32 = std::numeric_limits<std::uint32_t>::max();
    if (members.size() > Most16)
        return tooLarge();
    std::string file, directory;
    for (const ZipMember& member : members) {
        // Half of what a file may have is far beyond any document and leaves room for the heads.
        if (member.name.size() > Most16 || member.bytes.size() > Most32 / 2 || file.size() > Most32 / 2)
            return tooLarge();
        const auto compressed = member.isStored ? std::nullopt : deflated(member.bytes);
        const std::string& content = compressed ? *compressed : member.bytes;
        std::string head;
        put(head, Version);
        put(head, NamesAreUtf8);
        put(head, compressed ? Deflated : Stored);
        put(head, NoTime);
        put(head, FirstDay);
        put(head, static_cast<std::uint32_t>(crc32_z(0, reinterpret_cast<const Bytef*>(member.bytes.data()), member.bytes.size())));
        put(head, static_cast<std::uint32_t>(content.size()));
        put(head, static_cast<std::uint32_t>(member.bytes.size()));
        put(head, static_cast<std::uint16_t>(member.name.size()));
        put(head, std::uint16_t{0}); // extra fields

        put(directory, CentralHeader);
        put(directory, Version);
        directory += head;
        for (int i = 0; i < 3; ++i) // comment, disk, internal attributes
            put(directory, std::uint16_t{0});
        put(directory, std::uint32_t{0}); // external attributes
        put(directory, static_cast<std::uint32_t>(file.size()));
        directory += member.name;

        put(file, LocalHeader);
        file += head + member.name + content;
    }
    if (file.size() + directory.size() > Most32)
        return tooLarge();
    const auto start = static_cast<std::uint32_t>(file.size());
    file += directory;
    put(file, EndRecord);
    put(file, std::uint16_t{0}); // this disk, the directory's disk
    put(file, std::uint16_t{0});
    put(file, static_cast<std::uint16_t>(members.size()));
    put(file, static_cast<std::uint16_t>(members.size()));
    put(file, static_cast<std::uint32_t>(directory.size()));
    put(file, start);
    put(file, std::uint16_t{0}); // comment
    return file;
}

} // namespace gridwarden::core
