# SPDX-License-Identifier: GPL-3.0-or-later
"""A made-up year of incidents: what was found where and when. How each was worked off is in course.py.

All times are local (Asia/Shanghai), without an offset.
"""

import math
from datetime import date, datetime, timedelta

from .areas import DISTRICT_CODE
from .course import run_course
from .kinds import (BY_CODE, BY_COLLECTOR, ENDINGS, ENDINGS_ON_SITE, HOURS, KINDS, OPENINGS, SOURCES_OTHER, SOURCES_STREET,
                    SPOTS, SPOTS_OF_THEIR_OWN)
from .people import OFFICE_OF_STREET, SQUAD_OF_ZONE
from .places import river_point
from .source import to_degrees

FIRST_DAY = date(2025, 11, 22)
LAST_DAY = date(2026, 11, 20)
END = datetime(2026, 11, 20, 23, 59, 59)
ORDINARY = 4340

COLUMNS = ["number", "reported", "filed", "dispatched", "handled", "checked", "closed", "rejected", "category", "description",
           "address", "source", "quantity", "unit", "longitude", "latitude", "grid", "handler", "reporter", "rework",
           "state", "suspended", "suspended_until", "voided", "self_handled", "first_handled", "reworked"]

# quiet and busy stretches of the year: first day, last day, factor
SPELLS = [(date(2025, 12, 31), date(2026, 1, 1), 1.5), (date(2026, 2, 14), date(2026, 2, 22), 0.45),
          (date(2026, 5, 1), date(2026, 5, 5), 1.6), (date(2026, 10, 1), date(2026, 10, 7), 1.7),
          (date(2026, 3, 16), date(2026, 3, 22), 1.3), (date(2026, 9, 7), date(2026, 9, 13), 1.25)]

# streets where the same problem comes back after each clearance: (street, kind, how often in the year, hour)
RECURRENCES = [("南京东路", "09001", 22, 19), ("福佑路", "09006", 20, 17), ("方浜中路", "09005", 17, 15), ("豫园老街", "09001", 16, 14),
               ("金陵东路", "09005", 15, 11), ("四川中路", "09006", 18, 8), ("乍浦路", "09005", 17, 18), ("吴淞路", "09011", 19, 9),
               ("塘沽路", "06010", 15, 7), ("中山东一路", "09001", 24, 20), ("河南中路", "09011", 20, 18), ("世纪大道", "09011", 21, 9),
               ("浦东南路", "09010", 18, 8), ("东昌路", "09006", 19, 17), ("商城路", "09005", 14, 12), ("南泉北路", "09006", 18, 7),
               ("乳山路", "09005", 16, 19), ("崂山路", "06010", 14, 7), ("张杨路", "09011", 20, 18), ("丰和路", "09001", 17, 15),
               ("陆家嘴环路", "09006", 15, 12)]
# street, incidents in the year; evenings from April to October, Thursday to Sunday mostly
NIGHT_MARKETS = [("安仁街", 105), ("乍浦路", 80), ("荣成路", 70), ("花园石桥路", 55)]
NIGHT_KINDS = [("09006", 50), ("09002", 20), ("09001", 20), ("06029", 10)]
MARKET_PROBLEMS = ["夜市摊位超出划定范围，共{n}处", "夜市收摊后未清场，遗留{n}处垃圾", "夜市{n}处摊位超时经营"]


