// SPDX-License-Identifier: GPL-3.0-or-later
#include "gis/reader/osm_fields.h"

#include <cpl_conv.h>
#include <cpl_vsi.h>
#include <string>

namespace gridwarden::gis {

namespace {

constexpr const char* Path = "/vsimem/osm_fields.ini";

/// In the form of GDAL's osmconf.ini.
constexpr char Fields[] =
    "closed_ways_are_polygons=aeroway,amenity,boundary,building,craft,geological,historic,landuse,leisure,military,natural,"
    "office,place,shop,sport,tourism,highway=platform,public_transport=platform,waterway=riverbank,water\n"
    "attribute_name_laundering=no\n"
    "[points]\n"
    "osm_id=yes\n"
    "attributes=name,name:zh,name:en,place,railway,highway,natural,amenity,shop,tourism,historic,leisure,office,public_transport,"
    "barrier,man_made,aeroway,population,ref,address\n"
    "unsignificant=attribution,created_by,ele,note,source\n" // nodes with nothing but these are bends of lines
    "[lines]\n"
    "osm_id=yes\n"
    "attributes=name,name:zh,name:en,ref,highway,service,railway,waterway,aerialway,aeroway,route,boundary,admin_level,barrier,"
    "man_made,natural,power,bridge,tunnel,layer,oneway\n"
    "[multipolygons]\n"
    "osm_id=yes\n"
    "attributes=name,name:zh,name:en,type,building,landuse,natural,water,waterway,leisure,amenity,aeroway,highway,railway,"
    "public_transport,tourism,historic,military,place,boundary,admin_level,man_made,office,shop,sport,craft,geological,"
    "barrier,land_area\n"
    "[multilinestrings]\n"
    "osm_id=yes\n"
    "attributes=name,name:zh,name:en,type,route,boundary,admin_level,waterway,railway,highway,ref\n"
    "[other_relations]\n"
    "osm_id=yes\n"
    "attributes=name,name:zh,type\n";

} // namespace

void useOsmFields() {
    // Writable for GDAL's sake only: nothing writes to it.
    static std::string text(Fields);
    if (VSILFILE* const file = VSIFileFromMemBuffer(Path, reinterpret_cast<GByte*>(text.data()), text.size(), FALSE)) {
        VSIFCloseL(file);
        CPLSetConfigOption("OSM_CONFIG_FILE", Path);
    }
}

} // namespace gridwarden::gis
