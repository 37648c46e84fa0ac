"""The noun phrase by which a text names an undertaking."""

from __future__ import annotations

from pledgebook.reading.kinds.project.deeds import tenses
from pledgebook.reading.text import Page, Sentence, Tag
from pledgebook.reading.text.grammar import phrase_left, phrase_right

_LONGEST = 11
_DOINGS = frozenset({"fate", "moves", "making"})


def phrase(page: Page, kinds: list[str], tag: Tag, sentence: Sentence) -> tuple[int, int]:
    """The tokens of the noun phrase around a noun, with its size, its place or purpose, an abbreviation behind it."""
    head = tag.first + 1 if "prep" in kinds[tag.first : tag.last] else tag.last
    first = _left(page, kinds, min(phrase_left(page, kinds, head, sentence.first), tag.first), sentence)
    return first, _bracket(page, _right(page, kinds, tag, sentence), sentence)


def _right(page: Page, kinds: list[str], tag: Tag, sentence: Sentence) -> int:
    """The end of the phrase: a number ("No. 7"), "of the ..." tied to it; no verb that follows."""
    limit = min(sentence.last, tag.first + _LONGEST)
    head = tag.last if kinds[tag.last - 1] == "prep" else tag.last - 1
    last = _verb(page, tag.last, max(phrase_right(page, kinds, head, limit, 2), tag.last))
    if page.low[last : last + 2] == ["no", "."] and kinds[last + 2 : last + 3] == ["num"]:
        return phrase_right(page, kinds, last + 2, limit, 1)
    if page.low[last : last + 1] == ["of"] and kinds[last + 1 : last + 2] == ["det"] and last + 2 < limit:
        return max(_verb(page, last + 2, phrase_right(page, kinds, last + 2, limit, 1)), last)
    return last


def _verb(page: Page, first: int, last: int) -> int:
    """The first verb in a finite form that stands between two tokens, or the second of them."""
    known = tenses(page.pack.lang)
    found = [t.first for t in page.tags_in(first, last) if t.role in _DOINGS and t.form in ("s", "ed")]
    found += [i for i in range(first, last) if page.low[i] in known and known[page.low[i]] != "to"]
    return min((i for i in found if not page.capital[i]), default=last)


def _left(page: Page, kinds: list[str], first: int, sentence: Sentence) -> int:
    """The beginning of the phrase: a size before it, a word tied by a hyphen, the name to which it stands beside."""
    if first - 2 >= sentence.first and page.low[first - 1] == "-" and page.glued(first):
        first = phrase_left(page, kinds, first - 2, sentence.first)
    for m in page.mentions_in(max(sentence.first, first - 5), first):
        if m.type == "measure" and m.last >= first:
            first = m.first
            break
    beside = first - 3 > sentence.first and page.low[first - 1] in ("a", "an") and page.low[first - 2] == ","
    return phrase_left(page, kinds, first - 2, sentence.first) if beside and page.capital[first - 3] else first


def _bracket(page: Page, last: int, sentence: Sentence) -> int:
    """An abbreviation in brackets belongs to the name."""
    if page.low[last : last + 1] == ["("] and page.low[last + 2 : last + 3] == [")"] and page.capital[last + 1]:
        return min(last + 3, sentence.last)
    return last
