"""What the words of a quote say of a promise, by the roles of `data/words.toml`; the code names roles, never words."""

from __future__ import annotations

import re
import tomllib
from functools import cache, lru_cache
from pathlib import Path
from typing import Any

from pledgebook.matching.words import concepts, tokens

_DATA = Path(__file__).parent / "data"


@cache
def table(name: str) -> dict[str, Any]:
    """A data file of judging, as a mapping."""
    return tomllib.loads((_DATA / f"{name}.toml").read_text(encoding="utf-8"))


@lru_cache(maxsize=65536)
def plain(text: str) -> str:
    """The folded words of a text, one blank between them and at both ends."""
    return f" {' '.join(tokens(text))} "


def _pattern(phrase: str) -> str:
    """A phrase of the table as a regular expression over plain words."""
    body = re.escape(" ".join(phrase.split()))
    body = body.replace(r"\ \.\.\.\ ", r"(?:\ [a-z0-9]+){0,6}\ ")
    return body.replace(r"\*", "[a-z0-9]*").replace(r"\#", "[0-9]+").replace("#", "[0-9]+")


def _compile(phrases: list[str]) -> re.Pattern[str]:
    longest_first = sorted({_pattern(p) for p in phrases}, key=lambda p: (-len(p), p))
    return re.compile(rf"(?<= )(?:{'|'.join(longest_first)})(?= )")


def _merged(section: str | None) -> dict[str, list[Any]]:
    """The lists of all languages, by role."""
    out: dict[str, list[Any]] = {}
    for language in table("words").values():
        for role, phrases in (language.get(section, {}) if section else language).items():
            if isinstance(phrases, list):
                out.setdefault(role, []).extend(phrases)
    return out


@cache
def _roles() -> dict[str, re.Pattern[str]]:
    return {role: _compile(phrases) for role, phrases in _merged(None).items()}


State = tuple[int, bool]


@cache
def _deeds() -> tuple[dict[str, frozenset[str]], dict[str, frozenset[str]], tuple[tuple[re.Pattern[str], str], ...]]:
    """Whole words, beginnings of words, and phrases, with the deeds that they name."""
    whole: dict[str, set[str]] = {}
    begun: dict[str, set[str]] = {}
    phrases: list[tuple[re.Pattern[str], str]] = []
    for deed, listed in _merged("same").items():
        for phrase in listed:
            if " " in phrase:
                continue
            where, word = (begun, phrase[:-1]) if phrase.endswith("*") else (whole, phrase)
            where.setdefault(word, set()).add(deed)
        if several := [p for p in listed if " " in p]:
            phrases.append((_compile(several), deed))
    frozen = ({w: frozenset(d) for w, d in found.items()} for found in (whole, begun))
    return next(frozen), next(frozen), tuple(phrases)


@lru_cache(maxsize=65536)
def _deeds_of(word: str) -> frozenset[str]:
    """The deeds that a single folded word names."""
    whole, begun, _ = _deeds()
    found = [whole.get(word, frozenset())]
    return frozenset().union(*found, *(begun.get(word[:n], frozenset()) for n in range(2, len(word) + 1)))


@cache
def _opposites() -> tuple[tuple[re.Pattern[str], re.Pattern[str]], ...]:
    return tuple((_compile(sides[0]), _compile(sides[1])) for _, sides in sorted(_merged("opposite").items()))


@lru_cache(maxsize=65536)
def said(role: str, text: str) -> str:
    """The words of a role that stand in a text, or "" where none do."""
    found = _roles()[role].search(plain(text))
    return found.group() if found else ""


@lru_cache(maxsize=65536)
def deeds(text: str) -> frozenset[str]:
    """The deeds that a text names: opening, lifting, publishing, each under the name that the table gives it."""
    words = plain(text)
    several = (deed for pattern, deed in _deeds()[2] if pattern.search(words))
    return frozenset(several).union(*map(_deeds_of, words.split()))


@lru_cache(maxsize=65536)
def things(text: str) -> tuple[str, ...]:
    """The words of a text that name no deed, as concepts."""
    words = plain(text)
    for pattern, _ in _deeds()[2]:
        words = pattern.sub(" ", words)
    return concepts(" ".join(w for w in words.split() if not _deeds_of(w)))


@lru_cache(maxsize=65536)
def states_told(text: str) -> frozenset[State]:
    """The states in a text that have an opposite: the number of the pair, and whether it is the one to be promised."""
    words = plain(text)
    pairs = enumerate(_opposites())
    return frozenset(
        (i, wanted) for i, (good, bad) in pairs for wanted, p in ((True, good), (False, bad)) if p.search(words)
    )


def opposed(promised: frozenset[State], told: frozenset[State]) -> bool:
    """Whether one text promises a state and another tells its opposite, and not the state itself."""
    return any(good and (i, False) in told and (i, True) not in told for i, good in promised)


def opposite_words(promised: frozenset[State], text: str) -> str:
    """The words by which a text tells the opposite of a promised state."""
    pairs = _opposites()
    found = (pairs[i][1].search(plain(text)) for i, good in sorted(promised) if good)
    return next((m.group().strip() for m in found if m), "")
