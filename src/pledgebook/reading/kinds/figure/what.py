"""What is counted or measured, in words of the text: the slot `of`."""

from __future__ import annotations

from pledgebook.model import Mention
from pledgebook.reading import ranking
from pledgebook.reading.kinds.figure.cues import Reading
from pledgebook.reading.kinds.figure.line import Line
from pledgebook.reading.text.grammar import phrase_left, phrase_right, trim

_LONGEST = 12


def what(line: Line, quantity: Mention, reading: Reading, thing: str, earlier: str) -> str:
    """The words that say what a figure is of, or "".

    `thing` is the name of the project spoken of, `earlier` what the figure before this one was of.
    """
    offers = {
        "none": "",
        "behind": _behind(line, quantity) if quantity.type in ("count", "number") else "",
        "behind_of": _behind_of(line, quantity),
        "around": _around(line, quantity, reading),
        "grown": _grown(line, quantity, reading) if reading.indicator == "growth" else "",
        "goods": _goods(line, quantity, reading) if reading.indicator in ("exports", "imports") else "",
        "subject": _subject(line, quantity),
        "before": _before(line, quantity),
        "thing": thing,
        "earlier": earlier,
    }
    kinds = [k for k, words in offers.items() if words or k == "none"]
    features = [_features(quantity, reading, k, offers[k]) for k in kinds]
    return ranking.best("of", quantity.begin, [offers[k] for k in kinds], features)[0]


def _features(quantity: Mention, reading: Reading, kind: str, words: str) -> list[str]:
    """What speaks for a phrase."""
    cue = reading.cue
    verb = "no" if cue is None else "verb" if cue.form in ("base", "s", "ed", "en", "ing") else "noun"
    side = "no" if cue is None else "ahead" if cue.first < quantity.first else "behind"
    length = ranking.bucket(len(words.split()), 0, 1, 2, 4, 7)
    return [
        kind, f"{kind}|{reading.indicator}", f"{kind}|{quantity.type}", f"{kind}|{verb}|{side}",
        f"{kind}|len={length}", f"{kind}|capital={words[:1].isupper()}", f"{kind}|{quantity.unit}",
    ]  # fmt: skip


def _limit(line: Line, token: int) -> int:
    return min(line.sentence.last, token + _LONGEST)


def _behind(line: Line, quantity: Mention) -> str:
    """ "130 agreements of every rank": the noun phrase right behind a count."""
    first = quantity.last
    page = line.page
    if first < line.sentence.last and page.low[first] == "-":
        first += 1
    while first < line.sentence.last and (page.low[first] == "of" or line.kinds[first] == "det"):
        first += 1
    last = phrase_right(page, line.kinds, first, _limit(line, first))
    return trim(page, first, last)


def _behind_of(line: Line, quantity: Mention) -> str:
    """ "1.2 mln tonnes of cargo", "20 percent of the exports": the noun phrase behind the preposition."""
    i = quantity.last
    if i >= line.sentence.last or line.page.low[i] not in ("of", "in", "for", "on", "from"):
        return ""
    first = i + 1
    while first < line.sentence.last and line.kinds[first] == "det":
        first += 1
    return trim(line.page, first, phrase_right(line.page, line.kinds, first, _limit(line, first), 1))


def _before(line: Line, quantity: Mention) -> str:
    """The noun phrase that ends nearest before a quantity: "cotton yarn and fabric – 9.1", "the line costs $5 mln"."""
    page, i = line.page, quantity.first
    skip = {k for m in (*line.times, *line.quantities) for k in range(m.first, m.last)}
    while i > line.sentence.first and (line.kinds[i - 1] not in ("", "part") or i - 1 in skip):
        i -= 1
    first = phrase_left(page, line.kinds, i, max(line.sentence.first, i - _LONGEST))
    tie = first - 1
    if tie > line.sentence.first and page.low[tie] == "of":
        first = phrase_left(page, line.kinds, tie, max(line.sentence.first, tie - 5))
    return trim(page, first, i)


