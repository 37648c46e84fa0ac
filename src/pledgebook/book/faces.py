"""What claims can be asked by: one flat row a claim, as people left it, so that a page of many is found by an index."""

from __future__ import annotations

from pledgebook.model import Claim, first_day, last_day

_AHEAD = frozenset({"target", "planned", "proposed"})
_SPANS = {
    "meeting": ("start", "end"),
    "instrument": ("date", "date"),
    "figure": ("start", "end"),
    "pledge": ("due", "due"),
    "project": ("start", "due"),
    "movement": ("date", "date"),
}
Face = tuple[str, str, str, str, str, str, str, str, str, str]


def face(claim: Claim) -> Face:
    """Kind, day of publication, indicator, status, first and last day, due day, publisher, speaker, confidence.

    First and last are of the time that the claim tells of. A date that is not given is "". A document of which only the
    month is known counts as of its last day.
    """
    first, last = _time(claim)
    return (
        claim.kind,
        _last(claim.published),
        str(claim.get("indicator", "")),
        str(claim.get("status") or claim.get("strength") or ""),
        first,
        last,
        last if _ahead(claim) else "",
        claim.publisher,
        str(claim.get("speaker", "")),
        claim.fact.confidence,
    )


def _time(claim: Claim) -> tuple[str, str]:
    start, end = (str(claim.get(slot, "")) for slot in _SPANS[claim.kind])
    return _first(start or end), _last(end or start)


def _ahead(claim: Claim) -> bool:
    """Whether it tells of something to come: a pledge, a project, or what is planned or aimed at."""
    return claim.kind in ("pledge", "project") or claim.get("status") in _AHEAD


def _first(iso: str) -> str:
    return first_day(iso).isoformat() if iso else ""


def _last(iso: str) -> str:
    return last_day(iso).isoformat() if iso else ""
