"""What has become of a project: a ladder of rules over the words of fate around it, and the times that they bear."""

from __future__ import annotations

from pledgebook.model import Mention, first_day, last_day
from pledgebook.reading import ranking
from pledgebook.reading.context import Clause
from pledgebook.reading.kinds.common import times_in
from pledgebook.reading.kinds.project.things import Thing, nearest_tag
from pledgebook.reading.status import governor
from pledgebook.reading.text import Page, Tag

# What a plain word of fate tells wherever it stands.
_PLAIN = frozenset({"suspended", "cancelled", "proposed"})
_BEGUN = frozenset({"launched", "operating"})
_STEPS = (0, 1, 2, 4, 7, 12, 20)


def state(page: Page, thing: Thing) -> tuple[str, Tag | None]:
    """The status of a project and the word that shows it."""
    fate = _fate(page, thing)
    if fate is None:
        return ("planned" if _future(page, thing.clause) else "launched" if _dated(page, thing) else "planned"), None
    value = fate.value
    if value in _PLAIN:
        return value, fate
    if _to_come(page, thing.clause, fate):
        return "planned", fate
    return value, fate


def _fate(page: Page, thing: Thing) -> Tag | None:
    """The word of fate that counts: the nearest of the clause, else of the sentence; a plain end wins in the clause."""
    inside = [
        t
        for t in page.tags_in(thing.clause.first, thing.clause.last)
        if t.role == "fate" and t.first != thing.tag.first
    ]
    for tag in inside:
        if tag.value in _PLAIN:
            return tag
    if inside:
        return min(inside, key=lambda t: (abs(t.first - thing.tag.first), -t.last, t.value))
    return nearest_tag(page, thing.sentence, thing.tag, "fate")


def _to_come(page: Page, clause: Clause, fate: Tag) -> bool:
    """Whether a word of making stands in the future: "will be opened", "is to enter service", "plans to build"."""
    if fate.value in ("under_construction",) and fate.form in ("", "ing"):
        return False
    window = Clause(max(clause.first, fate.first - 7), fate.last, "")
    tag = governor(page, window, fate.first)
    return tag is not None and tag.first <= fate.first and tag.value in ("plan", "aim", "expect")


def _future(page: Page, clause: Clause) -> bool:
    return governor(page, clause, clause.last) is not None


def _dated(page: Page, thing: Thing) -> bool:
    published = page.document.published
    times = times_in(page, thing.clause.first, thing.clause.last)
    return bool(times and published and first_day(times[0].start or times[0].end) < first_day(published))


def times(page: Page, thing: Thing, status: str, fate: Tag | None) -> tuple[str, str]:
    """Start and due of a project, each chosen among the times of its sentence or none."""
    found = times_in(page, thing.sentence.first, thing.sentence.last)
    out = []
    for slot in ("start", "due"):
        values = [""]
        features = [[f"none|{slot}", f"none|{slot}|{status}", f"none|{slot}|times={min(len(found), 3)}"]]
        for m in found:
            values.append((m.start or m.end) if slot == "start" else (m.end or m.start))
            features.append([f"{slot}|{n}" for n in _features(page, thing, status, fate, m)])
        at = page.begins[thing.tag.first]
        out.append(ranking.best(f"project_{slot}", at, values, features)[0])
    return out[0], out[1]


def _features(page: Page, thing: Thing, status: str, fate: Tag | None, m: Mention) -> list[str]:
    published = page.document.published
    day = last_day(m.end or m.start)
    future = "unknown" if not published else "future" if day > last_day(published) else "past"
    anchor = fate.first if fate is not None else thing.tag.first
    gap = ranking.bucket(abs(m.first - anchor), *_STEPS)
    inside = thing.clause.first <= m.first < thing.clause.last
    word = fate.value if fate is not None else "none"
    return [
        "own", f"{status}|{future}", f"{m.sense}|{future}", f"gap={gap}", f"inside={inside}", f"qual={m.qualifier}",
        f"{word}|{future}", f"sense={m.sense}|{status}", f"begins={_begins(page, m)}|{future}",
        f"ahead={m.first < thing.tag.first}",
    ]  # fmt: skip


def _begins(page: Page, m: Mention) -> bool:
    """Whether a word of beginning stands near before a time ("construction began in")."""
    return any(t.role == "starts" for t in page.tags_in(max(0, m.first - 5), m.first))
