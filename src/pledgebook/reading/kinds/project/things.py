"""The undertakings that a sentence names, and whether what it says of one makes it a project."""

from __future__ import annotations

from typing import NamedTuple

from pledgebook.reading import ranking
from pledgebook.reading.context import Clause, clauses
from pledgebook.reading.context.clauses import clause_at
from pledgebook.reading.kinds.project.deeds import Deed, deeds
from pledgebook.reading.kinds.project.phrase import phrase
from pledgebook.reading.text import Page, Sentence, Tag
from pledgebook.reading.text.grammar import trim

_STEPS = (0, 1, 2, 4, 7, 12, 20)
# A sentence of so few words and marks is a label ("THE ROAD.").
_LABEL = 3
# By how little "no" may lead: the doubtful ones are told as weak rather than missed.
_DOUBT = 0.3
_MAKING = frozenset({"make", "open", "begin", "finish", "built"})
_NOUNS = frozenset({"project", "stretch"})
# Types that a word of the same phrase can turn into another: a plant that makes power, a line of gas.
_TURNED = {"plant": frozenset({"energy"})}


class Thing(NamedTuple):
    """A noun of an undertaking with its phrase, tokens `first` to `last`, its clause and its sentence's deeds."""

    sentence: Sentence
    tag: Tag
    clause: Clause
    first: int
    last: int
    name: str
    type: str
    deeds: list[Deed]


def things(page: Page, sentence: Sentence, kinds: list[str]) -> list[Thing]:
    """The undertakings of a sentence: of nouns in one phrase the last one heads it."""
    tags = [t for t in page.tags_in(sentence.first, sentence.last) if t.role in _NOUNS and t.value != "none"]
    if not tags or sentence.last - sentence.first <= _LABEL:
        return []
    parts = clauses(page, sentence)
    told = deeds(page, kinds, sentence, parts)
    out: list[Thing] = []
    for tag in tags:
        if _runs_on(page, tag, sentence) or _doubled(page, tag) or _merely_works(page, kinds, tag, sentence):
            continue
        first, last = phrase(page, kinds, tag, sentence)
        if out and first < out[-1].last:
            if tag.first < out[-1].last and "prep" in kinds[out[-1].tag.last : tag.first]:
                continue
            out.pop()
        clause = parts[clause_at(parts, tag.first)]
        name = trim(page, first, last)
        out.append(Thing(sentence, tag, clause, first, last, name, _type(page, tag, sentence, first, last), told))
    return out


def _runs_on(page: Page, tag: Tag, sentence: Sentence) -> bool:
    """Whether the next word is an undertaking too ("power plant complex"): it heads the phrase."""
    return tag.last < sentence.last and any(t.role in _NOUNS for t in page.at.get(tag.last, ()))


def _doubled(page: Page, tag: Tag) -> bool:
    """Whether a noun of a stretch stands within one of an undertaking or of fate ("railway line", "design stage")."""
    if tag.role != "stretch":
        return False
    around = page.tags_in(tag.first - 3, tag.last)
    return any(t.role in ("project", "fate") and t.last >= tag.last for t in around)


def _merely_works(page: Page, kinds: list[str], tag: Tag, sentence: Sentence) -> bool:
    """Whether "works" is a verb or stands for what is done to another thing ("the works on the road")."""
    if page.low[tag.last - 1] != "works":
        return False
    if tag.last < sentence.last and page.low[tag.last] in ("on", "at", "of", "under"):
        return True
    before = tag.first - 1
    if before < sentence.first or kinds[before] in ("det", "mark", "prep", "conj"):
        return True
    return any(
        t.role == "project" and t.last <= tag.first for t in page.tags_in(max(sentence.first, tag.first - 9), before)
    )


def _type(page: Page, tag: Tag, sentence: Sentence, first: int, last: int) -> str:
    """The type of a noun; that of a line, a phase or a plant by the words of its phrase, sentence and paragraph."""
    if tag.role == "project" and tag.value not in _TURNED:
        return tag.value
    if tag.role == "project":
        found = _genus(page, first, last, tag.first)
        return found if found in _TURNED[tag.value] else tag.value
    opening = next(
        (
            s
            for s in reversed(page.sentences[max(0, sentence.index - 6) : sentence.index + 1])
            if s.paragraph != sentence.paragraph
        ),
        sentence,
    )
    spans = ((first, last), (sentence.first, sentence.last), (opening.first, sentence.last))
    return next((g for a, b in spans if (g := _genus(page, a, b, tag.first))), tag.value or "other")


def _genus(page: Page, first: int, last: int, at: int) -> str:
    """The field of the word nearest to a token that tells one, or ""."""
    found = [t for t in page.tags_in(first, last) if t.role == "genus"]
    return min(found, key=lambda t: (abs(t.first - at), t.first), default=Tag(0, 0, "", "", "")).value


def is_project(page: Page, kinds: list[str], thing: Thing) -> tuple[bool, float]:
    """Whether a thing is a project of its own, by learned weights, and how clearly."""
    features = ["yes", *_noun(page, kinds, thing), *_around(page, kinds, thing)]
    keep, lead = ranking.best("project", page.begins[thing.tag.first], [True, False], [features, ["no"]])
    return keep or lead < _DOUBT, lead if keep else 0.0


