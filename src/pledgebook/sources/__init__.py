"""From bytes to documents: plain text, folders, standard input, and JSON in the form of the annotation guide."""

from pledgebook.sources.guide import guide_form, is_date
from pledgebook.sources.places import STDIN, places, take, take_all
from pledgebook.sources.refused import Refused
from pledgebook.sources.taken import Taken, Told
from pledgebook.sources.text import check as check_text

__all__ = ["STDIN", "Refused", "Taken", "Told", "check_text", "guide_form", "is_date", "places", "take", "take_all"]
