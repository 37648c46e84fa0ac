"""Who builds, owns or pays for a project: the set of names of its sentence that learned weights prefer."""

from __future__ import annotations

from itertools import combinations

from pledgebook.model import Mention
from pledgebook.reading import ranking
from pledgebook.reading.context import Scene
from pledgebook.reading.kinds.common import preposition
from pledgebook.reading.kinds.project.things import Thing
from pledgebook.reading.kinds.project.where import ours

_MOST = 5
_STEPS = (0, 2, 5, 9, 15)


def parties(scene: Scene, kinds: list[str], thing: Thing, country: str) -> list[str]:
    """The parties of a thing, in the order in which the text names them."""
    told = _named(scene, kinds, thing, country)
    for code, names in _meant(scene, thing).items():
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
        if m.type == "body":
            covered = m.last
        if name not in out and not (m.type == "body" and m.first <= thing.tag.first < m.last):
            out[name] = [
                *_features(scene, kinds, thing, m),
                f"host={name == country}",
                f"speaker={name == speaker}|{m.type}",
            ]
    return out


def _features(scene: Scene, kinds: list[str], thing: Thing, m: Mention) -> list[str]:
    """How a name stands to the thing: side, preposition, clause, distance, the deed next to it."""
    page = scene.page
    before = preposition(page, kinds, m, thing.sentence.first)
    side = "phrase" if thing.first <= m.first < thing.last else "ahead" if m.first < thing.first else "behind"
    inside = thing.clause.first <= m.first < thing.clause.last
    near = ranking.bucket(max(thing.first - m.last, m.first - thing.last, 0), *_STEPS)
    after = kinds[m.last] if m.last < thing.sentence.last else "end"
    return [
        f"type={m.type}|{m.sense}", f"before={before}|{side}", f"side={side}|{inside}", f"near={near}|{side}",
        f"{m.type}|before={before}", f"thing={thing.type}|{m.type}", f"form={m.sense}|{side}", f"after={after}|{side}",
        f"{m.sense}|before={before}", f"start={m.first - thing.sentence.first <= 2}", "own",
    ]  # fmt: skip


def _meant(scene: Scene, thing: Thing) -> dict[str, list[str]]:
    """States that the sentence means without naming them: "both sides", a joint thing, "we"."""
    page, sentence = scene.page, thing.sentence
    roles = {t.role for t in page.tags_in(sentence.first, sentence.last)}
    focus = scene.focus(sentence)
    out: dict[str, list[str]] = {}
    joint = any(t.role in ("sides", "mutual") for t in page.tags_in(thing.first, thing.last))
    if ("sides" in roles or joint) and len(focus) == 2:
        for code in focus:
            out[code] = ["meant", f"meant|{thing.type}", f"meant|joint={joint}"]
    if "we" in roles and (code := ours(scene, thing)):
        out[code] = [*out.get(code, ()), "we", f"we|{thing.type}"]
    return out
