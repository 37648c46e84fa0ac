"""The fullest form that a page gives of each name, for every later and shorter mention of it."""

from __future__ import annotations

import re
from collections import defaultdict

from pledgebook.model import Mention
from pledgebook.reading.mentions.bodies import is_abbreviation
from pledgebook.reading.mentions.places import find_routes
from pledgebook.reading.mentions.sheet import Sheet
from pledgebook.reading.mentions.sweep import Sweep

_BRACKET = re.compile(r"^(.*\S)\s*\(([^()\s]+)\)$")
_SMALL = frozenset(("of", "the", "and", "for", "on", "&", "in", "a"))


def fill(sheet: Sheet, sweep: Sweep, found: list[Mention]) -> list[Mention]:
    """Give each mention its fullest name, drop states and places that are parts of persons' names, add the routes."""
    held = [m for m in found if m.type == "person"]
    inside = {k for m in held for k in range(m.first, m.last)}
    found = [m for m in found if m.type not in ("country", "place") or m.first not in inside]
    _persons(sheet, found)
    found = _bodies(sheet, found)
    _places(found)
    found += find_routes(sheet, found)
    found += _references(sheet, sweep, found)
    return sorted(found, key=lambda m: (m.first, -m.last, m.type))


def _persons(sheet: Sheet, found: list[Mention]) -> None:
    """One name, one state, one office for all mentions of a person."""
    full = [m for m in found if m.type == "person" and len(m.name.split()) > 1]
    by_word: dict[str, list[str]] = defaultdict(list)
    for m in full:
        for word in {m.name.split()[0].casefold(), m.name.split()[-1].casefold()}:
            if m.name not in by_word[word]:
                by_word[word].append(m.name)
    for m in found:
        if m.type == "person" or (m.type == "body" and m.sense == "unknown" and m.last - m.first == 1):
            name = _fuller_person(m.name, by_word)
            if name and (m.type == "person" or name != m.name):
                m.type, m.name = "person", name
                m.sense = "" if m.sense == "unknown" else m.sense
    _spread([m for m in found if m.type == "person"])


def _fuller_person(name: str, by_word: dict[str, list[str]]) -> str:
    """The longest name on the page that this one can be short for; "" where there is none or more than one person."""
    parts = [p.strip(".").casefold() for p in name.split()]
    best = ""
    for word in (parts[-1], parts[0]):
        for other in by_word.get(word, ())[:20]:
            if len(other) > len(best) and _short_for(parts, [p.strip(".").casefold() for p in other.split()]):
                best = other
        if best:
            return best
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
        if m.sense and m.sense not in ("unknown", "honorific", "modifier", "guess"):
            senses.setdefault(m.name, m.sense)
    for m in group:
        m.code = m.code or codes.get(m.name, "")
        if m.sense in ("", "unknown", "honorific", "modifier", "guess"):
            m.sense = senses.get(m.name, m.sense)


def _places(found: list[Mention]) -> None:
    _spread([m for m in found if m.type == "place"])


def _bodies(sheet: Sheet, found: list[Mention]) -> list[Mention]:
    """Fullest names of bodies: by abbreviation, by a longer mention, by the head alone ("the Agency")."""
    known = [m for m in found if m.type == "body"]
    short = _abbreviations(sheet, known)
    by_first: dict[str, list[Mention]] = defaultdict(list)
    for m in known:
        if key := _key(m.name):
            by_first[key[0]].append(m)
    fuller = {m.name: m.name for m in known}
    for m in known:
        fuller[m.name] = short.get(m.name) or _longer(m, by_first[key[0]][:40] if (key := _key(m.name)) else [])
    last_of: dict[str, str] = {}
    out = []
    for m in sorted(found, key=lambda m: m.first):
        if m.type != "body":
            out.append(m)
            continue
        if (m.last - m.first == 1 and sheet.unit(m.first).kind == "head") or _bare(sheet, m):
            name = last_of.get(sheet.low[m.first])
            if not name:
                continue
            m.sense, m.name = "reference", name
        else:
            m.name = fuller.get(fuller.get(m.name, m.name), m.name)
            for word in _key(m.name):
                last_of[word] = m.name
        out.append(m)
    _spread([m for m in out if m.type == "body"])
    return out


def _bare(sheet: Sheet, m: Mention) -> bool:
    return (
        m.last - m.first == 1
        and any(c.startswith("small:") for c in sheet.of(m.first))
        and sheet.low[m.first] not in _SMALL
    )


def _key(name: str) -> list[str]:
    """The words of a name that count."""
    return [w for w in re.findall(r"[^\W_]+", name.casefold()) if w not in _SMALL]


def _longer(m: Mention, others: list[Mention]) -> str:
    """The longest name on the page of which this is a beginning, if no other state's body fits as well."""
    key = _key(m.name)
    fits = [o for o in others if _key(o.name)[: len(key)] == key and (not m.code or not o.code or m.code == o.code)]
    if len({o.code for o in fits if o.code}) > 1:
        return m.name
    return max((o.name for o in fits), key=lambda n: (len(n), n), default=m.name)


def _abbreviations(sheet: Sheet, known: list[Mention]) -> dict[str, str]:
    """The full name behind each abbreviation: of a bracket, of a bracket that holds the name, of initials."""
    out: dict[str, str] = {}
    acronyms: dict[str, Mention] = {}
    for m in known:
        if m.last - m.first <= 3 and is_abbreviation(m.name):
            acronyms.setdefault(m.name, m)
    ends = {a.last: name for name, a in acronyms.items()}
    for m in known:
        if match := _BRACKET.match(m.name):
            out.setdefault(match[2], m.name)
            out.setdefault(match[1], m.name)
        elif (at := ends.get(m.first - 1)) and sheet.low[m.first - 1] == "(":
            out.setdefault(at, f"{m.name} ({at})")
            out.setdefault(m.name, f"{m.name} ({at})")
        elif (initials := "".join(w[0] for w in _key(m.name)).upper()) in acronyms and len(initials) > 2:
            out.setdefault(initials, f"{m.name} ({initials})")
            out.setdefault(m.name, f"{m.name} ({initials})")
    return out


def _references(sheet: Sheet, sweep: Sweep, found: list[Mention]) -> list[Mention]:
    """ "The President", "the minister": the last person named with that office."""
    named = sorted((m for m in found if m.type == "person"), key=lambda m: m.first)
    taken = {k for m in named for k in range(m.first - 2, m.first)}
    out, k, last_with = [], 0, {}
    for office, i in sweep.offices:
        while k < len(named) and named[k].first < i:
            last_with[named[k].sense] = named[k]
            k += 1
        person = last_with.get(office.kind)
        if person is None or i == 0 or sheet.low[i - 1] != "the" or office.last > office.words or i in taken:
            continue
        out.append(sheet.mention("person", i, office.words, name=person.name, code=person.code, sense="reference"))
    return out
