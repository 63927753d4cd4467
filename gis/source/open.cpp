// SPDX-License-Identifier: GPL-3.0-or-later
#include "gis/source/open.h"

#include "core/base/text.h"
#include "gis/source/gdal_messages.h"

#include <array>
#include <cpl_conv.h>
#include <cpl_vsi.h>
#include <gdal_priv.h>
#include <mutex>

namespace gridwarden::gis {

using core::ErrorCode;
using core::fail;
using core::Result;

namespace {

// Left out on purpose: everything that reaches a network or a database server, and the virtual formats (VRT, OGR_VRT,
// WMS, DERIVED …) whose files name further sources.
constexpr auto Drivers = std::to_array<SourceDriver>({
    {"ESRI Shapefile", true, false, "shp shz dbf"},
    {"GPKG", true, true, "gpkg"},
    {"GeoJSON", true, false, "geojson json"},
    {"GeoJSONSeq", true, false, "geojsonl geojsons"},
    {"TopoJSON", true, false, "topojson"},
    {"ESRIJSON", true, false, ""},
    {"XLSX", true, false, "xlsx xlsm"},
    {"XLS", true, false, "xls"},
    {"ODS", true, false, "ods"},
    {"DXF", true, false, "dxf"},
    {"CAD", true, false, "dwg"},
    {"LIBKML", true, false, "kml kmz"},
    {"KML", true, false, ""},
    {"GPX", true, false, "gpx"},
    {"MapInfo File", true, false, "tab mif"},
    {"FlatGeobuf", true, false, "fgb"},
    {"OpenFileGDB", true, false, "gdb"},
    {"GML", true, false, "gml"},
    {"OSM", true, false, "osm pbf"},
    {"SQLite", true, false, "sqlite db"},
    {"MBTiles", true, true, "mbtiles"},
    {"MVT", true, false, "mvt"},
    {"GTiff", false, true, "tif tiff"},
    {"PNG", false, true, "png"},
    {"JPEG", false, true, "jpg jpeg"},
    {"JP2OpenJPEG", false, true, "jp2"},
    {"WEBP", false, true, "webp"},
    {"GIF", false, true, "gif"},
    {"BMP", false, true, "bmp"},
    {"HFA", false, true, "img"},
    {"AAIGrid", false, true, "asc"},
    {"USGSDEM", false, true, "dem"},
    {"DTED", false, true, "dt0 dt1 dt2"},
    {"SRTMHGT", false, true, "hgt"},
    {"EHdr", false, true, "bil"},
    {"ENVI", false, true, ""},
    {"GRIB", false, true, "grb grib2"},
});

/// Names for GDALOpenEx: only these may look at the file.
std::vector<const char*> allowedNames(SourceContent content) {
    std::vector<const char*> names;
    for (const SourceDriver& driver : Drivers)
        if (content == SourceContent::Any || (content == SourceContent::Vector ? driver.isVector : driver.isRaster))
            names.push_back(driver.name.data());
    names.push_back(nullptr);
    return names;
}

unsigned openFlags(SourceContent content) {
    switch (content) {
    case SourceContent::Vector:
        return GDAL_OF_READONLY | GDAL_OF_VECTOR;
    case SourceContent::Raster:
        return GDAL_OF_READONLY | GDAL_OF_RASTER;
    case SourceContent::Any:
        break;
    }
    return GDAL_OF_READONLY | GDAL_OF_VECTOR | GDAL_OF_RASTER;
}

/// What each format needs so that text stays text and nothing is written beside the source.
std::vector<std::string> driverOptions(std::string_view driver) {
    if (driver == "GML")
        return {"WRITE_GFS=NO"};
    if (driver == "GeoJSON" || driver == "GeoJSONSeq" || driver == "ESRIJSON" || driver == "TopoJSON")
        return {"DATE_AS_STRING=YES", "FLATTEN_NESTED_ATTRIBUTES=YES", "NESTED_ATTRIBUTE_SEPARATOR=."};
    return {};
}

/// The name GDAL shall open: absolute, so that no part of it is read as a connection; archives through their virtual
/// folder.
std::string gdalName(const std::filesystem::path& path) {
    const std::string given = path.string();
    if (given.starts_with("/vsi"))
        return given;
    std::error_code ignored;
    std::string name = std::filesystem::absolute(path, ignored).string();
    const std::string suffix = core::lowered(path.extension().string());
    const std::string inner = core::lowered(path.stem().extension().string());
    if (suffix == ".zip" && inner != ".gdb" && inner != ".shp")
        name.insert(0, "/vsizip/");
    else if (suffix == ".gz")
        name.insert(0, "/vsigzip/");
    return name;
}

bool isAllowedName(const std::string& name) {
    if (!name.starts_with("/vsi"))
        return true;
    for (const std::string_view archive : {"/vsizip/", "/vsigzip/", "/vsitar/"})
        if (name.starts_with(archive))
            return name.find("/vsi", archive.size() - 1) == std::string::npos;
    return false;
}

} // namespace

void DatasetCloser::operator()(GDALDataset* dataset) const {
    const GdalMessages quiet;
    GDALClose(dataset);
}

std::span<const SourceDriver> sourceDrivers() {
    return Drivers;
}

void registerDrivers() {
    static std::once_flag once;
    std::call_once(once, [] {
        CPLSetConfigOption("GDAL_DRIVER_PATH", "disable");
        CPLSetConfigOption("GDAL_CACHEMAX", "256");
        CPLSetConfigOption("OGR_XLSX_HEADERS", "FORCE");
        CPLSetConfigOption("OGR_ODS_HEADERS", "FORCE");
        CPLSetConfigOption("OGR_XLS_HEADERS", "FORCE");
        CPLSetConfigOption("GML_FIELDTYPES", "ALWAYS_STRING");
        CPLSetConfigOption("GML_SKIP_RESOLVE_ELEMS", "ALL");
        GDALAllRegister();
    });
}

Result<Dataset> openSource(const std::filesystem::path& path, SourceContent content,
                           const std::vector<std::string>& options) {
    registerDrivers();
    const GdalMessages messages;
    const std::string name = gdalName(path);
    VSIStatBufL status;
    if (!isAllowedName(name) || VSIStatL(name.c_str(), &status) != 0)
        return fail(ErrorCode::Io, {"file-unreadable", {path.string()}}, path.string(), messages.last());

    const std::vector<const char*> allowed = allowedNames(content);
    CPLStringList arguments;
    for (const std::string& option : options)
        arguments.AddString(option.c_str());
    GDALDriverH driver = GDALIdentifyDriverEx(name.c_str(), openFlags(content), allowed.data(), nullptr);
    if (driver)
        for (const std::string& option : driverOptions(GDALGetDriverShortName(driver)))
            arguments.AddString(option.c_str());
    Dataset dataset(GDALDataset::Open(name.c_str(), openFlags(content), allowed.data(), arguments.List(), nullptr));
    if (dataset)
        return dataset;
    if (driver || messages.hasFailure())
        return fail(ErrorCode::BadInput, {"source-unreadable", {path.string()}}, path.string(), messages.last());
    return fail(ErrorCode::Unsupported, {"format-unknown", {path.string()}}, path.string(), messages.last());
}

} // namespace gridwarden::gis
