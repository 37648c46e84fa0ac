"""The names that a claim gives a thing, taken apart."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache

from pledgebook.matching.aliases import Aliases
from pledgebook.matching.cues import without_state
from pledgebook.matching.words import concepts, generic, keyed, role, stem, telling, tokens

_CUT = re.compile(
    r",|;|\b(?:in|at|of|for|to|from|between|near|with|by|on|under|along|through|named after|which|that|next to|no\.?)\s"
)
_SIZE = re.compile(
    r"\b(?:with|for) \d[\d ,.]*[\s-]?\w+|\b\d[\d,.]*-\w+|\b\d[\d ,.]*\s?(?:GW|MW|kW|kV|km|m2|m3|ha|t|tonnes?|TEU)\b"
)
_RENAMED = r"(?:rechristened|renamed|formerly|previously|also known as|now called|later called|called|now)\s+"
_OTHER_NAMES = re.compile(rf"\s*[(),]\s*(?:{_RENAMED})?|\s+{_RENAMED}", re.I)


@dataclass(frozen=True, slots=True)
class Title:
    """One name of a thing: the sorts of things it says, whether of a part, the keys of the words that tell it apart.

    A project is the sort that its name ends in before the first preposition; other things may be about several.

    `proper` are those of them before the first preposition, where a capital shows that they are a name. `other` says
    that it is one of several names, each word of it with a capital.
    """

    text: str
    sorts: frozenset[str]
    part: bool
    words: frozenset[str]
    proper: frozenset[str]
    other: bool


def _head(text: str) -> str:
    """The part of a name before its first preposition; the whole where nothing stands before it."""
    first = next((part for part in _CUT.split(text + " ") if part.strip()), text)
    return first.strip()


def title(text: str, kind: str, form: str, aliases: Aliases, part_of: str = "") -> Title:
    """Take a name apart into its sort and the words that tell it apart, leaving out what it says of a state."""
    bare = _SIZE.sub(" ", without_state(text))
    head = concepts(_head(bare))
    sorts = [c for c in (head if kind == "project" else concepts(bare)) if role(c) == "sort"]
    dull = generic(kind, f"{kind}.{form}")
    capitals = " ".join(w for w in _head(text).split() if any(c.isupper() for c in w))
    return Title(
        text=" ".join(tokens(text)),
        sorts=frozenset(sorts[-1:] if kind == "project" else sorts),
        part=any(role(c) == "part" for c in head),
        words=_own(bare, kind, dull, aliases),
        proper=_own(capitals, kind, dull, aliases),
        other=text != part_of and len(text.split()) > 1 and all(w[0].isupper() for w in text.split()),
    )


def _own(text: str, kind: str, dull: frozenset[str], aliases: Aliases) -> frozenset[str]:
    """Keys of the telling words; of a project's name its sort is none of them, as that is compared for itself."""
    words = aliases.expand(telling(text, dull)) - dull
    return keyed(w for w in words if kind != "project" or role(w) != "sort")


def titles(texts: tuple[str, ...], kind: str, form: str, aliases: Aliases) -> tuple[Title, ...]:
    """Every name in the texts: each whole, and the names that commas, brackets or "renamed" part it into."""
    found: dict[str, Title] = {}
    for whole in texts:
        for part in [whole, *_OTHER_NAMES.split(whole)]:
            if len(part) > 2 and part not in found:
                found[part] = title(part, kind, form, aliases, whole)
    return tuple(found.values())


@lru_cache(maxsize=65536)
def places_of(text: str) -> frozenset[str]:
    """The keys of the names in a place: "from A to B", "A-B", "B district" without the words that places share."""
    dull = generic("place")
    return keyed(s for t in tokens(text) if (s := stem(t)) not in dull and not t.isdigit())
