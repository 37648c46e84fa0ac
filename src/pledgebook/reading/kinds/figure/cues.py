"""What a number measures: every cue of the sentence is a candidate, and so is what the number before it measured."""

from __future__ import annotations

from collections.abc import Callable
from functools import cache
from typing import NamedTuple

from pledgebook.lexicon import rows
from pledgebook.lexicon.table import cell
from pledgebook.model import Mention
from pledgebook.reading import ranking
from pledgebook.reading.kinds.figure.line import Line
from pledgebook.reading.text import Tag

# Seen from the other side the same goods are bought instead of sold.
_TURNED = {"exports": "imports", "imports": "exports"}
_BY_ROLE = (("project", "value"), ("project", "capacity"), ("carrier", "capacity"), ("money", "finance"))
Offer = Callable[[str, Tag | None, list[str]], None]
_STEPS = (0, 1, 2, 4, 7, 11, 16, 24)


class Reading(NamedTuple):
    """An indicator, the cue that showed it (None where unit or context decides), and its lead over the next one."""

    indicator: str
    cue: Tag | None
    lead: float


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


def bears(indicator: str) -> frozenset[str]:
    """The classes of unit that an indicator bears."""
    return _units()[0].get(indicator, frozenset())


def default_of(unit: str) -> str:
    """The indicator that a class of unit has where no word tells."""
    return _units()[1].get(unit, "other")


def unit_class(quantity: Mention) -> str:
    """The unit as the table of indicators names it: `money` for every currency, else the unit itself."""
    if quantity.type == "money":
        return "money"
    return quantity.unit or "count"


class Carried(NamedTuple):
    """Readings that may go on: of the quantity before it, of the paragraph, of the last trade of the document."""

    before: tuple[Mention, Reading] | None
    held: Reading | None
    trade: Reading | None


def measured(line: Line, quantity: Mention, carried: Carried) -> Reading:
    """What a quantity measures."""
    before, held, trade = carried
    unit = unit_class(quantity)
    may, default = _units()
    values: list[tuple[str, Tag | None]] = []
    features: list[list[str]] = []

    def offer(indicator: str, cue: Tag | None, names: list[str]) -> None:
        values.append((indicator, cue))
        features.append([f"i={indicator}|{unit}", *names])

    offer(default.get(unit, "other"), None, ["default", f"default|{unit}"])
    for tag in line.cues:
        if unit in may.get(tag.value, ()) and not quantity.first <= tag.first < quantity.last:
            sides = _side_features(line) if tag.value in _TURNED else []
            offer(tag.value, tag, [*_cue_features(line, quantity, tag, "cue"), *sides])
            if tag.value in _TURNED:
                names = _cue_features(line, quantity, tag, "cue")
                offer(_TURNED[tag.value], tag, ["turned", *names, *(f"turned|{n}" for n in sides)])
    for tag in line.changes if unit in ("percent", "times") else ():
        offer("growth", tag, _cue_features(line, quantity, tag, "change"))
    if unit == "count":
        _offer_counted(line, quantity, offer)
    _offer_by_thing(line, quantity, unit, offer)
    if unit == "money" and trade is not None and before is None:
        offer("trade_turnover", None, ["topic", f"topic|cues={len(line.cues) > 0}", f"topic|last={trade.indicator}"])
    if before is not None and unit_class(before[0]) == unit:
        offer(before[1].indicator, before[1].cue, _before_features(line, quantity, before[0]))
    elif held is not None and before is None and unit in may.get(held.indicator, ()):
        offer(held.indicator, None, ["held", f"held|{unit}", f"held|{held.indicator}"])
    (indicator, cue), lead = ranking.best("indicator", quantity.begin, values, features)
    return Reading(indicator, cue, lead)


def _side_features(line: Line) -> list[str]:
    """Where goods go, seen from the state that the document speaks for: what decides between exports and imports."""
    home = line.scene.home
    out = [f"home={bool(home)}"]
    for m in line.states:
        before = line.page.low[m.first - 1]
        if before in ("from", "to", "of", "with"):
            out.append(f"{before}|{'home' if m.code == home else 'other' if home else 'any'}")
        elif m.sense == "demonym":
            out.append(f"demonym|{'home' if m.code == home else 'other' if home else 'any'}")
    return sorted(set(out))


