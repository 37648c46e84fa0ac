"""The words of time of a language, from its table `calendar`: what class a word has, and what may govern a date."""

from __future__ import annotations

from functools import cache
from typing import NamedTuple

from pledgebook.lexicon import rows
from pledgebook.lexicon.table import cell
from pledgebook.lexicon.words import words

# One character a class, so that a text becomes a string over which the grammar's patterns run.
CLASSES = {
    "month": "M",
    "abbreviated": "m",
    "weekday": "W",
    "weekday_short": "w",
    "season": "S",
    "year": "J",
    "years": "j",
    "fiscal": "F",
    "unit": "U",
    "units": "u",
    "part_unit": "K",
    "part_units": "k",
    "named_part": "Q",
    "edge": "P",
    "edge_noun": "p",
    "cumulated": "C",
    "ordinal": "O",
    "ordinal_suffix": "h",
    "decade_suffix": "s",
    "digits": "d",
    "cardinal": "c",
    "number": "n",
    "absolute_year": "Y",
    "decade": "E",
    "numeric": "B",
    "few": "f",
    "shift": "H",
    "same": "R",
    "spaced_dash": "~",
    "bracket": "(",
    "ending": "z",
    "long": "l",
    "between": "b",
    "own": "v",
    "away": "A",
    "of": "o",
    "in": "i",
    "the": "T",
    "a": "a",
    "each": "e",
    "and": "&",
    "comma": ",",
    "dash": "-",
    "slash": "/",
    "point": ".",
    "possessive": "'",
    "to": "t",
    "sign": "$",
    "percent": "%",
    "number_word": "#",
    "named": "N",
    "measure": "=",
    "quantity": "q",
    "other": "x",
    "rest": "_",
}


class Word(NamedTuple):
    """A word or phrase of a class: the tokens after the first, the class's character, the value, the capital asked."""

    rest: tuple[str, ...]
    code: str
    value: str
    capital: bool


class TimeWords(NamedTuple):
    """`plain` gives the class of words that need no look at their neighbours, "?" for those that do; `entries` these.

    `leads` holds the phrases that may govern a date, by their last word, the longest first; `hedges` what may stand
    between; `past` the irregular forms of verbs in the past, `past_endings` the endings of the regular.
    """

    plain: dict[str, str]
    entries: dict[str, list[Word]]
    leads: dict[str, list[tuple[tuple[str, ...], str]]]
    hedges: frozenset[str]
    past: frozenset[str]
    past_endings: tuple[str, ...]


@cache
def time_words(lang: str) -> TimeWords:
    """The words of time of a language, loaded at the first call. Raises `LookupError` where there are none."""
    found = TimeWords({}, {}, {}, frozenset(), frozenset(), ())
    hedges: set[str] = set()
    endings: list[str] = []
    try:
        table = list(rows(lang, "calendar"))
    except FileNotFoundError as error:
        raise LookupError(f"no calendar for {lang!r}") from error
    for row in table:
        for phrase in cell(row["words"]):
            if row["class"] == "lead":
                tokens = words(phrase)
                found.leads.setdefault(tokens[-1], []).append((tokens[:-1], row["value"]))
            elif row["class"] == "hedge":
                hedges.update(words(phrase))
            elif row["class"] == "past_ending":
                endings.append(phrase)
            else:
                _add(found.entries, row["class"], row["value"], phrase)
    for lists in found.leads.values():
        lists.sort(key=lambda lead: -len(lead[0]))
    _settle(found)
    return found._replace(hedges=frozenset(hedges), past=_irregular(lang), past_endings=tuple(endings))


def _irregular(lang: str) -> frozenset[str]:
    """The past forms of irregular verbs that are not their base form too."""
    verbs = [row for row in rows(lang, "irregular") if row["class"] == "verb"]
    forms = {row[form] for row in verbs for form in ("past", "participle")}
    return frozenset(forms - {row["lemma"] for row in verbs})


def _add(entries: dict[str, list[Word]], kind: str, value: str, phrase: str) -> None:
    first, *rest = words(phrase)
    entries.setdefault(first, []).append(Word(tuple(rest), CLASSES[kind], value, phrase[:1].isupper()))


def _settle(found: TimeWords) -> None:
    """Sort the phrases of each first word, the longest first, and note the words that stand for themselves."""
    for number in (*range(1000), *range(1800, 2151)):
        found.plain[str(number)] = found.plain[f"{number:02}"] = "?"
    for first, entries in found.entries.items():
        entries.sort(key=lambda e: -len(e.rest))
        lone = len(entries) == 1 and not entries[0].rest and not entries[0].capital
        found.plain[first] = entries[0].code if lone else "?"
