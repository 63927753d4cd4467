# SPDX-License-Identifier: GPL-3.0-or-later
"""Cutting the plane into faces that share their vertices exactly, and joining faces again."""

from collections import defaultdict

from shapely.geometry import LineString
from shapely.ops import polygonize, unary_union

from .source import rounded, square_metres, to_metres


def lines_of(geometry):
    """The line strings of a line geometry, one by one."""
    parts = getattr(geometry, "geoms", [geometry])
    return [p for p in parts if p.geom_type in ("LineString", "LinearRing") and p.length > 0]


def noded(lines):
    """The lines cut at every crossing, with rounded coordinates.

    Rounding a crossing moves it off its lines, so cutting and rounding are repeated until nothing changes.
    """
    network = unary_union(lines)
    for _ in range(20):
        again = unary_union([LineString(line.coords) for part in lines_of(network) for line in lines_of(rounded(part))])
        if again.equals_exact(network, 0):
            return again
        network = again
    raise RuntimeError("the street network does not settle")


def faces_of(lines, inside):
    """The faces between the lines whose inner point lies in `inside`, west to east."""
    faces = [f for f in polygonize(noded(lines)) if inside.contains(f.representative_point())]
    return sorted(faces, key=lambda f: f.representative_point().coords[0])


def segments_of(polygon):
    """Every straight piece of the polygon's rings, with its end points in order."""
    for ring in [polygon.exterior, *polygon.interiors]:
        points = list(ring.coords)
        for start, end in zip(points, points[1:]):
            yield (start, end) if start <= end else (end, start)


def shared_borders(polygons):
    """{(i, j): [segments]} for each pair i < j of polygons that share pieces of border."""
    owners = defaultdict(list)
    for index, polygon in enumerate(polygons):
        for segment in segments_of(polygon):
            owners[segment].append(index)
    borders = defaultdict(list)
    for segment, indices in owners.items():
        if len(indices) == 2:
            borders[min(indices), max(indices)].append(segment)
    return borders


def length_metres(segments):
    """The length of several segments."""
    return sum(to_metres(LineString(segment)).length for segment in segments)


def width_metres(polygon):
    """How wide a face is in the middle: that of a strip with its area and perimeter."""
    measured = to_metres(polygon)
    return 2 * measured.area / measured.length


class Joiner:
    """Joins neighbouring polygons step by step; each group remembers its members."""

    def __init__(self, polygons, border_weight=length_metres, may_join=lambda i, j: True):
        self.shape = dict(enumerate(polygons))
        self.members = {i: [i] for i in self.shape}
        self.area = {i: square_metres(p) for i, p in self.shape.items()}
        self.border = {i: {} for i in self.shape}
        for (i, j), segments in sorted(shared_borders(polygons).items()):
            if may_join(i, j):
                self.border[i][j] = self.border[j][i] = border_weight(segments)

    def join(self, keep, other):
        """Makes `other` a part of `keep`."""
        self.shape[keep] = unary_union([self.shape[keep], self.shape.pop(other)])
        self.members[keep] += self.members.pop(other)
        self.area[keep] += self.area.pop(other)
        for neighbour, weight in self.border.pop(other).items():
            del self.border[neighbour][other]
            if neighbour != keep:
                self.border[keep][neighbour] = self.border[keep].get(neighbour, 0) + weight
                self.border[neighbour][keep] = self.border[keep][neighbour]

    def absorb(self, is_too_small):
        """Joins each polygon that is too small to the neighbour with which it shares most border."""
        while True:
            small = [i for i in self.shape if self.border[i] and is_too_small(self.shape[i])]
            if not small:
                return
            smallest = min(small, key=lambda i: (self.area[i], i))
            neighbour = max(self.border[smallest], key=lambda j: (self.border[smallest][j], -j))
            self.join(neighbour, smallest)

    def gather(self, count, largest):
        """Joins the smallest group to a neighbour, compact shapes first, until `count` groups are left.

        A group larger than `largest` square metres is made only when a group has no smaller way out.
        """
        stuck = set()
        while len(self.shape) > count:
            free = [i for i in self.shape if self.border[i] and i not in stuck]
            if not free:
                return
            smallest = min(free, key=lambda i: (self.area[i], i))
            choices = [(self._cost(smallest, j), j) for j in self.border[smallest]
                       if self.area[smallest] + self.area[j] <= largest or self.area[smallest] < largest / 8]
            if choices:
                self.join(min(choices)[1], smallest)
                stuck.clear()
            else:
                stuck.add(smallest)

    def _cost(self, i, j):
        """The outline of the joined group: short for small, compact groups and for strong bonds."""
        return to_metres(self.shape[i]).length + to_metres(self.shape[j]).length - 2 * self.border[i][j]

    def groups(self):
        """The polygons of the groups and the indices of their members, by first index."""
        order = sorted(self.shape)
        return [self.shape[i] for i in order], [sorted(self.members[i]) for i in order]


def verify(polygons):
    """Stops when the polygons are not a partition: valid, without overlaps, and sharing the vertices of every border."""
    whole = unary_union(polygons)
    total = sum(p.area for p in polygons)
    if not all(p.is_valid for p in polygons):
        raise RuntimeError("an area is not valid")
    if abs(total - whole.area) > 1e-12 * total:
        raise RuntimeError("areas overlap")
    outline = set(segments_of_all(whole))
    inner = defaultdict(int)
    for polygon in polygons:
        for segment in segments_of_all(polygon):
            inner[segment] += 1
    for segment, owners in inner.items():
        if owners > 2 or (owners == 1) != (segment in outline):
            raise RuntimeError(f"a border is not shared vertex by vertex at {segment[0]}")


def segments_of_all(geometry):
    """The segments of a polygon or a multipolygon."""
    for part in getattr(geometry, "geoms", [geometry]):
        yield from segments_of(part)
