"""The documents tell the truth: every command line that they show can be called, every file that they name is there."""

from __future__ import annotations

import re
import shlex
from collections.abc import Iterator
from pathlib import Path

import click
import pytest
from click.testing import CliRunner

from pledgebook.cli import main
from pledgebook.cli.commands import COMMANDS

ROOT = Path(__file__).parent.parent
DOCS = [ROOT / "README.md", ROOT / "CONTRIBUTING.md", *sorted((ROOT / "docs").glob("*.md"))]


def shown_lines() -> Iterator[str]:
    """Calls of the command in the documents and in its own help."""
    texts = [path.read_text(encoding="utf-8") for path in DOCS]
    texts += [CliRunner().invoke(main, [*name, "--help"]).stdout for name in ([], *([name] for name in COMMANDS))]
    for text in texts:
        yield from re.findall(r"^ +(?:cat \S+ \| )?(pledgebook [a-z].*)$", text, re.MULTILINE)


@pytest.mark.parametrize("line", sorted(set(shown_lines())))
def test_a_shown_line_can_be_called(line: str) -> None:
    _, name, *arguments = shlex.split(line.split(" > ")[0], comments=True)
    command = main.get_command(click.Context(main), name)
    assert command is not None
    command.make_context(name, arguments)


def test_every_command_is_in_the_readme() -> None:
    readme = DOCS[0].read_text(encoding="utf-8")
    missing = [name for name in COMMANDS if f"pledgebook {name}" not in readme]
    assert missing == ["export"]  # for the project's own scoring, not for a newcomer


@pytest.mark.parametrize("path", DOCS, ids=lambda path: path.name)
def test_files_and_targets_that_a_document_names_are_there(path: Path) -> None:
    text = path.read_text(encoding="utf-8")
    named = re.findall(r"\]\(([\w./-]+)\)", text) + re.findall(
        r"`((?:docs|evaluation|tests|src|requirements)/[\w./-]*)`", text
    )
    assert [name for name in named if not (ROOT / name).exists()] == []
    makefile = (ROOT / "Makefile").read_text(encoding="utf-8")
    assert [name for name in re.findall(r"make ([a-z-]+)", text) if not re.search(rf"^{name}:", makefile, re.M)] == []


def test_the_lock_names_no_index_and_hashes_every_package() -> None:
    lock = (ROOT / "requirements" / "dev.lock").read_text(encoding="utf-8")
    assert not re.search(r"^\s*--(?!hash=)|://", lock, re.MULTILINE)
    packages = re.split(r"^(?=[a-z])", lock, flags=re.MULTILINE)[1:]
    assert packages
    assert all("==" in package and "--hash=sha256:" in package for package in packages)
