// SPDX-License-Identifier: GPL-3.0-or-later
// Small images made for a test, with GDAL itself.
#pragma once

#include "draw_data.h"

#include <cpl_string.h>
#include <filesystem>
#include <functional>
#include <gdal_priv.h>
#include <random>

namespace drawtest {

/// A folder of its own, removed at the end.
struct ImageFolder {
    std::filesystem::path path;
    ImageFolder() {
        GDALAllRegister();
        path = std::filesystem::temp_directory_path() / ("gridwarden_images_" + std::to_string(std::random_device{}()));
        std::filesystem::create_directory(path);
    }
    ~ImageFolder() {
        std::error_code ignored;
        std::filesystem::remove_all(path, ignored);
    }
    ImageFolder(const ImageFolder&) = delete;
    ImageFolder& operator=(const ImageFolder&) = delete;
    [[nodiscard]] LayerSource source(const std::string& name, const std::string& crs = {}) const {
        LayerSource source;
        source.path = path / name;
        source.crs = crs;
        return source;
    }
};

struct ImageMaking {
    int columns = 256;
    int rows = 256;
    int bands = 3;
    GDALDataType type = GDT_Byte;
    std::array<double, 6> place{0, 1, 0, 0, 0, -1};
    std::string crs = {}; ///< "EPSG:4549" …
    std::vector<std::string> options = {};
    const char* driver = "GTiff";
};

using Value = std::function<double(int column, int row, int band)>;

inline void makeImage(const std::filesystem::path& file, const ImageMaking& making, const Value& value) {
    CPLStringList options;
    for (const std::string& option : making.options)
        options.AddString(option.c_str());
    GDALDataset* const image = GetGDALDriverManager()->GetDriverByName(making.driver)->Create(file.c_str(), making.columns, making.rows, making.bands, making.type, options);
    REQUIRE(image != nullptr);
    std::array<double, 6> place = making.place;
    image->SetGeoTransform(place.data());
    if (!making.crs.empty()) {
        OGRSpatialReference reference;
        REQUIRE(reference.SetFromUserInput(making.crs.c_str()) == OGRERR_NONE);
        image->SetSpatialRef(&reference);
    }
    std::vector<double> line(static_cast<std::size_t>(making.columns));
    for (int band = 1; band <= making.bands && value; ++band)
        for (int row = 0; row < making.rows; ++row) {
            for (int column = 0; column < making.columns; ++column)
                line[static_cast<std::size_t>(column)] = value(column, row, band);
            REQUIRE(image->GetRasterBand(band)->RasterIO(GF_Write, 0, row, making.columns, 1, line.data(), making.columns, 1, GDT_Float64, 0, 0) == CE_None);
        }
    GDALClose(image);
}

/// Red says the column, green the row.
inline double ownPlace(int column, int row, int band) {
    return band == 1 ? column : band == 2 ? row : 77;
}

/// The colour at a map place, looked at so closely that neighbours do not matter.
inline QColor colourAt(const RasterLayer& layer, MapPoint place, double unitsPerPixel) {
    MapView view = smallView();
    view.centre = place;
    view.unitsPerPixel = unitsPerPixel;
    const auto picture = layer.read(view);
    REQUIRE(picture);
    if (picture->image.isNull())
        return Qt::transparent;
    const QPointF middle = QPointF(100, 100) - picture->target.topLeft();
    return picture->image.pixelColor(static_cast<int>(middle.x()), static_cast<int>(middle.y()));
}

} // namespace drawtest
