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
_AHEAD = frozenset({"future", "infinitive", "modal", "base"})
_GOING = frozenset({"progress", "ing", "present", "s", "plain", "state"})
# What each kind of deed tells: where it lies ahead, where it goes on or stands, and where it is done.
_LADDER = {
    "make": ("planned", "under_construction", "completed"),
    "open": ("planned", "under_construction", "launched"),
    "begin": ("planned", "under_construction", "under_construction"),
    "finish": ("planned", "under_construction", "completed"),
    "work": ("planned", "operating", "operating"),
    "built": ("under_construction", "under_construction", "under_construction"),
    "ready": ("planned", "completed", "completed"),
    "plan": ("planned", "planned", "planned"),
    "propose": ("proposed", "proposed", "proposed"),
    "agree": ("planned", "agreed", "agreed"),
    "stop": ("suspended", "suspended", "suspended"),
    "close": ("planned", "operating", "cancelled"),
    "drop": ("cancelled", "cancelled", "cancelled"),
}
# In the present tense these tell of a schedule: "opens in May".
_SCHEDULED = frozenset({"open", "begin", "finish"})
_STATE = {"open": "operating", "finish": "completed"}
_ENDS = frozenset({"stop", "drop"})
# What is stronger than a plan beside it.
_STRONGER = frozenset({"under_construction", "agreed", "proposed"})


def ordered(page: Page, thing: Thing) -> list[Deed]:
    """The deeds of a thing's sentence, the nearest first; those of its own clause before the others."""

    last = thing.deeds[-1].tag.first if thing.deeds else 0

    def gap(deed: Deed) -> tuple[int, int]:
        tag = deed.tag
        far = thing.tag.first - tag.last if tag.first < thing.tag.first else tag.first - thing.tag.last
        outside = not thing.clause.first <= tag.first < thing.clause.last
        return (far + 12 * outside + 24 * (tag.first < last and _beside(page, thing, deed)), tag.first)

    return sorted((d for d in thing.deeds if d.tag.first != thing.tag.first), key=gap)


def _beside(page: Page, thing: Thing, deed: Deed) -> bool:
    """Whether a deed is told by the way: "built by", "which Uzbekistan built"; what comes after it weighs more."""
    if deed.tense not in ("ed", "en") or deed.tag.first < thing.tag.first:
        return False
    if page.low[deed.tag.last : deed.tag.last + 1] == ["by"] or deed.tag.first - thing.last <= 1:
        return True
    return any(w in ("which", "that") for w in page.low[max(thing.tag.last, deed.tag.first - 4) : deed.tag.first])


def rule(page: Page, kinds: list[str], thing: Thing, found: list[Deed]) -> str:
    """The status by the ladder: an end, works under way, an agreement or offer, else what the nearest deed tells."""
    if not found:
        if active(page, kinds, thing):
            return "operating"
        return "launched" if _when(page, thing) == "past" else "planned"
    here = [d for d in found if thing.clause.first <= d.tag.first < thing.clause.last] or found
    for deed in here:
        if deed.kind in _ENDS and deed.tense != "not":
            return _LADDER[deed.kind][1]
    first = told(here[0], thing)
    if first == "launched" and active(page, kinds, thing):
        return "operating"
    if first == "planned":
        return next((s for d in here[1:] if (s := told(d, thing)) in _STRONGER), first)
    return first


def told(deed: Deed, thing: Thing) -> str:
    """What one deed tells by itself; to begin a production is to launch it."""
    if deed.tense == "state" and deed.kind in _STATE:
        return _STATE[deed.kind]
    ahead, going, done = _LADDER["open" if deed.kind == "begin" and _running(thing) else deed.kind]
    if deed.tense == "not":
        return "under_construction" if deed.kind == "ready" else ahead
    if deed.tense in _AHEAD or (deed.tense == "s" and deed.kind in _SCHEDULED):
        return "under_construction" if deed.kind == "finish" and deed.tense == "base" else ahead
    return going if deed.tense in _GOING else done


def _running(thing: Thing) -> bool:
    """Whether a thing is an activity rather than a building ("the assembly of tractors")."""
    return thing.tag.value == "plant" and thing.tag.form == "" and thing.tag.last - thing.tag.first > 1


def active(page: Page, kinds: list[str], thing: Thing) -> bool:
    """Whether the sentence shows a thing at work: a verb in the present behind it, "has" with a number, "now"."""
    for i in range(thing.last, thing.sentence.last - 1):
        if kinds[i] == "aux" and kinds[i + 1] == "num":
            return True
        tags = page.at.get(i, ())
        if kinds[i] == "verb" and any(t.form == "s" for t in tags) and not any(t.role == "speech" for t in tags):
            return True
    return False


def state(page: Page, kinds: list[str], thing: Thing) -> tuple[str, Deed | None]:
    """The status of a project and the deed that shows it."""
    found = ordered(page, thing)
    first = rule(page, kinds, thing, found)
    names = _features(page, kinds, thing, found)
    features = []
    for value in STATES:
        own = [f"{value}|{n}" for n in names]
        if value == first:
            own += ["rule", f"rule|{value}", f"rule|{found[0].kind if found else 'none'}"]
        features.append(own)
    status = ranking.best("project_status", page.begins[thing.tag.first], STATES, features)[0]
    return status, (found[0] if found else None)


def _features(page: Page, kinds: list[str], thing: Thing, found: list[Deed]) -> list[str]:
    when = _when(page, thing)
    at_work = active(page, kinds, thing)
    names = ["own", f"type={thing.type}", f"when={when}", f"kind={thing.sentence.kind}", f"active={at_work}"]
    names.append(f"active={at_work}|{found[0].kind if found else 'none'}")
    if not found:
        return [*names, "none", f"none|{when}"]
    for n, deed in enumerate(found[:3]):
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
