"""The numbers of a brief's citations: documents from oldest to newest, in each its words in the order of its text."""

from __future__ import annotations

from collections.abc import Callable, Iterable

from pledgebook.brief.parts import Brief, Citation, Source
from pledgebook.model import Claim, Document, Span


def cited_claims(brief: Brief) -> tuple[str, ...]:
    """Every claim that a part of the brief rests on, once."""
    return tuple(dict.fromkeys(c for line in brief.lines() for part in line for c in part.claims))


def numbered(claims: Iterable[Claim], document: Callable[[str], Document]) -> tuple[tuple[Source, ...], dict[str, int]]:
    """The sources with their citations, and each claim's number; claims of the same words share one."""
    words: dict[str, dict[tuple[str, ...], list[Claim]]] = {}
    for claim in sorted(claims, key=_place):
        words.setdefault(claim.document, {}).setdefault(claim.words, []).append(claim)
    sources: list[Source] = []
    numbers: dict[str, int] = {}
    for id_, quotes in words.items():
        citations = []
        for quote, telling in quotes.items():
            number = len(set(numbers.values())) + 1
            citations.append(Citation(number, quote))
            numbers.update({c.id: number for c in telling})
        sources.append(Source(document(id_), tuple(citations)))
    return tuple(sources), numbers


def _place(claim: Claim) -> tuple[str, str, tuple[Span, ...], str]:
    return claim.published, claim.document, claim.fact.quotes, claim.id
