"""From where to where the name of a body goes, what kind of body it is, and whose."""

from __future__ import annotations

from typing import NamedTuple

from pledgebook.reading.mentions.bodies import (
    body_end,
    bracket_end,
    code_before,
    code_in,
    complement_end,
    field_start,
    is_abbreviation,
    is_field,
    quote_end,
)
from pledgebook.reading.mentions.sheet import Sheet, Unit

_CABINETS = frozenset(("cabinet", "council", "office", "administration", "conference", "apparatus", "assembly"))
_MISSIONS = frozenset(("embassy", "consulate", "mission", "representation"))
_FIRMS = frozenset(("company", "legal_form", "railway"))
_POSSESSIVE = frozenset(("'s", "'"))
_OF_NAME = frozenset(("region", "province", "district", "county", "oblast"))


class Body(NamedTuple):
    """A body's name: tokens `first` to `last` (exclusive), kind, code of its state or ""."""

    first: int
    last: int
    kind: str
    code: str


def named_body(sheet: Sheet, units: list[Unit], floor: int, end: int, grow: bool) -> Body | None:
    """The body of a run that a head marks; None where the run is only a legal form.

    Looks back to token `floor` and on to `end`; `grow`: "of ..." behind it is part of it.
    """
    heads = [u for u in units if u.kind == "head"]
    head = next((u for u in reversed(heads) if u.form != "weak"), heads[-1])
    if head.value == "legal_form" and len(units) == 1:
        return _quoted_firm(sheet, head, end)
    proper = head.value in _FIRMS and any(u.kind == "word" and not is_field(sheet, u) for u in units)
    first = field_start(sheet, units[0].first, floor)
    if (
        proper
        and units[0].kind == "demonym"
        and len(units) > 1
        and not is_field(sheet, units[1])
        and first == units[0].first
    ):
        first = units[1].first if units[1].kind == "word" else first
    last = units[-1].last
    if grow and not proper:
        last = body_end(sheet, last, end, sheet.low[head.first] in _CABINETS)
        if sheet.low[head.first] in _MISSIONS and sheet.at(last) in ("in", "to"):
            last = complement_end(sheet, last + 1, end) or last
    if head.value == "ministry":
        first = owner_start(sheet, first, floor)
    if sheet.low[head.first] in ("party", "parties") and all(u.kind == "demonym" for u in units[:-1]):
        return None
    return closed_body(sheet, first, last, head.value, end)


def _quoted_firm(sheet: Sheet, head: Unit, end: int) -> Body | None:
    """The company of a legal form alone: its name stands in quotation marks behind it."""
    if sheet.at(head.last) != '"':
        return None
    last = quote_end(sheet, head.last, end)
    return closed_body(sheet, head.first, last, "company", end) if head.last < last <= head.last + 12 else None


def closed_body(sheet: Sheet, first: int, last: int, kind: str, end: int) -> Body:
    """A body with the abbreviation in brackets behind it, and with "of X" behind the bracket."""
    close = bracket_end(sheet, last, end)
    if close > last:
        inner = sheet.page.cut(last + 1, close - 1)
        first = initials_start(sheet, first, last, inner)
        last = close
        if (
            sheet.at(last) == "of"
            and (more := complement_end(sheet, last + 1, end))
            and _state_only(sheet, last + 1, more)
        ):
            last = more
    code = code_in(sheet, first, last, kind) or _code_around(sheet, first, last)
    return Body(first, last, "company" if kind == "legal_form" else kind, code)


def _code_around(sheet: Sheet, first: int, last: int) -> str:
    """The state right before a name that holds none, or right behind: "X Motors of Uzbekistan"."""
    if any(k in sheet.tag for k in range(first, last)):
        return ""
    if sheet.at(last) == "of" and last + 1 < len(sheet.low):
        tag = sheet.tag.get(last + 1 + (sheet.low[last + 1] == "the"))
        if tag is not None and tag.role == "country":
            return tag.value
    return code_before(sheet, first)


def _state_only(sheet: Sheet, i: int, last: int) -> bool:
    tag = sheet.tag.get(i + (sheet.at(i) == "the"))
    return tag is not None and tag.role == "country" and tag.last == last


def initials_start(sheet: Sheet, first: int, last: int, short: str) -> int:
    """The first token from which the capitals before `last` spell an abbreviation; `first` where none does."""
    letters = "".join(c for c in short if c.isalpha()).upper()
    spelt = ""
    for k in range(last - 1, max(-1, last - 16), -1):
        word = sheet.low[k]
        if sheet.capital[k]:
            spelt = word[0].upper() + spelt
            if spelt == letters and (k <= first or not _touches(sheet, first, k)):
                return k
        elif not (word in ("of", "and", "for", "the", "on", "in", "-", "&", ",", "–") or "particle" in sheet.of(k)):
            break
    return first


