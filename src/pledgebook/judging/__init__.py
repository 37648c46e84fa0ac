"""What became of every promise: claims and a day in, promises with verdicts out."""

from pledgebook.judging.judge import judge
from pledgebook.judging.touched import touched
from pledgebook.judging.wholes import Whole, wholes
from pledgebook.judging.why import walk, what_would_change

__all__ = ["Whole", "judge", "touched", "walk", "what_would_change", "wholes"]
