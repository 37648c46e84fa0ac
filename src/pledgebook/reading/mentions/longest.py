"""Which longer name of a body a shorter one stands for: "Ministry of Mines of Chad" behind "Ministry of Mines"."""

from __future__ import annotations

from collections import defaultdict
from typing import NamedTuple

from pledgebook.model import Mention
from pledgebook.reading.mentions.sheet import Sheet

_SMALL = frozenset(("of", "the", "and", "for", "on", "&", "in", "a", "'s", "at"))
_LEGAL = frozenset(
    ("cjsc", "ojsc", "jsc", "pjsc", "llc", "ltd", "limited", "inc", "plc", "gmbh", "corp", "co", "sa", "ag", "d", "o")
)
# Names alike in their first word are compared with each other up to this many, so that hostile text stays linear.
_MOST_ALIKE = 40


class _Known(NamedTuple):
    """A name: its words that count, its state, and whether a longer name may add more than a state or a legal form."""

    key: tuple[str, ...]
    code: str
    open: bool


def longest_names(sheet: Sheet, bodies: list[Mention]) -> dict[str, str]:
    """For each name of a body the longest on the page that begins like it, states aside."""
    known: dict[str, _Known] = {}
    alike: dict[str, list[str]] = defaultdict(list)
    for m in bodies:
        held = known.get(m.name)
        if held is None:
            held = known[m.name] = _known(sheet, m)
            if held.key and len(alike[held.key[0]]) < _MOST_ALIKE:
                alike[held.key[0]].append(m.name)
        elif m.code and not held.code:
            known[m.name] = held._replace(code=m.code)
    return {name: _longest(name, known, alike[held.key[0]]) for name, held in known.items() if held.key}


def _known(sheet: Sheet, m: Mention) -> _Known:
    key, stated = _key(sheet, m)
    plain = len(key) == 1 and (key[0] in sheet.classes or key[0] in sheet.page.pack.small)
    return _Known(key, m.code, m.sense not in ("company", "unknown") and not stated and not plain)


def _longest(name: str, known: dict[str, _Known], others: list[str]) -> str:
    me = known[name]
    fits = [o for o in others if _fits(me, known[o])]
    if len({known[o].code for o in fits if known[o].code}) > 1:
        return name
    return max(fits, key=lambda o: (len(o), o), default=name)


def _fits(short: _Known, long: _Known) -> bool:
    rest = long.key[len(short.key) :]
    if long.key[: len(short.key)] != short.key or (short.code and long.code and short.code != long.code):
        return False
    return short.open or all(word in _LEGAL for word in rest)


def _key(sheet: Sheet, m: Mention) -> tuple[tuple[str, ...], bool]:
    """The words of a body's name that count (no joining words, no states, no bracket), and whether it names a state."""
    out, k, stated = [], m.first, False
    while k < m.last:
        tag = sheet.tag.get(k)
        if tag is not None and tag.role in ("country", "demonym"):
            k, stated = tag.last, True
            continue
        word = sheet.low[k]
        if word == "(":
            break
        if word not in _SMALL and word[0].isalnum():
            out.append(word)
        k += 1
    return tuple(out), stated
