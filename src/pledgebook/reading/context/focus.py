"""Which states a sentence is about when it says "the two countries", or names only one of them, or none."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass

from pledgebook.lexicon import Pack
from pledgebook.lexicon.words import TOKEN, level
from pledgebook.model import Mention
from pledgebook.reading.text import Page, Sentence

# A pair holds a document when it has this part of all its mentions of states; below, paragraphs stand for themselves.
_DOMINANT = 0.62
_HEAD_WEIGHT = 3


@dataclass(frozen=True, slots=True)
class Focus:
    """`states` of the document, `home` the state that it speaks for, and the states in focus of each sentence."""

    home: str
    states: tuple[str, ...]
    by_sentence: tuple[tuple[str, ...], ...]


def find_focus(page: Page) -> Focus:
    """The focus of a document and of each of its sentences."""
    here = [_states(page.mentions_in(s.first, s.last)) for s in page.sentences]
    weights = _weights(page, here)
    ranked = [code for code, _ in sorted(weights.items(), key=lambda w: (-w[1], _first_place(here, w[0])))]
    total = sum(weights.values()) or 1
    two = sum(weights[c] for c in ranked[:2]) / total
    states = _in_order(here, ranked[:2]) if two >= _DOMINANT or len(ranked) <= 2 else _group(here, ranked, weights)
    home = _home(page, ranked)
    return Focus(home, states, tuple(_by_sentence(page, here, states, two >= _DOMINANT)))


def _states(mentions: list[Mention]) -> list[str]:
    """The states named by mentions, in order, once each: by name, demonym, or a person or place that belongs to one."""
    out: list[str] = []
    for m in mentions:
        if m.type == "country" and m.code not in out:
            out.append(m.code)
    return out


def _weights(page: Page, here: list[list[str]]) -> Counter[str]:
    weights: Counter[str] = Counter()
    for sentence in page.sentences:
        weight = _HEAD_WEIGHT if sentence.kind == "heading" or sentence.paragraph <= 1 else 1
        for code in here[sentence.index]:
            weights[code] += weight
    for code in states_of(page.pack, page.document.title):
        weights[code] += _HEAD_WEIGHT
    return weights


def states_of(words: Pack, text: str) -> list[str]:
    """The states that a short text (a title, a publisher) names, in order; a capital or a city counts for its state."""
    raw = TOKEN.findall(level(text))
    low = [w.lower() for w in raw]
    out: list[str] = []
    i = 0
    while i < len(low):
        step = 1
        for entry in words.entries(low[i], low[i + 1] if i + 1 < len(low) else ""):
            last = i + 1 + len(entry.rest)
            if entry.role in ("country", "demonym", "place") and entry.value and tuple(low[i + 1 : last]) == entry.rest:
                if raw[i][0].isupper():
                    code = entry.value
                    if len(code) == 2 and code not in out:
                        out.append(code)
                    step = last - i
                break
        i += step
    return out


def _home(page: Page, ranked: list[str]) -> str:
    """The state whose office publishes the document: named by the publisher, and one of those the text is about."""
    for code in states_of(page.pack, page.document.publisher):
        if code in ranked:
            return code
    return ""


def _first_place(here: list[list[str]], code: str) -> int:
    return next((i for i, codes in enumerate(here) if code in codes), len(here))


def _in_order(here: list[list[str]], codes: list[str]) -> tuple[str, ...]:
    """States in the order in which the text first names them."""

    def place(code: str) -> tuple[int, int]:
        row = _first_place(here, code)
        return (row, here[row].index(code) if row < len(here) else 0)

    return tuple(sorted(codes, key=place))


def _group(here: list[list[str]], ranked: list[str], weights: Counter[str]) -> tuple[str, ...]:
    """Three or more states that share a document: those with at least half of the weight of the second."""
    floor = weights[ranked[1]] / 2
    return _in_order(here, [c for c in ranked if weights[c] >= floor][:5])


def _by_sentence(page: Page, here: list[list[str]], states: tuple[str, ...], dominant: bool) -> list[tuple[str, ...]]:
    """Each sentence's own pair; else its one state with the other of the pair in force; else the pair in force."""
    out: list[tuple[str, ...]] = []
    held: tuple[str, ...] = states
    paragraph = -1
    for sentence in page.sentences:
        if sentence.paragraph != paragraph:
            paragraph = sentence.paragraph
            held = _paragraph_states(page, here, sentence, states, dominant)
        codes = here[sentence.index]
        if len(codes) >= 2 and not (dominant and set(states) <= set(codes)):
            held = tuple(codes)
            out.append(held)
        elif len(codes) >= 2:
            out.append(states)
        elif len(codes) == 1 and codes[0] not in held:
            out.append((codes[0], *_home_of(held, states)))
        else:
            out.append(held)
    return out


def _home_of(held: tuple[str, ...], states: tuple[str, ...]) -> tuple[str, ...]:
    """Beside a state from outside the pair: the document's first state, where a pair holds the document."""
    return states[:1] if len(held) == 2 and states else ()


def _paragraph_states(
    page: Page, here: list[list[str]], sentence: Sentence, states: tuple[str, ...], dominant: bool
) -> tuple[str, ...]:
    """The states of a paragraph: the document's where a pair holds it, else the first two that the paragraph names."""
    if dominant:
        return states
    own: list[str] = []
    for other in page.sentences[sentence.index :]:
        if other.paragraph != sentence.paragraph:
            break
        own.extend(c for c in here[other.index] if c not in own)
    return tuple(own[:2]) if len(own) >= 2 else states
