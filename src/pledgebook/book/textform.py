"""A book as plain text, one claim a line with its quote, and back to the same claims: to diff, to review, to test with.

    document seed 2023-03-10 publisher="Regional Review" title="On trade" reader=rules recorded=2026-04-01T09:00:00Z
      | The text, line by line; it may be left out.

    2023-03-10 figure trade_turnover AZ UZ over 1000000000 USD by 2028 target
      seed:4711-4795 "aimed at boosting the bilateral trade to over $1 billion over the next five years"

Claims follow their document; the date before a claim is that of its document. A quote without numbers is looked for in
the text, or, where no text is given, put into it. `slotform` tells how the slots of each kind are written. Marks that
are not the usual come last: `confidence=`, `reader=`, `recorded=`, and `id=` of a claim that a person corrected.
`#` begins a remark.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from typing import NamedTuple

from pledgebook.book.slotform import TOKEN, NoForm, quoted, read_slots, unword, word, write_slots
from pledgebook.model import KINDS, Claim, Document, Fact, Span, check_slots, claim_id

_NO_DAY = "-"
_LINE = re.compile(r"[^\x00-\x1f\x7f-\x9f\u2028\u2029]*")
_QUOTE = re.compile(r'("(?:[^"\\]|\\.)*"|[^\s":]+)(?::(\d+)-(\d+))?\s+("(?:[^"\\]|\\.)*")\s*')
_ABOUT = ("publisher", "title", "lang", "address", "inferred")

_OWN = ("id", "confidence", "reader", "recorded")


class Problem(NamedTuple):
    """What is wrong in a line of the text form."""

    line: int
    what: str


class Stated(NamedTuple):
    """A document and the claims that it states."""

    document: Document
    claims: tuple[Claim, ...]


# writing


def write(stated: Iterable[Stated], *, texts: bool = True) -> Iterator[str]:
    """The lines of documents with their claims; without `texts` only the quotes are told of the texts."""
    for document, claims in stated:
        readers = [(claim.reader, claim.recorded) for claim in claims]
        usual = max(sorted(set(readers)), key=readers.count) if readers else ("", "")
        yield _document_line(document, *usual)
        if texts:
            yield from map(_text_line, document.text.split("\n"))
        yield ""
        for claim in claims:
            yield from _claim_lines(claim, usual)
        yield ""


def _document_line(document: Document, reader: str, recorded: str) -> str:
    about = {"publisher": document.publisher, "title": document.title, "address": document.address}
    if document.lang != "en":
        about["lang"] = document.lang
    if document.published_inferred:
        about["inferred"] = "yes"
    about |= {"reader": reader, "recorded": recorded}
    parts = [f"{key}={word(value)}" for key, value in about.items() if value]
    return " ".join(["document", word(document.id), document.published or _NO_DAY, *parts])


def _text_line(line: str) -> str:
    return f"  | {line}".rstrip(" ") if _LINE.fullmatch(line) and line == line.rstrip(" ") else f"  |{quoted(line)}"


def _claim_lines(claim: Claim, usual: tuple[str, str]) -> Iterator[str]:
    marks = {"id": (claim.id, claim_id(claim.document, claim.fact)), "confidence": (claim.fact.confidence, "likely")}
    marks |= {"reader": (claim.reader, usual[0]), "recorded": (claim.recorded, usual[1])}
    parts = [f"{key}={word(value)}" for key, (value, default) in marks.items() if value != default]
    yield " ".join([claim.published or _NO_DAY, claim.kind, *write_slots(claim.kind, claim.fact.slots), *parts])
    for span, words in zip(claim.fact.quotes, claim.words, strict=True):
        yield f"  {word(claim.document)}:{span.begin}-{span.stop} {quoted(words)}"


# reading


@dataclass
class _Claimed:
    """A claim as its lines give it, before its document is whole."""

    line: int
    kind: str
    tokens: list[str]
    quotes: list[tuple[Span | None, str]] = field(default_factory=list)


@dataclass
class _Part:
    """A document as its lines give it."""

    line: int
    document: Document
    reader: str
    recorded: str
    text: list[str] = field(default_factory=list)
    claims: list[_Claimed] = field(default_factory=list)


def read(text: str) -> tuple[list[Stated], list[Problem]]:
    """Documents with their claims, and every line that could not be understood; such a claim is left out."""
    parts, problems = list[_Part](), list[Problem]()
    for number, line in enumerate(text.split("\n"), 1):
        try:
            _take(line, number, parts)
        except NoForm as problem:
            problems.append(Problem(number, str(problem)))
    stated = [_stated(part, problems) for part in parts]
    return stated, sorted(problems)


def _take(line: str, number: int, parts: list[_Part]) -> None:
    if not line.strip() or line.lstrip().startswith("#"):
        return
    if line.startswith("document "):
        parts.append(_part(line, number))
    elif not parts:
        raise NoForm("there is no document above this line")
    elif line.lstrip().startswith("|"):
        parts[-1].text.append(_text(line.lstrip()))
    elif line[0] in " \t":
        _quote(line.strip(), parts[-1])
    else:
        _claim(line, number, parts[-1])


def _part(line: str, number: int) -> _Part:
    tokens = TOKEN.findall(line)[1:]
    if len(tokens) < 2:
        raise NoForm("a document has an id and a date")
    about = _marks(tokens[2:], (*_ABOUT, "reader", "recorded"))
    reader, recorded, inferred = (about.pop(key, "") for key in ("reader", "recorded", "inferred"))
    day = "" if tokens[1] == _NO_DAY else tokens[1]
    document = Document(unword(tokens[0]), "", published=day, published_inferred=bool(inferred), **about)
    return _Part(number, document, reader, recorded)


def _marks(tokens: Sequence[str], known: Sequence[str]) -> dict[str, str]:
    found = {}
    for token in tokens:
        key, equals, value = token.partition("=")
        if not equals or key not in known:
            raise NoForm(f"{token} says nothing here; known are {', '.join(known)}")
        found[key] = unword(value)
    return found


def _text(line: str) -> str:
    return str(json.loads(line[1:])) if line.startswith('|"') else line[2:]


def _quote(line: str, part: _Part) -> None:
    found = _QUOTE.fullmatch(line)
    if found is None or not part.claims:
        raise NoForm("a quote stands below its claim: document:begin-stop and the words in quotes")
    if unword(found[1]) != part.document.id:
        raise NoForm(f"this quote is of {unword(found[1])}, but the document above is {part.document.id}")
    span = Span(int(found[2]), int(found[3])) if found[2] else None
    part.claims[-1].quotes.append((span, unword(found[4])))


def _claim(line: str, number: int, part: _Part) -> None:
    day, *tokens = TOKEN.findall(line)
    if not tokens or tokens[0] not in KINDS:
        raise NoForm(f"a claim begins with a date and a kind: {', '.join(KINDS)}")
    if day != (part.document.published or _NO_DAY):
        raise NoForm(f"the claim is dated {day}, its document {part.document.published or _NO_DAY}")
    part.claims.append(_Claimed(number, tokens[0], tokens[1:]))


def _stated(part: _Part, problems: list[Problem]) -> Stated:
    text = "\n".join(part.text) if part.text else _patched(part)
    document = replace(part.document, text=text)
    claims = []
    for claimed in part.claims:
        try:
            claims.append(_made(claimed, document, part))
        except NoForm as problem:
            problems.append(Problem(claimed.line, str(problem)))
    return Stated(document, tuple(claims))


def _patched(part: _Part) -> str:
    """A text in which every quote with numbers stands in its place, spaces between, and the others after them."""
    quotes = [quote for claimed in part.claims for quote in claimed.quotes]
    text = [" "] * max((span.stop for span, _ in quotes if span), default=0)
    for span, words in quotes:
        if span:
            text[span.begin : span.stop] = words
    loose = dict.fromkeys(words for span, words in quotes if span is None)
    return "\n".join([*(["".join(text)] if text else []), *loose])


def _made(claimed: _Claimed, document: Document, part: _Part) -> Claim:
    marks = [token for token in claimed.tokens if token.partition("=")[0] in _OWN]
    slots = read_slots(claimed.kind, [token for token in claimed.tokens if token not in marks])
    problem = next(check_slots(claimed.kind, slots), None)
    if problem:
        raise NoForm(problem)
    about = {"id": "", "confidence": "likely", "reader": part.reader, "recorded": part.recorded}
    about |= _marks(marks, _OWN)
    spans = tuple(_found(span, words, document.text) for span, words in claimed.quotes)
    if not spans:
        raise NoForm("the claim has no quote")
    fact = Fact(claimed.kind, slots, spans, about["confidence"])
    cut = tuple(fact.words(document.text))
    origin = (document.id, document.published, document.publisher)
    id_ = about["id"] or claim_id(document.id, fact)
    return Claim(id_, *origin, fact, cut, about["reader"], about["recorded"])


def _found(span: Span | None, words: str, text: str) -> Span:
    begin = text.find(words) if span is None else span.begin
    found = Span(begin, begin + len(words)) if span is None else span
    if begin < 0 or found.cut(text) != words:
        raise NoForm(f"the text does not say {quoted(words)} there")
    return found
