"""Files and folders in, reports out: plain text, Markdown with front matter, saved pages, JSON lines. No Django.

A source that cannot be read becomes an ``Unread`` with the reason and never stops the ones after it. What a report
is about, and whether it is stored already, is left to ``intake``.
"""

from __future__ import annotations

import json
import os
import re
from collections.abc import Iterator
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from typing import BinaryIO

import yaml
from frontmatter.default_handlers import YAMLHandler

from articles.addresses import canonical_url
from articles.errors import ArticleError
from articles.reports import LONGEST_NAME, Report, make_report, read_text
from articles.text import NoMainText, UnreadableText, decode, read_page, storable

MOST_MEGABYTES = 10  # of one report: a thick novel has one, the longest news pages seen have three
MOST_BYTES = MOST_MEGABYTES * 1_000_000
TOO_LARGE = f"is larger than {MOST_MEGABYTES} MB, which no report is; give the text of one report"
KINDS = (".txt", ".md", ".html", ".htm", ".jsonl")
KINDS_NAMED = ".txt, .md, .html, .htm or .jsonl"


@dataclass(frozen=True, slots=True)
class Found:
    """A report and where it was found: a path, with the line's number for JSON lines."""

    name: str
    report: Report


@dataclass(frozen=True, slots=True)
class Unread:
    """A source that gave no report, and why. ``is_skipped``: it need not be one (another kind of file in a folder)."""

    name: str
    reason: str
    is_skipped: bool = False


def read_reports(path: Path) -> Iterator[Found | Unread]:
    """All reports of a file or a folder (with its subfolders, in the order of their names)."""
    if not os.path.isdir(path):  # Path.is_dir raises on a name that is too long
        yield from _read_file(path)
        return
    holds_something = False
    for found in _read_folder(path):
        holds_something = holds_something or not (isinstance(found, Unread) and found.is_skipped)
        yield found
    if not holds_something:
        yield Unread(_name(path), f"holds no reports; they are {KINDS_NAMED} files")


def _read_folder(folder: Path) -> Iterator[Found | Unread]:
    try:
        entries = sorted(folder.iterdir())
    except OSError as error:
        yield Unread(_name(folder), _why(error))
        return
    for entry in entries:
        if reason := _reason_to_skip(entry):
            yield Unread(_name(entry), reason, is_skipped=True)
        elif entry.is_dir():
            yield from _read_folder(entry)
        else:
            yield from _read_file(entry)


def _reason_to_skip(entry: Path) -> str:
    """Why something in a folder is not taken for a report; empty when it is."""
    if entry.name.startswith("."):
        return "is hidden"
    if entry.is_dir():
        return "is a link to a folder" if entry.is_symlink() else ""
    if entry.suffix.lower() not in KINDS:
        return f"is no report; those are {KINDS_NAMED} files"
    if entry.stem.lower() == "readme" and not _has_front_matter(entry):
        return "is no report: it has no front matter"
    return ""


def _has_front_matter(path: Path) -> bool:
    with suppress(OSError), path.open("rb") as file:
        return file.read(6).removeprefix(b"\xef\xbb\xbf").startswith(b"---")
    return True  # reading it will tell what is wrong


def _read_file(path: Path) -> Iterator[Found | Unread]:
    name, kind = _name(path), path.suffix.lower()
    try:
        if not path.exists():
            raise ArticleError("does not exist; check the name")
        if not path.is_file():
            raise ArticleError("is no file that could be read to its end")
        if kind not in KINDS:
            raise ArticleError(f"is of no kind that can be read; give {KINDS_NAMED} files or folders of them")
        if kind == ".jsonl":
            yield from _read_lines(path)
        else:
            yield Found(name, _read_whole(path, kind))
    except ArticleError as error:
        yield Unread(name, str(error))
    except (OSError, ValueError) as error:  # ValueError: a NUL in the name
        yield Unread(name, _why(error))


def _read_whole(path: Path, kind: str) -> Report:
    with path.open("rb") as file:
        data = file.read(MOST_BYTES + 1)
    if len(data) > MOST_BYTES:
        raise ArticleError(TOO_LARGE)
    if not data.strip():
        raise ArticleError("is empty")
    try:
        if kind in (".html", ".htm"):
            return _report_of_page(data, path)
        decoded = decode(data)
    except (UnreadableText, NoMainText) as error:
        raise ArticleError(str(error)) from error
    fields, text = front_matter(decoded.text) if kind == ".md" else ({}, decoded.text)
    return make_report(fields, text=text, source_name=path.name, replaced=decoded.replaced)


