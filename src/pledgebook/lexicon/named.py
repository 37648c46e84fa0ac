"""The phrases of the tables of names: states, places, bodies, titles of persons, head nouns of bodies.

Each is a phrase, its role, a value and a form:

| role | value | form |
|---|---|---|
| `country`, `demonym`, `people` | the state's code | "", `abbr` (in capitals only), `guard` (asks for support) |
| `prefix` | the state's code | the first half of a hyphenated pair ("Sino-") |
| `place` | code of the state, or "" | kind (`capital`, `port`, ...), and ` guard` where it asks for support |
| `body` | short name | "", or `abbr` |
| `office` | kind of a title or office | `before`, `both` |
| `head` | kind of body that the noun heads | "", or `weak` |
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from pledgebook.lexicon.table import cell, has, rows


class Named(NamedTuple):
    """A phrase of a table of names."""

    phrase: str
    role: str
    value: str
    form: str


def named(lang: str) -> Iterator[Named]:
    """Every phrase of the language's tables of names; a table that the language does not have yields none."""
    for table, read in (("countries", _states), ("places", _places), ("persons", _offices), ("body_heads", _heads)):
        if has(lang, table):
            for row in rows(lang, table):
                yield from read(row)


def _states(row: dict[str, str]) -> Iterator[Named]:
    code, guard = row["code"], set(cell(row["guard"]))
    names = [row["name"], *cell(row["names"])]
    for name in names:
        if not _long_form(name, [n for n in names if n not in guard]):
            yield Named(name, "country", code, "guard" if name in guard else _form(name))
    for role, column in (("demonym", "demonyms"), ("people", "people"), ("prefix", "prefix")):
        for word in cell(row[column]):
            yield Named(word, role, code, "guard" if word in guard else "")
    for city in cell(row["capital"]):
        yield Named(city, "place", code, "capital guard" if city in guard else "capital")


def _long_form(name: str, names: list[str]) -> bool:
    """Whether a name is another one behind an article or a form of state ("Republic of X"): the reader joins these."""
    _, of, tail = name.partition(" of ")
    if name.startswith("The "):
        return name[4:] in names
    return bool(of) and tail.removeprefix("the ").removeprefix("The ") in names


def _form(name: str) -> str:
    return "abbr" if name.isupper() else ""


def _places(row: dict[str, str]) -> Iterator[Named]:
    form = row["kind"] + (" guard" if row["guard"] else "")
    for name in (row["name"], *cell(row["variants"])):
        yield Named(name, "place", row["code"], form)


def _offices(row: dict[str, str]) -> Iterator[Named]:
    title, kind = row["title"], row["kind"]
    yield Named(title, "office", kind, row["where"])
    if kind not in ("modifier", "honorific", "military") and title[0].isupper() and not title.isupper():
        yield Named(title[0].lower() + title[1:], "office", kind, row["where"])


def _heads(row: dict[str, str]) -> Iterator[Named]:
    yield Named(row["head"], "head", row["kind"], "weak" if row["weak"] else "")
