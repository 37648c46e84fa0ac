"""Whose word a claim is: of those who promised, of an office that counts, of a person, of a third party."""

from __future__ import annotations

from pledgebook.judging.promises import Stated
from pledgebook.judging.view import View, is_state
from pledgebook.judging.words import said
from pledgebook.matching.names import same_name
from pledgebook.matching.words import states_in


def name_of(view: View) -> str:
    """Who speaks in a claim: who is reported, else the publisher."""
    return view.get("speaker") or view.claim.publisher


def speaks_for(view: View, stated: Stated) -> bool:
    """Whether a claim is the word of those who promised: their own, their state's, or of the voice that promised."""
    voice, who = name_of(view), stated.promise.who
    if voice == name_of(stated.view):
        return True
    return bool(states_in(voice) & set(who)) or any(w == voice or same_name(voice, w) for w in who if not is_state(w))


def voice_of(view: View, stated: Stated) -> str:
    """The sort of voice: `statistics`, `party`, `person` or `third party`."""
    if said("counting", name_of(view)):
        return "statistics"
    if speaks_for(view, stated):
        return "party"
    return "person" if view.get("speaker") and not said("bodies", view.get("speaker")) else "third party"
