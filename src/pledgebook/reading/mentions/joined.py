"""Joins the amounts of a sentence: ranges become one, and a scale, unit or noun written once serves its neighbours."""

from __future__ import annotations

from fractions import Fraction

from pledgebook.reading.mentions.amount_words import Words
from pledgebook.reading.mentions.quantities import Amount
from pledgebook.reading.text.page import Page

_DASHES = frozenset("-–—~")
_SPANS = ("day", "hour", "year")
_LINK = 4  # words that may stand between two numbers of one series ("to more than")


def join(page: Page, words: Words, amounts: list[Amount]) -> list[Amount]:
    """The amounts with ranges merged and shared units given; in order."""
    if len(amounts) < 2:
        return amounts
    out: list[Amount] = [amounts[-1]]
    listed = False
    for a in reversed(amounts[:-1]):
        if not out:
            out.append(a)
            continue
        b = out[-1]
        if _goes_on(page, words, a, b):
            out[-1] = _added(a, b)
            continue
        link = _link(page, words, a, b)
        if link == "comma" and not listed:
            link = ""
        listed = link in ("and", "or", "comma")
        if link:
            _share(a, b, link)
        if link in ("dash", "to", "or", "between") and _is_range(page, words, a, b, link):
            out[-1] = _merged(a, b)
        elif link == "dash" and _is_score(a, b):
            out.pop()
        else:
            out.append(a)
    out.reverse()
    return out


def _goes_on(page: Page, words: Words, a: Amount, b: Amount) -> bool:
    """ "3 hours 20 minutes", "two years and six months": one amount in two units."""
    between = page.low[a.last : b.first]
    if a.type != "measure" or b.type != "measure" or a.unit != b.unit or len(between) > 1 or a.high or b.high:
        return False
    if between and (between[0] not in words.classes["and"] or a.unit not in _SPANS):
        return False
    return _ratio(b) < _ratio(a) and _value(b) < _ratio(a)


def _ratio(a: Amount) -> Fraction:
    return Fraction(*a.factor)


def _added(a: Amount, b: Amount) -> Amount:
    """The sum of both, in the unit of the smaller."""
    total = _value(a) + _value(b)
    b.first, b.top, b.bottom, b.factor = a.first, total.numerator, total.denominator, (1, 1)
    return b


def _link(page: Page, words: Words, a: Amount, b: Amount) -> str:
    """What joins two amounts: `dash`, `to`, `or`, `between`, `and`, `comma`, `of`; "" where nothing does."""
    low, i, k = page.low, a.last, b.first
    size = k - i
    if not 0 < size <= _LINK or "ordinal" in (a.type, b.type):
        return ""
    word = low[i]
    if size == 1 and word in _DASHES:
        return "dash" if page.glued(i) == page.glued(k) else ""
    if size == 1 and word == ",":
        return "comma"
    if size > 1 and (word == "," or (word == "-" and page.glued(i))):
        i, word = i + 1, low[i + 1]  # "5, and 7"; "two- to threefold"
    rest = low[i + 1 : k]
    if not all(w in words.classes["stop"] for w in rest):
        return ""
    if word in words.classes["of"]:
        return "of"
    if word in words.classes["to"]:
        return "to"
    if word in words.classes["or"]:
        return "or"
    if word in words.classes["from"]:
        return "and"
    if word in words.classes["and"]:
        opened = any(w in words.classes["between"] for w in low[max(0, a.first - 2) : a.first])
        return "between" if opened else "and"
    return ""


def _share(a: Amount, b: Amount, link: str) -> None:
    """Give what only one of two linked amounts has to the other: scale, unit, currency, noun."""
    if link == "of":
        if a.type == "" and b.type in ("count", "measure") and a.scaled == b.scaled:
            _copy(a, b)
        return
    if a.prefixed and not b.prefixed and (b.type == "" or (b.type == "count" and _runs_on(b, link))):
        _copy(b, a)
        b.noun_last = 0
    bare = a.type == "" or (a.prefixed and a.unit == b.unit)
    if bare and b.scaled and not a.scaled and _small(a) and (link in ("and", "comma", "or") or _number(a) < _number(b)):
        a.top, a.scale, a.scaled = a.top * b.scale, b.scale, True
        a.grain += len(str(b.scale)) - 1
    fold = b.unit == "times" and link in ("to", "dash", "or")
    if a.type == "" and b.type and (b.form != "ratio" or fold) and not b.prefixed:
        _copy(a, b)
    elif b.type == "" and link == "to" and a.type in ("measure", "percent", "money") and a.scaled == b.scaled:
        _copy(b, a)


def _runs_on(b: Amount, link: str) -> bool:
    """ "$1-1.5 billion projects": what follows a dash or goes on with a scale word is money still."""
    return link == "dash" or (b.scaled and link in ("to", "between"))


def _copy(to: Amount, source: Amount) -> None:
    to.type, to.unit, to.factor = source.type, source.unit, source.factor
    to.name, to.sense, to.noun = source.name, source.sense, source.noun


def _small(a: Amount) -> bool:
    return a.form != "grouped" and abs(a.top) < 1000 * a.bottom


def _number(a: Amount) -> Fraction:
    """The written number, before its scale."""
    return Fraction(a.top, a.bottom * a.scale)


def _value(a: Amount) -> Fraction:
    return Fraction(a.top * a.factor[0], a.bottom * a.factor[1])


def _is_range(page: Page, words: Words, a: Amount, b: Amount, link: str) -> bool:
    """Two ends of one range: same unit, rising; "from 12 to 60" is a change between two values."""
    if a.type != b.type or a.unit != b.unit or a.high or a.form == "ratio" or _value(a) >= _value(b):
        return False
    if link in ("to", "or") and b.first - a.last > 1:
        return False
    if link == "or" and page.low[a.first - 1] == ",":
        return False  # "40, 50 or 60"
    if link == "to":
        return not _changes(page, words, a)
    return link != "or" or _value(b) < 2 * _value(a) + 2


def _changes(page: Page, words: Words, a: Amount) -> bool:
    """ "from 12 to 60", "corrected 182 to 186": a change between two values; "by 5 to 10 percent" is none."""
    near = page.low[max(0, a.first - 4) : a.first]
    if near and near[-1] in words.classes["by"]:
        return False
    return any(w in words.classes["from"] or w in words.classes["change"] for w in near)


def _merged(a: Amount, b: Amount) -> Amount:
    high = b.high or (b.top * b.factor[0], b.bottom * b.factor[1])
    a.high, a.last, a.grain = high, b.last, min(a.grain, b.grain)
    a.noun, a.noun_last = b.noun, b.noun_last
    if a.sense == "label":
        a.sense = b.sense if b.sense != "label" else ""
    return a


def _is_score(a: Amount, b: Amount) -> bool:
    """2-1, 5-3: falling numbers joined by a dash and without unit are no amounts."""
    return a.type == "" == b.type and _value(a) >= _value(b)
