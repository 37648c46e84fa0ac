"""A sentence prepared for its numbers: clauses, quantities, dates, states, cues, each with its place."""

from __future__ import annotations

from dataclasses import dataclass, field

from pledgebook.model import Mention
from pledgebook.reading.context import Clause, Scene, clauses
from pledgebook.reading.context.clauses import clause_at
from pledgebook.reading.text import Page, Sentence, Tag

QUANTITIES = frozenset({"money", "percent", "ratio", "measure", "count", "number"})
TIMES = frozenset({"date", "period"})


@dataclass(slots=True)
class Line:
    """One sentence. `kinds` are the word classes of the whole page."""

    scene: Scene
    page: Page
    sentence: Sentence
    kinds: list[str]
    clauses: list[Clause]
    quantities: list[Mention]
    times: list[Mention]
    states: list[Mention]
    cues: list[Tag] = field(default_factory=list)
    changes: list[Tag] = field(default_factory=list)

    def clause(self, token: int) -> Clause:
        """The clause in which a token stands."""
        return self.clauses[clause_at(self.clauses, token)]

    def between(self, a: int, b: int) -> int:
        """How many clause boundaries lie between two tokens."""
        return abs(clause_at(self.clauses, a) - clause_at(self.clauses, b))


def line_of(scene: Scene, sentence: Sentence, kinds: list[str]) -> Line:
    """Prepare a sentence."""
    page = scene.page
    mentions = page.mentions_in(sentence.first, sentence.last)
    tags = page.tags_in(sentence.first, sentence.last)
    return Line(
        scene=scene,
        page=page,
        sentence=sentence,
        kinds=kinds,
        clauses=clauses(page, sentence),
        quantities=[m for m in mentions if m.type in QUANTITIES and m.value is not None and m.sense != "label"],
        times=[m for m in mentions if m.type in TIMES],
        states=[m for m in mentions if m.type == "country"],
        cues=[t for t in tags if t.role in ("measure", "hint")],
        changes=[t for t in tags if t.role == "change"],
    )
