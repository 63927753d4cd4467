# SPDX-License-Identifier: GPL-3.0-or-later
"""Writing the files of the demo district so that the same input gives the same bytes."""

import csv
import json

from osgeo import gdal, ogr, osr
from shapely.geometry import mapping
from shapely.geometry.polygon import orient

FIELD_TYPES = {str: ogr.OFTString, float: ogr.OFTReal, int: ogr.OFTInteger}


def write_json(path, value):
    """A JSON document, indented by one space, with Chinese characters as they are."""
    path.write_text(json.dumps(value, ensure_ascii=False, indent=1) + "\n", encoding="utf-8")


def write_geojson(path, name, areas):
    """Areas as GeoJSON (RFC 7946), one feature a line."""
    features = []
    for area in areas:
        geometry = area.geometry
        if geometry.geom_type == "MultiPolygon":
            geometry = type(geometry)([orient(part) for part in geometry.geoms])
        else:
            geometry = orient(geometry)
        feature = {"type": "Feature", "properties": area.properties(), "geometry": mapping(geometry)}
        features.append(json.dumps(feature, ensure_ascii=False, separators=(",", ":")))
    head = f'{{"type":"FeatureCollection","name":"{name}","features":[\n'
    path.write_text(head + ",\n".join(features) + "\n]}\n", encoding="utf-8")


def write_csv(path, columns, rows):
    """A table in UTF-8 with commas; None is an empty field."""
    with path.open("w", encoding="utf-8", newline="") as file:
        writer = csv.writer(file, lineterminator="\n")
        writer.writerow(columns)
        for row in rows:
            writer.writerow(["" if row[c] is None else row[c] for c in columns])


def write_geopackage(path, layers):
    """A GeoPackage in WGS 84; `layers` is a list of (name, {field: type}, geometry type, [(values, geometry)])."""
    gdal.SetConfigOption("OGR_CURRENT_DATE", "2026-11-20T16:00:00.000Z")
    gdal.SetConfigOption("OGR_SQLITE_JOURNAL", "DELETE")
    reference = osr.SpatialReference()
    reference.ImportFromEPSG(4326)
    reference.SetAxisMappingStrategy(osr.OAMS_TRADITIONAL_GIS_ORDER)
    path.unlink(missing_ok=True)
    dataset = gdal.GetDriverByName("GPKG").Create(str(path), 0, 0, 0, gdal.GDT_Unknown, ["ADD_GPKG_OGR_CONTENTS=NO"])
    for name, fields, geometry_type, features in layers:
        layer = dataset.CreateLayer(name, reference, geometry_type, ["GEOMETRY_NAME=geom", "SPATIAL_INDEX=NO"])
        for field, kind in fields.items():
            layer.CreateField(ogr.FieldDefn(field, FIELD_TYPES[kind]))
        layer.StartTransaction()
        for values, geometry in features:
            feature = ogr.Feature(layer.GetLayerDefn())
            for field, value in values.items():
                if value is not None:
                    feature.SetField(field, value)
            shape = ogr.CreateGeometryFromWkb(geometry.wkb)
            feature.SetGeometry(ogr.ForceTo(shape, geometry_type))
            layer.CreateFeature(feature)
        layer.CommitTransaction()
    dataset.ExecuteSQL("VACUUM")
    dataset = None
