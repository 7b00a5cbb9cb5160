"""`analyze`: reports as JSON lines in, their attributions out, and no database."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from claims import analysis
from claims.extraction import pipeline
from claims.extraction.pipeline import Text
from claims.extraction.records import Attribution, Speaker
from claims.matching import linking
from claims.matching.linking import Group, Saying
from tests.claims.commands import Run, shell
from tests.factories import make_record

MAYOR = Speaker(slug="mayor", name="the mayor", kind="person")


def extract(text: str, *, language: str, published: date | None = None) -> Sequence[Attribution]:
    """Everything that stands before ", the mayor said" on a line of its own."""
    if "trip" in text:
        raise ZeroDivisionError("a rule tripped")
    return [
        make_record(
            text, line.split(", the")[0], cue="said", source="the mayor", speaker=MAYOR, said_on=published
        )
        for line in text.split("\n")
        if ", the mayor said" in line
    ]


def extract_each(texts: Iterable[Text], *, language: str) -> Iterator[Sequence[Attribution]]:
    for one in texts:
        yield extract(one.text, language=language, published=one.published)


def link(sayings: Sequence[Saying]) -> tuple[Group, ...]:
    """One claim for each content."""
    together: dict[str, list[str]] = {}
    for saying in sayings:
        together.setdefault(saying.content, []).append(saying.key)
    roux = Speaker(slug="claire-roux", name="Claire Roux", kind="person")
    return tuple(Group(speaker=roux, sayings=tuple(keys)) for keys in together.values())


@pytest.fixture(autouse=True)
def _stand_ins(monkeypatch: pytest.MonkeyPatch, request: pytest.FixtureRequest) -> None:
    if "slow" not in request.keywords:
        monkeypatch.setattr(pipeline, "extract_each", extract_each)
        monkeypatch.setattr(linking, "link", link)


@pytest.fixture
def analyze(monkeypatch: pytest.MonkeyPatch) -> Any:
    return lambda *lines: Run("analyze", lines, monkeypatch)


def report(**fields: Any) -> dict[str, Any]:
    return {"id": "a", "lang": "en", "text": "The port is closed, the mayor said."} | fields


def test_a_report_is_answered_in_the_schema_of_the_annotation_guide(analyze: Any) -> None:
    run = analyze(report(published="2025-11-15"))
    assert (run.status, run.messages) == (0, "")
    assert run.lines == [
        {
            "id": "a",
            "lang": "en",
            "attributions": [
                {
                    "content": [[0, 18]],
                    "cue": [[30, 34]],
                    "source": [[20, 29]],
                    "type": "indirect",
                    "stance": "asserts",
                    "rule": "by hand",
                    "confidence": 0.9,
                    "speaker": "claire-roux",
                    "claim": "claire-roux-says-port-closed",
                    "said_on": "2025-11-15",
                    "said_on_precision": "day",
                }
            ],
        }
    ]


def test_reports_of_one_story_share_claims_and_others_do_not(analyze: Any) -> None:
    run = analyze(
        report(id="a", story="port"),
        report(id="b", story="port"),
        report(id="c", story="other"),
        report(),
        report(),
    )
    claims = [line["attributions"][0]["claim"] for line in run.lines]
    assert claims[0] == claims[1]
    assert len(set(claims)) == 4
    assert all(claim.startswith("claire-roux-says-port-closed") for claim in claims)


def test_claim_slugs_do_not_hang_on_the_order_of_the_lines(analyze: Any) -> None:
    lines = [
        report(id="a", story="port"),
        report(id="b", story="port", text="Ships wait, the mayor said.\nThe port is closed, the mayor said."),
        report(id="c", story="port", text="Ships wait, the mayor said.", lang="fr"),
    ]
    forwards, backwards = analyze(*lines), analyze(*reversed(lines))
    assert forwards.lines == backwards.lines[::-1]


def test_spans_count_in_the_text_as_given(analyze: Any) -> None:
    body = "Ships cannot leave the harbour before Monday evening, the mayor said.\n\nNobody knows why."
    text = f"{body}\n\n{body}\n\nShare on Facebook"
    (line,) = analyze(report(text=text)).lines
    (attribution,) = line["attributions"]
    words = [
        "".join(text[start:end] for start, end in attribution[field])
        for field in ("content", "source", "cue")
    ]
    assert words == ["Ships cannot leave the harbour before Monday evening", "the mayor", "said"]


def test_the_language_is_found_when_it_is_not_given(analyze: Any) -> None:
    german = (
        "Der Hafen ist seit Freitag geschlossen und niemand weiß, wann die Schiffe wieder auslaufen dürfen."
    )
    assert analyze({"id": "a", "text": german}).lines[0]["lang"] == "de"


@pytest.mark.parametrize("lang", ["es", "ES-mx"])
def test_another_language_is_said_so_and_not_forced(analyze: Any, lang: str) -> None:
    run = analyze(report(lang=lang))
    assert (run.status, run.lines) == (0, [{"id": "a", "lang": "es", "attributions": []}])
    assert "line 1: its language (es) is not read" in run.messages


BAD = [
    (b"{", "not JSON"),
    (b'"text"', "not a JSON object but a text"),
    (b"[]", "a list"),
    (b"\xff{}", "not UTF-8"),
    (b"[" * 100_000, "not JSON"),
    ({"text": "x"}, "'id' is missing"),
    ({"id": 7, "text": "x"}, "'id' is a number"),
    ({"id": "a"}, "'text' is missing"),
    ({"id": "a", "text": None}, "'text' is missing"),
    ({"id": "a", "text": ["x"]}, "'text' is a list"),
    (report(lang=3), "'lang' is a number"),
    (report(lang="french!"), "language code"),
    (report(story=True), "'story' is true or false"),
    (report(outlet={}), "'outlet' is an object"),
    (report(published="Saturday"), "2025-11-15"),
    (report(published=20251115), "'published' is a number"),
    (report(text="trip"), "could not be read (ZeroDivisionError: a rule tripped)"),
]


@pytest.mark.parametrize(("bad", "message"), BAD, ids=[message for _, message in BAD])
def test_a_bad_line_gets_an_error_and_the_rest_is_done(analyze: Any, bad: Any, message: str) -> None:
    run = analyze(report(id="first"), b"", b"  ", bad, report(id="last"))
    assert run.status == 1
    assert [line.get("id") for line in run.lines][::2] == ["first", "last"]
    assert all(run.lines[index]["attributions"] for index in (0, 2))
    error = run.lines[1]
    assert message in error["error"]
    assert "attributions" not in error
    assert f"line 4: {error['error']}" in run.messages
    if isinstance(bad, dict) and isinstance(bad.get("id"), str):
        assert error["id"] == bad["id"]


def test_a_linker_that_fails_costs_only_the_claims_of_its_story(
    analyze: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    def link_unless_port(sayings: Sequence[Saying]) -> tuple[Group, ...]:
        if len(sayings) == 2:
            raise KeyError("a concept")
        return link(sayings)

    monkeypatch.setattr(linking, "link", link_unless_port)
    run = analyze(report(id="a", story="port"), report(id="b", story="port"), report(id="c"))
    assert run.status == 1
    assert "lines 1, 2: claims not joined" in run.messages
    assert ["claim" in line["attributions"][0] for line in run.lines] == [False, False, True]
    assert run.lines[0]["attributions"][0]["speaker"] == "mayor"


def test_lone_surrogates_pass_through(analyze: Any) -> None:
    run = analyze(b'{"id": "\\ud800", "lang": "en", "text": "\\ud83d The port is closed, the mayor said."}')
    assert run.status == 0
    assert run.lines[0]["id"] == "\ud800"
    assert run.lines[0]["attributions"][0]["cue"] == [[32, 36]]


def test_a_mark_of_byte_order_and_windows_line_ends_are_no_error(analyze: Any) -> None:
    run = analyze(
        b"\xef\xbb\xbf" + json.dumps(report()).encode() + b"\r", json.dumps(report(id="b")).encode() + b"\r"
    )
    assert (run.status, len(run.lines)) == (0, 2)


def test_no_lines_give_no_lines(analyze: Any) -> None:
    assert (analyze().lines, analyze(b"\n\n").status) == ([], 0)


def test_a_report_that_comes_twice_is_read_twice(analyze: Any) -> None:
    run = analyze(report(story="s"), report(story="s"))
    assert run.lines[0] == run.lines[1]


@given(st.text(st.characters(exclude_categories=["Cs"]), max_size=200))
@settings(deadline=None)
def test_any_text_maps_back_to_itself(text: str) -> None:
    with pytest.MonkeyPatch.context() as patched:
        patched.setattr(
            pipeline,
            "extract_each",
            lambda texts, **_: [[make_record(one.text, one.text)] if one.text else [] for one in texts],
        )
        opened = analysis.open_report(analysis.Report(id="a", text=text, language="en"), name="a")
        [read] = analysis.read_reports([opened])
        assert isinstance(read, analysis.ReadReport)
        answer = analysis.answer(read, analysis.UNLINKED)
    words = [text[a:b] for one in answer["attributions"] for a, b in one["content"]]
    assert "".join(words) == (read.keyed[0].content if read.keyed else "")


@pytest.mark.slow
def test_it_works_without_a_database() -> None:
    french = "« Le port est fermé », a déclaré la maire Claire Roux vendredi."
    run = shell("python manage.py analyze", json.dumps(report(lang="fr", text=french)))
    assert (run.returncode, run.stderr) == (0, "")
    (attribution,) = json.loads(run.stdout)["attributions"]
    assert [french[start:end] for start, end in attribution["content"]] == ["Le port est fermé"]


@pytest.mark.slow
def test_a_report_that_departs_from_the_others_of_its_story_is_told_so(analyze: Any) -> None:
    told = {"story": "port", "published": "2025-03-06"}
    text = "The mayor, Claire Roux, said on {} that the old harbour has been closed to all ships."
    days = ("Tuesday", "Tuesday", "Wednesday")
    run = analyze(*(report(id=f"{n}", text=text.format(day), **told) for n, day in enumerate(days)))
    notes = [[one.get("conflict", "") for one in line["attributions"]] for line in run.lines]
    assert notes == [[""], [""], ["Reports give different days: 2025-03-04 or 2025-03-05"]]