def _touches(sheet: Sheet, first: int, k: int) -> bool:
    """Whether more than the adjective of a state lies between `first` and k, so that the name begins at `first`."""
    tag = sheet.tag.get(first)
    return not (tag is not None and tag.role in ("country", "demonym") and tag.last == k)


def spelt_body(sheet: Sheet, first: int, last: int, floor: int, end: int) -> Body | None:
    """A body without a head noun whose abbreviation in brackets its initials spell, or whose words are fields."""
    close = bracket_end(sheet, last, end)
    if close == last:
        return None
    short = sheet.page.cut(last + 1, close - 1)
    start = initials_start(sheet, last, last, short)
    if start < last and start >= floor:
        return closed_body(sheet, start, last, "unknown", end)
    start = field_start(sheet, first, floor)
    if start < first and is_abbreviation(short) and sheet.page.cut(start, start + 1)[:1] == short[:1]:
        return closed_body(sheet, start, last, "unknown", end)
    return None


def small_body(sheet: Sheet, i: int, kind: str, floor: int, end: int) -> Body | None:
    """A body written small at token i ("Hungary's transport ministry", "the central bank of X"), or None."""
    low, first = sheet.low, i
    while first > max(floor, i - 6) and _small_field(sheet, first - 1, i):
        first -= 1
    while first < i and (low[first] == "and" or sheet.capital[first]):
        first += 1
    start = owner_start(sheet, first, floor, adjective=True)
    last = _small_end(sheet, i + 1, end)
    owned = start < first or any(
        k in sheet.tag and sheet.tag[k].role in ("country", "place") for k in range(i + 1, last)
    )
    joint = low[i] in ("commission", "committee", "council")
    named = (first < i and (joint or kind in ("ministry", "parliament"))) or bracket_end(sheet, last, end) > last
    if not (owned or named) or (kind == "company" and sheet.big(last)):
        return None
    return closed_body(sheet, start, last, kind, end)


def _small_field(sheet: Sheet, k: int, i: int) -> bool:
    return sheet.is_(k, "field") or (sheet.low[k] == "and" and k + 1 < i and sheet.is_(k - 1, "field"))


def owner_start(sheet: Sheet, first: int, floor: int, adjective: bool = False) -> int:
    """Take in the state before a body: "Hungary's", with `adjective` also "Uzbek", "Chinese-Singaporean"."""
    k = first - 1
    owned = k > floor and sheet.low[k] in _POSSESSIVE
    if not owned and not adjective:
        return first
    start = _state_ending(sheet, k - owned, floor)
    if start < 0:
        return first
    while start - 2 >= floor and sheet.low[start - 1] in ("-", "–"):
        before = _state_ending(sheet, start - 2, floor)
        if before < 0:
            break
        start = before
    return start


def _state_ending(sheet: Sheet, k: int, floor: int) -> int:
    """The first token of the state, or the capital of one, whose last token is k; -1 where none is."""
    for start in range(k, max(floor - 1, k - 8), -1):
        tag = sheet.tag.get(start)
        if tag is not None and tag.last == k + 1:
            state = tag.role in ("country", "demonym", "prefix")
            return start if state or (tag.role == "place" and tag.form[:7] == "capital") else -1
    return -1


def _small_end(sheet: Sheet, i: int, end: int) -> int:
    """The end of "of foreign affairs of Uzbekistan" behind a small head."""
    last = i
    while last + 1 < end and sheet.low[last] in ("of", "for"):
        j = last + 1 + (sheet.low[last + 1] == "the")
        if j >= end:
            break
        if sheet.capital[j]:
            last = complement_end(sheet, j, end) or last
            return last + (sheet.at(last) in _OF_NAME)
        k = j
        while k < end and (sheet.is_(k, "field") or (sheet.low[k] == "and" and k > j)):
            k += 1
        if k == j:
            break
        last = k
    return last


def tail_joins(head: Unit, rest: list[Unit]) -> bool:
    """Whether names behind a head are part of it: "Institute of Technology Delhi", "Telecom Ethiopia"."""
    if head.value == "university":
        return all(u.kind == "place" for u in rest)
    return head.value in _FIRMS and head.form != "weak" and len(rest) == 1 and rest[0].kind in ("state", "place")
