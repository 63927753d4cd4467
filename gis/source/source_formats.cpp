// SPDX-License-Identifier: GPL-3.0-or-later
#include "gis/source/source_formats.h"

#include <array>

namespace gridwarden::gis {

namespace {

// Left out on purpose: everything that reaches a network or a database server, and the virtual formats (OGR_VRT, WMS, DERIVED …) whose
// files name further sources. VRT is opened in a way of its own (gis/reader/virtual_raster.h), never by GDAL's choice.
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
    {"VRT", false, true, "vrt"},
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

} // namespace

std::span<const SourceDriver> sourceDrivers() {
    return Drivers;
}

} // namespace gridwarden::gis
