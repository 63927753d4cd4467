# SPDX-License-Identifier: GPL-3.0-or-later
"""Reading the OpenStreetMap extract, and the measures of its place on the earth.

Coordinates are (longitude, latitude) in degrees, WGS 84, rounded to 7 decimals (about one centimetre).
"""

import math

from osgeo import gdal, ogr
from shapely import wkb
from shapely.geometry import box
from shapely.ops import transform, unary_union

gdal.UseExceptions()

DECIMALS = 7
FRAME = box(121.4815, 31.2270, 121.5196, 31.2503)
METRES_PER_DEGREE_NORTH = 110880.0
METRES_PER_DEGREE_EAST = 111320.0 * math.cos(math.radians(31.2387))


class Piece:
    """One feature of the extract: its attributes and its geometry."""

    def __init__(self, attributes, geometry):
        self.attributes = attributes
        self.geometry = geometry

    def __getitem__(self, name):
        return self.attributes.get(name)


def rounded(geometry):
    """The geometry with its coordinates rounded to DECIMALS."""
    return transform(lambda x, y: (round(x, DECIMALS), round(y, DECIMALS)), geometry)


def to_metres(geometry):
    """The geometry in metres from the south-west corner of the frame, for measuring only."""
    west, south, _, _ = FRAME.bounds

    def move(x, y):
        return (x - west) * METRES_PER_DEGREE_EAST, (y - south) * METRES_PER_DEGREE_NORTH

    return transform(move, geometry)


def to_degrees(geometry):
    """The inverse of to_metres()."""
    west, south, _, _ = FRAME.bounds

    def move(x, y):
        return x / METRES_PER_DEGREE_EAST + west, y / METRES_PER_DEGREE_NORTH + south

    return transform(move, geometry)


def square_metres(geometry):
    """The area of a geometry in degrees, in square metres."""
    return geometry.area * METRES_PER_DEGREE_EAST * METRES_PER_DEGREE_NORTH


def is_chinese(text):
    """Whether a name is written in Chinese characters and nothing of another script but Latin letters."""
    if not text or not any("\u4e00" <= c <= "\u9fff" for c in text):
        return False
    return not any("\u0370" <= c <= "\u1fff" or "\u3040" <= c <= "\u30ff" or "\uac00" <= c <= "\ud7ff" for c in text)


def chinese_name(piece):
    """The Chinese name of a piece, or None."""
    for field in ("name:zh", "name"):
        if is_chinese(piece[field]):
            return piece[field].strip()
    return None


def english_name(piece):
    """The English name of a piece, or None."""
    if piece["name:en"]:
        return piece["name:en"].strip()
    name = piece["name"]
    return name.strip() if name and name.isascii() else None


def read_layer(path, layer_name):
    """All pieces of one layer, in the order of the file."""
    dataset = gdal.OpenEx(str(path), gdal.OF_VECTOR | gdal.OF_READONLY)
    layer = dataset.GetLayerByName(layer_name)
    names = [field.GetName() for field in layer.schema]
    pieces = []
    for feature in layer:
        attributes = {name: feature.GetField(name) for name in names if feature.IsFieldSetAndNotNull(name)}
        geometry = feature.GetGeometryRef()
        if geometry is not None and not geometry.IsEmpty():
            pieces.append(Piece(attributes, wkb.loads(bytes(geometry.ExportToWkb(ogr.wkbNDR)))))
    return pieces


class Source:
    """The layers of the extract that the demo district is made of."""

    def __init__(self, folder):
        path = folder / "shanghai_lujiazui.gpkg"
        self.roads = read_layer(path, "roads")
        self.buildings = read_layer(path, "buildings")
        self.water = read_layer(path, "water")
        self.landuse = read_layer(path, "landuse")
        self.pois = read_layer(path, "pois")
        self.places = read_layer(path, "places")

    def river(self):
        """The Huangpu as one polygon: its pieces carry two ids, and are cut along tile edges."""
        parts = [p.geometry for p in self.water
                 if p["name"] == "黄浦江" and p.geometry.geom_type in ("Polygon", "MultiPolygon")]
        return unary_union(parts)
