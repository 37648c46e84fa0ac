"""Every expression of time of a page, with what it means on the day the document was written."""

from __future__ import annotations

from itertools import pairwise

from pledgebook.model import Mention
from pledgebook.reading.mentions.time import span as ts
from pledgebook.reading.mentions.time.around import around_of
from pledgebook.reading.mentions.time.clock import Around, Clock, Told, clock
from pledgebook.reading.mentions.time.expressions import Expression
from pledgebook.reading.mentions.time.resolve import resolve
from pledgebook.reading.mentions.time.scene import Scene
from pledgebook.reading.mentions.time.sense import sense_of
from pledgebook.reading.mentions.time.span import PART_MONTHS, Span
from pledgebook.reading.mentions.time.survey import Survey, survey
from pledgebook.reading.mentions.time.tense import FUTURE, NO_CUES, asks_tense, cues
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
    """Learn whether the text's financial years run over two, and their first month if spelled out.

    "FY 2023/24 (April-March)", "first half of FY 2023/24 (July-December)".
    """
    at.split = any(x.unit == "split" or any("/" in ref for ref in x.years) for x in found)
    for x, months in pairwise(found):
        over_two = x.form in ("year", "years") and x.unit != ""
        first_part = x.form == "part" and x.numbers == (1,) and bool(x.years) and "/" in x.years[0]
        beside = months.form == "months" and months.first - x.last == 1 and scene.symbols.codes[x.last] == "("
        if beside and (over_two or first_part):
            size = 12 if over_two else PART_MONTHS[x.unit]
            if (months.numbers[-1] - months.numbers[0]) % 12 + 1 == size:
                at.fiscal = months.numbers[0]


def _read(scene: Scene, sentence: Sentence, found: list[Expression], at: Clock) -> list[Mention]:
    """The mentions of a sentence; the clock takes note of what they tell."""
    told = cues(scene, sentence) if any(asks_tense(x) for x in found) else NO_CUES
    order = [k for k, x in enumerate(found) if x.form not in _LEANING]
    order += [k for k, x in enumerate(found) if x.form in _LEANING]
    mentions = {}
    for k in order:
        if mention := _mention(scene, sentence, found[k], around_of(scene, sentence, found, k, told), at):
            mentions[k] = mention
    if sentence.kind == "heading":
        at.note_heading(sentence.index)
    return [mentions[k] for k in sorted(mentions)]


def _mention(scene: Scene, sentence: Sentence, x: Expression, around: Around, at: Clock) -> Mention | None:
    """An expression resolved, or `None` where it turns out to be none."""
    lead = around.lead
    if x.form == "within" and lead == "in" and around.tense != FUTURE:
        return None
    span = resolve(x, around, at)
    if span is None and x.form in _NEED_SPAN:
        return None
    sense = sense_of(x, lead, span)
    if sense in ("point", "period") and scene.compared(around.begin, sentence):
        sense = "compare"
    elif sense == "start" and lead == "from" and scene.moved(around.begin):
        sense = "former"
    if span is not None and sense != "recurring":
        firm = any(ref[:1].isdecimal() for ref in x.years)
        at.told.append(Told(sentence.index, x.first, span, firm, sense in ("compare", "former"), sense == "present"))
    return _written(scene.page, x, span, sense, lead)


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
