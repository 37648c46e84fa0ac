"""Words as matching compares them: folded to plain letters, cut to a stem, several words for one concept made one."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable
from functools import cache, lru_cache

from pledgebook.matching.tables import rows

_TOKEN = re.compile(r"[a-z0-9]+")
_POSSESSIVE = re.compile(r"['ʼ’`]s\b")
_APOSTROPHES = re.compile(r"['ʻʼ‘’`´ʹ]")
_SIGNS = {"+": " plus", "&": " and ", "№": " no ", "³": "3", "²": "2"}
_SUFFIXES = ("ing", "ed")


@cache
def _letters() -> dict[int, str]:
    return {ord(k): v[0] if v else "" for k, *v in rows("letters")} | {ord(k): v for k, v in _SIGNS.items()}


@lru_cache(maxsize=65536)
def fold(text: str) -> str:
    """The text in small plain letters: accents off, other scripts in the press's spelling, apostrophes gone."""
    text = _APOSTROPHES.sub("", _POSSESSIVE.sub("", text.casefold()))
    text = text.translate(_letters())
    bare = "".join(c for c in unicodedata.normalize("NFKD", text) if not unicodedata.combining(c))
    return bare.translate(_letters())


@lru_cache(maxsize=65536)
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


def tokens(text: str) -> list[str]:
    """The folded words and numbers of a text, in order."""
    return _TOKEN.findall(fold(text))


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


@lru_cache(maxsize=65536)
def concepts(text: str) -> tuple[str, ...]:
    """The words of a text as stems, each longest phrase that stands for a concept replaced by it."""
    phrases, longest, _ = _concepts()
    stems = [stem(t) for t in tokens(text)]
    out: list[str] = []
    i = 0
    while i < len(stems):
        for size in range(longest.get(stems[i], 0), 0, -1):
            if (found := phrases.get(tuple(stems[i : i + size]))) and i + size <= len(stems):
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
def _states() -> tuple[dict[str, str], dict[str, str]]:
    exact: dict[str, str] = {}
    begin: dict[str, str] = {}
    for code, words in rows("states"):
        for word in words.split():
            (exact if len(word) <= 4 else begin)[word] = code
    return exact, begin


@lru_cache(maxsize=65536)
def state_of(word: str) -> str:
    """The code of the state that a folded word names or belongs to, or nothing."""
    exact, begin = _states()
    if word in exact:
        return exact[word]
    return next((begin[word[:n]] for n in range(len(word), 4, -1) if word[:n] in begin), "")


def states_in(text: str) -> frozenset[str]:
    """The codes of the states that a text names."""
    return frozenset(code for t in tokens(text) if (code := state_of(t)))


_CLASSES = str.maketrans({"q": "k", "c": "k", "g": "g", "w": "v", "x": "k", "h": "", "j": "y"})
_DIGRAPHS = (("kh", "h"), ("gh", "g"), ("sh", "s"), ("ch", "c"), ("zh", "j"), ("dj", "j"), ("dzh", "j"), ("ph", "f"))


@lru_cache(maxsize=65536)
def skeleton(word: str) -> str:
    """The first letter and the consonants of a folded name, one spelling a sound; vowels vary in the press."""
    for spelled, sound in _DIGRAPHS:
        word = word.replace(spelled, sound)
    first, rest = word[:1], word[1:].translate(_CLASSES)
    bare = re.sub(r"[aeiouy]", "", rest)
    return re.sub(r"(.)\1+", r"\1", first + bare)


@lru_cache(maxsize=65536)
def same_word(a: str, b: str) -> bool:
    """Whether two folded words are one, or one name in two spellings."""
    if a == b:
        return True
    if min(len(a), len(b)) < 5 or a[0] != b[0] or abs(len(a) - len(b)) > 2:
        return False
    return len(skeleton(a)) > 2 and skeleton(a) == skeleton(b)


def shared(left: Iterable[str], right: Iterable[str]) -> int:
    """How many words of the left stand on the right, each of the right counted once."""
    rest = list(right)
    count = 0
    for word in left:
        hit = next((r for r in rest if same_word(word, r)), None)
        if hit is not None:
            rest.remove(hit)
            count += 1
    return count


def without(words: frozenset[str], taken: Iterable[str]) -> frozenset[str]:
    """The words that are none of those taken, in whatever spelling."""
    gone = frozenset(taken)
    return frozenset(w for w in words if w not in gone and not any(same_word(w, g) for g in gone))
