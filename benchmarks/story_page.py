"""What the story page costs: queries and seconds for stories of 20, 200 and 2000 claims."""

from __future__ import annotations

import time
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date, timedelta
from statistics import median

from django.db import connection, transaction
from django.test import Client
from django.test.utils import CaptureQueriesContext

from articles.models import Article, Story
from claims.models import Speaker
from tests import factories

SIZES = (20, 200, 2000)
LANGUAGES = ("de", "en", "fr")
CLAIMS_A_REPORT = 10
ROUNDS = 5


def lines() -> Iterator[str]:
    yield f"{'claims':>8}{'wordings':>10}{'queries':>9}{'median s':>10}{'page kB':>9}"
    with _empty_database():
        for size in SIZES:
            story = _make_story(size)
            address = story.get_absolute_url()
            client = Client(SERVER_NAME="localhost")
            client.get(address)
            with CaptureQueriesContext(connection) as queries:
                page = client.get(address)
            asked = len(queries)  # the next request begins a new list
            assert page.status_code == 200, page.status_code
            seconds = median(_seconds(client, address) for _ in range(ROUNDS))
            wordings = 3 * size
            yield f"{size:>8}{wordings:>10}{asked:>9}{seconds:>10.3f}{len(page.content) / 1000:>9.0f}"


def _seconds(client: Client, address: str) -> float:
    begun = time.perf_counter()
    client.get(address)
    return time.perf_counter() - begun


@contextmanager
def _empty_database() -> Iterator[None]:
    name = connection.settings_dict["NAME"]
    connection.creation.create_test_db(verbosity=0)
    try:
        yield
    finally:
        connection.creation.destroy_test_db(name, verbosity=0)


@transaction.atomic
def _make_story(size: int) -> Story:
    """Each claim by one of twenty speakers on one of thirty days, reported in three languages."""
    story = factories.make_story()
    speakers = [factories.make_speaker(f"Speaker {size} {number}") for number in range(20)]
    for first in range(0, size, CLAIMS_A_REPORT):
        numbers = range(first, min(first + CLAIMS_A_REPORT, size))
        text = " ".join(_sentence(number) for number in numbers)
        articles = [
            factories.make_article(text, story=story, language=language, outlet=factories.make_outlet())
            for language in LANGUAGES
        ]
        for number in numbers:
            _make_claim(number, story, speakers[number % 20], articles)
    return story


def _make_claim(number: int, story: Story, speaker: Speaker, articles: list[Article]) -> None:
    who = {"speaker": speaker, "said_on": date(2025, 11, 1) + timedelta(days=number % 30)}
    claim = factories.make_claim(story=story, **who)
    content = _sentence(number).removesuffix(", the mayor said.")
    for article in articles:
        factories.make_attribution(
            article, content=content, cue="said", source="the mayor", claim=claim, **who
        )


def _sentence(number: int) -> str:
    return f"The port is closed for {number} days, the mayor said."
