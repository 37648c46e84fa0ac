"""The expressions of time of a page, sentence by sentence, before any of them is resolved."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from pledgebook.reading.mentions.time import span as ts
from pledgebook.reading.mentions.time.expressions import Expression
from pledgebook.reading.mentions.time.grammar import expressions
from pledgebook.reading.mentions.time.looks import as_time
from pledgebook.reading.mentions.time.scene import Scene, scene
from pledgebook.reading.mentions.time.words import CLASSES
from pledgebook.reading.text import Page
from pledgebook.reading.text.page import Sentence, Tag

_IDIOMS = {
    "time.day": "day",
    "time.present": "present",
    "time.vague": "vague",
    "time.recurring": "recurring",
    "time.compare": "on_year",
}
_WIDE_GAP = 3  # blanks between the cells of a row


class Survey(NamedTuple):
    """A page and the sentences of it that speak of time, each with its expressions in order."""

    scene: Scene
    found: list[tuple[Sentence, list[Expression]]]


def survey(page: Page) -> Survey:
    """Find the expressions of a page."""
    seen = scene(page)
    published = page.document.published
    written = ts.moment(published)[0] if published else 0
    found = []
    for sentence in page.sentences:
        if sentence.kind != "furniture":
            here = _expressions(seen, sentence, written)
            if here := _with_idioms(seen.tags_in(sentence.first, sentence.last), here):
                found.append((sentence, here))
    return Survey(seen, found)


def _expressions(scene: Scene, sentence: Sentence, written: int) -> list[Expression]:
    """What the grammar finds in a sentence and the words around it do not rule out."""
    codes, of = scene.symbols.codes, scene.symbols.of
    runs = _cells(scene.page, sentence) if sentence.kind == "row" else [(sentence.first, sentence.last)]
    found = (as_time(x, scene, sentence, written) for run in runs for x in expressions(codes, of, *run))
    return _once([part for x in found if x is not None for part in _parted(x, scene)])


def _once(found: list[Expression]) -> list[Expression]:
    """Without the weekday that only repeats the date beside it: "Friday (21 March)"."""
    if all(x.form != "weekday" for x in found):
        return found
    days = [x for x in found if x.form == "days"]
    firsts, lasts = {x.first for x in days}, {x.last for x in days}
    return [
        x for x in found if x.form != "weekday" or not ({x.last, x.last + 1} & firsts or {x.first, x.first - 1} & lasts)
    ]


def _parted(x: Expression, scene: Scene) -> list[Expression]:
    """The two dates of a move ("shifted from 2026 to 2028"), which is no period; else the expression itself."""
    codes = scene.symbols.codes
    to = codes.find(CLASSES["to"], x.first, x.last)
    if to < 0 or x.form not in ("days", "months", "years"):
        return [x]
    lead = scene.lead(x.first)
    if lead.kind != "from" or not scene.moved(lead.begin):
        return [x]
    return [y for run in ((x.first, to), (to + 1, x.last)) for y in expressions(codes, scene.symbols.of, *run)]


def _cells(page: Page, row: Sentence) -> Iterator[tuple[int, int]]:
    """The cells of a row as runs of tokens."""
    begin = row.first
    for i in range(row.first + 1, row.last):
        if page.begins[i] - page.stops[i - 1] >= _WIDE_GAP:
            yield begin, i
            begin = i
    yield begin, row.last


def _with_idioms(tags: list[Tag], found: list[Expression]) -> list[Expression]:
    """Add the idioms of the lexicon; of two that overlap the longer stays, and the expression where they are equal."""
    if not tags:
        return found
    idioms = [tag for tag in tags if tag.role in _IDIOMS]
    kept: list[Expression] = []
    k = 0
    for tag in idioms:
        while k < len(found) and found[k].last <= tag.first:
            kept.append(found[k])
            k += 1
        if kept and kept[-1].last > tag.first:
            continue
        over = [x for x in found[k : k + tag.last - tag.first] if x.first < tag.last]
        if any(x.last - x.first >= tag.last - tag.first for x in over):
            continue
        k += len(over)
        numbers = (int(tag.value),) if tag.value else ()
        kept.append(Expression(tag.first, tag.last, _IDIOMS[tag.role], (), numbers))
    return kept + found[k:]
