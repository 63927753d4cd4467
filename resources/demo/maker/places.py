# SPDX-License-Identifier: GPL-3.0-or-later
"""Where incidents can lie: points on the pavement of the real streets, and what people would call them."""

import bisect
import math
from itertools import accumulate

from shapely.geometry import Point
from shapely.ops import unary_union
from shapely.prepared import prep

from .kinds import ATTRACTIONS, BACKGROUND
from .partition import lines_of
from .source import chinese_name, to_degrees, to_metres
from .streets import MAIN_KINDS, open_streets

SPACING_METRES = 8
HALF_WIDTH_METRES = {"trunk": 9, "primary": 8, "secondary": 7, "tertiary": 6, "residential": 4.5, "unclassified": 4.5,
                     "living_street": 3, "pedestrian": 2}
LANDMARKS = {"station": "地铁站", "bus_stop": "公交站", "ferry_terminal": "轮渡站", "park": "", "garden": "", "library": ""}


class Place:
    """A point on a street's centre line, in metres, with the direction of the street there."""

    def __init__(self, street, kind, oneway, point, direction):
        self.street = street
        self.kind = kind
        self.oneway = oneway
        self.point = point
        self.direction = direction
        self.grid = None

    def pavement(self, random):
        """A point beside the street, in metres: on the right-hand side where the traffic runs one way."""
        side = -1 if self.oneway or random.random() < 0.5 else 1
        offset = side * (HALF_WIDTH_METRES[self.kind] + random.uniform(-0.8, 2.2))
        along = random.uniform(-SPACING_METRES / 2, SPACING_METRES / 2)
        dx, dy = self.direction
        return Point(self.point.x + dx * along - dy * offset, self.point.y + dy * along + dx * offset)


class Places:
    """All places of the district, with weights for each group of incidents, and the names of what is near."""

    def __init__(self, source, areas):
        self.areas = areas
        self._walls = [to_metres(p.geometry) for p in source.buildings
                       if p["kind"] == "building" and p.geometry.geom_type == "Polygon"]
        self._wall_bounds = [w.bounds for w in self._walls]
        self._landmarks = self._find_landmarks(source)
        pieces = open_streets(source)
        self._street_lines = {}
        for piece in pieces:
            self._street_lines.setdefault(chinese_name(piece), []).append(to_metres(piece.geometry))
        self._street_lines = {n: unary_union(lines) for n, lines in sorted(self._street_lines.items())}
        self.places = self._sample(pieces)
        self._weights = {group: self._weigh(source, group) for group in BACKGROUND}

    def choose(self, random, group):
        """A place by the weights of a group."""
        cumulative = self._weights[group]
        return self.places[bisect.bisect(cumulative, random.random() * cumulative[-1])]

    def on_street(self, name):
        """The places of one street."""
        return [p for p in self.places if p.street == name]

    def put(self, random, place):
        """A point in degrees beside the place and the grid it lies in, or (None, None) when all tries hit a building."""
        for _ in range(12):
            spot = place.pavement(random)
            if not self._is_built_over(spot):
                point = to_degrees(spot)
                point = Point(round(point.x, 7), round(point.y, 7))
                grid = self.areas.grid_at(point)
                if grid:
                    return point, grid
        return None, None

    def address(self, place, point):
        """How people would describe the place: the street and the nearest crossing or landmark."""
        spot = to_metres(point)
        crossing = min(((line.distance(spot), name) for name, line in self._street_lines.items() if name != place.street),
                       default=(math.inf, ""))
        landmark = min(((p.distance(spot), name) for p, name in self._landmarks), default=(math.inf, ""))
        if crossing[0] <= 25:
            return f"{place.street}{crossing[1]}路口"
        if landmark[0] <= 60 and place.street not in landmark[1]:
            return f"{place.street}{landmark[1]}附近"
        return f"{place.street}近{crossing[1]}" if crossing[0] <= 160 else f"{place.street}沿线"

    def _find_landmarks(self, source):
        found = []
        for poi in source.pois:
            name = chinese_name(poi)
            if name and poi["kind"] in LANDMARKS:
                suffix = LANDMARKS[poi["kind"]]
                found.append((to_metres(poi.geometry), name if name.endswith(suffix) else name + suffix))
        return found

    def _is_built_over(self, spot):
        return any(b[0] <= spot.x <= b[2] and b[1] <= spot.y <= b[3] and wall.contains(spot)
                   for wall, b in zip(self._walls, self._wall_bounds))

    def _sample(self, pieces):
        district = prep(to_metres(self.areas.district.geometry))
        places = []
        for piece in pieces:
            for line in lines_of(to_metres(piece.geometry)):
                for step in range(int(line.length // SPACING_METRES)):
                    distance = (step + 0.5) * SPACING_METRES
                    point, ahead = line.interpolate(distance), line.interpolate(distance + 1)
                    length = point.distance(ahead)
                    if length > 0 and district.contains(point):
                        direction = (ahead.x - point.x) / length, (ahead.y - point.y) / length
                        places.append(Place(chinese_name(piece), piece["kind_detail"], piece["oneway"] == "yes", point, direction))
        return places

    def _weigh(self, source, group):
        attracting = [(*to_metres(p.geometry).coords[0], ATTRACTIONS[group][p["kind"]])
                      for p in source.pois if p["kind"] in ATTRACTIONS[group]]
        weights = []
        for place in self.places:
            weight = BACKGROUND[group]["main" if place.kind in MAIN_KINDS else "side"]
            here_x, here_y = place.point.coords[0]
            for x, y, pull in attracting:
                square = (x - here_x) ** 2 + (y - here_y) ** 2
                if square < 150 ** 2:
                    weight += pull * math.exp(-square / (2 * 45 ** 2))
            weights.append(weight)
        return list(accumulate(weights))


def river_point(source, random):
    """A point in degrees on the middle line of the river."""
    lines = [to_metres(line) for p in source.water if p["name"] == "黄浦江" for line in lines_of(p.geometry)]
    longest = max(lines, key=lambda line: line.length)
    point = to_degrees(longest.interpolate(random.uniform(0.2, 0.8), normalized=True))
    return Point(round(point.x, 7), round(point.y, 7))
