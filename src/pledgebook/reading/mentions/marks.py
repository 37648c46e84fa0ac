"""Which word of a run of capitals says what the run names: "Joint Commission" a body, "Middle Corridor" a route."""

from __future__ import annotations

from dataclasses import dataclass

from pledgebook.reading.mentions.bodies import is_field, is_strong
from pledgebook.reading.mentions.sheet import Sheet, Unit

# Strongest first; a strong head of a body stands above them, a weak one below.
_MARKS = ("event", "paper", "route", "place", "works")
_NO_MARK = (99, "")
# Weak heads that any capitalised word before them makes a body of; the others ask for a name ("Karun Steel").
_LIGHT = frozenset(("agency", "association", "organization", "fund", "parliament", "government"))
_WITH_OF = frozenset(("port", "university"))
_NO_NAME = frozenset(("ordinal", "nobody", "calendar"))


@dataclass(slots=True)
class Marks:
    """Reads marks on a sheet."""

    sheet: Sheet

    def of(self, units: list[Unit]) -> tuple[int, str]:
        """The unit that says what the run names, and what that is; -1 where none does. Of equals the last.

        At the end a document or an occasion stands above a body: "Association Agreement", "Council Meeting".
        """
        if len(units) > 1 and (last := self._strength(units, len(units) - 1))[1] in ("paper", "event"):
            return len(units) - 1, last[1]
        best, strength, kind = -1, 99, ""
        for k in range(len(units)):
            rank, what = self._strength(units, k)
            if what and rank <= strength:
                best, strength, kind = k, rank, what
        return best, kind

    def _strength(self, units: list[Unit], k: int) -> tuple[int, str]:
        """How strongly unit k names the run (0 is strongest) and as what."""
        unit, sheet = units[k], self.sheet
        if is_strong(unit) and not sheet.is_(unit.last - 1, "event"):
            return 0, "body"
        if unit.kind not in ("word", "head"):
            return _NO_MARK
        classes = sheet.of(unit.last - 1)
        for rank, mark in enumerate(_MARKS):
            if mark in classes and (mark != "place" or self._proper(units, k) or sheet.at(unit.last) == "of"):
                return rank + 1, mark
        if unit.kind == "head" and self._heads(units, k):
            return len(_MARKS) + 1, "body"
        return _NO_MARK

    def _heads(self, units: list[Unit], k: int) -> bool:
        """Whether a weak head makes a body of the run: a name before it, or "of" behind it."""
        unit = units[k]
        if unit.value in _WITH_OF and self.sheet.at(unit.last) == "of":
            return True
        if unit.value in _LIGHT:
            return k > 0 or (unit.last - unit.first > 1 and self.sheet.at(unit.last) in ("on", "of", "for"))
        return k == len(units) - 1 and self._proper(units, k)

    def _proper(self, units: list[Unit], k: int) -> bool:
        """Whether a proper name stands before unit k: a state or place right before it, or a word that is no field."""
        sheet = self.sheet
        if (k and units[k - 1].kind == "state") or any(u.kind in ("place", "body") for u in units[:k]):
            return True
        return any(
            u.kind == "word" and not is_field(sheet, u) and sheet.of(u.first).isdisjoint(_NO_NAME) for u in units[:k]
        )
