// SPDX-License-Identifier: GPL-3.0-or-later
#include "gis/source/byte_source.h"

#include "core/base/text.h"
#include "gis/source/gdal_messages.h"

#include <cpl_vsi.h>

namespace gridwarden::gis {

using core::ErrorCode;
using core::fail;
using core::Result;

namespace {

constexpr std::size_t LargestText = std::size_t{2} << 30;

VSILFILE* handle(void* file) {
    return static_cast<VSILFILE*>(file);
}

} // namespace

void ByteSource::Closer::operator()(void* file) const {
    VSIFCloseL(handle(file));
}

Result<ByteSource> ByteSource::open(const std::filesystem::path& path) {
    const GdalMessages messages;
    ByteSource source;
    source.m_path = path;
    source.m_isPacked = core::lowered(path.extension().string()) == ".gz";
    std::error_code error;
    const bool isFile = std::filesystem::is_regular_file(path, error);
    const std::string name = std::filesystem::absolute(path, error).string();
    if (isFile)
        source.m_file.reset(VSIFOpenL((source.m_isPacked ? "/vsigzip/" + name : name).c_str(), "rb"));
    if (!source.m_file)
        return fail(ErrorCode::Io, {"file-unreadable", {path.string()}}, path.string(), messages.last());
    source.m_storedBytes = std::filesystem::file_size(path, error);
    return source;
}

std::size_t ByteSource::read(std::span<char> buffer) {
    const GdalMessages quiet;
    return VSIFReadL(buffer.data(), 1, buffer.size(), handle(m_file.get()));
}

void ByteSource::rewind() {
    const GdalMessages quiet;
    VSIFSeekL(handle(m_file.get()), 0, SEEK_SET);
}

Result<std::string> ByteSource::readRest() {
    std::string text;
    std::string block(std::size_t{1} << 20, '\0');
    while (const std::size_t count = read(block)) {
        if (text.size() + count > LargestText)
            return fail(ErrorCode::BadInput, {"file-too-large", {m_path.string()}}, m_path.string());
        text.append(block, 0, count);
    }
    return text;
}

} // namespace gridwarden::gis
