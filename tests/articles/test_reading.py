"""Files become reports, or a sentence that says why not."""

from __future__ import annotations

import json
import os
from datetime import date
from pathlib import Path

import pytest

from articles.reading import MOST_BYTES, Found, Unread, read_reports
from articles.reports import Report

TEXT = "Le port est fermé, a dit le maire."


def only(path: Path) -> Report:
    (found,) = read_reports(path)
    assert isinstance(found, Found), found
    return found.report


def refusal(path: Path) -> str:
    (unread,) = read_reports(path)
    assert isinstance(unread, Unread)
    assert not unread.is_skipped
    return unread.reason


def write(folder: Path, name: str, content: str | bytes) -> Path:
    path = folder / name
    path.write_bytes(content if isinstance(content, bytes) else content.encode())
    return path


def test_a_text_file_is_a_report(tmp_path: Path) -> None:
    assert only(write(tmp_path, "a.txt", TEXT)) == Report(TEXT, source_name="a.txt")


def test_front_matter_says_what_a_report_is(tmp_path: Path) -> None:
    path = write(
        tmp_path,
        "a.MD",
        "---\ntitle: 'Port : fermé'\noutlet:  Le Phare\npublished: 2025-11-15 08:30\nlanguage: no\nurl: https://phare.example/1\n"
        f"story: port\nstory_title: Le port\nauthor: [x, y]\n---\n\n{TEXT}\n\n---\n\nFin.\n",
    )
    assert only(path) == Report(
        source=f"{TEXT}\n\n---\n\nFin.",
        source_name="a.MD",
        title="Port : fermé",
        outlet="Le Phare",
        published=date(2025, 11, 15),
        language="no",
        url="https://phare.example/1",
        story="port",
        story_title="Le port",
    )


def test_markdown_without_front_matter_is_a_text(tmp_path: Path) -> None:
    assert only(write(tmp_path, "a.md", TEXT)).source == TEXT


@pytest.mark.parametrize(
    ("head", "reason"),
    [
        ("title: [a", "its front matter is not YAML (line 3: "),
        ("- a\n- b", "its front matter holds no fields"),
        ("title:\n  a: b", "its 'title' is an object"),
        ("published: 15.11.2025", "'15.11.2025' is no date; write it as 2025-11-15"),
        ("published: 2025-02-30", "'2025-02-30' is no date"),
        ("language: Deutsch!", "'Deutsch!' is no language code"),
        ("url: phare.example", "'phare.example' is no web address"),
        ("story: Le port", "'Le port' cannot name a story"),
        (f"story: {'a' * 51}", "cannot name a story; use up to 50 letters"),
        (f"outlet: {'a' * 301}", "its 'outlet' has 301 characters; 300 are the most"),
        ("title: \x07", "its front matter is not YAML"),
        ("a: " + "[" * 5000, "its front matter is nested too deeply"),
    ],
    ids=lambda value: value[:20],
)
def test_bad_front_matter_gets_a_sentence(tmp_path: Path, head: str, reason: str) -> None:
    assert reason in refusal(write(tmp_path, "a.md", f"---\n{head}\n---\n{TEXT}"))


def test_front_matter_without_an_end_gets_a_sentence(tmp_path: Path) -> None:
    assert "close it with a line ---" in refusal(write(tmp_path, "a.md", f"---\ntitle: a\n{TEXT}"))


def test_empty_front_matter_says_nothing(tmp_path: Path) -> None:
    assert only(write(tmp_path, "a.md", f"---\n---\n{TEXT}")) == Report(TEXT, source_name="a.md")


def test_a_saved_page_is_a_report(tmp_path: Path) -> None:
    path = write(
        tmp_path,
        "a.html",
        '<html lang="fr"><head><title>Le port</title><link rel="canonical" href="https://phare.example/1">'
        f'<meta property="og:site_name" content="Le Phare"></head><body><article><h1>Le port</h1><p>{TEXT} {TEXT} Et c’est tout ce '
        "que l’on sait pour le moment dans cette affaire.</p></article></body></html>",
    )
    report = only(path)
    assert TEXT in report.source
    assert (report.title, report.outlet, report.url) == ("Le port", "Le Phare", "https://phare.example/1")
    assert (report.language, report.language_hint) == ("", "fr")


def test_json_lines_are_reports(tmp_path: Path) -> None:
    lines = [
        {
            "id": "a",
            "text": TEXT,
            "lang": "fr",
            "published": "2025-11-15",
            "outlet": "Le Phare",
            "story": "port",
        },
        {"id": 2, "text": TEXT, "attributions": [], "url": None},
        {"text": TEXT},
    ]
    path = write(tmp_path, "a.jsonl", "\ufeff" + "\n\n".join(json.dumps(line) for line in lines))
    found = list(read_reports(path))
    assert [item.name for item in found] == [f"{path}:1", f"{path}:3", f"{path}:5"]
    reports = [item.report for item in found if isinstance(item, Found)]
    assert [report.source_name for report in reports] == ["a.jsonl a", "a.jsonl 2", "a.jsonl 5"]
    assert reports[0] == Report(
        TEXT, "a.jsonl a", outlet="Le Phare", published=date(2025, 11, 15), language="fr", story="port"
    )


