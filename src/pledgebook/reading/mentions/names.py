"""Names: states, places, bodies, persons, documents, events, routes, each with the fullest form that the page gives."""

from __future__ import annotations

from pledgebook.model import Mention
from pledgebook.reading.mentions.fullest import fill
from pledgebook.reading.mentions.places import find_bodies, find_places
from pledgebook.reading.mentions.sheet import open_sheet
from pledgebook.reading.mentions.states import find_states
from pledgebook.reading.mentions.sweep import Sweep
from pledgebook.reading.mentions.unknown import judge
from pledgebook.reading.text import Page


def find(page: Page) -> list[Mention]:
    """Every name of a page, in order of place; names nest (a state inside a body) and never cross."""
    sheet = open_sheet(page)
    sweep = Sweep(sheet)
    for sentence in page.sentences:
        sweep.sentence(sentence)
    found = [*find_states(page, sheet.tag), *find_places(sheet), *find_bodies(sheet), *sweep.found]
    found += judge(sheet, sweep)
    return fill(sheet, sweep, found)
