"""What people said about claims, and how it changes what is derived. Decisions are added; one undoes another."""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any, NamedTuple

from pledgebook.book import journal, queries
from pledgebook.book.coding import canonical, digest
from pledgebook.book.records import Decision
from pledgebook.model import Claim, Fact


class Join(NamedTuple):
    """Two claims that a person called one thing, in the decision with this number."""

    left: str
    right: str
    entry: int
    judge: str
    why: str


class Apart(NamedTuple):
    """Two sets of claims that a person called different things, in the decision with this number."""

    left: frozenset[str]
    right: frozenset[str]
    entry: int

    def parts(self, one: str, other: str) -> bool:
        """Whether it keeps these two claims apart."""
        return (one in self.left and other in self.right) or (one in self.right and other in self.left)


@dataclass(frozen=True, slots=True)
class Standing:
    """The decisions that are live, by what they bear on."""

    all: tuple[Decision, ...]
    accepted: frozenset[str]
    rejected: frozenset[str]
    corrected: Mapping[str, Mapping[str, Any]]
    joins: tuple[Join, ...]
    aparts: tuple[Apart, ...]
    aliases: Mapping[str, str]
    verdicts: Mapping[str, Decision]

    def rejects(self, claim: Claim) -> bool:
        """Whether a person rejected this claim, or all that its document says."""
        return claim.id in self.rejected or claim.document in self.rejected

    def applied(self, claim: Claim) -> Claim:
        """The claim as people left it: corrected slots in place of those read, `sure` where a person vouched for it."""
        changes = self.corrected.get(claim.id)
        if changes is None and claim.id not in self.accepted:
            return claim
        return replace(claim, fact=replace(corrected(claim.fact, changes or {}), confidence="sure"))

    def under_one_name(self, claim: Claim) -> Claim:
        """The claim with every aliased name under the name it stands for: what matching and judging see."""
        if not self.aliases:
            return claim
        slots = {slot: self._renamed(value) for slot, value in claim.fact.slots.items()}
        return claim if slots == claim.fact.slots else replace(claim, fact=replace(claim.fact, slots=slots))

    def _renamed(self, value: Any) -> Any:
        if isinstance(value, tuple):
            return tuple(self.aliases.get(name, name) for name in value)
        return self.aliases.get(value, value) if isinstance(value, str) else value


def corrected(fact: Fact, changes: Mapping[str, Any]) -> Fact:
    """A fact with some slots replaced; a slot that becomes None is emptied."""
    slots = {**fact.slots, **changes}
    return replace(fact, slots={slot: value for slot, value in slots.items() if value is not None})


def load(connection: sqlite3.Connection) -> tuple[Decision, ...]:
    """Every decision, oldest first, each with whether it is live."""
    made = [
        Decision(f"d{entry}", act, subject, _detail(detail), who, why, recorded)
        for entry, act, subject, detail, who, why, recorded in connection.execute(queries.DECISIONS)
    ]
    undone: set[str] = set()
    for decision in reversed(made):
        if decision.act == "undo" and decision.id not in undone:
            undone.add(decision.subject)
    return tuple(replace(decision, live=decision.id not in undone) for decision in made)


def _detail(text: str) -> dict[str, Any]:
    detail: dict[str, Any] = json.loads(text)
    if "slots" in detail:
        detail["slots"] = {
            slot: tuple(value) if isinstance(value, list) else value for slot, value in detail["slots"].items()
        }
    return detail


def standing(decisions: Sequence[Decision]) -> Standing:
    """What the live ones among the decisions come to; of two about the same thing the later holds."""
    live = [decision for decision in decisions if decision.live]
    word = {d.subject: d for d in live if d.act in ("accept", "reject")}
    slots: dict[str, dict[str, Any]] = {}
    for decision in live:
        if decision.act == "correct":
            slots.setdefault(decision.subject, {}).update(decision.detail["slots"])
    return Standing(
        all=tuple(decisions),
        accepted=frozenset(id_ for id_, d in word.items() if d.act == "accept"),
        rejected=frozenset(id_ for id_, d in word.items() if d.act == "reject"),
        corrected=slots,
        joins=tuple(_join(d) for d in live if d.act == "join"),
        aparts=tuple(_apart(d) for d in live if d.act == "split"),
        aliases=_aliases([(d.subject, d.detail["of"]) for d in live if d.act == "alias"]),
        verdicts={d.subject: d for d in live if d.act == "verdict"},
    )


def _join(decision: Decision) -> Join:
    return Join(decision.subject, decision.detail["with"], int(decision.id[1:]), decision.who, decision.why)


def _apart(decision: Decision) -> Apart:
    return Apart(frozenset(decision.detail["claims"]), frozenset(decision.detail["from"]), int(decision.id[1:]))


def _aliases(pairs: Sequence[tuple[str, str]]) -> dict[str, str]:
    """Each alias to the name at the end of its chain; a later alias of a name replaces an earlier one."""
    direct = dict(pairs)
    out: dict[str, str] = {}
    for name in direct:
        end, seen = direct[name], {name}
        while end in direct and end not in seen:
            seen.add(end)
            end = direct[end]
        out[name] = end
    return {name: end for name, end in out.items() if name != end}


def write(
    connection: sqlite3.Connection,
    act: str,
    subject: str,
    detail: Mapping[str, Any],
    *,
    who: str,
    why: str,
    recorded: str,
) -> int:
    """Append a decision to journal and table; its number."""
    entry = journal.append(
        connection,
        recorded=recorded,
        who=who,
        act=journal.DECIDE,
        subject=subject,
        digest=decided_digest(act, subject, canonical(detail), why),
    )
    connection.execute(queries.ADD_DECISION, (entry, act, subject, canonical(detail), why))
    return entry


def decided_digest(act: str, subject: str, detail: str, why: str) -> str:
    """The digest of a journal line that brings a decision."""
    return digest([act, subject, detail, why])
