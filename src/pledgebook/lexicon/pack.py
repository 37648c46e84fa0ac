"""A language pack: every phrase of its tables in one index, keyed on the phrase's first and second word.

Invariant: a pack is a function of the files of its folder; it is built once a process and never changed.
"""

from __future__ import annotations

from collections.abc import Iterable
from functools import cache
from typing import NamedTuple

from pledgebook.lexicon.inflect import plural, verb_forms
from pledgebook.lexicon.named import named
from pledgebook.lexicon.table import cell, classes, names, rows
from pledgebook.lexicon.words import words


class Entry(NamedTuple):
    """What a phrase stands for: a role ("aim"), a value of that role, and the word form ("base", "ed", "pl", ...).

    `rest` are the phrase's words after the first; `capital` asks that the text writes the first word with a capital.
    """

    rest: tuple[str, ...]
    role: str
    value: str
    form: str
    capital: bool


class Pack:
    """The phrases of one language, by first and second word ("" for none); `classes`: what a word of a name may be;
    `openers`: words that begin sentences and never names;
    `grammar`: the class of a word that is no noun; `opens`: words that open a clause behind a comma;
    `small`: the kind of body that a noun heads even with a small letter ("Peru's transport ministry").
    """

    def __init__(self, lang: str) -> None:
        """Load every table of roles of the language."""
        self.lang = lang
        self.first: dict[str, dict[str, list[Entry]]] = {}
        self._seen: set[tuple[str, Entry]] = set()
        self._verbs, self._nouns = _irregular(lang)
        for name in names(lang):
            for row in rows(lang, name):
                self.add_all(row["role"], row.get("value", ""), cell(row["words"]))
        for phrase, role, value, form in named(lang):
            self.add(phrase, role, value, form)
        self.classes = classes(lang)
        self.openers = {w for w, cs in self.classes.items() if "opener" in cs and cs.isdisjoint(("field", "ordinal"))}
        self.grammar, self.opens = _grammar(lang)
        self.small = {w: min(c[6:] for c in cs if c[:6] == "small:") for w, cs in self.classes.items() if _is_small(cs)}
        self._seen.clear()
        for buckets in self.first.values():
            for entries in buckets.values():
                entries.sort(key=lambda e: (-len(e.rest), e.role, e.value, e.form))

    def entries(self, word: str, after: str) -> list[Entry]:
        """The phrases that may begin with two words of a text, lower case; the longest first."""
        buckets = self.first.get(word)
        return [] if buckets is None else [*buckets.get(after, ()), *buckets.get("", ())]

    def add_all(self, role: str, value: str, phrases: Iterable[str]) -> None:
        """Add phrases of a role. `v:` before a phrase adds a verb in all its forms, `n:` a noun in both numbers."""
        for phrase in phrases:
            for form, text in self._forms(phrase):
                self.add(text, role, value, form)

    def add(self, phrase: str, role: str, value: str, form: str) -> None:
        """Add one phrase as it stands."""
        first, *rest = (phrase.lower(),) if phrase.isascii() and phrase.isalpha() else words(phrase)
        entry = Entry(tuple(rest), role, value, form, phrase[:1].isupper())
        if (first, entry) not in self._seen:
            self._seen.add((first, entry))
            self.first.setdefault(first, {}).setdefault(rest[0] if rest else "", []).append(entry)

    def _forms(self, phrase: str) -> list[tuple[str, str]]:
        if phrase.startswith("v:"):
            return list(verb_forms(phrase[2:], self._verbs).items())
        if phrase.startswith("n:"):
            return [("sg", phrase[2:]), ("pl", plural(phrase[2:], self._nouns))]
        return [("", phrase)]


def _is_small(found: frozenset[str]) -> bool:
    return any(c[:6] == "small:" for c in found)


def _grammar(lang: str) -> tuple[dict[str, str], frozenset[str]]:
    """Classes of small words, the first in the alphabet where a word has several; and the words that open a clause."""
    table = [(row["class"], cell(row["words"])) for row in rows(lang, "grammar")]
    classes_of = {w: name for name, found in sorted(table, reverse=True) if name != "opens" for w in found}
    return classes_of, frozenset(w for name, found in table if name == "opens" for w in found)


def _irregular(lang: str) -> tuple[dict[str, tuple[str, str]], dict[str, str]]:
    """Irregular verbs (past, participle) and plurals of the language."""
    verbs: dict[str, tuple[str, str]] = {}
    nouns: dict[str, str] = {}
    for row in rows(lang, "irregular"):
        if row["class"] == "verb":
            verbs[row["lemma"]] = (row["past"], row["participle"])
        else:
            nouns[row["lemma"]] = row["past"]
    return verbs, nouns


@cache
def pack(lang: str) -> Pack:
    """The pack of a language, loaded at the first call. Raises `LookupError` for a language without one."""
    try:
        return Pack(lang)
    except FileNotFoundError as error:
        raise LookupError(f"no language pack for {lang!r}") from error
