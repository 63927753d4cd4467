# SPDX-License-Identifier: GPL-3.0-or-later
"""The areas of the demo district: one set of unit grids, and everything else as unions of them.

The unit grids are cut along the streets and the river bank. Grids, communities, streets, zones and the district
are unions of unit grids, so their borders share every vertex.
"""

from shapely.geometry import LineString, MultiPolygon, Polygon
from shapely.ops import unary_union

from .partition import Joiner, faces_of, length_metres, lines_of, noded, width_metres
from .source import FRAME, METRES_PER_DEGREE_NORTH, rounded, square_metres, to_degrees, to_metres
from .streets import MAIN_KINDS, centre_lines, extended, open_streets

DISTRICT_CODE = "310199"
DISTRICT_NAME = "示例区（演示数据）"
VALID_FROM = "2025-01-01"
ZONES = [("01", "浦西片区"), ("02", "陆家嘴片区"), ("03", "东昌片区")]
STREETS = [("310199001", "北外滩街道"), ("310199002", "外滩街道"), ("310199003", "豫园街道"), ("310199004", "陆家嘴街道")]

GRIDS_OF_REGION = {("01", "310199001"): 9, ("01", "310199002"): 9, ("01", "310199003"): 8,
                   ("02", "310199004"): 14, ("03", "310199004"): 14}
GRIDS_OF_COMMUNITY = 4
SMALLEST_BLOCK = 7000
NARROWEST_BLOCK_METRES = 22
LARGEST_GRID = 330000
LARGEST_CELL = 19000
SMALLEST_CELL = 3500


class Area:
    """A place somebody answers for; the geometry is a polygon or a multipolygon in degrees."""

    def __init__(self, code, name, parent, geometry, **others):
        self.code = code
        self.name = name
        self.parent = parent
        self.geometry = geometry
        self.others = others

    def properties(self):
        """What is written beside the geometry."""
        return {"code": self.code, "name": self.name, "parent": self.parent, **self.others, "valid_from": VALID_FROM}


