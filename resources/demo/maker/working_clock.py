# SPDX-License-Identifier: GPL-3.0-or-later
"""Deadlines by the shipped calendar and limits, so that the made-up cases know what late means."""

import json
from datetime import datetime, timedelta


class WorkingClock:
    """Working time between moments; all moments are local times."""

    def __init__(self, resources):
        calendar = json.loads((resources / "calendars" / "default.json").read_text(encoding="utf-8"))
        period = calendar["periods"][0]
        self.weekdays = set(period["weekdays"])
        self.spans = [tuple(datetime.strptime(t, "%H:%M").time() for t in span) for span in period["spans"]]
        self.minutes_of_day = calendar["hours_per_working_day"] * 60
        rules = json.loads((resources / "limits" / "municipal-example.json").read_text(encoding="utf-8"))["rules"]
        self.limits = {r["category"]: (r["limit"], r["unit"]) for r in rules if r.get("default")}

    def is_working(self, moment):
        """Whether a moment lies in working time."""
        return moment.isoweekday() in self.weekdays and any(a <= moment.time() < b for a, b in self.spans)

    def after_share(self, category, start, share):
        """The moment when a share of the category's limit is used up; None when it has no limit."""
        if category not in self.limits:
            return None
        limit, unit = self.limits[category]
        if unit == "uh":
            return start + timedelta(hours=limit * share)
        if unit == "ud":
            return start + timedelta(days=limit * share)
        minutes = limit * 60 if unit == "wh" else limit * self.minutes_of_day
        return self._after_working_minutes(start, minutes * share)

    def _after_working_minutes(self, moment, minutes):
        day = moment.date()
        while True:
            if day.isoweekday() in self.weekdays:
                for first, last in self.spans:
                    begin = max(moment, datetime.combine(day, first))
                    end = datetime.combine(day, last)
                    if begin >= end:
                        continue
                    available = (end - begin).total_seconds() / 60
                    if minutes <= available:
                        return begin + timedelta(minutes=minutes)
                    minutes -= available
            day += timedelta(days=1)
