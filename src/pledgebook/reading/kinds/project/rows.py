"""Projects of tables: rows of undertakings with a cell that tells what has become of each."""

from __future__ import annotations

from pledgebook.model import Fact, Reason, Span
from pledgebook.reading.context import Scene, clauses
from pledgebook.reading.kinds.common import compact, span_of, times_in
from pledgebook.reading.kinds.figure.table import Cell, tables
from pledgebook.reading.kinds.project.deeds import Deed, deeds
from pledgebook.reading.kinds.project.state import told
from pledgebook.reading.kinds.project.things import Thing
from pledgebook.reading.kinds.project.where import Known, where
from pledgebook.reading.text import Page, Sentence, Tag

_AHEAD = frozenset({"planned", "under_construction", "proposed", "agreed"})


def read_rows(scene: Scene, kinds: list[str], known: Known) -> list[Fact]:
    """The projects of every table of a scene: a row that names an undertaking and tells its fate in another cell."""
    out = []
    for table in tables(scene.page):
        for sentence, cells in table.rows:
            thing = _thing(scene.page, kinds, sentence, [c for c in cells if c.stop > c.begin])
            if thing is not None:
                out.append(_fact(scene, kinds, thing, known))
    return out


def _thing(page: Page, kinds: list[str], sentence: Sentence, cells: list[Cell]) -> Thing | None:
    if len(cells) < 2:
        return None
    label = cells[0]
    nouns = [
        t for t in page.tags_in(sentence.first, sentence.last)
        if t.role in ("project", "genus") and t.value != "none" and page.stops[t.last - 1] <= label.stop
    ]  # fmt: skip
    if not nouns:
        return None
    parts = clauses(page, sentence)
    found = [d for d in deeds(page, kinds, sentence, parts) if page.begins[d.tag.first] >= cells[1].begin]
    if not found:
        return None
    noun = next((t for t in reversed(nouns) if t.role == "project"), nouns[-1])
    last = next((i for i in range(noun.last, sentence.last) if page.begins[i] >= label.stop), sentence.last)
    name = page.document.text[label.begin : label.stop].strip()
    return Thing(sentence, noun, parts[0], sentence.first, last, name, noun.value, found)


def _fact(scene: Scene, kinds: list[str], thing: Thing, known: Known) -> Fact:
    page, sentence = scene.page, thing.sentence
    deed = thing.deeds[0]
    status = told(deed, thing)
    start, due = _days(page, sentence, deed, status)
    country, place = where(scene, kinds, thing, known)
    slots = {
        "type": thing.type, "name": thing.name, "country": country, "place": place, "status": status,
        "start": start, "due": due, "speaker": scene.speaker(sentence, sentence.first),
    }  # fmt: skip
    why = (
        Reason("type", "project.row", _span(page, thing.tag)),
        Reason("status", "project.fate", _span(page, deed.tag)),
    )
    return Fact("project", compact(slots), (span_of(sentence),), "weak", why)


def _days(page: Page, sentence: Sentence, deed: Deed, status: str) -> tuple[str, str]:
    """Start and due: the first time behind the word of fate, by whether that lies ahead."""
    found = times_in(page, deed.tag.first, sentence.last)
    if not found:
        return "", ""
    ahead = status in _AHEAD or status == "completed"
    return ("", found[0].end or found[0].start) if ahead else (found[0].start or found[0].end, "")


def _span(page: Page, tag: Tag) -> Span:
    return Span(page.begins[tag.first], page.stops[tag.last - 1])
