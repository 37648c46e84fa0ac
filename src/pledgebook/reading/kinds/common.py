"""What the modules of the kinds share: who takes part, where, when, in a stretch of a sentence."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Any

from pledgebook.model import Mention, Span
from pledgebook.reading.context import Scene
from pledgebook.reading.text import Page, Sentence

DATED = frozenset({"point", "period", "deadline", "start", "cumulative", "horizon", "asof"})


def span_of(sentence: Sentence) -> Span:
    """The quote of a whole sentence."""
    return Span(sentence.begin, sentence.stop)


def states_in(page: Page, first: int, last: int) -> list[str]:
    """Codes of the states named between two tokens, in order, once each."""
    return unique(m.code for m in page.mentions_in(first, last) if m.type == "country" and m.code)


def unique(names: Iterable[str]) -> list[str]:
    """Names in order, once each."""
    return list(dict.fromkeys(n for n in names if n))


def who(scene: Scene, sentence: Sentence, first: int, last: int) -> list[str]:
    """Persons, bodies and states named between two tokens, in order; a person's state follows the person.

    A state that only names a body ("Ministry of Finance of Georgia") counts as the body. "Both sides", "the two
    countries" stand for the states in focus.
    """
    out: list[str] = []
    covered = -1
    found = scene.page.mentions_in(first, last)
    for n, m in enumerate(found):
        if m.last > last or m.first < covered or _owns(scene.page, m, found[n + 1 : n + 2]):
            continue
        if m.type == "person":
            out += [m.name or m.text, m.code]
            covered = m.last
        elif m.type == "body":
            out.append(m.name or m.code or m.text)
            covered = m.last
        elif m.type == "country":
            out.append(m.code)
    if any(t.role == "sides" for t in scene.page.tags_in(first, last)):
        out += scene.focus(sentence)
    return unique(out)


def _owns(page: Page, m: Mention, following: Sequence[Mention]) -> bool:
    """Whether a state only tells whose body follows ("Kenya's Ports Authority")."""
    return m.type == "country" and any(
        b.type == "body" and b.code == m.code and b.first <= m.last + 1 and page.low[m.last] in ("'s", "’s", "'", "’")
        for b in following
    )


def times_in(page: Page, first: int, last: int, senses: frozenset[str] = DATED) -> list[Mention]:
    """Time expressions with a date between two tokens."""
    return [
        m
        for m in page.mentions_in(first, last)
        if m.type in ("date", "period") and m.sense in senses and (m.start or m.end)
    ]


def nearest(mentions: Sequence[Mention], token: int) -> Mention | None:
    """The mention nearest to a token; of two as near the later one."""
    return min(mentions, key=lambda m: (_distance(m, token), -m.first), default=None)


def _distance(m: Mention, token: int) -> int:
    return m.first - token if m.first >= token else token - m.last + 1


def preposition(page: Page, kinds: list[str], mention: Mention, floor: int) -> str:
    """The preposition that governs a mention, articles and adjectives of place skipped; "" where there is none."""
    i = mention.first - 1
    while i >= floor and kinds[i] == "det":
        i -= 1
    return page.low[i] if i >= floor and kinds[i] == "prep" else ""


def compact(slots: dict[str, Any]) -> dict[str, Any]:
    """Slots without those that are empty; lists as tuples."""
    out: dict[str, Any] = {}
    for slot, value in slots.items():
        if value in (None, "", [], (), {}):
            continue
        out[slot] = tuple(value) if isinstance(value, list) else value
    return out
