"""Which claims speak of one thing in the world, which of one quantity, and which cannot all be true.

To follow a claim through the room: `match` calls everything in order. `aliases` learns short forms and places
from the claims at hand; `features` (with `titles`, `numerals`, `cues`) and `figures` (with `subjects`,
`written`) take claims apart; `blocks` says which are compared at all; `signals` compares, `pairs` rules by
`data/rules.toml`, `cluster` joins. Then `series` puts figures in rows by who counts, `conflicts` finds what
cannot all be true, `parts` what is part of what. `words` and `names` are the ground under all of them; every
list of words is a table in `data`.
"""

from pledgebook.matching.figures import same_quantity
from pledgebook.matching.match import match
from pledgebook.matching.names import name_likeness, same_name

__all__ = ["match", "name_likeness", "same_name", "same_quantity"]
