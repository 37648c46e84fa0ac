"""Filters and pages: what narrows a question."""

from __future__ import annotations

from dataclasses import dataclass, replace

from pledgebook.model import first_day, last_day

Span = tuple[str, str]


@dataclass(frozen=True, slots=True)
class Where:
    """Which claims. Spans are from and until, both ISO dates of any precision and inclusive, "" for an open end.

    `period` asks for claims whose time touches the span; `due` for what is planned, aimed at or pledged for it.
    `retired` adds claims that no longer stand: rejected by a person, or dropped when their document was read again.
    """

    kind: str | None = None
    document: str | None = None
    publisher: str | None = None
    indicator: str | None = None
    status: str | None = None
    speaker: str | None = None
    confidence: str | None = None
    published: Span | None = None
    period: Span | None = None
    due: Span | None = None
    retired: bool = False

    def narrowed(self, kind: str | None, document: str | None) -> Where:
        """The same, of this kind and document where they are given."""
        return replace(self, kind=kind or self.kind, document=document or self.document)

    def conditions(self) -> list[tuple[str, str]]:
        """The filters that are switched on, by name and value."""
        names = ("kind", "document", "publisher", "indicator", "status", "speaker", "confidence")
        found = [(name, value) for name in names if (value := getattr(self, name)) is not None]
        for name in ("published", "period", "due"):
            begin, stop = getattr(self, name) or ("", "")
            found += [(f"{name}_from", first_day(begin).isoformat())] if begin else []
            found += [(f"{name}_until", last_day(stop).isoformat())] if stop else []
        return found


@dataclass(frozen=True, slots=True)
class Page:
    """How many, after how many, in which order. `limit` None is all."""

    limit: int | None = None
    offset: int = 0
    newest: bool = False

    @property
    def some(self) -> bool:
        """Whether it is less than everything."""
        return self.limit is not None or self.offset > 0

    @property
    def most(self) -> int:
        """How many at most; -1 for all."""
        return -1 if self.limit is None else self.limit


EVERYTHING, ALL = Where(), Page()
