"""Whether a figure is so, aimed at, planned or expected: a ladder of rules, the first that speaks decides."""

from __future__ import annotations

from collections.abc import Callable

from pledgebook.model import Mention, first_day, last_day
from pledgebook.reading.kinds.figure.cues import Reading
from pledgebook.reading.kinds.figure.line import Line
from pledgebook.reading.status import done_before, governor
from pledgebook.reading.text import Tag

_SIZES = frozenset({"capacity", "distance", "value", "area", "jobs", "duration", "price"})
_MONEY = frozenset({"finance", "investment", "value"})
_TO_COME = frozenset({"proposed", "planned", "agreed", "under_construction", "suspended", "cancelled"})
_BY_GOVERNOR = {"aim": "target", "plan": "planned", "expect": "estimate"}


def status_of(line: Line, quantity: Mention, reading: Reading, older: bool, state: str) -> str:
    """Status of a figure; `older` marks the second value of a comparison, `state` is that of the project spoken of."""
    for rule in _LADDER:
        found = rule(line, quantity, reading, older, state)
        if found:
            return found
    return "actual"


def _present_value(line: Line, quantity: Mention, reading: Reading, older: bool, state: str) -> str:
    """ "From 45 MW to 63 MW": what stands behind "from" is so today, whatever is planned."""
    low = line.page.low
    if low[quantity.first - 1] != "from" and low[quantity.first - 2 : quantity.first] != ["from", "the"]:
        return ""
    rest = [q for q in line.quantities if q.first >= quantity.last and q.unit == quantity.unit]
    return "actual" if rest and "to" in low[quantity.last : rest[0].first] else ""


def _compared(line: Line, quantity: Mention, reading: Reading, older: bool, state: str) -> str:
    """The older value of a comparison is so, unless it was itself an aim or a forecast."""
    if not older:
        return ""
    near = [t for t in line.page.tags_in(quantity.first - 5, quantity.last + 4) if t.role == "gov"]
    return _BY_GOVERNOR.get(near[0].value, "actual") if near else "actual"


def _governed(line: Line, quantity: Mention, reading: Reading, older: bool, state: str) -> str:
    """What governs the clause of the number, unless a word of accomplishment stands between."""
    tag = governor(line.page, line.clause(quantity.first), quantity.first)
    if tag is None or tag.value not in _BY_GOVERNOR or _overruled(line, quantity, tag):
        return ""
    return _BY_GOVERNOR[tag.value]


def _overruled(line: Line, quantity: Mention, tag: Tag) -> bool:
    done = tag.first < quantity.first and done_before(line.page, tag.first + 1, quantity.first) is not None
    return done and not _in_future(line, quantity)


def _future(line: Line, quantity: Mention, reading: Reading, older: bool, state: str) -> str:
    return "planned" if _in_future(line, quantity) else ""


def _in_future(line: Line, quantity: Mention) -> bool:
    """Whether a time of the number's own clause lies after the document."""
    published = line.page.document.published
    clause = line.clause(quantity.first)
    for m in line.times:
        if not clause.first <= m.first < clause.last or not published or m.sense in ("vague", "recurring", "present"):
            continue
        if m.start and first_day(m.start) > last_day(published):
            return True
        if m.sense in ("deadline", "horizon") and m.end and last_day(m.end) > last_day(published):
            return True
    return False


def _size_of_thing(line: Line, quantity: Mention, reading: Reading, older: bool, state: str) -> str:
    """The size of a thing is planned until the thing is there."""
    if reading.indicator not in _SIZES or not state:
        return ""
    return "planned" if state in _TO_COME else "actual"


def _stage_of_money(line: Line, quantity: Mention, reading: Reading, older: bool, state: str) -> str:
    """Money is planned until it is paid; the nearest word of paying or promising decides."""
    if reading.indicator not in _MONEY:
        return ""
    found = [t for t in line.page.tags_in(line.sentence.first, line.sentence.last) if t.role == "money"]
    if found:
        near = min(found, key=lambda t: (abs(t.first - quantity.first), t.first))
        return "actual" if near.value == "given" else "planned"
    return "actual" if reading.indicator == "investment" else "planned"


_LADDER: tuple[Callable[[Line, Mention, Reading, bool, str], str], ...] = (
    _present_value,
    _compared,
    _governed,
    _future,
    _size_of_thing,
    _stage_of_money,
)
