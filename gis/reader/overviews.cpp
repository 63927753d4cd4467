// SPDX-License-Identifier: GPL-3.0-or-later
#include "gis/reader/overviews.h"

#include "gis/reader/answers.h"
#include "gis/reader/open.h"
#include "gis/source/gdal_messages.h"

#include <cpl_conv.h>
#include <cstdlib>
#include <gdal_priv.h>

namespace gridwarden::gis {

namespace fs = std::filesystem;
using core::ErrorCode;

namespace {

constexpr int SmallestSide = 256; ///< an overview as small as that is the last one

fs::path& givenOverviews() {
    static fs::path path;
    return path;
}

fs::path workFolder() {
    const char* const folder = std::getenv("TMPDIR");
    return folder != nullptr ? folder : "/tmp";
}

/// The image under its own name in a folder where there may be written.
fs::path linkedInto(const fs::path& folder, const fs::path& source) {
    std::error_code problem;
    const fs::path link = folder / source.filename();
    fs::create_symlink(fs::absolute(source, problem), link, problem);
    return link;
}

int CPL_STDCALL goOnBuilding(double share, const char*, void* connection) {
    auto& program = *static_cast<Connection*>(connection);
    program.progress(share);
    return program.isCancelled() ? FALSE : TRUE;
}

} // namespace

void useOverviews(const fs::path& overviews) {
    givenOverviews() = overviews;
}

fs::path besideOverviews(const fs::path& source) {
    constexpr int MostLinks = 64;
    std::error_code problem;
    if (givenOverviews().empty())
        return source;
    const fs::path folder = workFolder() / "image";
    fs::create_directory(folder, problem);
    const std::string name = source.filename().string();
    const std::string stem = source.stem().string() + ".";
    int links = 0;
    for (const fs::directory_entry& entry : fs::directory_iterator(source.parent_path().empty() ? "." : source.parent_path(), problem)) {
        const std::string other = entry.path().filename().string();
        if ((other == name || other.starts_with(name + ".") || other.starts_with(stem)) && ++links <= MostLinks)
            linkedInto(folder, entry.path());
    }
    fs::create_symlink(givenOverviews(), folder / (name + ".ovr"), problem);
    return folder / name;
}

core::Result<void> answerOverviews(Connection& connection, WireReader& wire) {
    const fs::path source = wire.text();
    const GdalMessages messages;
    const auto opened = openSource(linkedInto(workFolder(), source), SourceContent::Raster);
    if (!opened)
        return core::fail(opened);
    GDALDataset& image = **opened;
    std::vector<int> levels;
    for (int level = 2; std::max(image.GetRasterXSize(), image.GetRasterYSize()) / level >= SmallestSide / 2; level *= 2)
        levels.push_back(level);
    const bool isPaletted = image.GetRasterCount() > 0 && image.GetRasterBand(1)->GetColorTable() != nullptr;
    const bool isFloat = image.GetRasterCount() > 0 && GDALDataTypeIsFloating(image.GetRasterBand(1)->GetRasterDataType()) != 0;
    CPLSetConfigOption("COMPRESS_OVERVIEW", "LZW"); // what every program reads, and quick
    CPLSetConfigOption("PREDICTOR_OVERVIEW", isFloat ? "3" : isPaletted ? "1" : "2");
    CPLSetConfigOption("INTERLEAVE_OVERVIEW", "PIXEL");
    CPLSetConfigOption("BIGTIFF_OVERVIEW", "IF_SAFER");
    CPLSetConfigOption("SPARSE_OK_OVERVIEW", "TRUE");
    const CPLErr done = levels.empty() ? CE_Failure
                                       : image.BuildOverviews(isPaletted ? "NEAREST" : "AVERAGE", static_cast<int>(levels.size()), levels.data(), 0, nullptr,
                                                              goOnBuilding, &connection);
    image.FlushCache();
    const fs::path made = workFolder() / (source.filename().string() + ".ovr");
    std::error_code problem;
    if (connection.isCancelled())
        return core::fail(ErrorCode::Cancelled, {"cancelled", {}}, source.string());
    if (done != CE_None || !fs::exists(made, problem))
        return core::fail(ErrorCode::Io, {"overviews-not-made", {source.string()}}, source.string(), messages.last());
    WireWriter answer;
    answer.put(made.filename().string());
    connection.send(FrameKind::Done, answer);
    return {};
}

} // namespace gridwarden::gis
