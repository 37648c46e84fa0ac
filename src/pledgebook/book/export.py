"""The form in which a book is held against what a chain of documents must lead to (evaluation/judge.py)."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from typing import Any

from pledgebook.book.questions import View


def for_judge(view: View, on: date) -> dict[str, Any]:
    """Promises with verdict and evidence, items and conflicts; a claim is named by its document and its quotes."""
    claims = {claim.id: {"doc": claim.document, "quotes": list(claim.words)} for claim in view.claims()}

    def named(ids: Iterable[str]) -> list[dict[str, Any]]:
        return [claims[id_] for id_ in ids if id_ in claims]

    promises = [
        {
            "status": verdict.status,
            "rule": verdict.rule,
            "claims": named(promise.claims),
            "evidence": [{**claims[e.claim], "relation": e.relation} for e in verdict.evidence if e.claim in claims],
        }
        for promise, verdict in view.promises(on=on)
    ]
    items = [{"kind": item.kind, "claims": named(item.claims)} for item in view.items()]
    conflicts = [{"claims": named(conflict.claims)} for conflict in view.conflicts()]
    return {"promises": promises, "items": items, "conflicts": conflicts}