class Areas:
    """All areas of the district, by kind, in the order of their codes."""

    def __init__(self, source):
        river = source.river()
        land = FRAME.difference(river.buffer(0))
        pieces = open_streets(source)
        self.street_lines = centre_lines(pieces)
        blocks = _blocks(source, river, land, [line for lines in self.street_lines.values() for line in lines])
        regions = [self._region(block, source) for block in blocks]
        grid_blocks = _grids(blocks, regions, pieces)
        cell_shapes = faces_of([line for block in blocks for line in _cuts(block)], land)
        self._assemble(cell_shapes, blocks, regions, grid_blocks)

    def _region(self, block, source):
        """(zone code, street code) of a block, by the side of the dividing street or water it lies on."""
        point = to_metres(block).representative_point()
        place = (point.x, point.y)
        creek = [line for p in source.water if p["name"] == "吴淞江" for line in lines_of(p.geometry)]
        if _east_of_river(block, source):
            zone = "02" if _is_west_of(place, self.street_lines["浦东南路"]) else "03"
            return zone, "310199004"
        if _is_north_of(place, creek):
            return "01", "310199001"
        return "01", "310199002" if _is_north_of(place, self.street_lines["延安东路"]) else "310199003"

    def _assemble(self, cell_shapes, blocks, regions, grid_blocks):
        owner = {block: number for number, members in enumerate(grid_blocks) for block in members}
        cells_of_grid = [[] for _ in grid_blocks]
        for shape in _tidy_cells(cell_shapes, blocks):
            point = shape.representative_point()
            block = next(i for i, b in enumerate(blocks) if b.buffer(1e-9).contains(point))
            cells_of_grid[owner[block]].append(shape)
        shapes = [unary_union(cells) for cells in cells_of_grid]
        region_of_grid = [regions[members[0]] for members in grid_blocks]
        community_of_grid = _communities(shapes, region_of_grid)

        self.district = Area(DISTRICT_CODE, DISTRICT_NAME, None, _union(shapes))
        self.zones = [Area(code, name, DISTRICT_CODE, _union([s for s, r in zip(shapes, region_of_grid) if r[0] == code]))
                      for code, name in ZONES]
        self.streets = [Area(code, name, DISTRICT_CODE, _union([s for s, r in zip(shapes, region_of_grid) if r[1] == code]))
                        for code, name in STREETS]
        self.communities, self.cells, self.grids = [], [], []
        code_of_community = {}
        for street_code, _ in STREETS:
            numbers = sorted({c for c, r in zip(community_of_grid, region_of_grid) if r[1] == street_code})
            unions = [_union([s for s, c in zip(shapes, community_of_grid) if c == n]) for n in numbers]
            for serial, index in enumerate(_reading_order(unions), start=1):
                code = f"{street_code}{serial:03d}"
                code_of_community[numbers[index]] = code
                name = f"示例社区 {len(self.communities) + 1}"
                self.communities.append(Area(code, name, street_code, unions[index]))
                cells = [cell for g, c in enumerate(community_of_grid) if c == numbers[index] for cell in cells_of_grid[g]]
                for cell_serial, i in enumerate(_reading_order(cells), start=1):
                    self.cells.append(Area(f"{code}{cell_serial:03d}", f"单元网格 {cell_serial:03d}", code, cells[i]))
        for zone_code, zone_name in ZONES:
            numbers = [g for g, r in enumerate(region_of_grid) if r[0] == zone_code]
            for serial, index in enumerate(_reading_order([shapes[g] for g in numbers], 350), start=1):
                grid = numbers[index]
                self.grids.append(Area(f"{zone_code}-{serial:02d}", f"{zone_name[:-2]}第 {serial:02d} 网格", zone_code, shapes[grid],
                                       street=region_of_grid[grid][1], community=code_of_community[community_of_grid[grid]]))

    def grid_at(self, point):
        """The grid a point lies in, or None."""
        return next((g for g in self.grids if g.geometry.contains(point)), None)


def _union(shapes):
    merged = unary_union(shapes)
    return merged if isinstance(merged, (Polygon, MultiPolygon)) else MultiPolygon(merged)


def _reading_order(shapes, row_metres=200):
    """Indices of the shapes from north to south in rows, inside a row from west to east."""
    def place(index):
        centre = shapes[index].representative_point()
        return -round(centre.y * METRES_PER_DEGREE_NORTH / row_metres), centre.x

    return sorted(range(len(shapes)), key=place)


def _blocks(source, river, land, lines):
    """The blocks between the streets, without the strips and islands that crossings leave."""
    lines = lines + [p.geometry for p in source.water if p["name"] == "吴淞江"]
    lines += [p.geometry for p in source.roads if p["kind_detail"] in ("residential", "unclassified") and not p["name"]]
    outline = [FRAME.exterior, river.boundary.intersection(FRAME)]
    network = noded([line.intersection(FRAME) for line in lines] + outline)
    for _ in range(2):
        network = noded([network] + extended(network, 260))
    joiner = Joiner(faces_of([network], land))
    joiner.absorb(lambda block: square_metres(block) < SMALLEST_BLOCK or width_metres(block) < NARROWEST_BLOCK_METRES)
    return joiner.groups()[0]


def _east_of_river(block, source):
    middle = [line for p in source.water if p["name"] == "黄浦江" for line in lines_of(p.geometry)]
    point = block.representative_point()
    west = [line for line in middle if line.bounds[1] <= point.y <= line.bounds[3]]
    level = LineString([(FRAME.bounds[0] - 1, point.y), (point.x, point.y)])
    return any(line.intersects(level) for line in west)


def _measured(lines):
    return to_metres(unary_union(lines))


