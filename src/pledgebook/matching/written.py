"""How exactly a number was written: the last digit that stands in the quote, and what two figures may differ by."""

from __future__ import annotations

import math
import re
from functools import lru_cache
from typing import NamedTuple

from pledgebook.model import Claim

_DIGITS = re.compile(r"\d+(?:[ .,\u00a0\u202f]\d+)*")
_CAPPED = frozenset({"capacity"})


class Written(NamedTuple):
    """A number as a text writes it; `unit` is one of its last written digit (1e5 for 181.9 million)."""

    value: float
    high: float
    unit: float
    qualifier: str


def _power_of_ten(ratio: float) -> float | None:
    """The ratio, where it is a power of ten."""
    if ratio <= 0:
        return None
    power = round(math.log10(ratio))
    return 10.0**power if abs(ratio / 10.0**power - 1) < 1e-6 else None


@lru_cache(maxsize=65536)
def _grain(value: float, words: str) -> float:
    """The last written digit of a value: digits of the words that equal it but for a power of ten, else its zeros."""
    for run in _DIGITS.findall(words):
        number = int(re.sub(r"\D", "", run))
        if number and (grain := _power_of_ten(abs(value) / number)):
            return grain
    digits = f"{abs(value):.12g}".replace(".", "").rstrip("0").lstrip("0")
    return _power_of_ten(abs(value) / int(digits)) or 1.0 if digits.isdigit() else 1.0


def grain(claim: Claim) -> float:
    """One unit of the last digit that the quote writes of the claim's number: 1e5 for 181.9 million."""
    return _grain(float(claim.get("value", 0)), " ".join(claim.words))


def written(claim: Claim) -> Written:
    """A figure's number. A capacity "of up to" is the capacity; any other "up to" leaves room below."""
    value = float(claim.get("value", 0))
    qualifier = str(claim.get("qualifier") or "exact")
    if qualifier == "under" and claim.get("indicator") in _CAPPED:
        qualifier = "exact"
    return Written(value, float(claim.get("high") or value), grain(claim), qualifier)


def equal(a: float, b: float) -> bool:
    """Whether two numbers are one, but for the arithmetic of floats."""
    return abs(a - b) <= 1e-9 * max(abs(a), abs(b))


def agree(a: Written, b: Written) -> bool:
    """Whether both can be true: they differ by less than half a digit of the coarser, or a bound allows it."""
    apart = abs(a.value - b.value)
    unit = max(a.unit, b.unit)
    slack = unit if "about" in (a.qualifier, b.qualifier) else unit / 2 * (1 - 1e-9)
    return apart < slack or equal(a.value, b.value) or _allows(a, b.value) or _allows(b, a.value)


def _allows(bounded: Written, value: float) -> bool:
    """Whether a number lies where a figure's `over`, `under` or range allows it."""
    if bounded.qualifier == "over":
        return value > bounded.value
    if bounded.qualifier == "under":
        return value < bounded.value
    return bounded.value <= value <= bounded.high


def restates(a: Written, b: Written) -> bool:
    """Whether one is the other said again: equal, or equal when rounded as the coarser one is written."""
    if equal(a.value, b.value):
        return True
    coarse, fine = (a, b) if a.unit >= b.unit else (b, a)
    if coarse.qualifier == "over":
        return coarse.value <= fine.value < coarse.value + coarse.unit
    if coarse.qualifier == "under":
        return coarse.value - coarse.unit < fine.value <= coarse.value
    apart = abs(coarse.value - fine.value)
    if coarse.qualifier == "about":
        return apart < coarse.unit
    return apart <= coarse.unit / 2 and abs(coarse.value) >= 10 * coarse.unit
