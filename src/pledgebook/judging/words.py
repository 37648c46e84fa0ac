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
    body = body.replace(r"\ \.\.\.\ ", r"(?:\ [a-z0-9]+){0,4}\ ")
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


@cache
def _deeds() -> dict[str, re.Pattern[str]]:
    return {deed: _compile(phrases) for deed, phrases in _merged("same").items()}


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
    return frozenset(deed for deed, pattern in _deeds().items() if pattern.search(words))


@lru_cache(maxsize=65536)
def things(text: str) -> tuple[str, ...]:
    """The words of a text that name no deed, as concepts."""
    words = plain(text)
    for pattern in _deeds().values():
        words = pattern.sub(" ", words)
    return concepts(words)


@lru_cache(maxsize=65536)
def opposed(promised: str, told: str) -> str:
    """Where one text says a state and the other its opposite: the words of the other; "" where they agree or differ."""
    left, right = plain(promised), plain(told)
    for wanted, unwanted in _opposites():
        if wanted.search(left) and (found := unwanted.search(right)) and not wanted.search(right):
            return found.group().strip()
    return ""
