"""An input that was not taken, and why."""

from __future__ import annotations


class Refused(Exception):
    """An input that was not taken: `where` it stands, `what` is wrong with it, and the `advice` what to do.

    Raised for one input; where there are many, it is handed on as a value, so that the others go on.
    """

    def __init__(self, where: str, what: str, advice: str = "") -> None:
        super().__init__(where, what, advice)
        self.where, self.what, self.advice = where, what, advice

    def __str__(self) -> str:
        """One line, whatever the input was called."""
        line = f"{self.where}: {self.what}"
        return " ".join((f"{line}; {self.advice}" if self.advice else line).split())
