# SPDX-License-Identifier: GPL-3.0-or-later
"""The streets of the district: what the grids are cut along and the incidents lie on.

One tile of the extract is missing (it holds the middle of Lujiazui). The streets that end at its four sides are
connected across it with a smooth line between the ends that carry the same name, and marked as bridged.
"""

import math
from collections import defaultdict

from shapely.geometry import LineString, Point
from shapely.ops import linemerge, unary_union

from .partition import lines_of
from .source import FRAME, METRES_PER_DEGREE_EAST, METRES_PER_DEGREE_NORTH, Piece, chinese_name, rounded

MAIN_KINDS = {"trunk", "primary", "secondary", "tertiary"}
SIDE_KINDS = {"residential", "unclassified", "living_street", "pedestrian"}

# name, kind, where it enters the missing tile and where it leaves it, each with its heading in degrees from east
BRIDGES = [
    ("世纪大道", "primary", (121.49780273, 31.23971236, -25), (121.5032959, 31.23763507, -21)),
    ("银城中路", "secondary", (121.4994723, 31.23628864, 98), (121.50052098, 31.24098538, 49)),
    ("陆家嘴环路", "secondary", (121.50293528, 31.24098538, -56), (121.5032959, 31.24030194, -63)),
    ("东泰路", "tertiary", (121.5020794, 31.23628864, 104), (121.50155, 31.23833, 104)),
    ("花园石桥路", "tertiary", (121.49780273, 31.23653228, 16), (121.50185, 31.23735, 10)),
]


def _curve(start, end, pieces=12):
    """A smooth line from start to end that leaves and arrives with the given headings (a cubic Hermite curve)."""
    reach = math.hypot((end[0] - start[0]) * METRES_PER_DEGREE_EAST, (end[1] - start[1]) * METRES_PER_DEGREE_NORTH)

    def slope(point):
        angle = math.radians(point[2])
        return reach * math.cos(angle) / METRES_PER_DEGREE_EAST, reach * math.sin(angle) / METRES_PER_DEGREE_NORTH

    first, last = slope(start), slope(end)
    points = []
    for step in range(pieces + 1):
        t = step / pieces
        weights = (2 * t**3 - 3 * t**2 + 1, t**3 - 2 * t**2 + t, 3 * t**2 - 2 * t**3, t**3 - t**2)
        points.append(tuple(weights[0] * start[k] + weights[1] * first[k] + weights[2] * end[k] + weights[3] * last[k]
                            for k in (0, 1)))
    return rounded(LineString(points))


def bridged_roads():
    """The streets across the missing tile, as pieces like those of the roads layer."""
    return [Piece({"name": name, "kind_detail": kind, "bridged": 1}, _curve(start, end))
            for name, kind, start, end in BRIDGES]


def open_streets(source):
    """The pieces of road under the open sky that have a name and belong to the street network."""
    return [p for p in source.roads + bridged_roads()
            if p["kind_detail"] in MAIN_KINDS | SIDE_KINDS and chinese_name(p) and not p["is_tunnel"]
            and "隧道" not in p["name"] and "地道" not in p["name"] and "高架" not in p["name"]]


def _heading(line):
    (x0, y0), (x1, y1) = line.coords[0], line.coords[-1]
    return math.atan2((y1 - y0) * METRES_PER_DEGREE_NORTH, (x1 - x0) * METRES_PER_DEGREE_EAST)


def centre_lines(pieces):
    """{street name: [lines]}: of a street with two carriageways, only the one that runs towards the east-south-east.

    The other one would leave a strip of a grid between the two.
    """
    forward, backward = defaultdict(list), defaultdict(list)
    for piece in pieces:
        for line in lines_of(piece.geometry):
            away = piece["oneway"] == "yes" and math.cos(_heading(line) + math.radians(20)) < 0
            (backward if away else forward)[chinese_name(piece)].append(line)
    for name, lines in backward.items():
        kept = unary_union(forward[name]) if forward[name] else None
        for line in lines:
            middle = line.interpolate(0.5, normalized=True)
            if kept is None or kept.distance(middle) * METRES_PER_DEGREE_EAST > 60:
                forward[name].append(line)
    return {name: forward[name] for name in sorted(forward)}


def extended(network, reach_metres):
    """Straight continuations of the loose ends of a noded network, as far as the next line within reach."""
    lines = lines_of(network)
    ends = defaultdict(list)
    for line in lines:
        ends[line.coords[0]].append((line.coords[1], line))
        ends[line.coords[-1]].append((line.coords[-2], line))
    additions = []
    for point, touching in sorted(ends.items(), key=lambda item: item[0]):
        if len(touching) != 1 or not FRAME.contains(Point(point)):
            continue
        before, own = touching[0]
        dx = (point[0] - before[0]) * METRES_PER_DEGREE_EAST
        dy = (point[1] - before[1]) * METRES_PER_DEGREE_NORTH
        length = math.hypot(dx, dy)
        far = (point[0] + dx / length * reach_metres / METRES_PER_DEGREE_EAST,
               point[1] + dy / length * reach_metres / METRES_PER_DEGREE_NORTH)
        ray = LineString([point, far])
        hits = [hit for other in lines if other is not own and other.intersects(ray)
                for hit in getattr(other.intersection(ray), "geoms", [other.intersection(ray)]) if hit.geom_type == "Point"]
        if hits:
            nearest = min(hits, key=lambda hit: hit.distance(Point(point)))
            if nearest.distance(Point(point)) > 0:
                # a little beyond the hit, so that noding finds the crossing
                x = nearest.x + (nearest.x - point[0]) * 0.02
                y = nearest.y + (nearest.y - point[1]) * 0.02
                additions.append(rounded(LineString([point, (x, y)])))
    return additions


def joined(lines):
    """Lines merged end to end where they meet, sorted from west to east."""
    merged = linemerge(unary_union(lines)) if len(lines) > 1 else lines[0]
    return sorted(lines_of(merged), key=lambda line: line.coords[0])
