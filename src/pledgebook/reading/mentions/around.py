"""What stands around a name and tells what it names: nouns of places and companies, verbs of speech, states."""

from __future__ import annotations

from dataclasses import dataclass
from typing import NamedTuple

from pledgebook.reading.mentions.bodies import DASHES, code_before, is_abbreviation
from pledgebook.reading.mentions.sheet import Sheet
from pledgebook.reading.text import Tag

_ARTICLES = frozenset(("a", "an", "the"))
_PLACE_NOUNS = frozenset(
    (
        *("port", "ports", "city", "cities", "town", "towns", "village", "villages", "district", "districts"),
        *("region", "regions", "province", "provinces", "station", "county", "capital", "area", "island", "islands"),
        *("checkpoint", "governorate", "oblast", "voivodeship", "valley", "terminal", "crossing", "municipality"),
        *(
            "emirate",
            "canton",
            "prefecture",
            "airport",
            "border",
            "department",
            "departments",
            "river",
            "lake",
            "canal",
        ),
        *("mountains", "strait", "gulf", "pass", "plateau", "peninsula", "suburb", "outskirts"),
    )
)
_AT = frozenset(("in", "at", "near", "via", "from", "to", "towards", "toward", "through", "between"))
_LONGEST_LOOK = 7
_ROMAN = frozenset("ivxlcdm")
_SIGNS = frozenset("$€£¥¢₵₦₹₽₸₺₴₫₱₩")


class Kind(NamedTuple):
    """A name with the noun of a place beside it: tokens `first` to `last`."""

    first: int
    last: int
    noun: str


