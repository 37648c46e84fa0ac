"""Which promises new claims can touch, so that only those are judged again."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date

from pledgebook.judging.known import Known
from pledgebook.judging.promises import Stated, find_promises
from pledgebook.judging.quantity import indicators
from pledgebook.judging.view import View
from pledgebook.model import Claim, Matched


def touched(claims: Sequence[Claim], new: Iterable[str], matched: Matched, on: date) -> frozenset[str]:
    """The ids of the promises whose verdict claims can change that came in, or went, since they were judged.

    `claims` and `matched` hold the new claims (and those that go); `new` are their ids. A promise is touched by a claim
    of its thing, its quantity or its document, or one that shares a word with it. Another day touches every promise,
    but needs no claim.
    """
    known = Known(claims, matched, on)
    stated = find_promises(known)
    fresh = [known.by_id[c] for c in new if c in known.by_id]
    leads = _leads(stated)
    found: set[str] = set()
    for view in fresh:
        found.update(leads.get(f"ready for a {view.kind}", ()))
        for word in (*_words(view), *_things(view, known)):
            found.update(leads.get(word, ()))
        if view.kind == "figure":
            kin = known.figures_near(view, indicators(view))
            found.update(p for v in kin for p in leads.get(f"claim {v.id}", ()))
    return frozenset(found)


def _words(view: View) -> list[str]:
    return [f"word {word}" for word in view.all_keys]


def _things(view: View, known: Known) -> list[str]:
    """The document and the claims of the same thing, as what a promise is found by."""
    return [f"document {view.claim.document}", *(f"claim {v.id}" for v in known.item(view))]


def _leads(stated: Sequence[Stated]) -> dict[str, set[str]]:
    """The promises by the words, the documents and the claims that they stand on."""
    leads: dict[str, set[str]] = {}
    for one in stated:
        view, id_ = one.view, one.promise.id
        keys = [f"word {word}" for word in view.own_keys.keys() | view.place_keys]
        keys += [f"document {view.claim.document}", *(f"claim {claim}" for claim in one.promise.claims)]
        keys += ["ready for a project"] if one.promise.strength == "ready" else []
        for key in keys:
            leads.setdefault(key, set()).add(id_)
    return leads
