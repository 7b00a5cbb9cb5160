"""How long it takes to suggest a story for one report, and how that grows with the number of reports that are kept.

Part of ``make bench``, in a database of its own. The reports are made of the tests' own events and of names drawn at
random: a few of each report's names are those of its story, the others anybody's.
"""

from __future__ import annotations

import random
from collections.abc import Iterator
from datetime import date, timedelta
from functools import cache
from time import perf_counter

from django.db import connection

from articles.models import Article, Story
from benchmarks.suggesting import Told, events
from claims.matching.suggesting import MOST, Trait
from claims.models import ArticleTraits
from claims.services import suggest_stories
from claims.services.suggesting import hash_of

SIZES = (1_000, 5_000, 20_000)  # reports
REPORTS = 10  # a story
TURNS = 5  # of which the quickest counts


def lines() -> Iterator[str]:
    name = connection.settings_dict["NAME"]
    connection.creation.create_test_db(verbosity=0)
    try:
        yield f"{'reports':>8}{'stories':>9}{'ms to suggest':>15}{'right first':>13}"
        kept = 0
        for size in SIZES:
            fill(kept, size)
            kept = size
            with connection.cursor() as cursor:
                cursor.execute("ANALYZE")
            yield f"{size:>8}{size // REPORTS:>9}" + _measured(size)
    finally:
        connection.creation.destroy_test_db(name, verbosity=0)


def fill(kept: int, size: int) -> None:
    """Keep reports up to this number, ten a story."""
    numbers = range(kept, size)
    stories = {
        number // REPORTS: Story(slug=f"archive-{number // REPORTS}", title=f"Story {number // REPORTS}")
        for number in numbers
    }
    Story.objects.bulk_create(stories.values(), batch_size=1000)
    articles = Article.objects.bulk_create(
        [report(number, stories[number // REPORTS]) for number in numbers], batch_size=1000
    )
    ArticleTraits.objects.bulk_create(
        [traits_row(article, number) for article, number in zip(articles, numbers, strict=True)],
        batch_size=1000,
    )


def report(number: int, story: Story | None) -> Article:
    return Article(
        story=story,
        title=f"Report {number}",
        language="en",
        published=date(2024, 1, 1) + timedelta(days=number // REPORTS % 600),
        source="-",
        text=f"Report {number}",
        text_hash=f"{number} {story is None}",
    )


def traits_row(article: Article, number: int) -> ArticleTraits:
    traits = traits_of(number)
    return ArticleTraits(
        article=article,
        read_hash=hash_of(article),
        marks=sorted(one.mark for one in traits),
        traits=[[one.mark, one.printed, one.weight] for one in traits],
    )


def traits_of(number: int) -> list[Trait]:
    """What one event's report in some language is about, with names of its story and names of anybody."""
    chance = random.Random(number)
    common = told()[number // REPORTS % len(told())].traits
    own = random.Random(-1 - number // REPORTS).sample(range(50_000), 8)
    names = [*chance.sample(own, 5), *chance.sample(range(2_000), 15)]
    return [*(Trait(f"~name{one}", f"Name{one}", 1.5) for one in names), *common][:MOST]


@cache
def told() -> list[Told]:
    return events()


def _measured(size: int) -> str:
    """Of a few reports that are like kept ones: the quickest time, and how many got the right story first."""
    best, right = float("inf"), 0
    for number in range(0, size, size // TURNS):
        article = report(number, None)
        article.save()
        traits_row(article, number).save()
        begun = perf_counter()
        found = suggest_stories(article=article)
        best = min(best, perf_counter() - begun)
        right += bool(found) and found[0].story.slug == f"archive-{number // REPORTS}"
        article.delete()
    return f"{best * 1000:>15.0f}{right:>11}/{TURNS}"
