"""How records are written in the columns of a book, and read back: one form for one record, always the same bytes."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterable, Mapping
from typing import Any

from pledgebook.model import Span


def canonical(value: Any) -> str:
    """JSON with sorted keys and no spaces: the same text for the same value."""
    return json.dumps(value, ensure_ascii=False, sort_keys=True, separators=(",", ":"), default=_plain, allow_nan=False)


def _plain(value: Any) -> Any:
    if isinstance(value, Mapping):
        return dict(value)
    raise TypeError(f"a slot cannot hold {value!r}")


def digest(value: Any) -> str:
    """The SHA-256 of the canonical form, in hexadecimal."""
    return hashlib.sha256(canonical(value).encode()).hexdigest()


def slots_from(text: str) -> dict[str, Any]:
    """Slots out of their column; lists become tuples again, as facts have them."""
    return {slot: tuple(value) if isinstance(value, list) else value for slot, value in json.loads(text).items()}


def spans_to(spans: Iterable[Span]) -> str:
    """`12-40 77-90`: the quotes of a claim as code points of its document's text."""
    return " ".join(f"{span.begin}-{span.stop}" for span in spans)


def spans_from(text: str) -> tuple[Span, ...]:
    """The quotes out of their column."""
    return tuple(Span(int(begin), int(stop)) for begin, _, stop in (part.partition("-") for part in text.split()))
