"""Which currency a shared word means ("Sh12 billion", "pesos"): that of the one state of the document that has such."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from functools import cache

from pledgebook.lexicon import rows
from pledgebook.lexicon.table import cell
from pledgebook.model import Mention


def localise(lang: str, mentions: Sequence[Mention]) -> None:
    """Set the unit of money mentions of sense `local` by the countries among the mentions of the same document.

    The only candidate named wins; of several the one named twice as often as the next; else the unit stays as it was:
    the word's usual currency, or "" where it has none.
    """
    named = Counter(m.code for m in mentions if m.type == "country")
    for m in mentions:
        if m.type == "money" and m.sense == "local":
            m.unit = _settled(lang, m.name, named) or m.unit


def _settled(lang: str, word: str, named: Counter[str]) -> str:
    votes: Counter[str] = Counter()
    for state, times in named.items():
        code = _currency_of(lang).get(state, "")
        if code in _meanings(lang).get(word, ()):
            votes[code] += times
    ranked = sorted(votes.items(), key=lambda v: (-v[1], v[0]))
    if not ranked or (len(ranked) > 1 and ranked[0][1] < 2 * ranked[1][1]):
        return ""
    return ranked[0][0]


@cache
def _currency_of(lang: str) -> dict[str, str]:
    """The present currency of each state."""
    return {row["code"]: row["currency"].split("|")[0] for row in rows(lang, "countries")}


@cache
def _meanings(lang: str) -> dict[str, list[str]]:
    """The currencies that each word or symbol may mean."""
    out: dict[str, list[str]] = {}
    for row in rows(lang, "currencies"):
        for word in (*cell(row["symbols"]), *cell(row["words"]), *cell(row["shared"])):
            out.setdefault(word, []).append(row["code"])
    return out
