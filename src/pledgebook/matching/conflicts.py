"""Claims that cannot all be true: numbers of one quantity and period; dates, places, states of one thing."""

from __future__ import annotations

import hashlib
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence

from pledgebook.matching.aliases import Aliases
from pledgebook.matching.cues import contraries, cues
from pledgebook.matching.features import Seen, order
from pledgebook.matching.figures import Figure, ends, period, subject
from pledgebook.matching.levels import ALIKE, APART, EQUAL
from pledgebook.matching.names import same_name
from pledgebook.matching.series import Family, seats
from pledgebook.matching.signals import place, who
from pledgebook.matching.subjects import marked
from pledgebook.matching.windows import YEAR, day
from pledgebook.matching.written import agree
from pledgebook.model import Claim, Conflict

Groups = Mapping[str, Sequence[Sequence[Seen]]]
_PART = 0.8
_ENOUGH = 100


def conflicts(groups: Groups, families: Sequence[Family], side: Mapping[str, str], aliases: Aliases) -> list[Conflict]:
    """All conflicts, of things and of numbers, oldest first."""
    found = [*_inside(groups), *_contrary(groups["project"]), *_of_figures(families, side, aliases)]
    return sorted({c.id: c for c in found}.values(), key=lambda c: (c.what, c.claims))


def _conflict(what: str, claims: Iterable[Claim], reason: str = "") -> Conflict:
    """A conflict; its id is made of what it is about and of its oldest claim."""
    ids = tuple(c.id for c in sorted(claims, key=order))
    made = hashlib.sha256(f"{what}\t{ids[0]}".encode()).hexdigest()[:12]
    return Conflict(f"x{made}", what, ids, reason)


def _comparable(a: Figure, b: Figure) -> bool:
    """Whether two figures of one quantity tell of the same time: actuals of one period, or a fixed property undated."""
    if a.estimate or b.estimate or a.aim != b.aim or ends(a, b) != EQUAL or subject(a, b) < ALIKE:
        return False
    if not any(a.ends) and not a.subject.own & b.subject.own:
        return False  # with no state told, only a common name says that it is one thing
    if a.when is None and b.when is None:
        near = abs(day(a.claim.published) - day(b.claim.published)) <= YEAR
        return marked(a.indicator, "fixed") and (a.aim or near or a.indicator == "distance")
    return not a.aim and period(a, b) >= ALIKE


def _part(a: Figure, b: Figure) -> bool:
    """Whether one is told of more narrowly and is clearly less: a part of the other, not a rival."""
    for narrow, wide in ((a, b), (b, a)):
        if narrow.subject.keys > wide.subject.keys:
            return abs(narrow.number.value) < _PART * abs(wide.number.value)
    return False


def _set_apart(a: Figure, b: Figure) -> bool:
    """One voice in one document that uses other words means another thing."""
    if a.subject.keys == b.subject.keys:
        return False
    voices = ({(c.document, c.get("speaker")) for c in f.claims} for f in (a, b))
    return not next(voices).isdisjoint(next(voices))


def _rivals(a: Figure, b: Figure) -> bool:
    return not agree(a.number, b.number) and _comparable(a, b) and not _set_apart(a, b) and not _part(a, b)


def _reason(a: Figure, b: Figure, side: Mapping[str, str], where: Mapping[str, frozenset[str]]) -> str:
    """The likely cause of a difference, or nothing."""
    one, other = side[a.claim.id], side[b.claim.id]
    unit = max(a.number.unit, b.number.unit)
    small = min(abs(a.number.value), abs(b.number.value))
    if abs(a.number.value - b.number.value) <= unit * 1.001 and small >= 10 * unit:
        return "rounding"
    revised = any("revision" in cues(" ".join(f.claim.words)) for f in (a, b))
    if same_name(one, other):
        return "revision" if revised or a.documents != b.documents else ""
    both_ends = where.get(one, frozenset()) | where.get(other, frozenset()) == frozenset(a.ends)
    if a.claim.get("indicator") != b.claim.get("indicator") or (marked(a.indicator, "whole") and both_ends):
        return "mirror statistics"
    if revised:
        return "revision"
    return "scope" if a.subject.keys < b.subject.keys or b.subject.keys < a.subject.keys else ""


def _periods(family: Family) -> Iterator[list[Figure]]:
    """Figures of a family that may tell of one time: by their last day, those without a date apart."""
    found: dict[int, list[Figure]] = defaultdict(list)
    for one in family:
        found[one.end if one.when else 0].append(one)
    yield from (found[end] for end in sorted(found))


