// SPDX-License-Identifier: GPL-3.0-or-later
// Small pictures that came over a network, as bytes: the tiles of a map service.
#include "gis/reader/answers.h"
#include "gis/reader/open.h"
#include "gis/reader/raster_bands.h"
#include "gis/source/gdal_messages.h"

#include <cpl_vsi.h>
#include <gdal_priv.h>

namespace gridwarden::gis {

namespace {

constexpr const char* Name = "/vsimem/picture";

/// The bytes as a file of GDAL's memory.
class MemoryFile {
public:
    explicit MemoryFile(std::string& bytes) {
        VSIFCloseL(VSIFileFromMemBuffer(Name, reinterpret_cast<GByte*>(bytes.data()), bytes.size(), FALSE));
    }
    ~MemoryFile() { VSIUnlink(Name); }
    MemoryFile(const MemoryFile&) = delete;
    MemoryFile& operator=(const MemoryFile&) = delete;
};

} // namespace

core::Result<void> answerPicture(Connection& connection, WireReader& wire) {
    const auto mostSide = wire.get<int>();
    std::string bytes = wire.text();
    const auto unreadable = [] { return core::fail(core::ErrorCode::BadInput, {"picture-unreadable", {}}); };
    if (!wire.isGood() || bytes.empty())
        return unreadable();
    const GdalMessages messages;
    const MemoryFile file(bytes);
    const char* const drivers[] = {"PNG", "JPEG", "WEBP", "GIF", nullptr};
    const char* const noFiles[] = {nullptr};
    const Dataset picture(GDALDataset::Open(Name, GDAL_OF_READONLY | GDAL_OF_RASTER, drivers, nullptr, noFiles));
    if (!picture || picture->GetRasterXSize() > mostSide || picture->GetRasterYSize() > mostSide)
        return unreadable();
    const int columns = picture->GetRasterXSize();
    const int rows = picture->GetRasterYSize();
    const auto bands = RasterBands::choose(*picture, connection);
    const auto pixels = bands ? bands->read(*picture, {0, 0, static_cast<double>(columns), static_cast<double>(rows), columns, rows}, connection)
                              : std::nullopt;
    if (!pixels)
        return unreadable();
    WireWriter answer;
    answer.put(columns);
    answer.put(rows);
    answer.putAll(std::span(*pixels));
    connection.send(FrameKind::Done, answer);
    return {};
}

} // namespace gridwarden::gis
