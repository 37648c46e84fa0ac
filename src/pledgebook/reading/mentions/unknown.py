"""Capitalised names that no lexicon knows, judged by what stands around them anywhere on the page."""

from __future__ import annotations

from collections import defaultdict

from pledgebook.model import Mention
from pledgebook.reading.mentions import persons
from pledgebook.reading.mentions.sheet import Sheet
from pledgebook.reading.mentions.sweep import Sweep

_AT = frozenset(("in", "at", "near", "via", "from", "to", "towards", "toward", "through"))
_SURE_AT = frozenset(("in", "near", "via"))
_PLACES_OF = (
    "port",
    "city",
    "town",
    "village",
    "district",
    "region",
    "province",
    "station",
    "county",
    "capital",
    "area",
)
_DASHES = frozenset(("-", "–", "—"))
_MOST_WORDS = 7


class Vote:
    """What the page says of one name, over all its places: the strongest kind, a state, a sense."""

    __slots__ = ("code", "rank", "sense", "type")

    def __init__(self) -> None:
        """Nothing is known yet."""
        self.rank, self.type, self.code, self.sense = 0, "body", "", "unknown"

    def cast(self, rank: int, type_: str, code: str, sense: str) -> None:
        """Take a reading in; the stronger one stays, and the first of equals."""
        if rank > self.rank:
            self.rank, self.type, self.sense = rank, type_, sense
            self.code = code or self.code
        elif type_ == self.type:
            self.code = self.code or code


def judge(sheet: Sheet, sweep: Sweep) -> list[Mention]:
    """Mentions for the unknown runs of a page: one kind for one name, by the strongest sign."""
    covered = _covered(sheet, sweep.found)
    titles = _appositions(sheet, sweep)
    runs = [r for r in (_trim(sheet, *run) for run in sweep.unknown) if r[1] > r[0] and not covered[r[0]]]
    votes: dict[str, Vote] = defaultdict(Vote)
    for first, last in runs:
        _vote(sheet, first, last, titles, votes[sheet.words(first, last)])
    out = []
    for first, last in runs:
        name = sheet.words(first, last)
        vote = votes[name]
        last = _with_kind(sheet, last) if vote.type == "place" else last
        out.append(
            sheet.mention(vote.type, first, last, name=sheet.words(first, last), code=vote.code, sense=vote.sense)
        )
    return out


def _covered(sheet: Sheet, found: list[Mention]) -> bytearray:
    covered = bytearray(len(sheet.low))
    for m in found:
        for k in range(m.first, m.last):
            covered[k] = 1
    return covered


def _appositions(sheet: Sheet, sweep: Sweep) -> dict[int, persons.Office]:
    """The titles that stand behind a name and a comma, by the comma's token."""
    out = {}
    for office, i in sweep.offices:
        comma = persons.appositive(sheet, i)
        if comma >= 0:
            out[comma] = office
    return out


def _trim(sheet: Sheet, first: int, last: int) -> tuple[int, int]:
    """The run without what is capital only because a sentence or a heading begins; empty where nothing is left."""
    heading = sheet.page.sentence_of(first).kind == "heading"
    while first < last:
        word = sheet.low[first]
        doubtful = heading or sheet.initial(first)
        odd = not sheet.page.cut(first, first + 1)[1:].islower() and not heading
        if sheet.capital[first] and not (
            doubtful and word not in sheet.inside and (word in sheet.small or last - first == 1) and not odd
        ):
            break
        first += 1
    while heading and last > first and sheet.low[last - 1] not in sheet.inside:
        last -= 1
    return first, last


def _vote(sheet: Sheet, first: int, last: int, titles: dict[int, persons.Office], vote: Vote) -> None:
    """Cast what one place of a name says."""
    low = sheet.low
    before = low[first - 1] if first else ""
    after = low[last] if last < len(low) else ""
    words = sum(sheet.capital[k] for k in range(first, last))
    person = 2 <= words <= _MOST_WORDS and persons.name_end(sheet, first, last) == last
    if last in titles and person:
        vote.cast(9, "person", titles[last].code, titles[last].kind)
    elif person and (_speaks(sheet, last) or (_speaks(sheet, first - 1) and first)):
        vote.cast(7, "person", "", "unknown")
    elif (firm := _firm(sheet, first)) is not None:
        vote.cast(8, "body", firm, "company")
    elif after == "," and _state_at(sheet, last + 1) and before in _AT:
        vote.cast(8, "place", _state_at(sheet, last + 1), "unknown")
    elif (kind := _kind_noun(sheet, first, last)) is not None:
        vote.cast(8, "place", persons.code_before(sheet, kind[0], kind[0], []) or _state_after(sheet, kind[1]), kind[2])
    elif _on_line(sheet, first, last):
        vote.cast(6, "place", "", "unknown")
    elif before in _SURE_AT:
        vote.cast(5, "place", _state_after(sheet, last), "unknown")
    elif before in _AT:
        vote.cast(2, "place", _state_after(sheet, last), "guess")
    elif not vote.rank:
        vote.cast(1, "body", "", "unknown")


def _speaks(sheet: Sheet, i: int) -> bool:
    return any(t.role == "speech" for t in sheet.page.at.get(i, ()))


def _firm(sheet: Sheet, first: int) -> str | None:
    """The state of "Uzbek carmaker X", "" for "operator X", None where no noun of a company stands before."""
    if not first or not any(c == "small:company" for c in sheet.of(first - 1)) or sheet.capital[first - 1]:
        return None
    return persons.code_before(sheet, first - 1, first - 1, [])


def _state_at(sheet: Sheet, i: int) -> str:
    tag = sheet.tag.get(i)
    return tag.value if tag is not None and tag.role == "country" else ""


def _state_after(sheet: Sheet, i: int) -> str:
    """The state of "X, Bulgaria", "X in Bulgaria", "X, a port in Bulgaria", "X of Bulgaria"."""
    low = sheet.low
    for k in range(i, min(i + 6, len(low))):
        if (code := _state_at(sheet, k)) and low[k - 1] in ("in", "of", ",", "the", "("):
            return code
        if low[k] in (".", ";", "and") or sheet.capital[k]:
            return ""
    return ""


def _kind_noun(sheet: Sheet, first: int, last: int) -> tuple[int, int, str] | None:
    """The noun of a place beside a name ("port of X", "X district"): where it begins, where the whole ends, which."""
    low = sheet.low
    if first > 1 and low[first - 1] == "of" and "place" in sheet.of(first - 2) and low[first - 2] in _PLACES_OF:
        return first - 2, last, low[first - 2]
    if last < len(low) and low[last] in _PLACES_OF and sheet.near(last):
        return first, last + 1, low[last]
    return None


def _with_kind(sheet: Sheet, last: int) -> int:
    """Take "district" into the name of a district."""
    return (
        last + 1 if last < len(sheet.low) and sheet.low[last] in ("district", "region", "province", "county") else last
    )


def _on_line(sheet: Sheet, first: int, last: int) -> bool:
    """Whether a dash joins the name to a known place."""
    left = any(
        (tag := sheet.tag.get(first - k)) is not None and tag.last == first - 1 and tag.role == "place"
        for k in (2, 3, 4)
    )
    right = (tag := sheet.tag.get(last + 1)) is not None and tag.role == "place"
    low = sheet.low
    return (left and low[first - 1] in _DASHES) or (right and last < len(low) and low[last] in _DASHES)
