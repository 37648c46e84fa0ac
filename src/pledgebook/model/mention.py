"""A stretch of text that names a value."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any


@dataclass(slots=True)
class Mention:
    """One mention: what it is, where it stands (code points, `stop` exclusive), what it means.

    `value` and `high` are in the base unit of `unit`; `start` and `end` are ISO dates, both inclusive;
    `code` is a state's or body's code; `grain` the precision of a date (`year`, `half`, `quarter`, `month`, `day`)
    or of a number (the power of ten of its last written digit, as text: "1e5" for 181.9 million).
    `first` and `last` are the indexes of the first token and of the one after the last.
    """

    type: str
    text: str
    begin: int
    stop: int
    first: int
    last: int
    value: float | int | None = None
    high: float | int | None = None
    unit: str = ""
    qualifier: str = ""
    start: str = ""
    end: str = ""
    code: str = ""
    name: str = ""
    sense: str = ""
    grain: str = ""

    def to_json(self) -> dict[str, Any]:
        """The public form: `type`, `text`, `begin`, `stop`, and whatever else is filled."""
        out: dict[str, Any] = {"type": self.type, "text": self.text, "begin": self.begin, "stop": self.stop}
        for key in ("value", "high"):
            if (value := getattr(self, key)) is not None:
                out[key] = value
        for key in ("unit", "qualifier", "start", "end", "code", "name", "sense", "grain"):
            if value := getattr(self, key):
                out[key] = value
        return out
