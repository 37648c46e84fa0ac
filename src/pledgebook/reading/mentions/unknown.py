"""Capitalised names that no lexicon knows, judged by what stands around them anywhere on the page."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass

from pledgebook.model import Mention
from pledgebook.reading.mentions import persons
from pledgebook.reading.mentions.around import Around
from pledgebook.reading.mentions.places import OF_NAME
from pledgebook.reading.mentions.sheet import Sheet
from pledgebook.reading.mentions.sweep import Sweep

_MOST_WORDS = 7
_AT = frozenset(("in", "at", "near", "via", "from", "to", "towards", "toward", "through"))
_SURE_AT = frozenset(("in", "near", "via"))
# Signs by strength: the strongest decides for every place of the name.
_TITLE, _FIRM, _KIND, _SPEAKS, _GIVEN, _LINE, _INSIDE, _NEXT, _GUESS, _NONE = 9, 8, 8, 7, 6, 6, 5, 4, 2, 1


@dataclass(slots=True)
class Vote:
    """What the page says of one name, over all its places: the strongest kind, a state, a sense."""

    rank: int = 0
    type: str = "body"
    code: str = ""
    sense: str = "unknown"

    def cast(self, rank: int, type_: str, code: str, sense: str) -> None:
        """Take a reading in; the stronger one stays, and the first of equals."""
        if rank > self.rank:
            self.code = code or (self.code if type_ == self.type else "")
            self.rank, self.type, self.sense = rank, type_, sense
        elif type_ == self.type:
            self.code = self.code or code


def judge(sheet: Sheet, sweep: Sweep) -> list[Mention]:
    """Mentions for the unknown runs of a page: one kind for one name, by the strongest sign."""
    covered = _covered(sheet, sweep.found)
    around = Around(sheet)
    runs = [r for r in (_trim(around, *run) for run in sweep.unknown) if r[1] > r[0] and not covered[r[0]]]
    names = [sheet.words(first, last) for first, last in runs]
    votes: dict[str, Vote] = defaultdict(Vote)
    titles = _appositions(sheet, sweep)
    _entitle(sheet, sweep, titles)
    for (first, last), name in zip(runs, names, strict=True):
        _vote(around, first, last, titles.get(last), votes[name])
        if last in titles:
            sweep.titles.setdefault(first, sheet.low[titles[last].words - 1])
    _neighbours(around, runs, names, votes)
    out = []
    for (first, last), name in zip(runs, names, strict=True):
        vote = votes[name]
        stop = last + 1 if vote.type == "place" and sheet.at(last) in OF_NAME else last
        out.append(sheet.mention(vote.type, first, stop, code=vote.code, sense=vote.sense))
    return out


def _covered(sheet: Sheet, found: list[Mention]) -> bytearray:
    """The tokens inside names found; those inside "... between A and B" stay open, for A and B are bodies."""
    covered = bytearray(len(sheet.low))
    for m in found:
        if m.type != "title" or " between " not in m.text:
            covered[m.first : m.last] = b"\1" * (m.last - m.first)
    return covered


def _appositions(sheet: Sheet, sweep: Sweep) -> dict[int, persons.Office]:
    """The titles that stand behind a name and a comma or bracket, by that mark's token."""
    out = {}
    for office, i in sweep.offices:
        mark = persons.appositive(sheet, i)
        if mark >= 0:
            out[mark] = office
    return out


def _entitle(sheet: Sheet, sweep: Sweep, titles: dict[int, persons.Office]) -> None:
    """Give persons found by a mere "Mr" the office and the state that stand behind their name."""
    for m in sweep.found:
        if m.type == "person" and (office := titles.get(m.last)) is not None:
            if m.sense in ("honorific", "") or m.first not in sweep.titles:
                sweep.titles[m.first] = sheet.low[office.words - 1]
            m.sense = office.kind if m.sense in ("honorific", "") else m.sense
            m.code = m.code or office.code


