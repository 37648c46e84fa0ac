"""The tables of a book, as numbered steps from an empty file to the present form.

Two sorts of tables. The journal and what it carries (`document`, `claim`, `standing`, `decision`) are only ever
appended to; triggers refuse anything else. All other tables are derived from them and may be dropped and made again.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Callable

APPLICATION = 0x706C6467  # "pldg", in the file's header: tells a book from other databases
APPENDED = ("journal", "document", "claim", "standing", "decision")
DERIVED = (
    *("face", "document_pair", "claim_scope", "retired", "scope", "grouped", "link"),
    *("item", "item_claim", "series", "conflict", "verdict"),
)
CACHES = ("verdict",)
TEXT_INDEXES = ("document_words", "claim_words")

_JOURNAL = """
CREATE TABLE journal (
    seq INTEGER PRIMARY KEY,
    recorded TEXT NOT NULL,
    who TEXT NOT NULL,
    act TEXT NOT NULL,
    subject TEXT NOT NULL,
    digest TEXT NOT NULL,
    hash TEXT NOT NULL
) STRICT;

CREATE TABLE document (
    seq INTEGER PRIMARY KEY,
    entry INTEGER NOT NULL REFERENCES journal (seq),
    id TEXT NOT NULL UNIQUE,
    title TEXT NOT NULL,
    publisher TEXT NOT NULL,
    published TEXT NOT NULL,
    inferred INTEGER NOT NULL,
    lang TEXT NOT NULL,
    address TEXT NOT NULL,
    text TEXT NOT NULL
) STRICT;
CREATE INDEX document_entry ON document (entry);

CREATE TABLE claim (
    seq INTEGER PRIMARY KEY,
    entry INTEGER NOT NULL REFERENCES journal (seq),
    document INTEGER NOT NULL REFERENCES document (seq),
    id TEXT NOT NULL UNIQUE,
    kind TEXT NOT NULL,
    slots TEXT NOT NULL,
    quotes TEXT NOT NULL,
    confidence TEXT NOT NULL
) STRICT;
CREATE INDEX claim_document ON claim (document);
CREATE INDEX claim_entry ON claim (entry);

CREATE TABLE standing (
    entry INTEGER NOT NULL REFERENCES journal (seq),
    claim INTEGER NOT NULL REFERENCES claim (seq),
    stands INTEGER NOT NULL,
    PRIMARY KEY (claim, entry)
) STRICT, WITHOUT ROWID;
CREATE INDEX standing_entry ON standing (entry);

CREATE TABLE decision (
    entry INTEGER PRIMARY KEY REFERENCES journal (seq),
    act TEXT NOT NULL,
    subject TEXT NOT NULL,
    detail TEXT NOT NULL,
    why TEXT NOT NULL
) STRICT;
CREATE INDEX decision_subject ON decision (subject);
"""

_STATE = """
CREATE TABLE face (
    claim INTEGER PRIMARY KEY REFERENCES claim (seq),
    kind TEXT NOT NULL,
    day TEXT NOT NULL,
    indicator TEXT NOT NULL,
    status TEXT NOT NULL,
    first TEXT NOT NULL,
    last TEXT NOT NULL,
    due TEXT NOT NULL,
    publisher TEXT NOT NULL,
    speaker TEXT NOT NULL,
    confidence TEXT NOT NULL
) STRICT;
CREATE INDEX face_kind ON face (kind, day, first, last);
CREATE INDEX face_day ON face (day);
CREATE INDEX face_indicator ON face (indicator, day) WHERE indicator <> '';
CREATE INDEX face_due ON face (due) WHERE due <> '';
CREATE INDEX face_publisher ON face (publisher, day);
CREATE INDEX face_confidence ON face (confidence, day);
CREATE INDEX face_speaker ON face (speaker, day) WHERE speaker <> '';

CREATE TABLE document_pair (
    document INTEGER NOT NULL REFERENCES document (seq),
    pair TEXT NOT NULL,
    claims INTEGER NOT NULL,
    about INTEGER NOT NULL,
    PRIMARY KEY (document, pair)
) STRICT, WITHOUT ROWID;

CREATE TABLE claim_scope (
    scope TEXT NOT NULL,
    claim INTEGER NOT NULL REFERENCES claim (seq),
    own INTEGER NOT NULL,
    PRIMARY KEY (scope, claim)
) STRICT, WITHOUT ROWID;
CREATE INDEX claim_scope_claim ON claim_scope (claim);

CREATE TABLE retired (
    claim INTEGER PRIMARY KEY REFERENCES claim (seq)
) STRICT;

