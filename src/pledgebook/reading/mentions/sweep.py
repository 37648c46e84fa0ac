"""One pass over the capitalised words and titles of a page: runs of capitals cut into bodies, persons, documents.

What no lexicon explains is kept aside as unknown; `unknown.py` judges it by its surroundings afterwards.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from itertools import pairwise

from pledgebook.model import Mention
from pledgebook.reading.mentions import bodies, persons
from pledgebook.reading.mentions.sheet import Sheet, Unit
from pledgebook.reading.text import Sentence

# In order of strength: a run with two such words is named by the stronger one, of equals by the last.
_MARKS = ("event", "paper", "route", "place", "works")
_TYPES = {"event": "event", "paper": "title", "route": "route", "place": "place", "works": "project"}
_WEAK_WITH_OF = frozenset(("port", "university"))
_GROUP = frozenset(("collective",))


@dataclass(slots=True)
class Sweep:
    """What the pass found. `unknown` holds runs (first, last) that nothing explains; `taken` the first free token."""

    sheet: Sheet
    found: list[Mention] = field(default_factory=list)
    unknown: list[tuple[int, int]] = field(default_factory=list)
    offices: list[tuple[persons.Office, int]] = field(default_factory=list)
    taken: int = 0

    def sentence(self, s: Sentence) -> None:
        """Find the names of a sentence."""
        sheet, i = self.sheet, s.first
        capital, tag, low, classes = sheet.capital, sheet.tag, sheet.low, sheet.classes
        while i < s.last:
            if i in tag and tag[i].role == "office":
                i = self._office(i, i, s.last)
            elif capital[i]:
                i = self._run(i, s)
            elif low[i] in classes and any(c.startswith("small:") for c in classes[low[i]]):
                i = self._small(i, s)
            else:
                i += 1

    def _run(self, i: int, s: Sentence) -> int:
        """Read the run of capitals at token i; the token from which to go on."""
        sheet = self.sheet
        if self._opens(i, s):
            return i + 1
        stop = sheet.run_end(i, s.last)
        units: list[Unit] = []
        j = i
        while j < stop:
            unit = sheet.unit(j)
            if unit.kind == "office":
                self._piece(units, s, closed=True)
                first = units[0].first if units and _modifies(sheet, units) else unit.first
                return max(self._office(unit.first, first, s.last), unit.last)
            if sheet.capital[j] or unit.last > j + 1:
                units.append(unit)
            j = max(unit.last, j + 1)
        return max(self._piece(units, s, closed=False), stop)

    def _opens(self, i: int, s: Sentence) -> bool:
        """Whether the word at i only begins a sentence and belongs to no name."""
        sheet = self.sheet
        if i in sheet.tag or i in sheet.heads:
            return False
        classes = sheet.of(i)
        if "opener" not in classes or not (sheet.initial(i) or s.kind == "heading"):
            return "opener" in classes and "field" not in classes and "ordinal" not in classes
        next_big = i + 1 < s.last and sheet.capital[i + 1] and sheet.near(i + 1)
        return not (next_big and ("field" in classes or "ordinal" in classes))

    def _piece(self, units: list[Unit], s: Sentence, closed: bool) -> int:
        """Name a run without offices; the token after the name. `closed`: an office follows it directly."""
        while units and units[0].kind == "word" and "calendar" in self.sheet.of(units[0].first):
            units = units[1:]
        if not units:
            return 0
        mark, kind = self._mark(units)
        if mark < 0:
            self._unmarked(units)
            return 0
        end = units[-1].last
        rest = units[mark + 1 :]
        if rest and (mark == 0 or kind == "place") and not self._place_before(units, mark):
            self._named(units[mark:], kind, end, s) if mark == 0 else self._named(
                units[: mark + 1], kind, units[mark].last, s
            )
            if mark:
                self._unmarked(rest)
            return end
        if rest:
            last = self._named(units[: mark + 1], kind, units[mark].last, s, grow=False)
            self._unmarked(rest)
            return last
        return self._named(units, kind, end, s, grow=not closed)

    def _place_before(self, units: list[Unit], mark: int) -> bool:
        return mark > 0 and units[mark].kind == "word"

    def _mark(self, units: list[Unit]) -> tuple[int, str]:
        """The unit that says what the run names, and what that is; -1 where none does."""
        sheet, best, strength, kind = self.sheet, -1, len(_MARKS) + 2, ""
        for k in range(len(units)):
            rank, what = self._strength(units, k)
            if rank <= strength and what:
                best, strength, kind = k, rank, what
        if (
            best >= 0
            and units[best].kind == "word"
            and len(units) == 1
            and sheet.low[units[0].last : units[0].last + 1] not in (["of"], ["on"], ["for"], ["between"])
        ):
            return -1, ""
        return best, kind

    def _strength(self, units: list[Unit], k: int) -> tuple[int, str]:
        """How strongly unit k names the run (0 is strongest) and as what."""
        unit, sheet = units[k], self.sheet
        if unit.kind == "head":
            if unit.form != "weak":
                return 0, "body"
            before = units[k - 1].kind if k else ""
            proper = before in ("state", "place", "body", "head") or any(
                u.kind == "word" and not bodies.is_field(sheet, u) and "ordinal" not in sheet.of(u.first)
                for u in units[:k]
            )
            if (proper and k == len(units) - 1) or (
                unit.value in _WEAK_WITH_OF and sheet.low[unit.last : unit.last + 1] == ["of"]
            ):
                return len(_MARKS) + 1, "body"
        classes = sheet.of(unit.first)
        if unit.kind in ("word", "head"):
            for rank, mark in enumerate(_MARKS):
                if mark in classes:
                    return rank + 1, mark
        return 99, ""

    def _named(self, units: list[Unit], kind: str, end: int, s: Sentence, grow: bool = True) -> int:
        """Lay down the mention of a run with a mark; the token after it."""
        sheet = self.sheet
        first = units[0].first
        if kind == "body":
            return self._body(units, first, end, s, grow)
        last = end
        if kind == "paper" and grow:
            last = bodies.paper_end(sheet, end, s.last)
        elif kind in ("event", "place", "works", "route") and grow and (kind == "event" or len(units) == 1):
            last = bodies.body_end(sheet, end, s.last)
        if kind == "event":
            first = self._ordinal(first, s.first)
        last, short = bodies.bracket_end(sheet, last, s.last)
        if last - first < 2:
            return last
        self.add(sheet.mention(_TYPES[kind], first, last, name=sheet.words(first, last), sense=short))
        return last

    def _ordinal(self, first: int, floor: int) -> int:
        """Take "15th" in before a session."""
        low = self.sheet.low
        if first - 2 >= floor and low[first - 2].isdigit() and low[first - 1] in ("st", "nd", "rd", "th"):
            return first - 2
        return first

    def _body(self, units: list[Unit], first: int, end: int, s: Sentence, grow: bool) -> int:
        sheet = self.sheet
        first = bodies.field_start(sheet, first, max(s.first, self.taken))
        cabinet = sheet.low[units[-1].first] in ("cabinet", "council", "office", "administration")
        last = bodies.body_end(sheet, end, s.last, cabinet) if grow else end
        head = next(u for u in reversed(units) if u.kind == "head")
        return self.body(first, last, s.last, head.value)

    def body(self, first: int, last: int, end: int, kind: str) -> int:
        """Lay down the mention of a body, with the abbreviation in brackets behind it; the token after it."""
        sheet = self.sheet
        last, _ = bodies.bracket_end(sheet, last, end)
        code = persons._code_inside(sheet, first, last) or persons.code_before(sheet, first, first, self.found)
        sense = "company" if kind == "legal_form" else kind
        self.add(sheet.mention("body", first, last, name=sheet.words(first, last), sense=sense, code=code))
        self.taken = last
        return last

    def _unmarked(self, units: list[Unit]) -> None:
        """Keep a run without a mark as unknown, without the adjectives of states and the fields at its ends."""
        sheet = self.sheet
        while units and (units[0].kind in ("demonym", "people") or "calendar" in sheet.of(units[0].first)):
            units = units[1:]
        while units and "calendar" in sheet.of(units[-1].first):
            units = units[:-1]
        if all(u.kind != "word" or "field" in sheet.of(u.first) for u in units):
            return
        parts = [[units[0]]]
        for left, right in pairwise(units):
            if sheet.low[left.last] == "-" and {left.kind, right.kind} & {"place", "state"}:
                parts.append([])
            parts[-1].append(right)
        self.unknown += [(p[0].first, p[-1].last) for p in parts if any(u.kind == "word" for u in p)]

    def _office(self, i: int, first: int, end: int) -> int:
        """Read a title at token i and the name beside it; the token from which to go on."""
        sheet = self.sheet
        office = persons.office_at(sheet, i, end, first, self.found)
        start = office.last
        while start < end and sheet.low[start] in (",", "(", ".") and start == office.last:
            start += 1
        more = sheet.unit(start) if start < end else None
        while more is not None and more.kind == "office" and more.value in ("honorific", "modifier", "collective"):
            start = more.last + (sheet.low[more.last : more.last + 1] == ["."])
            more = sheet.unit(start) if start < end else None
        stop = persons.name_end(sheet, start, end) if start < end else start
        words = sum(sheet.capital[k] for k in range(start, stop))
        if stop > start and (words >= 2 or sheet.low[start - 1] not in (",", "(")):
            self.person(start, stop, office.kind, office.code)
            return self._others(office, stop, end) if office.kind == "collective" else stop
        self.offices.append((office, i))
        return office.last

    def _others(self, office: persons.Office, i: int, end: int) -> int:
        """The further names behind a title of several persons."""
        sheet = self.sheet
        while i + 1 < end and sheet.low[i] in ("and", ","):
            stop = persons.name_end(sheet, i + 1, end)
            if stop == i + 1:
                break
            self.person(i + 1, stop, office.kind, "")
            i = stop
        return i

    def person(self, first: int, last: int, kind: str, code: str) -> None:
        """Lay down the mention of a person by name."""
        self.add(self.sheet.mention("person", first, last, name=self.sheet.words(first, last), sense=kind, code=code))

    def _small(self, i: int, s: Sentence) -> int:
        """Read a body written small: "Hungary's transport ministry", "the central bank of X"."""
        sheet, low = self.sheet, self.sheet.low
        kind = next(c for c in sheet.of(i) if c.startswith("small:"))[6:]
        first = i
        while first > max(s.first, i - 6) and (
            "field" in sheet.of(first - 1) or (low[first - 1] == "and" and first < i and "field" in sheet.of(first - 2))
        ):
            first -= 1
        start = self._owner(first, s.first)
        last = self._small_end(i + 1, s.last)
        if start == i and last == i + 1:
            return i + 1
        if kind in ("company", "port", "university") and start == first:
            return i + 1
        return self.body(start, last, s.last, kind)

    def _owner(self, first: int, floor: int) -> int:
        """Take in the state before a body: "Hungary's", "Uzbek"."""
        sheet = self.sheet
        k = first - 1
        if k > floor and sheet.low[k] in ("'s", "'"):
            k -= 1
        for start in range(k, max(floor - 1, k - 4), -1):
            tag = sheet.tag.get(start)
            if tag is not None and tag.last == k + 1 and tag.role in ("country", "demonym"):
                return start
        return first

    def _small_end(self, i: int, end: int) -> int:
        """The end of "of foreign affairs of Uzbekistan" behind a small head."""
        sheet, last = self.sheet, i
        while last + 1 < end and sheet.low[last] in ("of", "for"):
            j = last + 1 + (sheet.low[last + 1] == "the")
            if j >= end:
                break
            if sheet.capital[j]:
                last = bodies.complement_end(sheet, j, end) or last
                break
            k = j
            while k < end and ("field" in sheet.of(k) or (sheet.low[k] == "and" and k > j)):
                k += 1
            if k == j:
                break
            last = k
        return last

    def add(self, mention: Mention) -> None:
        """Keep a mention."""
        self.found.append(mention)


def _modifies(sheet: Sheet, units: list[Unit]) -> bool:
    """Whether words before an office belong to it: states and fields only."""
    return all(u.kind in ("state", "demonym") or bodies.is_field(sheet, u) for u in units)
