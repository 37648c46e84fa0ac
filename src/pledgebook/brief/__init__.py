"""The brief: what two states promised each other and what became of it, every line with the words that it rests on."""

from pledgebook.brief.brief import brief
from pledgebook.brief.parts import Brief

__all__ = ["Brief", "brief"]
