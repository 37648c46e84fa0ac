"""Every statement that a book sends to its database, save those that make the tables (`schema`).

Kept to what SQLite and PostgreSQL both understand, but for the full-text search.
"""

from __future__ import annotations

from collections.abc import Sequence

# journal
HEAD = "SELECT seq, hash FROM journal ORDER BY seq DESC LIMIT 1"
APPEND = "INSERT INTO journal (seq, recorded, who, act, subject, digest, hash) VALUES (?, ?, ?, ?, ?, ?, ?)"
ENTRIES = "SELECT seq, recorded, who, act, subject, digest, hash FROM journal ORDER BY seq"
LAST_UNTIL_DAY = "SELECT coalesce(max(seq), 0) FROM journal WHERE substr(recorded, 1, 10) <= ?"
LAST_UNTIL_INSTANT = "SELECT coalesce(max(seq), 0) FROM journal WHERE recorded <= ?"

# documents and claims
ADD_DOCUMENT = (
    "INSERT INTO document (entry, id, title, publisher, published, inferred, lang, address, text) "
    "VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?) RETURNING seq"
)
DOCUMENT = "SELECT seq, id, text, title, publisher, published, lang, address, inferred FROM document WHERE id = ?"
DOCUMENTS = (
    "SELECT seq, id, text, title, publisher, published, lang, address, inferred FROM document ORDER BY published, id"
)
DOCUMENT_OF_ENTRY = (
    "SELECT seq, id, text, title, publisher, published, lang, address, inferred FROM document WHERE entry = ?"
)
DOCUMENT_NUMBERED = (
    "SELECT seq, id, text, title, publisher, published, lang, address, inferred FROM document WHERE seq = ?"
)
DOCUMENT_TEXT = "SELECT text FROM document WHERE seq = ?"
DOCUMENT_IDS = "SELECT id FROM document ORDER BY published, id"
DOCUMENT_SEQS = "SELECT seq FROM document ORDER BY seq"
ADD_CLAIM = "INSERT INTO claim (entry, document, id, kind, slots, quotes, confidence) VALUES (?, ?, ?, ?, ?, ?, ?)"
CLAIMS_OF_ENTRY = "SELECT id, kind, slots, quotes, confidence FROM claim WHERE entry = ? ORDER BY seq"
CLAIM_SEQ = "SELECT seq, document FROM claim WHERE id = ?"
CLAIM_IDS_OF_DOCUMENT = "SELECT seq, id FROM claim WHERE document = ? ORDER BY seq"
SCOPES_OF_CLAIM = "SELECT s.scope FROM claim_scope s JOIN claim c ON c.seq = s.claim WHERE c.id = ? ORDER BY s.scope"
ENTRY_OF_CLAIM = "SELECT entry FROM claim WHERE id = ?"
ADD_STANDING = "INSERT INTO standing (entry, claim, stands) VALUES (?, ?, ?)"
STANDING_OF_ENTRY = (
    "SELECT c.id, s.stands FROM standing s JOIN claim c ON c.seq = s.claim WHERE s.entry = ? ORDER BY c.seq"
)
DROPPED = (
    "SELECT s.claim FROM standing s JOIN claim c ON c.seq = s.claim WHERE c.document = ? AND s.stands = 0 "
    "AND NOT EXISTS (SELECT 1 FROM standing n WHERE n.claim = s.claim AND n.entry > s.entry)"
)

_OF_CLAIM = "c.seq, c.id, c.kind, c.slots, c.quotes, c.confidence, c.document"
_COLUMNS = f"{_OF_CLAIM}, d.id, d.published, d.publisher, j.who, j.recorded"
_CLAIM = f"SELECT {_COLUMNS} FROM claim c JOIN document d ON d.seq = c.document JOIN journal j ON j.seq = c.entry "
_STANDS = "NOT EXISTS (SELECT 1 FROM retired r WHERE r.claim = c.seq)"
_ORDER = " ORDER BY d.published, d.id, c.seq"
CLAIM = _CLAIM + "WHERE c.id = ?"
STANDING_CLAIM = _CLAIM + f"WHERE c.seq = ? AND {_STANDS}"
CLAIMS_OF_DOCUMENT = _CLAIM + "WHERE c.document = ? ORDER BY c.seq"
CLAIMS_OF_SCOPE = _CLAIM + f"JOIN claim_scope s ON s.claim = c.seq WHERE s.scope = ? AND {_STANDS}" + _ORDER


