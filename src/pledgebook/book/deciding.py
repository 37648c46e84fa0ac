"""Taking a decision in: whether it can be, what exactly it bears on, and which documents must be placed again."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable, Mapping, Sequence
from typing import Any

from pledgebook.book import claims, documents, queries, search, things
from pledgebook.book.decisions import corrected
from pledgebook.book.errors import BookError
from pledgebook.book.history import mentioned
from pledgebook.book.records import Decision
from pledgebook.book.view import View
from pledgebook.model import check_slots
from pledgebook.model.promise import STATUSES
from pledgebook.model.schema import LIST_SLOTS

Detail = Mapping[str, Any]


def _claim(view: View, subject: str, detail: Detail) -> tuple[str, Detail]:
    return claims.one_claim(view, subject).id, detail


def _reject(view: View, subject: str, detail: Detail) -> tuple[str, Detail]:
    """A claim, or a document with all its claims."""
    if documents.find_document(view.connection, subject) is not None:
        return subject, detail
    return _claim(view, subject, detail)


def _correct(view: View, subject: str, detail: Detail) -> tuple[str, Detail]:
    claim = claims.one_claim(view, subject)
    slots = {
        slot: tuple(value) if slot in LIST_SLOTS and isinstance(value, list) else value
        for slot, value in detail["slots"].items()
    }
    if not slots:
        raise BookError("a correction must name at least one slot")
    problem = next(check_slots(claim.kind, corrected(claim.fact, slots).slots), None)
    if problem:
        raise BookError(f"the correction does not hold: {problem}")
    return claim.id, {"slots": slots}


def _join(view: View, subject: str, detail: Detail) -> tuple[str, Detail]:
    left, right = (_member(view, id_) for id_ in (subject, detail["with"]))
    kinds = {claims.one_claim(view, id_).kind for id_ in (left, right)}
    if len(kinds) > 1:
        raise BookError(f"a {' and a '.join(sorted(kinds))} cannot be one item")
    if left == right:
        raise BookError(f"{subject} cannot be joined with itself")
    return left, {"with": right}


def _member(view: View, id_: str) -> str:
    """The claim of this id, or the oldest claim of the item of this id."""
    return id_ if id_.startswith("c") and claims.one_claim(view, id_) else things.item(view, id_).claims[0]


def _split(view: View, subject: str, detail: Detail) -> tuple[str, Detail]:
    item = things.item(view, subject)
    away = set(detail["claims"])
    if strange := away - set(item.claims):
        raise BookError(f"{min(strange)} is no claim of {item.id}")
    rest = [id_ for id_ in item.claims if id_ not in away]
    if not away or not rest:
        raise BookError("a split needs at least one claim on either side")
    return item.id, {"claims": [id_ for id_ in item.claims if id_ in away], "from": rest}


def _alias(view: View, subject: str, detail: Detail) -> tuple[str, Detail]:
    if not subject.strip() or not detail["of"].strip() or subject == detail["of"]:
        raise BookError("an alias needs two names")
    return subject, detail


def _verdict(view: View, subject: str, detail: Detail) -> tuple[str, Detail]:
    if detail["status"] not in STATUSES:
        raise BookError(f"a verdict cannot be {detail['status']!r}; it is one of {', '.join(STATUSES)}")
    return subject, detail


def _undo(view: View, subject: str, detail: Detail) -> tuple[str, Detail]:
    decision = _decision(view, subject)
    if not decision.live:
        raise BookError(f"{subject} has been undone already")
    return subject, detail


def _decision(view: View, id_: str) -> Decision:
    for decision in view.standing().all:
        if decision.id == id_:
            return decision
    raise BookError(f"the book has no decision {id_}")


_Resolve = Callable[[View, str, Detail], tuple[str, Detail]]
_ACTS: dict[str, tuple[frozenset[str], _Resolve]] = {
    "accept": (frozenset(), _claim),
    "reject": (frozenset(), _reject),
    "correct": (frozenset({"slots"}), _correct),
    "join": (frozenset({"with"}), _join),
    "split": (frozenset({"claims"}), _split),
    "alias": (frozenset({"of"}), _alias),
    "verdict": (frozenset({"status"}), _verdict),
    "undo": (frozenset(), _undo),
}
ACTS = tuple(_ACTS)


def resolve(view: View, act: str, subject: str, detail: Detail, *, who: str, why: str) -> tuple[str, Detail]:
    """Subject and details as the book keeps them: by ids of claims, which last. `BookError` where it cannot be."""
    if act not in _ACTS:
        raise BookError(f"there is no decision {act!r}; it is one of {', '.join(ACTS)}")
    takes, check = _ACTS[act]
    if set(detail) != takes:
        raise BookError(f"{act} takes {_list(takes)} beside its subject, not {_list(detail)}")
    if not who.strip() or not why.strip():
        raise BookError("a decision needs a name and a reason")
    return check(view, subject, detail)


def check_seen(view: View, subject: str, detail: Detail, seen: int) -> None:
    """Refuse what would write over a decision that the person had not seen: one after line `seen` of the journal."""
    names = mentioned(Decision("", "", subject, detail, "", "", ""))
    for decision in view.standing().all:
        if int(decision.id[1:]) > seen and names & mentioned(decision):
            raise BookError(f"{subject} has changed since you saw it: {decision.act} by {decision.who}")


def _list(names: frozenset[str] | Detail) -> str:
    return ", ".join(sorted(names)) or "nothing"


def bearing(connection: sqlite3.Connection, decision: Decision, every: Sequence[Decision]) -> set[int]:
    """The numbers of the documents whose claims a decision, one of `every`, bears on."""
    if decision.act == "undo":
        undone = next(one for one in every if one.id == decision.subject)
        return bearing(connection, undone, every)
    if decision.act == "alias":
        return set(_named(connection, decision.subject))
    names = sorted(mentioned(decision))
    claimed = [connection.execute(queries.CLAIM_SEQ, (id_,)).fetchone() for id_ in names]
    whole = [documents.find_document(connection, id_) for id_ in names]
    return {row[1] for row in claimed if row} | {found[0] for found in whole if found}


def _named(connection: sqlite3.Connection, name: str) -> list[int]:
    """The documents with a claim in which this name may stand."""
    query = search.expression(f'"{name}"')
    return (
        [number for (number,) in connection.execute(queries.DOCUMENTS_NAMING, (f"names : {query}",))] if query else []
    )
