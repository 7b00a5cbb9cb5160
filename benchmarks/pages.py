"""Time, size and queries of the pages of stories of 20, 200 and 2,000 claims, measured in a database of its own."""

from __future__ import annotations

import gzip
import re
from collections.abc import Iterator
from pathlib import Path
from time import perf_counter

from django.conf import settings
from django.contrib.staticfiles import finders
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext, override_settings

from articles.models import Article
from benchmarks.stories import make_story

SIZES = (20, 200, 2000)  # claims
TURNS = 3  # of which the quickest counts: the machine does other things, too


def lines() -> Iterator[str]:
    """One line a page: seconds, kilobytes compressed (alone, and with its style and script), queries."""
    plain = {"BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"}
    name = connection.settings_dict["NAME"]
    connection.creation.create_test_db(verbosity=0)
    try:
        with override_settings(ALLOWED_HOSTS=["*"], STORAGES={**settings.STORAGES, "staticfiles": plain}):
            yield from _lines()
    finally:
        connection.creation.destroy_test_db(name, verbosity=0)


def _lines() -> Iterator[str]:
    yield f"{'claims':>6}  {'page':24} {'first':>7} {'then':>7} {'304':>7} {'kB':>6} {'with files':>10} {'queries':>7}"
    for size in SIZES:
        story = make_story(size)
        with connection.cursor() as cursor:
            cursor.execute("ANALYZE")
        claim = story.claims.earliest("pk")
        article = Article.objects.filter(story=story).earliest("pk")
        for name, address in {
            "story": f"/s/{story.slug}/",
            "story, denials": f"/s/{story.slug}/?stance=denies",
            "story, words": f"/s/{story.slug}/?q=drones",
            "claim": f"/s/{story.slug}/claims/{claim.pk}/",
            "compare": f"/s/{story.slug}/compare/",
            "article": f"/articles/{article.pk}/",
            "embed": f"/embed/{story.slug}/",
            "front": "/",
            "front, words": "/?q=Genehmigung",
        }.items():
            yield f"{size:6}  {name:24} {_measured(address)}"


def _measured(address: str) -> str:
    client = Client()
    address = client.get(address, follow=True).request["PATH_INFO"] + (
        "?" + address.split("?")[1] if "?" in address else ""
    )
    times = []
    for _ in range(TURNS):
        start = perf_counter()
        with CaptureQueriesContext(connection) as captured:
            response = client.get(address)
            asked = len(captured)  # the next request begins a new list
        times.append(perf_counter() - start)
    start = perf_counter()
    again = client.get(address, headers={"if-none-match": response["ETag"]})
    unchanged = perf_counter() - start
    if (response.status_code, again.status_code) != (200, 304):
        raise RuntimeError(f"{address}: {response.status_code}, then {again.status_code}")
    size = len(gzip.compress(response.content, 6)) / 1000
    files = sum(
        _file(name) for name in set(re.findall(r'(?:src|href)="/static/([^"]+)"', response.content.decode()))
    )
    return f"{times[0]:6.2f}s {min(times):6.2f}s {unchanged:6.3f}s {size:6.1f} {size + files:10.1f} {asked:7}"


def _file(name: str) -> float:
    """Kilobytes of a file of the page, compressed."""
    path = finders.find(re.sub(r"\.[0-9a-f]{12}(?=\.)", "", name))
    return len(gzip.compress(Path(str(path)).read_bytes(), 6)) / 1000 if path else 0.0
