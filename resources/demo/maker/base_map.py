# SPDX-License-Identifier: GPL-3.0-or-later
"""The base map: what OpenStreetMap knows of the place, without the tile edges of the extract.

An object that a tile edge cuts comes as several pieces with one id; here it is one object again.
"""

from collections import defaultdict

from osgeo import ogr
from shapely.ops import unary_union

from .partition import lines_of
from .source import chinese_name, english_name, rounded, square_metres
from .streets import bridged_roads, joined

ROAD_CLASS = {"trunk": "motorway", "primary": "major", "secondary": "secondary", "tertiary": "secondary",
              "residential": "minor", "unclassified": "minor", "living_street": "minor", "service": "minor",
              "footway": "path", "pedestrian": "path", "cycleway": "path", "path": "path", "steps": "path",
              "pier": "path", "subway": "rail", "funicular": "rail"}
GREEN_KINDS = {"park", "grass", "garden", "forest", "natural_wood", "recreation_ground", "pitch"}
WATER_KINDS = {"water", "riverbank"}
POI_KINDS = {"attraction", "bus_station", "ferry_terminal", "fire_station", "garden", "government", "hospital", "hotel",
             "kindergarten", "library", "mall", "monument", "museum", "park", "place_of_worship", "police", "post_office",
             "restaurant", "school", "station", "subway_entrance", "supermarket", "toilets", "viewpoint", "bus_stop"}
KINDS_WITHOUT_NAME = {"subway_entrance", "toilets"}


def _polygons(geometry):
    return [part for part in getattr(geometry, "geoms", [geometry]) if part.geom_type == "Polygon"]


def _is_surface(piece):
    return piece.geometry.geom_type in ("Polygon", "MultiPolygon")


def _roads(source):
    groups, english = defaultdict(list), {}
    for piece in source.roads + bridged_roads():
        kind = (piece["kind_detail"] or "").replace("_link", "")
        if kind not in ROAD_CLASS:
            continue
        name = chinese_name(piece)
        tunnel = 1 if piece["is_tunnel"] or kind in ("subway", "funicular") or (name and "隧道" in name) else 0
        groups[ROAD_CLASS[kind], name or "", tunnel, piece["bridged"] or 0] += lines_of(piece.geometry)
        if name and english_name(piece):
            english.setdefault(name, english_name(piece))
    for (road_class, name, tunnel, bridged), lines in sorted(groups.items()):
        for line in joined(lines):
            values = {"name": name or None, "name_en": english.get(name), "class": road_class,
                      "tunnel": tunnel, "bridged": bridged}
            yield values, rounded(line)


def _buildings(source):
    parts, names, heights = defaultdict(list), {}, {}
    for piece in source.buildings:
        if piece["kind"] != "building" or not _is_surface(piece):
            continue
        parts[piece["osm_id"]].append(piece.geometry)
        if chinese_name(piece):
            names[piece["osm_id"]] = chinese_name(piece)
        if piece["height"]:
            heights[piece["osm_id"]] = float(piece["height"])
    for osm_id, shapes in sorted(parts.items()):
        for shape in _polygons(unary_union(shapes)):
            if square_metres(shape) >= 10:
                yield {"name": names.get(osm_id), "height": heights.get(osm_id)}, rounded(shape)


def _merged_surfaces(pieces, kinds):
    """Surfaces of the given kinds, those with the same kind and name joined where they touch."""
    groups = defaultdict(list)
    for piece in pieces:
        if piece["kind"] in kinds and _is_surface(piece):
            kind = "water" if piece["kind"] in WATER_KINDS else piece["kind"]
            groups[kind, chinese_name(piece) or ""].append(piece.geometry)
    for (kind, name), shapes in sorted(groups.items()):
        for shape in _polygons(unary_union(shapes)):
            if square_metres(shape) >= 10:
                yield {"name": name or None, "kind": kind}, rounded(shape)


def _points(pieces, kinds):
    seen = set()
    for piece in pieces:
        name, point = chinese_name(piece), rounded(piece.geometry)
        if piece["kind"] not in kinds or not (name or piece["kind"] in KINDS_WITHOUT_NAME):
            continue
        key = (name, piece["kind"], round(point.x, 4), round(point.y, 4))
        if key not in seen:
            seen.add(key)
            yield {"name": name, "kind": piece["kind"]}, point


def base_map(source):
    """The layers of base.gpkg, as write_geopackage() takes them."""
    named = {"name": str, "kind": str}
    return [
        ("water", named, ogr.wkbPolygon, list(_merged_surfaces(source.water, WATER_KINDS))),
        ("green", named, ogr.wkbPolygon, list(_merged_surfaces(source.landuse, GREEN_KINDS))),
        ("buildings", {"name": str, "height": float}, ogr.wkbPolygon, list(_buildings(source))),
        ("roads", {"name": str, "name_en": str, "class": str, "tunnel": int, "bridged": int}, ogr.wkbLineString,
         list(_roads(source))),
        ("pois", named, ogr.wkbPoint, list(_points(source.pois, POI_KINDS))),
        ("places", named, ogr.wkbPoint, list(_points(source.places, {"locality", "neighbourhood"}))),
    ]
