#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Makes the demo district's files from an OpenStreetMap extract of central Shanghai.

usage: make_demo.py SOURCE_FOLDER

SOURCE_FOLDER holds shanghai_lujiazui.gpkg. The files are written beside this script; the same extract gives the
same files. Needs GDAL's Python bindings and shapely 1.8 (python3-gdal, python3-shapely). See README.md.
"""

import sys
import warnings
from pathlib import Path
from random import Random

from shapely.errors import ShapelyDeprecationWarning

sys.dont_write_bytecode = True

from maker.areas import Areas
from maker.base_map import base_map
from maker.files import write_csv, write_geojson, write_geopackage, write_json
from maker.incidents import COLUMNS, Year, night_grids
from maker.partition import verify
from maker.people import People
from maker.places import Places
from maker.source import Source
from maker.working_clock import WorkingClock

SEED = 20261121
HERE = Path(__file__).resolve().parent


def main():
    if len(sys.argv) != 2:
        sys.exit(__doc__)
    warnings.simplefilter("ignore", ShapelyDeprecationWarning)
    source = Source(Path(sys.argv[1]))
    areas = Areas(source)
    by_file = {"district": [areas.district], "zones": areas.zones, "streets": areas.streets,
               "communities": areas.communities, "grids": areas.grids, "cells": areas.cells}
    for name, members in by_file.items():
        verify([a.geometry for a in members])
        write_geojson(HERE / f"{name}.geojson", name, members)

    write_geopackage(HERE / "base.gpkg", base_map(source))

    random = Random(SEED)
    places = Places(source, areas)
    people = People(areas, night_grids(places))
    write_json(HERE / "people.json", people.as_json())
    rows = Year(random, source, areas, people, places, WorkingClock(HERE.parent)).make()
    write_csv(HERE / "incidents.csv", COLUMNS, rows)
    print({name: len(members) for name, members in by_file.items()}, "people", len(people.people),
          "duties", len(people.duties), "incidents", len(rows))


if __name__ == "__main__":
    main()
