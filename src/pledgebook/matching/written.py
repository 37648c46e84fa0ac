"""How exactly a number was written: the last digit that stands in the quote, and what two figures may differ by."""

from __future__ import annotations

import math
import re
from functools import lru_cache

from pledgebook.model import Claim

_DIGITS = re.compile(r"\d+(?:[ .,\u00a0\u202f]\d+)*")
_CAPPED = frozenset({"capacity"})


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
    return _power_of_ten(abs(value) / int(digits)) or 1.0 if digits else 1.0


def grain(claim: Claim) -> float:
    """The value of one unit of the last digit that the quote writes of the claim's number: 1e5 for 181.9 million."""
    return _grain(float(claim.get("value", 0)), " ".join(claim.words))


def agree(a: Claim, b: Claim) -> bool:
    """Whether both can be true: they differ by less than half a digit of the coarser, or a bound allows it."""
    first, second = float(a.get("value", 0)), float(b.get("value", 0))
    if abs(first - second) <= 1e-9 * max(abs(first), abs(second)) or abs(first - second) < _slack(a, b):
        return True
    return _allows(a, second) or _allows(b, first)


def _slack(a: Claim, b: Claim) -> float:
    """Half of the coarser last digit; a whole one where either says about."""
    unit = max(grain(a), grain(b))
    return unit if "about" in (a.get("qualifier"), b.get("qualifier")) else unit / 2 * (1 - 1e-9)


def _allows(bounded: Claim, value: float) -> bool:
    """Whether a number lies where a figure's `over`, `under` or range allows it."""
    own = float(bounded.get("value", 0))
    if own <= value <= float(bounded.get("high") or own):
        return True
    if bounded.get("qualifier") == "over":
        return value > own
    # A capacity "of up to" is the capacity; any other "up to" leaves room below.
    return bounded.get("qualifier") == "under" and bounded.get("indicator") not in _CAPPED and value < own


def restates(coarse: Claim, fine: Claim) -> bool:
    """Whether one figure is the other said again: equal, or equal when rounded as the coarser one is written."""
    a, b = float(coarse.get("value", 0)), float(fine.get("value", 0))
    if abs(a - b) <= 1e-9 * max(abs(a), abs(b)):
        return True
    unit = max(grain(coarse), grain(fine))
    looser = coarse if grain(coarse) >= grain(fine) else fine
    other = fine if looser is coarse else coarse
    value, exact = float(looser.get("value", 0)), float(other.get("value", 0))
    qualifier = looser.get("qualifier", "exact")
    if qualifier == "over":
        return value <= exact < value + unit
    if qualifier == "under":
        return value - unit < exact <= value
    if qualifier == "about":
        return abs(value - exact) < unit
    return abs(value - exact) <= unit / 2 and abs(value) >= unit * 10
