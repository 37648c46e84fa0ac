"""Claims that cannot all be true: numbers of one quantity and period; dates, places, states of one thing."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from pledgebook.matching import cues
from pledgebook.matching.features import Seen
from pledgebook.matching.figures import Figure, ends, period
from pledgebook.matching.names import name_likeness, parse
from pledgebook.matching.signals import ALIKE, APART, EQUAL, place
from pledgebook.matching.subjects import marked
from pledgebook.matching.windows import YEAR, day
from pledgebook.matching.words import shared, states_in
from pledgebook.matching.written import agree, grain
from pledgebook.model import Claim, Conflict

_PART = 0.8


def _comparable(a: Figure, b: Figure) -> bool:
    """Whether two figures of one quantity tell of the same time: actuals of one period, or a fixed property undated."""
    if a.estimate or b.estimate or a.aim != b.aim or ends(a, b) != EQUAL:
        return False
    if not any(a.ends) and not shared(sorted(a.subject.own), sorted(b.subject.own)):
        return False  # with no state told, only a common name says that it is one thing
    if a.when is None and b.when is None:
        near = abs(day(a.claim.published) - day(b.claim.published)) <= YEAR
        return marked(a.indicator, "fixed") and (a.aim or near or a.indicator == "distance")
    return not a.aim and period(a, b) >= ALIKE


def _part(a: Figure, b: Figure) -> bool:
    """Whether one is told of more narrowly and is clearly less: a part of the other, not a rival."""
    for narrow, wide in ((a, b), (b, a)):
        if narrow.subject.words > wide.subject.words:
            return abs(float(narrow.claim.get("value", 0))) < _PART * abs(float(wide.claim.get("value", 0)))
    return False


def _set_apart(a: Figure, b: Figure) -> bool:
    """One voice in one document that uses other words means another thing."""
    one_voice = a.claim.document == b.claim.document and a.claim.get("speaker") == b.claim.get("speaker")
    return one_voice and a.subject.words != b.subject.words


def _rivals(a: Figure, b: Figure) -> bool:
    return _comparable(a, b) and not _set_apart(a, b) and not _part(a, b) and not agree(a.claim, b.claim)


def _home(figure: Figure, who: dict[str, str]) -> frozenset[str]:
    """The state that counts: that of the counting body, as its name, its publisher or the reporting side tell it."""
    name = who[figure.claim.id]
    if figure.claim.get("indicator") != figure.indicator:
        return frozenset({str(figure.claim.get("reporter"))})
    return states_in(name) or states_in(figure.claim.publisher)


def _reason(a: Figure, b: Figure, who: dict[str, str]) -> str:
    """The likely cause of a difference, or nothing."""
    values = [abs(float(f.claim.get("value", 0))) for f in (a, b)]
    if abs(values[0] - values[1]) <= max(grain(a.claim), grain(b.claim)) * 1.001:
        return "rounding"
    said = [cues.cues(" ".join(f.claim.words)) for f in (a, b)]
    same_side = name_likeness(who[a.claim.id], who[b.claim.id]) >= 0.75
    if same_side and (a.claim.document != b.claim.document or any("revision" in s for s in said)):
        return "revision"
    if a.claim.get("indicator") != b.claim.get("indicator") or (not same_side and len(set(a.ends) - {""}) == 2):
        return "mirror statistics" if _home(a, who) != _home(b, who) or parse(who[a.claim.id]).common else ""
    if any("revision" in s for s in said):
        return "revision"
    return "scope" if a.subject != b.subject else ""


def of_figures(families: Sequence[Sequence[Figure]], who: dict[str, str]) -> list[Conflict]:
    """One conflict for each quantity and period that is told with numbers that do not agree."""
    out = []
    for family in families:
        pairs = [(a, b) for i, a in enumerate(family) for b in family[i + 1 :] if _rivals(a, b)]
        for group in _groups(pairs):
            inside = [(a, b) for a, b in pairs if a in group]
            reasons = sorted({r for a, b in inside if (r := _reason(a, b, who))})
            first = group[0]
            what = " ".join(
                filter(None, (first.indicator, *sorted(first.subject.words), *first.ends, _span(first.claim)))
            )
            out.append(_conflict(what, [f.claim for f in group], "; ".join(reasons)))
    return out


def _groups(pairs: Iterable[tuple[Figure, Figure]]) -> list[list[Figure]]:
    """The figures of the pairs, those that are connected together, each group and all groups oldest first."""
    groups: list[dict[str, Figure]] = []
    for a, b in pairs:
        touching = [g for g in groups if a.claim.id in g or b.claim.id in g]
        merged = {a.claim.id: a, b.claim.id: b}
        for group in touching:
            merged.update(group)
            groups.remove(group)
        groups.append(merged)
    return sorted((sorted(g.values(), key=lambda f: f.order) for g in groups), key=lambda g: g[0].order)


def _span(claim: Claim) -> str:
    start, end = str(claim.get("start") or ""), str(claim.get("end") or "")
    return start if start == end else f"{start}..{end}"


def _conflict(what: str, claims: Sequence[Claim], reason: str) -> Conflict:
    return Conflict("x" + claims[0].id[1:], what, tuple(c.id for c in claims), reason)


def _dates_differ(a: Seen, b: Seen) -> bool:
    return bool(a.done and b.done and a.when and b.when and a.when.gap(b.when) > 0)


def _places_differ(a: Seen, b: Seen) -> bool:
    return a.done and b.done and place(a, b) == APART


def _states_differ(a: Seen, b: Seen) -> bool:
    return a.done and b.done and cues.contrary(_text(a), _text(b))


def _text(seen: Seen) -> str:
    return " ".join(str(seen.claim.get(s) or "") for s in ("name", "title"))


def _undone(a: Seen, b: Seen) -> bool:
    """One says it is done, a later one that it is not."""
    early, late = (a, b) if a.published < b.published else (b, a)
    return (
        early.done
        and late.claim.get("status") in ("under_construction", "planned", "proposed")
        and (early.published < late.published)
    )


CHECKS = {
    "meeting": (("date", _dates_differ), ("place", _places_differ)),
    "instrument": (("date", _dates_differ), ("place", _places_differ)),
    "project": (("state", _states_differ), ("outcome", _undone)),
    "movement": (),
    "pledge": (),
}


def of_things(groups: Iterable[Sequence[Seen]]) -> list[Conflict]:
    """Conflicts inside items: each thing in which its claims differ is one."""
    out = []
    for group in groups:
        for what, differ in CHECKS[group[0].kind]:
            pairs = [(a, b) for i, a in enumerate(group) for b in group[i + 1 :] if differ(a, b)]
            inside = {s.claim.id: s for pair in pairs for s in pair}
            if inside:
                members = sorted(inside.values(), key=lambda s: s.order)
                name = max((t.text for s in members for t in s.titles[:1]), key=len, default=members[0].form)
                out.append(_conflict(f"{what} of {name}", [s.claim for s in members], ""))
    return out
