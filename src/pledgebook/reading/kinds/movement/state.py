"""When a movement is, and whether it is done, running or planned: by learned weights over times and verbs."""

from __future__ import annotations

from pledgebook.model import Mention, first_day, last_day
from pledgebook.reading import ranking
from pledgebook.reading.context import Clause
from pledgebook.reading.kinds.common import times_in
from pledgebook.reading.kinds.pledge.roadmap import terms
from pledgebook.reading.status import denied, governor
from pledgebook.reading.text import Page, Sentence, Tag

_STEPS = (0, 1, 2, 4, 7, 12, 20)
_STATES = ("done", "running", "planned")


def date(page: Page, sentence: Sentence, span: tuple[int, int], anchor: Tag) -> tuple[str, Mention | None]:
    """The date of a movement and its mention; "" where the text gives none."""
    times = times_in(page, sentence.first, sentence.last) or _deadline(page, sentence)
    values: list[tuple[int, str]] = [(-1, "")]
    features = [["none", f"none|times={min(len(times), 2)}"]]
    for n, m in enumerate(times):
        values.append((n, m.start or m.end))
        features.append(_date_features(page, span, anchor, m))
    chosen = ranking.best("movement_date", page.begins[anchor.first], values, features)[0]
    return chosen[1], times[chosen[0]] if chosen[0] >= 0 else None


def _deadline(page: Page, sentence: Sentence) -> list[Mention]:
    """The deadline of a measure of a roadmap, which stands behind it."""
    given = terms(page, sentence).deadline if sentence.label else None
    return times_in(page, *given)[:1] if given else []


def _date_features(page: Page, span: tuple[int, int], anchor: Tag, m: Mention) -> list[str]:
    published = page.document.published
    future = "unknown" if not published else "future" if last_day(m.end or m.start) > last_day(published) else "past"
    side = "behind" if m.first >= anchor.last else "ahead"
    gap = ranking.bucket(abs(m.first - anchor.first), *_STEPS)
    measured = any(x.value is not None for x in page.mentions_in(max(0, m.first - 6), m.first))
    return [
        "own",
        f"sense={m.sense}",
        f"{future}|{side}",
        f"gap={gap}",
        f"grain={m.grain}",
        f"qual={m.qualifier}",
        f"inside={span[0] <= m.first < span[1]}",
        f"measured={measured}|{m.grain}",
        f"{m.sense}|{m.grain}",
    ]


def status(page: Page, sentence: Sentence, clause: Clause, anchor: Tag, time: Mention | None) -> str:
    """Done, running or planned."""
    about = _signs(page, sentence, clause, anchor, time)
    features = [[f"{state}|{sign}" for sign in about] for state in _STATES]
    return ranking.best("movement_status", page.begins[anchor.first], list(_STATES), features)[0]


def _signs(page: Page, sentence: Sentence, clause: Clause, anchor: Tag, time: Mention | None) -> list[str]:
    published = page.document.published
    when = "none" if time is None else "unknown"
    if time is not None and published:
        when = "future" if first_day(time.start or time.end) > first_day(published) else "past"
    governs = governor(page, clause, anchor.first)
    moving = [t for t in page.tags_in(clause.first, clause.last) if t.role in ("moves", "sends")]
    near = min(moving, key=lambda t: (abs(t.first - anchor.first), t.first), default=None)
    often = any(t.role == "repeats" for t in page.tags_in(sentence.first, sentence.last))
    opens = any(t.role == "opens_service" for t in page.tags_in(clause.first, clause.last))
    before = page.tags_in(max(sentence.first, anchor.first - 5), anchor.first)
    return [
        "prior",
        f"when={when}",
        f"governs={governs.value if governs else 'none'}|{when}",
        f"form={near.form if near else 'none'}",
        f"form={near.form if near else 'none'}|{when}",
        f"sense={time.sense if time else 'none'}",
        f"often={often}",
        f"often={often}|{when}",
        f"opens={opens}|{when}",
        f"denied={denied(page, sentence)}",
        f"label={bool(sentence.label)}|{when}",
        f"plural={anchor.form}",
        f"first={any(t.role == 'first_time' for t in before)}",
    ]
