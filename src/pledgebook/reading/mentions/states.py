"""Which names of the lexicon a page really holds, and the mentions of states: by name, adjective or people."""

from __future__ import annotations

from collections.abc import Mapping

from pledgebook.model import Mention
from pledgebook.reading.text import Page, Tag

_RANK = {"country": 0, "demonym": 1, "people": 2, "prefix": 3, "body": 4, "place": 5, "office": 6}
_SENSE = {"country": "name", "demonym": "demonym", "people": "people", "prefix": "demonym"}
_PLACE_BEFORE = frozenset(("in", "at", "from", "to", "near", "of", "via", "through", "between"))
_DASHES = frozenset(("-", "–", "—", "/"))
_LONGEST_FORM = 6


def settle(page: Page) -> tuple[dict[int, Tag], dict[int, Tag]]:
    """The names of the lexicon by first token, one a place, none inside another; and the head nouns of bodies."""
    best: dict[int, Tag] = {}
    heads: dict[int, Tag] = {}
    for tag in page.tags:
        if tag.role == "head":
            if tag.first not in heads or tag.last > heads[tag.first].last:
                heads[tag.first] = tag
        elif tag.role in _RANK and _written(page, tag):
            held = best.get(tag.first)
            if held is None or _order(tag) < _order(held):
                best[tag.first] = tag
    kept = _outermost(best)
    sure = {t.value for t in kept.values() if t.role in _SENSE and t.form != "guard"}
    _share(page, kept, sure)
    return {i: t for i, t in kept.items() if _supported(page, t, sure)}, heads


def _order(tag: Tag) -> tuple[int, int, str]:
    return (-tag.last, _RANK[tag.role], tag.value)


def _written(page: Page, tag: Tag) -> bool:
    """Whether the text writes the name as the lexicon does: "US" in capitals, "Sino" before a hyphen."""
    if "abbr" in tag.form:
        return page.text[page.begins[tag.first] : page.stops[tag.last - 1]].isupper()
    if tag.role == "prefix":
        after = page.at.get(tag.last + 1, ())
        return page.low[tag.last : tag.last + 1] == ["-"] and any(t.role in ("demonym", "country") for t in after)
    return True


def _outermost(best: dict[int, Tag]) -> dict[int, Tag]:
    kept: dict[int, Tag] = {}
    until = 0
    for first in sorted(best):
        if first >= until:
            kept[first] = best[first]
            until = best[first].last
    return kept


def _share(page: Page, kept: dict[int, Tag], sure: set[str]) -> None:
    """A word of two states ("Congolese") goes to the one that the text names elsewhere without doubt."""
    for first, tag in kept.items():
        if tag.form != "guard" or tag.value in sure:
            continue
        for other in page.at[first]:
            if other.role == tag.role and other.last == tag.last and other.value in sure:
                kept[first] = other
                break


def _supported(page: Page, tag: Tag, sure: set[str]) -> bool:
    """Whether a word that is also something else stands for the state or place here."""
    if "guard" not in tag.form or tag.value in sure:
        return True
    before = page.low[tag.first - 1] if tag.first else ""
    if tag.role == "place":
        return before in _PLACE_BEFORE
    if tag.role != "country":
        return False
    alone = not (tag.first and page.capital[tag.first - 1] and tag.first - 1 not in page.at)
    return alone and not (page.capital[tag.last : tag.last + 1] == [True] and tag.last not in page.at)


def state_form(page: Page, first: int) -> int:
    """The first token of a state's long name ("the Islamic Republic of X") whose short name is at `first`."""
    low, classes = page.low, page.pack.classes
    i = first - 1
    if i > 0 and low[i] == "the":
        i -= 1
    if i < 1 or low[i] != "of":
        return first
    start = i
    while start > max(0, i - _LONGEST_FORM) and page.capital[start - 1] and "form" in classes.get(low[start - 1], ()):
        start -= 1
    return start if start < i else first


def find_states(page: Page, tag: Mapping[int, Tag]) -> list[Mention]:
    """The states that the page names."""
    out = []
    for first, t in tag.items():
        sense = _SENSE.get(t.role)
        if sense is None:
            continue
        begin = state_form(page, first) if sense == "name" else first
        out.append(_mention(page, begin, t.last, t.value, sense))
    return out


def _mention(page: Page, first: int, last: int, code: str, sense: str) -> Mention:
    begin, stop = page.begins[first], page.stops[last - 1]
    text = page.document.text[begin:stop]
    return Mention("country", text, begin, stop, first, last, code=code, name=code, sense=sense)
