"""How far the name of a body, an event or a document goes: "Ministry of Industry and Trade of X" ends where?

Each function takes a token and returns the token after the name's end; none looks further than `LONGEST` tokens.
"""

from __future__ import annotations

from pledgebook.reading.mentions.sheet import LONGEST, Sheet, Unit

_ARTICLES = frozenset(("the", "a", "an"))
_BODY_JOINS = frozenset(("of", "for", "on", "under"))
_PAPER_JOINS = frozenset(
    ("on", "of", "for", "in", "between", "among", "the", "and", "concerning", "regarding", "against")
)
_STATES = frozenset(("state", "demonym", "people"))
_ABSTRACT = ("tion", "sion", "ment", "ogy", "ing", "ity", "ics", "ance", "ence", "ship", "ism", "ture", "cy", "ness")


def is_field(sheet: Sheet, unit: Unit) -> bool:
    """Whether a word says what a body is for: of the lexicon, or abstract by its ending."""
    word = sheet.low[unit.first]
    if unit.kind == "head":
        return unit.form == "weak"
    return unit.kind == "word" and ("field" in sheet.of(unit.first) or (len(word) > 6 and word.endswith(_ABSTRACT)))


def body_end(sheet: Sheet, i: int, end: int, offices: bool = False) -> int:
    """The end of a body's name whose head ends before token i: "of", "for", "and" and lists carry it on."""
    last, open_list, limit = i, False, min(end, i + LONGEST)
    while last < limit:
        word = sheet.low[last]
        if word in _BODY_JOINS:
            after = complement_end(sheet, last + 1, limit, offices)
            open_list = True
        elif word in ("and", "&") and open_list:
            after = _and_end(sheet, last + 1, limit)
        elif word == "," and open_list:
            after = _list_end(sheet, last, limit)
        else:
            break
        if not after:
            break
        last = after
        if _ends_with_state(sheet, last) and sheet.low[last : last + 1] != ["of"]:
            break
    return last


def _ends_with_state(sheet: Sheet, last: int) -> bool:
    """Whether the name just took in a state or a place: nothing is joined to it then."""
    for i in range(last - 1, max(-1, last - 5), -1):
        tag = sheet.tag.get(i)
        if tag is not None and tag.last >= last:
            return tag.role in ("country", "place")
    return False


def complement_end(sheet: Sheet, i: int, end: int, offices: bool = False) -> int:
    """The end of the run that follows "of" or "for"; 0 where no name follows."""
    if i < end and sheet.low[i] in _ARTICLES:
        i += 1
    if i >= end or not sheet.capital[i]:
        return 0
    return _take(sheet, i, end, offices)


def _take(sheet: Sheet, i: int, end: int, offices: bool = False) -> int:
    """The end of a run of capitals that stops before an office and after a state; 0 where it is empty."""
    j, stop = i, sheet.run_end(i, end)
    while j < stop:
        unit = sheet.unit(j)
        if unit.kind == "office" and not offices:
            break
        if "calendar" in sheet.of(j) and j > i:
            break
        j = unit.last
        if unit.kind == "state" and not _goes_on(sheet, j, stop):
            break
        if j < stop and not sheet.capital[j] and sheet.low[j] != ".":
            j += 1
    return min(j, stop) if j > i else 0


def _goes_on(sheet: Sheet, j: int, stop: int) -> bool:
    """Whether a name goes on behind a state: "Bank of China Group", "Friends of Korea-Japan Trade"."""
    return j < stop and (sheet.low[j] in ("-", "&") or sheet.unit(j).kind == "head")


def _and_end(sheet: Sheet, i: int, end: int) -> int:
    """After "and": the end of a run that only says what the body is for; 0 where another name begins."""
    if i < end and sheet.low[i] == "the":
        i += 1
    if i >= end or not sheet.capital[i]:
        return 0
    j, stop = i, _take(sheet, i, end)
    while j < stop:
        unit = sheet.unit(j)
        if unit.kind in ("state", "place", "body", "office") or (unit.kind == "head" and unit.form != "weak"):
            return 0
        if j == i and not is_field(sheet, unit):
            return 0
        j = max(unit.last, j + 1)
    return stop


def _list_end(sheet: Sheet, i: int, end: int) -> int:
    """After ", A, B and C": its end; 0 where the commas do not close with "and" and fields only."""
    for _ in range(8):
        if i >= end or sheet.low[i] != ",":
            return 0
        if sheet.low[i + 1 : i + 2] == ["and"]:
            return _and_end(sheet, i + 2, end)
        i = _and_end(sheet, i + 1, end)
        if not i:
            return 0
        if sheet.low[i : i + 1] == ["and"]:
            return _and_end(sheet, i + 1, end)
    return 0


def paper_end(sheet: Sheet, i: int, end: int) -> int:
    """The end of a document's title whose head ends before token i: small joining words carry it on to capitals."""
    last, limit, between = i, min(end, i + LONGEST), False
    while last < limit and sheet.low[last] in _PAPER_JOINS:
        j = last
        while j < limit and j - last < 4 and sheet.low[j] in _PAPER_JOINS:
            between = between or sheet.low[j] in ("between", "among")
            j += 1
        if j >= limit or not sheet.capital[j] or _new_name(sheet, j, sheet.low[last:j], between):
            break
        after = _take(sheet, j, limit)
        if not after:
            break
        last = after
    return last


def _new_name(sheet: Sheet, j: int, joins: list[str], between: bool) -> bool:
    """Whether what follows the joining words is no part of the title: a place of signing, another document."""
    unit = sheet.unit(j)
    if joins == ["in"] and unit.kind in ("place", "state"):
        return True
    if joins[0] == "and" and not between:
        return unit.kind in ("state", "body", "office", "place") or (unit.kind == "head" and unit.form != "weak")
    return joins[0] == "and" and "paper" in sheet.of(j)


def field_start(sheet: Sheet, first: int, floor: int) -> int:
    """The first token of a name that reaches back over "and" and commas: "Export and Investment Promotion Agency"."""
    low, i = sheet.low, first
    for _ in range(4):
        if i - 2 < floor or low[i - 1] not in ("and", "&", ",") or not sheet.capital[i - 2]:
            break
        j = i - 2
        while j >= floor and sheet.capital[j] and is_field(sheet, sheet.unit(j)):
            j -= 1
        if j == i - 2:
            break
        i = j + 1
    if i < first and i - 1 >= floor and sheet.unit(i - 1).kind in _STATES and sheet.near(i):
        i -= 1
    return i


def bracket_end(sheet: Sheet, last: int, end: int) -> tuple[int, str]:
    """After a name: the end of a bracket that holds its abbreviation, and the abbreviation; or `last` and ""."""
    low, page = sheet.low, sheet.page
    if low[last : last + 1] != ["("]:
        return last, ""
    close = last + 1
    while close < min(end, last + 8) and low[close] != ")":
        close += 1
    if close >= end or low[close] != ")":
        return last, ""
    inner = page.document.text[page.begins[last + 1] : page.stops[close - 1]] if close > last + 1 else ""
    return (close + 1, inner) if is_abbreviation(inner) else (last, "")


def is_abbreviation(word: str) -> bool:
    """Whether a word is written like an abbreviation: no space, at least two capitals, mostly capitals."""
    big = sum(c.isupper() for c in word)
    return big >= 2 and " " not in word and len(word) <= 14 and big * 2 >= sum(c.isalpha() for c in word)
