"""The form in which a book is held against what a chain of documents must lead to (evaluation/judge.py)."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from typing import Any

from pledgebook.book import claims, promises, things
from pledgebook.book.asking import ALL, EVERYTHING
from pledgebook.book.view import View


def for_judge(view: View, on: date) -> dict[str, Any]:
    """Promises with verdict and evidence, items and conflicts; a claim is named by its document and its quotes."""
    cited = {
        claim.id: {"doc": claim.document, "quotes": list(claim.words)}
        for claim in claims.claims(view, (), EVERYTHING, ALL)
    }

    def named(ids: Iterable[str]) -> list[dict[str, Any]]:
        return [cited[id_] for id_ in ids if id_ in cited]

    judged = [
        {
            "status": verdict.status,
            "rule": verdict.rule,
            "claims": named(promise.claims),
            "evidence": [{**cited[e.claim], "relation": e.relation} for e in verdict.evidence if e.claim in cited],
        }
        for promise, verdict in promises.promises(view, (), on)
    ]
    items = [{"kind": item.kind, "claims": named(item.claims)} for item in things.items(view, ())]
    conflicts = [{"claims": named(conflict.claims)} for conflict in things.conflicts(view, ())]
    return {"promises": judged, "items": items, "conflicts": conflicts}
