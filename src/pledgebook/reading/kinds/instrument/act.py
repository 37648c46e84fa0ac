"""What has happened to a document: the words of signing and the like that are its own, and the stage that they show."""

from __future__ import annotations

from pledgebook.reading.context import Clause
from pledgebook.reading.kinds.instrument.papers import Paper
from pledgebook.reading.status import governor
from pledgebook.reading.text import Page, Sentence, Tag

# Of several words the later stage counts: what is in force was signed before.
_STAGES = ("terminated", "in_force", "ratified", "planned", "proposed", "signed", "approved", "agreed")
_REACH = 14


def act_of(page: Page, paper: Paper) -> Tag | None:
    """The word that tells what became of a document: the latest stage in its own stretch, else the nearest at all."""
    own = _signs(page, paper.floor, paper.ceiling, paper)
    near = [t for t in own if _gap(t, paper) <= _REACH]
    if near:
        return min(near, key=lambda t: (_STAGES.index(t.value), _gap(t, paper), t.first))
    shared = _signs(page, paper.sentence.first, paper.sentence.last, paper)
    return min(shared, key=lambda t: (_gap(t, paper), t.first), default=None)


def act_in(page: Page, lead: Sentence) -> Tag | None:
    """The word of signing in the sentence that introduces a list."""
    found = [t for t in page.tags_in(lead.first, lead.last) if t.role == "signs"]
    return min(found, key=lambda t: (_STAGES.index(t.value), -t.first), default=None)


def _signs(page: Page, first: int, last: int, paper: Paper) -> list[Tag]:
    return [
        t for t in page.tags_in(first, last)
        if t.role == "signs" and not paper.first <= t.first < paper.tag.last and not _in_topic(t, paper)
    ]  # fmt: skip


def _in_topic(tag: Tag, paper: Paper) -> bool:
    return paper.topic[0] <= tag.first < paper.topic[1] and paper.topic[0] >= paper.tag.last


def _gap(tag: Tag, paper: Paper) -> int:
    return max(paper.first - tag.last if tag.first < paper.first else tag.first - paper.last, 0)


def stage(page: Page, paper: Paper, act: Tag | None) -> str:
    """The status: what the word says, or planned where it stands under "will", "is to", "plans to"."""
    if act is None:
        return "signed"
    if act.value in ("planned", "proposed", "terminated", "in_force"):
        return act.value
    window = Clause(max(paper.sentence.first, act.first - 7), act.last, "")
    tag = governor(page, window, act.first) if act.form in ("base", "en", "ed", "ing") else None
    if tag is not None and tag.first <= act.first and tag.value in ("plan", "aim", "expect"):
        return "planned"
    return act.value
