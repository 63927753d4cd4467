# SPDX-License-Identifier: GPL-3.0-or-later
"""How a made-up incident is worked off: the times of its steps, in order, and the state it is left in.

Most cases close well inside their limit, about one in eight late, a few come back from the check; what happens after
the end of the year has not happened yet.
"""

from datetime import timedelta

REJECTED, VOIDED, SELF_HANDLED, REWORKED, LATE = 0.035, 0.006, 0.10, 0.03, 0.115
ON_THE_SPOT = {"09001", "09005", "09006", "09010", "07002", "06036"}


def run_course(row, reported, end, random, clock):
    """Fills in the times, the state and the number of reworks of a row that was reported at a moment."""
    def minutes(low, high):
        return timedelta(seconds=random.randint(low * 60, high * 60))

    row["reported"] = reported.isoformat()
    row["rework"] = 0
    times = _times(row, reported, random, clock, minutes)
    age = (end - reported).days
    stage = _open_stage(age, random)
    if stage and "handled" in times:
        times = _halted(times, stage, end, random)
    for step, moment in times.items():
        if moment <= end:
            row[step] = moment.isoformat()
    if row["first_handled"] and not row["reworked"]:
        row["handled"], row["first_handled"] = row["first_handled"], None
    row["rework"] = 1 if row["reworked"] else 0
    row["state"] = _state(row)
    if row["state"] == "suspended":
        row["suspended_until"] = (end + timedelta(days=random.randint(20, 120))).date().isoformat()


def _times(row, reported, random, clock, minutes):
    from_collector = row["reporter"] is not None
    decided = reported + (minutes(2, 15) if from_collector else minutes(8, 75))
    fate = random.random()
    if fate < (REJECTED * 0.4 if from_collector else REJECTED * 1.9):
        return {"rejected": decided}
    if fate > 1 - VOIDED:
        return {"voided": decided + minutes(5, 180)}
    if row["source"] == "patrol" and row["category"][-5:] in ON_THE_SPOT and random.random() < SELF_HANDLED * 2:
        done = reported + minutes(4, 25)
        return {"self_handled": done, "closed": done}
    dispatched = decided + minutes(2, 20)
    times = {"filed": decided, "dispatched": dispatched}
    reworked = random.random() < REWORKED
    handled, checked, closed = _working_off(row["category"], dispatched, reworked, random, clock, minutes)
    if reworked:
        first = dispatched + (handled - dispatched) * random.uniform(0.35, 0.55)
        times["first_handled"] = first
        times["reworked"] = first + (handled - first) * random.uniform(0.2, 0.4)
    times.update(handled=handled, checked=checked, closed=closed)
    return {step: moment.replace(microsecond=0) for step, moment in times.items()}


def _working_off(category, dispatched, reworked, random, clock, minutes):
    """When a case was handled, checked and closed; without a limit within a day or so."""
    parts = random.uniform(0.55, 0.85), random.uniform(0.88, 0.95), 1.0
    late = random.random() < (0.45 if reworked else LATE)
    on_call = not clock.is_working(dispatched) and random.random() < 0.6
    if clock.after_share(category, dispatched, 1) is None:
        needed = minutes(40, 1200)
    elif on_call and not late:
        # at night and at weekends the crews on call come before the working clock starts
        needed = min(minutes(35, 110), (clock.after_share(category, dispatched, 0.97) - dispatched))
    else:
        share = 1.03 + random.expovariate(2) if late else min(0.97, max(0.15, random.gauss(0.55, 0.2)))
        return [clock.after_share(category, dispatched, share * part) for part in parts]
    return [dispatched + needed * part for part in parts]


def _open_stage(age, random):
    """Where a case is stuck, more often the younger it is; None when it ran through."""
    if age <= 14:
        likelihood = 0.97 if age <= 3 else 0.92 if age <= 7 else 0.85 if age <= 10 else 0.7
        if random.random() < likelihood:
            return random.choices(["reported", "filed", "handling", "handled", "suspended"], [10, 12, 52, 20, 6])[0]
    elif age <= 70 and random.random() < 0.03:
        return "suspended"
    return None


def _halted(times, stage, end, random):
    """The times of a case that has got no further than a stage."""
    order = {"reported": (), "filed": ("filed",), "handling": ("filed", "dispatched"),
             "handled": ("filed", "dispatched", "first_handled", "reworked", "handled"), "suspended": ("filed", "dispatched")}
    kept = {step: times[step] for step in order[stage] if step in times}
    if stage == "suspended":
        kept["suspended"] = min(end, kept["dispatched"] + timedelta(minutes=random.randint(20, 100)))
    return kept


def _state(row):
    if row["voided"]:
        return "void"
    for step, state in (("rejected", "rejected"), ("closed", "closed"), ("suspended", "suspended"), ("handled", "handled"),
                        ("dispatched", "handling"), ("filed", "filed")):
        if row[step]:
            return state
    return "reported"
