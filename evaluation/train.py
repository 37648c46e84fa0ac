"""Learn the tables of weights by which the reader chooses (src/pledgebook/lexicon/en/weights_*.tsv).

Each choice of the reader is written down with its candidates and their features; the annotated facts say which
candidates were right; so do the lessons, short texts on one difficulty each; a conditional logistic regression finds
the weights. Only the open documents are used, unless `--all` asks for every one (the held-out third then measures
nothing). `make weights` runs it.
"""

from __future__ import annotations

import argparse
import math
from collections import defaultdict
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any, NamedTuple

import gold
import lessons
import score
from pledgebook.model import Document, Fact, fact_to_guide
from pledgebook.reading import mentions, ranking, read

TABLES = ("indicator", "when", "parties", "of")
# Choices whether a stretch is a fact of a kind at all: table, and the reason of the fact whose span is the place.
TAKEN = {"pledge": "strength", "project": "type", "instrument": "form", "meeting": "form", "movement": "service"}
# Choices of slots of other kinds: table, kind, reason whose span is the place, and how right a value is.
SLOTS = {
    "project_start": ("project", "type", "start"),
    "project_due": ("project", "type", "due"),
    "project_place": ("project", "type", "place"),
    "project_country": ("project", "type", "country"),
    "project_status": ("project", "type", "status"),
    "project_party": ("project", "type", "parties"),
    "instrument_topic": ("instrument", "form", "topic"),
    "instrument_date": ("instrument", "form", "date"),
    "instrument_place": ("instrument", "form", "place"),
    "meeting_when": ("meeting", "form", "end"),
    "meeting_place": ("meeting", "form", "place"),
    "meeting_host": ("meeting", "form", "host"),
    "movement_service": ("movement", "service", "service"),
    "movement_cargo": ("movement", "service", "cargo"),
    "movement_date": ("movement", "service", "date"),
    "movement_status": ("movement", "service", "status"),
}
# Choices of names that a slot holds: table, kind and slot.
PARTIES = {"meeting_party": ("meeting", "participants")}
LEXICON = Path(ranking.__file__).parent.parent / "lexicon" / "en"
ROUNDS, PASSES, RATE, DECAY = 3, 20, 0.03, 0.3


class Choice(NamedTuple):
    """One choice of the reader: the values of its candidates and the features of each."""

    values: list[Any]
    features: list[list[str]]


def listen(document: Document) -> tuple[list[Fact], dict[tuple[str, int], Choice]]:
    """Read a document and write down every choice, by table and place; of several at one place the last."""
    heard: dict[tuple[str, int], Choice] = {}
    chosen = ranking.best

    def best(table: str, at: int, values: Sequence[Any], features: Sequence[list[str]]) -> tuple[Any, float]:
        heard[table, at] = Choice(list(values), list(features))
        return (True, 0.0) if table in TAKEN else chosen(table, at, values, features)

    ranking.best = best  # type: ignore[assignment]
    try:
        return read(document), heard
    finally:
        ranking.best = chosen


def merits(table: str, choice: Choice, fact: dict[str, Any]) -> list[float]:
    """How right each candidate is, 0 to 1, by the annotated fact."""
    return [MERIT[table](value, fact) for value in choice.values]


def _indicator(value: Any, fact: dict[str, Any]) -> float:
    return float(value[0] == fact["indicator"])


def _when(value: Any, fact: dict[str, Any]) -> float:
    return (_date(value.start, fact.get("start", "")) + _date(value.end, fact.get("end", ""))) / 2


def _date(a: str, b: str) -> float:
    return score.date_score(a, b) if a and b else float(not a and not b)


def _parties(value: Any, fact: dict[str, Any]) -> float:
    mine = {k: v for k, v in zip(("reporter", "partner"), value, strict=True) if v}
    agreed = score.slot_score("figure", "parties", fact, {**mine, "indicator": fact["indicator"]})
    return 1.0 if agreed is None else agreed