def _within(column: str, count: int) -> str:
    return f"{column} IN ({', '.join('?' * count)})"


def _own(scopes: int) -> str:
    return f"SELECT claim FROM claim_scope WHERE own = 1 AND {_within('scope', scopes)}"


def own(scopes: int) -> str:
    """The ids of the claims that belong to any of so many scopes."""
    return f"SELECT id FROM claim WHERE seq IN ({_own(scopes)})"


_CONDITIONS = {
    "kind": "f.kind = ?",
    "document": "d.id = ?",
    "publisher": "f.publisher = ?",
    "indicator": "f.indicator = ? AND f.indicator <> ''",
    "status": "f.status = ?",
    "speaker": "f.speaker = ? AND f.speaker <> ''",
    "confidence": "f.confidence = ?",
    "published_from": "f.day >= ?",
    "published_until": "f.day <= ? AND f.day <> ''",
    "period_from": "f.last >= ?",
    "period_until": "f.first <= ? AND f.first <> ''",
    "due_from": "f.due >= ? AND f.due <> ''",
    "due_until": "f.due <= ? AND f.due <> ''",
}


def _asked(scopes: int, conditions: Sequence[str], tables: Sequence[str], *, retired: bool) -> str:
    """From which tables and where. What narrows most is looked into first: relation, document or face."""
    joins = {"claim c": "c.seq = f.claim", "document d": "d.seq = c.document", "journal j": "j.seq = c.entry"}
    first = f"(SELECT DISTINCT claim FROM ({_own(scopes)})) s"
    parts = [
        *(["f.claim = s.claim"] if scopes else []),
        *(joins[table] for table in tables if table in joins),
        *(_CONDITIONS[name] for name in conditions),
        *([] if retired else ["NOT EXISTS (SELECT 1 FROM retired r WHERE r.claim = f.claim)"]),
    ]
    if scopes:
        tables = [first, *tables]
    elif "document" in conditions:
        tables = [table for table in ("document d", "claim c", "face f", "journal j") if table in tables]
    return f"FROM {' CROSS JOIN '.join(tables)} WHERE {' AND '.join(parts or ['true'])}"


def claims(scopes: int, conditions: Sequence[str], *, retired: bool, newest: bool, paged: bool) -> str:
    """The claims in any of so many scopes and under conditions, oldest or newest first; values in this order.

    Paged, the last two values are how many at most and how many to leave out before.
    """
    order = "f.day DESC, d.published DESC, d.id DESC, c.seq DESC" if newest else "f.day, d.published, d.id, c.seq"
    asked = _asked(scopes, conditions, ("face f", "claim c", "document d", "journal j"), retired=retired)
    return f"SELECT {_COLUMNS} {asked} ORDER BY {order}{' LIMIT ? OFFSET ?' if paged else ''}"


def count(scopes: int, conditions: Sequence[str], *, retired: bool) -> str:
    """How many claims, as in `claims`; the last value is the number at which counting stops."""
    tables = ("face f", "claim c", "document d") if "document" in conditions else ("face f",)
    return f"SELECT count(*) FROM (SELECT 1 {_asked(scopes, conditions, tables, retired=retired)} LIMIT ?)"


# decisions
LAST_DECISION = "SELECT coalesce(max(entry), 0) FROM decision"
ADD_DECISION = "INSERT INTO decision (entry, act, subject, detail, why) VALUES (?, ?, ?, ?, ?)"
DECISIONS = (
    "SELECT d.entry, d.act, d.subject, d.detail, j.who, d.why, j.recorded FROM decision d "
    "JOIN journal j ON j.seq = d.entry ORDER BY d.entry"
)
DECISION_OF_ENTRY = "SELECT act, subject, detail, why FROM decision WHERE entry = ?"