def _offer_by_thing(line: Line, quantity: Mention, unit: str, offer: Offer) -> None:
    """A sum beside a thing that is built may be its value, a size its capacity; beside paying it is finance."""
    tags = line.page.tags_in(line.sentence.first, line.sentence.last)
    for role, indicator in _BY_ROLE:
        if unit not in _units()[0][indicator]:
            continue
        found = [t for t in tags if t.role == role and not quantity.first <= t.first < quantity.last]
        if found:
            near = min(found, key=lambda t: (abs(t.first - quantity.first), t.first))
            offer(indicator, None, [f"{role}|{unit}", *_cue_features(line, quantity, near, f"by_{role}")])
    low = line.page.low
    rate = low[quantity.last : quantity.last + 2] in (["a", "year"], ["a", "day"], ["per", "year"], ["per", "day"])
    if unit in ("count", "t", "TEU", "m3", "bbl") and rate:
        offer("capacity", None, ["rate", f"rate|{unit}"])


def _cue_features(line: Line, quantity: Mention, tag: Tag, kind: str) -> list[str]:
    """How a cue stands to a quantity."""
    ahead = tag.first < quantity.first
    lo, hi = (tag.last, quantity.first) if ahead else (quantity.last, tag.first)
    side = "ahead" if ahead else "behind"
    gap = ranking.bucket(max(hi - lo, 0), *_STEPS)
    bounds = ranking.bucket(line.between(tag.first, quantity.first), 0, 1, 2)
    others = ranking.bucket(sum(1 for q in line.quantities if lo <= q.first < hi), 0, 1, 2)
    verb = "verb" if tag.form in ("base", "s", "ed", "en", "ing") else "noun"
    out = [
        f"{kind}|{side}|gap={gap}", f"{kind}|{side}|bounds={bounds}", f"{kind}|others={others}", f"{kind}|{tag.role}",
        f"{kind}|{verb}|{side}", f"{kind}|{tag.value}|{side}",
    ]  # fmt: skip
    low = line.page.low
    if not ahead and hi - lo <= 4:
        out.append(f"{kind}|by={low[quantity.last] if hi > lo else ''}"[:24])
    if ahead and any(t.role == "holds" for t in line.page.tags_in(lo, hi)):
        out.append(f"{kind}|held|gap={gap}")
    if kind == "change" and not ahead and low[quantity.last] == "of":
        out.append("change|behind_of")
    if not ahead and any(t.role in ("measure", "hint") for t in line.page.tags_in(quantity.last, tag.first)):
        out.append(f"{kind}|not_nearest")
    if ahead and any(t.role in ("measure", "hint") for t in line.page.tags_in(tag.last, quantity.first)):
        out.append(f"{kind}|not_nearest_ahead")
    return out


def _before_features(line: Line, quantity: Mention, before: Mention) -> list[str]:
    """How a quantity follows the one before it: a comparison, a list, an equivalent in brackets."""
    between = line.page.low[before.last : quantity.first]
    out = ["before", f"before|gap={ranking.bucket(len(between), *_STEPS)}"]
    tags = line.page.tags_in(before.last, quantity.first)
    if any(t.role == "versus" for t in tags):
        out.append("before|versus")
    if any(t.role in ("measure", "hint") for t in tags):
        out.append("before|cue_between")
    if "(" in between:
        out.append("before|bracket")
    if "and" in between or "," in between:
        out.append("before|list")
    if ";" in between:
        out.append("before|semicolon")
    return out


def _offer_counted(line: Line, quantity: Mention, offer: Offer) -> None:
    """The noun behind a count, and what the verbs of the clause make of it."""
    page = line.page
    stop = min(line.sentence.last, quantity.last + 7)
    found: list[Tag] = []
    for i in range(quantity.last, stop):
        if line.kinds[i] in ("verb", "aux", "conj") or page.low[i] in (",;:().–"):
            break
        if line.kinds[i] == "prep" and page.low[i] != "of":
            break
        found += [t for t in page.at.get(i, ()) if t.role == "counted"]
        if found and page.low[quantity.last] == "-":
            break
    clause = line.clause(quantity.first)
    near = {t.value for t in line.cues if clause.first <= t.first < clause.last and t.form != "pl"}
    last = max((t.first for t in found), default=0)
    for tag in found:
        head = "head" if tag.first == last else "inner"
        names = [f"counted|{head}", f"counted|{head}|{tag.value}"]
        offer(tag.value, tag, names)
        for verb in sorted(near - {tag.value}):
            offer(verb, tag, [f"turned|{head}", f"turned|{tag.value}|{verb}"])
