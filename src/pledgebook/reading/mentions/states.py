"""Which names of the lexicon a page really holds, and the mentions of states: by name, adjective or people."""

from __future__ import annotations

from collections.abc import Mapping

from pledgebook.model import Mention
from pledgebook.reading.text import Page, Tag

_RANK = {"country": 0, "demonym": 1, "people": 2, "prefix": 3, "body": 4, "place": 5, "office": 6}
_ROLES = frozenset((*_RANK, "head"))
_SENSE = {"country": "name", "demonym": "demonym", "people": "people", "prefix": "demonym"}
_PLACE_BEFORE = frozenset(("in", "at", "from", "to", "near", "of", "via", "through", "between"))
_DASHES = frozenset("-–")
# Titles that are also plain adjectives of bodies: "General Directorate", "Joint Committee", "Chief Inspectorate".
_ADJECTIVES = frozenset(("modifier", "military", "honorific", "official"))
_LONGEST_FORM = 6


def settle(page: Page) -> tuple[dict[int, Tag], dict[int, Tag]]:
    """The names of the lexicon by first token, one a place, none inside another; and the head nouns of bodies."""
    best: dict[int, Tag] = {}
    heads: dict[int, Tag] = {}
    for tag in [t for t in page.tags if t[2] in _ROLES]:
        if tag.role == "head":
            if tag.first not in heads or tag.last > heads[tag.first].last:
                heads[tag.first] = tag
        elif _written(page, tag):
            held = best.get(tag.first)
            if held is None or _order(tag) < _order(held):
                best[tag.first] = tag
    kept = _outermost(page, best)
    sure = {t.value for t in kept.values() if t.role in _SENSE and t.form != "guard"}
    _share(page, kept, sure)
    kept = {i: t for i, t in kept.items() if _supported(page, t, sure)}
    _drop_adjectives(page, kept, heads)
    return kept, heads


def _order(tag: Tag) -> tuple[int, int, str]:
    return (-tag.last, _RANK[tag.role], tag.value)


def _written(page: Page, tag: Tag) -> bool:
    """Whether the text writes the name as the lexicon does: "US" in capitals, "Nis" not so, "Sino" before a hyphen."""
    if tag.form == "abbr":
        if page.low[tag.last : tag.last + 1] == ["$"] and page.glued(tag.last):
            return False
        return page.text[page.begins[tag.first] : page.stops[tag.last - 1]].isupper()
    if tag.role == "place":
        if tag.form in ("", "sg", "pl"):
            return False
        short = tag.last - tag.first == 1 and len(page.low[tag.first]) <= 4
        if not page.capital[tag.last - 1] and page.low[tag.last - 1].isalpha():
            return False
        return not short or not page.text[page.begins[tag.first] : page.stops[tag.first]].isupper()
    if tag.role == "body" and tag.last - tag.first == 1 and tag.value.isupper():
        return (
            page.low[tag.first] != tag.value.lower()
            or page.text[page.begins[tag.first] : page.stops[tag.first]].isupper()
        )
    if tag.role == "prefix":
        after = page.at.get(tag.last + 1, ())
        return page.low[tag.last : tag.last + 1] in (["-"], ["–"]) and any(
            t.role in ("demonym", "country") for t in after
        )
    return True


def _outermost(page: Page, best: dict[int, Tag]) -> dict[int, Tag]:
    """The tags that lie in no other, states with the words of their long names ("Islamic Republic of ...")."""
    kept: dict[int, Tag] = {}
    until = 0
    for first in sorted(best):
        tag = best[first]
        if first < until:
            continue
        begin = _state_form(page, first) if tag.role == "country" else first
        if begin < until:
            _shorten(page, kept, begin)
        until = tag.last
        kept[begin] = tag if begin == first else tag._replace(first=begin)
    return kept


def _shorten(page: Page, kept: dict[int, Tag], begin: int) -> None:
    """Cut a title that runs into a state's long name: "President | of the Republic of Chad"."""
    last = max(kept)
    of = next((i for i in range(last, begin) if page.low[i] == "of"), begin)
    kept[last] = kept[last]._replace(last=max(of, last + 1))


def _state_form(page: Page, first: int) -> int:
    """The first token of a state's long name ("the Islamic Republic of X") whose short name is at `first`."""
    low, classes = page.low, page.pack.classes
    i = first - 2 if first and low[first - 1] == "the" else first - 1
    if i < 1 or low[i] != "of":
        return first
    start = i
    while start > max(0, i - _LONGEST_FORM) and page.capital[start - 1] and "form" in classes.get(low[start - 1], ()):
        start -= 1
    return start if start < i else first


def _share(page: Page, kept: dict[int, Tag], sure: set[str]) -> None:
    """A word of two states ("Congolese") goes to the one that the text names elsewhere without doubt."""
    for first, tag in kept.items():
        if tag.form != "guard" or tag.value in sure:
            continue
        for other in page.at.get(first, ()):
            if other.role == tag.role and other.last == tag.last and other.value in sure:
                kept[first] = other
                break


def _supported(page: Page, tag: Tag, sure: set[str]) -> bool:
    """Whether a word that is also something else stands for the state or place here."""
    if "guard" not in tag.form or tag.role == "prefix":
        return True
    if tag.role == "country":
        joined = tag.first > 0 and page.low[tag.first - 1] in ("of", "in", "the")
        return joined or not _beside_a_name(page, tag)
    if tag.role == "place":
        behind = tag.first > 0 and page.low[tag.first - 1] in _PLACE_BEFORE
        return (behind or tag.value in sure) and not _beside_a_name(page, tag)
    return tag.value in sure


def _beside_a_name(page: Page, tag: Tag) -> bool:
    """Whether a capitalised word of no known meaning stands right beside: "Michael Jordan", "Chad Smith"."""
    classes = page.pack.classes
    for i, gap in ((tag.first - 1, tag.first), (tag.last, tag.last)):
        if 0 <= i < len(page.low) and page.capital[i] and page.begins[gap] - page.stops[gap - 1] == 1:
            known = classes.get(page.low[i], frozenset())
            if "given" in known or (not known and i not in page.at):
                return True
    return False


def _drop_adjectives(page: Page, kept: dict[int, Tag], heads: dict[int, Tag]) -> None:
    """Take out titles that only modify what is no title: "Joint" before a committee, "General" before a bank."""
    for first in sorted(kept, reverse=True):
        tag = kept[first]
        if tag.role != "office":
            continue
        after = tag.last + (page.low[tag.last : tag.last + 1] in (["-"], ["."]))
        follows = kept.get(after)
        title = follows is not None and follows.role == "office"
        plain = tag.value in _ADJECTIVES and tag.last - first == 1 and _names_a_body(page, tag, heads)
        if not title and (tag.value == "modifier" or plain):
            del kept[first]


def _names_a_body(page: Page, tag: Tag, heads: dict[int, Tag]) -> bool:
    i = tag.last
    if i >= len(page.low) or not page.capital[i]:
        return False
    field = tag.value != "official" and "field" in page.pack.classes.get(page.low[i], ())
    return field or (i in heads and heads[i].form != "weak")


def find_states(page: Page, tag: Mapping[int, Tag]) -> list[Mention]:
    """The states that the page names."""
    out = []
    for t in tag.values():
        sense = _SENSE.get(t.role)
        if sense is not None:
            begin, stop = page.begins[t.first], page.stops[t.last - 1]
            text = page.document.text[begin:stop]
            out.append(Mention("country", text, begin, stop, t.first, t.last, code=t.value, name=t.value, sense=sense))
    return out
