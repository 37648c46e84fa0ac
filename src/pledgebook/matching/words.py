"""Words as matching compares them: folded to plain letters, cut to a stem, several words for one concept made one."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable
from functools import cache, lru_cache
from importlib.resources import files

from pledgebook.lexicon import table as lexicon
from pledgebook.matching.tables import rows

_TOKEN = re.compile(r"[a-z0-9]+")
_POSSESSIVE = re.compile(r"['ʼ’`]s\b")
_APOSTROPHES = re.compile(r"['ʻʼ‘’`´ʹ]")
_SOFT_E = re.compile(r"(?<=[аеёиоуыэюяъьіўәөұү])е|\bе")  # ye: Yerevan, Aliyev
_SIGNS = {"+": " plus", "&": " and ", "№": " no ", "³": "3", "²": "2"}
_SUFFIXES = ("ing", "ed")
_MEMORY = 65536
_NO_STATES = frozenset({("us",)})  # folded, the pronoun and the short name are one


@cache
def _letters() -> dict[int, str]:
    return {ord(k): v[0] if v else "" for k, *v in rows("letters")} | {ord(k): v for k, v in _SIGNS.items()}


@lru_cache(maxsize=_MEMORY)
def fold(text: str) -> str:
    """The text in small plain letters: accents off, other scripts in the press's spelling, apostrophes gone."""
    text = _SOFT_E.sub("йе", _APOSTROPHES.sub("", _POSSESSIVE.sub("", text.casefold())))
    text = text.translate(_letters())
    bare = "".join(c for c in unicodedata.normalize("NFKD", text) if not unicodedata.combining(c))
    return bare.translate(_letters())


@lru_cache(maxsize=_MEMORY)
def script(text: str) -> str:
    """The script of a text's first letter (`LATIN`, `CYRILLIC`); two scripts are not held against each other."""
    letter = next((c for c in text if c.isalpha()), "")
    return unicodedata.name(letter, "").split(" ")[0] if letter else ""


@lru_cache(maxsize=_MEMORY)
def stem(word: str) -> str:
    """A word without its plural, `-ing`, `-ed` and last `e`; crude, but the same for both sides of a comparison."""
    if len(word) > 4 and word.endswith(("xes", "ches", "shes", "sses", "zzes")):
        word = word[:-2]
    elif len(word) > 3 and word.endswith("s") and not word.endswith(("ss", "us", "is")):
        word = word[:-3] + "y" if word.endswith("ies") else word[:-1]
    for suffix in _SUFFIXES:
        if word.endswith(suffix) and len(word) > len(suffix) + 3:
            word = word[: -len(suffix)]
            break
    return word[:-1] if len(word) > 4 and word.endswith("e") else word


@lru_cache(maxsize=_MEMORY)
def tokens(text: str) -> tuple[str, ...]:
    """The folded words and numbers of a text, in order."""
    return tuple(_TOKEN.findall(fold(text)))


@cache
def _concepts() -> tuple[dict[tuple[str, ...], str], dict[str, int], dict[str, str]]:
    phrases: dict[tuple[str, ...], str] = {}
    longest: dict[str, int] = {}
    roles: dict[str, str] = {}
    for concept, role, words in rows("concepts"):
        roles[concept] = role
        for phrase in words.split(","):
            key = tuple(stem(t) for t in tokens(phrase))
            phrases.setdefault(key, concept)
            longest[key[0]] = max(longest.get(key[0], 0), len(key))
    return phrases, longest, roles


def role(word: str) -> str:
    """`sort`, `part` or nothing: what the table of concepts says of a concept."""
    return _concepts()[2].get(word, "")


@lru_cache(maxsize=_MEMORY)
def concepts(text: str) -> tuple[str, ...]:
    """The words of a text as stems, the longest phrase that stands for a concept or a state ("=XX") replaced by it."""
    phrases, longest, _ = _concepts()
    stems = tuple(t if t[0] == "=" else stem(t) for t in marked(text))
    out: list[str] = []
    i = 0
    while i < len(stems):
        for size in range(longest.get(stems[i], 0), 0, -1):
            if i + size <= len(stems) and (found := phrases.get(stems[i : i + size])):
                out.append(found)
                i += size
                break
        else:
            out.append(stems[i])
            i += 1
    return tuple(out)