def _is_north_of(place, lines):
    """Whether a place in metres lies north of a street that runs from west to east."""
    line = _measured(lines)
    x = min(max(place[0], line.bounds[0] + 1), line.bounds[2] - 1)
    crossing = line.intersection(LineString([(x, -1e5), (x, 1e5)]))
    return crossing.is_empty or place[1] > crossing.centroid.y


def _is_west_of(place, lines):
    """Whether a place in metres lies west of a street that runs from north to south."""
    line = _measured(lines)
    y = min(max(place[1], line.bounds[1] + 1), line.bounds[3] - 1)
    crossing = line.intersection(LineString([(-1e5, y), (1e5, y)]))
    return crossing.is_empty or place[0] < crossing.centroid.x


def _grids(blocks, regions, pieces):
    """Lists of blocks that make a grid each; a border along a main street counts less as a bond."""
    main = to_metres(unary_union([p.geometry for p in pieces if p["kind_detail"] in MAIN_KINDS])).buffer(15)

    def bond(segments):
        length = length_metres(segments)
        along = sum(length_metres([s]) for s in segments if main.contains(to_metres(LineString(s)).centroid))
        return length - 0.7 * along

    joiner_blocks = []
    for region, count in GRIDS_OF_REGION.items():
        members = [i for i, r in enumerate(regions) if r == region]
        joiner = Joiner([blocks[i] for i in members], border_weight=bond)
        joiner.gather(count, LARGEST_GRID)
        joiner_blocks += [[members[i] for i in group] for group in joiner.groups()[1]]
    return joiner_blocks


def _communities(shapes, regions):
    """For each grid the number of its community: neighbouring grids of one street and zone."""
    numbers = [None] * len(shapes)
    following = 0
    for region in GRIDS_OF_REGION:
        members = [i for i, r in enumerate(regions) if r == region]
        joiner = Joiner([shapes[i] for i in members])
        joiner.gather(max(1, round(len(members) / GRIDS_OF_COMMUNITY)), 1.2e6)
        for group in joiner.groups()[1]:
            for index in group:
                numbers[members[index]] = following
            following += 1
    return numbers


def _cuts(block):
    """The border of a block and the straight lines that divide it into pieces of the size of a unit grid."""
    lines = [block.exterior, *block.interiors]
    waiting = [to_metres(block)]
    while waiting:
        shape = waiting.pop()
        if shape.area <= LARGEST_CELL:
            continue
        corners = list(shape.minimum_rotated_rectangle.exterior.coords)
        sides = sorted(((LineString(corners[i:i + 2]).length, i) for i in range(2)), reverse=True)
        along = corners[sides[0][1]:sides[0][1] + 2]
        dx, dy = along[1][0] - along[0][0], along[1][1] - along[0][1]
        centre = shape.centroid
        cut = LineString([(centre.x + dy * 2, centre.y - dx * 2), (centre.x - dy * 2, centre.y + dx * 2)])
        lines += [rounded(to_degrees(_stretched(line))) for line in lines_of(shape.intersection(cut))]
        waiting += [part for part in shape.difference(cut.buffer(0.001)).geoms]
    return lines


def _stretched(line, metres=0.05):
    """A straight line made longer at both ends, so that it still meets the border when it has been rounded."""
    (x0, y0), (x1, y1) = line.coords[0], line.coords[-1]
    x, y = (x1 - x0) * metres / line.length, (y1 - y0) * metres / line.length
    return LineString([(x0 - x, y0 - y), (x1 + x, y1 + y)])


def _tidy_cells(shapes, blocks):
    """Unit grids without crumbs: what is too small joins a neighbour in the same block."""
    home = [next(i for i, b in enumerate(blocks) if b.buffer(1e-9).contains(s.representative_point())) for s in shapes]
    joiner = Joiner(shapes, may_join=lambda i, j: home[i] == home[j])
    joiner.absorb(lambda cell: square_metres(cell) < SMALLEST_CELL)
    return joiner.groups()[0]
