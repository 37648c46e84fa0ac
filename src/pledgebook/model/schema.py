"""The six kinds of fact, the slots of each and the values that a closed slot may hold."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from typing import Any

KINDS = ("meeting", "instrument", "figure", "pledge", "project", "movement")

SLOTS: dict[str, tuple[str, ...]] = {
    "meeting": ("form", "title", "participants", "host", "place", "body", "start", "end", "status", "speaker"),
    "instrument": ("form", "title", "parties", "date", "place", "topic", "status", "speaker"),
    "figure": (
        *("indicator", "of", "reporter", "partner", "value", "high", "unit", "qualifier"),
        *("start", "end", "status", "speaker"),
    ),
    "pledge": ("actors", "counterpart", "action", "topic", "due", "strength", "speaker"),
    "project": ("type", "name", "country", "place", "parties", "status", "start", "due", "speaker"),
    "movement": ("service", "origin", "destination", "via", "modes", "cargo", "date", "status", "speaker"),
}

REQUIRED: dict[str, tuple[str, ...]] = {
    "meeting": ("form", "status"),
    "instrument": ("form", "status"),
    "figure": ("indicator", "value", "unit"),
    "pledge": ("actors", "action", "strength"),
    "project": ("type", "name", "status"),
    "movement": ("status",),
}

LIST_SLOTS = frozenset({"participants", "parties", "actors", "counterpart", "via", "modes"})
DATE_SLOTS = frozenset({"start", "end", "date", "due"})

VALUES: dict[tuple[str, str], frozenset[str]] = {
    key: frozenset(words.split())
    for key, words in {
        ("meeting", "form"): "state_visit visit summit forum commission talks call ceremony",
        ("meeting", "status"): "held planned cancelled",
        ("instrument", "form"): (
            "treaty agreement declaration memorandum roadmap protocol contract decree statement plan letter document"
        ),
        ("instrument", "status"): "proposed planned agreed signed approved ratified in_force terminated",
        ("figure", "indicator"): (
            "trade_turnover exports imports trade_balance investment finance value production capacity freight "
            "passengers tourists students flights enterprises projects instruments meetings members distance "
            "duration area population jobs price share growth gdp reserves consumption other"
        ),
        ("figure", "qualifier"): "exact about over under",
        ("figure", "status"): "actual target planned estimate",
        ("pledge", "strength"): "commits plans ready",
        ("project", "type"): (
            "plant school hospital cultural housing railway road port logistics airport energy pipeline mine telecom "
            "fund company zone bank agriculture other"
        ),
        ("project", "status"): (
            "proposed planned agreed under_construction launched operating completed suspended cancelled"
        ),
        ("movement", "status"): "done running planned",
    }.items()
}

UNIT = re.compile(r"[A-Z]{3}|percent|times|count|t|km|m2|ha|m3|bbl|MWh|MW|TEU|day|hour|year")
_DATE = re.compile(r"\d{4}(-\d\d(-\d\d)?)?")


def check_slots(kind: str, slots: Mapping[str, Any]) -> Iterator[str]:
    """One line for each way in which `slots` are not those of a `kind`; none for a good fact."""
    if kind not in SLOTS:
        yield f"unknown kind {kind!r}"
        return
    for slot, value in slots.items():
        if slot not in SLOTS[kind]:
            yield f"{kind} has no slot {slot}"
        elif (kind, slot) in VALUES and value not in VALUES[kind, slot]:
            yield f"{kind}.{slot} cannot be {value!r}"
        elif slot in DATE_SLOTS and not _DATE.fullmatch(str(value)):
            yield f"{kind}.{slot} is no ISO date: {value!r}"
        elif slot in LIST_SLOTS and not (isinstance(value, tuple) and all(isinstance(v, str) for v in value)):
            yield f"{kind}.{slot} must be a list of names"
        elif slot in ("origin", "destination") and not (
            isinstance(value, Mapping) and value and set(value) <= {"place", "country"}
        ):
            yield f"{kind}.{slot} must hold place, country or both"
    for slot in REQUIRED[kind]:
        if slot not in slots:
            yield f"{kind} lacks {slot}"
    if kind == "figure":
        if not UNIT.fullmatch(str(slots.get("unit", ""))):
            yield f"figure.unit cannot be {slots.get('unit')!r}"
        if isinstance(slots.get("value"), bool) or not isinstance(slots.get("value"), (int, float)):
            yield "figure.value is no number"
