"""What a number measures: every cue of the sentence weighed by its closeness, and the best taken.

The weights are few and plain; a cue in the number's own clause, tied to it by a verb of measure or by "of", wins.
"""

from __future__ import annotations

from functools import cache
from typing import NamedTuple

from pledgebook.lexicon import rows
from pledgebook.lexicon.table import cell
from pledgebook.model import Mention
from pledgebook.reading.kinds.figure.line import Line
from pledgebook.reading.text import Tag

_SAME_CLAUSE, _BOUNDARY, _PER_TOKEN, _BEHIND, _HINT, _OTHER_NUMBER = 3.0, 2.5, 0.22, 0.8, 2.5, 1.6
_TIED_OF, _HELD = 4.0, 1.5


class Reading(NamedTuple):
    """An indicator, the cue that showed it (None where the unit alone decides) and how strongly."""

    indicator: str
    cue: Tag | None
    weight: float


@cache
def _units() -> tuple[dict[str, frozenset[str]], dict[str, str]]:
    """Units that each indicator bears, and the indicator that each unit has by default."""
    bears: dict[str, frozenset[str]] = {}
    default: dict[str, str] = {}
    for row in rows("en", "indicators"):
        bears[row["indicator"]] = frozenset(cell(row["units"]))
        for unit in cell(row["default"]):
            default.setdefault(unit, row["indicator"])
    return bears, default


def unit_class(quantity: Mention) -> str:
    """The unit as the table of indicators names it: `money` for every currency, else the unit itself."""
    if quantity.type == "money":
        return "money"
    return quantity.unit or "count"


def measured(line: Line, quantity: Mention) -> Reading:
    """What a quantity measures, by the cues of its sentence."""
    unit = unit_class(quantity)
    if unit == "percent":
        return _percent(line, quantity)
    if unit == "times":
        return Reading("growth", _near_change(line, quantity), 3.0)
    if unit == "count":
        counted = _counted(line, quantity)
        if counted is not None:
            return counted
    best = _best(line, quantity, unit)
    if best is not None and best.weight > 0:
        return best
    default = _units()[1].get(unit, "other")
    return Reading(default, None, 0.0)


def _best(line: Line, quantity: Mention, unit: str) -> Reading | None:
    bears = _units()[0]
    found = [
        Reading(tag.value, tag, _weight(line, quantity, tag))
        for tag in line.cues
        if unit in bears.get(tag.value, ()) and not quantity.first <= tag.first < quantity.last
    ]
    return max(found, key=lambda r: (r.weight, -r.cue.first if r.cue else 0), default=None)


def _weight(line: Line, quantity: Mention, tag: Tag) -> float:
    """How strongly a cue speaks for a quantity."""
    ahead = tag.first < quantity.first
    gap = quantity.first - tag.last if ahead else tag.first - quantity.last
    lo, hi = (tag.last, quantity.first) if ahead else (quantity.last, tag.first)
    weight = 6.0 - _PER_TOKEN * max(gap, 0) - (_HINT if tag.role == "hint" else 0.0)
    boundaries = line.between(tag.first, quantity.first)
    weight += _SAME_CLAUSE if not boundaries else -_BOUNDARY * boundaries
    weight -= _OTHER_NUMBER * sum(1 for q in line.quantities if lo <= q.first < hi)
    low = line.page.low
    if not ahead:
        weight -= _BEHIND
        if gap <= 4 and (gap == 0 or low[quantity.last] in ("of", "in", "worth", "as", "-")):
            weight += _TIED_OF
    elif (any(t.role == "holds" for t in line.page.tags_in(lo, hi)) and gap <= 8) or gap <= 1:
        weight += _HELD
    return weight


def _percent(line: Line, quantity: Mention) -> Reading:
    """A percentage is a growth beside a word of change, else a share."""
    change = _near_change(line, quantity)
    low = line.page.low
    follows = low[quantity.last] if quantity.last < len(low) else ""
    price = [
        t for t in line.page.tags_in(quantity.last, quantity.last + 3) if t.role == "measure" and t.value == "price"
    ]
    if price and low[quantity.last] in ("discount", "rate", "fee"):
        return Reading("price", price[0], 4.0)
    if change is not None and not (follows == "of" and change.first > quantity.last):
        return Reading("growth", change, 4.0)
    return Reading("share", None, 2.0)


def _near_change(line: Line, quantity: Mention) -> Tag | None:
    """The word of change that a percentage belongs to: close before it in its clause, or right behind it."""
    clause = line.clause(quantity.first)
    after = [t for t in line.changes if quantity.last <= t.first <= quantity.last + 2]
    if after and line.page.low[quantity.last] != "of":
        return after[0]
    before = [t for t in line.changes if clause.first <= t.first < quantity.first and quantity.first - t.last <= 9]
    if before:
        return before[-1]
    earlier = [t for t in line.changes if t.first < quantity.first and quantity.first - t.last <= 5]
    return earlier[-1] if earlier else None


def _counted(line: Line, quantity: Mention) -> Reading | None:
    """The noun behind a count decides what is counted, unless a verb of the clause says that it is moved or made."""
    page = line.page
    stop = min(line.sentence.last, quantity.last + 6)
    for i in range(quantity.last, stop):
        if line.kinds[i] in ("verb", "aux", "conj") or page.low[i] in (",;:().–"):
            break
        if line.kinds[i] == "prep" and page.low[i] != "of":
            break
        tags = [t for t in page.at.get(i, ()) if t.role == "counted"]
        ends = [t for t in tags if t.form in ("pl", "sg", "")]
        if ends and not (i + 1 < stop and line.kinds[i + 1] == "" and _counted_at(line, i + 1)):
            return Reading(_moved_or_made(line, quantity, ends), ends[0], 5.0)
    return None


def _counted_at(line: Line, i: int) -> bool:
    return any(t.role == "counted" for t in line.page.at.get(i, ()))


def _moved_or_made(line: Line, quantity: Mention, tags: list[Tag]) -> str:
    """Of several readings of a noun ("wagons": carried, or made): the one that a cue of the clause supports."""
    values = [t.value for t in tags]
    clause = line.clause(quantity.first)
    near = [t.value for t in line.cues if clause.first <= t.first < clause.last]
    for wanted in (
        "production",
        "freight",
        "capacity",
        "exports",
        "imports",
        "passengers",
        "tourists",
        "jobs",
        "students",
    ):
        if wanted in near and (wanted in values or _may_turn(values[0], wanted)):
            return wanted
    return values[0]


def _may_turn(noun: str, verb: str) -> bool:
    """Whether a verb of the clause overrules the noun: people may travel, study or work; goods may be made or sold."""
    goods = ("freight", "production", "other")
    people = ("other", "tourists", "students", "jobs")
    if verb in ("production", "freight", "exports", "imports"):
        return noun in goods
    if verb == "capacity":
        return noun in ("production", "other", "students", "freight", "tourists")
    return verb in ("passengers", "jobs", "students") and noun in people
