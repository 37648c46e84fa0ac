"""The records that every room passes on: documents, facts, claims, items, promises, verdicts.

Upstream of all other rooms; it imports none of them.
"""

from pledgebook.model.claim import Claim, claim_id
from pledgebook.model.dates import Period, first_day, last_day
from pledgebook.model.document import Document
from pledgebook.model.fact import Fact, Reason, Span, fact_from_guide, fact_to_guide
from pledgebook.model.items import Conflict, Item, Link, Matched, Series
from pledgebook.model.mention import Mention
from pledgebook.model.promise import Evidence, Promise, Verdict
from pledgebook.model.schema import KINDS, SLOTS, check_slots

__all__ = [
    "KINDS",
    "SLOTS",
    "Claim",
    "Conflict",
    "Document",
    "Evidence",
    "Fact",
    "Item",
    "Link",
    "Matched",
    "Mention",
    "Period",
    "Promise",
    "Reason",
    "Series",
    "Span",
    "Verdict",
    "check_slots",
    "claim_id",
    "fact_from_guide",
    "fact_to_guide",
    "first_day",
    "last_day",
]
