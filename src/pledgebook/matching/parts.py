"""Parts and wholes, so that no sum counts twice: a phase of a project, a flow of a turnover, a part of a sum."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence

from pledgebook.matching.features import Seen
from pledgebook.matching.figures import Figure, period
from pledgebook.matching.levels import ALIKE, EQUAL, SILENT
from pledgebook.matching.series import Family
from pledgebook.matching.signals import place, sort, states
from pledgebook.model import Link


def parts(projects: Sequence[Sequence[Seen]], families: Sequence[Family]) -> Iterator[Link]:
    """Links from the claim of a part to the claim of its whole, each part and whole once."""
    found = [*_phases(projects), *_narrower(families), *_flows(families)]
    yield from sorted(set(found))


def _phases(projects: Sequence[Sequence[Seen]]) -> Iterator[Link]:
    """A phase, and the thing of the same sort in the same place that is told without one."""
    wholes = [group[0] for group in projects if group[0].traits.sorts and not any(s.traits.part for s in group)]
    for phase in (group[0] for group in projects if group[0].traits.part):
        for whole in wholes:
            if _same_thing(phase, whole):
                seen = f"a phase of: {' '.join(sorted(whole.traits.sorts))}"
                yield Link(phase.claims[0].id, whole.claims[0].id, "part.phase/1", seen)


def _same_thing(phase: Seen, whole: Seen) -> bool:
    named = any(sort in t.text for t in phase.traits.titles for sort in whole.traits.sorts)
    near = place(phase, whole)
    return (
        near >= SILENT and states(phase, whole) >= SILENT and (named or (near == EQUAL and sort(phase, whole) >= ALIKE))
    )


def _told_alike(a: Figure, b: Figure) -> bool:
    return a.aim == b.aim and a.estimate == b.estimate and period(a, b) == EQUAL and a.when is not None


def _narrower(families: Iterable[Family]) -> Iterator[Link]:
    """Of one quantity and period in one document, the figure told more narrowly and smaller."""
    for family in families:
        by_document: dict[str, list[Figure]] = defaultdict(list)
        for one in family:
            for document in sorted(one.documents):
                by_document[document].append(one)
        for told in by_document.values():
            for narrow in told:
                for wide in told:
                    less = abs(narrow.number.value) < abs(wide.number.value)
                    if less and narrow.subject.keys > wide.subject.keys and _told_alike(narrow, wide):
                        seen = f"{narrow.indicator}: {' '.join(narrow.subject.words)} of {' '.join(wide.subject.words)}"
                        yield Link(narrow.claim.id, wide.claim.id, "part.narrower/1", seen)


def _flows(families: Iterable[Family]) -> Iterator[Link]:
    """Exports and imports of a pair, and the turnover of the same period by the same voice in the same document."""
    told: dict[tuple[object, ...], list[Figure]] = defaultdict(list)
    for one in (f for family in families for f in family):
        if one.indicator in ("exports", "trade_turnover") and not one.subject.keys and one.when:
            for claim in one.claims:
                voice = (
                    claim.document,
                    str(claim.get("speaker") or ""),
                    one.unit,
                    frozenset(one.ends),
                    one.when,
                    one.aim,
                )
                told[voice].append(one)
    for figures in told.values():
        wholes = [f for f in figures if f.indicator == "trade_turnover"]
        for whole in wholes:
            for flow in _making(whole, [f for f in figures if f.indicator == "exports"], len(wholes) == 1):
                yield Link(flow.claim.id, whole.claim.id, "part.flow/1", "one direction of a turnover")


def _making(whole: Figure, flows: Sequence[Figure], alone: bool) -> list[Figure]:
    """The two flows that make up a turnover within their roundings; else all, where each stands alone."""
    for i, one in enumerate(flows):
        for other in flows[i + 1 :]:
            slack = 1.5 * max(f.number.unit for f in (one, other, whole))
            if one.ends != other.ends and abs(one.number.value + other.number.value - whole.number.value) <= slack:
                return [one, other]
    return list(flows) if alone and len({f.ends for f in flows}) == len(flows) else []
