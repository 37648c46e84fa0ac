"""Questions about what happened to an item: what was read, and what people decided."""

from __future__ import annotations

from pledgebook.book import claims, queries, things
from pledgebook.book.records import Decision, Event
from pledgebook.book.view import View


def history(view: View, id_: str) -> list[Event]:
    """What happened to an item (or to the item of a claim): its claims as they came, and what people decided."""
    item = things.item(view, id_)
    came = [_read(view, claim) for claim in item.claims]
    names = {id_, item.id, *item.claims}
    decided = [_said(decision) for decision in view.standing().all if names & mentioned(decision)]
    return sorted([*came, *decided], key=lambda event: (event.entry, event.claim))


def mentioned(decision: Decision) -> set[str]:
    """The ids and names that a decision speaks of."""
    detail = decision.detail
    other = [detail["with"]] if "with" in detail else []
    return {decision.subject, *detail.get("claims", ()), *detail.get("from", ()), *other}


def _read(view: View, id_: str) -> Event:
    claim = claims.one_claim(view, id_)
    entry = view.connection.execute(queries.ENTRY_OF_CLAIM, (id_,)).fetchone()[0]
    return Event(entry, claim.recorded, claim.reader, f"read in {claim.document}", id_)


def _said(decision: Decision) -> Event:
    what = decision.act if decision.live else f"{decision.act} (undone)"
    return Event(int(decision.id[1:]), decision.recorded, decision.who, what, decision.subject, decision.why)
