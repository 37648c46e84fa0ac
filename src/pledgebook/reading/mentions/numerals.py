"""Reads one written number, in digits or in words, at a given token. Scale, unit and currency come later.

A numeral is a whole number over a power of ten or another denominator, never a float; `grain` is the power of ten of
its last written digit.
"""

from __future__ import annotations

import re
from typing import NamedTuple

from pledgebook.reading.mentions.amount_words import Words
from pledgebook.reading.text.page import Page

# Groups of thousands by comma (also 12,34,567), point, space or apostrophe, else a plain or decimal number.
# Every repetition is bounded, so that a hostile run of groups costs no more than its length.
_DIGITS = re.compile(
    r"(?P<comma>\d{1,3}(?:,\d{2,3}){0,8},\d{3}(?!\d)(?:\.\d+)?)"
    r"|(?P<point>\d{1,3}(?:\.\d{3}){1,8}(?!\d)(?:,\d{1,4}(?!\d))?)"
    r"|(?P<space>\d{1,3}(?: \d{3}){1,8}(?!\d)(?:[.,]\d{1,2}(?!\d))?)"
    r"|(?P<quote>\d{1,3}(?:'\d{3}){1,8}(?!\d)(?:\.\d+)?)"
    r"|(?P<plain>\d+(?:[.,]\d+)?)"
)
# What shows how a text writes: 1.234,5 and 12,5 against 1,234.5 and 12.5.
_COMMA_SURE = re.compile(r"(?<![\d.,])\d{1,3}(?:\.\d{3}){1,8},\d{1,2}(?!\d)")
_COMMA = re.compile(r"(?<![\d.,])\d{1,9},\d{1,2}(?![\d,])")
_POINT = re.compile(r"(?<![\d.,])\d{1,9}\.\d{1,2}(?![\d.])|\d,\d{3}\.\d|(?<![\d.,])0\.\d{3}(?!\d)")
_LONGEST = 24  # digits; longer runs are identifiers


class Numeral(NamedTuple):
    """Tokens `first` to `last`, value `top`/`bottom`; `form` says how it was written.

    Forms: `plain`, `grouped`, `decimal`, `comma` (1,5: a decimal only where a unit or scale follows), `thirds`
    (1.234: thousands or thousandths), `words`.
    """

    first: int
    last: int
    top: int
    bottom: int
    grain: int
    form: str


def convention(text: str) -> str:
    """Whether a text writes decimals with `,` or `.`: "" where it does not show, or shows both."""
    if _COMMA_SURE.search(text):
        return ","
    comma, point = _COMMA.search(text), _POINT.search(text)
    if bool(comma) == bool(point):
        return ""
    return "," if comma else "."


def digits(page: Page, i: int, limit: int) -> Numeral | None:
    """The number in digits that begins at token i, or None where the digits are no number (identifiers)."""
    match = _DIGITS.match(page.text, page.begins[i])
    if match is None:
        return None
    raw, group = match.group(), match.lastgroup or "plain"
    if len(raw) > _LONGEST:
        return None
    last = _token_after(page, i, match.end(), limit)
    if group == "plain":
        return _plain(page, raw, i, last)
    if group == "point" and raw.count(".") == 1 and "," not in raw:
        whole = raw.replace(".", "")
        return Numeral(i, last, int(whole), 1000, -3, "plain" if raw.startswith("0") else "thirds")
    point = "," if group == "point" or (group == "space" and "," in raw) else "."
    whole, _, part = raw.partition(point)
    bare = re.sub(r"\D", "", whole) + part
    return Numeral(i, last, int(bare), 10 ** len(part), -len(part), "grouped")


def _plain(page: Page, raw: str, i: int, last: int) -> Numeral:
    whole, mark, part = raw.partition("." if "." in raw else ",")
    if not mark:
        return Numeral(i, last, int(raw), 1, 0, "plain")
    if mark == "," and page.text[page.stops[last - 1] :][:2].startswith(","):
        return Numeral(i, i + 1, int(whole), 1, 0, "plain")
    form = "decimal" if mark == "." else "comma"
    return Numeral(i, last, int(whole + part), 10 ** len(part), -len(part), form)


def _token_after(page: Page, i: int, stop: int, limit: int) -> int:
    k, begins = i + 1, page.begins
    while k < limit and begins[k] < stop:
        k += 1
    return k


def spelled(page: Page, words: Words, i: int, limit: int) -> Numeral | None:
    """The number below a thousand in words that begins at token i: "forty-two", "two hundred and fifty", "hundred"."""
    value, k = _tens(page, words, i, limit)
    grain = 0
    if k < limit and words.alone.get(page.low[k]) == 100 and 0 <= value < 100 and (k == i or value):
        value, grain, k = max(value, 1) * 100, 2, k + 1
        tail = k + 1 if k < limit and page.low[k] in words.classes["and"] else k
        more, after = _tens(page, words, tail, limit)
        if after > tail and more and not (after < limit and words.alone.get(page.low[after]) == 100):
            value, grain, k = value + more, 0, after
    if k > i and k + 1 < limit and page.low[k] in words.classes["point"]:
        return _spelled_decimal(page, words, Numeral(i, k, value, 1, grain, "words"), limit)
    return Numeral(i, k, value, 1, grain, "words") if k > i else None


def _spelled_decimal(page: Page, words: Words, whole: Numeral, limit: int) -> Numeral:
    """ "eleven point six": the digits behind the point, one word each."""
    top, places, k = whole.top, 0, whole.last + 1
    while k < limit and places < 6 and words.cardinals.get(page.low[k], 10) < 10:
        top, places, k = top * 10 + words.cardinals[page.low[k]], places + 1, k + 1
    return Numeral(whole.first, k, top, 10**places, -places, "words") if places else whole


def _tens(page: Page, words: Words, i: int, limit: int) -> tuple[int, int]:
    """A number below a hundred in words and the token after it; (0, i) where there is none."""
    low, cardinals = page.low, words.cardinals
    value = cardinals.get(low[i]) if i < limit else None
    if value is None:
        return 0, i
    k = i + 1
    if value >= 20:
        unit = k + 1 if k < limit and low[k] == "-" and page.glued(k) else k
        if unit < limit and 0 < cardinals.get(low[unit], 0) < 10:
            return value + cardinals[low[unit]], unit + 1
    return value, k
