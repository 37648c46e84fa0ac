"""pledgebook keeps the book of what states announce, word for word, and tells what became of it."""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from pledgebook.model import Document, Fact
    from pledgebook.reading import read

__version__ = "0.1.0"
__all__ = ["Document", "Fact", "__version__", "read"]

_ROOM_OF = {"Document": "pledgebook.model", "Fact": "pledgebook.model", "read": "pledgebook.reading"}


def __getattr__(name: str) -> Any:
    """Load a room only when something of it is asked for: a command that needs no reading does not pay for it."""
    if name in _ROOM_OF:
        return getattr(import_module(_ROOM_OF[name]), name)
    raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
