"""Which claims speak of one thing in the world, which of one quantity, and which cannot all be true."""

from pledgebook.matching.figures import same_quantity
from pledgebook.matching.match import match
from pledgebook.matching.names import name_likeness, same_name

__all__ = ["match", "name_likeness", "same_name", "same_quantity"]