@cache
def generic(*places: str) -> frozenset[str]:
    """The stems and concepts that tell nothing apart in any of the places of the table (`project`, `project.fund`)."""
    found: set[str] = set()
    for place, words in rows("generic"):
        if place in places or place == "*":
            found.update(stem(w) for w in words.split())
            found.update(concepts(words))
    return frozenset(found)


@cache
def _states() -> tuple[dict[tuple[str, ...], str], dict[str, int]]:
    """The names of states and their people in every language of the lexicon, as tokens; the longest by first token."""
    phrases: dict[tuple[str, ...], str] = {}
    longest: dict[str, int] = {}
    for lang in sorted(folder.name for folder in files("pledgebook.lexicon").iterdir() if folder.is_dir()):
        for row in lexicon.rows(lang, "countries") if lexicon.has(lang, "countries") else ():
            columns = (row.get(c, "") for c in ("name", "names", "demonyms", "people", "prefix"))
            for phrase in (p for column in columns for p in lexicon.cell(column)):
                if (words := tokens(phrase)) and words not in _NO_STATES:
                    phrases.setdefault(words, row["code"])
                    longest[words[0]] = max(longest.get(words[0], 0), len(words))
    return phrases, longest


@lru_cache(maxsize=_MEMORY)
def marked(text: str) -> tuple[str, ...]:
    """The tokens of a text, each name of a state or its people replaced by "=" and the state's code."""
    phrases, longest = _states()
    found = tokens(text)
    out: list[str] = []
    i = 0
    while i < len(found):
        sizes = range(longest.get(found[i], 0), 0, -1)
        size = next((n for n in sizes if found[i : i + n] in phrases), 0)
        out.append("=" + phrases[found[i : i + size]] if size else found[i])
        i += size or 1
    return tuple(out)


def state_of(word: str) -> str:
    """The code of the state that a word of `concepts` or a folded token stands for, or nothing."""
    return word[1:] if word[:1] == "=" else _states()[0].get((word,), "")


@lru_cache(maxsize=_MEMORY)
def states_in(text: str) -> frozenset[str]:
    """The codes of the states that a text names."""
    return frozenset(t[1:] for t in marked(text) if t[0] == "=")


def telling(text: str, dull: frozenset[str]) -> frozenset[str]:
    """The words and concepts of a text that tell it apart: none of the dull ones, no state, number or lone letter."""
    return frozenset(
        w
        for w in concepts(text)
        if w not in dull and len(w) > 1 and not state_of(w) and not any(c.isdigit() for c in w)
    )


_CLASSES = str.maketrans({"q": "k", "c": "k", "w": "v", "x": "k", "h": "", "j": "y", "z": "s"})
_FIRST = str.maketrans({"q": "k", "c": "k", "w": "v"})
_DIGRAPHS = (("kh", "h"), ("gh", "g"), ("sh", "s"), ("ch", "c"), ("dzh", "j"), ("zh", "j"), ("dj", "j"), ("ph", "f"))


@lru_cache(maxsize=_MEMORY)
def skeleton(word: str) -> str:
    """The first letter and the consonants of a folded name, one spelling a sound; vowels vary in the press."""
    for spelled, sound in _DIGRAPHS:
        word = word.replace(spelled, sound)
    word = re.sub(r"(.)\1+", r"\1", word[:1].translate(_FIRST) + word[1:].translate(_CLASSES))
    return word[:1] + re.sub(r"[aeiouy]", "", word[1:])


@lru_cache(maxsize=_MEMORY)
def key(word: str) -> str:
    """What is equal for all spellings of one name: its skeleton, or the word itself where that is too short to tell."""
    if len(word) < 5 or " " in word:
        return word
    bare = skeleton(word)
    return f"~{bare}" if len(bare) > 2 else word


def keyed(words: Iterable[str]) -> frozenset[str]:
    """The keys of words; sets of them are compared in place of the words."""
    return frozenset(key(w) for w in words)
