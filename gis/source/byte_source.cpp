// SPDX-License-Identifier: GPL-3.0-or-later
#include "gis/source/byte_source.h"

#include "core/base/text.h"

#include <algorithm>
#include <zlib.h>

namespace gridwarden::gis {

using core::ErrorCode;
using core::fail;
using core::Result;

namespace {

constexpr std::size_t LargestText = std::size_t{256} << 20;

gzFile handle(void* file) {
    return static_cast<gzFile>(file);
}

} // namespace

void ByteSource::Closer::operator()(void* file) const {
    gzclose_r(handle(file));
}

Result<ByteSource> ByteSource::open(const std::filesystem::path& path) {
    ByteSource source;
    source.m_path = path;
    source.m_isPacked = core::lowered(path.extension().string()) == ".gz";
    std::error_code error;
    if (std::filesystem::is_regular_file(path, error)) // zlib passes on what is not packed
        source.m_file.reset(gzopen(path.c_str(), "rbe"));
    if (!source.m_file)
        return fail(ErrorCode::Io, {"file-unreadable", {path.string()}}, path.string());
    source.m_storedBytes = std::filesystem::file_size(path, error);
    return source;
}

std::size_t ByteSource::read(std::span<char> buffer) {
    std::size_t done = 0;
    while (done < buffer.size()) {
        constexpr std::size_t Most = 1 << 30;
        const int got = gzread(handle(m_file.get()), buffer.data() + done,
                               static_cast<unsigned>(std::min(Most, buffer.size() - done)));
        if (got <= 0)
            break;
        done += static_cast<std::size_t>(got);
    }
    int fault = Z_OK;
    gzerror(handle(m_file.get()), &fault);
    m_isBroken = m_isBroken || fault != Z_OK;
    return done;
}

void ByteSource::rewind() {
    gzrewind(handle(m_file.get()));
    m_isBroken = false;
}

Result<std::string> ByteSource::readRest() {
    std::string text;
    std::string block(std::size_t{1} << 20, '\0');
    while (const std::size_t count = read(block)) {
        if (text.size() + count > LargestText)
            return fail(ErrorCode::BadInput, {"file-too-large", {m_path.string()}}, m_path.string());
        text.append(block, 0, count);
    }
    if (m_isBroken)
        return fail(ErrorCode::BadInput, {"source-unreadable", {m_path.string()}}, m_path.string());
    return text;
}

} // namespace gridwarden::gis