@dataclass(slots=True)
class Around:
    """Questions about the surroundings of tokens `first` to `last` (exclusive)."""

    sheet: Sheet

    def acronym(self, first: int, last: int) -> bool:
        """Whether the name is written like an abbreviation or a brand."""
        return is_abbreviation(self.sheet.page.cut(first, last)) or any(map(self.sheet.camel, range(first, last)))

    def sum(self, first: int) -> bool:
        """Whether capitals stand before a number as the code of a currency or a unit does."""
        sheet = self.sheet
        after = sheet.at(first + 1)
        if not after or len(sheet.low[first]) > 4:
            return False
        return sheet.upper(first) and (after.isdigit() or after in _SIGNS)

    def address(self, first: int) -> bool:
        """Whether a word is part of a site's name: "News.Az"."""
        glued, at = self.sheet.page.glued, self.sheet.at
        before = at(first - 1) == "." and glued(first) and glued(first - 1)
        return before or (
            at(first + 1) == "." and first + 2 < len(self.sheet.low) and glued(first + 1) and glued(first + 2)
        )

    def initials(self, first: int) -> bool:
        """Whether a name begins with an initial: "R. Hale"."""
        sheet = self.sheet
        section = first in sheet.starts and sheet.low[first] in ("i", "v", "x")
        return len(sheet.low[first]) == 1 and sheet.at(first + 1) == "." and not section

    def speaks(self, first: int, last: int) -> bool:
        """Whether a verb of speech stands beside a name of which no word is an abbreviation or a field."""
        if not (self._says(last) or self._says(first - 1)):
            return False
        sheet = self.sheet
        return not any(
            sheet.capital[k]
            and ((1 < len(sheet.low[k]) < 5 and sheet.upper(k)) or sheet.is_(k, "field") or k in sheet.heads)
            for k in range(first, last)
        )

    def _says(self, i: int) -> bool:
        return any(t.role == "speech" and t.value == "says" for t in self.sheet.page.at.get(i, ()))

    def owner(self, first: int) -> str:
        """The state of "Russian X", "Hungary's X"."""
        return code_before(self.sheet, first)

    def firm(self, first: int, last: int) -> str | None:
        """The state of "Uzbek carmaker X" or "X, a company of", "" for "operator X", None where no such noun is by."""
        sheet = self.sheet
        if sheet.is_(first - 1, "small:company"):
            return code_before(sheet, first - 1)
        if sheet.at(last) == "," and sheet.at(last + 1) in _ARTICLES:
            for k in range(last + 2, min(last + _LONGEST_LOOK, len(sheet.low))):
                if sheet.is_(k, "small:company") and not sheet.capital[k]:
                    return code_before(sheet, k) or self.state_after(k + 1)
                if sheet.low[k] in (",", ".", "of", "in", "to", "for"):
                    break
        return None

    def small_behind(self, last: int) -> str:
        """The kind of body that a small head noun right behind the name makes of it: "Tempus foundation"."""
        sheet = self.sheet
        if last >= len(sheet.low) or sheet.capital[last] or not sheet.near(last):
            return ""
        return sheet.page.pack.small.get(sheet.low[last], "")

    def followed(self, last: int) -> bool:
        """Whether what follows tells that a lone word is a name: "X, which", "X, a", "X's"."""
        sheet = self.sheet
        return sheet.at(last) == "'s" or (
            sheet.at(last) == "," and sheet.at(last + 1) in ("which", "who", "whose", "a")
        )

    def line_behind(self, last: int) -> bool:
        """Whether the noun of a line follows: "the X–Y line"."""
        return self.sheet.is_(last, "route") or self.sheet.is_(last + 1, "route") or self.sheet.at(last) == "section"

    def stretch(self, first: int, last: int) -> bool:
        """Whether "between X and Y" speaks of a way: a line's noun stands shortly before."""
        sheet = self.sheet
        return sheet.at(first - 1) == "between" and any(sheet.is_(k, "route") for k in range(max(0, first - 9), first))

    def _state_at(self, i: int) -> Tag | None:
        tag = self.sheet.tag.get(i)
        return tag if tag is not None and tag.role == "country" else None

    def state_tail(self, last: int) -> str:
        """The state of "X, Bulgaria," or "X, a port in Bulgaria"."""
        sheet = self.sheet
        if sheet.at(last) not in (",", "("):
            return ""
        if (tag := self._state_at(last + 1)) is not None:
            closed = sheet.at(tag.last) in (",", ".", ")", "", ";")
            listed = sheet.at(tag.last) == "," and (self._state_at(tag.last + 1) or self._state_at(tag.last + 2))
            return tag.value if closed and not listed else ""
        if sheet.at(last + 1) in _ARTICLES:
            for k in range(last + 2, min(last + _LONGEST_LOOK, len(sheet.low))):
                if sheet.low[k] in _PLACE_NOUNS:
                    return self.state_of(k, k + 1)
        return ""

    def numeral(self, first: int) -> bool:
        """Whether a word is a Roman number."""
        return self.sheet.upper(first) and set(self.sheet.low[first]) <= _ROMAN

    def dateline(self, last: int) -> bool:
        """Whether a comma and a month follow ("BAKU, March 3"), or "near" and a name."""
        if self.sheet.at(last) == "," and self.sheet.at(last + 1) == "near":
            return self.sheet.big(last + 2)
        return self.sheet.at(last) == "," and self.sheet.big(last + 1) and self.sheet.is_(last + 1, "calendar")

    def state_of(self, first: int, last: int) -> str:
        """The state named before or behind."""
        return code_before(self.sheet, first) or self.state_after(last)

    def state_after(self, i: int) -> str:
        """The state of "X, Bulgaria", "X in Bulgaria", "X of Bulgaria" behind token i."""
        sheet = self.sheet
        for k in range(i, min(i + 4, len(sheet.low))):
            tag = self._state_at(k)
            if tag is not None and sheet.at(k - 1) in ("in", "of", ",", "the", "("):
                return tag.value
            if sheet.low[k] in (".", ";", "and") or sheet.capital[k]:
                return ""
        return ""

    def kind_noun(self, first: int, last: int) -> Kind | None:
        """The noun of a place beside a name: "port of X", "port X", "X district"."""
        found = self._noun(first, last)
        return None if found is None or self.acronym(first, last) else found

    def _noun(self, first: int, last: int) -> Kind | None:
        sheet = self.sheet
        before, after = sheet.at(first - 1), sheet.at(last)
        if before in ("of", "the"):
            of = first - 2 if before == "the" else first - 1
            if sheet.at(of) == "of" and sheet.at(of - 1) in _PLACE_NOUNS:
                return Kind(of - 1, last, sheet.low[of - 1])
        elif before in _PLACE_NOUNS and not sheet.capital[first - 1]:
            return Kind(first - 1, last, before)
        if after in _PLACE_NOUNS and not sheet.capital[last] and sheet.near(last):
            return Kind(first, last + 1, after)
        return None

    def on_line(self, first: int, last: int) -> bool:
        """Whether a dash joins the name to a known place."""
        sheet = self.sheet
        left = self._place_ending(first - 1) if sheet.at(first - 1) in DASHES else None
        tag = sheet.tag.get(last + 1)
        right = sheet.at(last) in DASHES and tag is not None and tag.role == "place"
        return left is not None or right

    def beside_place(self, first: int, last: int) -> bool:
        """Whether "and" or "to" joins the name to a known place behind a preposition: "between Rabat and X"."""
        sheet = self.sheet
        if sheet.at(first - 1) in ("and", "to"):
            left = self._place_ending(first - 1)
            return left is not None and sheet.at(left.first - 1) in _AT
        tag = sheet.tag.get(last + 1)
        behind = sheet.at(last) in ("and", "to") and tag is not None and tag.role == "place"
        return behind and sheet.at(first - 1) in _AT

    def _place_ending(self, last: int) -> Tag | None:
        """The known place whose last token is the one before `last`."""
        for k in range(last - 1, max(-1, last - 5), -1):
            tag = self.sheet.tag.get(k)
            if tag is not None and tag.last == last:
                return tag if tag.role == "place" else None
        return None
