"""Persons: a title or office with the name beside it, in either order."""

from __future__ import annotations

from typing import NamedTuple

from pledgebook.model import Mention
from pledgebook.reading.mentions.bodies import is_field
from pledgebook.reading.mentions.sheet import Sheet, Unit

_LONGEST_NAME = 9
_NO_NAME = ("event", "paper", "calendar", "firm")
_DETERMINERS = frozenset(("the", "a", "an", "its", "our", "their", "his", "her", "former", "then", "new", "newly"))


class Office(NamedTuple):
    """A title: tokens `first` to `last` with all that belongs to it, where the bare words end, its kind, its state."""

    first: int
    words: int
    last: int
    kind: str
    code: str


def name_end(sheet: Sheet, i: int, end: int) -> int:
    """The token after a person's name that begins at token i; i itself where none does."""
    j, words, low = i, 0, sheet.low
    while j < min(end, i + _LONGEST_NAME):
        if j > i and not sheet.near(j):
            break
        if sheet.capital[j] and may_name(sheet, j, words, end):
            words += 1
            j = max(j + 1, sheet.tag[j].last if j in sheet.tag and words > 1 else 0)
            if j < end and low[j] == "." and len(low[j - 1]) == 1:
                j += 1
        elif (words and "particle" in sheet.of(j) and j + 1 < end and sheet.capital[j + 1]) or (
            words and low[j] == "-" and j + 1 < end and sheet.capital[j + 1] and sheet.page.glued(j + 1)
        ):
            j += 1
        else:
            break
    return j


def may_name(sheet: Sheet, j: int, words: int, end: int) -> bool:
    """Whether a capitalised word can be part of a person's name of which `words` words are read."""
    unit = sheet.unit(j)
    if unit.kind in ("office", "body", "demonym", "people") or (unit.kind == "head" and unit.form != "weak"):
        return False
    if unit.kind == "state" and (words or not _name_follows(sheet, unit.last, end)):
        return False
    if unit.kind == "place" and not words and not _name_follows(sheet, unit.last, end):
        return False
    classes = sheet.of(j)
    if not words and "opener" in classes and sheet.initial(j):
        return False
    return "particle" in classes or not any(c in classes for c in _NO_NAME)


def _name_follows(sheet: Sheet, j: int, end: int) -> bool:
    return j < end and sheet.capital[j] and sheet.near(j) and sheet.unit(j).kind == "word" and not sheet.of(j)


def office_at(sheet: Sheet, i: int, end: int, first: int, found: list[Mention]) -> Office:
    """The title at token i, with the words before it from `first`, and "of ..." behind it."""
    unit = sheet.unit(i)
    kind, last = unit.value, unit.last
    while last < end and (more := _next_office(sheet, last, end)) is not None:
        kind = more.value if kind in ("modifier", "honorific") else kind
        last = more.last
    words = last
    stop = last if kind in ("honorific", "modifier") else office_end(sheet, last, end)
    code = _code_inside(sheet, words, stop) or code_before(sheet, first, i, found)
    return Office(first, words, stop, kind, code)


def _next_office(sheet: Sheet, j: int, end: int) -> Unit | None:
    """A further title right behind, or behind "and", "-", "." of an abbreviation."""
    if sheet.low[j] in ("and", "&", "-", ",") and j + 1 < end and sheet.low[j] != ",":
        j += 1
    unit = sheet.unit(j)
    return unit if unit.kind == "office" else None


def office_end(sheet: Sheet, i: int, end: int) -> int:
    """The end of "of Trade and Industry of X", "at the Y Bank" behind an office."""
    last = i
    for _ in range(6):
        if last >= end or sheet.low[last] not in ("of", "for", "at", "to", "in", "and", ",", "&"):
            break
        after = _duty_end(sheet, last, end)
        if not after:
            break
        last = after
    return last


def _duty_end(sheet: Sheet, i: int, end: int) -> int:
    """One more piece of an office's duty behind the joining word at i; 0 where it is none."""
    joins = sheet.low[i] in ("and", ",", "&")
    if joins and i + 1 < end and sheet.low[i + 1] == "and":
        i += 1
    j = i + 1
    if j < end and sheet.low[j] == "the":
        j += 1
    start, headed = j, False
    while j < end and (j == start or sheet.near(j)):
        unit = sheet.unit(j)
        if unit.kind in ("state", "place", "body") and not joins:
            return unit.last
        if unit.kind == "office" or (joins and unit.kind != "word" and unit.form != "weak"):
            break
        if not (is_field(sheet, unit) or unit.kind in ("head", "demonym") or "form" in sheet.of(j)):
            break
        headed = headed or unit.kind == "head"
        j = unit.last
        if j + 1 < end and sheet.low[j] == "of" and "form" in sheet.of(j - 1):
            j += 2 if sheet.low[j + 1] == "the" else 1
    if joins and not _field_only(sheet, start, j):
        return 0
    return j if j > start else 0


def _field_only(sheet: Sheet, first: int, last: int) -> bool:
    return last > first and all("field" in sheet.of(k) or not sheet.capital[k] for k in range(first, last))


def _code_inside(sheet: Sheet, first: int, last: int) -> str:
    """The state named in an office ("of Kenya"), or ""."""
    code = ""
    for k in range(first, last):
        tag = sheet.tag.get(k)
        if tag is not None and tag.role in ("country", "demonym"):
            code = tag.value
    return code


def code_before(sheet: Sheet, first: int, i: int, found: list[Mention]) -> str:
    """The state whose name or adjective stands before an office ("Kenya's foreign minister"), or ""."""
    for k in range(i - 1, max(-1, i - 7), -1):
        for start in range(k, max(-1, k - 3), -1):
            tag = sheet.tag.get(start)
            if tag is not None and tag.last == k + 1 and tag.role in ("country", "demonym", "place"):
                return tag.value
        if not ("field" in sheet.of(k) or sheet.low[k] in ("'", "'s", "and", "-", "state", "first", "new", "former")):
            break
    return ""


def appositive(sheet: Sheet, i: int) -> int:
    """For an office at token i behind "X, the": the token after X; -1 where no comma leads to it."""
    k = i - 1
    while k >= 0 and i - k < 8:
        word = sheet.low[k]
        if word == ",":
            return k
        tagged = any(t in sheet.tag for t in (k, k - 1, k - 2))
        if not (word in _DETERMINERS or "field" in sheet.of(k) or tagged or word in ("'s", "'", "and")):
            return -1
        k -= 1
    return -1
