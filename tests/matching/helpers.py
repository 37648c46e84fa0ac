"""Claims for tests, short to write."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any, NamedTuple

from pledgebook.matching import match
from pledgebook.model import Claim, Fact, Span, check_slots, claim_id
from pledgebook.model.schema import LIST_SLOTS


class Case(NamedTuple):
    """One block of a table of pairs: what stands before and after the colon, and the two claims."""

    head: str
    name: str
    older: Claim
    newer: Claim


def claim(document: str, published: str, kind: str, quote: str = "", **slots: Any) -> Claim:
    """A claim as a reader would give it; the quote stands at the beginning of its document."""
    assert not list(check_slots(kind, slots)), list(check_slots(kind, slots))
    fact = Fact(kind, slots, (Span(0, max(1, len(quote))),))
    return Claim(claim_id(document, fact), document, published, f"publisher of {document}", fact, (quote,))


def slots(line: str) -> dict[str, Any]:
    """Slots out of "name=words; parties=A, B; origin=Place/XX"."""
    found: dict[str, Any] = {}
    for part in line.split(";"):
        slot, _, text = part.strip().partition("=")
        if slot in LIST_SLOTS:
            found[slot] = tuple(v.strip() for v in text.split(", "))
        elif slot in ("origin", "destination"):
            place, _, country = text.partition("/")
            found[slot] = {k: v for k, v in (("place", place), ("country", country)) if v}
        else:
            found[slot] = float(text) if slot in ("value", "high") else text
    return found


def cases(table: str, documents: tuple[str, str] = ("older", "newer")) -> Iterator[Case]:
    """The cases of a table beside this file; a head begins with the kind, or the kind is figure."""
    text = (Path(__file__).parent / table).read_text(encoding="utf-8")
    for block in text.split("\n\n")[1:]:
        title, *lines = block.strip().splitlines()
        head, _, name = title.partition(": ")
        kind = head.split()[0] if len(head.split()) == 2 and head.split()[1] in ("same", "different") else "figure"
        days = ("2021-02-01", "2021-06-01") if kind == "figure" else ("2022-03-10", "2022-12-01")
        older, newer = (
            claim(doc, day, kind, **slots(line)) for doc, day, line in zip(documents, days, lines, strict=True)
        )
        yield Case(head, name, older, newer)


def joined(*claims: Claim) -> bool:
    """Whether the first two claims are one item, given the others."""
    home = match(claims).item_of()
    return home[claims[0].id].id == home[claims[1].id].id
