"""What became of every promise: claims and a day in, promises with verdicts out."""

from pledgebook.judging.judge import judge

__all__ = ["judge"]
