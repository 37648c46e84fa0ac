"""Who binds himself, and to whom."""

from __future__ import annotations

from pledgebook.reading.context import Scene
from pledgebook.reading.kinds.common import states_in, unique, who
from pledgebook.reading.kinds.pledge.bound import Bound
from pledgebook.reading.text import Page, Sentence


def actors(scene: Scene, bound: Bound) -> list[str]:
    """The subject of an undertaking: "I" and "we" are the speaker and his state; else bodies and states before it."""
    page, sentence, tag = scene.page, bound.sentence, bound.tag
    first = max(bound.floor, bound.clause.first)
    if _first_person(page, first, tag.first):
        return _speaking(scene, sentence, tag.first)
    for start in (first, bound.floor, sentence.first):
        found = _subject(scene, sentence, start, tag.first)
        if found:
            return found
    return _carried(scene, sentence, tag.first)


def _first_person(page: Page, first: int, last: int) -> bool:
    return any(t.role == "we" for t in page.tags_in(max(first, last - 6), last))


def _speaking(scene: Scene, sentence: Sentence, token: int) -> list[str]:
    """The speaker, and the state or body that he speaks for."""
    name = scene.speaker(sentence, token)
    codes = [m.code for m in scene.page.mentions if m.type == "person" and m.name == name and m.code]
    return unique([name, *(codes[:1] or [scene.home])])


def _subject(scene: Scene, sentence: Sentence, first: int, last: int) -> list[str]:
    """Bodies and states before the binding word, the nearest first subject; persons stand for their state."""
    page = scene.page
    first = _behind_report(page, first, last)
    persons = {m.name: m.code for m in page.mentions_in(first, last) if m.type == "person"}
    found: list[str] = []
    for name in who(scene, sentence, first, last):
        if name in persons:
            name = persons[name]
        found.append(name)
    return unique(found)[:3]


def _behind_report(page: Page, first: int, last: int) -> int:
    """The subject stands behind a verb of speech ("the minister said that Georgia will ...")."""
    for tag in reversed(page.tags_in(first, last)):
        if tag.role == "speech" and tag.value == "says" and tag.form in ("ed", "s") and last - tag.last >= 1:
            return tag.last
    return first


def _carried(scene: Scene, sentence: Sentence, token: int) -> list[str]:
    """A pronoun or nothing before the binding word: the first body of the sentence before, else the states in focus."""
    page = scene.page
    if any(t.role == "carry" for t in page.tags_in(sentence.first, token)) and sentence.index:
        before = page.sentences[sentence.index - 1]
        bodies = [m.name or m.text for m in page.mentions_in(before.first, before.last) if m.type == "body"]
        if bodies and before.paragraph == sentence.paragraph:
            return bodies[:1]
    return list(scene.focus(sentence)[:2])


def counterpart(scene: Scene, bound: Bound, found: list[str]) -> list[str]:
    """To whom: the other state of the pair in focus, where one side alone acts and the sentence names the other."""
    focus = scene.focus(bound.sentence)
    mine = [n for n in found if n in focus]
    if len(focus) != 2 or len(mine) != 1:
        return []
    other = focus[1] if focus[0] == mine[0] else focus[0]
    return [other] if other in states_in(scene.page, bound.first, bound.sentence.last) else []
