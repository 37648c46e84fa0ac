"""The words of a sentence that tell what becomes of an undertaking, each with the time in which it stands."""

from __future__ import annotations

from functools import cache
from typing import NamedTuple

from pledgebook.lexicon import rows
from pledgebook.lexicon.table import cell
from pledgebook.reading.context import Clause
from pledgebook.reading.status import governor
from pledgebook.reading.text import Page, Sentence, Tag

_BACK = 6
_AHEAD = ("plan", "aim", "expect")


class Deed(NamedTuple):
    """A word of fate: `kind` as in the lexicon, `tense`: how it stands ("future", "perfect", "past", "base", ...).

    A `state` is what a thing is: "is complete", "has been open".
    """

    tag: Tag
    kind: str
    tense: str


@cache
def tenses(lang: str) -> dict[str, str]:
    """What each auxiliary tells of its verb."""
    return {word.lower(): row["value"] for row in rows(lang, "tenses") for word in cell(row["words"])}


def deeds(page: Page, kinds: list[str], sentence: Sentence, parts: list[Clause]) -> list[Deed]:
    """The words of fate of a sentence, in order."""
    out: list[Deed] = []
    n = 0
    for tag in _verbs(page, sentence):
        while n + 1 < len(parts) and parts[n].last <= tag.first:
            n += 1
        if not _noun(page, kinds, tag):
            out.append(Deed(tag, tag.value, tense(page, kinds, tag, parts[n])))
    return out


def _verbs(page: Page, sentence: Sentence) -> list[Tag]:
    """The tags of fate of a sentence, one a place: of forms that look alike the past ("put", "set up", "opened")."""
    found: dict[int, Tag] = {}
    for tag in page.tags_in(sentence.first, sentence.last):
        if tag.role == "fate" and (tag.first not in found or (tag.form == "ed" and found[tag.first].form == "base")):
            found[tag.first] = tag
    return list(found.values())


def _noun(page: Page, kinds: list[str], tag: Tag) -> bool:
    """Whether a form is no verb here: "the works", "works on the line"."""
    if tag.form not in ("s", "base") or tag.last - tag.first > 1:
        return False
    return (tag.first > 0 and kinds[tag.first - 1] in ("det", "num")) or page.low[tag.last : tag.last + 1] == ["on"]


def tense(page: Page, kinds: list[str], tag: Tag, clause: Clause) -> str:
    """How a verb stands: by the auxiliaries before it, else by its own form."""
    seen = _before(page, kinds, tag, clause.first)
    if "not" in seen:
        return "not"
    if "future" in seen or ("to" in seen and ("present" in seen or "past" in seen or "be" in seen)):
        return "future"
    if _begun(page, tag):
        return "progress"
    if tag.form == "base" and seen & {"be", "present", "past", "perfect"}:
        return "state"
    if "to" in seen:
        return "future" if _governed(page, clause, tag) else "infinitive"
    if "modal" in seen:
        return "modal"
    if "progress" in seen or (tag.form == "ing" and seen & {"present", "past", "be"}):
        return "progress"
    for name in ("perfect", "past", "present"):
        if name in seen:
            return name
    return tag.form or "plain"


def _begun(page: Page, tag: Tag) -> bool:
    """Whether a verb of beginning in the past carries this one: "began to build", "has started building"."""
    spot = tag.first - 1 if tag.form == "ing" else tag.first - 2
    return any(t.role == "fate" and t.value == "begin" and t.form in ("ed", "en") for t in page.at.get(spot, ()))


def _before(page: Page, kinds: list[str], tag: Tag, floor: int) -> set[str]:
    """What the auxiliaries right before a verb tell; adverbs among them are passed over."""
    known = tenses(page.pack.lang)
    seen: set[str] = set()
    for i in range(tag.first - 1, max(floor, tag.first - _BACK) - 1, -1):
        told = known.get(page.low[i])
        if told is None and kinds[i] not in ("adv", "num") and page.low[i] not in "%":
            break
        if told:
            seen.add(told)
    return seen


def _governed(page: Page, clause: Clause, tag: Tag) -> bool:
    found = governor(page, Clause(max(clause.first, tag.first - 7), tag.last, ""), tag.first)
    return found is not None and found.first <= tag.first and found.value in _AHEAD