def _of_figures(families: Sequence[Family], side: Mapping[str, str], aliases: Aliases) -> Iterator[Conflict]:
    """One conflict for each quantity and period that is told with numbers that do not agree."""
    for family in families:
        where = seats((c for f in family for c in f.claims), side, aliases)
        for told in _periods(family):
            pairs = [(a, b) for i, a in enumerate(told) for b in told[i + 1 :] if _rivals(a, b)]
            for group in _connected(pairs):
                members = {id(f) for f in group}
                inside = [pair for pair in pairs if id(pair[0]) in members][:_ENOUGH]
                reasons = sorted({r for a, b in inside if (r := _reason(a, b, side, where))})
                yield _conflict(_what(group[0]), (c for f in group for c in f.claims), "; ".join(reasons))


def _what(figure: Figure) -> str:
    start, end = (str(figure.claim.get(slot) or "") for slot in ("start", "end"))
    span = start if start == end else f"{start}..{end}"
    return " ".join(w for w in (figure.indicator, *figure.subject.words, *figure.ends, span) if w)


def _connected(pairs: Iterable[tuple[Figure, Figure]]) -> list[list[Figure]]:
    """The figures of the pairs, those that are connected together."""
    groups: list[dict[str, Figure]] = []
    for a, b in pairs:
        merged = {a.claim.id: a, b.claim.id: b}
        for group in [g for g in groups if not g.keys().isdisjoint(merged)]:
            merged = group | merged
            groups.remove(group)
        groups.append(merged)
    return [list(g.values()) for g in groups]


def _dates_differ(a: Seen, b: Seen) -> bool:
    left, right = a.traits, b.traits
    return bool(left.done and right.done and left.when and right.when and left.when.gap(right.when))


def _places_differ(a: Seen, b: Seen) -> bool:
    return a.traits.done and b.traits.done and place(a, b) == APART


def _states_differ(a: Seen, b: Seen) -> bool:
    return a.traits.done and b.traits.done and contraries(a.traits.said, b.traits.said)


def _undone(a: Seen, b: Seen) -> bool:
    """One says it is done, a later one that it is not."""
    early, late = (a, b) if a.published < b.published else (b, a)
    pending = late.traits.status in ("under_construction", "planned", "proposed")
    return early.traits.done and pending and early.published < late.published


_CHECKS: dict[str, tuple[tuple[str, Callable[[Seen, Seen], bool]], ...]] = {
    "meeting": (("date", _dates_differ), ("place", _places_differ)),
    "instrument": (("date", _dates_differ), ("place", _places_differ)),
    "project": (("state", _states_differ), ("outcome", _undone)),
}


def _inside(groups: Groups) -> Iterator[Conflict]:
    """Conflicts inside items: each thing in which its claims differ is one."""
    for kind, checks in _CHECKS.items():
        for group in groups[kind]:
            for what, differ in checks:
                pairs = [(a, b) for i, a in enumerate(group) for b in group[i + 1 :] if differ(a, b)]
                if inside := {id(s): s for pair in pairs for s in pair}:
                    yield _conflict(f"{what} of {_name(inside.values())}", _claims(inside.values()))


def _contrary(projects: Sequence[Sequence[Seen]]) -> Iterator[Conflict]:
    """Two items of one place or party that cannot both be so, as a full cycle where only kits are put together."""
    told = [group for group in projects if any(s.traits.said and s.traits.done for s in group)]
    for i, one in enumerate(told):
        for other in told[i + 1 :]:
            pairs = [(a, b) for a in one for b in other if _states_differ(a, b) and _one_site(a, b)]
            if inside := {id(s): s for pair in pairs for s in pair}:
                yield _conflict(f"state of {_name(inside.values())}", _claims(inside.values()))


def _one_site(a: Seen, b: Seen) -> bool:
    return place(a, b) >= ALIKE or (place(a, b) != APART and bool(a.traits.bodies) and who(a, b) == EQUAL)


def _claims(seen: Iterable[Seen]) -> Iterator[Claim]:
    yield from (c for s in seen for c in s.claims)


def _name(seen: Iterable[Seen]) -> str:
    """The longest name, which says most."""
    members = list(seen)
    return max(
        (t.text for s in members for t in s.traits.titles), key=lambda t: (len(t), t), default=members[0].traits.form
    )
