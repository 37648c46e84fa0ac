"""Verdicts kept from the last time, so that only what changed is judged again. A cache: losing it costs only time."""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Mapping, Sequence
from dataclasses import asdict
from datetime import date
from typing import Any

from pledgebook.book import queries, store
from pledgebook.book.coding import canonical
from pledgebook.model import Evidence, Promise, Verdict

Judged = tuple[Promise, Verdict]


def kept(connection: sqlite3.Connection, key: str, on: date) -> list[Judged] | None:
    """What the judge said of this input on this day, or None where that is not known."""
    row = connection.execute(queries.KEPT_VERDICTS, (key, on.isoformat())).fetchone()
    return [(_promise(one), _verdict(other)) for one, other in json.loads(row[0])] if row else None


def keep(connection: sqlite3.Connection, scope: str, key: str, on: date, judged: Sequence[Judged]) -> None:
    """Keep what the judge said in a scope, in place of what it said of other input; left out where another writes."""
    text = canonical([[asdict(promise), asdict(verdict)] for promise, verdict in judged])
    row = (scope, key, on.isoformat(), text)
    store.write_if_possible(connection, (queries.DROP_VERDICTS, (scope, key)), (queries.KEEP_VERDICTS, row))


def _tuples(data: Mapping[str, Any]) -> dict[str, Any]:
    return {key: tuple(value) if isinstance(value, list) else value for key, value in data.items()}


def _promise(data: Mapping[str, Any]) -> Promise:
    return Promise(**_tuples(data))


def _verdict(data: Mapping[str, Any]) -> Verdict:
    evidence = tuple(Evidence(**one) for one in data["evidence"])
    return Verdict(**{**_tuples(data), "evidence": evidence})