# where claims belong
SET_FACE = "INSERT OR REPLACE INTO face VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)"
CLEAR_PAIRS = "DELETE FROM document_pair WHERE document = ?"
ADD_PAIR = "INSERT INTO document_pair (document, pair, claims, about) VALUES (?, ?, ?, ?)"
SCOPES_OF_DOCUMENT = (
    "SELECT scope, claim, own FROM claim_scope WHERE claim IN (SELECT seq FROM claim WHERE document = ?)"
)
CLEAR_SCOPE_OF_CLAIM = "DELETE FROM claim_scope WHERE scope = ? AND claim = ? AND own = ?"
ADD_SCOPE = "INSERT INTO claim_scope (scope, claim, own) VALUES (?, ?, ?)"
CLEAR_RETIRED = "DELETE FROM retired WHERE claim IN (SELECT seq FROM claim WHERE document = ?)"
ADD_RETIRED = "INSERT INTO retired (claim) VALUES (?)"
UNSETTLE = "INSERT INTO scope (name, settled, own) VALUES (?, '', 0) ON CONFLICT (name) DO UPDATE SET settled = ''"
COUNT_OWN = "UPDATE scope SET own = own + ? WHERE name = ?"
SETTLED = "UPDATE scope SET settled = ? WHERE name = ?"
FORGET_SCOPE = "DELETE FROM scope WHERE name = ?"
UNSETTLED = "SELECT name FROM scope WHERE settled <> ? ORDER BY name"
SCOPES = "SELECT name FROM scope ORDER BY name"
RELATIONS = "SELECT name, own FROM scope WHERE length(name) = 5 AND own > 0 ORDER BY own DESC, name"

# the past
REREAD_SINCE = (
    "SELECT d.seq FROM journal j JOIN document d ON d.id = j.subject WHERE j.seq > ? AND j.act = 'reread' ORDER BY 1"
)

# what matching made
GROUP_MEMBERS = "SELECT claim FROM grouped WHERE scope = ?"
CLEAR_GROUPS = "DELETE FROM grouped WHERE scope = ?"
ADD_GROUP = "INSERT INTO grouped (scope, lead, claim) VALUES (?, ?, ?)"
GROUPS_OF_CLAIM = "SELECT scope, lead FROM grouped WHERE claim = ?"
GROUP = "SELECT claim FROM grouped WHERE scope = ? AND lead = ? ORDER BY claim"
CLEAR_LINKS = "DELETE FROM link WHERE scope = ?"
ADD_LINK = "INSERT OR REPLACE INTO link (scope, sort, claim, other, judge, seen) VALUES (?, ?, ?, ?, ?, ?)"
_LINK = (
    "SELECT DISTINCT a.id, b.id, l.judge, l.seen FROM link l JOIN claim a ON a.seq = l.claim "
    "JOIN claim b ON b.seq = l.other "
)
_LINK_ORDER = " ORDER BY a.id, b.id, l.judge, l.seen"
LINKS_FROM_CLAIM = _LINK + "WHERE l.sort = ? AND l.claim = ?" + _LINK_ORDER
LINKS_AT_CLAIM = _LINK + "WHERE l.sort = ? AND (l.claim = ? OR l.other = ?)" + _LINK_ORDER
SCOPES_OF_ITEM = (
    "SELECT DISTINCT s.scope FROM item_claim i JOIN claim_scope s ON s.claim = i.claim WHERE i.lead = ? ORDER BY 1"
)
LEAD_OF_CLAIM = "SELECT lead FROM item_claim WHERE claim = ?"
CLEAR_ITEM_CLAIMS = "DELETE FROM item_claim WHERE lead = ?"
CLEAR_ITEM = "DELETE FROM item WHERE lead = ?"
ADD_ITEM = "INSERT INTO item (lead, kind, published) VALUES (?, ?, ?)"
ADD_ITEM_CLAIM = "INSERT INTO item_claim (lead, place, claim) VALUES (?, ?, ?)"
ITEM_CLAIMS = "SELECT c.seq, c.id FROM item_claim i JOIN claim c ON c.seq = i.claim WHERE i.lead = ? ORDER BY i.place"
ITEM_KIND = "SELECT kind FROM item WHERE lead = ?"
CLEAR_SERIES = "DELETE FROM series WHERE scope = ?"
ADD_SERIES = (
    "INSERT INTO series (scope, id, indicator, what, reporter, partner, unit, side, claims) "
    "VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)"
)
CLEAR_CONFLICTS = "DELETE FROM conflict WHERE scope = ?"
ADD_CONFLICT = "INSERT INTO conflict (scope, id, what, reason, claims) VALUES (?, ?, ?, ?, ?)"


