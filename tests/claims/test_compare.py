"""`compare`: pairs of wordings as JSON lines in, their relation out, and no database."""

from __future__ import annotations

import json
from typing import Any

import pytest

from tests.claims.commands import Run, shell


@pytest.fixture
def compare(monkeypatch: pytest.MonkeyPatch) -> Any:
    return lambda *lines: Run("compare", lines, monkeypatch)


def pair(**fields: Any) -> dict[str, Any]:
    return (
        {"id": "p", "a": {"lang": "en", "text": "The port is closed."}}
        | {"b": {"lang": "de", "text": "Der Hafen ist geschlossen."}}
        | fields
    )


def test_a_pair_is_compared(compare: Any) -> None:
    run = compare(pair())
    assert run.status == 0
    (line,) = run.lines
    assert (line["id"], line["relation"] in {"same", "contradicts", "different"}) == ("p", True)
    assert 0 <= line["score"] <= 1


@pytest.mark.parametrize(
    ("bad", "message"),
    [
        (b"nonsense", "not JSON"),
        (pair(id=None), "'id' is missing"),
        (pair(a=None), "'a' is missing"),
        (pair(b="text"), "'b' is a text"),
        (pair(b={"text": "x"}), "in 'b', 'lang' is missing"),
        (pair(a={"lang": "es", "text": "x"}), "in 'a', 'lang' is 'es'; it has to be one of de, en, fr"),
        (pair(a={"lang": "en", "text": 4}), "in 'a', 'text' is a number"),
    ],
)
def test_a_bad_pair_gets_an_error_and_the_rest_is_done(compare: Any, bad: Any, message: str) -> None:
    run = compare(pair(), bad, pair(id="q"))
    assert run.status == 1
    assert [line.get("relation") is None for line in run.lines] == [False, True, False]
    assert message in run.lines[1]["error"]
    assert f"line 2: {run.lines[1]['error']}" in run.messages


@pytest.mark.slow
def test_it_works_without_a_database() -> None:
    run = shell("python manage.py compare", json.dumps(pair()))
    assert (run.returncode, run.stderr, json.loads(run.stdout)["id"]) == (0, "", "p")


@pytest.mark.slow
def test_a_reader_who_leaves_early_causes_no_noise() -> None:
    run = shell("python manage.py compare | head -1", "\n".join([json.dumps(pair())] * 3000))
    assert (len(run.stdout.splitlines()), run.stderr) == (1, "")
