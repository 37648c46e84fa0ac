"""How a brief says things: templates, numbers, dates and names, all words from `data/en.toml` and the lexicon."""

from __future__ import annotations

import tomllib
from collections.abc import Iterable
from decimal import Decimal
from functools import cache
from pathlib import Path
from string import Formatter
from typing import Any

from pledgebook.brief.parts import TIED, Line, Part
from pledgebook.lexicon.table import rows
from pledgebook.model import Claim

_SCALES = (10**9, 10**6)
_DECIMALS = 3
_MARKS = '"“”„«»'


@cache
def words() -> dict[str, Any]:
    """The words of the brief."""
    return tomllib.loads((Path(__file__).parent / "data" / "en.toml").read_text(encoding="utf-8"))


def word(table: str, key: str) -> str:
    """The word that a table has for a value; the value itself, underscores as blanks, where it has none."""
    return str(words()[table].get(key, key.replace("_", " ")))


def say(template: str, **fields: Part | Line) -> Line:
    """A line after a template of the data file: its own words bear no claims, each field keeps those of its parts."""
    out: list[Part] = []
    for literal, name, _, _ in Formatter().parse(words()["templates"][template]):
        out += [Part(literal)] if literal else []
        if name is not None:
            value = fields[name]
            out += [value] if isinstance(value, Part) else value
    return tuple(out)


def stated(template: str, claims: tuple[str, ...], **fields: str) -> Part:
    """A stretch after a template that rests on the same claims as a whole."""
    return Part(str(words()["templates"][template]).format(**fields), claims)


# names


@cache
def _states() -> dict[str, str]:
    return {row["code"]: row["name"] for row in rows("en", "countries")}


def state(code: str) -> str:
    """The name of a state; whatever is no code of one stays as it is."""
    return _states().get(code, code)


def names(codes: Iterable[str]) -> str:
    """Names by comma, each once, states by their names."""
    return ", ".join(dict.fromkeys(state(code) for code in codes))


# numbers


def number(value: float) -> str:
    """A number as people write it, nothing rounded away: 246.1 mln, 1,012, 5.25."""
    exact = Decimal(str(value))
    for scale in _SCALES:
        scaled = (exact / scale).normalize()
        if abs(exact) >= scale and -int(scaled.as_tuple().exponent) <= _DECIMALS:
            return f"{scaled:,f}{TIED}{words()['scales'][str(scale)]}"
    whole = exact == exact.to_integral_value()
    return f"{int(exact):,}" if whole else f"{exact.normalize():,f}"


def amount(value: float, unit: str) -> str:
    """A number with its unit: $246.1 mln, 500 mln KES, 52.4 percent, 2,115 TEU, 5,000."""
    if sign := words()["currencies"].get(unit):
        return f"-{sign}{number(-value)}" if value < 0 else f"{sign}{number(value)}"
    told = words()["units"].get(unit, unit)
    return f"{number(value)}{TIED}{told}" if told else number(value)


def claimed(claim: Claim) -> str:
    """The number of a figure as its source tells it, with its bound and its range: over $1 bln, 3 to 4 km."""
    low, unit = claim.get("value"), str(claim.get("unit"))
    bound = words()["qualifiers"].get(claim.get("qualifier"), "")
    if (high := claim.get("high")) is not None:
        return f"{bound}{number(low)} {words()['to']} {amount(high, unit)}"
    return f"{bound}{amount(low, unit)}"


def percent(share: float) -> str:
    """A share as whole percents: 0.246 is "25%"."""
    return f"{share * 100:.0f}%"


# dates


def day(iso: str) -> str:
    """A date in words, as precise as it is: 1 July 2026, May 2026, 2026."""
    year, *rest = iso.split("-")
    month = f"{words()['months'][int(rest[0]) - 1]} " if rest else ""
    return f"{int(rest[1])} {month}{year}" if len(rest) > 1 else f"{month}{year}"


def due(iso: str) -> str:
    """A date by which something is due; a year ends with its last day."""
    return day(iso) if "-" in iso else f"{words()['end_of']} {iso}"


def period(start: str, end: str) -> str:
    """A stretch of time: 2023, January to May 2023, 22 to 23 August 2023, 2021 to 2023."""
    if not start or not end or start == end:
        return day(start or end)
    left, right = day(start).split(" "), day(end).split(" ")
    while min(len(left), len(right)) > 1 and left[-1] == right[-1]:
        left, right = left[:-1], right[:-1]
    return f"{' '.join(left)} {words()['to']} {day(end)}"


def length(days: int) -> str:
    """A length of time as a person says it: 12 days, 27 months."""
    if days < 62:
        return f"{days}{TIED}{words()['day'] if days == 1 else words()['days']}"
    return f"{round(days / 30.44)}{TIED}{words()['months_long']}"


# quotes


def one_line(text: str) -> str:
    """Words of a document without its line breaks."""
    return " ".join(text.split())


def quoted(text: str, most: int = 140) -> str:
    """Words of a document in quotation marks, its own ones single; a long quote is cut at a word, and that is shown."""
    whole = one_line(text)
    if whole[:1] in _MARKS and whole[-1:] in _MARKS and not set(whole[1:-1]) & set(_MARKS):
        whole = whole[1:-1]
    whole = whole.replace('"', "'")
    if len(whole) > most:
        whole = whole[:most].rsplit(" ", 1)[0].rstrip(",;:–- ") + " …"
    return f"“{whole}”"
