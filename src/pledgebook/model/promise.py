"""What judging makes of claims: promises, the evidence that bears on them, and verdicts."""

from __future__ import annotations

from dataclasses import dataclass

RELATIONS = ("fulfils", "partly_fulfils", "delays", "revises", "contradicts", "denies", "supports")
STATUSES = (
    *("kept", "kept_late", "partly_kept", "broken", "overdue", "open"),
    *("revised", "contradicted", "withdrawn", "unknown"),
)


@dataclass(frozen=True, slots=True)
class Evidence:
    """A claim held against a promise, the rule that saw the relation, and what was compared.

    `seen` is the day on which its document was published; `at` the ISO date of what it tells: when the thing was done,
    the day for which a number holds, the new date of a delay; "" where it tells none. `share` is how much of the aim a
    number reaches (1.0 is all of it), `part` names the part that it speaks of, and `final` says that no more can come:
    given up, closed for good, counted when the time was over. `voice` says whose word it is: `party` (of those who
    promised), `statistics` (an office that counts), `person`, or `third party`; it weighs nothing in the verdict.
    """

    claim: str
    relation: str
    rule: str
    note: str = ""
    seen: str = ""
    at: str = ""
    share: float | None = None
    part: str = ""
    final: bool = False
    voice: str = ""


@dataclass(frozen=True, slots=True)
class Promise:
    """Whatever can be kept or broken, as one source stated it.

    `claims` are the claims that state it (repeats of the same promise by one origin included), oldest first; `due` is
    an ISO date of any precision, or ""; `revises` is the id of the promise that this one replaced, or "".
    `whom` is to or with whom; `stated` the day on which its first document was published; `begins` the first day of the
    time that a number is to cover, where it covers one; `aim`, `unit` and `bound` (`at_least`, `at_most`) the number.
    `parts` names the parts that one statement lists; `lacks` what a promise should have and this one does not
    (`deliverable`, `measure`, `date`, `owner`): two of them make it hardly trackable.
    """

    id: str
    kind: str
    claims: tuple[str, ...]
    who: tuple[str, ...]
    what: str
    due: str = ""
    strength: str = ""
    item: str = ""
    revises: str = ""
    whom: tuple[str, ...] = ()
    stated: str = ""
    begins: str = ""
    aim: float | None = None
    unit: str = ""
    bound: str = ""
    parts: tuple[str, ...] = ()
    lacks: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Verdict:
    """The state of a promise on a day.

    `status` is the headline. `official`: the responsible side's newest words, after its claim's id and a colon, or "".
    `stage`: what evidence supports. `schedule`: how it stands against its date. `path`: how a number stands against its
    aim, or "".
    `rule` names the rule, `rules` the version of the whole set, `searched` the day up to which documents were seen.
    """

    promise: str
    on: str
    status: str
    rule: str
    rules: str
    evidence: tuple[Evidence, ...] = ()
    official: str = ""
    stage: str = ""
    schedule: str = ""
    path: str = ""
    searched: str = ""
