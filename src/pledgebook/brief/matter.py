"""What a promise, an event or a thing is, in a few words: the claim's own, in the order that its kind asks for."""

from __future__ import annotations

import re
from collections.abc import Callable

from pledgebook.brief.asked import Judged
from pledgebook.brief.parts import Part
from pledgebook.brief.words import claimed, due, names, one_line, period, quoted, state, stated, word, words
from pledgebook.model import Claim

FLOWS = {"exports": 1, "imports": -1}  # goods go from reporter to partner, or the other way
_MOST = 3  # citations behind one thing
_SHORT_LISTS = 2
_HEADING = 4  # words that a quote needs to tell something
_LONG = 110  # a quote in the place of a name


def matter(claim: Claim) -> str:
    """What a claim is about; "" where it does not say enough to name it."""
    return one_line(_NAMED[claim.kind](claim))


def fits(claim: Claim) -> bool:
    """Whether a claim names its thing so that it can stand in a line: several words, whole, that lean on no other."""
    said, own = matter(claim).lower().split(), _own(claim)
    leans = set(said) & set(words()["leaning"]) or (said[-1:] and said[-1] in words()["loose_ends"])
    return len(said) > 1 and not leans and own[:1].isalpha() and _is_whole(own, claim)


def quotable(claim: Claim) -> bool:
    """Whether a claim that does not name its thing well can stand in a line by its words: it says more than a kind."""
    return claim.kind in ("pledge", "figure") or len(matter(claim).split()) > 1


def named(claim: Claim) -> str:
    """What a claim is about, or the words of its source where it does not name it well."""
    return matter(claim) if fits(claim) else quoted(told_by(claim), _LONG)


def told_by(claim: Claim) -> str:
    """The words of a claim that tell it: the first quote, or the longest one where that is a mere heading."""
    first = claim.words[0]
    return first if len(first.split()) >= _HEADING else max(claim.words, key=len)


def _own(claim: Claim) -> str:
    """The words of the text that name the thing."""
    told = [_text(claim, slot) for slot in _OWN[claim.kind]]
    alone = claim.kind != "figure" or claim.get("indicator") in words()["alone"]
    return next(filter(None, told), matter(claim) if alone else "")


def _is_whole(own: str, claim: Claim) -> bool:
    """Whether words that stand in the quotes begin and end there where words do."""
    told = [one_line(quote) for quote in claim.words if own in one_line(quote)]
    return not told or any(re.search(rf"(?<!\w){re.escape(own)}(?!\w)", quote) for quote in told)


def _text(claim: Claim, slot: str) -> str:
    return str(claim.get(slot) or "")


def _pledge(claim: Claim) -> str:
    return _text(claim, "action")


def _project(claim: Claim) -> str:
    return _with_place(_text(claim, "name"), _text(claim, "place") or state(_text(claim, "country")))


def _instrument(claim: Claim) -> str:
    if title := _text(claim, "title"):
        return title
    form, topic = word("statuses", _text(claim, "form")), _text(claim, "topic")
    return _filled("form_on", form=form, topic=topic) if topic else form


def _meeting(claim: Claim) -> str:
    form = word("statuses", _text(claim, "form"))
    if title := _text(claim, "title"):
        return _with_place(title, _text(claim, "place"))
    if body := _text(claim, "body"):
        return _with_place(_filled("session", form=form, body=body), _text(claim, "place"))
    return _with_place(form, _text(claim, "place") or state(_text(claim, "host")))


def _movement(claim: Claim) -> str:
    ends = [_end(claim.get("origin")), *map(state, claim.get("via", ())), _end(claim.get("destination"))]
    route = " - ".join(end for end in ends if end)
    what = _text(claim, "service") or _text(claim, "cargo") or ", ".join(claim.get("modes", ()))
    if not what or not route or all(end in what for end in ends):
        return what or route
    return _filled("route", what=what, ends=route)


def _end(end: dict[str, str] | None) -> str:
    return str(end.get("place") or state(end.get("country", ""))) if end else ""


def _figure(claim: Claim) -> str:
    """The quantity with its number: "charter capital of the fund: $500 mln"."""
    return f"{quantity(claim)}: {claimed(claim)}"


def quantity(claim: Claim) -> str:
    """What a figure measures, without its number: the words of the text, with the flow's ends where it is trade."""
    indicator, of = _text(claim, "indicator"), _text(claim, "of")
    ends = [state(_text(claim, slot)) for slot in ("reporter", "partner")]
    if indicator in FLOWS and all(ends):
        seller, buyer = ends[:: FLOWS[indicator]]
        of = "" if of in ends else of  # whose it is, not what
        return _filled("part" if of else "flow", of=of, seller=seller, buyer=buyer)
    if not of or of.lower() in indicator.lower():
        return word("indicators", indicator)
    if indicator in of.lower():
        return of
    return _filled(indicator if indicator in words()["measures"] else "of", of=of)


def _with_place(what: str, place: str) -> str:
    """A thing with its place, where it does not name it."""
    if not what or not place or place.lower() in what.lower():
        return what
    return _filled("place_in", what=what, place=place)


def _filled(template: str, **fields: str) -> str:
    return str((words()["measures"] | words()["templates"])[template]).format(**fields)


_NAMED: dict[str, Callable[[Claim], str]] = {
    "pledge": _pledge,
    "project": _project,
    "instrument": _instrument,
    "meeting": _meeting,
    "movement": _movement,
    "figure": _figure,
}
_OWN: dict[str, tuple[str, ...]] = {
    "pledge": ("action",),
    "project": ("name",),
    "instrument": ("title", "topic"),
    "meeting": ("title",),
    "movement": ("service", "cargo"),
    "figure": ("of",),
}
_WHO = {"pledge": "actors", "project": "parties"}
_TO_COME = {"instrument": ("proposed", "planned", "agreed"), "meeting": ("planned",)}
_TO_DO = {"instrument": "signed", "meeting": "held"}


def who(claim: Claim) -> str:
    """Who pledges or builds, at most two of them; "" where the thing itself names them."""
    told = [state(name) for name in claim.get(_WHO.get(claim.kind, ""), ())]
    new = [name for name in told if name.lower() not in matter(claim).lower()]
    return names(new[:_SHORT_LISTS])


def promised(one: Judged) -> Part:
    """A promise: what, and who promises it."""
    claim, claims = one.lead, one.promise.claims[:_MOST]
    if fits(claim) and (by := who(claim)):
        return stated("who_matter", claims, who=by, matter=matter(claim))
    return Part(named(claim), claims)


def to_come(one: Judged) -> Part:
    """A promise with what is to be done: documents signed or carried out, meetings held."""
    part = promised(one)
    if one.lead.kind not in _TO_DO or not fits(one.lead):
        return part
    ahead = one.lead.get("status") in _TO_COME[one.lead.kind]
    return stated(_TO_DO[one.lead.kind] if ahead else "carried", part.claims, matter=part.text)


def timed(one: Judged) -> Part:
    """A promised number with its time."""
    part, start, end = promised(one), str(one.lead.get("start") or ""), str(one.lead.get("end") or one.promise.due)
    if not end or not fits(one.lead):
        return part
    if one.promise.begins and start:
        template = "at" if start == end and end.count("-") == 2 else "within"
        return stated(template, part.claims, matter=part.text, period=period(start, end))
    return stated("by", part.claims, matter=part.text, due=due(end))
