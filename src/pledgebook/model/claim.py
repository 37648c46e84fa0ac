"""A fact in the book: with its document, the reader that read it, and when it was recorded."""

from __future__ import annotations

import hashlib
import json
from dataclasses import dataclass
from typing import Any

from pledgebook.model.fact import Fact


@dataclass(frozen=True, slots=True)
class Claim:
    """One claim. `words` are the quotes as cut from the document, in the order of `fact.quotes`.

    `published` and `publisher` are those of the document; `recorded` is the ISO instant at which the book took it in.
    """

    id: str
    document: str
    published: str
    publisher: str
    fact: Fact
    words: tuple[str, ...]
    reader: str = ""
    recorded: str = ""

    @property
    def kind(self) -> str:
        """The kind of the fact."""
        return self.fact.kind

    def get(self, slot: str, default: Any = None) -> Any:
        """The value of a slot of the fact."""
        return self.fact.slots.get(slot, default)


def claim_id(document: str, fact: Fact) -> str:
    """A short id, a function of document, kind, slots and quotes: reading again gives it again."""
    content = json.dumps(
        [document, fact.kind, {k: fact.slots[k] for k in sorted(fact.slots)}, fact.quotes],
        ensure_ascii=False,
        default=dict,
        sort_keys=True,
    )
    return "c" + hashlib.sha256(content.encode()).hexdigest()[:12]
