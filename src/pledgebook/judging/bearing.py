"""Whether a claim bears on a promise: by what matching joined, else by the words, places and bodies that they share."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Set

from pledgebook.judging.known import Known
from pledgebook.judging.parts import bare, part_told, parts_of, phases_told
from pledgebook.judging.view import View, place_of, weights
from pledgebook.judging.words import opposed, plain
from pledgebook.matching.names import same_name
from pledgebook.matching.words import concepts, keyed

ENOUGH = 0.5
_BODY = 0.25
_BACK = 0.9


def _weight(words: Mapping[str, int], there: Set[str]) -> int:
    """The weight of the words whose keys stand there."""
    return sum(weight for word, weight in words.items() if word in there)


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
    if not a.place_keys or not b.place_keys:
        return False
    return not a.place_keys & (b.place_keys | b.all_keys) and not b.place_keys & a.all_keys


def same_matter(a: View, b: View, known: Known) -> bool:
    """Whether two claims of one kind are of one thing to be done."""
    if a.kind != b.kind:
        return False
    if a.id in known.item_of and b.id in known.item_of:
        return known.same_item(a, b)
    return a.kind == "pledge" and score(a, b) >= ENOUGH and bool(a.own_keys.keys() & b.own_keys.keys())


def score(promise: View, claim: View) -> float:
    """How far the words of a claim cover what is promised, or its own name what the promise says; 0 to 1 and more."""
    words, back = _weight(promise.own_keys, claim.all_keys), _weight(claim.own_keys, promise.all_keys)
    against = opposed(promise.states, claim.states)
    if max(words, back) + against < 1 or _apart(promise, claim):
        return 0.0
    deed, bodies = bool(promise.deeds & claim.deeds_told), _bodies_meet(promise, claim)
    if max(words, back) + against < 2 and not (words and (deed or bodies)):
        return 0.0
    if not (deed or against or bodies or _names_it(promise, claim, words)):
        return 0.0
    size, own = sum(promise.own_keys.values()) + bool(promise.deeds), sum(claim.own_keys.values())
    forth = (words + deed + against) / size if size else 0.0
    whole = back / own * _BACK if own > 1 else 0.0
    return max(forth, whole) + (_BODY if bodies else 0.0)


def _names_it(promise: View, claim: View, words: int) -> bool:
    """Whether a claim shares more with a promise than places; where a promise is told by places alone, all of them."""
    core = promise.own_keys.keys() - promise.place_keys - claim.place_keys
    return bool(core & claim.all_keys) if core else words >= sum(promise.own_keys.values())


def bears(promise: View, claim: View, known: Known) -> bool:
    """Whether a claim speaks of what is promised, of all or of a part of it."""
    if known.same_item(promise, claim):
        return True
    if promise.kind == claim.kind and promise.kind in _KIN:
        return _KIN[promise.kind](promise, claim)
    if promise.kind == claim.kind and promise.kind != "pledge":
        return promise.kind == "project" and (
            is_part(claim, promise) or (bool(promise.phase) and is_part(promise, claim))
        )
    return score(promise, claim) >= ENOUGH


def _one_of_a_row(a: View, b: View) -> bool:
    """Whether two meetings are the same of a row, by its number and by what the row is called, at whatever time."""
    if not a.ordinal or a.ordinal != b.ordinal or _apart(a, b) or a.get("form") != b.get("form"):
        return False
    return bool(a.own_keys.keys() & b.own_keys.keys()) and bool(a.sides & b.sides)


def _one_service(a: View, b: View) -> bool:
    """Whether two movements are one service: the same ends, no other way, no other kind of carriage, no other name."""
    ways = [tuple(keyed(concepts(place_of(v.claim.get(s)))) for s in ("origin", "destination")) for v in (a, b)]
    if ways[0] != ways[1] or not all(ways[0]) or _disjoint(a.via, b.via) or _disjoint(a.modes, b.modes):
        return False
    return not _disjoint(_called(a), _called(b))


def _disjoint(left: Set[str], right: Set[str]) -> bool:
    return bool(left and right) and not left & right


def _called(view: View) -> Set[str]:
    """What a service is called beside the places of its way, and who speaks of it."""
    return keyed(concepts(" ".join((*view.names, *view.who)))) - view.place_keys


_KIN: Mapping[str, Callable[[View, View], bool]] = {"meeting": _one_of_a_row, "movement": _one_service}


def is_part(part: View, whole: View) -> bool:
    """Whether a project is a part of another: one of the places that it lists, or one of its phases."""
    if _apart(part, whole):
        return False
    if part.get("type") != whole.get("type") or whole.phase:
        return False
    if listed := parts_of(whole):
        common = whole.own_keys.keys() - keyed(concepts(" ".join(listed)))
        return bool(part_told(listed, part)) and (bool(common & part.own_keys.keys()) or _bodies_meet(whole, part))
    if not part.phase:
        return False
    if own := weights(bare(part)):
        few = min(sum(own.values()), sum(whole.own_keys.values()))
        return _weight(own, whole.own_keys.keys()) * 2 >= few
    return part.phase in phases_told(whole) and bool(part.place_keys & whole.place_keys)