def _of(value: Any, fact: dict[str, Any]) -> float:
    agreed = score.slot_score("figure", "of", fact, {"of": value} if value else {})
    return 1.0 if agreed is None else agreed


MERIT: dict[str, Callable[[Any, dict[str, Any]], float]] = {
    "indicator": _indicator,
    "when": _when,
    "parties": _parties,
    "of": _of,
}


def examples(
    cases: Sequence[gold.Case], taught: Sequence[gold.Case] = ()
) -> dict[str, list[tuple[list[list[str]], list[float]]]]:
    """For each table the choices that an annotated fact can judge: features and merits of the candidates.

    `taught` are lessons: of their texts the facts of one kind alone are written down; they judge that kind only.
    """
    out: dict[str, list[tuple[list[list[str]], list[float]]]] = defaultdict(list)
    for case in (*cases, *taught):
        facts, heard = listen(case.document)
        mine = [f for f in facts if f.kind == "figure"]
        theirs = [f for f in case.gold if f["kind"] == "figure"]
        as_read = [fact_to_guide(f, case.document.text) for f in mine]
        for g, r, _ in score.pairs("figure", theirs, as_read):
            place = next(reason.span.begin for reason in mine[r].why if reason.slot == "value" and reason.span)
            for table in TABLES:
                choice = heard.get((table, place))
                if choice is None or len(choice.values) < 2:
                    continue
                right = merits(table, choice, theirs[g])
                if max(right) > 0 and min(right) < max(right):
                    out[table].append((choice.features, right))
        judged = score.KINDS if case not in taught else (lessons.judges(case),)
        for table, (kind, _, _) in SLOTS.items():
            out[table] += _slot(case, facts, heard, table) if kind in judged else []
        for table, (kind, slot) in PARTIES.items():
            out[table] += _party(case, facts, heard, table, kind, slot) if kind in judged else []
        for kind, slot in TAKEN.items():
            out[kind] += _taken(case, facts, heard, kind, slot) if kind in judged else []
    return out


def _taken(
    case: gold.Case, facts: list[Fact], heard: dict[tuple[str, int], Choice], kind: str, slot: str
) -> list[tuple[list[list[str]], list[float]]]:
    """Yes-or-no choices: right is yes where the fact pairs with an annotated one, no elsewhere."""
    mine = [f for f in facts if f.kind == kind]
    theirs = [f for f in case.gold if f["kind"] == kind]
    as_read = [fact_to_guide(f, case.document.text) for f in mine]
    hit = {r for _, r, _ in score.pairs(kind, theirs, as_read)}
    out = []
    for n, fact in enumerate(mine):
        place = next((r.span.begin for r in fact.why if r.slot == slot and r.span), -1)
        choice = heard.get((kind, place))
        if choice is not None:
            example = (choice.features, [float(v == (n in hit)) for v in choice.values])
            out += [example] * (2 if n in hit else 1)
    return out


def _paired(case: gold.Case, facts: list[Fact], kind: str) -> list[tuple[dict[str, Any], Fact]]:
    """Annotated facts of a kind with the facts read that pair with them."""
    mine = [f for f in facts if f.kind == kind]
    theirs = [f for f in case.gold if f["kind"] == kind]
    as_read = [fact_to_guide(f, case.document.text) for f in mine]
    return [(theirs[g], mine[r]) for g, r, _ in score.pairs(kind, theirs, as_read)]


def _slot(
    case: gold.Case, facts: list[Fact], heard: dict[tuple[str, int], Choice], table: str
) -> list[tuple[list[list[str]], list[float]]]:
    """Choices of a slot's value in facts that pair with an annotated one."""
    kind, reason, slot = SLOTS[table]
    out = []
    for annotated, fact in _paired(case, facts, kind):
        again = [r.span.begin for r in fact.why if r.slot == slot and r.span and r.rule.endswith(".again")]
        first = next((r.span.begin for r in fact.why if r.slot == reason and r.span), -1)
        choice = heard.get((table, [first, *again][-1]))
        if choice is None or len(choice.values) < 2:
            continue
        values = [v[1] if isinstance(v, tuple) else v for v in choice.values]
        right = [score.slot_score(kind, slot, annotated, {slot: v} if v else {}) for v in values]
        merits_of = [1.0 if r is None else r for r in right]
        if max(merits_of) > min(merits_of):
            out.append((choice.features, merits_of))
    return out


