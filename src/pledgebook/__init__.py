"""pledgebook keeps the book of what states announce, word for word, and tells what became of it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from pledgebook.model.document import Document
from pledgebook.model.fact import Fact

if TYPE_CHECKING:
    from pledgebook.reading import read

__version__ = "0.1.0"
__all__ = ["Document", "Fact", "__version__", "read"]


def __getattr__(name: str) -> Any:
    """Load the reader only when it is asked for: a command that needs no reading does not pay for it."""
    if name == "read":
        from pledgebook.reading import read

        return read
    raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
