"""What one document says, of one of six kinds, with its quotes as spans of the text."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any, NamedTuple

from pledgebook.model.document import Document
from pledgebook.model.schema import LIST_SLOTS, SLOTS


class Span(NamedTuple):
    """Code points `begin` to `stop` (exclusive) of a document's text."""

    begin: int
    stop: int

    def cut(self, text: str) -> str:
        """The words themselves."""
        return text[self.begin : self.stop]


class Reason(NamedTuple):
    """Why a slot holds what it holds: the rule that filled it and the words that it came from."""

    slot: str
    rule: str
    span: Span | None


@dataclass(frozen=True, slots=True)
class Fact:
    """One fact. `slots` are those of the kind (`model.schema`), absent where the text is silent.

    Values: text, a number, a tuple of names, or a mapping with `place` and `country` for the ends of a movement.
    `confidence` is `sure`, `likely` or `weak`. The first quote is the sentence or clause that states the fact.
    """

    kind: str
    slots: Mapping[str, Any]
    quotes: tuple[Span, ...]
    confidence: str = "likely"
    why: tuple[Reason, ...] = field(default=(), compare=False)

    def get(self, slot: str, default: Any = None) -> Any:
        """The value of a slot, or `default` where the document does not fill it."""
        return self.slots.get(slot, default)

    def words(self, text: str) -> list[str]:
        """The quotes, cut out of the document's text."""
        return [span.cut(text) for span in self.quotes]


def fact_to_guide(fact: Fact, text: str) -> dict[str, Any]:
    """The fact in the form of the annotation guide: a flat object whose `quotes` are strings."""
    out: dict[str, Any] = {"kind": fact.kind}
    for slot in SLOTS[fact.kind]:
        value = fact.slots.get(slot)
        if value is None:
            continue
        out[slot] = list(value) if isinstance(value, tuple) else dict(value) if isinstance(value, Mapping) else value
    out["quotes"] = fact.words(text)
    return out


def fact_from_guide(data: Mapping[str, Any], document: Document) -> Fact:
    """A fact out of the guide's form. Raises `ValueError` where a quote does not stand in the document."""
    spans = []
    for quote in data.get("quotes", ()):
        begin = document.text.find(quote)
        if begin < 0 or not quote:
            raise ValueError(f"quote is not in the text of {document.id}: {quote[:60]!r}")
        spans.append(Span(begin, begin + len(quote)))
    if not spans:
        raise ValueError(f"a {data.get('kind')} of {document.id} has no quotes")
    slots: dict[str, Any] = {}
    for slot, value in data.items():
        if slot in ("kind", "quotes"):
            continue
        slots[slot] = tuple(value) if slot in LIST_SLOTS else value
    return Fact(kind=str(data["kind"]), slots=slots, quotes=tuple(spans))