def _judged(scopes: int) -> str:
    context = f"SELECT claim FROM claim_scope WHERE {_within('scope', scopes)}"
    joined = f"SELECT o.claim FROM item_claim i JOIN item_claim o ON o.lead = i.lead WHERE i.claim IN ({context})"
    return f"{context} UNION {joined}"


_JUDGED_TIMES = 2


def claims_judged(scopes: int) -> tuple[str, int]:
    """What bears on the claims of so many scopes, and how many times over the names of the scopes are given.

    All claims of the scopes, and all that is one item with any of these.
    """
    return f"{_CLAIM} WHERE c.seq IN ({_judged(scopes)}) AND {_STANDS} {_ORDER}", _JUDGED_TIMES


def items_judged(scopes: int) -> tuple[str, int]:
    """The leads of the items of all that bears on the claims of so many scopes; names as in `claims_judged`."""
    return f"SELECT DISTINCT lead FROM item_claim WHERE claim IN ({_judged(scopes)}) ORDER BY lead", _JUDGED_TIMES


def seqs_judged(scopes: int) -> tuple[str, int]:
    """The numbers of all that bears on the claims of so many scopes; names as in `claims_judged`."""
    return f"SELECT c.seq FROM claim c WHERE c.seq IN ({_judged(scopes)}) AND {_STANDS} ORDER BY 1", _JUDGED_TIMES


def grouped_judged(scopes: int) -> tuple[str, int]:
    """Which of these are one item: lead and claim; names as in `claims_judged`."""
    return f"SELECT lead, claim FROM item_claim WHERE claim IN ({_judged(scopes)}) ORDER BY 1, 2", _JUDGED_TIMES


def pending(scopes: int, *, judged: bool) -> tuple[str, int]:
    """The scopes not settled by a version that may change an item of the own claims of so many scopes, or of what bears
    on these. With it, how many times over the names of the scopes are given, after the version.
    """
    claims = _judged(scopes) if judged else _own(scopes)
    mates = f"SELECT o.claim FROM item_claim i JOIN item_claim o ON o.lead = i.lead WHERE i.claim IN ({claims})"
    waiting = "SELECT DISTINCT n.name FROM scope n JOIN claim_scope s ON s.scope = n.name WHERE n.settled <> ?"
    query = f"{waiting} AND (s.claim IN ({claims}) OR s.claim IN ({mates})) ORDER BY 1"
    return query, 2 * (_JUDGED_TIMES if judged else 1)


def items(*, scopes: int, kind: bool, newest: bool) -> str:
    """The leads of the items with a claim in any of so many scopes and of a kind; a page of them: as in `claims`."""
    inside = f"SELECT m.lead FROM item_claim m WHERE m.claim IN ({_own(scopes)})"
    where = [*([f"i.lead IN ({inside})"] if scopes else []), *(["i.kind = ?"] if kind else [])]
    clause = f"WHERE {' AND '.join(where)} " if where else ""
    tables = "item i JOIN claim c ON c.seq = i.lead JOIN document d ON d.seq = c.document"
    order = "i.published DESC, d.id DESC, i.lead DESC" if newest else "i.published, d.id, i.lead"
    return f"SELECT i.lead FROM {tables} {clause}ORDER BY {order} LIMIT ? OFFSET ?"


