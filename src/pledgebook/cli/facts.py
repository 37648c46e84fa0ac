"""A fact as one line for people."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from pledgebook.model import SLOTS, Fact

# The slots that come first and need no name; all others follow as name=value.
LEADING = {
    "meeting": ("status", "form", "participants", "title", "start", "end"),
    "instrument": ("status", "form", "title", "topic", "parties", "date"),
    "figure": (
        "status",
        "indicator",
        "of",
        "reporter",
        "partner",
        "qualifier",
        "value",
        "high",
        "unit",
        "start",
        "end",
    ),
    "pledge": ("strength", "actors", "action", "due"),
    "project": ("status", "type", "name", "country", "place", "due"),
    "movement": ("status", "service", "origin", "destination", "modes", "date"),
}
PERIODS = {"due": "due ", "high": "to "}


def fact_line(fact: Fact) -> str:
    """What the slots hold, in the order in which one would say it."""
    leading = [slot for slot in LEADING[fact.kind] if slot in fact.slots and _new(slot, fact)]
    others = [slot for slot in SLOTS[fact.kind] if slot in fact.slots and slot not in LEADING[fact.kind]]
    parts = [PERIODS.get(slot, "") + shown(fact.slots[slot]) for slot in leading]
    return " ".join(parts + [f"{slot}={shown(fact.slots[slot])}" for slot in others])


def _new(slot: str, fact: Fact) -> bool:
    """An end that is its start, and exactness, go without saying."""
    value = fact.slots[slot]
    return not (slot == "end" and value == fact.slots.get("start")) and value != "exact"


def shown(value: Any) -> str:
    """The value of a slot as text: names by comma, numbers with their thousands apart, ends of a route by comma."""
    if isinstance(value, Mapping):
        return ", ".join(str(part) for part in value.values())
    if isinstance(value, tuple):
        return ", ".join(map(str, value))
    return f"{value:,}" if isinstance(value, (int, float)) else str(value)
