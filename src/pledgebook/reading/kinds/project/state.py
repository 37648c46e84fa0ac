"""What has become of a project: a ladder of rules over its words of fate, weighed with what was learned."""

from __future__ import annotations

from pledgebook.model import first_day, last_day
from pledgebook.reading import ranking
from pledgebook.reading.kinds.common import times_in
from pledgebook.reading.kinds.project.deeds import Deed
from pledgebook.reading.kinds.project.things import Thing
from pledgebook.reading.text import Page

STATES = (
    "planned", "under_construction", "launched", "operating", "completed", "agreed", "proposed", "suspended",
    "cancelled",
)  # fmt: skip
_STEPS = (0, 1, 2, 4, 7, 12, 20)
_AHEAD = frozenset({"future", "infinitive", "modal", "base"})
# What each kind of deed tells: where it lies ahead, where it goes on, and where it is done.
_LADDER = {
    "make": ("planned", "under_construction", "completed"),
    "open": ("planned", "under_construction", "launched"),
    "begin": ("planned", "under_construction", "under_construction"),
    "finish": ("under_construction", "under_construction", "completed"),
    "work": ("planned", "operating", "operating"),
    "built": ("under_construction", "under_construction", "under_construction"),
    "ready": ("under_construction", "completed", "completed"),
    "plan": ("planned", "planned", "planned"),
    "propose": ("proposed", "proposed", "proposed"),
    "agree": ("planned", "agreed", "agreed"),
    "stop": ("suspended", "suspended", "suspended"),
    "drop": ("cancelled", "cancelled", "cancelled"),
}
_ENDS = frozenset({"stop", "drop"})


def ordered(thing: Thing) -> list[Deed]:
    """The deeds of a thing's sentence, the nearest first; those of its own clause before the others."""

    def gap(deed: Deed) -> tuple[int, int]:
        tag = deed.tag
        far = thing.tag.first - tag.last if tag.first < thing.tag.first else tag.first - thing.tag.last
        outside = not thing.clause.first <= tag.first < thing.clause.last
        return (far + 12 * outside, tag.first)

    return sorted((d for d in thing.deeds if d.tag.first != thing.tag.first), key=gap)


def rule(page: Page, thing: Thing, found: list[Deed]) -> str:
    """The status by the ladder: an end told in the clause, else what the nearest deed tells in its tense."""
    for deed in found:
        if deed.kind in _ENDS and thing.clause.first <= deed.tag.first < thing.clause.last and deed.tense != "not":
            return _LADDER[deed.kind][1]
    if not found:
        return "launched" if _when(page, thing) == "past" else "planned"
    return told(found[0])


def told(deed: Deed) -> str:
    """What one deed tells by itself."""
    ahead, going, done = _LADDER[deed.kind]
    if deed.tense == "not":
        return ahead
    if deed.tense in _AHEAD:
        return ahead
    return going if deed.tense in ("progress", "ing", "present", "s", "plain") else done


def state(page: Page, thing: Thing) -> tuple[str, Deed | None]:
    """The status of a project and the deed that shows it."""
    found = ordered(thing)
    first = rule(page, thing, found)
    names = _features(page, thing, found)
    features = []
    for value in STATES:
        own = [f"{value}|{n}" for n in names]
        if value == first:
            own += ["rule", f"rule|{value}", f"rule|{found[0].kind if found else 'none'}"]
        features.append(own)
    status = ranking.best("project_status", page.begins[thing.tag.first], STATES, features)[0]
    return status, (found[0] if found else None)


def _features(page: Page, thing: Thing, found: list[Deed]) -> list[str]:
    when = _when(page, thing)
    names = ["own", f"type={thing.type}", f"when={when}", f"kind={thing.sentence.kind}"]
    if not found:
        return [*names, "none", f"none|{when}"]
    for n, deed in enumerate(found[:4]):
        near = thing.clause.first <= deed.tag.first < thing.clause.last
        rank = "first" if n == 0 else "more"
        side = "ahead" if deed.tag.first < thing.tag.first else "behind"
        names += [f"{rank}|{deed.kind}|{deed.tense}", f"{deed.kind}|{near}|{side}", f"{deed.kind}|{rank}"]
        if n == 0:
            names += [f"{deed.kind}|{when}", f"{deed.tense}|{side}|{when}"]
    return list(dict.fromkeys(names))


def _when(page: Page, thing: Thing) -> str:
    """Whether the times of the clause, else of the sentence, lie ahead of the document's day or behind it."""
    published = page.document.published
    for part in (thing.clause, thing.sentence):
        found = times_in(page, part.first, part.last)
        if found and published:
            m = found[-1]
            if first_day(m.start or m.end) <= last_day(published) and last_day(m.end or m.start) <= last_day(published):
                return "past"
            return "future"
    return "none"
