"""Persons: how far a title goes, how far a name goes, and which title stands behind a name."""

from __future__ import annotations

from typing import NamedTuple

from pledgebook.reading.mentions.bodies import code_before, first_code, is_field, is_strong
from pledgebook.reading.mentions.sheet import Sheet, Unit

_LONGEST_NAME = 20
_NO_NAME = frozenset(("event", "paper", "calendar", "route", "works"))
_DETERMINERS = frozenset(("the", "a", "an", "its", "our", "their", "his", "her", "former", "then", "new", "newly"))
_DUTY_JOINS = frozenset(("of", "for", "at", "to", "in", "and", ",", "&", "with", "on"))
_POSSESSIVE = frozenset(("'s", "'"))


class Office(NamedTuple):
    """A title: from token `first`; its bare words end before `words`, all that belongs to it before `last`."""

    first: int
    words: int
    last: int
    kind: str
    code: str


def name_end(sheet: Sheet, i: int, end: int) -> int:
    """The token after a person's name that begins at token i; i itself where none does."""
    j, words, low, last = i, 0, sheet.low, i
    limit = min(end, i + _LONGEST_NAME)
    while j < limit and (j == i or sheet.near(j)):
        if sheet.capital[j] and may_name(sheet, j, words, end):
            words += 1
            j = max(j + 1, sheet.tag[j].last) if j in sheet.tag else j + 1
            if j < limit and low[j] == "." and len(low[j - 1]) == 1:
                j += 1
            last = j
        elif words and _inside_name(sheet, j, limit):
            j += 1
        else:
            break
    big = [k for k in range(i, last) if sheet.capital[k]]
    # Initials alone are no name; an abbreviation before words is a firm's ("MPH Rail"), save two initials ("MK Roy").
    firm = len(big) > 1 and 2 < len(low[i]) < 5 and sheet.upper(i) and not sheet.upper(big[-1])
    return last if not firm and any(len(low[k]) > 1 for k in big) else i


def _inside_name(sheet: Sheet, j: int, limit: int) -> bool:
    """Whether a small particle or a hyphen at j leads on to a further part of the name."""
    if sheet.is_(j, "particle"):
        j += 2 if sheet.at(j + 1) == "-" else 1
        return j < limit and (sheet.capital[j] or sheet.is_(j, "particle"))
    return sheet.low[j] == "-" and j + 1 < limit and sheet.capital[j + 1] and sheet.page.glued(j + 1)


def may_name(sheet: Sheet, j: int, words: int, end: int) -> bool:
    """Whether a capitalised word can be part of a person's name of which `words` words are read."""
    unit, classes = sheet.unit(j), sheet.of(j)
    if unit.kind in ("office", "body", "demonym", "people") or is_strong(unit):
        return False
    if j in sheet.headline and sheet.low[j] not in sheet.inside and "given" not in classes:
        return False
    if unit.kind in ("state", "place") and not words and not _name_follows(sheet, unit.last, end):
        return False
    if unit.kind == "state" and words:
        return False
    if (
        not words
        and "opener" in classes
        and "given" not in classes
        and not (len(sheet.low[j]) == 1 and sheet.at(j + 1) == ".")
    ):
        return False
    return "particle" in classes or "given" in classes or (classes.isdisjoint(_NO_NAME) and not sheet.camel(j))


def _name_follows(sheet: Sheet, j: int, end: int) -> bool:
    if j >= end or not sheet.capital[j] or not sheet.near(j):
        return False
    unit = sheet.unit(j)
    return unit.kind == "word" and not is_field(sheet, unit)


def office_at(sheet: Sheet, i: int, end: int, first: int) -> Office:
    """The title at token i, with the words before it from `first`, and "of ..." behind it."""
    unit = sheet.unit(i)
    kind, last = unit.value, unit.last
    while last < end and (more := _next_office(sheet, last, end)) is not None:
        kind = more.value if kind in ("modifier", "honorific") else kind
        last = more.last
    words = last
    stop = last if kind == "honorific" else office_end(sheet, last, end)
    return Office(first, words, stop, kind, first_code(sheet, words, stop) or code_before(sheet, i))


