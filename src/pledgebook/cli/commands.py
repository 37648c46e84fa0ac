"""The group of commands: it knows their names and what each is for, and loads one only when it is called."""

from __future__ import annotations

from importlib import import_module

import click

# Kept here, so that `pledgebook --help` loads none of them; a test holds each line to its command.
COMMANDS = {
    "read": "Show the facts that documents state.",
    "mentions": "Show every value that the reader sees in a text.",
    "add": "Take documents into the book.",
    "brief": "Print what two states promised each other, and what became of it.",
    "promises": "List promises with their verdicts on a day.",
    "find": "Find words in documents, quotes and names.",
    "show": "Show one item: its claims, quotes, sources, verdicts and history.",
    "export": "Print what the book holds, for other programs.",
}


class Commands(click.Group):
    """Commands by name; `pledgebook.cli.NAME.command` is loaded when NAME is called."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        """The names, in the order in which somebody meets them."""
        return list(COMMANDS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        """One command, loaded now; None where there is none of that name."""
        if cmd_name not in COMMANDS:
            return None
        command: click.Command = import_module(f"pledgebook.cli.{cmd_name}").command
        return command

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """The part of the help that lists commands, out of the table above."""
        with formatter.section("Commands"):
            formatter.write_dl(list(COMMANDS.items()))
