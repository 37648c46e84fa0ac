"""How far the name of a body, an event or a document goes: "Ministry of Industry and Trade of X" ends where?

Each function takes a token and returns the token after the name's end; none looks further than `LONGEST` tokens.
"""

from __future__ import annotations

from pledgebook.reading.mentions.sheet import LONGEST, Sheet, Unit

STATES = frozenset(("state", "demonym", "people"))
DASHES = frozenset("-–—")
_ARTICLES = frozenset(("the", "a", "an"))
_BODY_JOINS = frozenset(("of", "for", "on", "under"))
_PAPER_JOINS = frozenset(
    ("on", "of", "for", "in", "between", "among", "the", "and", "concerning", "regarding", "against")
)
# Abstract nouns and gerunds say what a body is for, known to the lexicon or not.
_ABSTRACT = ("tion", "sion", "ment", "ogy", "ing", "ity", "ics", "ance", "ence", "ship", "ism", "ture", "cy", "ness")
# Words that may stand between the name of a state and what belongs to it: "Uzbekistan's new foreign minister".
_BETWEEN = frozenset(("'", "'s", "and", "-", "first", "new", "former", "then"))
# Bodies whose place tells their state: a port is where its city is, an organisation need not be.
_SEATED = frozenset(
    ("port", "university", "bank", "fund", "railway", "agency", "association", "ministry", "government", "parliament")
)


def is_field(sheet: Sheet, unit: Unit) -> bool:
    """Whether a word says what a body is for: of the lexicon, or abstract by its ending."""
    if unit.kind == "head":
        return unit.form == "weak"
    word = sheet.low[unit.first]
    return unit.kind == "word" and ("field" in sheet.of(unit.first) or (len(word) > 6 and word.endswith(_ABSTRACT)))


def is_strong(unit: Unit) -> bool:
    """Whether a unit heads a body wherever it stands."""
    return unit.kind == "head" and unit.form != "weak"


def body_end(sheet: Sheet, i: int, end: int, offices: bool = False) -> int:
    """The end of a body's name whose head ends before token i: "of", "for", "and" and lists carry it on.

    `offices`: titles are part of it ("Council of Heads of State").
    """
    last, listed, limit = i, False, min(end, i + LONGEST)
    while last < limit:
        word = sheet.low[last]
        if word in _BODY_JOINS:
            after, listed = complement_end(sheet, last + 1, limit, offices or word == "under"), True
            if word == "on" and after and _names_a_state(sheet, last + 1, after):
                break
        elif word in ("and", "&") and listed:
            after = _and_end(sheet, last + 1, limit)
        elif word == "," and listed:
            after = _list_end(sheet, last, limit)
        else:
            break
        if not after:
            break
        last = after
        if _ends_with_state(sheet, last) and sheet.at(last) != "of":
            break
    return last


def _names_a_state(sheet: Sheet, i: int, last: int) -> bool:
    """Whether tokens i to `last` are a state or a place and no more: what a body speaks "on", not its field."""
    unit = sheet.unit(i + (sheet.low[i] == "the"))
    return unit.kind in ("state", "place") and unit.last >= last


def _ends_with_state(sheet: Sheet, last: int) -> bool:
    """Whether the name just took in a state or a place: nothing is joined to it then."""
    for i in range(last - 1, max(-1, last - 8), -1):
        tag = sheet.tag.get(i)
        if tag is not None and tag.last >= last:
            return tag.role in ("country", "place")
    return False


def complement_end(sheet: Sheet, i: int, end: int, offices: bool = False) -> int:
    """The end of the run that follows "of" or "for"; 0 where no name follows."""
    if sheet.at(i) in _ARTICLES:
        i += 1
    return _take(sheet, i, end, offices) if i < end and sheet.capital[i] else 0


def _take(sheet: Sheet, i: int, end: int, offices: bool = False) -> int:
    """The end of a run of capitals that stops before an office and after a state; 0 where it is empty."""
    j, stop, last = i, sheet.run_end(i, end), i
    while j < stop:
        unit = sheet.unit(j)
        if (unit.kind == "office" and not offices) or ("calendar" in sheet.of(j) and "field" not in sheet.of(j)):
            break
        big = sheet.capital[j]
        j = unit.last
        if big:
            last = j
        if unit.kind == "state" and not _goes_on(sheet, j, stop):
            break
    return last if last > i else 0


def _goes_on(sheet: Sheet, j: int, stop: int) -> bool:
    """Whether a name goes on behind a state: "Bank of China Group", "Friends of Korea-Japan Trade"."""
    if j >= stop or sheet.unit(j).kind == "office":
        return False
    return (
        sheet.low[j] in ("-", "&", "–")
        or sheet.is_(j, "field")
        or any(k in sheet.heads for k in range(j, min(stop, j + 6)))
    )


def _and_end(sheet: Sheet, i: int, end: int) -> int:
    """After "and": the end of a run that only says what the body is for; 0 where another name begins."""
    if sheet.at(i) == "the":
        i += 1
    if i >= end or not sheet.capital[i] or not is_field(sheet, sheet.unit(i)):
        return 0
    j, stop = i, _take(sheet, i, end)
    while j < stop:
        unit = sheet.unit(j)
        if unit.kind in ("state", "demonym", "place", "body", "office") or is_strong(unit):
            return 0
        j = unit.last
    return stop