def _party(
    case: gold.Case, facts: list[Fact], heard: dict[tuple[str, int], Choice], table: str, kind: str, slot: str
) -> list[tuple[list[list[str]], list[float]]]:
    """Yes-or-no choices whether a name of the sentence is a party of the fact."""
    out = []
    for annotated, fact in _paired(case, facts, kind):
        quote = fact.quotes[0]
        for (name, at), choice in heard.items():
            if name == table and quote.begin <= at < quote.stop:
                words = case.document.text[at : at + 60]
                right = any(_names(words, case, at, p) for p in annotated.get(slot, []))
                out.append((choice.features, [float(v == right) for v in choice.values]))
    return out


def _names(words: str, case: gold.Case, at: int, party: str) -> bool:
    """Whether the mention at a place is the party: by score.py's sameness of names."""
    mention = next((m for m in mentions_of(case) if m.begin == at and m.type in ("body", "country", "person")), None)
    return mention is not None and any(score.same_name(n, party) for n in (mention.name, mention.code) if n)


def mentions_of(case: gold.Case) -> list[Any]:
    """The mentions of a document, kept."""
    if case.name not in _MENTIONS:
        _MENTIONS[case.name] = mentions(case.document)
    return _MENTIONS[case.name]


_MENTIONS: dict[str, list[Any]] = {}


def fit(chosen: list[tuple[list[list[str]], list[float]]]) -> dict[str, float]:
    """Weights that make the best candidates likely: gradient steps with averaging and decay."""
    known: dict[str, float] = defaultdict(float)
    total: dict[str, float] = defaultdict(float)
    seen: dict[str, int] = defaultdict(int)
    for features, _ in chosen:
        for name in {n for names in features for n in names}:
            seen[name] += 1
    for turn in range(PASSES):
        rate = RATE / (1 + turn / 10)
        for features, right in chosen:
            top = max(right)
            scores = [sum(known[n] for n in names) for names in features]
            peak = max(scores)
            odds = [math.exp(s - peak) for s in scores]
            goal = [o * (r == top) for o, r in zip(odds, right, strict=True)]
            all_odds, all_goal = sum(odds), sum(goal)
            for names, o, g in zip(features, odds, goal, strict=True):
                push = g / all_goal - o / all_odds
                if abs(push) > 1e-4:
                    for n in names:
                        known[n] += rate * push
        for n in list(known):
            known[n] *= 1 - DECAY * 10 * rate
        for n, w in known.items():
            total[n] += w
    return {n: w / PASSES for n, w in total.items() if seen[n] >= 3 and abs(w / PASSES) >= 0.02}


def write(table: str, known: dict[str, float]) -> None:
    """Write a table of weights, sorted by feature."""
    lines = ["feature\tweight", *(f"{n}\t{known[n]:.2f}" for n in sorted(known))]
    (LEXICON / f"weights_{table}.tsv").write_text("\n".join(lines) + "\n", encoding="utf-8")
    ranking.weights.cache_clear()


def main() -> None:
    """Train every table, a few rounds, since one choice leans on another."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--all", action="store_true", help="learn from the held-out documents too")
    args = parser.parse_args()
    every = gold.cases(gold.HERE / "dev")
    cases = [c for c in every if args.all or c.name not in gold.held_out()]
    taught = lessons.cases()
    tables = (*TABLES, *TAKEN, *SLOTS, *PARTIES)
    for turn in range(ROUNDS):
        found = examples(cases, taught)
        for table in tables:
            write(table, fit(found[table]))
        counts = ", ".join(f"{t} {len(found[t])}" for t in tables)
        print(f"round {turn + 1}: {len(cases)} documents, {len(taught)} lessons, choices: {counts}")


if __name__ == "__main__":
    main()
