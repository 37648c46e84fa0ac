"""The undertakings that a sentence names, and whether what it says of one makes it a project."""

from __future__ import annotations

from typing import NamedTuple

from pledgebook.model import Mention
from pledgebook.reading import ranking
from pledgebook.reading.context import Clause, clauses
from pledgebook.reading.context.clauses import clause_at
from pledgebook.reading.text import Page, Sentence, Tag
from pledgebook.reading.text.grammar import phrase_left, phrase_right, trim

_STEPS = (0, 1, 2, 4, 7, 12, 20)
_LONGEST = 11
_GOVERN = frozenset({"of", "in", "at", "for", "to", "from", "through", "with", "by"})


class Thing(NamedTuple):
    """A noun of an undertaking with its phrase, tokens `first` to `last`, and its clause."""

    sentence: Sentence
    tag: Tag
    clause: Clause
    first: int
    last: int
    name: str


def things(page: Page, sentence: Sentence, kinds: list[str]) -> list[Thing]:
    """The undertakings of a sentence: of nouns in one phrase the last one heads it."""
    parts = clauses(page, sentence)
    out: list[Thing] = []
    for tag in page.tags_in(sentence.first, sentence.last):
        if tag.role != "project" or _runs_on(page, tag, sentence):
            continue
        first = phrase_left(page, kinds, tag.last, sentence.first)
        last = max(phrase_right(page, kinds, tag.first, min(sentence.last, tag.first + _LONGEST), 2), tag.last)
        last = _bracket(page, last, sentence)
        if out and first < out[-1].last:
            if tag.first < out[-1].last and tag.first > out[-1].tag.last and _tied(page, out[-1].tag.last, tag.first):
                continue
            out.pop()
        clause = parts[clause_at(parts, tag.first)]
        out.append(Thing(sentence, tag, clause, first, last, trim(page, first, last)))
    return out


def _runs_on(page: Page, tag: Tag, sentence: Sentence) -> bool:
    """Whether the next word is an undertaking too ("power plant complex"): it heads the phrase."""
    return tag.last < sentence.last and any(t.role == "project" for t in page.at.get(tag.last, ()))


def _tied(page: Page, first: int, last: int) -> bool:
    """Whether a preposition lies between two nouns: the second belongs to the first ("school of the port")."""
    return any(page.pack.grammar.get(w) == "prep" for w in page.low[first:last])


def _bracket(page: Page, last: int, sentence: Sentence) -> int:
    """An abbreviation in brackets belongs to the name."""
    if page.low[last : last + 1] == ["("] and page.low[last + 2 : last + 3] == [")"] and page.capital[last + 1]:
        return min(last + 3, sentence.last)
    return last


def is_project(page: Page, kinds: list[str], thing: Thing) -> tuple[bool, float]:
    """Whether a thing is a project of its own, by learned weights, and how clearly."""
    features = ["yes", *_noun(page, kinds, thing), *_around(page, kinds, thing)]
    return ranking.best("project", page.begins[thing.tag.first], [True, False], [features, ["no"]])


def _noun(page: Page, kinds: list[str], thing: Thing) -> list[str]:
    """What the phrase itself tells."""
    tag, first = thing.tag, thing.first
    before = page.low[first - 1] if first > thing.sentence.first else "^"
    article = before if before in ("a", "an", "the", "its", "this", "their", "our", "^") else kinds[first - 1] or "noun"
    governor = page.low[first - 2] if article in ("a", "an", "the", "its", "this", "our") else before
    words = len(thing.name.split())
    inner = page.mentions_in(thing.first, thing.last)
    return [
        f"type={tag.value}", f"form={tag.form}|{tag.value}", f"article={article}", f"article={article}|{tag.form}",
        f"words={ranking.bucket(words, 1, 2, 3, 5)}", f"words={ranking.bucket(words, 1, 2)}|{article}",
        f"capital={page.capital[tag.first]}", f"place_in={any(m.type in ('place', 'route') for m in inner)}",
        f"in_body={_in_name(page, thing)}|{tag.value}", f"in_body={_in_name(page, thing)}",
        f"after={governor if governor in _GOVERN else '-'}",
        f"kind={thing.sentence.kind}",
    ]  # fmt: skip


def _in_name(page: Page, thing: Thing) -> str:
    """Whether the noun stands inside the name of a body that the text only names."""
    found = [
        m for m in page.mentions_in(max(0, thing.tag.first - 12), thing.tag.last)
        if m.type in ("body", "person", "title", "event") and m.last >= thing.tag.last
    ]  # fmt: skip
    return found[0].type + ("+" if found[0].last > thing.tag.last else "") if found else "no"


def _around(page: Page, kinds: list[str], thing: Thing) -> list[str]:
    """What the sentence says of it: words of making and of fate, sizes, times."""
    out = []
    sentence, clause, tag = thing.sentence, thing.clause, thing.tag
    for role in ("making", "fate"):
        near = nearest_tag(page, sentence, tag, role)
        if near is None:
            out.append(f"{role}=none")
            continue
        side = "ahead" if near.first < tag.first else "behind"
        gap = tag.first - near.last if side == "ahead" else near.first - tag.last
        inside = clause.first <= near.first < clause.last
        out += [
            f"{role}|{side}|gap={ranking.bucket(max(gap, 0), *_STEPS)}", f"{role}|inside={inside}|{side}",
            f"{role}|{near.value}|{side}", f"{role}|{near.form}|{side}|{inside}",
        ]  # fmt: skip
    mentions = page.mentions_in(sentence.first, sentence.last)
    out.append(f"size={any(m.type == 'measure' for m in mentions)}")
    out.append(f"money={any(m.type == 'money' for m in mentions)}")
    out.append(f"time={any(m.type in ('date', 'period') and (m.start or m.end) for m in mentions)}")
    head = tag.first - sentence.first <= 6
    out.append(f"head={head}|verb={any(k in ('verb', 'aux') for k in kinds[tag.last : tag.last + 6])}")
    return out


def nearest_tag(page: Page, sentence: Sentence, tag: Tag, role: str) -> Tag | None:
    """The nearest tag of a role around a noun in its sentence; of two as near the one before it."""
    found = [t for t in page.tags_in(sentence.first, sentence.last) if t.role == role and t.first != tag.first]
    return min(found, key=lambda t: (_gap(t, tag), t.first, -t.last, t.value), default=None)


def _gap(a: Tag, b: Tag) -> int:
    return b.first - a.last if a.first < b.first else a.first - b.last


def places_of(page: Page, thing: Thing) -> list[Mention]:
    """Places that may tell where a thing lies: in its phrase and behind it first, then in its clause and sentence."""
    spans = ((thing.first, thing.last + 8), (thing.clause.first, thing.clause.last))
    out: list[Mention] = []
    for first, last in (*spans, (thing.sentence.first, thing.sentence.last)):
        for m in page.mentions_in(max(first, thing.sentence.first), min(last, thing.sentence.last)):
            if m.type in ("place", "route") and m not in out:
                out.append(m)
    return out
