"""Why a verdict is what it is: promise, evidence with its rules, the verdict's rule, what would change it."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from pledgebook.judging.words import table
from pledgebook.model import Evidence, Promise, Verdict


def rule_says(rule: str) -> str:
    """What a rule of a verdict, or of evidence, says."""
    rules = table("rules")
    found = rules["verdict"].get(rule)
    return str(found["says"] if found else rules["evidence"][rule])


def what_would_change(verdict: Verdict) -> str:
    """What would change a verdict."""
    return str(table("rules")["verdict"][verdict.rule]["changes"])


def walk(promise: Promise, verdict: Verdict, words: Callable[[str], str]) -> Iterator[str]:
    """The way from promise to verdict, a line each; `words` gives the cited words of a claim by its id."""
    yield f"Promise: {promise.what}, {f'due {promise.due}' if promise.due else 'no date'}, by {', '.join(promise.who)}"
    yield from (f"  {words(claim)}" for claim in promise.claims)
    for lack in [", ".join(promise.lacks)] if len(promise.lacks) > 1 else []:
        yield f"Hardly trackable: it lacks {lack}."
    for one in verdict.evidence:
        yield f"{one.relation} ({one.rule}, {one.voice}{_told(one)}): {rule_says(one.rule)}"
        yield f"  {words(one.claim)}"
    if not verdict.evidence:
        yield f"Evidence: none found in documents up to {verdict.searched}."
    yield f"Verdict on {verdict.on}: {verdict.status}, by {verdict.rule} (rules {verdict.rules})."
    yield f"The rule: {rule_says(verdict.rule)}"
    yield f"What would change it: {what_would_change(verdict)}"


def _told(one: Evidence) -> str:
    """The date and note of a piece of evidence."""
    return "".join(f", {text}" for text in (one.at, one.note) if text)
