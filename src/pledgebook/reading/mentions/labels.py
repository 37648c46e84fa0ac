"""Digits that only name a thing: numbers of documents, types, years, hours of the clock, telephones, scores."""

from __future__ import annotations

import re

from pledgebook.reading.mentions.amount_words import Words
from pledgebook.reading.mentions.quantities import Amount
from pledgebook.reading.text.page import Page

_CHAIN = re.compile(r"\d[\d.,:/'+-]{0,60}")
_PHONE = re.compile(r"\+?\(?\d{1,4}\)?(?:[ -]?\(?\d{2,4}\)?){2,6}")
_THIRD = re.compile(r"[.:/+]\d|-\d{1,9}-\d")
_SPACES = 2  # more stand between two cells of a table, not between a word and its number
_YEARS = range(1900, 2101)


def chain_end(page: Page, amount: Amount, limit: int) -> int:
    """The token after a chain of digits and marks that is no number (12.03.2023, 14:30, 2/2024), or 0."""
    stop = page.stops[amount.last - 1]
    if not _THIRD.match(page.text, stop):
        return 0
    match = _CHAIN.match(page.text, page.begins[amount.last - 1])
    end = match.end() if match else stop
    k = amount.last
    while k < limit and page.begins[k] < end:
        k += 1
    return k


def is_numbered(page: Page, words: Words, amount: Amount, start: int) -> bool:
    """Whether the word before digits says that they name a thing: "Article 5", "No. 11", "Phase 2"."""
    i = amount.first
    if i <= start or page.begins[i] - page.stops[i - 1] > _SPACES:
        return False
    before = page.low[i - 1]
    if before == "[" and page.low[amount.last : amount.last + 1] == ["]"]:
        return True  # a mark of a list or a note
    if before == "." and i - 1 > start and page.glued(i - 1):
        return page.low[i - 2] in words.classes["label_dotted"]
    if before in words.classes["label_name"]:
        return page.capital[i - 1]
    return before in words.classes["label"] and (page.capital[i - 1] or not amount.noun)


def is_stuck(page: Page, words: Words, amount: Amount, start: int) -> bool:
    """Whether letters are glued to digits without being a unit: A330, COVID-19, 747s."""
    i, last = amount.first, amount.last
    if page.glued(i) and i > start and _stuck(page, i):
        return True
    glued = last < len(page.low) and page.glued(last) and page.low[last][0].isalpha()
    return glued and page.low[last] not in words.classes["mark"]


def _stuck(page: Page, i: int) -> bool:
    """A330, COVID-19, CO2: letters, or letters and a hyphen, stand before the digits without a space."""
    before = page.low[i - 1]
    if before[0].isalpha() or before in "_/@#.:":
        return True
    return before == "-" and i > 1 and page.glued(i - 1) and page.low[i - 2][0].isalpha()


def is_year(page: Page, amount: Amount, bounded: bool) -> bool:
    """Whether a bare number is a year: 1900 to 2100, written as one, and neither bounded nor a round count."""
    if amount.form != "plain" or amount.scaled or amount.top not in _YEARS or amount.last - amount.first != 1:
        return False
    return not bounded and not (amount.noun and amount.top % 100 == 0)


def phone_end(page: Page, words: Words, i: int, start: int, limit: int) -> int:
    """The token after a telephone number that begins with token i, or 0."""
    plus = i > start and page.low[i - 1] == "+" and page.glued(i)
    named = any(w in words.classes["phone"] for w in page.low[max(start, i - 3) : i])
    if not plus and not named:
        return 0
    match = _PHONE.match(page.text, page.begins[i])
    if not match or sum(c.isdigit() for c in match.group()) < 7:
        return 0
    k = i
    while k < limit and page.begins[k] < match.end():
        k += 1
    return k


def is_clock(page: Page, words: Words, amount: Amount, limit: int) -> bool:
    """10 a.m., 10.30 am: a time of day."""
    if amount.unit == "hour" and amount.form == "decimal" and amount.bottom == 100 and amount.top <= 2400:
        return page.low[amount.first - 1] in words.classes["at_hour"]  # at 14.00 hrs
    after = "".join(page.low[amount.last : min(limit, amount.last + 3)])
    return after.startswith(tuple(words.classes["clock_dotted"])) or (
        amount.last < limit
        and page.low[amount.last] in words.classes["clock"]
        and amount.top <= 24 * amount.bottom * 100
    )


def is_hour(page: Page, words: Words, amount: Amount, start: int) -> bool:
    """ "at 21.40", "until seven": a bare number behind a word of time that may be an hour of the day."""
    i, low = amount.first, page.low
    if i <= start or low[i - 1] not in words.classes["at_hour"] or amount.scaled or amount.top > 24 * amount.bottom:
        return False
    minutes = amount.form == "decimal" and amount.bottom == 100 and amount.top % 100 < 60
    return minutes and not (i - 2 >= start and low[i - 2] in words.classes["at_value"])


def is_age(page: Page, words: Words, amount: Amount, limit: int) -> bool:
    """ "18-year-old", "18 years old"."""
    return any(w in words.classes["age"] for w in page.low[amount.last : min(limit, amount.last + 2)])


def is_named(page: Page, amount: Amount, first: int) -> bool:
    """Whether a bare whole number stands behind a capitalised word ("Kambarata 2"): perhaps a part of its name."""
    i = amount.first
    if amount.form not in ("plain", "decimal") or amount.scaled or i - 1 <= first:
        return False
    return page.capital[i - 1] and page.low[i - 1].isalpha()
