"""``manage.py ingest`` tells of each source on one line and lets none stop the others."""

from __future__ import annotations

import json
import os
from datetime import date
from io import BytesIO, StringIO, TextIOWrapper
from pathlib import Path

import pytest
from django.core.management import call_command
from django.core.management.base import CommandError

from articles.models import Article, Story
from claims.errors import ExtractionFailed, LinkingFailed
from claims.management.commands import ingest
from claims.models import Attribution, Claim
from claims.processing import process_article
from newsclaims.places import ROOT

pytestmark = pytest.mark.django_db

TEXT = "The port is closed, the mayor said on Monday. “We had no choice,” she told the radio."
OTHER = "The port is open again, the mayor said on Tuesday."


def run(*arguments: object, **options: object) -> list[str]:
    """The lines of a run that succeeds."""
    out = StringIO()
    call_command("ingest", *map(str, arguments), stdout=out, **options)
    return out.getvalue().splitlines()


def run_failing(*arguments: object, **options: object) -> tuple[list[str], str]:
    """The lines of a run that fails, and its last word."""
    out = StringIO()
    with pytest.raises(CommandError) as caught:
        call_command("ingest", *map(str, arguments), stdout=out, **options)
    return out.getvalue().splitlines(), str(caught.value)


def write(folder: Path, name: str, content: str) -> Path:
    path = folder / name
    path.write_text(content, encoding="utf-8")
    return path


@pytest.mark.slow
def test_a_report_is_stored_read_and_joined(tmp_path: Path) -> None:
    path = write(tmp_path, "a.txt", f"Share\n\n{TEXT}")
    lines = run(
        path,
        "--story",
        "port",
        "--title",
        "Port closed",
        "--outlet",
        "The Beacon",
        "--published",
        "2025-11-18",
    )
    article = Article.objects.get()
    assert lines == [f"stored: {path}"]
    assert (article.title, str(article.outlet), article.published) == (
        "Port closed",
        "The Beacon",
        date(2025, 11, 18),
    )
    assert (str(article.story), article.text) == ("Port", TEXT)
    assert Attribution.objects.filter(article=article).exists()
    assert Claim.objects.filter(story=article.story).exists()


def test_a_second_run_changes_nothing(tmp_path: Path) -> None:
    path = write(tmp_path, "a.txt", TEXT)
    run(path, story="port")
    before = list(Article.objects.values()), list(Attribution.objects.values()), list(Claim.objects.values())
    assert run(path, story="port") == [f"unchanged: {path}"]
    assert before == (
        list(Article.objects.values()),
        list(Attribution.objects.values()),
        list(Claim.objects.values()),
    )


def test_a_changed_text_is_updated(tmp_path: Path) -> None:
    head = "---\nurl: https://beacon.example/1\nstory: port\n---\n"
    run(write(tmp_path, "a.md", head + TEXT))
    path = write(tmp_path, "b.md", head + OTHER)
    assert run(path) == [f"updated: {path}"]
    assert Article.objects.get().text == OTHER


def test_the_same_text_in_another_story_says_where_it_is(tmp_path: Path) -> None:
    path = write(tmp_path, "a.txt", TEXT)
    run(path, story="port")
    (line,) = run(path, story="harbour")
    article = Article.objects.get()
    assert line == f"unchanged: {path} (it is article {article.pk}, “{article.title}”, in story port)"
    assert not Story.objects.filter(slug="harbour").exists()


def test_the_command_line_wins_over_the_source(tmp_path: Path) -> None:
    path = write(
        tmp_path, "a.md", f"---\nstory: port\nlanguage: fr\noutlet: X\npublished: 2020-01-01\n---\n{TEXT}"
    )
    run(path, story="harbour", lang="en-GB", outlet="The Beacon", published="2025-11-18")
    article = Article.objects.get()
    assert article.story is not None
    assert (article.story.slug, article.language, str(article.outlet)) == ("harbour", "en", "The Beacon")
    assert article.published == date(2025, 11, 18)


def test_a_story_takes_its_title_from_the_report(tmp_path: Path) -> None:
    run(write(tmp_path, "a.md", f"---\nstory: port\nstory_title: The harbour papers\n---\n{TEXT}"))
    assert Story.objects.get().title == "The harbour papers"


def test_every_source_has_its_line_and_a_bad_one_stops_no_other(tmp_path: Path) -> None:
    write(tmp_path, "README.md", "What this is.")
    write(tmp_path, "a.txt", "")
    write(tmp_path, "b.html", "<html></html>")
    write(tmp_path, "c.jsonl", "{\n" + json.dumps({"id": "x", "text": OTHER, "story": "harbour"}))
    write(tmp_path, "d.txt", TEXT)
    write(tmp_path, "e.txt", "PARTAGER:")
    write(tmp_path, "photo.jpg", "")
    missing = tmp_path / "missing.txt"
    lines, last_word = run_failing(tmp_path, missing, "https://beacon.example/1")
    shown = [line.replace(f"{tmp_path}/", "") for line in lines]
    assert [line.split(" (")[0].split(": ")[:2] for line in shown] == [
        ["skipped", "README.md"],
        ["failed", "a.txt"],
        ["failed", "b.html"],
        ["failed", "c.jsonl:1"],
        ["stored", "c.jsonl:2"],
        ["stored", "d.txt"],
        ["failed", "e.txt"],
        ["skipped", "photo.jpg"],
        ["failed", "missing.txt"],
        ["failed", "https://beacon.example/1"],
    ]
    assert "has no story; it may belong to harbour (" in shown[5]
    assert shown[5].endswith("choose at /inbox/)")
    assert shown[8] == "failed: missing.txt: does not exist; check the name"
    assert "fetching addresses is not supported yet; save the page and give the file" in shown[9]
    assert last_word == "6 could not be taken in; the lines that begin with “failed” say why."
    assert Article.objects.get(story__slug="harbour").text == OTHER