def series(*, scopes: int) -> str:
    """The series in any of so many scopes; one that stands in two scopes comes twice."""
    clause = f"WHERE {_within('scope', scopes)} " if scopes else ""
    return f"SELECT id, indicator, what, reporter, partner, unit, claims, side FROM series {clause}ORDER BY id, scope"


def conflicts(*, scopes: int) -> str:
    """The conflicts in any of so many scopes; one that stands in two scopes comes twice."""
    clause = f"WHERE {_within('scope', scopes)} " if scopes else ""
    return f"SELECT id, what, claims, reason FROM conflict {clause}ORDER BY id, scope"


COLUMNS = "SELECT * FROM {table} LIMIT 0"


def links(*, scopes: int) -> str:
    """The links of a sort in any of so many scopes."""
    clause = f"AND {_within('l.scope', scopes)}" if scopes else ""
    return f"{_LINK} WHERE l.sort = ? {clause} {_LINK_ORDER}"


CLEAR_TABLE = "DELETE FROM {table}"
ALL_ROWS = "SELECT * FROM {table} ORDER BY {columns}"
CLEAR_WORDS = "INSERT INTO {index} ({index}) VALUES ('delete-all')"

# verdicts
KEPT_VERDICTS = "SELECT verdicts FROM verdict WHERE input = ? AND day = ?"
KEEP_VERDICTS = "INSERT OR REPLACE INTO verdict (scope, input, day, verdicts) VALUES (?, ?, ?, ?)"
DROP_VERDICTS = "DELETE FROM verdict WHERE scope = ? AND input <> ?"
SIZE_OF_SCOPE = "SELECT count(*) FROM claim_scope WHERE scope = ?"

# wholeness
INTEGRITY = "PRAGMA integrity_check"
ORPHANS = "PRAGMA foreign_key_check"

# full text
ADD_DOCUMENT_WORDS = "INSERT INTO document_words (rowid, title, publisher, text) VALUES (?, ?, ?, ?)"
ADD_CLAIM_WORDS = "INSERT INTO claim_words (rowid, names, quotes) VALUES (?, ?, ?)"
DOCUMENTS_NAMING = (
    "SELECT DISTINCT document FROM claim WHERE seq IN (SELECT rowid FROM claim_words WHERE claim_words MATCH ?)"
)
PLACES = 20_000
_WINDOW = (
    "coalesce((SELECT rowid FROM {index} WHERE {index} MATCH ?1 AND rowid <= (SELECT max(seq) FROM {table}) "
    f"ORDER BY rowid DESC LIMIT 1 OFFSET {PLACES}), 0)"
)
_BEST = (
    "SELECT rowid, -bm25({index}, {weights}) AS score FROM {index} WHERE {index} MATCH ?1 "
    "AND rowid <= (SELECT max(seq) FROM {table}) AND rowid > " + _WINDOW + " {but} ORDER BY score DESC, rowid LIMIT ?2"
)
_BEST_CLAIMS = _BEST.format(
    index="claim_words", table="claim", weights="2.0, 1.0", but="AND rowid NOT IN (SELECT claim FROM retired)"
)
_BEST_DOCUMENTS = _BEST.format(index="document_words", table="document", weights="5.0, 2.0, 1.0", but="")
FIND_CLAIMS = (
    f"SELECT c.id, d.id, d.title, c.quotes, d.text, f.score FROM ({_BEST_CLAIMS}) f "
    "JOIN claim c ON c.seq = f.rowid JOIN document d ON d.seq = c.document ORDER BY f.score DESC, c.id"
)
FIND_DOCUMENTS = (
    f"SELECT d.id, d.title, d.text, f.score FROM ({_BEST_DOCUMENTS}) f JOIN document d ON d.seq = f.rowid "
    "ORDER BY f.score DESC, d.id"
)
