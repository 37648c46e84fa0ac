"""From a document to facts: page, mentions, scene, then one module a kind."""

from __future__ import annotations

from pledgebook.model import Document, Fact, Mention
from pledgebook.reading.context import set_scene
from pledgebook.reading.kinds.figure import read_figures
from pledgebook.reading.kinds.instrument import read_instruments
from pledgebook.reading.kinds.meeting import read_meetings
from pledgebook.reading.kinds.movement import read_movements
from pledgebook.reading.kinds.pledge import read_pledges
from pledgebook.reading.kinds.project import read_projects
from pledgebook.reading.mentions import find
from pledgebook.reading.text import open_page
from pledgebook.reading.text.grammar import classes


def read(document: Document) -> list[Fact]:
    """The facts of a document, in the order of their first quotes. Pure: the same document gives the same facts."""
    page = open_page(document)
    page.lay(find(page))
    scene = set_scene(page)
    kinds = classes(page)
    meetings = read_meetings(scene, kinds)
    projects = read_projects(scene, kinds)
    facts = [*meetings, *read_instruments(scene, kinds, meetings), *projects]
    facts += [*read_movements(scene, kinds), *read_figures(scene, kinds, projects)]
    facts += read_pledges(scene, kinds, facts)
    return sorted(facts, key=lambda f: f.quotes[0])


def mentions(document: Document) -> list[Mention]:
    """Every mention that the reader sees in a document, in order of place."""
    return find(open_page(document))
