"""Cuts text into words, numbers and marks: the one tokenizer, used for documents and for lexicons alike."""

from __future__ import annotations

import re

# Every replacement is one character for one, so that offsets stay those of the document's own text.
_SAME_LENGTH = str.maketrans(
    {
        **dict.fromkeys("\u2018\u2019\u02bb\u02bc\u02bf\u0060\u00b4\u2032\u201b", "'"),
        **dict.fromkeys("\u201c\u201d\u201e\u201f\u00ab\u00bb\u2033", '"'),
        **dict.fromkeys("\u00a0\u2007\u2009\u200a\u202f\u2002\u2003\u2005\u3000\ufeff\t", " "),
        **dict.fromkeys("\u2010\u2011\u2212\u00ad", "-"),
        "\r": "\n",
        "\u2028": "\n",
        "\u2029": "\n",
    }
)

# A word keeps an inner apostrophe (Xi'an, d'Ivoire) but not the possessive 's, which is a word of its own.
TOKEN = re.compile(r"[^\W\d_]+(?:'(?!s\b)[^\W\d_]+)*|\d+|'s\b|\S")


def level(text: str) -> str:
    """The text with quotes, apostrophes, hyphens and spaces of one kind each; as long as the text, to the character."""
    return text.translate(_SAME_LENGTH)


def words(phrase: str) -> tuple[str, ...]:
    """The lower-case tokens of a phrase of a lexicon."""
    return tuple(TOKEN.findall(level(phrase).lower()))
