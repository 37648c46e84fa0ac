"""The four answers behind the headline."""

from __future__ import annotations

from pledgebook.judging.known import Known
from pledgebook.judging.promises import Stated
from pledgebook.model import Evidence


def answers(stated: Stated, found: tuple[Evidence, ...], status: str, known: Known) -> tuple[str, str, str, str]:
    """Official word, stage, schedule and path."""
    return "", "", "", ""