CREATE TABLE scope (
    name TEXT PRIMARY KEY,
    settled TEXT NOT NULL,
    own INTEGER NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TABLE grouped (
    scope TEXT NOT NULL,
    lead INTEGER NOT NULL REFERENCES claim (seq),
    claim INTEGER NOT NULL REFERENCES claim (seq),
    PRIMARY KEY (scope, lead, claim)
) STRICT, WITHOUT ROWID;
CREATE INDEX grouped_claim ON grouped (claim);

CREATE TABLE link (
    scope TEXT NOT NULL,
    sort TEXT NOT NULL,
    claim INTEGER NOT NULL REFERENCES claim (seq),
    other INTEGER NOT NULL REFERENCES claim (seq),
    judge TEXT NOT NULL,
    seen TEXT NOT NULL,
    PRIMARY KEY (scope, sort, claim, other, judge)
) STRICT, WITHOUT ROWID;
CREATE INDEX link_claim ON link (claim);
CREATE INDEX link_other ON link (other);

CREATE TABLE item (
    lead INTEGER PRIMARY KEY REFERENCES claim (seq),
    kind TEXT NOT NULL,
    published TEXT NOT NULL
) STRICT;
CREATE INDEX item_kind ON item (kind, published);

CREATE TABLE item_claim (
    lead INTEGER NOT NULL REFERENCES item (lead),
    place INTEGER NOT NULL,
    claim INTEGER NOT NULL UNIQUE REFERENCES claim (seq),
    PRIMARY KEY (lead, place)
) STRICT, WITHOUT ROWID;

CREATE TABLE series (
    scope TEXT NOT NULL,
    id TEXT NOT NULL,
    indicator TEXT NOT NULL,
    what TEXT NOT NULL,
    reporter TEXT NOT NULL,
    partner TEXT NOT NULL,
    unit TEXT NOT NULL,
    side TEXT NOT NULL,
    claims TEXT NOT NULL,
    PRIMARY KEY (scope, id)
) STRICT, WITHOUT ROWID;

CREATE TABLE conflict (
    scope TEXT NOT NULL,
    id TEXT NOT NULL,
    what TEXT NOT NULL,
    reason TEXT NOT NULL,
    claims TEXT NOT NULL,
    PRIMARY KEY (scope, id)
) STRICT, WITHOUT ROWID;

CREATE TABLE verdict (
    scope TEXT NOT NULL,
    input TEXT NOT NULL,
    day TEXT NOT NULL,
    verdicts TEXT NOT NULL,
    PRIMARY KEY (input, day)
) STRICT, WITHOUT ROWID;
CREATE INDEX verdict_scope ON verdict (scope);

CREATE VIRTUAL TABLE document_words USING fts5 (
    title, publisher, text, content = '', tokenize = "porter unicode61 remove_diacritics 2"
);
CREATE VIRTUAL TABLE claim_words USING fts5 (
    names, quotes, content = '', tokenize = "porter unicode61 remove_diacritics 2"
);
"""


def _statements(script: str) -> list[str]:
    """The statements of a script that has no semicolon inside any of them."""
    return [part for part in script.split(";") if part.strip()]


def _first(connection: sqlite3.Connection) -> None:
    """1: the journal, what it carries, and what is derived from it."""
    for statement in _statements(_JOURNAL + _STATE):
        connection.execute(statement)
    for table in APPENDED:
        for deed in ("UPDATE", "DELETE"):
            connection.execute(
                f"CREATE TRIGGER {table}_no_{deed.lower()} BEFORE {deed} ON {table} "
                f"BEGIN SELECT RAISE (ABORT, 'the journal of a book is only appended to'); END"
            )


def derived() -> list[str]:
    """The statements that make the derived tables and their indexes, as they are now."""
    return _statements(_STATE)


MIGRATIONS: tuple[Callable[[sqlite3.Connection], None], ...] = (_first,)
VERSION = len(MIGRATIONS)


def migrate(connection: sqlite3.Connection) -> None:
    """Bring a book up to the present form, each step in a transaction of its own together with its number."""
    while (version := connection.execute("PRAGMA user_version").fetchone()[0]) < VERSION:
        connection.execute("BEGIN IMMEDIATE")
        try:
            if connection.execute("PRAGMA user_version").fetchone()[0] == version:
                MIGRATIONS[version](connection)
                connection.execute(f"PRAGMA user_version = {version + 1}")
                connection.execute(f"PRAGMA application_id = {APPLICATION}")
            connection.execute("COMMIT")
        except BaseException:
            connection.execute("ROLLBACK")
            raise
