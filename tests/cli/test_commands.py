"""The group of commands: light to load, complete in its help."""

from __future__ import annotations

import subprocess
import sys

import click
import pytest
from click.testing import CliRunner

from pledgebook import __version__
from pledgebook.cli import main
from pledgebook.cli.commands import COMMANDS


@pytest.mark.parametrize("name", COMMANDS)
def test_each_command_says_of_itself_what_the_list_says_of_it(name: str) -> None:
    command = main.get_command(click.Context(main), name)
    assert command is not None
    assert (command.name, command.short_help) == (name, COMMANDS[name])


@pytest.mark.parametrize("name", COMMANDS)
def test_help_teaches_with_an_example(name: str) -> None:
    result = CliRunner().invoke(main, [name, "--help"])
    assert result.exit_code == 0
    assert f"pledgebook {name} " in result.stdout.split("\n", 1)[1]


def test_help_lists_every_command() -> None:
    listed = CliRunner().invoke(main, ["--help"]).stdout
    assert all(name in listed and line in listed for name, line in COMMANDS.items())


def test_unknown_command() -> None:
    assert CliRunner().invoke(main, ["burn"]).exit_code == 2


@pytest.mark.parametrize("arguments", [["--help"], ["--version"]])
def test_help_loads_no_room_but_this(arguments: list[str]) -> None:
    code = (
        "import sys; from pledgebook.cli import main; main(sys.argv[1:], standalone_mode=False);"
        "print(*sorted(name for name in sys.modules if name.split('.')[0] in ('rich', 'sqlite3')"
        "      or name.startswith('pledgebook.') and not name.startswith(('pledgebook.cli', 'pledgebook.model'))))"
    )
    done = subprocess.run([sys.executable, "-c", code, *arguments], capture_output=True, text=True, check=True)
    assert done.stdout.splitlines()[-1] == ""


def test_python_m_pledgebook() -> None:
    done = subprocess.run([sys.executable, "-m", "pledgebook", "--version"], capture_output=True, text=True, check=True)
    assert done.stdout == f"pledgebook {__version__}\n"
