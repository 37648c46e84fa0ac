"""What a bare number counts: the noun phrase behind it, found by where such phrases end."""

from __future__ import annotations

from pledgebook.reading.mentions.amount_words import Unit, Words
from pledgebook.reading.mentions.quantities import Amount, as_thousands, phrase_at
from pledgebook.reading.text.page import Page

_REACH = 9  # words a phrase may have


def take_noun(page: Page, words: Words, amount: Amount, k: int, limit: int) -> None:
    """Make the amount a count of the noun at token k, or a measure where that noun is a unit ("5 further tonnes")."""
    if k >= limit:
        return
    low = page.low
    if (
        low[k] == ")"
        and amount.bottom == 1
        and amount.first > 1
        and low[amount.first - 1] == "("
        and is_plural(words, low[amount.first - 2])
    ):
        _count(page, amount, amount.first - 2, amount.first - 1)  # "cars (1,200), buses (300)"
        amount.noun_last = 0
        return
    if low[k] == "-" and page.glued(k) and k + 1 < limit and page.glued(k + 1) and low[k + 1][0].isalpha():
        _compound(page, words, amount, k + 1, limit)
        return
    if low[k] in words.classes["opener"] or (low[k] in "–—-" and not page.glued(k)):
        k += 1
    head = noun_end(page, words, k, limit)
    if not head:
        return
    if head - amount.last > 1 and (unit := phrase_at(words.units, page, head - 1, head)):
        sense = unit[0].sense
        if isinstance(sense, Unit) and len(low[head - 1]) > 3 and sense.kind not in ("ratio", "percent", "points"):
            amount.type, amount.unit, amount.factor, amount.last = "measure", sense.unit, sense.factor, head
            return
    _count(page, amount, k, head)
    _bracketed_unit(page, words, amount, head, limit)


def _bracketed_unit(page: Page, words: Words, amount: Amount, k: int, limit: int) -> None:
    """ "88 million units (kWh)": the unit stands in brackets behind the noun."""
    if k + 2 >= limit or page.low[k] != "(":
        return
    unit = phrase_at(words.units, page, k + 1, limit)
    if unit and isinstance(unit[0].sense, Unit) and unit[1] < limit and page.low[unit[1]] == ")":
        amount.type, amount.unit, amount.factor, amount.noun = "measure", unit[0].sense.unit, unit[0].sense.factor, ""


def _compound(page: Page, words: Words, amount: Amount, k: int, limit: int) -> None:
    """ "960-seat school", "five-member": the noun glued to the number; "two-way" has none."""
    if page.low[k] in words.classes["compound_not"]:
        amount.sense = "label"
    elif page.low[k] not in words.classes["stop"]:
        _count(page, amount, k, k + 1)


def _count(page: Page, amount: Amount, first: int, last: int) -> None:
    as_thousands(amount)
    amount.type, amount.unit = "count", "count"
    amount.noun, amount.noun_last = page.cut(first, last), last


def noun_end(page: Page, words: Words, k: int, limit: int) -> int:
    """The token after the head of the noun phrase that begins at token k, or 0 where none begins."""
    low, stop = page.low, words.classes["stop"]
    begin, end = k, min(limit, k + _REACH)
    while k < end:
        word = low[k]
        hyphen = word == "-" and page.glued(k) and k + 1 < end and page.glued(k + 1)
        if hyphen or (word.isdecimal() and k + 1 < end and low[k + 1] == "-" and page.glued(k + 1)):
            k += 1  # "six 500-seat halls"
            continue
        if k > begin and _coordinates(words, low, k, end):
            k += 1  # "interstate, intergovernmental and interdepartmental agreements"
            continue
        if (
            not word[0].isalpha()
            or (word in stop and not _resumes(words, low, k))
            or (page.glued(k) and low[k - 1] not in "-–'")
        ):
            return 0
        k += 1
        if is_plural(words, word):
            return _further(page, words, k, end)
    return 0


def _coordinates(words: Words, low: list[str], k: int, end: int) -> bool:
    """Whether a comma or "and" stands between two adjectives."""
    if low[k] != "," and low[k] not in words.classes["and"]:
        return False
    before = low[k - 1]
    if before == ",":
        return True
    ends = any(before.endswith(e) for e in words.classes["adjective_end"])
    if not ends or k + 1 >= end or not low[k + 1][0].isalpha():
        return False
    return low[k + 1] not in words.classes["stop"] or low[k + 1] in words.classes["opener"]


def _resumes(words: Words, low: list[str], k: int) -> bool:
    """ "and other agreements": a word that may open a phrase, behind "and"."""
    return low[k] in words.classes["opener"] and low[k - 1] in words.classes["and"]


def _further(page: Page, words: Words, k: int, end: int) -> int:
    """ "sports facilities", "sales offices": a plural that only opens the phrase whose head follows."""
    if k < end and not page.glued(k) and page.low[k] not in words.classes["stop"] and is_plural(words, page.low[k]):
        return k + 1
    return k


def is_plural(words: Words, word: str) -> bool:
    """Whether a word looks like the plural of a noun."""
    if word in words.classes["plural"]:
        return True
    return (
        len(word) > 3
        and word.endswith("s")
        and not word.endswith(("ss", "us", "is"))
        and (word not in words.classes["singular"])
    )


def is_one(page: Page, words: Words, amount: Amount, start: int, limit: int) -> bool:
    """Whether "one" is a number: a noun follows that is no "of", "another", "hand"; then it is what is counted."""
    low, k, classes = page.low, amount.last, words.classes
    if amount.scaled or (amount.noun and (k >= len(low) or low[k] != "-")):
        return True
    if amount.first > start and low[amount.first - 1] in classes["one_not_after"]:
        return False
    if k + 1 < limit and low[k] in classes["to"] | classes["or"] and low[k + 1] in words.cardinals:
        return True  # "one or two ships"
    if k >= limit or not low[k][0].isalpha() or low[k] in classes["stop"] or low[k] in classes["one_not_before"]:
        return False
    last = k + 1
    while last < min(limit, k + 4) and low[last][0].isalpha() and low[last] not in classes["stop"]:
        last += 1
    _count(page, amount, k, last)
    return True
