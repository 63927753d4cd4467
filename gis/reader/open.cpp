// SPDX-License-Identifier: GPL-3.0-or-later
#include "gis/reader/open.h"

#include "core/base/text.h"
#include "gis/reader/osm_fields.h"
#include "gis/reader/virtual_raster.h"
#include "gis/source/gdal_messages.h"
#include "gis/source/source_formats.h"

#include <cpl_conv.h>
#include <cpl_vsi.h>
#include <gdal_frmts.h>
#include <gdal_priv.h>
#include <mutex>
#include <ogrsf_frmts.h>

namespace gridwarden::gis {

using core::ErrorCode;
using core::fail;
using core::Result;

namespace {

/// In the order in which GDAL asks them whose a file is.
constexpr void (*Registrations[])() = {
    GDALRegister_GTiff,    GDALRegister_HFA,     GDALRegister_AAIGrid,     GDALRegister_DTED,      GDALRegister_PNG,
    GDALRegister_JPEG,     GDALRegister_GIF,     GDALRegister_BMP,         GDALRegister_SRTMHGT,   GDALRegister_JP2OpenJPEG,
    GDALRegister_GRIB,     GDALRegister_WEBP,    GDALRegister_MBTiles,     GDALRegister_USGSDEM,   RegisterOGRShape,
    RegisterOGRTAB,        RegisterOGRGML,       RegisterOGRGPX,           RegisterOGRLIBKML,      RegisterOGRKML,
    RegisterOGRGeoJSON,    RegisterOGRGeoJSONSeq, RegisterOGRESRIJSON,     RegisterOGRTopoJSON,    RegisterOGRGeoPackage,
    RegisterOGRSQLite,     RegisterOGROpenFileGDB, RegisterOGRDXF,         RegisterOGRCAD,         RegisterOGRFlatGeobuf,
    RegisterOGROSM,        RegisterOGRXLS,       RegisterOGRODS,           RegisterOGRXLSX,        RegisterOGRMVT,
    GDALRegister_ENVI,     GDALRegister_EHdr,
};

/// What GDAL makes datasets of itself with: a warped view, an image in memory. They open nothing.
constexpr void (*Tools[])() = {GDALRegister_VRT, GDALRegister_MEM, RegisterOGRMEM};

/// Names for GDALOpenEx: only these may look at the file.
std::vector<const char*> allowedNames(SourceContent content) {
    std::vector<const char*> names;
    for (const SourceDriver& driver : sourceDrivers())
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

void registerDrivers() {
    static std::once_flag once;
    std::call_once(once, [] {
        CPLSetConfigOption("GDAL_DRIVER_PATH", "disable");
        CPLSetConfigOption("GDAL_CACHEMAX", "128");
        CPLSetConfigOption("GDAL_CONFIG_FILE", "");
        CPLSetConfigOption("OGR_XLSX_HEADERS", "FORCE");
        CPLSetConfigOption("OGR_ODS_HEADERS", "FORCE");
        CPLSetConfigOption("OGR_XLS_HEADERS", "FORCE");
        CPLSetConfigOption("GML_FIELDTYPES", "ALWAYS_STRING");
        CPLSetConfigOption("GML_SKIP_RESOLVE_ELEMS", "ALL");
        useOsmFields();
        for (const auto tool : Tools)
            tool();
        GDALDriverManager& manager = *GetGDALDriverManager();
        for (int i = 0; i < manager.GetDriverCount(); ++i) {
            GDALDriver& driver = *manager.GetDriver(i);
            driver.pfnOpen = nullptr;
            driver.pfnOpenWithDriverArg = nullptr;
            driver.pfnIdentify = nullptr;
            driver.pfnIdentifyEx = nullptr;
        }
        for (const auto registration : Registrations)
            registration();
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

    if (content != SourceContent::Vector && isVirtualRaster(path))
        return openVirtualRaster(path);
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
    if (messages.isOutOfMemory())
        return fail(ErrorCode::BadInput, {"source-too-large", {path.string()}}, path.string(), messages.last());
    if (driver || messages.hasFailure())
        return fail(ErrorCode::BadInput, {"source-unreadable", {path.string()}}, path.string(), messages.last());
    return fail(ErrorCode::Unsupported, {"format-unknown", {path.string()}}, path.string(), messages.last());
}

} // namespace gridwarden::gis