def _list_end(sheet: Sheet, i: int, end: int) -> int:
    """After ", A, B and C": its end; 0 where the commas do not close with "and" and fields only."""
    for _ in range(8):
        if i >= end or sheet.low[i] != ",":
            return 0
        if sheet.at(i + 1) == "and":
            return _and_end(sheet, i + 2, end)
        i = _and_end(sheet, i + 1, end)
        if not i:
            return 0
        if sheet.at(i) == "and":
            return _and_end(sheet, i + 1, end)
    return 0


def paper_end(sheet: Sheet, i: int, end: int) -> int:
    """The end of a document's title whose head ends before token i: small joining words carry it on to capitals."""
    last, limit, between = i, min(end, i + LONGEST), False
    while last < limit and sheet.low[last] in _PAPER_JOINS:
        j = last
        while j < limit and j - last < 4 and sheet.low[j] in _PAPER_JOINS and not sheet.capital[j]:
            between = between or sheet.low[j] in ("between", "among")
            j += 1
        if j == last or j >= limit or not sheet.capital[j]:
            break
        join = sheet.low[last]
        if (join != "of" or last == i) and _new_name(sheet, j, join, between, limit):
            break
        after = _take(sheet, j, limit)
        if not after:
            break
        last = after
    return last


def _new_name(sheet: Sheet, j: int, join: str, between: bool, limit: int) -> bool:
    """Whether what follows a joining word is no part of the title: a place of signing, a party, another document."""
    unit = sheet.unit(j)
    if join == "in":
        return unit.kind in ("place", "state")
    if between:
        return join == "and" and "paper" in sheet.of(j)
    if join == "of":
        headed = any(k in sheet.heads and is_strong(sheet.unit(k)) for k in range(j, sheet.run_end(j, limit)))
        return headed or not (is_field(sheet, unit) or unit.kind == "state" or "nobody" in sheet.of(j))
    if join == "and":
        return unit.kind in ("state", "body", "office", "place") or is_strong(unit) or "paper" in sheet.of(j)
    return False


def field_start(sheet: Sheet, first: int, floor: int) -> int:
    """The first token of a name that reaches back over "and" and commas: "Export and Investment Promotion Agency"."""
    low, i = sheet.low, first
    for _ in range(4):
        joins = ("and", "&") if i == first else ("and", "&", ",")
        if i - 2 < floor or low[i - 1] not in joins or not sheet.capital[i - 2]:
            break
        j = i - 2
        while j >= floor and sheet.capital[j] and is_field(sheet, sheet.unit(j)) and sheet.unit(j).last == j + 1:
            j -= 1
        if j == i - 2:
            break
        i = j + 1
    if i < first and i - 1 >= floor and sheet.unit(i - 1).kind in STATES and sheet.near(i):
        i -= 1
    return i


def bracket_end(sheet: Sheet, last: int, end: int) -> int:
    """After a name: the end of a bracket that holds its abbreviation; or `last`."""
    low, page = sheet.low, sheet.page
    if sheet.at(last) != "(":
        return last
    close = last + 1
    while close < min(end, last + 9) and low[close] not in (")", ",", ";"):
        close += 1
    if close >= end or low[close] != ")" or close == last + 1:
        return last
    return close + 1 if is_abbreviation(page.document.text[page.begins[last + 1] : page.stops[close - 1]]) else last


def is_abbreviation(word: str) -> bool:
    """Whether a word is written like an abbreviation: no space, at least two capitals, mostly capitals."""
    big = sum(c.isupper() for c in word)
    return big >= 2 and " " not in word and len(word) <= 14 and big * 2 >= sum(c.isalpha() for c in word)


def quote_end(sheet: Sheet, i: int, end: int) -> int:
    """For an opening quotation mark at token i: the token after the closing one, if it closes within a name; else i."""
    for j in range(i + 2, min(end, i + 30)):
        if sheet.low[j] == '"':
            return j + 1
    return i


def code_in(sheet: Sheet, first: int, last: int, kind: str) -> str:
    """The one state that a name holds ("Bank of Ghana"), or that of its place; "" for two or none."""
    for roles in (("country", "demonym"), ("place",)):
        found = {t.value for k in range(first, last) if (t := sheet.tag.get(k)) is not None and t.role in roles}
        if found:
            return found.pop() if len(found) == 1 else ""
        if kind not in _SEATED:
            break
    return ""


def first_code(sheet: Sheet, first: int, last: int) -> str:
    """The first state that the words of an office name, or that of their first place: an ambassador's is his own."""
    for roles in (("country", "demonym"), ("place",)):
        for k in range(first, last):
            if (tag := sheet.tag.get(k)) is not None and tag.role in roles:
                return tag.value
    return ""


def code_before(sheet: Sheet, first: int) -> str:
    """The state whose name or adjective stands before a name or title ("Kenya's foreign minister"), or ""."""
    for k in range(first - 1, max(-1, first - 7), -1):
        for start in range(k, max(-1, k - 8), -1):
            tag = sheet.tag.get(start)
            if tag is not None and tag.last == k + 1:
                near = k == first - 1 or sheet.low[k + 1] in ("'s", "'")
                return tag.value if tag.role == "demonym" or (near and tag.role in ("country", "place")) else ""
        if not (sheet.is_(k, "field") or sheet.low[k] in _BETWEEN or sheet.low[k] in sheet.page.pack.small):
            break
    return ""
