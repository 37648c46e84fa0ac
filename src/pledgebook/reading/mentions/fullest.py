"""The fullest form that a page gives of each name, for every later and shorter mention of it."""

from __future__ import annotations

import re
from collections import defaultdict

from pledgebook.model import Mention
from pledgebook.reading.mentions.bodies import is_abbreviation
from pledgebook.reading.mentions.longest import longest_names
from pledgebook.reading.mentions.places import find_routes
from pledgebook.reading.mentions.sheet import Sheet
from pledgebook.reading.mentions.sweep import Sweep

_BRACKET = re.compile(r"^(.*\S)\s*\(([^()\s]+)\)(?: of \S.*)?$")
_WORD = re.compile(r"[^\W_]+")
_VAGUE = frozenset(("", "unknown", "honorific", "modifier", "guess", "collective"))
_TITLED = frozenset(("title", "route", "event", "project"))
# Names alike in their first word are compared with each other up to this many, so that hostile text stays linear.
_MOST_ALIKE = 40


def fill(sheet: Sheet, sweep: Sweep, found: list[Mention]) -> list[Mention]:
    """Give each mention its fullest name, drop what is part of a person's name or of a title, add the routes."""
    found = _outside(found)
    _persons(found)
    short = _abbreviations(sheet, found)
    found = _bodies(sheet, found, short)
    _spread([m for m in found if m.type == "place"])
    found += find_routes(sheet, found)
    found += _references(sheet, sweep, found)
    return _nested(found)


def _outside(found: list[Mention]) -> list[Mention]:
    """Without states and places in persons' names, and bodies in the titles of documents that name no parties."""
    persons = {k for m in found if m.type == "person" for k in range(m.first, m.last)}
    titles = {k for m in found if m.type == "title" and " between " not in m.text for k in range(m.first, m.last)}
    kept = []
    for m in found:
        inside = persons if m.type in ("country", "place") else titles if m.type == "body" else ()
        if m.first not in inside or m.sense == "international":
            kept.append(m)
    return kept


def _nested(found: list[Mention]) -> list[Mention]:
    """In order of place, without doubles and without names that cross one another."""
    out: list[Mention] = []
    open_: list[Mention] = []
    for m in sorted(found, key=lambda m: (m.first, -m.last, m.type)):
        while open_ and open_[-1].last <= m.first:
            open_.pop()
        if open_ and (m.last > open_[-1].last or _place(m) == _place(open_[-1]) or _same(m, open_[-1])):
            continue
        open_.append(m)
        out.append(m)
    return out


def _same(m: Mention, outer: Mention) -> bool:
    """Whether a name inside another is the same thing: "EBRD" in "European Bank ... (EBRD)"."""
    return m.type == outer.type and m.name == outer.name and m.type != "country"


def _place(m: Mention) -> tuple[int, int, str]:
    return m.first, m.last, m.type


def _persons(found: list[Mention]) -> None:
    """One name, one state, one office for all mentions of a person."""
    by_word: dict[str, list[str]] = defaultdict(list)
    for m in found:
        if m.type == "person" and " " in m.name:
            parts = m.name.casefold().split()
            for word in {parts[0], parts[-1]}:
                if m.name not in by_word[word] and len(by_word[word]) < _MOST_ALIKE:
                    by_word[word].append(m.name)
    for m in found:
        lone = m.sense in ("unknown", "guess") and " " not in m.name
        if m.type == "person" or (lone and m.type in ("body", "place")):
            name = _fuller_person(m.name, by_word)
            if name:
                m.type, m.name = "person", name
                m.sense = "" if lone else m.sense
    _spread([m for m in found if m.type == "person"])


def _fuller_person(name: str, by_word: dict[str, list[str]]) -> str:
    """The longest name on the page that this one can be short for; "" where there is none."""
    parts = [p.strip(".") for p in name.casefold().split()]
    for word in (parts[-1], parts[0]):
        fits = [o for o in by_word.get(word, ()) if _short_for(parts, [p.strip(".") for p in o.casefold().split()])]
        if fits:
            return max(fits, key=len)
    return ""


def _short_for(short: list[str], long: list[str]) -> bool:
    """Whether each part of the short name stands in the long one in order, as itself or as an initial."""
    k = 0
    for part in short:
        while k < len(long) and not (long[k] == part or (len(part) == 1 and long[k].startswith(part))):
            k += 1
        if k == len(long):
            return False
        k += 1
    return True


def _spread(group: list[Mention]) -> None:
    """Give every mention of one name the state and the sense that any of them has."""
    codes: dict[str, str] = {}
    senses: dict[str, str] = {}
    for m in group:
        if m.code:
            codes.setdefault(m.name, m.code)
        if m.sense not in _VAGUE:
            senses.setdefault(m.name, m.sense)
    for m in group:
        m.code = m.code or codes.get(m.name, "")
        if m.sense in _VAGUE:
            m.sense = senses.get(m.name, m.sense)


