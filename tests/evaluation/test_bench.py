"""What the bench reads is what it says it reads."""

from __future__ import annotations

from itertools import islice

import bench


def test_articles_have_their_size_and_differ() -> None:
    texts = list(islice(bench.made(), 5))
    assert {len(text) for text in texts} == {bench.ARTICLE}
    assert len(set(texts)) == 5


def test_a_ratio_of_one_is_linear(monkeypatch, capsys) -> None:  # type: ignore[no-untyped-def]
    monkeypatch.setattr(bench, "read_ms", len)
    bench.hostile()
    lines = capsys.readouterr().out.splitlines()
    assert len(lines) == len(bench.HOSTILE)
    assert all(line.endswith(" 1.0") for line in lines)
