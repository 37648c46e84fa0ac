"""What a document is about: the words before its noun or behind a word that ties them to it, by learned weights."""

from __future__ import annotations

from pledgebook.reading import ranking
from pledgebook.reading.kinds.instrument.papers import Paper, topic_end, words
from pledgebook.reading.text import Page

_FAR = 16
_LONGEST = 18
_STEPS = (0, 1, 2, 4, 7, 11)


def topic(page: Page, kinds: list[str], paper: Paper) -> str:
    """The topic of a document, "" where its words tell none."""
    values = [""]
    title = paper.last - paper.tag.last
    features = [["none", f"none|{paper.tag.value}", f"none|title={ranking.bucket(title, *_STEPS)}"]]
    for first, last, tie in _stretches(page, kinds, paper):
        text = words(page, first, last)
        if text and text not in values:
            values.append(text)
            features.append(_features(page, kinds, paper, first, last, tie))
    return ranking.best("instrument_topic", page.begins[paper.tag.first], values, features)[0]


def _stretches(page: Page, kinds: list[str], paper: Paper) -> list[tuple[int, int, str]]:
    """Stretches of tokens that may tell the topic, each with the word that ties it ("" before the noun)."""
    tag = paper.tag
    out: list[tuple[int, int, str]] = []
    first = min(paper.first, tag.first)
    common = {i for t in page.tags_in(first, tag.last) if t.role == "paperwide" for i in range(t.first, t.last)}
    while first < tag.last - 1 and (first in common or kinds[first] in ("det", "num")):
        first += 1
    out.append((first, tag.last - 1 if first < tag.last - 1 else first, ""))
    limit = min(paper.ceiling, tag.last + _FAR)
    for tie in page.tags_in(tag.last, limit):
        if tie.role == "ties" and tie.value == "on" and tie.last < paper.ceiling:
            end = topic_end(page, kinds, tie.last, min(paper.ceiling, tie.last + _LONGEST))
            if end > tie.last:
                out.append((tie.last, end, page.low[tie.first]))
    return out


def _features(page: Page, kinds: list[str], paper: Paper, first: int, last: int, tie: str) -> list[str]:
    """How a stretch stands to its document and what it begins with."""
    gap = ranking.bucket(first - paper.tag.last, *_STEPS) if tie else "before"
    head = next((m.type for m in page.mentions_in(first, first + 2) if m.first <= first + 1), kinds[first])
    title = paper.first <= first < paper.last
    between = [t for t in page.tags_in(paper.tag.last, first) if t.role in ("ties", "signs")] if tie else []
    via = between[-2].value if len(between) > 1 and between[-1].last == first else "-"
    form = paper.tag.value
    return [
        "own", f"tie={tie}", f"tie={tie}|{gap}", f"head={head}|{tie}", f"head={head}", f"title={title}|{tie}",
        f"words={ranking.bucket(last - first, 1, 2, 3, 5, 9)}|{bool(tie)}", f"via={via}|{tie}", f"form={form}|{tie}",
        f"first={page.capital[first]}|{bool(tie)}", f"kind={paper.sentence.kind}|{bool(tie)}",
    ]  # fmt: skip
