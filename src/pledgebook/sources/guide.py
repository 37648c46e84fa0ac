"""Documents and facts out of JSON in the form of the annotation guide, and into it."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from typing import Any

from pledgebook.model import Document, Fact, check_slots, fact_from_guide, fact_to_guide
from pledgebook.model.dates import last_day
from pledgebook.model.schema import LIST_SLOTS
from pledgebook.sources.refused import Refused
from pledgebook.sources.taken import Taken, Told
from pledgebook.sources.text import check, first_line, is_text

FORM = 'the form is {"doc": {"id", "title", "publisher", "published", "lang", "text"}, "facts": [...]}'
FIELDS = ("id", "title", "publisher", "published", "lang", "address")


def guide_document(raw: str, where: str, ident: str, told: Told, with_facts: bool) -> Taken:
    """The document of a JSON text; its own words about itself win over what is told. Facts only where asked for."""
    data = _parse(raw, where)
    doc = data.get("doc") if isinstance(data, dict) else None
    if not isinstance(doc, dict) or not isinstance(doc.get("text"), str):
        raise Refused(where, "is JSON, but not a document: no text at doc.text", FORM)
    for field in FIELDS:
        if not isinstance(doc.get(field, ""), str) or not is_text(doc.get(field, "")):
            raise Refused(where, f"is JSON, but doc.{field} is no text", FORM)
    text = check(doc["text"], where)
    document = Document(
        id=doc.get("id") or ident,
        text=text,
        title=doc.get("title") or told.title or first_line(text),
        publisher=doc.get("publisher") or told.publisher,
        published=_date(doc.get("published") or told.published, where),
        lang=doc.get("lang") or told.lang,
        address=doc.get("address", ""),
    )
    return Taken(where, document, _facts(data.get("facts"), document, where) if with_facts else None)


def guide_form(document: Document, facts: Iterable[Fact]) -> dict[str, Any]:
    """The document and its facts as one object in the form of the guide; quotes are strings."""
    doc = {field: getattr(document, field) for field in (*FIELDS, "text")}
    if not document.address:
        del doc["address"]
    if document.published_inferred:
        doc["published_inferred"] = True
    return {"doc": doc, "facts": [fact_to_guide(fact, document.text) for fact in facts]}


def _parse(raw: str, where: str) -> Any:
    try:
        return json.loads(raw)
    except json.JSONDecodeError as error:
        what = f"is broken JSON (line {error.lineno}, column {error.colno}: {error.msg})"
    except (ValueError, RecursionError):  # a number of thousands of digits; brackets nested without end
        what = "is JSON that no document needs (a number or nesting out of all measure)"
    raise Refused(where, what, f"repair it; {FORM}")


def _date(published: str, where: str) -> str:
    if published and not is_date(published):
        raise Refused(where, f"doc.published is no date: {published[:40]!r}", "write 2023-03-10, 2023-03 or 2023")
    return published


def is_date(iso: str) -> bool:
    """Whether this is a day, month or year that the calendar has, as the guide writes them."""
    shape = [len(part) for part in iso.split("-")]
    if shape not in ([4], [4, 2], [4, 2, 2]) or not iso.replace("-", "").isdecimal() or not iso.isascii():
        return False
    try:
        last_day(iso)
    except (ValueError, IndexError):  # calendar.IllegalMonthError is both
        return False
    return True


def _facts(data: Any, document: Document, where: str) -> tuple[Fact, ...]:
    if not isinstance(data, list):
        raise Refused(where, "has no list of facts", "leave out --facts to have the document read")
    return tuple(_fact(one, document, f"{where}, fact {number}") for number, one in enumerate(data, start=1))


def _fact(data: Any, document: Document, where: str) -> Fact:
    advice = "repair it, or leave out --facts to have the document read"
    quotes = data.get("quotes") if isinstance(data, Mapping) else None
    if not isinstance(quotes, list) or not all(isinstance(quote, str) for quote in quotes) or "kind" not in data:
        raise Refused(where, "has no kind, or quotes that are no texts", advice)
    if text := [slot for slot in sorted(LIST_SLOTS & set(data)) if not isinstance(data[slot], list)]:
        raise Refused(where, f"{text[0]} must be a list of names", advice)
    try:
        fact = fact_from_guide(data, document)
        fault = next(check_slots(fact.kind, fact.slots), "")
    except (TypeError, ValueError) as error:  # a quote that is not in the text; a list where a word belongs
        fault = str(error)
    if fault:
        raise Refused(where, fault, advice)
    return fact
