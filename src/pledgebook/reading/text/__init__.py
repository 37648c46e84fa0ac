"""Text to words, sentences and segments: what every later step of reading stands on."""

from pledgebook.reading.text.page import Page, Sentence, Tag, open_page

__all__ = ["Page", "Sentence", "Tag", "open_page"]