def market_places(places, street):
    """The stretch of a street where its night market stands: up to 90 m from the middle of the street."""
    along = places.on_street(street)
    middle = along[len(along) // 2]
    return [p for p in along if p.point.distance(middle.point) < 90]


def night_grids(places):
    """{zone code: [grid codes]} of the grids with a night market."""
    found = {}
    for street, _ in NIGHT_MARKETS:
        place = market_places(places, street)[0]
        grid = places.areas.grid_at(to_degrees(place.point))
        if grid and grid.code not in found.setdefault(grid.parent, []):
            found[grid.parent].append(grid.code)
    return found


def weighted(random, pairs):
    """One of the first members of the pairs, by the weights that are their second members."""
    return random.choices([p[0] for p in pairs], [p[1] for p in pairs])[0]


class Year:
    """Makes the incidents of the year, in the order in which they were reported."""

    def __init__(self, random, source, areas, people, places, clock):
        self.random = random
        self.source = source
        self.areas = areas
        self.people = people
        self.places = places
        self.clock = clock
        self.rows = []
        days = (LAST_DAY - FIRST_DAY).days + 1
        self.days = [FIRST_DAY + timedelta(days=n) for n in range(days)]
        self.mood = {day: self._spell(day) * math.exp(random.gauss(0, 0.12)) for day in self.days}

    def make(self):
        """All rows, numbered."""
        self._ordinary()
        for entry in RECURRENCES:
            self._recurring(*entry)
        for street, count in NIGHT_MARKETS:
            self._night_market(street, count)
        self._without_grid()
        self.rows.sort(key=lambda row: (row["reported"], row["address"]))
        serial = {}
        for row in self.rows:
            day = row["reported"][:10].replace("-", "")
            serial[day] = serial.get(day, 0) + 1
            row["number"] = f"{DISTRICT_CODE}{day}{serial[day]:05d}"
        return self.rows

    @staticmethod
    def _spell(day):
        return next((factor for first, last, factor in SPELLS if first <= day <= last), 1.0)

    def _ordinary(self):
        calendars = {kind.code: [self.mood[d] * kind.season[d.month - 1] * kind.week[d.weekday()] for d in self.days]
                     for kind in KINDS}
        shares = [(kind, kind.share) for kind in KINDS]
        while len(self.rows) < ORDINARY:
            kind = weighted(self.random, shares)
            day = self.random.choices(self.days, calendars[kind.code])[0]
            place = self.places.choose(self.random, kind.places)
            self._add(kind, self._moment(day, kind.hours), place)

    def _recurring(self, street, code, count, hour):
        place = self.random.choice(self.places.on_street(street))
        moment = datetime.combine(FIRST_DAY, datetime.min.time()) + timedelta(days=self.random.uniform(2, 20))
        for _ in range(count):
            day = moment.date()
            if day > LAST_DAY:
                return
            row = self._add(BY_CODE[code], self._moment(day, {hour - 1: 2, hour: 5, hour + 1: 2}), place)
            ended = datetime.fromisoformat(row["closed"] or row["reported"]) if row else moment
            quiet = self.random.uniform(18, 45) if self.random.random() < 0.3 else self.random.uniform(1.5, 12)
            moment = ended + timedelta(days=quiet)

    def _night_market(self, street, count):
        around = market_places(self.places, street)
        evenings = [d for d in self.days if 4 <= d.month <= 10]
        weights = [(1, 1, 1, 3, 6, 7, 5)[d.weekday()] * self.mood[d] for d in evenings]
        for _ in range(count):
            code = weighted(self.random, NIGHT_KINDS)
            kind = BY_CODE["09006" if code == "09002" else code]
            day = self.random.choices(evenings, weights)[0]
            moment = self._moment(day, {18: 2, 19: 5, 20: 6, 21: 5, 22: 2})
            self._add(kind, moment, self.random.choice(around), market=code == "09002")

    def _moment(self, day, hours):
        hour = self.random.choices(list(hours), list(hours.values()))[0]
        return datetime(day.year, day.month, day.day, hour, self.random.randrange(60), self.random.randrange(60))

    def _add(self, kind, moment, place, market=False):
        if moment > END:
            return None
        point, grid = self.places.put(self.random, place)
        if point is None:
            return None
        code = "09002" if market else kind.code
        source = self._source(kind, grid.code, moment)
        unit, fewest, most = ("处", 1, 3) if market else kind.units
        quantity = min(most, fewest + int(self.random.expovariate(2.5 / max(1, most - fewest + 1)))) if unit else None
        problem = self.random.choice(MARKET_PROBLEMS if market else kind.problems)
        address = self.places.address(place, point)
        row = dict.fromkeys(COLUMNS)
        row.update(category=f"2026:matter:{code}", source=source, address=address, unit=unit, quantity=quantity,
                   longitude=f"{point.x:.7f}", latitude=f"{point.y:.7f}", grid=grid.code,
                   handler=self._handler(kind, grid), reporter=self._reporter(source, grid.code, moment),
                   description=self._describe(source, address, problem, quantity))
        run_course(row, moment, END, self.random, self.clock)
        self.rows.append(row)
        return row

    def _source(self, kind, grid_code, moment):
        pairs = SOURCES_STREET if kind.code.startswith("09") else SOURCES_OTHER
        on_duty = self.people.collectors_on_duty(grid_code, moment)
        return weighted(self.random, [(s, w) for s, w in pairs if on_duty or s not in BY_COLLECTOR])

    def _reporter(self, source, grid_code, moment):
        on_duty = self.people.collectors_on_duty(grid_code, moment)
        return self.random.choice(on_duty) if source in BY_COLLECTOR and on_duty else None

    def _handler(self, kind, grid):
        if kind.handler == "squad":
            return SQUAD_OF_ZONE[grid.parent]
        if kind.handler == "office":
            return OFFICE_OF_STREET[grid.others["street"]]
        return {"refuse": "C01", "upkeep": "C02", "bikes": "C03"}[kind.handler]

    def _describe(self, source, address, problem, quantity):
        place = address.replace("附近", "").replace("沿线", "")
        if not problem.startswith(SPOTS_OF_THEIR_OWN) and not place.endswith("路口"):
            place += self.random.choice(SPOTS)
        ending = self.random.choice(ENDINGS_ON_SITE if source in BY_COLLECTOR else ENDINGS)
        return self.random.choice(OPENINGS[source]) + place + problem.format(n=quantity) + ending + "。"

    def _without_grid(self):
        """The rows that a supervisor has to sort out: on the river, beyond the district, without a place."""
        def add(code, moment, address, text, longitude, latitude):
            row = dict.fromkeys(COLUMNS)
            row.update(category=f"2026:matter:{code}", source="public", address=address, description=text, longitude=longitude,
                       latitude=latitude, handler="C01" if code.startswith("06") else "Q01")
            run_course(row, moment, END, self.random, self.clock)
            self.rows.append(row)

        for text in ("黄浦江水面有漂浮垃圾。", "轮渡乘客反映，江面漂浮泡沫箱和树枝。", "市民来电反映，江面有成片水生植物漂浮。"):
            point = river_point(self.source, self.random)
            add("06025", self._moment(self.random.choice(self.days[:-20]), HOURS["office"]), "黄浦江江面", text,
                f"{point.x:.7f}", f"{point.y:.7f}")
        for text, longitude, latitude in (("市民来电反映，路边有暴露垃圾，位置在辖区以外。", "121.4752310", "31.2315520"),
                                          ("市民来电反映，人行道堆放杂物，位置在辖区以外。", "121.5281460", "31.2339870")):
            add("06010", self._moment(self.random.choice(self.days[:-20]), HOURS["office"]), "辖区外", text, longitude, latitude)
        for code, address, text in (("09006", "世纪大道某路口", "市民来电反映世纪大道有流动餐车占道经营，未说明具体位置。"),
                                    ("06010", "福州路一带", "市民来电反映福州路一带有暴露垃圾，无法联系核实位置。"),
                                    ("09011", "地铁站出口", "网民留言反映地铁站出口共享单车堆积，未写明站名。")):
            add(code, self._moment(self.random.choice(self.days[:-20]), HOURS["office"]), address, text, None, None)
