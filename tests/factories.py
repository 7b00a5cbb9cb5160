"""The smallest valid row of each model; a test sets what it is about."""

from __future__ import annotations

import hashlib
from datetime import UTC, datetime
from itertools import count
from typing import Any

from django.apps import apps
from django.contrib.auth.models import Group, User

from articles.models import Article, Outlet, Story
from claims.extraction import records
from claims.models import Attribution, Claim, Run, Speaker
from claims.services import EDITORS

_numbers = count(1)
READ_AT = datetime(2025, 11, 17, 8, 0, tzinfo=UTC)


def make_story(**fields: Any) -> Story:
    number = next(_numbers)
    return Story.objects.create(**{"slug": f"story-{number}", "title": f"Story {number}"} | fields)


def make_outlet(**fields: Any) -> Outlet:
    return Outlet.objects.create(**{"name": f"Outlet {next(_numbers)}"} | fields)


def make_article(text: str = "The port is closed, the mayor said.", **fields: Any) -> Article:
    """An English article whose source is its text; another number makes another text hash."""
    number = next(_numbers)
    defaults = {
        "text": text,
        "source": text,
        "runs": [[0, len(text)]],
        "language": "en",
        "text_hash": hashlib.sha256(f"{number} {text}".encode()).hexdigest(),
    }
    return Article.objects.create(**defaults | fields)


def make_speaker(name: str = "", **fields: Any) -> Speaker:
    name = name or f"Speaker {next(_numbers)}"
    return Speaker.objects.create(**{"slug": name.lower().replace(" ", "-"), "name": name} | fields)


def make_claim(**fields: Any) -> Claim:
    story = fields.pop("story", None) or make_story()
    return Claim.objects.create(**{"story": story, "stance": "asserts"} | to_the_day(fields) | fields)


def make_run(article: Article, **fields: Any) -> Run:
    defaults = {"version": "1", "input_hash": Run.hash_of(article), "read_at": READ_AT}
    return Run.objects.create(**{"article": article} | defaults | fields)


def make_attribution(
    article: Article, *, content: str = "", cue: str = "", source: str = "", **fields: Any
) -> Attribution:
    """An attribution of words that the article's text has; all of it when no content is given."""
    defaults = {
        "run": article.runs_of_extraction.first() or make_run(article),
        "key": f"key {next(_numbers)}",
        "content": [piece(article.text, content or article.text)],
        "cue": [piece(article.text, cue)] if cue else [],
        "source": [piece(article.text, source)] if source else [],
        "type": "indirect",
        "stance": "asserts",
        "rule": "by hand",
        "confidence": 0.9,
    }
    return Attribution.objects.create(**{"article": article} | defaults | to_the_day(fields) | fields)


def to_the_day(fields: dict[str, Any]) -> dict[str, str]:
    """The precision of a time of saying that is given as a day."""
    return {"said_on_precision": "day"} if fields.get("said_on") else {}


def history_of(model: str) -> Any:
    """What the database kept of the changes of a tracked model, in their order."""
    return apps.get_model("claims", f"{model}event")._default_manager.order_by("pgh_id")


def make_editor(**fields: Any) -> User:
    editor = make_user(**fields)
    editor.groups.add(Group.objects.get_or_create(name=EDITORS)[0])
    return editor


def make_user(**fields: Any) -> User:
    return User.objects.create_user(**{"username": f"user-{next(_numbers)}"} | fields)


def piece(text: str, exact: str) -> dict[str, Any]:
    """The first place of some words in a text, as evidence is stored."""
    start, end = span(text, exact)
    return {"start": start, "end": end, "exact": exact}


def span(text: str, exact: str) -> records.Span:
    start = text.index(exact)
    return start, start + len(exact)


def make_record(
    text: str, content: str, *, cue: str = "", source: str = "", **fields: Any
) -> records.Attribution:
    """What extraction hands out about words that the text has."""
    defaults: dict[str, Any] = {
        "content": (span(text, content),),
        "cue": (span(text, cue),) if cue else (),
        "source": (span(text, source),) if source else (),
        "type": "indirect",
        "stance": "asserts",
        "rule": "by hand",
        "confidence": 0.9,
    }
    return records.Attribution(**defaults | to_the_day(fields) | fields)