def _trim(around: Around, first: int, last: int) -> tuple[int, int]:
    """The run without what is capital only because a sentence or a heading begins; empty where nothing is left."""
    sheet = around.sheet
    while first < last and (not sheet.capital[first] or _doubtful(around, first, last)):
        first += 1
    if last - first == 1 and (
        len(sheet.low[first]) == 1 or around.sum(first) or around.numeral(first) or around.address(first)
    ):
        return last, last
    return first, last


def _doubtful(around: Around, i: int, last: int) -> bool:
    """Whether a capital at the beginning of a sentence, a quotation or in a headline proves nothing."""
    sheet, word = around.sheet, around.sheet.low[i]
    if sheet.is_(i, "small:company") and i + 1 < last:
        return True
    if len(word) > 3 and word in sheet.small and sheet.upper(i):
        return True
    if word in sheet.inside or not sheet.page.cut(i, i + 1)[1:].islower():
        return False
    if sheet.is_(i, "given") or around.on_line(i, last) or around.dateline(last):
        return False
    if i in sheet.starts and last - i == 1 and around.followed(last):
        return False
    return i in sheet.headline or (i in sheet.starts and (word in sheet.small or last - i == 1))


def _vote(around: Around, first: int, last: int, title: persons.Office | None, vote: Vote) -> None:
    """Cast what one place of a name says."""
    sheet = around.sheet
    before = sheet.at(first - 1)
    words = sum(sheet.capital[first:last])
    person = 2 <= words <= _MOST_WORDS and persons.name_end(sheet, first, last) == last
    if person and title is not None:
        vote.cast(_TITLE, "person", title.code, title.kind)
    elif (firm := around.firm(first, last)) is not None:
        vote.cast(_FIRM, "body", firm, "company")
    elif small := around.small_behind(last):
        vote.cast(_FIRM, "body", around.owner(first), small)
    elif (code := around.state_tail(last)) or around.dateline(last):
        vote.cast(_KIND, "place", code, "city")
    elif (kind := around.kind_noun(first, last)) is not None:
        vote.cast(_KIND, "place", around.state_of(kind.first, kind.last), kind.noun)
    elif person and around.speaks(first, last):
        vote.cast(_SPEAKS, "person", "", "")
    elif person and (sheet.is_(first, "given") or around.initials(first)):
        vote.cast(_GIVEN, "person", "", "")
    elif around.on_line(first, last):
        vote.cast(_LINE, "place", "", "guess")
    elif before in _AT and not around.acronym(first, last):
        vote.cast(_INSIDE if before in _SURE_AT else _GUESS, "place", around.state_after(last), "guess")
    elif not vote.rank:
        vote.cast(_NONE, "body", around.owner(first), "unknown")


def _neighbours(around: Around, runs: list[tuple[int, int]], names: list[str], votes: dict[str, Vote]) -> None:
    """What "and" or a dash joins to a name of sure kind is of the same kind, if nothing else says more."""
    sheet = around.sheet
    for k in range(1, len(runs)):
        left, right = votes[names[k - 1]], votes[names[k]]
        join = sheet.low[runs[k - 1][1] : runs[k][0]]
        pair = (
            join == ["–"] and sheet.page.glued(runs[k][0]) and not any(around.acronym(*r) for r in runs[k - 1 : k + 1])
        )
        if join == ["–"] and (pair or around.line_behind(runs[k][1])) and max(left.rank, right.rank) <= _GUESS:
            left.cast(_LINE, "place", "", "guess")
            right.cast(_LINE, "place", "", "guess")
        if join == ["and"] and around.stretch(*runs[k - 1]) and max(left.rank, right.rank) <= _GUESS:
            left.cast(_NEXT, "place", "", "guess")
            right.cast(_NEXT, "place", "", "guess")
        if join in (["and"], ["or"], ["–"]):
            for a, b in ((left, right), (right, left)):
                if a.rank >= _INSIDE and b.rank <= _GUESS and a.type != "person":
                    b.cast(_NEXT, a.type, a.code if join != ["–"] else "", a.sense)
    for (first, last), name in zip(runs, names, strict=True):
        if votes[name].rank <= _GUESS and around.beside_place(first, last):
            votes[name].cast(_NEXT, "place", "", "guess")
