"""The scene of a document: for each sentence who speaks and which states are in focus.

Invariant: a function of the page and its mentions; nothing here looks at facts.
"""

from __future__ import annotations

from dataclasses import dataclass

from pledgebook.reading.context.focus import Focus, find_focus
from pledgebook.reading.context.speakers import Speaker, find_speakers
from pledgebook.reading.text import Page, Sentence


@dataclass(frozen=True, slots=True)
class Setting:
    """What holds for one sentence.

    `states` are the states in focus, in the order in which the text speaks of them; `speakers` say who is reported,
    each from a token on.
    """

    states: tuple[str, ...]
    speakers: tuple[Speaker, ...]


@dataclass(frozen=True, slots=True)
class Scene:
    """The page with its settings, one a sentence; `home` is the state for which the document speaks, or ""."""

    page: Page
    home: str
    states: tuple[str, ...]
    settings: tuple[Setting, ...]

    def speaker(self, sentence: Sentence, token: int) -> str:
        """Who is reported at a token of a sentence, or "" where the text speaks in its own voice."""
        for speaker in self.settings[sentence.index].speakers:
            if speaker.first <= token < speaker.last:
                return speaker.name
        return ""

    def focus(self, sentence: Sentence) -> tuple[str, ...]:
        """The states in focus in a sentence."""
        return self.settings[sentence.index].states

    def partner_of(self, sentence: Sentence, state: str) -> str:
        """The other state where a pair is in focus and `state` is one of it, else ""."""
        states = self.focus(sentence)
        if len(states) == 2 and state in states:
            return states[1] if states[0] == state else states[0]
        return ""


def set_scene(page: Page) -> Scene:
    """Find speakers and focus for every sentence of a page whose mentions are laid in."""
    focus: Focus = find_focus(page)
    speakers = find_speakers(page)
    settings = tuple(Setting(focus.by_sentence[s.index], speakers[s.index]) for s in page.sentences)
    return Scene(page, focus.home, focus.states, settings)
