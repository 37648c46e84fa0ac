"""Word classes by table and shape, and noun phrases by class: enough grammar to cut "agreements of every rank" whole.

The classes are `det prep conj aux pron adv verb part num time mark` and "" for whatever may stand in a name.
"""

from __future__ import annotations

from pledgebook.reading.text.page import Page

_VERB_FORMS = ("ed", "s", "base", "en", "ing")
# Prepositions that tie a second noun to the first ("agreements of", "loan for", "section between").
_TIES = frozenset({"of", "for", "in", "with", "between", "at", "from", "to", "on", "through", "by", "under", "per"})


def classes(page: Page) -> list[str]:
    """The class of every token of a page."""
    small = page.pack.grammar
    out = [
        small.get(w) or ("" if w[0].isalpha() or w == "'s" else "num" if w[0].isdigit() else "mark") for w in page.low
    ]
    for m in page.mentions:
        # Bare years stand in names ("Programme 2024-2026"); days, months and "next spring" do not.
        if m.type in ("date", "period") and (m.start or m.end) and any(c.isalpha() for c in m.text):
            out[m.first : m.last] = ["time"] * (m.last - m.first)
    for tag in page.tags:
        if tag.form in _VERB_FORMS and not out[tag.first]:
            out[tag.first] = _verb_or_noun(page, tag.first, tag.form, out)
    return out


def _verb_or_noun(page: Page, i: int, form: str, found: list[str]) -> str:
    """A form that may be verb or noun ("plans", "signed", "loading"): decided by the words around it."""
    before = found[i - 1] if i else "mark"
    word_before = page.low[i - 1] if i else ""
    if form == "base":
        return "verb" if word_before in ("to", "will", "shall") or before in ("aux", "pron") else ""
    if form == "ing":
        return "part" if before not in ("det", "prep") else ""
    if form == "s":
        return "" if before in ("det", "prep", "num", "mark", "part") or page.capital[i] else _third_person(page, i)
    if before == "det" or (before == "prep" and form in ("ed", "en")):
        return "part"
    return "verb" if before in ("aux", "pron", "adv", "") or word_before == "'s" else "part"


def _third_person(page: Page, i: int) -> str:
    """ "plans" after a noun: a verb if an object or "to" follows, else the plural of a noun."""
    follows = page.low[i + 1] if i + 1 < len(page.low) else "."
    return "verb" if follows in ("to", "the", "a", "an", "that", "its", "their", "about", "over", "some") else ""


def phrase_right(page: Page, kinds: list[str], first: int, limit: int, ties: int = 2) -> int:
    """The end (exclusive) of the noun phrase that begins at `first`, with up to `ties` tied phrases, before `limit`."""
    i, last = first, first
    while i < limit:
        kind = kinds[i]
        word = page.low[i]
        if kind in ("", "part") or (kind == "num" and i == last) or word == "'s" or (word in "-/&" and page.glued(i)):
            i += 1
            last = i
        elif (kind == "det" and i == last) or (word in ("–", "—") and page.glued(i)):
            i += 1
        elif word == '"':
            i += 1
            last = i if i - 1 > first and page.low[first:i].count('"') == 2 else last
        elif ties and word in _TIES and last > first and i == last:
            ties -= 1
            i += 1
        elif (
            word == "and"
            and i == last
            and last > first
            and i + 1 < limit
            and page.capital[i + 1]
            and page.capital[i - 1]
        ):
            i += 1
        else:
            break
    return last


def phrase_left(page: Page, kinds: list[str], last: int, limit: int) -> int:
    """The start of the noun phrase whose last word is at `last` - 1, not before `limit`."""
    i = last
    while i > limit:
        kind, word = kinds[i - 1], page.low[i - 1]
        if (
            kind in ("", "part")
            or word == "'s"
            or (word in "-/&" and page.glued(i - 1))
            or (word in ("–", "—") and page.glued(i - 1) and page.glued(i))
        ):
            i -= 1
        else:
            break
    while i < last and kinds[i] == "part" and page.low[i].endswith("ing"):
        i += 1
    return i


def trim(page: Page, first: int, last: int) -> str:
    """The words from `first` to `last` (exclusive) without marks at the ends, as the document writes them."""
    while first < last and (page.low[first] in ".,;:()–—-\"'" or page.low[first] == "'s"):
        first += 1
    while last > first and page.low[last - 1] in ".,;:(–—-'\"":
        last -= 1
    return page.cut(first, last)
