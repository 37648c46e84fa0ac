"""Every expression of time of a page, with what it means on the day the document was written."""

from __future__ import annotations

from collections.abc import Iterator

from pledgebook.model import Mention
from pledgebook.reading.mentions import timespan as ts
from pledgebook.reading.mentions.expressions import Expression, expressions
from pledgebook.reading.mentions.looks import is_time
from pledgebook.reading.mentions.resolve import Around, Clock, Told, clock, resolve
from pledgebook.reading.mentions.scene import Scene
from pledgebook.reading.mentions.sense import sense_of
from pledgebook.reading.mentions.symbols import symbols
from pledgebook.reading.mentions.tense import FUTURE, Cues, cues, tense
from pledgebook.reading.mentions.timespan import Span
from pledgebook.reading.mentions.timewords import time_words
from pledgebook.reading.text import Page
from pledgebook.reading.text.page import Sentence, Tag

# Forms that lean on another date of the sentence, and are resolved after it.
_LEANING = frozenset({"same", "ago", "away", "on_year"})
# Forms that are no expression where nothing tells which day they mean.
_NEED_SPAN = frozenset({"same", "nth_day", "dom", "weekday"})
_IDIOMS = {
    "time.day": "day",
    "time.present": "present",
    "time.vague": "vague",
    "time.recurring": "recurring",
    "time.compare": "on_year",
}
_WIDE_GAP = 3  # blanks between the cells of a row


def find(page: Page) -> list[Mention]:
    """The expressions of time of a page, in order of place.

    `start` and `end` are ISO dates, both inclusive, at the precision of the text; "" where the text leaves one open.
    `sense` is point, period, cumulative, deadline, horizon, start, asof, compare, present, vague or recurring;
    `qualifier` the kind of phrase that governs the expression ("by", "since", "in"), which is not part of its span;
    `grain` day, week, month, quarter, half, year or years.
    """
    words = time_words(page.pack.lang)
    scene = Scene(page, symbols(page, words), words)
    at = clock(page.document.published)
    out: list[Mention] = []
    for sentence in page.sentences:
        if sentence.kind == "furniture":
            continue
        found = _with_idioms(page.tags_in(sentence.first, sentence.last), _expressions(scene, sentence, at.year()))
        if found:
            out += _read(scene, sentence, found, at)
    return out


def _expressions(scene: Scene, sentence: Sentence, written: int) -> list[Expression]:
    """What the grammar finds in a sentence and the words around it do not rule out."""
    codes, of = scene.symbols.codes, scene.symbols.of
    runs = _cells(scene.page, sentence) if sentence.kind == "row" else [(sentence.first, sentence.last)]
    return [x for run in runs for x in expressions(codes, of, *run) if is_time(x, scene, sentence, written)]


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
    for tag in tags:
        form = _IDIOMS.get(tag.role)
        if form is None:
            continue
        size = tag.last - tag.first
        over = [x for x in found if x.first < tag.last and tag.first < x.last]
        if any(x.last - x.first >= size for x in over):
            continue
        found = [x for x in found if x not in over]
        found.append(Expression(tag.first, tag.last, form, (), (int(tag.value),) if tag.value else ()))
    return sorted(found, key=lambda x: x.first)


def _read(scene: Scene, sentence: Sentence, found: list[Expression], at: Clock) -> list[Mention]:
    """The mentions of a sentence; the clock takes note of what they tell."""
    told = cues(scene.page, sentence, scene.words.past_endings)
    order = [k for k, x in enumerate(found) if x.form not in _LEANING]
    order += [k for k, x in enumerate(found) if x.form in _LEANING]
    mentions = {}
    for k in order:
        if mention := _mention(scene, sentence, found[k], scene.joined(found, k), told, at):
            mentions[k] = mention
    if sentence.kind == "heading":
        at.note_heading(sentence.index)
    return [mentions[k] for k in sorted(mentions)]


def _mention(scene: Scene, sentence: Sentence, x: Expression, joined: int, told: Cues, at: Clock) -> Mention | None:
    """An expression resolved, or `None` where it turns out to be none."""
    lead = scene.lead(x.first)
    nearby = tense(told, lead.begin, x.last)
    if x.form == "within" and lead.kind == "in" and nearby != FUTURE:
        return None
    listed = not told.places or (x.first <= sentence.first + 1 and scene.word(x.last, sentence) in _LIST_MARKS)
    span = resolve(x, Around(sentence.index, sentence.paragraph, lead.kind, nearby, listed, joined), at)
    if span is None and x.form in _NEED_SPAN:
        return None
    sense = sense_of(x, lead.kind, span)
    if sense in ("point", "period") and scene.compared(lead.begin, sentence):
        sense = "compare"
    if span is not None and sense not in ("present", "recurring"):
        firm = any(ref[:1].isdecimal() for ref in x.years)
        at.told.append(Told(sentence.index, sentence.paragraph, x.first, span, firm, sense == "compare"))
    return _written(scene.page, x, span, sense, lead.kind)


_LIST_MARKS = frozenset({":", "–", "—", "-", "|"})


def _written(page: Page, x: Expression, span: Span | None, sense: str, lead: str) -> Mention:
    start = ts.iso(span.start) if span and sense not in ("deadline", "horizon") else ""
    end = ts.iso(span.end) if span and sense != "start" else ""
    return Mention(
        type="period" if start and end and start != end else "date",
        text=page.cut(x.first, x.last),
        begin=page.begins[x.first],
        stop=page.stops[x.last - 1],
        first=x.first,
        last=x.last,
        qualifier=lead,
        start=start,
        end=end,
        sense=sense,
        grain=span.grain if span else "",
    )