def test_a_report_that_names_no_story_is_told_which_may_be_its_own(tmp_path: Path) -> None:
    words = "The Nordlinie let out waste oil in the port of Valmora, mayor Ines Kolb says."
    run(write(tmp_path, "a.txt", words), story="oil", lang="en")
    path = write(tmp_path, "b.txt", f"In Valmora, Ines Kolb blames the Nordlinie for the waste oil. {words}")
    (line,) = run(path, lang="en")
    assert line.startswith(f"stored: {path} (article ")
    assert "has no story; it may belong to oil (0." in line
    assert "Both tell of: " in line
    assert Article.objects.get(story=None).text.startswith("In Valmora")
    (again,) = run(path, lang="en", story="oil")
    assert again.startswith(f"updated: {path}")
    assert not Article.objects.filter(story=None).exists()


def test_an_empty_folder_fails(tmp_path: Path) -> None:
    lines, _ = run_failing(tmp_path)
    assert lines == [f"failed: {tmp_path}: holds no reports; they are .txt, .md, .html, .htm or .jsonl files"]


@pytest.mark.parametrize(
    ("options", "word"),
    [
        ({"story": "Le port"}, "'Le port' cannot name a story"),
        ({"published": "18.11.2025"}, "write it as 2025-11-15"),
        ({"lang": "Deutsch!"}, "is no language code"),
        ({"outlet": "a" * 301}, "300 are the most"),
    ],
)
def test_a_bad_option_gets_a_sentence(tmp_path: Path, options: dict[str, str], word: str) -> None:
    lines, last_word = run_failing(write(tmp_path, "a.txt", TEXT), **options)
    assert lines == []
    assert word in last_word


def test_one_title_for_many_reports_is_refused(tmp_path: Path) -> None:
    for sources in ([tmp_path], [tmp_path / "a.txt"] * 2, [tmp_path / "a.jsonl"]):
        assert run_failing(*sources, title="Port")[1].startswith("--title fits one report")


def test_another_language_is_stored_and_said_to_be_unread(tmp_path: Path) -> None:
    path = write(tmp_path, "a.txt", "De haven blijft gesloten, zei de burgemeester maandag op de radio.")
    assert run(path, story="port") == [f"stored: {path} (no claims: language nl is not read)"]


def test_a_text_in_no_language_is_said_to_be_unread(tmp_path: Path) -> None:
    path = write(tmp_path, "a.txt", "1234 5678")
    assert run(path, story="port") == [f"stored: {path} (no claims: its language is unclear; give --lang)"]


def test_replaced_characters_are_told_of(tmp_path: Path) -> None:
    path = write(tmp_path, "a.txt", f"{TEXT}\0")
    assert run(path, story="port") == [f"stored: {path} (1 damaged character became U+FFFD)"]


def test_an_article_that_cannot_be_read_is_told_of(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def fail(article: Article) -> None:
        if article.text == TEXT:
            raise ExtractionFailed("it broke")

    def process(article: Article) -> object:
        fail(article)
        return process_article(article)

    monkeypatch.setattr(ingest, "process_article", process)
    first, second = write(tmp_path, "a.txt", TEXT), write(tmp_path, "b.txt", OTHER)
    lines, _ = run_failing(first, second, story="port")
    pk = Article.objects.get(text=TEXT).pk
    assert lines == [f"failed: {first}: stored as article {pk}, but it broke", f"stored: {second}"]


def test_a_story_that_cannot_be_joined_is_told_of(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def fail(story: Story) -> None:
        raise LinkingFailed("it broke")

    monkeypatch.setattr(ingest, "process_story", fail)
    path = write(tmp_path, "a.txt", TEXT)
    lines, _ = run_failing(path, story="port")
    assert lines == [f"stored: {path}", "failed: story port: it broke"]


def test_a_story_is_joined_once_a_run(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    joined: list[str] = []
    monkeypatch.setattr(ingest, "process_story", lambda story: joined.append(story.slug))
    write(tmp_path, "a.txt", TEXT)
    write(tmp_path, "b.txt", OTHER)
    run(tmp_path, story="port")
    assert joined == ["port"]


def test_a_terminal_without_the_characters_is_no_reason_to_stop(tmp_path: Path) -> None:
    path = write(tmp_path, "é.txt", TEXT)
    out = TextIOWrapper(BytesIO(), encoding="ascii")
    call_command("ingest", str(path), story="port", stdout=out)
    out.seek(0)
    assert out.read() == f"stored: {tmp_path}/\\xe9.txt\n"


def test_a_name_that_is_no_unicode_can_be_printed(tmp_path: Path) -> None:
    path = os.fsdecode(os.fsencode(tmp_path) + b"/\xff.txt")
    Path(path).write_text(TEXT, encoding="utf-8")
    assert run(path, story="port") == [f"stored: {tmp_path}/\ufffd.txt"]


@pytest.mark.slow
def test_the_sample_is_one_story_whose_gold_brings_nothing_new() -> None:
    outcomes = [line.split(":")[0] for line in run(ROOT / "samples")]
    assert outcomes == ["stored"] * 6 + ["skipped"] + ["unchanged"] * 6
    assert Article.objects.filter(story__slug="alibaba-sample").count() == 6
    assert Story.objects.get().title == "Alibaba and the White House memo"
