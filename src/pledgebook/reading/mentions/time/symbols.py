"""A page as a string of word classes, one character a token, over which the patterns of the time grammar run."""

from __future__ import annotations

import re
from typing import NamedTuple

from pledgebook.reading.mentions.time.words import TimeWords
from pledgebook.reading.text import Page

FIRST_YEAR, LAST_YEAR = 1800, 2120


class Symbol(NamedTuple):
    """The class, value and token of a word of time."""

    code: str
    value: str
    at: int


class Symbols(NamedTuple):
    """`codes[i]` is the class of token i, "_" where it goes on with the phrase before; `values` hold what is said."""

    codes: str
    values: dict[int, str]

    def of(self, first: int, last: int) -> list[Symbol]:
        """The words of time from token `first` to `last` (exclusive)."""
        codes, values = self.codes, self.values
        return [Symbol(codes[i], values.get(i, ""), i) for i in range(first, last) if codes[i] != "_"]


def symbols(page: Page, words: TimeWords) -> Symbols:
    """Class every token of a page."""
    plain = words.plain
    codes = [plain.get(word, "x") for word in page.low]
    values: dict[int, str] = {}
    for match in _LOOK_AT.finditer("".join(codes)):
        i = match.start()
        code = codes[i]
        if code == "?":
            if page.low[i][0].isdecimal():
                _digits(page, words, codes, values, i)
            if codes[i] == "?":
                _phrase(page, words, codes, values, i)
        elif code == "-":
            if i + 1 < len(codes) and not page.glued(i + 1):
                codes[i] = "~"
        elif code != "_":
            values[i] = words.entries[page.low[i]][0].value
    return Symbols("".join(codes), values)


# The classes to look at once more: words with a value, dashes, and what depends on its neighbours.
_LOOK_AT = re.compile("[?SUuKkPpCOcHRAFMWmlN-]")


def _phrase(page: Page, words: TimeWords, codes: list[str], values: dict[int, str], i: int) -> None:
    """The longest phrase of the table that begins at token i; "x" where none does."""
    low = page.low
    for rest, code, value, capital in words.entries.get(low[i], ()):
        last = i + 1 + len(rest)
        if (capital and not page.capital[i]) or (rest and tuple(low[i + 1 : last]) != rest):
            continue
        if last < len(low) and low[last - 1].isdecimal() and page.glued(last) and low[last][0].isalpha():
            continue  # H2O, Q4X
        codes[i] = code
        values[i] = value
        codes[i + 1 : last] = "_" * len(rest)
        return
    codes[i] = "x"


def _digits(page: Page, words: TimeWords, codes: list[str], values: dict[int, str], i: int) -> None:
    """Class a token of digits: a date in figures, an ordinal, a decade, a year, a day, a number; "x" for a part of one.

    Left alone ("?") where a phrase of the table may begin with it (1Q).
    """
    low, word = page.low, page.low[i]
    if _inside(page, codes, i):
        codes[i] = "x"
        return
    if _numeric(page, codes, values, i):
        return
    after = low[i + 1] if i + 1 < len(low) and page.glued(i + 1) else ""
    number = int(word)
    if after and after[0].isalpha():
        kind = words.plain.get(after)
        if kind == "h" and number <= 31:
            codes[i], codes[i + 1], values[i] = "O", "_", word
        elif kind == "s" and len(word) == 4 and number % 10 == 0:
            codes[i], codes[i + 1], values[i] = "E", "_", word
        elif word not in words.entries:
            codes[i] = "x"
        return
    if len(word) == 2 and i and codes[i - 1] == "F" and page.glued(i):
        word = "20" + word  # FY24
    values[i] = word
    number = int(word)
    if len(word) == 4:
        codes[i] = "Y" if FIRST_YEAR <= number <= LAST_YEAR else "n"
    else:
        codes[i] = "d" if 1 <= number <= 31 and len(word) <= 2 else "n"


def _inside(page: Page, codes: list[str], i: int) -> bool:
    """Whether the digits are a piece of a longer number, a sum, a share, a code or a numbered document."""
    low, word = page.low, page.low[i]
    if i + 2 < len(low) and page.glued(i + 1) and page.glued(i + 2) and low[i + 2].isdecimal():
        mark, more = low[i + 1], len(low[i + 2])
        if (mark == "," and more == 3) or (mark == "." and not _dots(page, i)):
            return True
    if page.glued(i):
        before = low[i - 1]
        if before[0].isalpha() and codes[i - 1] not in "FMmPp_":
            return True
        if before in ".,:" and i > 1 and low[i - 2][-1].isdecimal() and page.glued(i - 1):
            return before != "," or len(word) == 3
    if i and codes[i - 1] in "$#":
        return True
    if i > 1 and low[i - 1] == "." and codes[i - 2] == "#":
        return True
    return i + 1 < len(low) and codes[i + 1] == "%"


def _dots(page: Page, i: int) -> bool:
    """Whether three groups of digits with points between begin here: a date, perhaps, and no decimal number."""
    low = page.low
    return (
        i + 4 < len(low)
        and low[i + 3] == "."
        and low[i + 4].isdecimal()
        and page.glued(i + 3)
        and page.glued(i + 4)
        and not (i + 5 < len(low) and page.glued(i + 5) and low[i + 5][0].isalnum())
    )


def _numeric(page: Page, codes: list[str], values: dict[int, str], i: int) -> bool:
    """Take a date in figures, day first unless it cannot be: 25.02.2023, 25/02/2023, 2023-02-25."""
    low = page.low
    if i + 4 >= len(low) or low[i + 1] != low[i + 3] or low[i + 1] not in ("-", ".", "/"):
        return False
    one, two, three = low[i], low[i + 2], low[i + 4]
    if not (two.isdecimal() and three.isdecimal() and all(page.glued(k) for k in range(i + 1, i + 5))):
        return False
    if len(one) == 4 and len(two) <= 2 and len(three) <= 2:
        year, month, day = int(one), int(two), int(three)
    elif len(three) == 4 and len(one) <= 2 and len(two) <= 2:
        day, month, year = int(one), int(two), int(three)
        if month > 12 >= day:
            day, month = month, day
    else:
        return False
    if not (FIRST_YEAR <= year <= LAST_YEAR and 1 <= month <= 12 and 1 <= day <= 31):
        return False
    values[i] = f"{year:04}-{month:02}-{day:02}"
    codes[i : i + 5] = "B____"
    return True