def _next_office(sheet: Sheet, j: int, end: int) -> Unit | None:
    """A further title right behind, or behind "and", "&", "-", or the point of an abbreviation."""
    if sheet.low[j] in ("and", "&", "-", ".") and j + 1 < end:
        j += 1
    unit = sheet.unit(j)
    return unit if unit.kind == "office" else None


def office_end(sheet: Sheet, i: int, end: int) -> int:
    """The end of "of Trade and Industry of X", "at the Y Bank" behind an office."""
    last = i
    for _ in range(6):
        if last >= end or sheet.low[last] not in _DUTY_JOINS:
            break
        after = _duty_end(sheet, last, end)
        if not after:
            break
        last = after
    return last


def _duty_end(sheet: Sheet, i: int, end: int) -> int:
    """One more piece of an office's duty behind the joining word at i; 0 where it is none."""
    joins = sheet.low[i] in ("and", ",", "&")
    i += joins and sheet.at(i + 1) == "and"
    start = j = i + 1 + (sheet.at(i + 1) in ("the", "a", "its"))
    while j < end and (j == start or sheet.near(j)):
        unit = sheet.unit(j)
        if unit.kind in ("state", "place", "body") and not joins:
            if j > start and sheet.low[j - 1] not in _POSSESSIVE:
                break
            j = unit.last
            if not _duty_goes_on(sheet, j, end):
                break
        elif unit.kind == "office" or not (_duty_word(sheet, unit, joins) or (j > start and headed(sheet, j, end))):
            break
        else:
            j = unit.last
    if joins:
        return j if _field_only(sheet, start, j) else 0
    return j if j > start else _named_duty(sheet, start, end)


def _duty_goes_on(sheet: Sheet, j: int, end: int) -> bool:
    """Whether a body or its field follows a state ("of Kenya Railways", "of Kenya's central bank")."""
    if j >= end or not (sheet.near(j) or sheet.low[j] in _POSSESSIVE):
        return False
    return sheet.low[j] in _POSSESSIVE or sheet.is_(j, "field") or sheet.is_(j, "place") or headed(sheet, j, end)


def headed(sheet: Sheet, j: int, end: int) -> bool:
    """Whether the run of capitals at token j holds a head noun within its first words: "Communist Party"."""
    return j < end and any(k in sheet.heads for k in range(j, min(sheet.run_end(j, end), j + 4)))


def _duty_word(sheet: Sheet, unit: Unit, joins: bool) -> bool:
    if (
        is_field(sheet, unit)
        or sheet.is_(unit.first, "form")
        or sheet.is_(unit.first, "place")
        or sheet.low[unit.first] in _POSSESSIVE
    ):
        return True
    return not joins and (unit.kind in ("head", "demonym") or sheet.low[unit.first] in sheet.page.pack.small)


def _field_only(sheet: Sheet, first: int, last: int) -> bool:
    return last > first and all(is_field(sheet, sheet.unit(k)) for k in range(first, last))


def _named_duty(sheet: Sheet, i: int, end: int) -> int:
    """A body of unknown name behind an office: up to a comma, or up to the given name that follows it; 0 for none."""
    stop = sheet.run_end(i, end) if i < end else i
    if stop == i:
        return 0
    for j in range(i + 1, stop):
        if sheet.is_(j, "given"):
            return j
    return stop if sheet.at(stop) == "," or (stop < end and stop - i < 4) else 0


def appositive(sheet: Sheet, i: int) -> int:
    """For an office at token i behind "X, the", "X (" or "X as": the token after X; -1 where nothing leads to it."""
    for k in range(i - 1, max(-1, i - 9), -1):
        word = sheet.low[k]
        if word in (",", "(", "as"):
            return k
        if word == "and" and not sheet.is_(k - 1, "field"):
            return -1
        tagged = any(t in sheet.tag and sheet.tag[t].last > k for t in (k, k - 1, k - 2))
        if not (word in _DETERMINERS or sheet.is_(k, "field") or tagged or word in ("'s", "'", "and", "-", "–")):
            return -1
    return -1
