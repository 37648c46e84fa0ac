"""Whether a claim bears on a promise: by what matching joined, else by the words, places and bodies that they share."""

from __future__ import annotations

from collections.abc import Iterable

from pledgebook.judging.known import Known, View
from pledgebook.judging.parts import bare, part_told, parts_of, phases_told
from pledgebook.judging.words import deeds, opposed, plain
from pledgebook.matching.names import same_name
from pledgebook.matching.words import concepts, key, keyed

ENOUGH = 0.5
_BODY = 0.25
_BACK = 0.9


def _weight(words: Iterable[str]) -> int:
    """How much words tell: one for each, two for a concept of several words."""
    return sum(2 if " " in w else 1 for w in words)


def _common(left: Iterable[str], right: Iterable[str]) -> int:
    """The weight of the words of the left that stand on the right."""
    there = keyed(right)
    return _weight(w for w in left if key(w) in there)


def _bodies_meet(a: View, b: View) -> bool:
    """Whether a body that acts in one is named by the other."""
    if any(same_name(x, y) for x in a.who for y in (*b.who, b.name)):
        return True
    return any(plain(x) in plain(a.told) for x in b.who if len(x) > 2)


def _apart(a: View, b: View) -> bool:
    """Whether states, phases or places say that the two are of different things."""
    if a.phase and b.phase and a.phase != b.phase:
        return True
    if a.sides and b.sides and not a.sides & b.sides:
        return True
    return bool(a.places and b.places) and not _common(a.places, b.places | b.all) and not _common(b.places, a.all)


def same_matter(a: View, b: View, known: Known) -> bool:
    """Whether two claims of one kind are of one thing to be done."""
    if a.kind != b.kind:
        return False
    if a.id in known.item_of and b.id in known.item_of:
        return known.same_item(a, b)
    return a.kind == "pledge" and score(a, b) >= ENOUGH and _common(a.own, b.own) > 0


def score(promise: View, claim: View) -> float:
    """How far the words of a claim cover what is promised, or its own name what the promise says; 0 to 1 and more."""
    if _apart(promise, claim):
        return 0.0
    deed = bool(promise.deeds & (deeds(claim.told) | claim.deeds))
    against = bool(opposed(f"{promise.name} {promise.told}", f"{claim.name} {claim.told}"))
    words, back = _common(promise.own, claim.all), _common(claim.own, promise.all)
    bodies = _bodies_meet(promise, claim)
    if max(words, back) + against < 2 and not (words and (deed or bodies)):
        return 0.0
    core = promise.own - promise.places - claim.places
    named = _common(core, claim.all) > 0 if core else words >= _weight(promise.own)
    if not (deed or against or bodies or named):
        return 0.0
    size, own = _weight(promise.own) + bool(promise.deeds), _weight(claim.own)
    forth = (words + deed + against) / size if size else 0.0
    whole = back / own * _BACK if own > 1 else 0.0
    return max(forth, whole) + (_BODY if bodies else 0.0)


def bears(promise: View, claim: View, known: Known) -> bool:
    """Whether a claim speaks of what is promised, of all or of a part of it."""
    if known.same_item(promise, claim):
        return True
    if promise.kind == claim.kind and promise.kind != "pledge":
        return promise.kind == "project" and (
            is_part(claim, promise) or (bool(promise.phase) and is_part(promise, claim))
        )
    return score(promise, claim) >= ENOUGH


def is_part(part: View, whole: View) -> bool:
    """Whether a project is a part of another: one of the places that it lists, or one of its phases."""
    if _apart(part, whole):
        return False
    if part.get("type") != whole.get("type") or whole.phase:
        return False
    if listed := parts_of(whole):
        common = whole.own - frozenset(concepts(" ".join(listed)))
        return bool(part_told(listed, part)) and (bool(_common(common, part.own)) or _bodies_meet(whole, part))
    if not part.phase:
        return False
    if own := bare(part):
        return _common(own, whole.own) * 2 >= min(_weight(own), _weight(whole.own))
    return part.phase in phases_told(whole) and bool(_common(part.places, whole.places))
