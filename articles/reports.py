"""What a source brings: one report with what it says of itself, checked. No Django."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from articles.addresses import canonical_url
from articles.errors import ArticleError
from articles.text import language_code, storable

LONGEST_NAME = 300  # characters of a title or an outlet; longer ones are texts in the wrong place
DAY = re.compile(r"(\d{4}-\d{2}-\d{2})(?:[T ].*)?", re.DOTALL)
STORY = re.compile(r"[-a-zA-Z0-9_]{1,50}")


@dataclass(frozen=True, slots=True)
class Report:
    """A report as it was found. Empty strings and None where the source says nothing.

    ``source`` is the text as found; ``language`` is declared by whoever wrote the file, ``language_hint`` by a
    page's markup; ``replaced`` counts the characters of the text that no database can hold and that became U+FFFD.
    """

    source: str
    source_name: str = ""
    title: str = ""
    outlet: str = ""
    published: date | None = None
    language: str = ""
    language_hint: str = ""
    url: str = ""
    story: str = ""
    story_title: str = ""
    replaced: int = 0


def make_report(fields: Mapping[str, object], *, text: str, source_name: str, replaced: int = 0) -> Report:
    """A report of a text and the fields beside it, front matter or a JSON object. Raises ``ArticleError``."""
    source = storable(text)
    replaced += sum(a != b for a, b in zip(text, source, strict=True))
    return Report(
        source=source,
        source_name=storable(source_name),
        title=read_name(fields, "title"),
        outlet=read_name(fields, "outlet"),
        published=read_day(read_text(fields, "published")),
        language=read_language(read_text(fields, "language") or read_text(fields, "lang")),
        url=read_address(read_text(fields, "url")),
        story=read_story(read_text(fields, "story")),
        story_title=read_name(fields, "story_title"),
        replaced=replaced,
    )


def read_text(fields: Mapping[str, object], name: str) -> str:
    """A field that is a text; absent and null are empty."""
    value = fields.get(name)
    if value is None:
        return ""
    if not isinstance(value, str):
        raise ArticleError(f"its '{name}' is {_kind(value)}; write a text")
    return storable(value).strip()


def read_name(fields: Mapping[str, object], name: str) -> str:
    value = " ".join(read_text(fields, name).split())
    if len(value) > LONGEST_NAME:
        raise ArticleError(f"its '{name}' has {len(value)} characters; {LONGEST_NAME} are the most")
    return value


def read_day(value: str) -> date | None:
    if not value:
        return None
    found = DAY.fullmatch(value)
    try:
        return date.fromisoformat(found[1] if found else value[:40] + "?")
    except ValueError as error:
        raise ArticleError(f"'{value[:40]}' is no date; write it as 2025-11-15") from error


def read_language(value: str) -> str:
    if value and not language_code(value):
        raise ArticleError(f"'{value[:40]}' is no language code; write one such as de, en or fr")
    return language_code(value)


def read_address(value: str) -> str:
    if value:
        canonical_url(value)
    return value


def read_story(value: str) -> str:
    if value and not STORY.fullmatch(value):
        raise ArticleError(
            f"'{value[:60]}' cannot name a story; use up to 50 letters without accents, digits, hyphens and underscores"
        )
    return value


def _kind(value: object) -> str:
    if isinstance(value, bool):
        return "true or false"
    kinds = {list: "a list", dict: "an object", int: "a number", float: "a number"}
    return kinds.get(type(value), "no text")