def _bodies(sheet: Sheet, found: list[Mention], short: dict[str, Mention]) -> list[Mention]:
    """Fullest names of bodies: by abbreviation, by a longer mention, by the head alone ("the Agency")."""
    fuller = longest_names(sheet, [m for m in found if m.type == "body" and m.sense != "international"])
    last_of: dict[str, Mention] = {}
    out = []
    for m in sorted(found, key=lambda m: m.first):
        if m.type == "body" and m.sense == "international":
            _redefine(m, short)
        elif m.type == "body":
            if _alone(sheet, m):
                if (whole := last_of.get(sheet.low[m.first])) is None:
                    continue
                m.sense, m.name, m.code = "reference", whole.name, whole.code
            else:
                _expand(m, short, fuller)
                _remember(sheet, m, last_of)
        out.append(m)
    _spread([m for m in out if m.type == "body" and m.sense != "reference"])
    return out


def _redefine(m: Mention, short: dict[str, Mention]) -> None:
    """Where the page gives an abbreviation a meaning of its own, it is not the international body of that name."""
    own = short.get(m.text)
    if own is not None and own.type == "body" and own.sense != "international":
        m.name, m.code, m.sense = own.name, own.code, own.sense


def _remember(sheet: Sheet, m: Mention, last_of: dict[str, Mention]) -> None:
    """Keep a body by its head nouns, for "the Agency" later on."""
    for k in range(m.first, m.last):
        if k in sheet.heads or sheet.low[k] in sheet.page.pack.small:
            last_of[sheet.low[k]] = m


def _expand(m: Mention, short: dict[str, Mention], fuller: dict[str, str]) -> None:
    """Put the fullest name in; an abbreviation of a document or a route makes the mention one of these."""
    m.name = fuller.get(m.name, m.name)
    whole = short.get(m.name)
    if whole is None:
        return
    if whole.type != "body" and m.sense == "unknown":
        m.type, m.sense = whole.type, ""
    if whole.type == m.type:
        m.name, m.code = whole.name, m.code or whole.code


def _alone(sheet: Sheet, m: Mention) -> bool:
    """Whether a body is only a head noun: "the Agency"."""
    return m.last - m.first == 1 and sheet.unit(m.first).kind == "head" and not sheet.upper(m.first)


def _abbreviations(sheet: Sheet, found: list[Mention]) -> dict[str, Mention]:
    """What each abbreviation stands for: a name with it in brackets, a bracket that holds the name, initials."""
    out: dict[str, Mention] = {}
    acronyms = {m.last: m for m in found if m.type == "body" and m.last - m.first <= 3 and is_abbreviation(m.name)}
    by_name = {m.name: m for m in acronyms.values()}
    for m in found:
        if m.type not in _TITLED and (m.type != "body" or m.sense in ("unknown", "international")):
            continue
        if match := _BRACKET.match(m.name):
            out.setdefault(match[2], m)
            out.setdefault(match[1], m)
        elif short := _beside(sheet, m, acronyms) or by_name.get(_initials(m.name)):
            plain, m.name = m.name, f"{m.name} ({short.name})"
            out.setdefault(short.name, m)
            out.setdefault(plain, m)
    return out


def _beside(sheet: Sheet, m: Mention, acronyms: dict[int, Mention]) -> Mention | None:
    """The abbreviation before a name in brackets, or before "i.e.": "SMBDA (Small and ... Agency", "X, i.e. the Y"."""
    i = m.first - 1 - (sheet.at(m.first - 1) == "the")
    if sheet.at(i) == "(":
        return acronyms.get(i)
    if sheet.low[max(0, i - 4) : i + 1] == [",", "i", ".", "e", "."]:
        return acronyms.get(i - 4)
    if sheet.at(i) in ("–", "—", "-", "or") and sheet.at(m.first - 1) == "the":
        return acronyms.get(i)
    return None


def _initials(name: str) -> str:
    letters = "".join(w[0] for w in _WORD.findall(name) if w[0].isupper())
    return letters if len(letters) > 2 else ""


def _references(sheet: Sheet, sweep: Sweep, found: list[Mention]) -> list[Mention]:
    """ "The President", "the Minister": the one person whom the page names with that title; none where it names two."""
    bearers: dict[str, list[Mention]] = defaultdict(list)
    beside: set[int] = set()
    for m in found:
        if m.type == "person":
            beside.update((m.first - 1, m.first - 2))
            if (title := sweep.titles.get(m.first)) is not None:
                bearers[title].append(m)
    out = []
    for office, i in sweep.offices:
        held = bearers.get(sheet.low[office.words - 1], [])
        lone = sheet.at(i - 1) == "the" and office.last == office.words and i not in beside
        if lone and len({m.name for m in held}) == 1 and held[0].first < i:
            code = next((m.code for m in held if m.code), "")
            out.append(sheet.mention("person", i, office.words, name=held[0].name, code=code, sense="reference"))
    return out
