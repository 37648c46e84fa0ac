"""The parts of a promise, each of which can be done or given up on its own: listed places, "both", numbered phases."""

from __future__ import annotations

import re
from functools import lru_cache

from pledgebook.judging.view import View, numbered
from pledgebook.judging.words import said
from pledgebook.matching.words import concepts, keyed, role, tokens

BOTH = ("one", "other")
_HEAD = re.compile(r"[:(]")
_LIST = re.compile(r"\s*(?:,|;|\band\b|&)\s*")
_LEAD = re.compile(r"\b(?:in|at|of|for)\b")
_ENDS = re.compile(r"\bbetween\b|\bfrom\b.+\bto\b")
_KINDS = frozenset({"pledge", "project"})


def _names(text: str) -> tuple[str, ...]:
    """The capitalised names of a list like "A, B and C"; none where a stretch of it is no name."""
    found = []
    for piece in (p.strip() for p in _LIST.split(text) if p.strip()):
        name = [w for w in piece.split() if w[0].isupper()]
        if not name or len(name) > 4:
            return ()
        found.append(" ".join(name))
    return tuple(found)


def _is_list(piece: str, names: tuple[str, ...]) -> bool:
    """Whether the names make up the stretch, all but one word of it."""
    words = [w for w in re.split(r"[\s,;]+", piece) if w and w.casefold() not in ("and", "the")]
    return sum(not w[0].isupper() for w in words) <= 1 and len(words) <= 4 * len(names)


@lru_cache(maxsize=65536)
def listed(text: str) -> tuple[str, ...]:
    """The two or more names that a text lists: before a colon, or after its last "in", "at", "of" or "for"."""
    head = _HEAD.split(text)[0]
    if _ENDS.search(head):
        return ()
    for piece in (head, *_LEAD.split(head)[:0:-1]):
        names = _names(piece)
        if len(names) > 1 and _is_list(piece, names):
            return names
    return ()


def parts_of(view: View) -> tuple[str, ...]:
    """The parts that a promise names; () where it is one thing."""
    if view.kind not in _KINDS:
        return ()
    if names := listed(view.name):
        return names
    return BOTH if said("both", f"{' '.join(view.who)} {view.name}") else ()


def part_told(parts: tuple[str, ...], view: View) -> str:
    """Which part a claim speaks of, by its name, place or first quote; "" for the whole, or for several of them."""
    if parts == BOTH:
        return "" if view.kind == "meeting" or said("both", view.told) else BOTH[0]
    for text in (f"{view.name} {view.where}", view.claim.words[0] if view.claim.words else ""):
        words = keyed(tokens(text))
        hits = [p for p in parts if keyed(t for t in tokens(p) if len(t) > 2) & words]
        if hits:
            return hits[0] if len(hits) == 1 else ""
    return ""


def phases_told(view: View) -> frozenset[int]:
    """The numbers of the phases that a claim's name and quotes speak of."""
    return numbered(f"{view.name} . {view.told}")


def bare(view: View) -> frozenset[str]:
    """What a claim is about, without the number of its phase."""
    drop = {w for w in view.own if role(w) == "part"}
    spoken = set(concepts(view.name))
    numbers = {w for w in view.own if numbered(f"phase {w}") and view.phase and w in spoken}
    return view.own - drop - numbers


def phase_label(view: View) -> str:
    """The phase that a claim speaks of, as the name of a part."""
    return f"phase {view.phase}" if view.phase else ""
