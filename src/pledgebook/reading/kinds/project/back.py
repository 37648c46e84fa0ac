"""Sentences that speak on of a project told before: "it", "its opening", "the works", "the plant"."""

from __future__ import annotations

from pledgebook.model import Fact
from pledgebook.reading.context import clauses
from pledgebook.reading.context.clauses import clause_at
from pledgebook.reading.kinds.project.deeds import deeds
from pledgebook.reading.kinds.project.things import Thing
from pledgebook.reading.kinds.project.words import bare
from pledgebook.reading.text import Page, Sentence

_DEFINITE = frozenset({"the", "its", "this", "their", "our"})
# How many sentences back a pronoun reaches.
_REACH = 2


def spoken_of(page: Page, kinds: list[str], sentence: Sentence, out: list[Fact]) -> tuple[int, Thing] | None:
    """The project that a sentence goes on about by a pronoun, by place in `out`, and a thing that stands for it."""
    tag = next((t for t in page.tags_in(sentence.first, sentence.first + 2) if t.role == "backref"), None)
    if tag is None or not out:
        return None
    fact = out[-1]
    before = page.sentences[max(0, sentence.index - _REACH) : sentence.index]
    if not any(s.paragraph == sentence.paragraph and s.begin == fact.quotes[-1].begin for s in before):
        return None
    parts = clauses(page, sentence)
    found = deeds(page, kinds, sentence, parts)
    if not found:
        return None
    clause = parts[clause_at(parts, found[0].tag.first)]
    noun = tag._replace(role="project")
    return len(out) - 1, Thing(sentence, noun, clause, tag.first, tag.last, fact.get("name"), fact.get("type"), found)


def known_before(page: Page, thing: Thing, out: list[Fact]) -> int:
    """The latest project told before that "the plant", "this school" can only mean, or -1."""
    before = page.low[thing.first - 1] if thing.first > thing.sentence.first else ""
    own = bare(thing.name)
    if before not in _DEFINITE or len(own) > 1 or not thing.deeds:
        return -1
    for i in range(len(out) - 1, -1, -1):
        if out[i].get("type") == thing.type and own <= bare(out[i].get("name")):
            return i
    return -1
