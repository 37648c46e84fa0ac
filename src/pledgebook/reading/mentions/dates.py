"""Every expression of time of a page, with what it means on the day the document was written."""

from __future__ import annotations

from itertools import pairwise

from pledgebook.model import Mention
from pledgebook.reading.mentions.time import span as ts
from pledgebook.reading.mentions.time.clock import Around, Clock, Told, clock
from pledgebook.reading.mentions.time.expressions import Expression
from pledgebook.reading.mentions.time.resolve import resolve
from pledgebook.reading.mentions.time.scene import Scene
from pledgebook.reading.mentions.time.sense import sense_of
from pledgebook.reading.mentions.time.span import PART_MONTHS, Span
from pledgebook.reading.mentions.time.survey import Survey, survey
from pledgebook.reading.mentions.time.tense import FUTURE, NO_CUES, Cues, asks_tense, cues, tense
from pledgebook.reading.mentions.written import own_day, written_in
from pledgebook.reading.text import Page
from pledgebook.reading.text.page import Sentence

# Forms that lean on another date of the sentence, and are resolved after it.
_LEANING = frozenset({"same", "ago", "away", "on_year"})
# Forms that are no expression where nothing tells which day they mean.
_NEED_SPAN = frozenset({"same", "nth_day", "dom", "weekday"})


def find(page: Page) -> list[Mention]:
    """The expressions of time of a page, in order of place.

    `start` and `end` are ISO dates, both inclusive, at the precision of the text; "" where the text leaves one open.
    `sense` is point, period, cumulative, deadline, horizon, start, asof, compare (the second period of a comparison),
    former (a date that another has replaced), present, vague or recurring;
    `qualifier` the kind of phrase that governs the expression ("by", "since", "in"), which is not part of its span;
    `grain` day, week, month, quarter, half, year or years.
    """
    found = survey(page)
    at = _clock(found)
    return [mention for sentence, here in found.found for mention in _read(found.scene, sentence, here, at)]


def _clock(found: Survey) -> Clock:
    """The clock of a page, set to when it was written."""
    start, end, _ = written_in(found)
    at = clock(start, end)
    if at.published:
        at.own = own_day(found, at.published.end)
    _note_fiscal(found.scene, [x for _, here in found.found for x in here], at)
    return at


def _note_fiscal(scene: Scene, found: list[Expression], at: Clock) -> None:
    """Learn in which month the text's financial years begin, where one is spelled out: "FY 2023/24 (April-March)"."""
    for x, months in pairwise(found):
        if not any("/" in ref for ref in x.years) and not (x.form == "year" and x.unit):
            continue
        at.split = True
        beside = months.first - x.last == 1 and scene.symbols.codes[x.last] == "("
        if beside and months.form == "months" and (x.form == "year" or x.numbers == (1,)):
            size = PART_MONTHS.get(x.unit, 12)
            if (months.numbers[-1] - months.numbers[0]) % 12 + 1 == size:
                at.fiscal = months.numbers[0]


def _read(scene: Scene, sentence: Sentence, found: list[Expression], at: Clock) -> list[Mention]:
    """The mentions of a sentence; the clock takes note of what they tell."""
    told = cues(scene, sentence) if any(asks_tense(x) for x in found) else NO_CUES
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
    span = resolve(x, _around(scene, sentence, x, lead.kind, nearby, joined, bool(told.places)), at)
    if span is None and x.form in _NEED_SPAN:
        return None
    sense = sense_of(x, lead.kind, span)
    if sense in ("point", "period") and scene.compared(lead.begin, sentence):
        sense = "compare"
    elif sense == "start" and lead.kind == "from" and scene.moved(lead.begin):
        sense = "former"
    if span is not None and sense != "recurring":
        firm = any(ref[:1].isdecimal() for ref in x.years)
        at.told.append(Told(sentence.index, x.first, span, firm, sense in ("compare", "former"), sense == "present"))
    return _written(scene.page, x, span, sense, lead.kind)


_LIST_MARKS = frozenset({":", "–", "—", "-", "|"})
_INSET_MARKS = frozenset({":", "–", "—", "-", "("})


def _around(
    scene: Scene, sentence: Sentence, x: Expression, lead: str, nearby: str, joined: int, verbs: bool
) -> Around:
    entry = x.first <= sentence.first + 1 and scene.word(x.last, sentence) in _LIST_MARKS
    inset = any(scene.word(k, sentence) in _INSET_MARKS for k in range(x.first - 3, x.first))
    return Around(
        sentence.index,
        x.first,
        lead,
        nearby,
        listed=entry or (not verbs and sentence.kind != "prose"),
        inset=inset,
        own=scene.code(x.first - 1, sentence) == "v",
        attributive=_attributive(scene, sentence, x),
        joined=joined,
    )


def _attributive(scene: Scene, sentence: Sentence, x: Expression) -> bool:
    """Whether a month names a thing spoken of: "the June visit"."""
    return (
        x.form == "months"
        and len(x.numbers) == 1
        and not x.edge
        and scene.code(x.first - 1, sentence) in "Tv"
        and scene.code(x.last, sentence) == "x"
        and scene.word(x.last, sentence).isalpha()
        and not scene.page.capital[x.last]
    )


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
