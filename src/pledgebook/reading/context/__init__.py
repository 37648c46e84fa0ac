"""What a sentence leaves unsaid: who speaks, which states are in focus, how clauses divide it."""

from pledgebook.reading.context.clauses import Clause, clauses
from pledgebook.reading.context.scene import Scene, Setting, set_scene

__all__ = ["Clause", "Scene", "Setting", "clauses", "set_scene"]
