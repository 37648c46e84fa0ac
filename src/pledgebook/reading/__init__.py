"""From a document to facts: a pure function, the same output for the same input, always."""

from pledgebook.reading.read import mentions, read

__all__ = ["mentions", "read"]