def _around(line: Line, quantity: Mention, reading: Reading) -> str:
    """The noun phrase of the cue: "charter capital of the company", "loan for the port"."""
    cue = reading.cue
    if cue is None:
        return ""
    page = line.page
    if cue.form in ("base", "ed", "en", "ing"):
        return _object(line, quantity, cue.last) or _subject(line, quantity)
    first = phrase_left(page, line.kinds, cue.last, line.sentence.first)
    while first < cue.first and quantity.first <= first < quantity.last:
        first += 1
    first = max(first, quantity.last) if quantity.last <= cue.first else first
    last = phrase_right(page, line.kinds, cue.first, _limit(line, cue.first))
    if first < quantity.first < last:
        last = quantity.first
    return trim(page, first, max(last, cue.last))


def _object(line: Line, quantity: Mention, token: int) -> str:
    """What a verb of the cue acts on: the phrase behind the sum and its preposition ("will lend $5 mln for a port")."""
    after = max(token, quantity.last)
    for i in range(after, min(line.sentence.last, after + 6)):
        if line.page.low[i] in ("for", "to", "on", "in", "into", "towards"):
            first = i + 1
            while first < line.sentence.last and line.kinds[first] == "det":
                first += 1
            return trim(line.page, first, phrase_right(line.page, line.kinds, first, _limit(line, first), 1))
        if line.kinds[i] == "mark" and line.page.low[i] not in ("(", ")"):
            break
    return ""


def _subject(line: Line, quantity: Mention) -> str:
    """The first noun phrase of the clause, else of the sentence; times and quantities left out."""
    clause = line.clause(quantity.first)
    for first, last in ((clause.first, quantity.first), (line.sentence.first, quantity.first)):
        found = _first_phrase(line, first, last)
        if found:
            return found
    return ""


def _first_phrase(line: Line, first: int, last: int) -> str:
    page = line.page
    skip = {i for m in (*line.times, *line.quantities) for i in range(m.first, m.last)}
    i = first
    while i < last:
        if line.kinds[i] == "" and i not in skip and page.low[i][0].isalpha():
            stop = phrase_right(page, line.kinds, i, min(last, i + _LONGEST), 1)
            return trim(page, i, stop)
        i += 1
    return ""


def _grown(line: Line, quantity: Mention, reading: Reading) -> str:
    """What grew: the phrase of growth's own noun ("growth of exports"), else the subject of the verb of change."""
    cue = reading.cue
    page = line.page
    if (
        cue is not None
        and cue.last < line.sentence.last
        and page.low[cue.last] in ("of", "in")
        and cue.form in ("", "sg")
    ):
        first = cue.last + 1
        while first < line.sentence.last and line.kinds[first] == "det":
            first += 1
        if first != quantity.first:
            return trim(page, first, phrase_right(page, line.kinds, first, _limit(line, first), 1))
    strong = [t for t in line.cues if t.first < (cue.first if cue else quantity.first) and t.form not in ("ed", "base")]
    if strong:
        tag = strong[-1]
        first = phrase_left(page, line.kinds, tag.last, line.sentence.first)
        last = phrase_right(
            page, line.kinds, tag.first, min(_limit(line, tag.first), cue.first if cue else quantity.first), 1
        )
        return trim(page, first, max(last, tag.last))
    return _subject(line, quantity)


def _goods(line: Line, quantity: Mention, reading: Reading) -> str:
    """The goods of a trade: behind "of" ("exports of wheat", "540 tonnes of wheat"); none where all goods are meant."""
    tied = _behind_of(line, quantity) if line.page.low[quantity.last : quantity.last + 1] == ["of"] else ""
    if tied:
        return tied
    cue = reading.cue
    if cue is None:
        return ""
    page = line.page
    if page.low[cue.last : cue.last + 1] == ["of"]:
        first = cue.last + 1
        while first < line.sentence.last and line.kinds[first] == "det":
            first += 1
        states = {m.first for m in line.states if m.sense != "demonym"}
        if first not in states and first != quantity.first:
            return trim(page, first, phrase_right(page, line.kinds, first, _limit(line, first), 0))
    if quantity.type in ("measure", "count"):
        return _behind(line, quantity) or _subject(line, quantity)
    return ""