def _report_of_page(data: bytes, path: Path) -> Report:
    page = read_page(data)
    url = ""
    with suppress(ArticleError):  # a page may name no usable address for itself: then it has none
        url = page.url if canonical_url(page.url) else ""
    return Report(
        source=storable(page.text),
        source_name=storable(path.name),
        title=storable(page.title)[:LONGEST_NAME],
        outlet=storable(page.outlet)[:LONGEST_NAME],
        published=page.published,
        language_hint=page.language,
        url=storable(url),
    )


def front_matter(text: str) -> tuple[dict[str, object], str]:
    """The fields between two lines ``---`` at the beginning, and the text below them. Raises ``ArticleError``.

    Every value stays the text it is written as: with YAML's own types ``no`` (Norwegian) would be false and a
    date an object.
    """
    handler = YAMLHandler()
    if not handler.detect(text):
        return {}, text
    try:
        raw, body = handler.split(text)
        fields = handler.load(raw, Loader=yaml.BaseLoader)
    except yaml.YAMLError as error:
        raise ArticleError(
            f"its front matter is not YAML ({_problem(error)}); write lines such as title: …"
        ) from error
    except ValueError as error:
        raise ArticleError("its front matter has no end; close it with a line ---") from error
    except RecursionError as error:
        raise ArticleError("its front matter is nested too deeply; write lines such as title: …") from error
    if not isinstance(fields, dict) and raw.strip():
        raise ArticleError("its front matter holds no fields; write lines such as title: …")
    return (fields if isinstance(fields, dict) else {}), body.strip()


def _problem(error: yaml.YAMLError) -> str:
    if isinstance(error, yaml.MarkedYAMLError) and error.problem_mark:
        return f"line {error.problem_mark.line + 1}: {error.problem}"  # the mark counts from the line ---, from 0
    return " ".join(str(error).split())


def _read_lines(path: Path) -> Iterator[Found | Unread]:
    """The reports of JSON lines; each line is read for itself, so a file may be larger than memory."""
    seen: dict[str, int] = {}
    is_empty = True
    with path.open("rb") as file:
        for number, raw in _numbered_lines(file):
            is_empty = False
            name = f"{_name(path)}:{number}"
            try:
                yield Found(name, _report_of_line(raw, path, number, seen))
            except ArticleError as error:
                yield Unread(name, str(error))
    if is_empty:
        raise ArticleError("is empty")


def _numbered_lines(file: BinaryIO) -> Iterator[tuple[int, bytes]]:
    """Lines that are not blank, with their numbers from 1; of one that is too long, its beginning."""
    number = 0
    while raw := file.readline(MOST_BYTES + 1):
        number += 1
        if number == 1:
            raw = raw.removeprefix(b"\xef\xbb\xbf")
        rest = raw
        while rest and not rest.endswith(b"\n"):
            rest = file.readline(MOST_BYTES)
        if raw.strip():
            yield number, raw


def _report_of_line(raw: bytes, path: Path, number: int, seen: dict[str, int]) -> Report:
    fields = _object(raw)
    id_ = str(fields["id"]) if isinstance(fields.get("id"), int) else read_text(fields, "id")
    if id_ and seen.setdefault(id_, number) != number:
        raise ArticleError(
            f"its id '{id_[:60]}' stands on line {seen[id_]} already; give each report its own"
        )
    text = fields.get("text")
    if not isinstance(text, str) or not text.strip():
        raise ArticleError("has no 'text'; write the words of the report there")
    return make_report(fields, text=text, source_name=f"{path.name} {id_ or number}")


def _object(raw: bytes) -> dict[str, object]:
    if len(raw) > MOST_BYTES:
        raise ArticleError(TOO_LARGE)
    try:
        value = json.loads(raw.decode("utf-8"))
    except UnicodeDecodeError as error:
        raise ArticleError(f"is not UTF-8 at byte {error.start + 1}; save the file as UTF-8") from error
    except json.JSONDecodeError as error:
        raise ArticleError(
            f"is not JSON ({error.msg} at character {error.pos + 1}); write one object on a line"
        ) from error
    except (ValueError, RecursionError) as error:  # a number of thousands of digits, thousands of brackets
        raise ArticleError("is no JSON that can be read; write one object on a line") from error
    if not isinstance(value, dict):
        raise ArticleError("is no JSON object; write one object with 'text' on a line")
    return value


def _name(path: Path) -> str:
    """A path as it can be printed and stored: names of files need not be Unicode, nor on one line."""
    return re.sub(r"[\x00-\x1f\x7f-\x9f\u2028\u2029]", "\ufffd", storable(str(path)))


def _why(error: Exception) -> str:
    reason = error.strerror if isinstance(error, OSError) and error.strerror else str(error)
    return f"cannot be read: {reason}"
