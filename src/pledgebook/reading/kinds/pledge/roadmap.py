"""Measures of a roadmap or a list of decisions: what is to be done, with deadline and responsible body behind it."""

from __future__ import annotations

from typing import NamedTuple

from pledgebook.reading.text import Page, Sentence


class Terms(NamedTuple):
    """What stands behind a measure: when it is due and who answers for it, as sentences and tokens behind the label."""

    deadline: tuple[int, int] | None
    responsible: tuple[int, int] | None


def is_measure(page: Page, sentence: Sentence, kinds: list[str]) -> bool:
    """Whether an item of a list begins with the bare form of a verb ("Set up a joint working group ...")."""
    if not sentence.label:
        return False
    return any(t.form == "base" and t.role in ("verb", "making", "binds") for t in page.at.get(sentence.first, ()))


def terms(page: Page, sentence: Sentence) -> Terms:
    """The terms of a measure: labels in its own or in the next two sentences."""
    deadline = responsible = None
    for other in page.sentences[sentence.index : sentence.index + 3]:
        if (
            other.label
            and other.index != sentence.index
            and is_numbered(other)
            and other.paragraph != sentence.paragraph
        ):
            break
        labels = [t for t in page.tags_in(other.first, other.last) if t.role == "term"]
        for n, tag in enumerate(labels):
            stop = labels[n + 1].first if n + 1 < len(labels) else other.last
            if tag.value == "deadline":
                deadline = (tag.last, stop)
            else:
                responsible = (tag.last, stop)
    return Terms(deadline, responsible)


def is_numbered(sentence: Sentence) -> bool:
    """Whether a sentence is an item of a numbered list."""
    return any(c.isdigit() for c in sentence.label)