def _noun(page: Page, kinds: list[str], thing: Thing) -> list[str]:
    """What the phrase itself tells."""
    tag, first = thing.tag, thing.first
    before = page.low[first - 1] if first > thing.sentence.first else "^"
    article = before if before in ("a", "an", "the", "its", "this", "their", "our", "^") else kinds[first - 1] or "noun"
    governor = page.low[first - 2] if article in ("a", "an", "the", "its", "this", "our") else before
    governor = governor if kinds[first - 1] == "prep" or kinds[first - 2] == "prep" else "-"
    words = len(thing.name.split())
    inner = page.mentions_in(thing.first, thing.last)
    placed = any(m.type in ("place", "route") for m in inner)
    return [
        f"type={thing.type}",
        f"form={tag.form}|{thing.type}",
        f"article={article}",
        f"article={article}|{tag.form}",
        f"words={ranking.bucket(words, 1, 2, 3, 5)}",
        f"words={ranking.bucket(words, 1, 2)}|{article}",
        f"capital={page.capital[tag.first]}|{page.low[tag.first].isupper()}",
        f"place_in={placed}",
        f"place_in={placed}|{tag.role}",
        f"route_in={any(m.type == 'route' for m in inner)}|{tag.role}",
        f"in_body={_in_name(page, thing)}|{thing.type}",
        f"in_body={_in_name(page, thing)}",
        f"after={governor}",
        f"role={tag.role}",
        f"kind={thing.sentence.kind}",
        f"alone={words == 1}|{thing.type}",
        f"idea={'abstract' in {t.role for t in page.tags_in(first, thing.last + 4)}}|{tag.role}",
        f"size={any(m.type == 'measure' for m in inner)}|in",
    ]


def _in_name(page: Page, thing: Thing) -> str:
    """Whether the noun stands inside the name of a body that the text only names."""
    found = [
        m
        for m in page.mentions_in(max(0, thing.tag.first - 12), thing.tag.last)
        if m.type in ("body", "person", "title", "event") and m.last >= thing.tag.last
    ]
    return found[0].type + ("+" if found[0].last > thing.tag.last else "") if found else "no"


def _around(page: Page, kinds: list[str], thing: Thing) -> list[str]:
    """What the sentence says of it: words of making and of fate, sizes, times."""
    sentence, clause, tag = thing.sentence, thing.clause, thing.tag
    out = [*_making(page, thing), *_fate(thing)]
    mentions = page.mentions_in(sentence.first, sentence.last)
    timed = any(m.type in ("date", "period") and (m.start or m.end) for m in mentions)
    out.append(f"measure={any(m.type == 'measure' for m in mentions)}")
    out.append(f"money={any(m.type == 'money' for m in mentions)}")
    out += [f"time={timed}", f"time={timed}|deeds={min(len(thing.deeds), 2)}"]
    placed = any(m.type in ("place", "route") for m in page.mentions_in(clause.first, clause.last))
    out += [f"placed={placed}", f"placed={placed}|{thing.type}"]
    inside = any(clause.first <= m.first < clause.last for m in mentions if m.type in ("date", "period"))
    head = tag.first - sentence.first <= 6
    verb = any(k in ("verb", "aux") for k in kinds[thing.last : thing.last + 3])
    out += [f"head={head}|verb={verb}", f"time_inside={inside}", f"verb={verb}|{tag.role}"]
    return out


def _making(page: Page, thing: Thing) -> list[str]:
    """How the nearest word of making stands to a thing."""
    tag = thing.tag
    found = [t for t in page.tags_in(thing.sentence.first, thing.sentence.last) if t.role == "making"]
    found += [d.tag for d in thing.deeds if d.kind in _MAKING]
    near = min((t for t in found if t.first != tag.first), key=lambda t: (_gap(t, tag), t.first), default=None)
    if near is None:
        return ["making=none"]
    side = "ahead" if near.first < tag.first else "behind"
    inside = thing.clause.first <= near.first < thing.clause.last
    gap = ranking.bucket(max(_gap(near, tag), 0), *_STEPS)
    return [f"making|{side}|gap={gap}", f"making|inside={inside}|{side}", f"making|{near.form}|{side}|{inside}"]


def _fate(thing: Thing) -> list[str]:
    """How the nearest deed stands to a thing."""
    tag = thing.tag
    near = min(
        (d for d in thing.deeds if d.tag.first != tag.first),
        key=lambda d: (_gap(d.tag, tag), d.tag.first),
        default=None,
    )
    if near is None:
        return ["fate=none"]
    side = "ahead" if near.tag.first < tag.first else "behind"
    inside = thing.clause.first <= near.tag.first < thing.clause.last
    gap = ranking.bucket(max(_gap(near.tag, tag), 0), *_STEPS)
    return [
        f"fate|{side}|gap={gap}",
        f"fate|inside={inside}|{side}",
        f"fate|{near.kind}|{side}",
        f"fate|{near.kind}|{near.tense}",
        f"fate|{near.tense}|{side}|{inside}",
        f"fate|{near.kind}|{side}|gap={gap}",
    ]


def _gap(a: Tag, b: Tag) -> int:
    return b.first - a.last if a.first < b.first else a.first - b.last