@pytest.mark.parametrize(
    ("line", "reason"),
    [
        (b"{", "is not JSON ("),
        (b"[]", "is no JSON object"),
        (b'"a"', "is no JSON object"),
        (b"[" * 100_000, "is no JSON that can be read"),
        (b'{"id": "a", "text": "b", "published": ' + b"1" * 5000 + b"}", "is no JSON that can be read"),
        (b'{"id": "a"}', "has no 'text'"),
        (b'{"text": " "}', "has no 'text'"),
        (b'{"text": ["a"]}', "has no 'text'"),
        (b'{"text": "a\xff"}', "is not UTF-8 at byte 12"),
        (b'{"text": "a", "published": 20251115}', "its 'published' is a number"),
        (b'{"text": "a", "published": "Saturday"}', "'Saturday' is no date"),
        (b'{"text": "a", "title": true}', "its 'title' is true or false"),
        (b'{"id": ["a"], "text": "a"}', "its 'id' is a list"),
        (b'{"id": "first", "text": "a"}', "its id 'first' stands on line 1 already"),
        (b'{"text": "' + b"a" * MOST_BYTES + b'"}', "is larger than 10 MB"),
    ],
    ids=lambda value: value[:30] if isinstance(value, bytes) else None,
)
def test_a_bad_line_gets_a_sentence_and_stops_no_other(tmp_path: Path, line: bytes, reason: str) -> None:
    good = b'{"id": "first", "text": "a"}'
    path = write(tmp_path, "a.jsonl", good + b"\n" + line + b"\n" + good.replace(b"first", b"last"))
    first, bad, last = read_reports(path)
    assert isinstance(first, Found)
    assert isinstance(last, Found)
    assert isinstance(bad, Unread)
    assert bad.name == f"{path}:2"
    assert reason in bad.reason


def test_characters_that_no_database_holds_are_replaced_one_for_one(tmp_path: Path) -> None:
    report = only(
        write(tmp_path, "a.jsonl", '{"id": "\\ud800", "text": "a\\u0000b\\ud83d c", "title": "\\udfff"}')
    )
    assert (report.source, report.replaced) == ("a\ufffdb\ufffd c", 2)
    assert (report.title, report.source_name) == ("\ufffd", "a.jsonl \ufffd")
    assert only(write(tmp_path, "a.txt", "a\0b, das ist ein längerer Text")).replaced == 1


@pytest.mark.parametrize(
    ("name", "content", "reason"),
    [
        ("a.txt", b"", "is empty"),
        ("a.md", b" \n", "is empty"),
        ("a.html", b"", "is empty"),
        ("a.jsonl", b"\n \n", "is empty"),
        ("a.pdf", b"%PDF", "give .txt, .md, .html, .htm or .jsonl"),
        ("a.txt", b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR\0\0\x03 \0\0\x02X\x08\x02", "save it as UTF-8"),
        ("a.html", b"<html></html>", "save the text as .txt"),
        ("a.txt", b"a" * (MOST_BYTES + 1), "is larger than 10 MB"),
    ],
    ids=lambda value: None if isinstance(value, bytes) else value,
)
def test_an_unreadable_file_gets_a_sentence(tmp_path: Path, name: str, content: bytes, reason: str) -> None:
    assert reason in refusal(write(tmp_path, name, content))


def test_what_is_not_there_gets_a_sentence(tmp_path: Path) -> None:
    assert refusal(tmp_path / "a.txt") == "does not exist; check the name"
    assert refusal(Path("a\0.txt")).startswith(("does not exist", "cannot be read"))
    assert "cannot be read" in refusal(Path("a" * 5000))


def test_a_pipe_is_not_waited_for(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "a.txt")
    assert refusal(tmp_path / "a.txt") == "is no file that could be read to its end"


def test_a_folder_is_read_with_its_subfolders_in_order(tmp_path: Path) -> None:
    (tmp_path / "b" / "c").mkdir(parents=True)
    (tmp_path / ".git").mkdir()
    (tmp_path / "loop").symlink_to(tmp_path)
    for name in (
        "z.txt",
        "a.txt",
        "b/c/d.txt",
        "b/e.HTM",
        "photo.jpg",
        "README.md",
        ".hidden.txt",
        ".git/x.txt",
    ):
        write(tmp_path, name, TEXT)
    found = list(read_reports(tmp_path))
    names = [Path(item.name).relative_to(tmp_path).as_posix() for item in found]
    assert names == [
        ".git",
        ".hidden.txt",
        "README.md",
        "a.txt",
        "b/c/d.txt",
        "b/e.HTM",
        "loop",
        "photo.jpg",
        "z.txt",
    ]
    skipped = {
        Path(item.name).name: item.reason for item in found if isinstance(item, Unread) and item.is_skipped
    }
    assert skipped == {
        ".git": "is hidden",
        ".hidden.txt": "is hidden",
        "README.md": "is no report: it has no front matter",
        "loop": "is a link to a folder",
        "photo.jpg": "is no report; those are .txt, .md, .html, .htm or .jsonl files",
    }


def test_a_readme_with_front_matter_is_a_report(tmp_path: Path) -> None:
    write(tmp_path, "README.md", f"---\ntitle: a\n---\n{TEXT}")
    assert only(tmp_path).title == "a"


def test_a_folder_without_reports_gets_a_sentence(tmp_path: Path) -> None:
    write(tmp_path, "photo.jpg", TEXT)
    photo, folder = read_reports(tmp_path)
    assert isinstance(photo, Unread)
    assert isinstance(folder, Unread)
    assert (photo.is_skipped, folder.is_skipped) == (True, False)
    assert folder.reason == "holds no reports; they are .txt, .md, .html, .htm or .jsonl files"


def test_names_that_are_no_unicode_can_be_printed(tmp_path: Path) -> None:
    path = Path(os.fsdecode(os.fsencode(tmp_path) + b"/a\xff\n.txt"))
    path.write_text(TEXT, encoding="utf-8")
    (found,) = read_reports(tmp_path)
    assert isinstance(found, Found)
    assert found.name.encode().endswith("/a\ufffd\ufffd.txt".encode())
    assert found.report.source_name == "a\ufffd\n.txt"
