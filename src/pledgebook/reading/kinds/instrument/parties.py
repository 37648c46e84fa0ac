"""Who signs or is bound: behind "between" and "with", before "signed", else the states in focus."""

from __future__ import annotations

from pledgebook.reading.context import Scene
from pledgebook.reading.kinds.common import unique, who
from pledgebook.reading.kinds.instrument.papers import Paper
from pledgebook.reading.text import Page, Tag

_FAR = 44


def parties(scene: Scene, paper: Paper, act: Tag | None) -> list[str]:
    """The parties of a document."""
    sentence = paper.sentence
    behind = _behind(scene, paper)
    if len(behind) >= 2:
        return behind
    before = _named(scene, paper, max(paper.floor, sentence.first), paper.first)
    if paper.tag.value == "decree":
        own = before or _named(scene, paper, paper.last, paper.ceiling)
        return own[:1] or list(scene.focus(sentence)[:1])
    if behind:
        return unique([*before[-2:], *behind]) if before else unique([*behind, *_other(scene, paper, behind)])
    if len(before) >= 2:
        return before
    if act is not None and act.first > paper.last:
        signers = _named(scene, paper, act.last, paper.ceiling)
        if len(signers) >= 2:
            return signers
    focus = list(scene.focus(sentence))
    return focus if len(focus) >= 2 or not before else unique([*before, *focus])


def _behind(scene: Scene, paper: Paper) -> list[str]:
    """Names behind a word that brings the parties, up to the next document."""
    page = scene.page
    for tag in page.tags_in(paper.tag.last, paper.reach):
        if tag.role == "ties" and tag.value in ("between", "with", "by") and tag.first - paper.last <= 8:
            return _named(scene, paper, tag.last, min(paper.reach, tag.last + _FAR))
    of = page.low[paper.tag.last : paper.tag.last + 1] == ["of"]
    inside = _named(scene, paper, paper.tag.last, paper.last) if of else []
    return inside if len(inside) >= 2 else []


def _named(scene: Scene, paper: Paper, first: int, last: int) -> list[str]:
    """Bodies and states between two tokens; persons sign for their states and are left out."""
    page = scene.page
    found = who(scene, paper.sentence, first, last) if last > first else []
    persons = _persons(page, first, last)
    return [n for n in found if n not in persons]


def _persons(page: Page, first: int, last: int) -> set[str]:
    return {m.name for m in page.mentions_in(first, last) if m.type == "person"}


def _other(scene: Scene, paper: Paper, known: list[str]) -> list[str]:
    """The other side where only one is named: the rest of the states in focus."""
    return [c for c in scene.focus(paper.sentence) if c not in known]
