"""Who builds, owns or pays for a project: the set of names of its sentence that learned weights prefer."""

from __future__ import annotations

from itertools import combinations

from pledgebook.model import Mention
from pledgebook.reading import ranking
from pledgebook.reading.context import Scene
from pledgebook.reading.kinds.common import preposition
from pledgebook.reading.kinds.project.things import Thing
from pledgebook.reading.kinds.project.where import Known, ours
from pledgebook.reading.text import Page

_MOST = 4
_STEPS = (0, 2, 5, 9, 15)
_TELLING = frozenset({"by", "with", "from", "of", "between", "to", "in", "for"})
# Undertakings that can themselves own others.
_OWNERS = frozenset({"company", "bank", "fund", "school", "port", "other"})
_STATE_BODIES = frozenset({"ministry", "agency", "government", "organization", "parliament"})


def parties(scene: Scene, kinds: list[str], thing: Thing, country: str, known: Known) -> list[str]:
    """The parties of a thing, in the order in which the text names them."""
    told = _named(scene, kinds, thing, country)
    for code, names in _meant(scene, thing, known).items():
        told[code] = [*told.get(code, ()), *names]
    names = list(told)[:_MOST]
    values: list[list[str]] = [[]]
    features = [["none", f"none|{thing.type}", f"none|names={len(names)}"]]
    for size in (1, 2, 3):
        for chosen in combinations(names, size):
            values.append(list(chosen))
            features.append([f"size={size}", f"size={size}|{thing.type}", *(f for n in chosen for f in told[n])])
    return ranking.best("project_party", scene.page.begins[thing.tag.first], values, features)[0]


def _named(scene: Scene, kinds: list[str], thing: Thing, country: str) -> dict[str, list[str]]:
    """Bodies and states of the sentence with their features; a body wins over the state that its name holds."""
    page, sentence = scene.page, thing.sentence
    speaker = scene.speaker(sentence, thing.tag.first)
    out: dict[str, list[str]] = {}
    covered = sentence.first
    for m in page.mentions_in(sentence.first, sentence.last):
        if m.type not in ("body", "country") or m.first < covered:
            continue
        name = (m.code if m.type == "country" else m.name or m.code or m.text) or m.text
        covered = m.last if m.type == "body" else covered
        if name in out or (m.type == "body" and _is_thing(page, thing, m)):
            continue
        out[name] = _features(page, kinds, thing, m, name == country, name == speaker)
    return out


def _is_thing(page: Page, thing: Thing, m: Mention) -> bool:
    """Whether a body is the thing itself, or one within its name ("a section of the Cairo–Aswan Railway")."""
    if m.first <= thing.tag.first < m.last:
        return True
    inside = thing.first <= m.first < thing.last
    return inside and any(t.role == "project" and t.value not in _OWNERS for t in page.tags_in(m.first, m.last))


def _features(page: Page, kinds: list[str], thing: Thing, m: Mention, host: bool, speaks: bool) -> list[str]:
    """How a name stands to the thing: its part in the clause, its kind, the distance."""
    kind = m.type if m.type == "country" else "gov" if m.sense in _STATE_BODIES else "firm"
    inside = thing.clause.first <= m.first < thing.clause.last
    near = ranking.bucket(max(thing.first - m.last, m.first - thing.last, 0), *_STEPS)
    part = "speaker" if speaks and m.type == "body" else _part(page, kinds, thing, m)
    side = "phrase" if thing.first <= m.first < thing.last else "ahead" if m.first < thing.first else "behind"
    before = preposition(page, kinds, m, thing.sentence.first)
    return [
        "own", kind, f"{part}|{kind}", f"{part}|{inside}", f"{kind}|{thing.type}", f"near={near}|{side}",
        f"side={side}|{inside}", f"host={host}", f"{part}|host={host}", f"before={before}|{side}",
        f"type={m.type}|{m.sense}", f"form={m.sense}|{side}", f"{m.type}|before={before}",
        f"start={m.first - thing.sentence.first <= 2}",
    ]  # fmt: skip


def _part(page: Page, kinds: list[str], thing: Thing, m: Mention) -> str:
    """The part that a name plays: subject ahead of the thing, behind "by", within its phrase, elsewhere."""
    before = preposition(page, kinds, m, thing.sentence.first)
    where = "phrase" if thing.first <= m.first < thing.last else "ahead" if m.first < thing.first else "behind"
    if before:
        return f"{before if before in _TELLING else 'prep'} {where}"
    after = kinds[m.last] if m.last < thing.sentence.last else "end"
    if where == "ahead" and after in ("verb", "aux", "adv", "conj"):
        return f"subject {after}"
    return f"bare {where}"


def _meant(scene: Scene, thing: Thing, known: Known) -> dict[str, list[str]]:
    """States that the sentence means without naming them: "both sides", a joint thing, "we"."""
    page, sentence = scene.page, thing.sentence
    roles = {t.role for t in page.tags_in(sentence.first, sentence.last)}
    focus = scene.focus(sentence)
    out: dict[str, list[str]] = {}
    joint = any(t.role in ("sides", "mutual") for t in page.tags_in(thing.first, thing.last))
    if ("sides" in roles or joint) and len(focus) == 2:
        for code in focus:
            out[code] = ["meant", f"meant|{thing.type}", f"meant|joint={joint}"]
    if "we" in roles and (code := ours(scene, thing, known)):
        out[code] = [*out.get(code, ()), "we", f"we|{thing.type}"]
    return out
