"""One pass over the capitalised words and titles of a page: runs of capitals cut into bodies, persons, documents.

What no lexicon explains is kept aside as unknown; `unknown.py` judges it by its surroundings afterwards.
"""

from __future__ import annotations

from bisect import bisect_left
from dataclasses import dataclass, field
from itertools import pairwise

from pledgebook.model import Mention
from pledgebook.reading.mentions import bodies, persons, span
from pledgebook.reading.mentions.marks import Marks
from pledgebook.reading.mentions.sheet import Sheet, Unit
from pledgebook.reading.text import Sentence

_TYPES = {"event": "event", "paper": "title", "route": "route", "place": "place", "works": "project"}
_ORDINALS = frozenset(("st", "nd", "rd", "th"))
_GO_ON = frozenset('-–&(."') | {"al", "bin"}
# A capitalised word of these classes alone is no name.
_COMMON = frozenset(("nobody", "opener", "bare", "event", "calendar", "ordinal", "place", "works", "paper", "form"))


@dataclass(slots=True)
class Sweep:
    """What the pass found. `unknown`: runs (first, last) that nothing explains; `offices`: titles beside no name.

    `titles`: the last word of the title before a person's name, by the name's first token.
    """

    sheet: Sheet
    found: list[Mention] = field(default_factory=list)
    unknown: list[tuple[int, int]] = field(default_factory=list)
    offices: list[tuple[persons.Office, int]] = field(default_factory=list)
    titles: dict[int, str] = field(default_factory=dict)
    _marks: Marks = field(init=False)
    _floor: int = 0
    _end: int = 0

    def __post_init__(self) -> None:
        """Ready the reader of marks."""
        self._marks = Marks(self.sheet)

    def sentence(self, s: Sentence) -> None:
        """Find the names of a sentence."""
        self._floor = s.first
        loud = s.last - s.first > 1 and self.sheet.page.text[s.begin : s.stop].isupper()
        if s.kind != "furniture" and (not loud or self._letterhead(s)):
            self._scan(s.first, s.last)

    def _letterhead(self, s: Sentence) -> bool:
        """Whether a heading in capitals is nothing but the name of a body: states, heads and fields."""
        sheet, i, headed = self.sheet, s.first, False
        while i < s.last:
            unit = sheet.unit(i)
            headed = headed or bodies.is_strong(unit)
            known = unit.kind in ("head", "state", "demonym", "place") or bodies.is_field(sheet, unit)
            if not (known or not sheet.low[i].isalpha() or sheet.low[i] in ("of", "and", "the", "for")):
                return False
            i = unit.last
        return headed

    def _scan(self, i: int, end: int) -> None:
        """Read at each point of tokens i to `end`; what a name takes in is not read again."""
        sheet, held, points = self.sheet, self._end, self.sheet.points
        self._end = end
        for k in range(bisect_left(points, i), bisect_left(points, end)):
            at = points[k]
            if at < i:
                continue
            if at in sheet.tag and sheet.tag[at].role == "office":
                i = self._office(at, at)
            elif sheet.capital[at]:
                i = self._run(at)
            else:
                i = self._small(at)
        self._end = held

    def _small(self, i: int) -> int:
        """Read a body written small; the token from which to go on."""
        kind = self.sheet.page.pack.small[self.sheet.low[i]]
        body = span.small_body(self.sheet, i, kind, self._floor, self._end)
        return i + 1 if body is None else self.body(body)

    def _run(self, i: int) -> int:
        """Read the run of capitals at token i; the token from which to go on."""
        sheet = self.sheet
        if (tag := sheet.tag.get(i)) is not None and self._alone(tag.last):
            return tag.last
        if self._opens(i):
            return i + 1
        stop = sheet.run_end(i, self._end)
        units: list[Unit] = []
        j = i
        while j < stop:
            unit = sheet.unit(j)
            if unit.kind == "office":
                self._piece(units, closed=True)
                first = units[0].first if units and self._modify(units) else unit.first
                return max(self._office(unit.first, first), unit.last)
            if sheet.capital[j] or unit.last > j + 1 or sheet.low[j][:2] in ("d'", "l'"):
                units.append(unit)
            j = unit.last
        return max(self._piece(units, closed=False), stop)

    def _alone(self, last: int) -> bool:
        """Whether nothing that could go on with it follows a name of the lexicon that ends before token `last`."""
        sheet = self.sheet
        if last >= self._end:
            return True
        return not sheet.capital[last] and sheet.low[last] not in _GO_ON and last not in sheet.heads

    def _opens(self, i: int) -> bool:
        """Whether the word at i only begins a sentence and belongs to no name."""
        sheet = self.sheet
        classes = sheet.of(i)
        if "opener" not in classes or "ordinal" in classes or i in sheet.tag or i in sheet.heads:
            return False
        more = i + 1 < self._end and sheet.capital[i + 1] and sheet.near(i + 1)
        return i in sheet.starts and not more

    def _modify(self, units: list[Unit]) -> bool:
        """Whether words before an office belong to it: states and fields only."""
        return all(u.kind in ("state", "demonym") or bodies.is_field(self.sheet, u) for u in units)

    def _piece(self, units: list[Unit], closed: bool) -> int:
        """Name a run without offices; the token after the name. `closed`: an office follows it directly."""
        sheet = self.sheet
        while units and units[0].kind == "word" and "calendar" in sheet.of(units[0].first):
            units = units[1:]
        mark, kind = self._marks.of(units)
        firm = kind in ("route", "place", "works") and sheet.is_(units[0].first - 1, "small:company")
        if mark < 0 or firm:
            return self._unmarked(units)
        rest = units[mark + 1 :]
        if kind == "body" and rest and span.tail_joins(units[mark], rest):
            return self._named(units, kind, grow=False)
        if not rest or (mark == 0 and kind in ("body", "place", "works")):
            return self._named(units, kind, grow=not closed)
        last = self._named(units[: mark + 1], kind, grow=False)
        self._unmarked(rest)
        return last

    def _named(self, units: list[Unit], kind: str, grow: bool) -> int:
        """Lay down the mention of a run with a mark; the token from which to go on."""
        sheet, first, end = self.sheet, units[0].first, units[-1].last
        if kind == "body":
            return self._body(units, grow)
        last = end
        if grow and kind == "paper":
            quoted = bodies.quote_end(sheet, end, self._end) if sheet.at(end) == '"' and end < self._end else end
            last = quoted if quoted > end else bodies.paper_end(sheet, end, self._end)
        elif grow and (kind in ("event", "place") or len(units) == 1):
            last = bodies.body_end(sheet, end, self._end, offices=kind == "event")
        if kind == "event":
            first = self._ordinal(first)
        last = bodies.bracket_end(sheet, last, self._end)
        if self._bare(first, last):
            return end
        code = bodies.code_in(sheet, first, last, "port") if kind == "place" else ""
        self.found.append(sheet.mention(_TYPES[kind], first, last, code=code))
        # Bodies named inside a title ("MoU between A and B", "Session of the Joint Commission") are read as well.
        return end if kind in ("paper", "event") else last

    def _bare(self, first: int, last: int) -> bool:
        """Whether a title holds no word of its own ("Memorandum of Understanding")."""
        sheet = self.sheet
        return last - first < 2 or all(sheet.is_(k, "bare") or not sheet.low[k].isalpha() for k in range(first, last))

    def _ordinal(self, first: int) -> int:
        """Take "15th" in before a session."""
        low = self.sheet.low
        numbered = first - 2 >= self._floor and low[first - 1] in _ORDINALS and low[first - 2].isdigit()
        return first - 2 if numbered else first

    def _body(self, units: list[Unit], grow: bool) -> int:
        floor = max(self._floor, self.found[-1].last if self.found else 0)
        body = span.named_body(self.sheet, units, floor, self._end, grow)
        return units[-1].last if body is None else self.body(body)

    def body(self, body: span.Body) -> int:
        """Lay down the mention of a body; the token after it."""
        self.found.append(self.sheet.mention("body", body.first, body.last, sense=body.kind, code=body.code))
        return body.last

    def _unmarked(self, units: list[Unit]) -> int:
        """Keep an unmarked run as unknown, cut at dashes beside places; the token after it if it is named, or 0."""
        sheet = self.sheet
        if not units:
            return 0
        if quoted := self._quoted(units[0].first, units[-1].last):
            return quoted
        floor = max(self._floor, self.found[-1].last if self.found else 0)
        named = units[-1].kind == "body" or (len(units) == 1 and units[0].kind == "state")
        dashed = "–" in sheet.low[units[0].first : units[-1].last]
        if not (dashed or named) and (body := span.spelt_body(sheet, units[0].first, units[-1].last, floor, self._end)):
            return self.body(body)
        parts = [[units[0]]]
        for left, right in pairwise(units):
            dash = sheet.low[left.last]
            if dash == "–" or (dash == "-" and {left.kind, right.kind} & {"place", "state", "demonym"}):
                parts.append([])
            parts[-1].append(right)
        for part in parts:
            self._keep(part)
        return 0

    def _keep(self, units: list[Unit]) -> None:
        """Keep one unknown run, without adjectives of states at its head and dates at its ends."""
        sheet = self.sheet
        while units and (units[0].kind in ("demonym", "people") or sheet.is_(units[0].first, "calendar")):
            units = units[1:]
        while units and sheet.is_(units[-1].first, "calendar"):
            units = units[:-1]
        if any(u.kind in ("word", "head") and not self._common(u) for u in units):
            last = units[-1].last
            glued = sheet.at(last) == "+" and sheet.page.glued(last)
            self.unknown.append((units[0].first, last + glued))

    def _common(self, unit: Unit) -> bool:
        """Whether a capitalised word is no name by itself."""
        if "given" in self.sheet.of(unit.first):
            return False
        return bodies.is_field(self.sheet, unit) or not _COMMON.isdisjoint(self.sheet.of(unit.first))

    def _quoted(self, first: int, last: int) -> int:
        """Name a run in quotation marks by the noun behind them ("X" LLC, "X" project); the token after it, or 0."""
        sheet = self.sheet
        if sheet.at(first - 1) != '"' or sheet.at(last) != '"' or last + 1 >= self._end:
            return 0
        unit, classes = sheet.unit(last + 1), sheet.of(last + 1)
        for mark, type_ in _TYPES.items():
            if mark in classes and unit.kind != "head":
                self.found.append(sheet.mention(type_, first - 1, last + 2))
                return last + 2
        kind = unit.value if unit.kind == "head" else sheet.page.pack.small.get(sheet.low[last + 1], "")
        return self.body(span.closed_body(sheet, first - 1, unit.last, kind, self._end)) if kind else 0

    def _office(self, i: int, first: int) -> int:
        """Read a title at token i and the name beside it; the token from which to go on."""
        sheet, end = self.sheet, self._end
        office = persons.office_at(sheet, i, end, first)
        if office.last > office.words and self._holds_body(office):
            self._scan(office.words, office.last)
        start = self._name_start(office.last)
        stop = persons.name_end(sheet, start, end) if start < end else start
        words = sum(sheet.capital[start:stop])
        apart = any(word in (",", "(", ":") for word in sheet.low[office.last : start])
        if stop > start and all(self._plain(k) for k in range(start, stop)):
            stop = start
        if apart and self._behind_name(persons.appositive(sheet, i)):
            stop = start
        # One word behind a duty that capitals spell ("for the Eastern Neighbourhood") ends the duty.
        if words == 1 and start == office.last > office.words and sheet.capital[start - 1]:
            self.offices.append((office, i))
            return stop
        if stop > start and (words >= 2 or not apart):
            self.person(start, stop, office.kind, office.code)
            self.titles[start] = sheet.low[office.words - 1]
            return self._others(office, stop) if office.kind == "collective" else stop
        self.offices.append((office, i))
        return office.last

    def _plain(self, k: int) -> bool:
        """Whether a token cannot be the heart of a person's name: a field, a noun of a place, a mark."""
        sheet = self.sheet
        known = sheet.of(k)
        return not sheet.capital[k] or (("field" in known or "place" in known) and "given" not in known)

    def _holds_body(self, office: persons.Office) -> bool:
        """Whether the duty of an office names a body; a minister's is a field, even "for Railways Development"."""
        if office.kind not in ("minister", "deputy"):
            return True
        units = map(self.sheet.unit, range(office.words, office.last))
        return any(bodies.is_strong(u) and u.value != "railway" for u in units)

    def _behind_name(self, comma: int) -> bool:
        """Whether a person's name ends at the comma before a title, so that the title is that person's."""
        if any(m.last == comma and m.type == "person" for m in self.found[-2:]):
            return True
        run = self.unknown[-1] if self.unknown else (0, 0)
        return run[1] == comma > 0 and sum(self.sheet.capital[run[0] : run[1]]) > 1

    def _name_start(self, i: int) -> int:
        """Where a name may begin behind a title that ends before token i: behind a comma, and honorifics."""
        sheet, end = self.sheet, self._end
        start = i + (sheet.at(i) in (",", "(", ".", ":") and i < end)
        while start < end and (unit := sheet.unit(start)).kind == "office" and unit.value in ("honorific", "military"):
            start = unit.last + (sheet.at(unit.last) == ".")
        return start

    def _others(self, office: persons.Office, i: int) -> int:
        """The further names behind a title of several persons."""
        sheet, end = self.sheet, self._end
        while i + 1 < end and sheet.low[i] in ("and", ","):
            stop = persons.name_end(sheet, i + 1, end)
            if stop == i + 1:
                break
            self.person(i + 1, stop, office.kind, "")
            i = stop
        return i

    def person(self, first: int, last: int, kind: str, code: str) -> None:
        """Lay down the mention of a person by name."""
        self.found.append(self.sheet.mention("person", first, last, sense=kind, code=code))
