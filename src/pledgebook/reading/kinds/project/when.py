"""When a project began and when it is to be ready: chosen among the times of its sentence by learned weights."""

from __future__ import annotations

from pledgebook.model import Mention, last_day
from pledgebook.reading import ranking
from pledgebook.reading.kinds.common import preposition, times_in
from pledgebook.reading.kinds.project.deeds import Deed
from pledgebook.reading.kinds.project.things import Thing
from pledgebook.reading.text import Page

_STEPS = (0, 1, 2, 4, 7, 12, 20)


def times(page: Page, kinds: list[str], thing: Thing, status: str) -> tuple[str, str]:
    """Start and due of a project, each a time of its sentence or ""."""
    found = times_in(page, thing.sentence.first, thing.sentence.last)
    told = [_features(page, kinds, thing, status, m) for m in found]
    return _choose(page, thing, status, found, told, "start"), _choose(page, thing, status, found, told, "due")


def _choose(page: Page, thing: Thing, status: str, found: list[Mention], told: list[list[str]], slot: str) -> str:
    values = [""]
    features = [["none", f"none|{status}", f"none|times={min(len(found), 3)}", f"none|type={thing.type}"]]
    for m, names in zip(found, told, strict=True):
        values.append((m.start or m.end) if slot == "start" else (m.end or m.start))
        features.append(names)
    return ranking.best(f"project_{slot}", page.begins[thing.tag.first], values, features)[0]


def _features(page: Page, kinds: list[str], thing: Thing, status: str, m: Mention) -> list[str]:
    """Features of a time: how it lies to the day of writing, to the thing, and to the deed next to it."""
    published = page.document.published
    day = last_day(m.end or m.start)
    side = "unknown" if not published else "future" if day > last_day(published) else "past"
    deed = _deed_at(thing, m)
    word = f"{deed.kind}|{deed.tense}" if deed else "none"
    kind = deed.kind if deed else "none"
    gap = min((abs(m.first - d.tag.first) for d in thing.deeds), default=99)
    before = preposition(page, kinds, m, thing.sentence.first)
    return [
        "own", f"{status}|{side}", f"{m.sense}|{side}", f"gap={ranking.bucket(gap, *_STEPS)}",
        f"thing={ranking.bucket(abs(m.first - thing.tag.first), *_STEPS)}",
        f"inside={thing.clause.first <= m.first < thing.clause.last}", f"deed={word}", f"deed={kind}|{side}",
        f"deed={word}|{side}", f"before={before}|{kind}", f"before={before}|{side}", f"sense={m.sense}|{status}",
        f"ahead={m.first < thing.tag.first}", f"{kind}|{status}", f"begins={_begins(page, m)}|{side}",
    ]  # fmt: skip


def _deed_at(thing: Thing, m: Mention) -> Deed | None:
    """The deed that a time belongs to: the nearest, one before it rather than behind it, none across a clause."""

    def gap(deed: Deed) -> tuple[int, int]:
        ahead = deed.tag.first < m.first
        return (m.first - deed.tag.last if ahead else deed.tag.first - m.last + 2, deed.tag.first)

    return min(thing.deeds, key=gap, default=None)


def _begins(page: Page, m: Mention) -> bool:
    """Whether a word of beginning stands near before a time ("construction began in")."""
    return any(t.role == "starts" for t in page.tags_in(max(0, m.first - 5), m.first))
